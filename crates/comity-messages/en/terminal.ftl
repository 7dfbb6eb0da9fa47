# What stands around an answer on a terminal.

terminal-as-of = as of { $day }
terminal-rows-left-out = … and { $n } more (--limit, or --format csv)
terminal-columns-left-out = Columns left out: { $columns } (a wider window, or --format csv)
terminal-parts-left-out = { $n ->
    [one] … and one more part: { $parts } (--limit, or --json)
   *[other] … and { $n } more parts: { $parts } (--limit, or --json)
}
terminal-otherwise = otherwise: { $says } { $marks }

terminal-sources = Sources
terminal-sources-left-out = … and { $n } more (--sources full)
source-after = { $source }, after { $root }

terminal-looked-at = { $n ->
    [one] Looked at: { $first }.
   *[other] Looked at: { $first } and others, { $n } sources in all (--sources full names them).
}
terminal-looked-at-one = Looked at: { $source }
terminal-not-looked = Not looked yet: { $layers }.
terminal-waiting = { $n ->
    [one] One statement in the whole register waits for someone to check it.
   *[other] { $n } statements in the whole register wait for someone to check them.
}
terminal-keep-in-mind = Keep in mind: { $caveat }
terminal-caveats-left-out = { $n ->
    [one] … and one more thing to keep in mind (--sources full)
   *[other] … and { $n } more things to keep in mind (--sources full)
}
terminal-method = How this was found: { $method }
terminal-on-file = On file up to entry { $entry }, head { $head }.
terminal-on-file-in-short = On file up to entry { $entry }, head { $head }. How this was found: --sources full.

ask-one = comity ask QUESTION says what it needs, with examples of this register.
ask-all = comity ask --list shows all that each may be told; comity ask --help what every question takes.
ask-usage = Usage: { $command }
snapshot-reading = Reading the register; the next question will find it ready.
ask-examples = Examples that have an answer here:
# The long text of an answer, with a source under each row.
text-otherwise = otherwise { $says }
text-sources = Sources: { $source }
text-and-more = and       { $n } more
text-and-more-sources = … and { $n } more
text-left-out = … and { $n } more (ask for a larger limit)
text-keep-in-mind = To keep in mind
text-method = How this was found
text-on-file = On file up to entry { $entry }, head { $head }
text-searched = Searched
text-search = { $kind }: { $source }: { $n } found, { $how }
not-yet-searched-head = Not yet searched: { $what }
text-to-match = { $n ->
    [one] 1 statement of the whole register is not yet matched
   *[other] { $n } statements of the whole register are not yet matched
}
text-after = , after { $root } ({ $date })
text-written-as = written as "{ $text }" – { $others }
text-may-be = may be { $names }
text-independent = {" "}({ $n } of { $all } independent)
text-waiting = { $n } of { $source }
