# Taking a page along and following it: how it is cited, and what feeds say.

cite-heading = Cite
cite-publisher = Comity
cite-register = Comity: the open register of city diplomacy
cite-register-about = Who is tied to whom among cities, counties, states and their networks, since when, and according to whom.
cite-data-set = Data set
cite-version = as of { $day }, register entry { $entry }
cite-version-entry = register entry { $entry }
cite-claim = { $says }, according to { $source }, { $place }
cite-note-page = The address in the reference keeps both clocks: it shows the same later as it does now. Each statement has a source of its own; cite that one for what it says.
cite-note-source = This cites the source itself, not this page.
cite-copy = Copy
cite-files = As a file:

feed-title = Comity: what was recorded
feed-title-of = { $name }: what was recorded
feed-follow = Follow changes (Atom)
feed-recorded = { $n ->
    [one] 1 entry was recorded.
   *[other] { $n } entries were recorded.
}
feed-undone = It was undone by batch { $batch }.
feed-undo = An earlier batch was undone.
feed-erasure = Words of earlier entries were taken down.
feed-upgrade = What an older format recorded was carried over.
feed-according = According to { $source }, { $place }.
