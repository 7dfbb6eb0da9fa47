# 各地对外所做之事：出访、经费、人员，以及寻求与提供。

head-reported = 已报道
head-announced-only = 仅有预告
head-mission = 出访
head-sent-by = 派出方
head-led-by = 带队
head-places-visited = 所访之地
head-trade = 行业
head-trades = 行业
head-days = 天数
head-went-along = 同行
head-on-file-as = 收录为
axis-missions = 出访次数

missions-title = 出访{ $whose }{ $there }
missions-part-to = （赴{ $place }）
missions-none = 尚未收录此类出访。
missions-summary = 收录出访{ $n }次，最早在{ $first }年，最近在{ $last }年。
missions-of-year = { $n ->
    [one] 收录出访1次，在{ $year }年。
   *[other] 收录出访{ $n }次，有日期者均在{ $year }年。
}
missions-undated = 收录出访{ $n }次，均无日期。
missions-most = { $said }去往{ $place }的最多：{ $n }次。
missions-announced = { $said }其中{ $n }次只收录了预告，是否成行不详。
missions-method = 类别为出访的活动，各计入其首日所在年份。来源称已成行的为已报道；只预告的为仅有预告。出访多国的在各国分别计入，涉及多个行业的在各行业分别计入。国家以今日为准：1985年赴香港者计入中国。
missions-figure = 出访
missions-figure-most = 赴{ $place }的出访
missions-figure-announced = 仅有预告的出访
missions-chart = 历年出访
missions-chart-caption = 已报道的出访与仅有预告的出访。
missions-table-years = 按年份
missions-table-hosts = 按所访国家
missions-table-sectors = 按行业
missions-table-missions = 各次出访
missions-undated-note = 另有{ $n }次没有确定年份。
missions-held = 已报道
missions-only-announced = 仅有预告

head-amount = 金额
head-budget = 预算
head-currency = 货币
head-issue-area = 议题
head-made-by = 设立依据
head-nearest-other-side = 另一侧最近者
head-places-that-offer-it = 能提供的地方
head-places-that-seek-it = 寻求的地方
head-programme = 项目
head-purpose = 用途
head-seeks-or-offers = 寻求或提供
head-staff = 编制
head-stands-under = 隶属

capacity-title = 外事机构{ $whose }
capacity-none = 尚未收录市或州的外事机构情况。
capacity-summary = 收录{ $n }个市、州外事机构。{ $staff ->
    [0] 均未公布工作人数，
   *[other] 其中{ $staff }个公布了工作人数，
}{ $budget ->
    [0] 也都未公布经费。
   *[other] { $budget }个公布了经费。
}
capacity-oldest = { $said }最早的是{ $place }的，设于{ $year }年。
capacity-method = 来源归于某市、县或州，并说明其编制、预算、上级、设立依据或设立时间的机构。不作任何推算：各值均按所公布，并列年份；无人公布的留空。
capacity-figure = 机构
capacity-figure-staff = 公布编制的机构
capacity-figure-budget = 公布预算的机构
capacity-table-offices = 机构
capacity-table-years = 按城市与年份
capacity-value = { $value }{ $unit }（{ $year }）
capacity-undated = 未注日期

spending-title = 对外推广经费{ $whose }
spending-none = 尚未收录州、市或联邦机构的对外推广经费。
spending-summary = { $n ->
    [one] 收录1笔对外推广经费，{ $first }年。
   *[other] 收录{ $n }笔对外推广经费，{ $first }至{ $last }年。
}
spending-beside = { $year }年，{ $states }据称为{ $less }百万{ $currency }，{ $federal }为{ $more }百万，是前者的{ $times }倍。{ $count }
spending-method = 金额按来源所述，归于其所指年份或财年。按收录的最后一年价格：金额乘以该年指数除以本年指数，指数为来源所述消费物价；本年没有指数的不折算。用途不同，或一为已拨一为拟拨的，并列而不相加。
spending-caveat = 财年早于其所名的公历年开始，各机构所计的推广内容也不相同。
spending-figure = 收录的金额
spending-figure-times = 倍数
spending-figure-real = { $what }，百万，按{ $year }年价格
spending-head-real = 按{ $year }年价格
spending-states = 各州
spending-federal = 联邦
spending-others = 其他
spending-proposed = 拟拨
spending-stated = 所述
spending-table-amounts = 金额
spending-chart = 对外推广经费，按某一年价格
spending-chart-caption = 百万，按{ $year }年价格。
axis-millions = 百万

needs-title = 寻求与提供{ $there }
needs-none = 尚未收录此类地方所寻求或提供的内容。
needs-summary = { $seek }个地方有所寻求，{ $offer ->
    [0] 没有地方说明能提供什么。
   *[other] { $offer }个地方说明能提供什么。
}
needs-only-offers = { $offer }个地方说明能提供什么；寻求什么尚未收录。
needs-most = { $said }寻求最多的是{ $area }，共{ $n }个地方。
needs-method = 来源称某地所寻求或提供的内容，归入相应议题。另一侧最近者，指同一议题下能提供所求或寻求所供、大圆距离最近的地方；对方未必愿意。
needs-figure-seek = 有所寻求的地方
needs-figure-offer = 能够提供的地方
needs-table-areas = 按议题
needs-table-wishes = 谁寻求、谁提供什么
needs-seeks = 寻求
needs-offers = 提供

presence-of-title = { $one }与{ $other }并列
presence-of-none = 两国均无地方是收录的网络或项目的成员。
presence-of-summary = 截至{ $day }，{ $one }在档{ $members }项成员资格，分属{ $networks }个网络；{ $other }{ $others }项，分属{ $theirs }个；{ $both ->
    [0] 两国没有共同的网络。
   *[other] 两国共有{ $both }个网络。
}
presence-of-posts = { $said }历年收录的网络职务，{ $one }{ $posts }个，{ $other }{ $others }个；当日在任的分别为{ $now }个与{ $theirs }个。
presence-of-method = 两国的地方包括市、县、州与国家本身，在各网络中按当日在档情况计；职务指普通成员以上的身份：委员会主席、理事、会长、秘书处。某年计入该年任一日在档者。
presence-of-figure-members = { $place }在档的成员资格
presence-of-figure-networks = 有{ $place }成员的网络
presence-of-figure-posts = { $place }历年的职务
presence-of-figure-now = { $place }当日在任的职务
presence-of-figure-both = 两国共有的网络
presence-of-table-networks = 在同一批网络中
presence-of-table-posts = 职务
presence-of-table-programmes = 项目
presence-of-table-years = 按年份
presence-of-head-posts = { $place }的职务
presence-of-years-note = 每行附该年三个成员的声明。
presence-of-chart = 历年在档成员资格
presence-of-chart-caption = 该年任一日在档的成员资格。
axis-memberships = 成员资格
