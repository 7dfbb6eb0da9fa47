# Who is tied to whom: entities, pairs, members, what happened when.

timeline-none = No statement about { THE($name) } is on file.
timeline-summary = { $n ->
    [one] { $n } statement about { THE($name) } is on file
   *[other] { $n } statements about { THE($name) } are on file
}{ $dated ->
    [0] , none of them dated
   *[other] , { $dated } of them dated
}.

# "Chicago and Shanghai: 1 direct tie on record. 3 networks and events in common, 12 partners in common."
between-direct = Between { THE($a) } and { THE($b) }: { $n ->
    [0] no direct tie on record
    [one] { $n } direct tie on record
   *[other] { $n } direct ties on record
}.
between-one = Between { THE($a) } and { THE($b) }: { $kind }, { $since }; { $state }.
between-common = In common: { $things ->
    [0] no network or event
    [one] { $things } network, event or act
   *[other] { $things } networks, events and acts
} and { $partners ->
    [0] no partner
    [one] { $partners } partner
   *[other] { $partners } partners
} that both have an agreement with.

# "United States–China: 165 agreements on record, 109 names to match."
with-on-record = { $a }–{ $b }: { $n ->
    [0] no agreement on record
    [one] { $n } agreement on record
   *[other] { $n } agreements on record
}{ $names ->
    [0] .
    [one] , { $names } name to match.
   *[other] , { $names } names to match.
}
with-others-count = Others count { $range }.
# "In 2022: 4 ended, 6 suspended."
with-stopped-in = In { $when }: { $parts }.
with-stopped = Besides: { $parts }.
count-ended = { $n } ended
count-expired = { $n } past the agreed term
count-presumed-ended = { $n } presumed ended
count-suspended = { $n } suspended
count-contested = { $n } contested between the sides
count-denied = { $n } denied
count-disagree = sources disagree on { $n }
with-networks = { $n ->
    [one] Both sides are in { $n } network.
   *[other] Both sides are in { $n } networks.
}
with-member = { $n ->
    [one] { $n } membership on record.
   *[other] { $n } memberships on record.
}
with-nothing = { $n ->
    [0] No source was searched for ties of { THE($a) } with { THE($b) }.
    [one] We searched { $n } source and found nothing that ties { THE($a) } to { THE($b) }.
   *[other] We searched { $n } sources and found nothing that ties { THE($a) } to { THE($b) }.
}
# Where a way from one to the other over several steps is told.
# After the sentence of what both signed.
with-nothing-else = { $n ->
    [0] No source was searched for other ties of the two.
    [one] We searched { $n } source and found no other tie of the two.
   *[other] We searched { $n } sources and found no other tie of the two.
}

with-nothing-direct = { $n ->
    [0] No source was searched for ties of { THE($a) } with { THE($b) }.
    [one] We searched { $n } source and found nothing that ties { THE($a) } to { THE($b) } directly.
   *[other] We searched { $n } sources and found nothing that ties { THE($a) } to { THE($b) } directly.
}
not-yet-searched = Not yet searched: { $what }.

# "97 members in 2021, say two sources. We can name 107." "97 members, says one source that we date to 2025."
network-sources = { $n ->
    [1] says one source
    [2] say two sources
    [3] say three sources
    [4] say four sources
   *[other] say several sources
}
network-size-in = { $size } members in { $year }, { $sources }
network-size-dated = { $size } members, { $sources } that we date to { $year }
network-claimed = { $claimed }. { $n ->
    [0] We can name none of them
   *[other] We can name { $n }
}{ $rest ->
    [0] .
   *[other] ; { $rest } more are named without a date that places them here.
}
network-unclaimed = { $n ->
    [0] No member is on record
    [one] { $n } member on record
   *[other] { $n } members on record
}{ $rest ->
    [0] .
   *[other] ; { $rest } more are named without a date that places them here.
}
network-within = { $n ->
    [0] No member in { THE($place) } is on record
    [one] { $n } member in { THE($place) } on record
   *[other] { $n } members in { THE($place) } on record
}{ $rest ->
    [0] .
   *[other] ; { $rest } more are named without a date that places them here.
}
size-about = about { $n }
size-at-least = at least { $n }
size-more-than = more than { $n }
size-at-most = at most { $n }

# The page of an entity.
agreements-on-record = { $n ->
    [one] { $n } agreement on record
   *[other] { $n } agreements on record
}
sister-cities-on-record = { $n ->
    [one] { $n } sister city on record
   *[other] { $n } sister cities on record
}
profile-record = { $what }: { $spread }; { $dated ->
    [0] none dated
   *[other] { $dated } dated
}; { $confirmed ->
    [0] none confirmed by { THE($name) }
   *[other] { $confirmed } confirmed by { THE($name) }
}.
profile-also = also { $name }
profile-open = { $n ->
    [one] { $n } match open.
   *[other] { $n } matches open.
}
profile-besides = Also on record: { $parts }.
profile-on-record = On record: { $parts }.
profile-none = No tie of { THE($name) } is on record.
profile-none-placed = No tie of { THE($name) } is placed on this day; { $n ->
    [one] { $n } is on file.
   *[other] { $n } are on file.
}
count-networks = { $n ->
    [one] { $n } network
   *[other] { $n } networks
}
count-network-ties = { $n ->
    [one] { $n } membership
   *[other] { $n } memberships
}
count-events = { $n ->
    [one] { $n } past event
   *[other] { $n } past events
}
count-past-acts = { $n ->
    [one] { $n } past act
   *[other] { $n } past acts
}
count-declarations = { $n ->
    [one] { $n } declaration
   *[other] { $n } declarations
}
count-offices = { $n ->
    [one] { $n } office
   *[other] { $n } offices
}
count-acts = { $n ->
    [one] { $n } act in force
   *[other] { $n } acts in force
}
count-programmes = { $n ->
    [one] { $n } programme
   *[other] { $n } programmes
}
count-backing = { $n ->
    [one] { $n } tie of support
   *[other] { $n } ties of support
}
count-posts = { $n ->
    [one] { $n } post
   *[other] { $n } posts
}

# "1,398 agreements of 787 places in Japan are on record."
rolled-up = { $agreements ->
    [one] { $agreements } agreement of { count-places } in { THE($place) } is on record.
   *[other] { $agreements } agreements of { count-places } in { THE($place) } are on record.
}
rolled-up-declarations = { $n ->
    [one] Places in { THE($place) } have signed { $n } declaration.
   *[other] Places in { THE($place) } have signed { $n } declarations.
}
count-places = { $places ->
    [one] { $places } place
   *[other] { $places } places
}

memberships-summary = { $name }: { $n ->
    [one] { $n } network on record, of { $all } that any source names.
   *[other] { $n } networks on record, of { $all } that any source names.
}
memberships-figure = networks on record
memberships-figure-all = networks that any source names
first-summary = { $n ->
    [one] { $n } network has a dated member on file.
   *[other] { $n } networks have a dated member on file.
}
first-figure = networks with a dated member
joined-summary = { $memberships ->
    [one] { $memberships } membership on record
   *[other] { $memberships } memberships on record
}: { $members ->
    [one] { $members } member
   *[other] { $members } members
} in { $networks ->
    [one] { $networks } network.
   *[other] { $networks } networks.
}
seats-summary = { $n ->
    [one] { $n } office in { THE($network) } is on file.
   *[other] { $n } offices in { THE($network) } are on file.
}
seats-led-by = Led by { $names }.
joined-figure = memberships on record
joined-figure-members = members
joined-figure-networks = networks with a member
seats-figure = offices on file
lineage-figure-before = forerunners
lineage-figure-after = successors
lineage-summary = { $name } has { $before ->
    [0] no forerunner
    [one] { $before } forerunner
   *[other] { $before } forerunners
} and { $after ->
    [0] no successor
    [one] { $after } successor
   *[other] { $after } successors
} on file.
indirect-summary = { $network } reaches { $n ->
    [one] { $n } place
   *[other] { $n } places
} on file, { $beyond ->
    [0] none of them
   *[other] { $beyond } of them
} only through an association.
# Where none is on record on the day: of all places, or of those in one.
indirect-nowhere = No place on file is reached by { $network }.
indirect-nowhere-in = No place on file in { THE($place) } is reached by { $network }.
indirect-not-that-day = No place is on record as reached by { $network } on this day
indirect-not-that-day-in = No place in { THE($place) } is on record as reached by { $network } on this day
# A way of several steps is as dated as its least dated one.
indirect-perhaps = { $none }; { $n ->
    [one] one may be, by a membership of which no source says that it held then.
   *[other] { $n } may be, by memberships of which no source says that they held then.
}

between-method =
    The shortest way counts steps over agreements, networks, events and direct ties on record on the day; being in the
    same country is no step.
between-method-2 =
    Link by roles: over the things both are in, the weight of one's role times the weight of the other's; the weights are
    those of `connected`.
between-things = things both are in
between-link = link by roles (Taylor)
first-table-first-members = First members
first-method =
    A member seen on a day joined no later than that day; the first is the one that surely joined earliest. Years run from
    founding to joining, least and most that the dates allow.
indirect-table-depths = How far away
indirect-table-associations = Associations in it
indirect-table-places = Places
indirect-method =
    One step is a direct member. A member of an association that is itself a member is two steps away, and so on; each
    counts at its shortest way, which is as sure as its weakest step. Nobody is stored as an indirect member: this is
    worked out anew from the memberships on file.
indirect-chart = Places by steps
indirect-chart-caption = How many places are so many steps away.
indirect-note = The claims are of the last step to each place; the places below have the whole way.
indirect-note-2 = What an association claims and nobody has listed cannot be reached here.
joined-table-memberships = Memberships
joined-chart = Who is in which network
joined-chart-caption =
    One row a member, one column a network; a full cell is reported for the day, a faint one was reported before.
lineage-table-steps = Steps
lineage-table-continuity = Who went along
lineage-method =
    Who went along: members on file at any time before, at any time after, and both. Lists that are not complete make
    every one of these figures a least figure.
lineage-chart = From founding to end
lineage-chart-caption = One line a body, by the founding and the end that sources state; an open line has no stated end.
lineage-note = Everyone whom a source ever called a member, by what is on file.
memberships-table-spells = Networks and roles
memberships-chart = Networks over time
memberships-chart-caption = One line a role, from its earliest start to its latest end; what dates leave open is faint.
rules-table-rules = Rules that may apply
seats-table-seats = Offices
seats-method =
    A place holds office where a source gives it the role of a committee chair, a board seat, the presidency or the
    secretariat, or where a person holds a named post on its behalf. The number of inhabitants is the one stated for the
    time nearest to the office.
seats-chart = Offices over time
seats-chart-caption = One line an office, from its earliest start to its latest end; what dates leave open is faint.
first-title = First members from { THE($place) }
first-none = No dated membership of a network from { THE($place) } is on file.
first-lag = from founding to the first member, at most: median (shortest to longest)
one-or-other = { $one } or { $other }
by-day = by { $day }
indirect-title = Whom { $network } reaches
indirect-none = No member of { $network } is on file for this day.
between-in = , in{" "}
joined-title = { $place }: who is in which networks
joined-none = No member from { THE($place) } of such networks is on file for this day.
joined-by-member = By member
joined-by-network = By network
lineage-title = { $name }: before and after
lineage-none = No source on file says what { $name } came from or became.
lineage-denied = denied
lineage-disagree = sources disagree
lineage-not-yet = not yet
lineage-on-record = on record
lineage-undated = date unknown
members-title = Members of { $network }{ $place }
members-on-file = Members on file
members-no-list = 0 named members: no list of { $network } is on file for this day.
memberships-title = { $name }: networks over time
memberships-none = No membership of { THE($name) } in a network is on file.
memberships-denied = said not to be
memberships-role = { $network } ({ $role })
seats-title = Who held office in { $network }{ $whose }
seats-unplaced = { $n ->
    [one] 1 post-holder without a known city is not shown.
   *[other] { $n } post-holders without a known city are not shown.
}
seats-none = No such office is on file: only plain membership, or nothing.
seats-some-post = a post
seats-row = { $who } ({ $office })
timeline-title = { $name }: what happened when
declaration-of-parties = { $sort }, { $n } parties
declarations-title = Declarations signed
rules-act = act
rolled-up-computed = counted over all agreements of places in { THE($place) }; the page of each has its sources
rolled-up-by-country = By country of the partner
rolled-up-most-tied = Places with the most agreements
with-on-both-sides = place on both sides
with-agreements = Agreements
with-ended = Ended, suspended or in dispute
with-offices = Offices
with-acts = Resolutions or laws that concern it
with-others = Other direct ties
between-title = What ties { THE($a) } and { THE($b) }
between-place = is where it is
# "Held in Copenhagen, 9–12 October 2019. 12 took part by name, 2 spoke."
event-held = Held{ $place }, { $when }.
event-planned = Planned{ $place }, { $when }.
event-undated = An event{ $place }; date unknown.
event-dates-differ = { $days } (sources differ)
days-of-month = { $first }–{ $last } { $month }
event-hosted = Hosted by { $who }.
event-organised = Organised by { $who }.
event-took-part = { $n ->
    [one] 1 took part by name{ $spoke ->
        [0] .
       *[other] {""}, and spoke.
    }
   *[other] { $n } took part by name{ $spoke ->
        [0] .
       *[other] , { $spoke } spoke.
    }
}
event-nobody-named = Who took part is not on file.
event-held-later = To be held{ $place }, { $when }.
event-outcome-unknown = Planned{ $place }, { $when }; no source says that it was held.

# "Mayor of Paris since 2014; chair of C40 2016–2019."
person-posts = { $posts }{ $rest ->
    [0] .
    [one] ; and 1 more post.
   *[other] ; and { $rest } more posts.
}
person-post = { $post } of { THE($body) }{ $when }
person-some-post = a post in { THE($body) }{ $when }
person-founded = Founded { $names }.
person-took-part = { $n ->
    [one] Took part in 1 event: { $names }.
   *[other] Took part in { $n } events: { $names }.
}
post-from-to = {" "}{ $from }–{ $to }
post-until = {" "}until { $to }, start unknown
post-since = {" "}since { $from }
post-from = {" "}from { $from }, { $state }
post-state = , { $state }

# "Office of California in Tokyo, opened 1987; reported closed in 2003."
office-kept = Office of { THE($keeper) }{ $place }{ $opened }; { $state }.
office-opened = , opened { $when }
office-closed-in = reported closed in { $when }
office-closed = reported closed

# "Resolution of opinion by Rochester's council, adopted 3 May 1985, against US policy in Central America; …"
act-sentence = { $what } by { THE($by) }{ $adopted }{ $against }{ $about }; { $state }.
act-adopted = , adopted { $when }
act-organ = { $by }'s { $organ }
act-against = , against { $what }
act-about = , about { $what }

# "Philanthropy in New York, founded 2006. Funds or supports C40."
body-is = { $what }{ $place }{ $founded }{ $dissolved }.
body-founded = , founded { $when }
body-dissolved = , dissolved { $when }
body-end-planned = Its end was planned for { $when }; no source says that it came.
body-founders = Founded by { $names }.
body-run-by = Run by { $names }.
body-runs = Runs { $names }.
body-backs = Funds or supports { $names }.
body-backed = Funded or supported { $names }, by earlier reports.
body-backed-by = Funded or supported by { $names }.
body-once-backed-by = Funded or supported by { $names }, by earlier reports.
act-only-opinion = an opinion, done on its day

# Ties over time: "2005–2008", "from 2013, presumably until 2016".
life-from-to = { $from }–{ $to }
life-from = from { $from }, { $state }
life-by-all = by all sources
life-own-word = by its own word
life-seen = on record
life-carried = reported earlier
life-disputed = in dispute
life-maybe = begun or ended within these years
life-unknown = start or end not known

# Steps of the shortest way. "Rochester has an agreement with Kraków (sister city); Kraków has one with Kyoto (twin)."
way-agreement = { THE($a) } has an agreement with { THE($b) } ({ $kind })
way-declaration = { THE($a) } and { THE($b) } both signed { $thing }
way-members = { THE($a) } and { THE($b) } are both members of { $thing }
way-event = { THE($a) } and { THE($b) } both took part in { $thing }
way-then = { $first }; { $next }
way-sentence = { $said }.
