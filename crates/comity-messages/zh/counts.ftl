# 许多句子共用的数目、范围与并列。

count-members = { $n }个成员

# 从一数或一日到另一数或一日。
range = { $low }至{ $high }

# 并列的两项，以及最后两项。
list-more = { $first }、{ $next }
list-last = { $first }和{ $next }

# 标题中的部分：谁的、与谁、在哪里。
part-of = （{ $place }）
part-in = （{ $place }）
part-with = （与{ $place }）
part-from = （来自{ $place }）
decade = { $year }年代
between-or = 或

# 来源所说的数目。
quantity-between = { $low }至{ $high }
quantity-more-than = 超过{ $n }
quantity-or-more = { $n }或以上
quantity-at-most = 至多{ $n }
quantity-unstated = 数目未说明
quantity-about = 约{ $n }
quantity-of = { $n } { $unit }
