# 联系的依据有多充分，写在标记旁边。

evidence-none = 没有来源称其有效
evidence-lists = { $n }份名单
evidence-sources = { $n }个来源
evidence-both = { $sources }、{ $lists }
evidence-side = 一方自述，{ $sources }
evidence-sides = 双方自述，{ $sources }
evidence-paper = 有签署文本，{ $sources }
