# Parts of answers: headings, notes, what stands where there is nothing.

claimed-note = sources may disagree; none is overwritten
section-compare-table-ties = Compared
conflicts-contradictions-note = one source says what another denies
conflicts-tensions-note = numbers or dates of about the same time that cannot both be right
conflicts-copying-errors-note = statements that someone found to be probably garbled
section-coverage-table-claimed = Claimed numbers beside what is on file
section-members-table-countries = Members by country
section-members-chart-caption = Members on record on the day.
members-others = Were members, will be, or are said not to be
happened-title = What happened when
timeline-chart-caption = Each line is what one source says; an end that no source gives is broken off.
timeline-statements = Statements
claimed-counts-table-claimed = Claimed by sources, beside what is on file
claimed-counts-note =
    Each number is compared with what is on file for the time it describes; covered is what is on file over what is
    claimed.
none-on-file = nothing on file
none-found = none found
not-searched = not yet searched
country-not-on-file = country not on file
named-and-more = { $named } and { $n } more
count-sources = { $n ->
    [one] 1 source
   *[other] { $n } sources
}
count-steps = { $n ->
    [one] 1 step
   *[other] { $n } steps
}

rules-none = no rule on file
rules-not-searched = no rule on file; acts: not yet searched
claimed-title = How many, according to sources
claimed-file = Numbers that sources give
ties-file = Ties

fact-what = what
fact-in = in
fact-also-called = also called
fact-population = population
fact-geonames = GeoNames
fact-wikidata = Wikidata
fact-id = ID

profile-opinions = Opinions
profile-own-ties = Of { THE($name) } itself: { $kind }
profile-co-signed = { $n ->
    [one] 1 co-signature
   *[other] { $n } co-signatures
} by { $others ->
    [one] 1 other
   *[other] { $others } others
}
profile-no-own-tie = Of { THE($name) } itself no tie is on file.
profile-no-tie = No tie is on record. See what we searched, below.
rolled-up-domestic = { $n } of them between places within it

between-direct-ties = Direct ties
between-tied-to-both = Tied to both
between-strength = How strong it is
between-what-both-are-in = What both are in
between-way = Shortest way from one to the other
between-no-way = no way over what is on file

compare-only-in = Only in { $side }
compare-changed = In both, and different
compare-in-both = In both
compare-not-placed = { $n } not placed in time: cannot be compared
compare-waiting = May belong here, and not yet matched

conflict-surely = surely
conflict-perhaps = perhaps
conflicts-title = Where sources disagree
conflicts-contradictions = Contradictions
conflicts-tensions = Tensions
conflicts-copying-errors = Possible copying errors

coverage-on-file = On file
coverage-waiting = Not yet matched

members-none = no named member is on file
members-file = Members
members-chart = { $title }, by country

timeline-chart = { $name } over the years

with-unconfirmed = Unconfirmed matches
with-not-counted = not counted
with-unconfirmed-file = Unconfirmed matches, not counted
with-acts-about = Resolutions or laws that concern { THE($name) }
with-networks-searched = member lists found for { $held } of { $all } networks
with-networks-shared = Networks both sides are in
with-nearby = Others in { THE($place) } with ties to { THE($object) }
with-nearby-file = Others nearby with ties there
with-events = Events both sides attended
held-unstated = an unstated number
held-of-claimed = { $held } of { $claimed } on file
completeness-unknown = completeness unknown
member-list-enough =
    Members on file are enough where they are at least { $part } of the largest number of members that any source claims,
    or where a list was searched whole for the time asked about and nobody claims more for it.
member-list-unclaimed = { $held } on file, number of members not claimed
member-list-of-claimed = { $held } on file of at most { $claimed } claimed
member-list-searched = { $said }; the list of { $when } was searched whole
method-on-record =
    On record: a source says so for this day, or said so earlier and nothing has ended it, as long as ties of its kind are
    carried. A source that describes a day makes certain that day only; one without a date speaks from the day it was read.
    Counts are of what is on record.
figure-not-defined = not defined
profile-participants = Who took part
profile-parties = Parties
profile-act = Who adopted it, and what it concerns
profile-office = Whose office it is
profile-events = Took part in events
profile-represented = Represented in
profile-seat = Seat
# "3, 2005–2019": how many, and when.
group-over-years = { $n }, { $years }
years-from-to = { $from }–{ $to }

# The page of a network.
facts-title = Facts
growth-counted = From { $from } to { $to } members
growth-named = From { $from } to { $to } named members
growth-over-time = Members over time
growth-caption =
    The line goes through what sources count, the largest where they differ. A ring is how many members one source names
    for one day; short lists are left out, and a list may not be whole.
growth-by-count = counted by a source
growth-by-name = named by a source
lives-leaders = Who led it
lives-backers = Who backs it
lives-networks = Networks over time
lives-sides = Over time

# What can be chosen of a table of ties.
choice-kind = Kind
choice-country = Country
choice-state = Standing
choice-period = Began
choice-undated = decade not known
choice-only = only { $what }: { $n } of { $all }
choice-none = none of them is like that
choice-title = Show only
choice-all = All { $n }
choice-more = { $n } more
with-places = Agreements by place
with-places-of = Places in { THE($one) } with agreements with { THE($other) }
with-places-unit = agreements
with-places-caption = { $shown } of { $all } places, by how many agreements are on record.
