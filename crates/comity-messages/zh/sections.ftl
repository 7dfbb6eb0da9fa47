# 答案的各部分：标题、说明，以及空缺处的文字。

claimed-note = 来源之间可能不一致，均予保留
section-compare-table-ties = 对照
conflicts-contradictions-note = 一个来源所称，为另一来源所否认
conflicts-tensions-note = 时间相近而不可能同时正确的数字或日期
conflicts-copying-errors-note = 有人认为可能抄写有误的陈述
section-coverage-table-claimed = 所称数目与收录对照
section-members-table-countries = 各国成员
section-members-chart-caption = 当日在档的成员。
members-others = 曾为、将为或被称并非成员者
happened-title = 大事记
timeline-chart-caption = 每条线为一个来源的说法；没有来源给出终点的，线尾断开。
timeline-statements = 声明
claimed-counts-table-claimed = 来源所称，与收录并列
claimed-counts-note = 每个数目都与其所述时间的收录相比；覆盖率为收录数除以所称数。
none-on-file = 尚无收录
none-found = 未找到
not-searched = 尚未查找
country-not-on-file = 国家未收录
named-and-more = { $named }等，另有{ $n }个
count-sources = { $n }个来源
count-steps = { $n }步

rules-none = 未收录相关规定
rules-not-searched = 未收录相关规定；决议与法规尚未查找
claimed-title = 来源所称数目
claimed-file = 来源所称数目
ties-file = 联系

fact-what = 类别
fact-in = 所在地
fact-also-called = 又称
fact-population = 人口
fact-geonames = GeoNames
fact-wikidata = 维基数据
fact-id = 编号

profile-opinions = 评论
profile-own-ties = { $name }自身：{ $kind }
profile-co-signed = 与另外{ $others }方共同签署{ $n }次
profile-no-own-tie = { $name }自身尚无收录的联系。
profile-no-tie = 尚无在档联系。已查范围见下。
rolled-up-domestic = 其中{ $n }项在其境内各地之间

between-direct-ties = 直接联系
between-tied-to-both = 与两者都有联系
between-strength = 联系强弱
between-what-both-are-in = 共同参加
between-way = 两者之间的最短路径
between-no-way = 就收录内容而言，两者之间没有路径

compare-only-in = 仅见于{ $side }
compare-changed = 两边都有而内容不同
compare-in-both = 两边都有
compare-not-placed = { $n }项时间不明，无法对照
compare-waiting = 可能属于此处，尚未比对

conflict-surely = 必然
conflict-perhaps = 可能
conflicts-title = 来源说法不一之处
conflicts-contradictions = 矛盾
conflicts-tensions = 出入
conflicts-copying-errors = 疑似误抄

coverage-on-file = 已收录
coverage-waiting = 尚未比对

members-none = 尚未收录具名成员
members-file = 成员
members-chart = { $title }，按国家

timeline-chart = { $name }历年情况

with-unconfirmed = 未确认的对应
with-not-counted = 不计入
with-unconfirmed-file = 未确认的对应，不计入
with-acts-about = 涉及{ $name }的决议或法规
with-networks-searched = { $all }个城市网络中，{ $held }个有成员名单
with-networks-shared = 双方共同参加的城市网络
with-nearby = { $place }其他与{ $object }有联系的地方
with-nearby-file = 附近与当地有联系的其他地方
with-events = 双方都参加的会议与活动
held-unstated = 数目未说明
held-of-claimed = 收录{ $held }，所称{ $claimed }
completeness-unknown = 完整程度不详
member-list-enough = 收录的成员达到各来源所称最大成员数的{ $part }，或某份名单就所问时间已全部查完且无人称有更多成员，即视为足够。
member-list-unclaimed = 收录{ $held }，成员数无人说明
member-list-of-claimed = 收录{ $held }，所称最多{ $claimed }
member-list-searched = { $said }；{ $when }的名单已全部查完
method-on-record = “在档”指：有来源称当日有效，或此前称有效而无事使其终止，且仍在此类联系的延续期内。描述某日的来源只能确证当日；没有日期的，自读到之日起算。各项计数均为在档数。
figure-not-defined = 无定义
profile-participants = 参加者
profile-act = 由谁通过，涉及什么
profile-office = 谁的驻外机构
profile-parties = 缔约方
profile-events = 参加的会议与活动
profile-represented = 派代表出席
profile-seat = 总部
# “3个，2005–2019”：数目与时间。
group-over-years = { $n }，{ $years }
years-from-to = { $from }–{ $to }

# 网络页面。
facts-title = 基本情况
growth-counted = 成员数：由{ $from }到{ $to }
growth-named = 具名成员数：由{ $from }到{ $to }
growth-over-time = 成员数变化
growth-caption = 曲线为来源所计成员数，说法不一时取最大者。圆圈为某一来源就某一日列出的成员数；过短的名单不计，名单也未必完整。
growth-by-count = 来源所计
growth-by-name = 来源列名
lives-leaders = 历任领导
lives-backers = 支持者
lives-networks = 历来参加的网络
lives-sides = 时间沿革

# 联系表中可选的条件。
choice-kind = 类别
choice-country = 国家
choice-state = 现状
choice-period = 始于
choice-undated = 年代不详
choice-only = 仅{ $what }：{ $all }项中的{ $n }项
choice-none = 没有符合条件者
choice-title = 只看
choice-all = 全部{ $n }
choice-more = 另{ $n }项
with-places = 各地的协议
with-places-of = { $one }与{ $other }有协议的地方
with-places-unit = 协议
with-places-caption = { $all }个地方中的{ $shown }个，按在档协议数排列。
