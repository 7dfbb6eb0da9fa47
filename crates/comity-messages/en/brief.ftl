# A brief of two, or of one: what a desk takes along on one printed page.

brief-page = Brief
brief-form = A brief on one printed page
brief-of = Of whom
brief-with = With whom
brief-of-hint = a city, state or country
brief-with-hint = a country, city or network; may be left out
brief-make = Make the brief
brief-with-whom = A brief of { $name } with …
brief-whole = The page with all of it
brief-sources = Sources
brief-more = and { $n } more
brief-foot = What sources say, as it is on file; no legal advice. Not yet searched does not mean that there is nothing.

# "Hamamatsu, Shizuoka, Japan (population 791,707)"
brief-place = { $name } (population { $n })
brief-population = population { $n }
brief-told = { $kind }. { $told }
brief-tie = { $kind }, { $since }; { $evidence }; { $stands }
brief-own-thing = of { THE($who) }, { $since }; { $evidence }; { $stands }
brief-rule = { $what } by { $by }
brief-rule-about = { $what } by { $by }, about { $about }
brief-reported = last reported { $when }
brief-undated = in no dated source

brief-networks = Shared networks
brief-no-network = none found in member lists of { $held } of { $all } networks
brief-offices = Offices on file
brief-visits = Past visits and events
brief-before = Before you go
brief-check = To check
brief-around = Around you, in { THE($place) }
brief-visit = { $a } and { $b }, { $when }
brief-coming = Planned: { $what }, { $when }.
brief-anniversary = With { $name } since { $year }: { $n } years in { $then }.
brief-ask-date = Ask { $name } for the signed paper: no source on file gives its date.
brief-ask-paper = Ask { $name } for the signed paper: neither side’s own word is on file.
brief-check-name = may mean { $names } ({ $source }, { $place })
brief-check-country = of its other side only the country is clear ({ $source }, { $place })

brief-own = Its own { $kind }
brief-with-countries = With countries
brief-whose = Places with most
brief-by-country = By country
brief-numbers = Numbers sources give
brief-number = { $n }: { $what }
brief-number-when = { $n }: { $what }, { $when }
brief-rivals = { $n ->
    [one] Sources disagree on one matter.
   *[other] Sources disagree on { $n } matters.
}
brief-open = { $n ->
    [one] One statement waits for a match of its other side.
   *[other] { $n } statements wait for a match of their other side.
}

locator-title = { $n ->
    [one] Where { $names } lies
   *[other] Where { $names } lie
}
