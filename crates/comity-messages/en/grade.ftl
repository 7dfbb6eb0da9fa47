# How well a tie is proved, beside the boxes of its mark.

evidence-none = no source says that it holds
evidence-lists = { $n ->
    [one] 1 list
   *[other] { $n } lists
}
evidence-sources = { $n ->
    [one] 1 source
   *[other] { $n } sources
}
evidence-both = { $sources }, { $lists }
evidence-side = a side says so, { $sources }
evidence-sides = both sides say so, { $sources }
evidence-paper = signed paper, { $sources }
