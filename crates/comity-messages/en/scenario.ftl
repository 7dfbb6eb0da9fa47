# What rests on whom, and what would be lost.

backing-summary = { $things ->
    [one] One network or other thing has
   *[other] { $things } networks and other things have
} a backer on file, { $backers ->
    [one] one backer in all.
   *[other] { $backers } different backers in all.
}
backing-most = { $said } { $name } has the most: { $n }.
backing-all-one = { $said } None has more than one.
backing-caveat =
    Amounts of all backers are on file for { $known } of { $all }. Of the others only who backs them is: there may be more
    concentration than the number of backers shows, and no index is given.

before-after-summary = It ended { $when }.
before-after-all-meet = { $said } Every place that met others before meets some after.
before-after-alone = { $said } Afterwards { $n ->
    [one] one place has no other to meet on record{ $names }.
   *[other] { $n } places have no other to meet on record{ $names }.
}

robustness-summary = The largest group of { $places } places is halved once the { $targeted } most tied of them are lost, or { $random } lost at random.
robustness-first = { $said } The first to lose would be { $names }.

what-if-ends = { $n ->
    [0] Nothing on record would end
    [one] One tie on record would end
   *[other] { $n } ties on record would end
}
what-if-made = { $said }, and { $n ->
    [one] one would be made
   *[other] { $n } would be made
}
what-if-fails = { $said }, among them those through { $names }, which would lose { $n ->
    [one] its
   *[other] their
} backing
what-if-nobody-alone = { $said }; every place that meets others now would still do so.
what-if-alone = { $said }; { $n ->
    [one] one place would meet nobody any more{ $names }.
   *[other] { $n } places would meet nobody any more{ $names }.
}
# After a count: all of them, or some.
named-all = : { $names }
named-some = , among them { $names }
what-if-caveat-reaction =
    A scenario knows no reaction: that nobody steps in, and that members do not meet elsewhere, is assumed too.

withdrawal-none = No network would lose { $share } of its backing or more if { $backer } withdrew.
# One sentence in parts: weighed by amounts, counted where none are on file.
withdrawal-if = If { $backer } withdrew,
withdrawal-weighed = { $said } { $names } would lose { $share } of { $n ->
    [one] its
   *[other] their
} backing or more
withdrawal-counted = { $said }{ $and ->
    [0] {""}
   *[other] , and
} { $names } would lose { $most ->
    [one] the only backer on file
   *[other] one of { $n ->
        [one] the
       *[other] at most
    } { $most } backers on file
}, whatever each gives
withdrawal-full-stop = { $said }.
withdrawal-ties = { $said } { $n ->
    [one] One pair of places would share no network any more.
   *[other] { $n } pairs of places would share no network any more.
}

# Titles, methods, notes and captions.
backing-table-networks = By network
backing-table-places = By place, through its networks
backing-chart-networks = Backers on file
backing-caption-networks = Backers of each network on the day.
backing-method =
    Index: the sum of squared shares of money. Effective number of backers: one over it, the number of equal backers
    that would be as concentrated. Without amounts of every backer, in one currency, no share is known: then the number
    of backers is the most that it can be. A place's backers are those of the networks it is in, each network counting
    the same and split equally among its backers unless their amounts are known.
backing-none-on-file =
    No funding or support of anything asked about is on file for this day: somebody would have to enter who backs it,
    with amounts.
before-after-table-own = Its own ties
before-after-method =
    It ended between the earliest and the latest day that sources leave open: by its dissolution, else by the last end
    of a tie of its own, else by that of a post of those who held one in it. All is counted on one day before the first
    and on one day after the second; what may have begun or ended in between is not told apart.
before-after-caveat-ahead = The day after lies ahead of the day asked on: nothing that happens until then can be on file.
before-after-caveat-cause =
    What changed in the same years need not have changed because of it. Where nobody has searched since, fewer ties after
    the end are no loss by themselves.
change-tables-table-figures = Before and after
change-tables-table-lost = What ends
change-tables-table-isolated = Places that meet nobody any more
change-tables-chart-figures = What is left
change-tables-caption-figures = Each figure after the change as a share of what it was before; 1 is no change.
robustness-table-curve = The largest group as more is lost
robustness-table-first = Who is lost first
robustness-chart-curve = The largest group as more is lost
robustness-caption-curve =
    Share of all places in the largest group of tied ones, by the share of places, networks or backers lost.
robustness-method =
    R: the mean, over all losses in order, of the largest group of tied places as a share of all of them; no more than
    0.5 where places are lost. Most tied first is counted anew after every loss; at random is the mean of 20 orders of
    seeds 1 to 20. A network is lost with all that meets in it; a backer is lost with the networks that no other backs.
robustness-none-on-file = No two places of this level meet in anything on this day, as far as is on file.
robustness-heading = How well the places hold together
what-if-method =
    What is asked for is taken away from all that is on record on the day, or added to it, and every figure is counted
    anew. Two places are tied where they meet in something; a path leads over things that places share. Nothing is
    written to the register: the address is the scenario.
what-if-method-backing =
    The part of its backing that a network loses is counted by amounts where all its backers' are on file in one
    currency, else as if all gave the same.
what-if-none-on-file =
    No membership, agreement, backing or other tie is on file for this day: there is nothing to take away.
what-if-table-networks = Networks that lose members or backing
what-if-table-thresholds = How many fail, by what is taken to end a network
what-if-table-contacts = Who loses a coordinator
what-if-chart-thresholds = Networks that would fail
what-if-caption-thresholds = How many networks fail at each share of their backing that is taken to end one.
withdrawal-table-networks = What it backs
withdrawal-table-isolated = Places that share no network any more
withdrawal-table-thresholds = By what is taken to end a network
withdrawal-chart-thresholds = What is lost at each threshold
withdrawal-caption-thresholds =
    Networks that fail and places left alone, by the share of its backing whose loss is taken to end a network.
withdrawal-method =
    A network that loses a share θ of its backing or more fails, and its members meet in it no more. Shares are by
    amounts where all backers' are on file in one currency, else equal. Ties lost: pairs of places that share a network
    before and none after; thinned: fewer than before. Paths lead over shared networks alone.
withdrawal-heading = If { $backer } withdrew
withdrawal-nothing =
    Nothing that { $backer } funds or supports is on file for this day: what it gives, and to whom, would have to be
    entered.
withdrawal-no-amounts = No amounts are on file for { $guessed } of { $n ->
    [one] one backed thing
   *[other] { $n } backed things
}: there it is assumed that all backers give the same.
withdrawal-threshold = Assumes a network fails at { $share } loss (θ): the curve shows every other share.
withdrawal-fail = networks that fail
withdrawal-ties-lost = ties lost
withdrawal-ties-thinned = ties thinned
withdrawal-alone = places left alone
withdrawal-pairs = pairs of places that lose their last path
backing-heading = Funding concentration
backing-heading-of = Funding concentration: { $name }
backing-by-amounts = amounts on file
backing-no-amounts = no amounts on file, only who backs it
before-after-heading = Before and after the end of { $name }
before-after-no-end =
    No source on file says when { $name } ended: a dated end of it, or of a tie of it, would have to be entered.
before-after-post = { $when } at the latest, when a post of { $name } did
percent = { $value } %
what-if-heading = What if { $what }?
what-if-went = { $names } went
what-if-ended = all { $kinds }{ $of }{ $with } ended
what-if-tied = { $pairs } were tied
what-if-and = { $first }, and { $next }
what-if-threshold = Assumes a network fails at { $share } loss; the curve shows how many would at any other share.
what-if-equal-shares = { $n } of them by equal shares, as no amounts are on file.
robustness-order-targeted = places, most tied first
robustness-order-random = places, at random
robustness-order-networks = networks, largest first
robustness-order-backers = backers, of most networks first
robustness-figure = R: { $order }
change-tables-fewer = −{ $n }
change-tables-same = none
change-tables-more = +{ $n }
count-more = { $n } more
change-tables-tied = places tied to another
change-tables-ties = ties between places
change-tables-groups = separate groups of places
change-tables-largest = places in the largest group
change-tables-connected = pairs of places with a path between them
change-tables-memberships = memberships, signatures and presences
change-tables-backings = backings
change-tables-coordination = ties of coordination
change-tables-ended = ties that end
change-tables-alone = places that meet nobody any more
backing-figure-things = networks and other things with a backer
backing-figure-backers = different backers
robustness-figure-targeted = lost, most tied first, until the largest group is halved
robustness-figure-random = lost at random until the largest group is halved
withdrawal-table-assumed = What is assumed
withdrawal-assumed-from = An assumption, not found in a source: change it with `threshold`.
