# Counts, ranges and lists: what many sentences share.

count-members = { $n ->
    [one] { $n } member
   *[other] { $n } members
}

# From one number or date to another.
range = { $low } to { $high }

# Two things in a row, and the last two.
list-more = { $first }, { $next }
list-last = { $first } and { $next }

# Parts of titles: whose, with whom, where.
part-of = {" "}of { THE($place) }
part-in = {" "}in { THE($place) }
part-with = {" "}with { THE($place) }
part-from = , from { THE($place) }
decade = { $year }s
between-or = {" "}or{" "}
