# How far an answer can be trusted: disagreement, completeness, changes of the record.

conflicts-none = No source on file disagrees with another.
conflicts-none-about = No source on file disagrees with another about { $subject }.
conflicts-found = Sources disagree: { $parts }.
count-contradictions = { $n ->
    [one] { $n } contradiction
   *[other] { $n } contradictions
}
count-tensions = { $n ->
    [one] { $n } tension
   *[other] { $n } tensions
}
count-copying-errors = { $n ->
    [one] { $n } statement that looks miscopied
   *[other] { $n } statements that look miscopied
}

coverage-summary = { $ties ->
    [one] { $ties } tie is on file
   *[other] { $ties } ties are on file
}, { $single } of them on a single source.
coverage-of = { $ties ->
    [one] { $ties } tie of { THE($subject) } is on file
   *[other] { $ties } ties of { THE($subject) } are on file
}, { $single } of them on a single source.
coverage-networks = Members are on file for { $held } of { $all } networks.

compare-summary = { $a } and { $b }: { $both } in both, { $onlya } only in the first, { $onlyb } only in the second, { $changed } in both and different.
compare-not-placed-too = { $n ->
    [one] { $n } more is not placed in time and cannot be compared.
   *[other] { $n } more are not placed in time and cannot be compared.
}

reciprocity-summary = { $n ->
    [one] { $n } agreement of two parties
   *[other] { $n } agreements of two parties
}: { $both } listed by both sides, { $one } by one side only, { $silent } with no list from the other side.

reciprocity-figure-all = agreements of two parties
reciprocity-figure-both = listed by both sides
reciprocity-figure-one = listed by one side only
reciprocity-figure-silent = with no list from the other side
checked-table-statements = Statements
checked-table-parts = Statement by statement
checked-table-verdicts = How many of each
checked-chart = How its statements fare
checked-chart-caption = Statements of the document by verdict.
checked-caveat =
    A verdict is about what is on file here, not about the world: the document may have looked where nobody on file has.
compare-method =
    Two lists have a tie in common when they name the same two ends, however they call it; a tie that only one has may be
    new, ended, or never have been seen by the other.
compare-caveat = Some rows of the lists are not yet matched to places: a tie that seems to be missing may be among them.
coverage-method =
    Claimed numbers are compared with what is on file for the time each of them describes. Sources that only report
    another count as that other.
coverage-method-2 =
    A tie rests on one source where all who tell of it have it from one and the same. A country is not yet searched for a
    kind of tie if none touches it and no record of a search names it, or everything.
coverage-table-countries = By country
coverage-table-members = By network and country, where a source says how many
coverage-note =
    Claimed and on file are added up over the networks of which a source says how many members it has there; the next
    table tells them apart. All other columns are of every tie on file that touches the country.
coverage-table-networks = By network
history-table-counts = How much is on file
history-table-ties = Ties that changed
history-table-statements = Other statements that were added, removed or decided on
history-method =
    Both sides answer for the same day, each from all that was recorded up to its moment and not undone by then. A change
    is a tie that was added or removed, or stands otherwise on that day.
history-chart = How much is on file
history-chart-caption = Ties, statements and sources on file at the earlier moment and now.
history-caveat = What was added since may be old news: that it was not on file says nothing of whether it was so.
reciprocity-table-one-sided = Listed by one side only
reciprocity-table-countries = By country: of what others list, how much it lists too
reciprocity-method =
    An agreement is listed by the side that a statement names first: in a list by city, the city whose list it is. The
    share is that of agreements listed by both sides among those where a list of both is on file. Its range runs from none
    to all of the sides of which no list is on file.
reciprocity-share = listed by both sides, of those with a list of both
reciprocity-chart = Share of its agreements that a country's side lists
reciprocity-chart-caption =
    Of the agreements that the other side lists, the share that this side lists as well; countries with most agreements
    first.
reciprocity-caveat =
    A list by city is the word of whoever runs it: that it names an agreement under a city is not the city's own word. A
    list that gives each pair only once makes every second side look silent.
sameness-table-pairs = Possible duplicates
sameness-table-decisions = Decided by a person
sameness-method =
    Pairs are proposed where two things of one kind, with no different country, level or sort, have one name, or one goes
    by a name of the other, or the names differ in a letter or two or in the order of words; places in two states, or more
    than 10 km apart, never; agreements where all parties are the same. A proposal is never acted on: a person decides.
sameness-method-2 =
    Statements about two that were merged count for the one that stayed; no statement is rewritten, and undoing the
    decision parts them again.
sameness-undecided = possible duplicates, undecided
sameness-table-names = Names to match
sameness-note = What they may mean is by name alone.
sameness-table-signs = Signs for and against
sameness-note-2 = From the records of both; the statements are some that sources make about each.
conflicts-title-about = Where sources disagree: { $name }
conflicts-method-contradiction =
    Contradiction: one accepted statement says what another denies, says that a tie ended which another saw later, or what
    is on file goes against a statement that there is none, or no more than so many.
conflicts-method-tension =
    Tension: two sources give, within five years, numbers of the same thing that cannot both be right, or different dates
    of one founding or end, or of the beginning of one tie. "Over 200" beside "200" is one round number said twice.
conflicts-method-sides = On each side, sources that have it from one another count as one.
conflicts-method-copying-error =
    Possible copying error: someone found that a source is probably garbled, and said why.
compare-title-lists = { $a } and { $b } compared
compare-title-lists-of = { $whose }: { $a } and { $b } compared
compare-title-dates = What changed from { $a } to { $b }
compare-title-dates-of = { $whose }: what changed from { $a } to { $b }
compare-given-both = two sources and dates
compare-expected-either = either two sources or two dates

coverage-everything = what is on file
coverage-title = How complete is { $name }?
coverage-ties = Ties on file
coverage-on-one-source = Ties on a single source
coverage-statements = Statements on file
coverage-sources = Sources
coverage-with-members = Networks with members on file
coverage-networks-on-file = Networks
coverage-to-match = Statements to match
coverage-networks-note =
    Claimed is the largest number of members that any source gives, whenever; covered is what is on record on the day over
    it. Ties are all that any source ever told of; on one source, the share of them that all who tell have from one and the
    same. Searches are on record as such, those that found nothing too. Last reported is the latest day that a source
    describes. A row carries the claim of the number and one claim each of the first { $n } ties.
reciprocity-title = Agreements listed by both sides
reciprocity-title-of = Agreements listed by both sides: { $name }
reciprocity-none =
    No agreement of two parties is on file for this day: a list of sister cities would have to be imported first.
reciprocity-not-listed = has a list, without it
checked-title = { $source }, checked
checked-title-any = A document, checked
checked-no-document = No document on file has labelled statements; name one as the source.
checked-no-statement =
    No statement of this document is on file: it would have to be read first, and its statements accepted.
# "54 statements: 3 contradicted, 20 hold and 31 cannot be tested."
checked-summary = { $n ->
    [one] 1 statement
   *[other] { $n } statements
}: { $parts }.
checked-statements = statements
checked-figure = statements: { $verdict }
checked-and-more = { $says } (and { $n } more)
checked-copy-note = Of our copy: { $caveat }
checked-our-copy = Every verdict is on our copy. { $caveat }
checked-to-match = { $n ->
    [one] 1 statement of this document is not yet matched, and is not weighed.
   *[other] { $n } statements of this document are not yet matched, and are not weighed.
}
checked-method-verdict =
    A statement is what stands under one label, in one part or several, or a part by itself. Its verdict is the gravest of
    its parts: contradicted, looks miscopied, in tension, more claimed than on file, dates leave it open, rests on this
    document alone, holds, cannot be tested.
checked-method-holds =
    Holds: a source that does not have it from this document, nor from where this document has it, says the same for a
    time that may be the same; or as many as are claimed are surely on file from such sources; or a whole list was searched
    and has none.
checked-method-conflicts =
    Contradictions, tensions and miscopied readings are those of `conflicts`: found by query, never written by hand, except
    that a person says why a reading is doubtful.
checked-denied = not: { $what }
checked-when = { $what } ({ $when })
checked-opinion = an opinion: attributed, never tested
checked-compares = it compares two amounts, and the register holds neither
checked-uncounted = it counts what the register holds no ties of
checked-counted-alike = { $why }; another source counts alike
checked-on-record = { $n } on record from other sources, { $claimed } claimed
checked-on-record-by-country = { $n } on record by country from other sources, { $claimed } claimed
checked-not-searched-whole = nothing on file goes against it, but nobody has searched all of it
checked-none-found = searched whole, and none found: { $lists }
checked-other-date = another source has another date
checked-description = a description in words, without a number or a date to test
checked-nobody-says = nobody else on file says
checked-others-differ = others on file say something else of it
checked-not-in-this-role = others have the tie, but not in this role
checked-nobody-else = nobody else on file says so, and nobody denies it
checked-said-elsewhere = said by a source that does not have it from here
checked-others-assert = others say that it is so, or saw it later
checked-others-deny = others say that it is not so, or ended before
conflict-dates-open = { $says } (dates leave it open)

verdict-contradicted = contradicted
verdict-copying-error = looks miscopied
verdict-tension = in tension
verdict-gap = more claimed than on file
verdict-open = dates leave it open
verdict-alone = rests on this document alone
verdict-holds = holds
verdict-untestable = cannot be tested
verdict-contradicted-count = { $n } contradicted
verdict-copying-error-count = { $n ->
    [one] { $n } looks miscopied
   *[other] { $n } look miscopied
}
verdict-tension-count = { $n } in tension
verdict-gap-count = { $n ->
    [one] { $n } claims more than is on file
   *[other] { $n } claim more than is on file
}
verdict-open-count = { $n } left open by dates
verdict-alone-count = { $n ->
    [one] { $n } rests on this document alone
   *[other] { $n } rest on this document alone
}
verdict-holds-count = { $n ->
    [one] { $n } holds
   *[other] { $n } hold
}
verdict-untestable-count = { $n } cannot be tested
verdict-contradicted-meaning = an accepted statement, or what is on file, says otherwise
verdict-copying-error-meaning = someone found that our copy is probably garbled here, and said why
verdict-tension-meaning = another source gives, for about the same time, what cannot be right as well
verdict-gap-meaning = a gap of the register, not of the document: fewer are on file than it counts
verdict-open-meaning = as many may be on file as it counts, but their dates do not say for sure
verdict-alone-meaning = nothing on file speaks for it or against it
verdict-holds-meaning = a source that does not have it from here says so too, or what is on file bears it out
verdict-untestable-meaning = an opinion, or a description in words without a number or a date to test
history-title = What changed on file since entry { $entry }
history-title-about = What changed on file about { THE($name) } since entry { $entry }
history-exchange = The earlier moment is after the one asked from: exchange them.
history-earlier-side = The earlier side is the register up to entry { $entry }, head { $head }.
history-none = Nothing that was asked about has changed on file.
# "Since entry 100, 3 ties and 1 other statement have changed on file."
history-summary = Since entry { $entry }, { $ties ->
    [0] no tie
    [one] 1 tie
   *[other] { $ties } ties
} and { $others ->
    [0] no other statement
    [one] 1 other statement
   *[other] { $others } other statements
} changed on file.
history-figure = { $label }: now, of then { $then }
history-ties = ties on record on the day
history-possible-ties = ties that nothing rules out on the day
history-statements = statements that are no ties
history-sources = sources in the register
history-computed = Counted over all that was on file; the statements that made the difference stand in the rows below.
history-not-on-file = not on file
history-then = then
history-now = now
sameness-title = Which are one and the same?
sameness-title-of-two = Are { $a } and { $b } one?
sameness-merged = decided to be the same
sameness-told-apart = decided to be two
sameness-summary = { $waiting ->
    [one] 1 possible duplicate is undecided
   *[other] { $waiting } possible duplicates are undecided
}; { $decided ->
    [one] 1 pair was decided by a person.
   *[other] { $decided } pairs were decided by a person.
}
sameness-one = They are one on file.
sameness-same = The same, says { $by }.
sameness-distinct = Not the same, says { $by }.
sameness-unsure = { $by } was not sure.
sameness-nothing-against = Nobody has decided; nothing on file speaks against it.
sameness-kept-apart = Nobody has decided; they are kept apart.
sameness-signs = { $n ->
    [one] 1 sign for it
   *[other] { $n } signs for it
}, { $against } against.
sameness-figure-for = signs for it
sameness-figure-against = signs against
sameness-skipped = skipped
sameness-not-yet = undecided
sameness-decided-same = the same: merged into the other
sameness-decided-distinct = not the same
sameness-decided-unsure = not sure
sign-name = name
sign-kind = kind
sign-country = country
sign-region = state or region
sign-level = level
sign-sort = sort
sign-parties = parties
sign-point = where it lies
sign-km-away = { $km } km away
sign-for = for it
sign-against = against it
sign-neither = neither way

# The page of a checked document: what would lead to another verdict.
change-contradicted = A source for the same days that outweighs the one against it, or a correction of that one.
change-copying-error = A sound copy of the document at this place.
change-tension = A source that shows which of the two is right, or that both are: of another day, or counted in another way.
change-gap = Names: as many on file as it counts. Fewer on file is no proof that it is wrong.
change-open = Dates for those on file: since when, and until when.
change-alone = A source that says so, or that it is not so, and does not have it from this document.
change-holds = A source that says otherwise for the same time.
change-untestable = A number or a date in place of the description.
change-opinion = Nothing on file can: an opinion is given as the word of whoever holds it.
change-compares = Both amounts, each with a source, for the same time.
change-uncounted = Another source that counts the same, or ties of this kind on file.
change-not-searched-whole = A search of everything that could show it, or one case on file that goes against it.
change-not-in-this-role = A source that has the tie in this role, or in another for the same time.

checked-page = The note, checked
checked-page-what = Every statement of the document stands here with who else says so, who does not, and what would change the verdict.
checked-page-source = The document and its statements
checked-page-tables = As tables
checked-left-out = { $n ->
    [one] One more with this verdict is not shown.
   *[other] { $n } more with this verdict are not shown.
}
checked-all-parts = All { $n } parts of this statement
checked-where = Where
checked-because = Because
checked-for = Who else says so
checked-against = Who does not
checked-would-change = What would change this
