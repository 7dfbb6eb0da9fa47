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
    [one] one place has no other to meet on record: { $names }.
   *[other] { $n } places have no other to meet on record: { $names }.
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
    [one] one place would meet nobody any more: { $names }.
   *[other] { $n } places would meet nobody any more: { $names }.
}
what-if-caveat-reaction =
    A scenario knows no reaction: that nobody steps in, and that members do not meet elsewhere, is assumed too.

withdrawal-none = No network would lose { $share } of its backing or more if { $backer } withdrew.
withdrawal-some = If { $backer } withdrew, { $names } would lose { $share } of { $n ->
    [one] its
   *[other] their
} backing or more.
withdrawal-ties = { $said } { $n ->
    [one] One pair of places would share no network any more.
   *[other] { $n } pairs of places would share no network any more.
}
