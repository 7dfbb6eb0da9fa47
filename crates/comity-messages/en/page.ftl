# What stands around and on the pages themselves: head and foot, home, search, the page of a place, answers.

# The head and the foot of every page.
page-skip = Skip to the content
page-search = Search
page-search-hint = City, country, network, question – any language
page-main = Main
page-language = Language
page-explore = Explore
page-networks = Networks
page-questions = Questions
page-sources = Sources
page-data = Data
page-review = Review
page-past = This is what we had on file { $when }.
page-now = Show what is on file now
page-reviewing-as = Reviewing as { $name }.
page-leave = Leave
page-coverage = Coverage
page-history = History of the register
page-about = About, methods and licences
page-accessibility = Accessibility
page-json = This page as JSON
page-as-of = As of { $day }.
page-head = Register at entry { $entry }, head { $hash }.
page-origins = Places: GeoNames, CC BY 4.0. Land: Natural Earth.
page-next = Next page
known-before-batch = before batch { $batch }
known-after-batch = after batch { $batch }
known-at-entry = at entry { $entry }
known-on = on { $day }
moment = { $day }, { $clock } UTC

# Counts that lead to their claims.
count-agreements = { $n ->
    [one] { $n } agreement
   *[other] { $n } agreements
}
count-memberships = { $n ->
    [one] { $n } membership
   *[other] { $n } memberships
}
count-of-sources = { $n ->
    [one] { $n } source
   *[other] { $n } sources
}
count-independent = { $n ->
    [one] { $n } independent source
   *[other] { $n } independent sources
}
count-ties = { $n ->
    [one] { $n } tie
   *[other] { $n } ties
}

# The front page.
home-page = The open register of city diplomacy
home-title = Who is tied to whom, and who says so
home-lede = Cities, counties and states act abroad: they twin, join networks, keep offices, pass resolutions.
home-on-record = On record are
home-and = and
home-from = , from
home-stop = .
home-skip-maps = Skip the maps
home-explore = Explore all ties
door-city = My city
door-city-about = what it has, with whom, since when
door-countries = Two countries
door-countries-about = side by side, and what ended
door-network = A network
door-network-about = who is in it, who leads, who pays
door-list = I have a list
door-list-about = match its names with OpenRefine
home-asked = What people ask
home-nothing-yet = Nothing on record yet.
home-who-says = Who says so?
home-all-questions = All questions
home-exchanges = Largest exchanges
home-sure = How sure is this?
home-searched = What we searched
home-lists = : member lists of { $held } of { $all } networks.
home-to-match = Names to match: { $n }
home-new = New
home-cut-ties = Which US cities cut ties with Russia?
home-american = How American is C40?
home-offices = Do US states still keep offices abroad?
home-apartheid = Who acted against apartheid by 1987?
home-disagree = Where do sources disagree?

# Search.
search-page = Search: { $q }
search-quoted = “{ $q }”
search-no-match = No match for “{ $q }”
search-write = Write a city, country, network or person above, in any script.
search-check = Check the spelling or try another language.
search-see = See what we searched
search-with = : what they have with each other.
search-did-you-mean = Did you mean one of these?
head-name = Name
head-ties-on-record = Ties on record
head-why-here = Why it is here
search-no-ties = no ties recorded
suggest-answer = the answer
suggest-question = a question

# The page of a place or a network.
asof = as of { $day }
action-print = Print
action-copy = Copy
action-data = Data
action-map = Map
action-timeline = Timeline
action-disagreements = Disagreements
action-members = Members
action-ties-on-map = These ties on a map
entity-another-day = Another day
entity-beside = Over time, map and searches
entity-download = Download:
entity-all-of-it = , all of it
entity-ties-file = Ties
entity-numbers-file = Numbers that sources give
entity-with = What does { $name } have with …?
entity-with-hint = a country, city or network
entity-ask = Ask
entity-population = population { $n } (GeoNames)
entities-on-file = { $n } on file
clock-date = Date
clock-hint = A year, month or day: 2024, 2024-02, 2024-02-24
clock-show = Show
clock-known = As known on …
clock-known-field = As known on
clock-today = today

# The list of questions.
questions-lede = Names may be written as you know them, in any script; where a name may mean several, you are asked which.
questions-groups = Groups of questions
questions-narrow = Narrow it down
questions-example = An example
field-subject = Who
field-object = With whom
field-entity = Who or what
field-at = Date
field-a = One side
field-b = The other side
field-of = Of which country
field-population-from = Population from
field-network = Network
field-networks = Networks
field-from = From
field-to = To
field-by = By
field-with = With
field-other = Other
field-kind = Kind
field-country = Country
field-state = State
field-period = Period
field-level = Level
field-layers = Layers
field-kinds = Kinds
field-host = Host
field-against = Against
field-within = Within
field-source = Source
field-since = Since
field-sort = Sort
field-sector = Sector
field-purpose = Purpose
field-city = City
field-cities = Cities
field-in = In
field-issue = Issue
field-area = Area
field-backer = Backer
field-series = Series
field-weights = Weights
field-threshold = Threshold
field-remove = Remove
field-years = Years
field-share = Share

# Answers.
answer-where = Where you are
answer-researchers = For researchers:
answer-panel = Panel
answer-codebook = Codebook
answer-not-searched = Not yet searched means that nobody has looked. It does not mean that there is nothing.
answer-according = According to
answer-has-from = , which has it from
answer-statement = statement
answer-written-as = Written as: { $words }
answer-describes = { " · describes " }{ $day }
answer-show-rows = Show { $n } rows
answer-of = Of
answer-role = Role
answer-kind = Kind
answer-since = Since
answer-evidence = Evidence
answer-listed = Listed
answer-last-reported = Last reported
answer-standing = Standing
answer-with = With
answer-partner = Partner
answer-event = Event
answer-office = Office
answer-act = Act
answer-programme = Programme
answer-unknown = unknown
answer-no-date = no date
answer-years = { $n } years, { $first }–{ $last }
answer-figure = Figure
answer-what-counted = What is counted
answer-when = When
answer-according-to = According to
answer-disagree-on = They disagree on { $topic }.
answer-not-all-right = They cannot all be right.
answer-not-both-right = They cannot both be right.
answer-maybe-both-right = Dates leave it open whether both can be right.
answer-taken-as = Taken as { $parameter }.
answer-what-searched = What we searched
answer-how-made = How these figures are made
answer-picture = Picture:
answer-table = Table:
answer-all-rows = , all rows
answer-sources = Sources
answer-against = Against it:
answer-not-known = not known, or not defined
answer-statements = Statements
answer-all-of = all { $n }
answer-written = Written as
answer-tied-to = Tied to
answer-may-be = May be
answer-why-not-matched = Why it is not matched
answer-source = Source
answer-only-country = only the country fits
answer-match-it = match it
answer-from-source = { " from " }{ $source }
answer-more-hidden = { $n } more are not shown:
answer-show-them = show them
answer-all-statements = all their statements
answer-numbers-of-picture = The numbers of the picture
entities-none = None is on file.
entities-all = all
topic-existence = whether it is so
topic-date = when
topic-count = how many
topic-reading = what was meant
disagreement-contradiction = contradiction
disagreement-tension = tension
disagreement-miscopied = looks miscopied
