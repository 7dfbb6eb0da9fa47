# 谁与谁有联系：对象、两方、成员、沿革。

timeline-none = 尚无关于{ $name }的声明。
timeline-summary = 关于{ $name }，收录{ $n }条声明，{ $dated ->
    [0] 均无日期
   *[other] 其中{ $dated }条有日期
}。

between-direct = { $a }与{ $b }之间：{ $n ->
    [0] 没有在档的直接联系
   *[other] { $n }项直接联系在档
}。
between-one = { $a }与{ $b }之间：{ $kind }，{ $since }；{ $state }。
between-common = 共同之处：{ $things ->
    [0] 没有共同的网络或活动
   *[other] { $things }个网络、活动或决议
}，{ $partners ->
    [0] 没有与双方都有协议的伙伴
   *[other] { $partners }个与双方都有协议的伙伴
}。

with-on-record = { $a }–{ $b }：{ $n ->
    [0] 没有协议在档
   *[other] { $n }项协议在档
}{ $names ->
    [0] 。
   *[other] ，另有{ $names }个名称待比对。
}
with-others-count = 其他来源所计为{ $range }。
with-stopped-in = { $when }年：{ $parts }。
with-stopped = 另有：{ $parts }。
count-ended = { $n }项终止
count-expired = { $n }项期满
count-presumed-ended = { $n }项推定终止
count-suspended = { $n }项暂停
count-contested = { $n }项双方说法不一
count-denied = { $n }项被否认
count-disagree = { $n }项来源不一致
with-networks = 双方共同参加{ $n }个城市网络。
with-member = { $n }项成员资格在档。
with-nothing = { $n ->
    [0] 尚无来源被查找过{ $a }与{ $b }的联系。
   *[other] 查找了{ $n }个来源，未发现{ $a }与{ $b }有联系。
}
with-nothing-else = { $n ->
    [0] 尚无来源被查找过双方的其他联系。
   *[other] 查找了{ $n }个来源，未发现双方有其他联系。
}

with-nothing-direct = { $n ->
    [0] 尚无来源被查找过{ $a }与{ $b }的联系。
   *[other] 查找了{ $n }个来源，未发现{ $a }与{ $b }有直接联系。
}
not-yet-searched = 尚未查找：{ $what }。

network-sources = { $n ->
    [1] 据一个来源
    [2] 据两个来源
    [3] 据三个来源
    [4] 据四个来源
   *[other] 据多个来源
}
network-size-in = { $sources }，{ $year }有{ $size }个成员
network-size-dated = { $sources }（我们推定为{ $year }），有{ $size }个成员
network-claimed = { $claimed }。{ $n ->
    [0] 我们一个也无法列名
   *[other] 我们能列名{ $n }个
}{ $rest ->
    [0] 。
   *[other] ；另有{ $rest }个具名，但没有日期表明当时是成员。
}
network-unclaimed = { $n ->
    [0] 没有成员在档
   *[other] { $n }个成员在档
}{ $rest ->
    [0] 。
   *[other] ；另有{ $rest }个具名，但没有日期表明当时是成员。
}
network-within = { $n ->
    [0] { $place }没有成员在档
   *[other] { $place }有{ $n }个成员在档
}{ $rest ->
    [0] 。
   *[other] ；另有{ $rest }个具名，但没有日期表明当时是成员。
}
size-about = 约{ $n }
size-at-least = 至少{ $n }
size-more-than = 超过{ $n }
size-at-most = 至多{ $n }

# 对象页面。
agreements-on-record = { $n }项协议在档
sister-cities-on-record = { $n }个友好城市在档
profile-record = { $what }：{ $spread }；{ $dated ->
    [0] 均无日期
   *[other] { $dated }项有日期
}；{ $confirmed ->
    [0] 均未经{ $name }证实
   *[other] { $confirmed }项经{ $name }证实
}。
profile-also = 又称{ $name }
profile-open = 另有{ $n }项待比对。
profile-besides = 此外在档：{ $parts }。
profile-on-record = 在档：{ $parts }。
profile-none = { $name }没有联系在档。
profile-none-placed = { $name }没有可确定在当日有效的联系；已收录{ $n }项。
count-networks = { $n }个城市网络
count-network-ties = { $n }项成员资格
count-events = { $n }次以往活动
count-past-acts = { $n }项以往决议
count-declarations = { $n }份宣言
count-offices = { $n }个驻外机构
count-acts = { $n }项有效决议或法规
count-programmes = { $n }个项目
count-backing = { $n }项支持关系
count-posts = { $n }个职务

rolled-up = { $place }{ count-places }的{ $agreements }项协议在档。
rolled-up-declarations = { $place }各地签署了{ $n }份宣言。
count-places = { $places }个地方

memberships-summary = { $name }：{ $n }个网络在档，各来源提到的共{ $all }个。
memberships-figure = 在档网络
memberships-figure-all = 各来源提到的网络
first-summary = { $n }个网络收录有带日期的成员。
first-figure = 有带日期成员的网络
joined-summary = { $memberships }项成员资格在档：{ $members }个成员，{ $networks }个网络。
seats-summary = { $network }收录有{ $n }个职务。
seats-led-by = 由{ $names }领导。
joined-figure = 在档成员资格
joined-figure-members = 成员
joined-figure-networks = 有成员的网络
seats-figure = 收录的职务
lineage-figure-before = 前身
lineage-figure-after = 后身
lineage-summary = { $name }收录有{ $before ->
    [0] 0个前身
   *[other] { $before }个前身
}、{ $after ->
    [0] 0个后身
   *[other] { $after }个后身
}。
indirect-summary = { $network }在收录范围内可及{ $n }个地方，{ $beyond ->
    [0] 均无须经由联合会
   *[other] 其中{ $beyond }个仅经由联合会
}。
indirect-nowhere = 收录的地方中没有{ $network }可及的。
indirect-nowhere-in = 收录的{ $place }各地中没有{ $network }可及的。
indirect-not-that-day = 当日没有{ $network }可及的地方在档
indirect-not-that-day-in = 当日{ $place }没有{ $network }可及的地方在档
indirect-perhaps = { $none }；或有{ $n }个，但没有来源说明其成员资格当时存续。

between-method = 最短路径按当日在档的协议、网络、活动与直接联系计步；同属一国不算一步。
between-method-2 = 职务联系：就双方共同参加的各项，将一方职务的权重乘以另一方职务的权重；权重与“connected”相同。
between-things = 共同参加的各项
between-link = 职务联系（泰勒）
first-table-first-members = 首个成员
first-method = 某日可见的成员，其加入不晚于该日；首个成员指可确定最早加入者。年数自成立至加入，取日期所容许的最小与最大值。
indirect-table-depths = 相隔几步
indirect-table-associations = 其中的联合会
indirect-table-places = 地方
indirect-method = 一步为直接成员。成员中若有联合会，其成员相隔两步，以此类推；各取最短路径，可靠程度以其中最弱一步为准。间接成员不作存储，每次由收录的成员资格重新推算。
indirect-chart = 按步数的地方
indirect-chart-caption = 相隔若干步的地方各有多少。
indirect-note = 所列声明为到达各地的最后一步；下表的各地附全部路径。
indirect-note-2 = 联合会自称而无人列名者，此处无法触及。
joined-table-memberships = 成员资格
joined-chart = 谁在哪个网络
joined-chart-caption = 每行一个成员，每列一个网络；实格为当日有报告，浅格为此前有报告。
lineage-table-steps = 各步
lineage-table-continuity = 谁随之转入
lineage-method = 随之转入者：此前任何时候、此后任何时候以及前后都有收录的成员。名单不全，故各数均为下限。
lineage-chart = 自成立至终止
lineage-chart-caption = 每线一个机构，按来源所述的成立与终止；线尾断开者未见终止。
lineage-note = 凡有来源称为成员者，均按收录计入。
memberships-table-spells = 网络与身份
memberships-chart = 历来参加的网络
memberships-chart-caption = 每种身份一线，自最早开始至最晚结束；日期未能确定之处为浅色。
rules-table-rules = 可能适用的规定
seats-table-seats = 职务
seats-method = 来源称某地担任委员会主席、理事、会长或秘书处，或有人代表该地担任某一具名职务，即为任职。人口取距任职时间最近的一次所述。
seats-chart = 历任职务
seats-chart-caption = 每个职务一线，自最早开始至最晚结束；日期未能确定之处为浅色。
first-title = 来自{ $place }的首个成员
first-none = 尚未收录来自{ $place }的带日期成员资格。
first-lag = 自成立至首个成员加入，至多：中位数（最短至最长）
one-or-other = { $one }或{ $other }
by-day = { $day }以前
indirect-title = { $network }可及哪些地方
indirect-none = 当日尚无{ $network }的成员收录。
between-in = ，在
joined-title = { $place }：谁在哪些网络
joined-none = 当日尚无来自{ $place }的此类网络成员收录。
joined-by-member = 按成员
joined-by-network = 按网络
lineage-title = { $name }：前身与后身
lineage-none = 没有收录的来源说明{ $name }从何而来、后来如何。
lineage-denied = 被否认
lineage-disagree = 来源不一致
lineage-not-yet = 尚未生效
lineage-on-record = 在档
lineage-undated = 日期不详
members-title = { $network }的成员{ $place }
members-on-file = 收录的成员
members-no-list = 0个具名成员：当日尚无{ $network }的名单收录。
memberships-title = { $name }：历来参加的网络
memberships-none = 尚未收录{ $name }的网络成员资格。
memberships-denied = 被称不是
memberships-role = { $network }（{ $role }）
seats-title = 谁曾在{ $network }任职{ $whose }
seats-unplaced = 另有{ $n }名任职者所属城市不明，未列出。
seats-none = 尚未收录此类职务：只有普通成员资格，或全无。
seats-some-post = 某一职务
seats-row = { $who }（{ $office }）
timeline-title = { $name }：大事记
declaration-of-parties = { $sort }，{ $n }方
declarations-title = 签署的宣言
rules-act = 决议或法规
rolled-up-computed = 由{ $place }各地的全部协议计得；来源见各地页面
rolled-up-by-country = 按伙伴所在国家
rolled-up-most-tied = 协议最多的地方
with-on-both-sides = 同属双方的地方
with-agreements = 协议
with-ended = 已终止、已暂停或有争议
with-offices = 驻外机构
with-acts = 涉及对方的决议或法规
with-others = 其他直接联系
between-title = { $a }与{ $b }之间的联系
between-place = 所在地
# “2019年10月9–12日在哥本哈根举行。具名参加者12个，发言2个。”
event-held = { $when }举行{ $place }。
event-planned = 计划{ $when }举行{ $place }。
event-undated = 一次会议或活动{ $place }；日期不详。
event-dates-differ = { $days }（来源不一致）
days-of-month = { $month }{ $first }–{ $last }日
event-hosted = 由{ $who }承办。
event-organised = 由{ $who }主办。
event-took-part = 具名参加者{ $n }个{ $spoke ->
    [0] 。
   *[other] ，其中{ $spoke }个发言。
}
event-nobody-named = 参加者尚未收录。
event-held-later = 将于{ $when }举行{ $place }。
event-outcome-unknown = 曾计划{ $when }举行{ $place }；没有来源称已举行。

person-posts = { $posts }{ $rest ->
    [0] 。
   *[other] ；另有{ $rest }个职务。
}
person-post = { $body }{ $post }{ $when }
person-some-post = 在{ $body }任职{ $when }
person-founded = 发起{ $names }。
person-took-part = 参加{ $n }次会议或活动：{ $names }。
post-from-to = （{ $from }–{ $to }）
post-until = （至{ $to }，始于何时不详）
post-since = （自{ $from }）
post-from = （自{ $from }，{ $state }）
post-state = （{ $state }）

office-kept = { $keeper }的驻外机构{ $place }{ $opened }；{ $state }。
office-opened = ，{ $when }设立
office-closed-in = 据报{ $when }关闭
office-closed = 据报已关闭

act-sentence = { $by }的{ $what }{ $adopted }{ $against }{ $about }；{ $state }。
act-adopted = ，{ $when }通过
act-organ = { $by }{ $organ }
act-against = ，针对{ $what }
act-about = ，涉及{ $what }

body-is = { $what }{ $place }{ $founded }{ $dissolved }。
body-founded = ，{ $when }成立
body-dissolved = ，{ $when }解散
body-end-planned = 原定{ $when }结束；没有来源称已结束。
body-founders = 由{ $names }发起。
body-run-by = 由{ $names }主管。
body-runs = 主管{ $names }。
body-backs = 资助或支持{ $names }。
body-backed = 据早前报告，曾资助或支持{ $names }。
body-backed-by = 由{ $names }资助或支持。
body-once-backed-by = 据早前报告，曾由{ $names }资助或支持。
act-only-opinion = 表态，当日即告完成

# 时间沿革。
life-from-to = { $from }–{ $to }
life-from = 自{ $from }，{ $state }
life-by-all = 据全部来源
life-own-word = 据其自述
life-seen = 在档
life-carried = 此前有报告
life-disputed = 有争议
life-maybe = 起讫在此数年之间
life-unknown = 起讫不详

# 最短路径的各步。
way-agreement = { $a }与{ $b }有协议（{ $kind }）
way-declaration = { $a }与{ $b }都签署了{ $thing }
way-members = { $a }与{ $b }都是{ $thing }的成员
way-event = { $a }与{ $b }都参加了{ $thing }
way-then = { $first }；{ $next }
way-sentence = { $said }。
