# What is known of one tie, or of several of a kind: who says so, how new it is, what became of it.

spread-of-one-list = { $n ->
    [one] on one list
   *[other] each on one list
}
spread-of-one-source = { $n ->
    [one] from one source
   *[other] each from one source
}
spread-of-lists = { $several } on two lists or more, { $one } on one
spread-of-two-lists = { $several } on two lists, { $one } on one
spread-of-sources = { $several } from two sources or more, { $one } from one
spread-all-lists = { $several ->
    [one] on two lists or more
   *[other] all on two lists or more
}
spread-all-sources = { $several ->
    [one] from two sources or more
   *[other] all from two sources or more
}

# One agreement. "On record since 1985, 4 statements."
agreement-since = On record since { $began }, { $n ->
    [one] { $n } statement.
   *[other] { $n } statements.
}
agreement-start-unknown = On record, { $n ->
    [one] { $n } statement; start unknown.
   *[other] { $n } statements; start unknown.
}
agreement-last-reported = Last reported { $when }.
agreement-last-reported-long-ago = Last reported { $when }, over { $years } years ago.
agreement-no-end = No report of an end.
agreement-on-one-list = On record: named on { $n } list ({ $titles }, undated). Date unknown.
agreement-on-one-source = On record: named by { $n } source ({ $titles }, undated). Date unknown.
agreement-on-lists = On record, { $n } lists: { $titles }; { $n ->
    [2] neither dated
   *[other] none dated
}; not known to be independent of each other.
agreement-on-sources = On record, { $n } sources: { $titles }; { $n ->
    [2] neither dated
   *[other] none dated
}.
agreement-of-one-origin = On record: named on { $n } lists that { $n ->
    [2] both descend
   *[other] all descend
} from { $origin }; { $n ->
    [2] neither dated
   *[other] none dated
}.
agreement-unconfirmed = { $n ->
    [2] Neither side has confirmed it.
   *[other] No side has confirmed it.
}
agreement-confirmed = Confirmed by { $who }.
agreement-ended = Reported ended { $when }{ $by }.
agreement-suspended = Suspended { $when }{ $by }{ $rivals ->
    [0] .
    [1] ; one report says ended.
   *[other] ; { $rivals } reports say ended.
}
agreement-other-state = { $state }.
agreement-by-side = By side: { $sides }.
agreement-passed-on = { $passed }.
agreement-by = {" "}by { $who }
agreement-in-year = in { $year }
agreement-at-unknown-time = on a day that no source gives
agreement-began = Began { $when }.
agreement-began-unknown = Start unknown.
agreement-still-listed = { $n ->
    [1] An undated list still names it; it may be older than the end.
   *[other] Undated lists still name it; they may be older than the end.
}
agreement-not-counted = Not counted among current ties.
agreement-no-later = No later report found.
ended-by-both = both sides
ended-by-court = a court
ended-by-law = a law
ended-by-expiry = the end of its term
ended-by-dissolution = the end of a side

# How its sides left a tie, and what became of them. "contested: ended for Tampa, on record for Havana"
tie-contested = contested: { $sides }
tie-side = { $state } for { $side }
tie-passed = passed from { $from } to { $to }{ $when }
passed-within = {" "}({ $when })
tie-renamed = { $from } became { $to }{ $when }
tie-not-reaffirmed = { $passed }, not named since

# One membership. "Listed March 2010, 2019 and 2022. Joined by March 2010, start unknown; no later list read; no report that it left."
membership-listed = Listed { $when }.
membership-listed-often = Listed { $n } times, from { $first } to { $last }.
membership-undated = Listed without a date.
membership-joined-by = Joined by { $first }, start unknown; no later list read; { $left }.
membership-since = Member since { $since }; { $left }.
membership-start-unknown = Start unknown; { $left }.
membership-no-report = no report that it left
membership-of = { $member } in { $network }: { $words }

# Where names of sources are too long for a sentence.
titles-below = named below

map-without-point = { $n ->
    [one] One tie is not drawn, because a place has no known point.
   *[other] { $n } ties are not drawn, because a place has no known point.
}
map-stand-in = { $n ->
    [one] One tie of a state or region is drawn at its largest city on file.
   *[other] { $n } ties of states and regions are drawn at their largest city on file.
}
map-any-day = States are drawn at their largest city on file; nations, and places without a point, are not drawn.
map-large-networks = { $n ->
    [one] One network with more than { $members } members is not drawn.
   *[other] { $n } networks with more than { $members } members are not drawn.
}
