# Several side by side.

compare-page = Compare
compare-form = Compare up to five, side by side
compare-with = Compare { $name } with …
compare-another = Compare with another
compare-add = Compare
compare-leave-out = Leave out { $name }
compare-too-many = at most { $most } can be compared
compare-what = What it is
compare-place = In
compare-people = Population (GeoNames)
compare-on-record = Agreements on record
compare-members = Members on record
compare-first-tie = First
compare-first = { $name }, { $since }
compare-no-beginning = no source says since when
compare-many-rows = too many rows to look through
compare-of-places = { $n } of its places
compare-not-of-places = not worked out for its places
compare-dated = With a date
compare-several = On two lists or sources
compare-confirmed = Confirmed by it
compare-of = { $n } of { $all }
compare-newest = Last reported
compare-none-dated = no dated source
compare-offices = Offices
compare-office = { $name } ({ $state })
compare-coverage = What was searched
compare-searched = { $n ->
    [one] { $n } source
   *[other] { $n } sources
}
compare-shared = Partners another has too
compare-alone = Partners of its own
compare-networks-shared = Networks another is in too
compare-networks-alone = Networks it alone is in
compare-no-such = none of these
