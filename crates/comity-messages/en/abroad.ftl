# What places do abroad: missions, money, staff; what they look for and have to give.

head-reported = Reported
head-announced-only = Announced only
head-mission = Mission
head-sent-by = Sent by
head-led-by = Led by
head-places-visited = Places visited
head-trade = Trade
head-trades = Trades
head-days = Days
head-went-along = Went along
head-on-file-as = On file as
axis-missions = missions

missions-title = Missions abroad{ $whose }{ $there }
missions-part-to = {" "}to { THE($place) }
missions-none = No mission abroad of this sort is on file.
missions-summary = { $n } missions abroad are on file, the first in { $first } and the last in { $last }.
missions-of-year = { $n ->
    [one] One mission abroad is on file, in { $year }.
   *[other] { $n } missions abroad are on file, all dated ones in { $year }.
}
missions-undated = { $n ->
    [one] One mission abroad is on file, without a date.
   *[other] { $n } missions abroad are on file, none of them with a date.
}
missions-most = { $said } More went to { THE($place) } than to any other country: { $n }.
missions-announced = { $said } { $n ->
    [one] Of one of them the announcement is on file, not whether it took place.
   *[other] Of { $n } of them the announcement is on file, not whether they took place.
}
missions-method =
    Events of the sort mission, each in the year of its first day. A source that speaks of it as done makes it reported; one
    that looks ahead only announces it. A mission to several countries counts in each of them, one for several trades in
    each of those. Countries are those of today: one to Hong Kong in 1985 counts for China.
missions-figure = missions
missions-figure-most = missions to { THE($place) }
missions-figure-announced = missions of which only the announcement is on file
missions-chart = Missions by year
missions-chart-caption = Missions that are reported, and those that are announced.
missions-table-years = By year
missions-table-hosts = By country visited
missions-table-sectors = By trade
missions-table-missions = Missions
missions-undated-note = { $n ->
    [one] One more has no year of its own.
   *[other] { $n } more have no year of their own.
}
missions-held = reported
missions-only-announced = announced

head-amount = Amount
head-budget = Budget
head-currency = Currency
head-issue-area = Issue area
head-made-by = Made by
head-nearest-other-side = Nearest on the other side
head-places-that-offer-it = Places that offer it
head-places-that-seek-it = Places that seek it
head-programme = Programme
head-purpose = Purpose
head-seeks-or-offers = Seeks or offers
head-staff = Staff
head-stands-under = Stands under

capacity-title = Offices for international affairs{ $whose }
capacity-none = Nothing is on file of the office of a city or state for international affairs.
capacity-summary = { $n ->
    [one] One office of a city or state for international affairs is on file.
   *[other] { $n } offices of cities and states for international affairs are on file.
} { $staff ->
    [0] Of none is it published how many work there,
    [one] Of one it is published how many work there,
   *[other] Of { $staff } it is published how many work there,
} { $budget ->
    [0] and of none what it may spend.
    [one] and of one what it may spend.
   *[other] and of { $budget } what it may spend.
}
capacity-oldest = { $said } The oldest is that of { $place }, of { $year }.
capacity-method =
    Bodies that a source puts within a city, county or state and of which it tells staff, budget, who is above them, what made them
    or since when they are. Nothing is reckoned: each value is as published, beside its year; what nobody publishes is empty.
capacity-figure = offices
capacity-figure-staff = offices of which the staff is published
capacity-figure-budget = offices of which a budget is published
capacity-table-offices = Offices
capacity-table-years = By city and year
capacity-value = { $value } { $unit } ({ $year })
capacity-undated = undated

spending-title = Money for promotion abroad{ $whose }
spending-none = No sum that a state, a city or a federal body spends on promotion abroad is on file.
spending-summary = { $n ->
    [one] One sum for promotion abroad is on file, for { $first }.
   *[other] { $n } sums for promotion abroad are on file, for years from { $first } to { $last }.
}
spending-beside =
    For { $year }, { $states } is put at { $less } million { $currency }, and { $federal } at { $more } million, { $times } times as
    much. { $count }
spending-method =
    Sums as sources state them, for the year or fiscal year that they name. In prices of the last year on file: the sum times that year's
    index over its own year's, by the consumer prices that a source states; a sum of a year without an index has none. Sums for
    different purposes, or of which one is had and another proposed, stand side by side and are never added.
spending-caveat = Fiscal years begin before the calendar year they are named for, and the bodies count different things as promotion.
spending-figure = sums on file
spending-figure-times = times as much
spending-figure-real = { $what }, in millions, in prices of { $year }
spending-head-real = In prices of { $year }
spending-states = states
spending-federal = federal
spending-others = others
spending-proposed = proposed
spending-stated = stated
spending-table-amounts = Sums
spending-chart = Money for promotion abroad, in prices of one year
spending-chart-caption = Millions in prices of { $year }.
axis-millions = millions

needs-title = What is sought and offered{ $there }
needs-none = Nothing that such a place looks for or offers is on file.
needs-summary = { $seek ->
    [one] One place looks for something,
   *[other] { $seek } places look for something,
} { $offer ->
    [0] and none says what it has to offer.
    [one] and one says what it has to offer.
   *[other] and { $offer } say what they have to offer.
}
needs-only-offers = { $offer ->
    [one] One place says what it has to offer; what it looks for is not on file.
   *[other] { $offer } places say what they have to offer; what they look for is not on file.
}
needs-most = { $said } Most is sought in { $area }, by { $n ->
    [one] one place.
   *[other] { $n } places.
}
needs-method =
    What a source says that a place looks for or offers, by the issue area it belongs to. The nearest on the other side offers what is
    sought in the same area, or seeks what is offered, by the great circle; it need not be willing.
needs-figure-seek = places that look for something
needs-figure-offer = places that offer something
needs-table-areas = By issue area
needs-table-wishes = Who seeks and offers what
needs-seeks = seeks
needs-offers = offers

presence-of-title = { THE($one) } and { THE($other) } side by side
presence-of-none = No place of either is a member of a network or in a programme on file.
presence-of-summary =
    As of { $day }, { THE($one) } has { $members ->
        [one] one membership
       *[other] { $members } memberships
    } on record, in { $networks ->
        [one] one network
       *[other] { $networks } networks
    }, and { THE($other) } { $others }, in { $theirs }; { $both ->
        [0] they share none.
        [one] they share one.
       *[other] they share { $both }.
    }
presence-of-posts =
    { $said } Of posts in networks { $posts } of { THE($one) } and { $others } of { THE($other) } are on file over all years; { $now } and
    { $theirs } were held on that day.
presence-of-method =
    Places of either are cities, counties, states and the nation itself, in each network by what is on record on the day; posts are roles
    above plain membership: chair of a committee, board, presidency, secretariat. A year counts what is on record on some day of it.
presence-of-figure-members = memberships on record of { THE($place) }
presence-of-figure-networks = networks with members of { THE($place) }
presence-of-figure-posts = posts of { THE($place) } over all years
presence-of-figure-now = posts of { THE($place) } on that day
presence-of-figure-both = networks that both are in
presence-of-table-networks = In the same networks
presence-of-table-posts = Posts
presence-of-table-programmes = Programmes
presence-of-table-years = By year
presence-of-head-posts = Posts of { THE($place) }
presence-of-years-note = Statements of three members a year stand behind each row.
presence-of-chart = Memberships on record by year
presence-of-chart-caption = Memberships on record on some day of the year.
axis-memberships = memberships
