# What is taken away from the explorer: the ties of a view as files, its picture, its address.

view-ties = { $day }: { $n ->
    [one] { $n } tie
   *[other] { $n } ties
} on record.
view-members = { $day }: { $n ->
    [one] { $n } member
   *[other] { $n } members
} on record.
view-undated = { $n } undated, which may or may not have held then.
view-undated-out = { $n } undated, left out.
view-stopped = { $n } ended, suspended or in dispute.
view-stopped-out = { $n } ended, suspended or in dispute, left out.

view-title-all = Ties between places
view-title-of = Ties of { THE($one) }
view-title-between = Ties between { THE($one) } and { THE($other) }
view-title-members = Members of { $network }
view-title-narrowed = { $whose }: { $of }
view-files = Its ties as files; ZIP has all of them, with what they mean and how they are cited:

embed-source = Source: { $source }. Places: GeoNames, CC BY 4.0.
embed-back = See it at Comity, with its sources
embed-needs-script = The picture needs JavaScript. The page behind the link has the same as a list.
embed-heading = Show it in another page
embed-copy = Copy the code
