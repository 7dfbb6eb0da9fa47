# What a person decides: names to match, possible duplicates.

likeness-parties = both are between { $names }
likeness-name = both are called { $name }
likeness-other-name = { $name } is also a name of { $other }
likeness-spelling = { $name } and { $other } are written alike

band-likely = one meaning is likely (80 % and more)
band-fair = one meaning leads (50 to 80 %)
band-faint = no meaning leads (below 50 %)
band-none = no meaning found

facet-source = Source
facet-kind = What is sought
facet-country = Country, as written
facet-band = How likely
facet-no-country = none stated
facet-polity = city, county, state or country
facet-claim = whether a statement is right
