# Who weighs how much: members of a network against other shares.

presence-heading = Who weighs how much in { $network }

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
    no source on file states a country's share of population or economy to measure against: name a country with `of` to see
    its share of the members alone.
presence-no-members = neither members nor counts of members by country are on file for this day.
presence-too-few =
    no source counts all members and those from one country, and the members on file are too few to stand for all, or
    nobody says how many there are: { $complete }.

presence-chart = Times its share
presence-chart-caption =
    Right of 1: more members than the share; lines are the exact 95 % interval. No row is the answer alone.

presence-caveat =
    Compare with more than one yardstick. An interval says what chance would do to a
    sample; it does not make an incomplete list complete.

# Actors of a network by sort.
actors-summary = { $n ->
    [one] One actor takes part
   *[other] { $n } actors take part
} in { $network } in { $year }; the most frequent sort is { $sort }, with { $most }.
actors-summary-none = In { $year } no actor in { $network } is on record.
actors-none = no dated member, backer or coordinator of this network is on file: a source would have to say who belonged to it in what year.
actors-of-each = { $n ->
    [one] One network has actors on record.
   *[other] { $n } networks have actors on record; the most mixed is { $first }, with { $sorts ->
        [one] one sort.
       *[other] { $sorts } sorts.
    }
}
actors-chart-caption = { $said } One line a sort: a dot where a source speaks for the year, a light line where actors are only carried on.
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
    no network has a list of members on file that is near to complete, nor a source that counts all its members and those in
    { $place }.
generations-caveat =
    A difference between generations rests on the networks that count, which are few: read the second table.

# Roles.
weight-summary = For its members, { THE($place) } weighs most: { $times } times its share of them.
weight-same = Members from all countries weigh the same.
weight-none =
    no role above plain membership is on file for this network, so that weight cannot differ from presence: a source would
    have to name its board, chairs or presidency.
weight-chart-caption = { $said } Right of 1: more weight than members.
weight-rest = { $n } countries alike

# Events of a series.
series-summary = { $complete ->
    [one] One of { $all } events has
   *[other] { $complete } of { $all } events have
} a complete list of who came. At the latest, { $share } % came from { THE($place) }.
series-no-list =
    no dated event of this series has a list of who came that a source says is complete, so no share can be given; the table
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
