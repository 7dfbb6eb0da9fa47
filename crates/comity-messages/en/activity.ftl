# Acts, offices, agreements and visits over time.

acts-in-force = { $n ->
    [0] As of { $day }, no act against { THE($policy) } is on record as in force.
    [one] As of { $day }, one act against { THE($policy) } is on record as in force.
   *[other] As of { $day }, { $n } acts against { THE($policy) } are on record as in force.
}
acts-besides = { $said } Besides, { $others }.
acts-opinions = { $n ->
    [one] one opinion had been adopted by then
   *[other] { $n } opinions had been adopted by then
}
acts-over = { $n ->
    [one] one act is over
   *[other] { $n } acts are over
}
acts-open = { $n ->
    [one] whether one more is in force is in dispute or not known
   *[other] whether { $n } more are in force is in dispute or not known
}
acts-figure-in-force = acts in force
acts-figure-opinions = opinions adopted
acts-figure-over = acts that are over
acts-figure-open = acts in dispute or not known
acts-policy-not-named = a policy or country
acts-caveat =
    An act against another country is no act against the policy of one's own government unless a source says so: what each
    stands against is named.
acts-chart = Acts in force, by sort and level
acts-chart-caption = Acts on record as in force on the day.

act-in-force = in force
act-in-force-reported = in force when last reported, { $year }
act-not-reported = last reported { $year }, not counted as in force
act-opinion = adopted { $when } (an opinion, done on its day)
act-ended = { $fate } { $when }
act-over-with-policy = over with the policy it answered
act-lapsed = lapsed

act-counts-summary = { $n ->
    [0] No act of this sort ({ $sort }) is on record as adopted by { $day }.
    [one] One act of this sort ({ $sort }) is on record as adopted by { $day }.
   *[other] { $n } acts of this sort ({ $sort }) are on record as adopted by { $day }.
}
act-counts-undated = { $said } { $undated ->
    [one] One of them has no year of its own.
   *[other] { $undated } of them have no year of their own.
}
act-counts-chart = Acts by year of adoption
act-counts-chart-caption = One bar a year: full for those of that year, open for those that a date leaves to several years.
act-counts-method =
    Adopted by the day: where a source has it adopted or in force no later; the range takes in those that dates leave open. A
    year's column takes in those adopted in that year; an act that a list shows without its date is in no year, but counts
    from the day of the list on.

# "No pattern can be read: only 8 of 1,142 memberships on file are dated; it takes 20 with a year of their own."
few-dated = No pattern can be read: { $all ->
    [0] no { $what } are on file
   *[other] { $dated ->
        [0] none of { $all } { $what } on file is dated
        [one] only one of { $all } { $what } on file is dated
       *[other] only { $dated } of { $all } { $what } on file are dated
    }
}; it takes { $least } with { $needs }.
few-dated-all = { $what } on file
few-dated-dated = { $what } with { $needs }
few-dated-year = a year of their own
few-dated-life = a start and a later sighting or end

sorts-on-file = Sorts on file: { $sorts }.
bursts-acts-of = acts of the sort “{ $sort }”
bursts-surges = surges
bursts-none = { $dated } of { $all } { $what } on file are dated, and no surge stands out among them.
bursts-some = { $dated } of { $all } { $what } on file are dated. { $n ->
    [one] They surge once, { $years }: { $within } of them.
   *[other] They surge { $n } times, most of all { $years }: { $within } of them.
}
bursts-undated =
    { $n } have no year of their own on file and are in no surge: what the dated ones show need not hold for all.
bursts-chart-caption = One bar a year: full for those of that year, open for those that a date leaves to several years; years of a surge are marked.

lapsed-none-ended = None of { $n } dated agreements is said to have ended: how long they live cannot be told.
lapsed-median = Half of { $n } dated agreements live { $years } years or longer; { $ended ->
    [one] one of them has ended.
   *[other] { $ended } of them have ended.
}
lapsed-most-alive = More than half of { $n } dated agreements are alive as long as they can be followed; { $ended ->
    [one] one of them has ended.
   *[other] { $ended } of them have ended.
}
lapsed-caveat =
    Lists name what is alive when they are made: agreements that ended before anybody listed them are missing, so that lives
    look longer than they were.
lapsed-chart-caption = The line is the share alive after so many years; the band is the 95 % interval.
lapsed-dormant-note =
    Not said to have ended, and no source on file saw it within { $n ->
        [one] one year
       *[other] { $n } years
    } of the day asked about. That nobody looked is no sign of an end.

acts-and-twins-summary =
    { $both } of { $act } cities with such an act also had such an agreement, { $only } of { $others } without one.
acts-and-twins-few = No link can be read: { $n ->
    [0] no city has such an act or agreement on record
    [one] only one city has such an act or agreement on record
   *[other] only { $n } cities have such an act or agreement on record
}; it takes { $least }.
acts-and-twins-some = cities with an act or an agreement
acts-and-twins-all = cities on file
acts-and-twins-acted = cities with an act
acts-and-twins-tied = cities with an agreement
acts-and-twins-others = cities without an act
acts-and-twins-one-sided =
    Of the { $n } cities on file { $act } had such an act and { $tie } such an agreement: an odds ratio needs cities with and
    without each.

offices-summary = { $n ->
    [0] As of { $day }, no office abroad is on record.
    [one] As of { $day }, one office abroad is on record.
   *[other] As of { $day }, { $n } offices abroad are on record.
}
# "Sources count offices of US states abroad: 228 in 2002 and 177 or more in 2013."
offices-counted = Sources count { $what }: { $counts }.
counted-in = { $n } in { $year }
counted-more-than = more than { $n } in { $year }
counted-or-more = { $n } or more in { $year }
counted-from-to = { $low } to { $high } in { $year }
counted-at-most = at most { $n } in { $year }
offices-chart-caption = Offices on record on the day.
lapsed-note =
    An empty cell: too few cases, more than half go on at the end, or fewer than { $least } are dated.
act-counts-undated-bar = { $n } more by { $day }, year unknown

act-counts-table-years = By year
act-counts-table-acts = All of them
act-counts-note = Adopted by its end is a least and a most: undated acts may be older than the list that names them.
acts-table-groups = By sort and level
acts-table-acts = Acts
acts-and-twins-table-four-fold = Two by two
acts-and-twins-table-cities = Cities with an act or an agreement
acts-and-twins-method =
    All cities of the place that are on file, by whether they had such an act and such an agreement. The odds ratio is
    (both × neither)/(act only × agreement only); its 95 % interval and the two-sided probability are exact, given how
    many had each.
acts-and-twins-probability = two-sided probability without any association
acts-and-twins-caveat =
    Cities are on file because something is known of them: cities with neither are missing, which makes the two look less
    tied than they are, or even opposed. Read the ratio only where all cities were searched.
bursts-table-bursts = Bursts
bursts-table-decades = By decade and sort
bursts-table-years = By year
bursts-method =
    Fano factor: variance over mean of the yearly counts, 1 at a steady random rate, tested against χ². Burstiness of the
    gaps between years: −1 regular, 0 random, towards 1 bursty; things of one year have no gap between them, which raises
    it. Memory: whether long gaps follow long ones. Gini: how unequal decades are.
bursts-fano = Fano factor of years, 1 at a steady random rate
bursts-probability = probability at a steady random rate
bursts-burstiness = burstiness of gaps, −1 to 1
bursts-burstiness-finite = burstiness, freed of the number of gaps, −1 to 1
bursts-memory = memory of gaps, −1 to 1
bursts-gini = Gini of decades, 0 to 1
bursts-chart = By year
bursts-note = Weight: how much better the raised rate explains these years than the usual one.
lapsed-table-survival = Survival
lapsed-table-steps = The curve of all of them
lapsed-table-dormant = Dormant by rule
lapsed-table-ended = Said to have ended
lapsed-method =
    Product-limit survival from the start of an agreement to its end, in years; one whose end nobody states is counted as
    alive until it was last seen, never longer. Uncertain dates count at their middle; least and most come from the
    shortest and the longest life that they allow. Agreements without a start are left out.
lapsed-agreements = agreements
lapsed-figure-ended = dated agreements that have ended
lapsed-median-figure = median life, least to most as dates allow
lapsed-chart = Agreements that live on
offices-table-claimed = Claimed by sources
offices-table-hosts = By country and keeper
offices-table-offices = Offices
offices-chart = Offices by country
offices-note = No source on file counts such offices.
act-counts-title = Acts: { $sort }
act-counts-title-in = Acts: { $sort }, in { THE($place) }
by-level = By level
by-state = By state
state-not-on-file = state not on file
acts-title = Acts against { THE($policy) }
acts-none = No act against { THE($policy) } adopted by that day is on file.
act-group = { $level }: { $sort } against { $against }
acts-and-twins-title = Acts against { THE($policy) } and agreements there
acts-and-twins-odds = odds ratio, 95 % interval
acts-and-twins-odds-open = odds ratio, 95 % interval without an upper end
acts-and-twins-both = with an act and an agreement
acts-and-twins-act = with an act only
acts-and-twins-tie = with an agreement only
acts-and-twins-neither = with neither
acts-and-twins-computed =
    Counted over the cities below, whose rows carry the statements; of those with neither there are none.
acts-and-twins-on-record = on record
bursts-title = Surges: { $sort }{ $whose }
bursts-method-two-states =
    Surges: the cheapest explanation of the years by two states, a usual rate and one { $ratio } times as high; entering a
    surge costs { $entry } × ln(years). The rate is that among everything on file that began in the year, so that years of
    which more is on file make no surge by themselves. Only what has one year of its own counts.
bursts-yes = yes
lapsed-title = How long agreements{ $whose }{ $whom } live
lapsed-before-1990 = begun before 1990
lapsed-1990-to-2009 = begun 1990 to 2009
lapsed-since-2010 = begun since 2010
lapsed-all = all
lapsed-x = years
lapsed-y = share alive
offices-title = Offices abroad{ $whose }{ $there }
offices-none = Neither an office nor a number of offices is on file.
offices-group = { $host }, kept by a { $level }
act-counts-none =
    No act of the sort `{ $sort }` with who adopted it is on file, only what sources claim in all.
