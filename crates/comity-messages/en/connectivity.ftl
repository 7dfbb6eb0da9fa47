# Who is tied to whom, and how well.

connected-nobody = None of the places asked about has a tie on record.
connected-degree = { $first } has the most partners: { $value }.
connected-between = { $first } lies on the most shortest paths between others.
connected-closeness = { $first } has the shortest ways to all others.
connected-eigenvector = { $first } has the best connected partners.
connected-pagerank = { $first } is met most often by following ties from place to place.
connected-role = { $first } has the most weight in what it shares with others.
connected-presence = { $first } shares most with others.
connected-next = { $said } Next { $n ->
    [one] is { $names }.
   *[other] are { $names }.
}
connected-too-close = { $said } The order of the first places is not given: the values are estimates, and lie closer together than the estimate can tell.
connected-chart-caption = { $said } Shown are the first { $n } places of the table.

backbone-summary = { $n ->
    [0] Of { $pairs } pairs that share something, none shares more than chance would give.
    [one] Of { $pairs } pairs that share something, one shares more than chance would give.
   *[other] Of { $pairs } pairs that share something, { $n } share more than chance would give, { $firm } of them by the strictest test.
}

bridges-none = No place and nothing that places meet in connects others alone: whichever is lost, the rest hold together.
bridges-first = Without { $name }, { $n ->
    [one] one other place would be cut off from the rest.
   *[other] { $n } other places would be cut off from the rest.
}
bridges-all = { $first } In all, { $places ->
    [0] no place
    [one] one place
   *[other] { $places } places
} and { $things ->
    [0] nothing that places meet in
    [one] one thing that places meet in
   *[other] { $things } things that places meet in
} connect others alone.
bridges-caveat =
    A register that has not been told of other ties makes bridges of those it has: read this as where to look, not as what is
    missing.
bridges-chart-caption = { $first } The bars show how many others each would cut off.

change-summary = From { $from } to { $to }, { $began ->
    [0] no tie began by a dated statement
    [one] 1 tie began by a dated statement
   *[other] { $began } ties began by dated statements
} and { $went ->
    [0] none went.
    [one] 1 went.
   *[other] { $went } went.
}
change-first-seen = { $n ->
    [one] Another tie is first named on a list of that time: when it began is not on file.
   *[other] Another { $n } are first named on lists of that time: when they began is not on file.
}
change-from-to = On record for { $from } { $before ->
    [one] is 1 tie
   *[other] are { $before } ties
}, for { $to } { $after ->
    [one] 1 tie.
   *[other] { $after } ties.
}
change-figure-began = began by a dated statement
change-figure-first-seen = first seen on lists of that time

communities-summary = The ties of { $places } places fall into { $n ->
    [one] one group
   *[other] { $n } groups
} of two or more.
communities-runs = { $said } Other runs find { $range } groups.
communities-note = By the run of seed { $seed }. Groups are numbered for this table alone. A row carries no more than { $n } claims.

layers-summary = Of { $places } places with ties, { $everywhere ->
    [0] none has
    [one] one has
   *[other] { $everywhere } have
} ties of { $kinds ->
    [2] both kinds
   *[other] all { $kinds } kinds
}, and { $one ->
    [0] none depends on one kind alone.
    [one] one depends on one kind alone.
   *[other] { $one } depend on one kind alone.
}

ranking-summary = { $holds ->
    [0] By none of { $measures } measures are { $cities } the top { $top } of { THE($place) }.
    [one] By one of { $measures } measures { $cities } are the top { $top } of { THE($place) }; by the others not.
   *[other] By { $holds } of { $measures } measures { $cities } are the top { $top } of { THE($place) }.
}
ranking-chart-caption = Darkest: among the top { $top } of the country; paler the lower it ranks.

partners-none = Nobody on file is left to suggest.
partners-summary = Of { $n } places looked at, { $names } look most like the places that { $city } is tied to.
row-carries = A row carries no more than { $n } of its claims.
