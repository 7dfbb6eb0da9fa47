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

reciprocity-summary = { $n ->
    [one] { $n } agreement of two parties
   *[other] { $n } agreements of two parties
}: { $both } listed by both sides, { $one } by one side only, { $silent } with no list from the other side.
