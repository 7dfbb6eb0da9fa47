# The front page.

home-proved = Of these { $all }, { $dated } carry a date, and { $several } are told by more than one source. What has no date counts from the day we first read it.
home-map-across = The { $n } largest exchanges of agreements between countries, those within Europe left out
home-map-within = The { $n } largest exchanges of agreements between countries in and around Europe
home-flow = { $one } – { $other }: { $n ->
    [one] one agreement
   *[other] { $n } agreements
}
home-country = { $name }: { $n ->
    [one] one agreement abroad
   *[other] { $n } agreements abroad
}
home-drawn = Agreements between places of two countries, in and around Europe (right) and all others (left): the { $drawn } largest of { $pairs } pairs, { $share } % of all { $n }.
home-drawn-all = Agreements between places of two countries, in and around Europe (right) and all others (left): all { $n } of them.
home-no-flows = No agreement between places of two countries is on record for this day.

# The map on the page of a place.
reach-title = Partners of { $name } by distance and direction
reach-partner = { $name }: { $km } km
reach-caption = { $n } partners in { $countries ->
    [one] one country
   *[other] { $countries } countries
}, by distance and direction. Lines are straight and true from the middle.
