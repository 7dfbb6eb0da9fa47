
# Titles, methods, notes and captions.
partners-table-partners = Suggestions, best first
partners-chart-partners = How likely a tie looks
partners-caption-partners = All signs together for the best suggestions; the table has each sign by itself.
partners-method =
    Resource allocation adds 1/k for each shared partner with k partners, Adamic–Adar 1/ln k; overlap is shared
    partners over the partners of either; degree product multiplies their numbers of partners; paths of three steps add
    1/√(k·k) for each way over two partners. Distance is along the great circle.
partners-caveat =
    A suggestion says who looks like those that are tied already: not that a tie would do good, nor that anyone wants
    it. Shared partners that are not on file are not counted.
partners-table-ruled-out = Ruled out by law
partners-ruled-out-note =
    A ban on ties that the place, or what it lies in, adopted, and that is about the other's country.
partners-table-weights = What each sign weighs
partners-tied-to = both are tied to { $names }
partners-both-in = both are in { $names }
partners-apart = { $km } km apart
partners-similar-size = of similar size: { $ours } and { $theirs } inhabitants
partners-other-size = of another size: { $ours } and { $theirs } inhabitants
partners-ties-within = { $n ->
    [one] 1 other tie
   *[other] { $n } other ties
} within { THE($country) }
partners-ties-between = { $n ->
    [one] 1 other tie
   *[other] { $n } other ties
} between { THE($a) } and { THE($b) }
partners-before = were tied before
partners-resource = Resource allocation
partners-adamic = Adamic–Adar
partners-overlap = Overlap of partners
partners-degrees = Degree product
partners-three-steps = Paths of three steps
partners-distance = Distance
partners-size = Size
partners-networks = Networks shared
partners-countries = Other ties of the two countries
partners-method-learnt =
    All together is the log-odds of a logistic regression on the signs, learnt anew from the { $ties } ties on file: a
    tenth of them is hidden by seed { $seed }, and told from four times as many untied pairs. A sign that is not known
    of a pair counts as average.
partners-method-ranks =
    Fewer than { $enough } ties are on file: too few to learn weights from. All together is the mean of the ranks by each
    sign, all weighed alike, from 0 to 1; a sign that is not known of a pair counts as 0.5.
partners-weights-learnt = Learnt from all ties on file but a tenth, which was hidden to test it.
partners-weights-set = Set, not learnt: too few ties are on file.
partners-heading = Who could be a partner of { $city }?
partners-no-ties =
    No agreement and no network of { $city } is on file for this day, so nothing tells who is near to it.
partners-tied-left-out = { $n ->
    [one] 1 place that it is tied to already is left out.
   *[other] { $n } places that it is tied to already are left out.
}
partners-accuracy = a hidden tie is put before an untied pair (AUC, on ties kept apart)
partners-figure = places compared
