# 由人判断的事：待比对的名称，可能的重复。

likeness-parties = 双方都是{ $names }
likeness-name = 两者都叫{ $name }
likeness-other-name = { $name }也是{ $other }的名称
likeness-spelling = { $name }与{ $other }写法相近

band-likely = 有一个含义很可能（80 %及以上）
band-fair = 有一个含义领先（50至80 %）
band-faint = 没有领先的含义（低于50 %）
band-none = 未找到含义

facet-source = 来源
facet-kind = 所求类别
facet-country = 原文所写国家
facet-band = 可能性
facet-no-country = 未写明
facet-polity = 市、县、州或国家
facet-claim = 某条声明是否正确
