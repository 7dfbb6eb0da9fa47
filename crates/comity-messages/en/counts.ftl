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

# How many a source says there are.
quantity-between = { $low } to { $high }
quantity-more-than = more than { $n }
quantity-or-more = { $n } or more
quantity-at-most = at most { $n }
quantity-unstated = an unstated number of
quantity-about = about { $n }
quantity-of = { $n } { $unit }
