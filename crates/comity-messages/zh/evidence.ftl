# 关于一项或几项联系所知的情况：依据、新旧、结局。

spread-of-one-list = { $n ->
   *[other] 各仅见于一份名单
}
spread-of-one-source = { $n ->
   *[other] 各仅有一个来源
}
spread-of-lists = { $several }项见于两份以上名单，{ $one }项见于一份
spread-of-two-lists = { $several }项见于两份名单，{ $one }项见于一份
spread-of-sources = { $several }项有两个以上来源，{ $one }项有一个
spread-all-lists = { $several ->
   *[other] 均见于两份以上名单
}
spread-all-sources = { $several ->
   *[other] 均有两个以上来源
}

# 一项协议。
agreement-since = 自{ $began }在档，{ $n }条声明。
agreement-start-unknown = 在档，{ $n }条声明；始于何时不详。
agreement-last-reported = 最近见于{ $when }。
agreement-last-reported-long-ago = 最近见于{ $when }，距今超过{ $years }年。
agreement-no-end = 未见终止的报告。
agreement-on-one-list = 在档：见于{ $n }份名单（{ $titles }，未注日期）。日期不详。
agreement-on-one-source = 在档：有{ $n }个来源（{ $titles }，未注日期）。日期不详。
agreement-on-lists = 在档，{ $n }份名单：{ $titles }；均未注日期；是否相互独立不详。
agreement-on-sources = 在档，{ $n }个来源：{ $titles }；均未注日期。
agreement-of-one-origin = 在档：见于{ $n }份名单，均源自{ $origin }；均未注日期。
agreement-unconfirmed = { $n ->
    [2] 双方均未证实。
   *[other] 各方均未证实。
}
agreement-confirmed = 经{ $who }证实。
agreement-ended = 据报{ $when }终止{ $by }。
agreement-suspended = { $when }暂停{ $by }{ $rivals ->
    [0] 。
   *[other] ；另有{ $rivals }份报告称已终止。
}
agreement-other-state = { $state }。
agreement-by-side = 各方情况：{ $sides }。
agreement-passed-on = { $passed }。
agreement-by = （由{ $who }）
agreement-in-year = { $year }年
agreement-at-unknown-time = （日期不详）
agreement-began = 始于{ $when }。
agreement-began-unknown = 始于何时不详。
agreement-still-listed = { $n ->
   *[other] 未注日期的名单仍列出，可能早于终止之时。
}
agreement-not-counted = 不计入现有联系。
agreement-no-later = 未见更晚的报告。
ended-by-both = 双方
ended-by-court = 法院
ended-by-law = 法律
ended-by-expiry = 期满
ended-by-dissolution = 一方解散

# 各方如何对待一项联系，以及各方后来的变化。
tie-contested = 双方说法不一：{ $sides }
tie-side = { $side }：{ $state }
tie-passed = 由{ $from }转至{ $to }{ $when }
passed-within = （{ $when }）
tie-renamed = { $from }改为{ $to }{ $when }
tie-not-reaffirmed = { $passed }，此后未再被提及

# 一项成员资格。
membership-listed = 列名于{ $when }。
membership-listed-often = 列名{ $n }次，{ $first }至{ $last }。
membership-undated = 列名，未注日期。
membership-joined-by = 不晚于{ $first }加入，始于何时不详；此后未读到名单；{ $left }。
membership-since = 自{ $since }为成员；{ $left }。
membership-start-unknown = 始于何时不详；{ $left }。
membership-no-report = 未见退出的报告
membership-of = { $member }在{ $network }：{ $words }

# 来源名称过长，句中容纳不下时。
titles-below = 名称见下

map-without-point = { $n ->
   *[other] 有{ $n }项联系因一方没有已知坐标而未绘出。
}
map-stand-in = { $n ->
   *[other] 有{ $n }项州或地区的联系绘于其已收录的最大城市。
}
map-any-day = 州绘于其已收录的最大城市；国家以及没有坐标的地方不绘。
map-large-networks = { $n ->
   *[other] 有{ $n }个成员超过{ $members }的网络未绘出。
}
