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
    The answer depends on what it is measured against: read all rows together. An interval says what chance would do to a
    sample; it does not make an incomplete list complete.
