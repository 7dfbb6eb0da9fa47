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
    each of those.
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
