# Over- or under-represented: members of a network against other shares.

presence-heading = Over- or under-represented in { $network }?

# "C40's own list names 97 members, 14 of them in the United States: 2.2 times its share of urban population, 0.57 of its share of GDP."
presence-own-list = { $network }'s own list names { count-members }, { $here } of them in { THE($place) }: { $times }.
presence-source = { $source } counts { count-members }, { $here } of them in { THE($place) }: { $times }.
presence-on-file = { count-members } are on file, { $here } of them in { THE($place) }: { $times }.

presence-above = { $quotient } times its { $share }
presence-below = { $quotient } of its { $share }
presence-rest = { $n ->
    [one] One more list of members can be measured; it is in the table.
   *[other] { $n } more lists of members can be measured; they are in the table.
}
presence-nothing-to-measure = { count-members } are counted, and no source on file states a share of { THE($place) } to measure them against.

presence-no-share =
    No source on file states a country's share of population or economy to measure against: name a country with `of` to see
    its share of the members alone.
presence-no-members = Neither members nor counts of members by country are on file for this day.
presence-too-few =
    No source counts all members and those from one country, and the members on file are too few to stand for all, or
    nobody says how many there are: { $complete }.

presence-chart = Times its share
presence-chart-caption =
    Right of 1: more members than the share; lines are the exact 95 % interval. No row is the answer alone.

presence-caveat =
    Compare with more than one yardstick. An interval says what chance would do to a
    sample; it does not make an incomplete list complete.

# Actors of a network by type.
actors-summary = { $n ->
    [one] One actor takes part
   *[other] { $n } actors take part
} in { $network } in { $year }; the most frequent type is { $sort }, with { $most }.
actors-summary-none = In { $year } no actor in { $network } is on record.
actors-none = No dated member, backer or coordinator of this network is on file: a source would have to say who belonged to it in what year.
actors-of-each = { $n ->
    [one] One network has actors on record.
   *[other] { $n } networks have actors on record; the most mixed is { $first }, with { $sorts ->
        [one] one type.
       *[other] { $sorts } types.
    }
}
actors-chart-caption = One line a type: a dot where a source speaks for the year, a light line where actors are only carried on.
actors-claimed-curve = as sources count

# Networks by age.
generations-one = { $n ->
    [one] One network is
   *[other] { $n } networks are
} known well enough to count, all of one generation ({ $generation }): { $share } % of the members are in { THE($place) }.
generations-summary = { $n ->
    [one] One network is
   *[other] { $n } networks are
} known well enough to count. Members in { THE($place) } make up most in the generation { $most } ({ $high } %) and least in { $least } ({ $low } %).
generations-none =
    No network has a list of members on file that is near to complete, nor a source that counts all its members and those in
    { $place }.
generations-caveat =
    A difference between generations rests on the networks that count, which are few: read the second table.

# Roles.
weight-summary = For its members, { THE($place) } weighs most: { $times } times its share of them.
weight-same = Members from all countries weigh the same.
weight-none =
    No role above plain membership is on file for this network, so that weight cannot differ from presence: a source would
    have to name its board, chairs or presidency.
weight-chart-caption = Right of 1: more weight than members.
weight-rest = { $n } countries alike

# Events of a series.
series-summary = { $complete ->
    [one] One of { $all } events has
   *[other] { $complete } of { $all } events have
} a complete list of who came. At the latest, { $share } % came from { THE($place) }.
series-no-list =
    No dated event of this series has a list of who came that a source says is complete, so no share can be given; the table
    shows whom sources name.

# Members by country.
members-more-countries = { $n ->
    [one] one more country
   *[other] { $n } more countries
}
members-one-each = { $n ->
    [one] one country with one member
   *[other] { $n } countries with one member each
}

# Titles, methods, notes and captions.
actors-table-by-year = By year and type
actors-table-diversity = How mixed
actors-table-actors = Actors other than places
actors-chart-mix = Actors by type
actors-method =
    Everybody on file who is a member of it, funds or supports it, or coordinates it, on some day of the year or the
    time asked about, once each, by what it is. The effective number of types is one over the sum of squared shares: as
    many equal types would be as mixed. Years before its founding, and years of which nothing is dated, are left out.
actors-diversity-from = Computed from the counts of the table above, whose rows carry the claims.
actors-each-table-networks = How mixed, the most mixed first
actors-each-table-sorts = By network and type
actors-each-none-on-file = No member, backer or coordinator of any network is on file for this day.
actors-each-heading = Actors in every network, by type
generations-table-generations = By generation
generations-table-networks = By network
generations-chart-generations = Share of members by generation
generations-caption-generations = Right of 1: more members than the reference share; lines are the 95 % interval.
generations-no-share =
    No source on file states a share of population or economy to measure against: shares of members alone.
presence-table-quotients = Against every sourced share
presence-table-bases = Shares of members
presence-method =
    Representation quotient: share of members over a reference share; 1 is as expected. The 95 % interval is Clopper
    and Pearson's exact one, beside it Wilson's score; p is the exact two-sided binomial probability.
series-table-events = Events
series-method =
    Who took part: places, networks and organisations on file as host, organiser, delegate, speaker or signatory;
    people count for nobody, and who was invited and stayed away did not come. A share is given only for an event of
    which a source says that its list is complete: a list of one country's delegates says nothing about the rest.
series-caveat = The numbers on file are of whom sources happened to name.
weight-table-countries = By country
weight-table-quotients = Against every sourced share
weight-table-weights = What roles weigh
weight-chart-parting = Weight over presence
weight-method =
    A member weighs as much as the highest of its roles on the day. Weight over presence is a country's share of all
    weight over its share of all members: 1 where its members have roles like everybody else's. The weights are an
    assumption and can be changed; with the same weight for all roles nothing is left of the difference.
weight-figure = as many countries of equal weight would be as concentrated
weight-quotients-note = Compare with more than one yardstick.
weight-weights-from = An assumption, not found in a source: change it with `weights`.
series-heading = { $place } among those who came: { $series }
series-no-event = No event of the series “{ $series }” is on file.
series-complete = a source says so
series-not-stated = not stated
series-chart = Share of those who came: { $place }
series-chart-caption = One point an event with a complete list; the band is what uncertain claims allow.
weight-heading = Weight and presence in { $network }
generations-heading = { $place } by generation of networks
generation-municipal = 1 municipal
generation-un-born = 2 UN-born
generation-issue = 3 issue and philanthropic
generation-unknown = founding year not on file
generations-method =
    A network's generation is the one a source states; else municipal if founded before { $second }, UN-born from
    { $second }, issue and philanthropic from { $third }. A network counts by the latest source's own count of all its
    members and of those in the place, else by its list on file where that is enough. { $enough } Networks of a
    generation are added up; the 95 % interval is Clopper and Pearson's.
presence-method-counts = What a source counts stands as it is. { $enough } Without that, no quotient is given.
presence-figure = { $place }, { $here } of { $n }
presence-figure-unit = × its { $share }
presence-dot = { $place } { $when }, { $here } of { $n }
share-when = { $share } ({ $when })
presence-p-under = under 0.0001
presence-as-counted = as the source counts
presence-no-share-given = no share is given: { $why }
presence-counted-by = counted by { $source }
presence-members-on-record = members on record
presence-and-rest = { $said } { presence-rest }
actors-heading = Actors in { $network }, by type
actors-unknown-type = organisation of unknown type
actors-association = association
generations-figure = networks known well enough to count
series-figure-events = events on file
series-figure-complete = events with a complete list of who came
actors-figure = actors in { $year }
actors-figure-networks = networks with actors on record

