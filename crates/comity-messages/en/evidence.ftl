# What is known of one tie, or of several of a kind: who says so, how new it is, what became of it.

spread-of-one-list = { $n ->
    [one] on one list
   *[other] each on one list
}
spread-of-one-source = { $n ->
    [one] from one source
   *[other] each from one source
}
spread-of-lists = { $several } on two lists or more, { $one } on one
spread-of-two-lists = { $several } on two lists, { $one } on one
spread-of-sources = { $several } from two sources or more, { $one } from one
spread-all-lists = { $several ->
    [one] on two lists or more
   *[other] all on two lists or more
}
spread-all-sources = { $several ->
    [one] from two sources or more
   *[other] all from two sources or more
}
