# Acts, offices, agreements and visits over time.

acts-in-force = { $n ->
    [0] As of { $day }, no act against { THE($policy) } is in force by what is on record.
    [one] As of { $day }, one act against { THE($policy) } is in force by what is on record.
   *[other] As of { $day }, { $n } acts against { THE($policy) } are in force by what is on record.
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
acts-policy-not-named = a policy or country
acts-caveat =
    An act against another country is no act against the policy of one's own government unless a source says so: what each
    stands against is named.
acts-chart = Acts in force, by sort and level

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
act-counts-chart-caption = { $said } One bar a year: full for those of that year, open for those that a date leaves to several years.
act-counts-method =
    Adopted by the day: where a source has it adopted or in force no later; the range takes in those that dates leave open. A
    year's column takes in those adopted in that year; an act that a list shows without its date is in no year, but counts
    from the day of the list on.

# "8 of 1,142 memberships are dated: no pattern can be read. It takes 20 with a year of their own."
few-dated = { $dated ->
    [0] none of { $all } { $what } on file is dated: no pattern can be read.
    [one] one of { $all } { $what } on file is dated: no pattern can be read.
   *[other] { $dated } of { $all } { $what } on file are dated: no pattern can be read.
} It takes { $least } with { $needs }.
few-dated-year = a year of their own
few-dated-life = a start and a later sighting or end

bursts-sorts = { $said } Sorts on file: { $sorts }.
bursts-none = { $dated } of { $all } { $what } on file are dated, and no surge stands out among them.
bursts-some = { $dated } of { $all } { $what } on file are dated. { $n ->
    [one] They surge once, { $years }: { $within } of them.
   *[other] They surge { $n } times, most of all { $years }: { $within } of them.
}
bursts-undated =
    { $n } have no year of their own on file and are in no surge: what the dated ones show need not hold for all.
bursts-chart-caption = { $said } One bar a year: full for those of that year, open for those that a date leaves to several years; years of a surge are marked.

lapsed-none-ended = none of { $n } dated agreements is said to have ended: how long they live cannot be told.
lapsed-median = Half of { $n } dated agreements live { $years } years or longer; { $ended ->
    [one] one of them has ended.
   *[other] { $ended } of them have ended.
}
lapsed-most-alive = More than half of { $n } dated agreements are alive as far back as they can be followed; { $ended ->
    [one] one of them has ended.
   *[other] { $ended } of them have ended.
}
lapsed-caveat =
    Lists name what is alive when they are made: agreements that ended before anybody listed them are missing, so that lives
    look longer than they were.
lapsed-chart-caption = { $said } The line is the share alive after so many years; the band is the 95 % interval.
lapsed-dormant-note =
    Not said to have ended, and no source on file saw it within { $n ->
        [one] one year
       *[other] { $n } years
    } of the day asked about. That nobody looked is no sign of an end.

acts-and-twins-summary =
    { $both } of { $act } cities with such an act also had such an agreement, { $only } of { $others } without one.
acts-and-twins-few = only { $n ->
    [0] 0 cities have
    [one] one city has
   *[other] { $n } cities have
} such an act or agreement on record: no link between the two can be read. It takes { $least }.
acts-and-twins-one-sided =
    of the { $n } cities on file { $act } had such an act and { $tie } such an agreement: an odds ratio needs cities with and
    without each.

offices-summary = { $n ->
    [0] As of { $day }, no office abroad is on record.
    [one] As of { $day }, one office abroad is on record.
   *[other] As of { $day }, { $n } offices abroad are on record.
}
offices-claimed = { $said } { $n ->
    [one] A source claims a number, which stands beside it.
   *[other] Sources claim { $n } numbers, which stand beside it.
}
offices-chart-caption = Offices on record on the day.
lapsed-note =
    An empty cell: too few cases, more than half go on at the end, or fewer than { $least } are dated.
act-counts-undated-bar = { $n } more by { $day }, year unknown
