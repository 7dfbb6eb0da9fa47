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
connected-chart-caption = Shown are the first { $n } places of the table.

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
bridges-chart-caption = The bars show how many others each would cut off.

change-summary = From { $from } to { $to }, { $began ->
    [0] no tie began by a dated statement
    [one] 1 tie began by a dated statement
   *[other] { $began } ties began by dated statements
} and { $went ->
    [0] no pair lost its last tie on record.
    [one] 1 pair has no tie on record any more.
   *[other] { $went } pairs have no tie on record any more.
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
communities-note = By the run of seed { $seed }. Groups are numbered for this table alone.

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
partners-all-barred = Nobody on file is left to suggest: { $n ->
    [one] the only one is
    [2] both are
   *[other] all { $n } are
} ruled out by a law.
partners-summary = Of { $n } places compared, { $names } look most like the places that { $city } is tied to.

# Titles, methods, notes and captions.
backbone-table-pairs = Pairs, the most surprising first
backbone-method =
    Each pair that shares k things is compared with two draws of as many things as each is in, out of all things
    counted: p is the chance of sharing k or more. All pairs are tests, those that share nothing included.
backbone-method-disparity =
    Disparity: how likely one tie would take so large a share of either side's ties, each shared thing counting one
    over its other members.
backbone-heading = Ties that are more than chance
bridges-table-single-ties = Single ties that alone connect
bridges-chart-alone = Whom their loss would cut off
bridges-method =
    Cities and the things they meet in are the nodes of one graph. Alone connects: without it, others could no longer
    reach each other. Cut off: all who would no longer be with the largest of the parts left; only cities count, not
    things. A single tie: two meet in one thing alone, or in several, and without their tie would be apart.
bridges-figure-cities = alone connect others
bridges-figure-things = things they meet in that alone connect others
bridges-figure-single-ties = single ties
bridges-heading = Who alone connects
change-table-kinds = By kind of tie
change-chart-came-and-went = Ties that came and went
change-caption-came-and-went = By kind of tie.
change-method =
    A tie came if it is on record at the later date and not at the earlier; going is the same the other way round.
    Jaccard: ties of both dates over those of either. Turnover: came and went over all ties of both dates.
change-figure-ties-before = ties before
change-figure-ties-after = ties after
change-figure-came = came
change-figure-went = went
change-figure-jaccard = Jaccard
change-figure-turnover = turnover
change-caveat =
    A tie without dates is placed on no earlier day than its list was read; a list read once cannot tell what ended.
change-kinds-note = A pair that meets in things of several kinds counts in each.
communities-table-groups = Groups, the largest first
communities-method =
    Does it follow? Assortativity: 1 if every tie stays within, 0 as by chance, below 0 if ties avoid their own. E-I:
    −1 if all ties are within, 1 if all are between. Only those of whom it is known count.
communities-caveat =
    Runs differ: what holds is that they are about as good as each other, not which city is in which group. The groups
    listed are those of the best run.
communities-heading = Groups that hold together
communities-table-follow = Do ties follow …
communities-table-mixing = Who meets whom
communities-chart-mixing = Who meets whom
communities-caption-mixing = Dark on the diagonal: ties stay within a country.
communities-follow-note =
    A city's issue area and backer are those of most of the things it is in; language is on file of no city.
communities-follow-from =
    Computed from all ties together: the rows of the table of groups carry claims for them.
connected-table-agreement = Do the measures agree?
connected-table-weights = Weights of roles
connected-method =
    Partners: how many it meets. Between others: pairs of others whose shortest way passes it. Closeness (harmonic):
    the sum of one over the distance to every other. Eigenvector: how well connected its partners are, in the largest
    connected part alone. PageRank: where a walker is who follows a tie 85 times in 100.
connected-method-taylor =
    Taylor's N: the sum over things of its own role weight times the weights of all others in it; N without roles
    counts every presence as 1. N is largely fixed by the sizes of the things.
connected-agreement-note =
    1: the same order; 0: unrelated; −1: reversed. Cities for which one of the two is not defined are left out of that
    pair.
connected-weights-note =
    Those in networks follow Taylor's scale, the others are set beside it; `weights` changes them.
connected-weights-from = Set by whoever asks, not found in a source.
connected-table-confidence = More than the numbers of partners alone would give?
layers-table-cities = City by city, the most evenly spread first
layers-table-alike = How alike the kinds are
layers-table-overlap = In how many kinds pairs are tied
layers-chart-alike = How alike the kinds of tie are
layers-method =
    Participation: 0 if all of a city's ties are of one kind, 1 if they are spread evenly over all kinds. Entropy of
    that spread, in nats. Overlapping: its partners added up over the kinds; distance from the mean in standard
    deviations. Two kinds are as alike as the share of pairs tied in either that are tied in both.
layers-heading = How ties spread over their kinds
ranking-table-measures = By each measure
ranking-table-ranks = Rank of each
ranking-chart-ranks = Where each stands by each measure
ranking-method =
    A rank is one more than the number of cities of the country with a greater value, so that equals share the better
    rank. By a measure the statement holds if each of the n named cities ranks n or better. Measures are those of
    `connected`, over the graph of all countries.
ranking-figure = measures by which they are
ranking-caveat = A city is as connected here as the register has been told: a city nobody has listed ranks low.
ranking-ranks-note = Ranks within the country; empty: no tie on record.
tie-matrix-figure-in-the-graph = in the graph
tie-matrix-figure-ties-between-them = ties between them
connected-transitivity = partners of partners who are partners (transitivity)
connected-assortativity = the well connected meet the well connected (assortativity)
connected-largest-part = share in the largest connected part
backbone-firmly = firmly
backbone-method-stands =
    Stands firmly: p is no more than { $alpha } over the number of tests (Bonferroni). Stands: of all that stand, no more
    than a share of { $alpha } is chance (false discovery rate).
backbone-tested = tested
backbone-share = share something
backbone-stand = stand under the false discovery rate
backbone-stand-firmly = stand firmly, under Bonferroni
layers-one-kind = Ties of fewer than two kinds are on file for this day.
layers-one-issue = Things of fewer than two issue areas tie anybody on file on this day.
figure-places-tied = places with ties
layers-figure-everywhere = active in every kind
layers-figure-one-kind = depend on one kind
layers-chart-caption = Darker: more of the pairs tied in either are tied in both, among { $names }.
change-heading = What changed from { $from } to { $to }
change-table-came = Ties that came
change-table-went = Ties that went
change-dot = { $kind }, { $group }
connected-heading = Most connected cities
connected-heading-in = Most connected cities in { THE($place) }
connected-sampled =
    How often a place lies between others is estimated from { $pairs } pairs of places drawn by chance: all pairs would
    take too long. 95 of 100 places are no farther off than the error beside them.
connected-table-cities = By { $measure }
connected-note =
    To check: statements about it that nobody has matched yet, which may add partners.
connected-from-all = Computed from all ties together: the rows of the first table carry claims for them.
tie-matrix-too-large = Very large networks are left out, for they would link everyone to everyone: { $names }.
ranking-heading = Are { $cities } the top { $top } of { THE($place) }?
ranking-city-rank = { $city } ({ $rank })
ranking-city-untied = { $city } (no tie on record)
bridges-table-cities = Cities that alone connect
bridges-table-things = Networks and other things that alone connect
communities-method-groups =
    Groups: the Leiden algorithm for modularity, { $seeds } runs with the seeds 1 to { $seeds }. Modularity: the share of
    ties within groups, less what the numbers of partners alone would give.
communities-figure-modularity = modularity of the best run (worst to best)
communities-figure-groups = groups of two and more (least to most)
communities-trait-country = country
communities-trait-issue = issue area
communities-trait-backer = backer
communities-mixing-note = The { $n } countries with most ties.
connected-no-confidence = The graph has too many ties to be compared with random graphs here; one place or one kind of tie has fewer.
connected-confidence-note = { $rounds } random graphs in which everyone keeps its number of partners (Maslov & Sneppen 2002).
