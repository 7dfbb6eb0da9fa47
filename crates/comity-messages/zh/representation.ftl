# 代表过多或不足：网络成员占比与其他占比相比。

presence-heading = 在{ $network }中代表过多还是不足？

presence-own-list = { $network }自己的名单列出{ count-members }，其中{ $here }个在{ $place }：{ $times }。
presence-source = { $source }计为{ count-members }，其中{ $here }个在{ $place }：{ $times }。
presence-on-file = 收录{ count-members }，其中{ $here }个在{ $place }：{ $times }。

presence-above = 为其{ $share }的{ $quotient }倍
presence-below = 为其{ $share }的{ $quotient }
presence-rest = 另有{ $n }份成员名单可以计算，见表。
presence-nothing-to-measure = 共计{ count-members }，但收录的来源均未给出可与{ $place }相比的占比。

presence-no-share = 收录的来源均未给出可供比较的人口或经济占比：用`of`指定国家，即可只看其成员占比。
presence-no-members = 当日既无成员收录，也无按国家的成员数。
presence-too-few = 没有来源同时计数全部成员与来自一国的成员，而收录的成员太少，不足以代表全体，或无人说明总数：{ $complete }。

presence-chart = 为其占比的倍数
presence-chart-caption = 1的右侧：成员多于该占比；横线为精确95 %区间。任何单独一行都不足以成为结论。

presence-caveat = 请与多个参照比较。区间只说明随机抽样会有多大出入，并不能使不完整的名单变得完整。

# 网络的参与者，按类型。
actors-summary = { $year }年，{ $network }有{ $n }个参与者；最多的类型是{ $sort }，共{ $most }个。
actors-summary-none = { $year }年，{ $network }没有参与者在档。
actors-none = 尚未收录该网络带日期的成员、资助者或协调者：须有来源说明某年有谁参加。
actors-of-each = { $n ->
    [one] 1个网络有参与者在档。
   *[other] { $n }个网络有参与者在档；构成最多样的是{ $first }，有{ $sorts }种类型。
}
actors-chart-caption = 每种类型一线：圆点为有来源说明该年，浅线为仅由此前延续。
actors-claimed-curve = 来源所计

# 按网络年代。
generations-one = 有{ $n }个网络情况清楚到足以计算，同属一代（{ $generation }）：{ $share } %的成员在{ $place }。
generations-summary = 有{ $n }个网络情况清楚到足以计算。{ $place }的成员在{ $most }一代中占比最高（{ $high } %），在{ $least }中最低（{ $low } %）。
generations-none = 没有网络收录接近完整的成员名单，也没有来源同时计数其全部成员与{ $place }的成员。
generations-caveat = 各代差异取决于计入的网络，而这些网络为数不多：请看第二张表。

# 职务。
weight-summary = 相对成员数而言，{ $place }分量最重：为其成员占比的{ $times }倍。
weight-same = 各国成员分量相同。
weight-none = 该网络没有普通成员以上的职务收录，分量与参与无从区分：须有来源说明其理事会、主席或会长。
weight-chart-caption = 1的右侧：分量重于成员数。
weight-rest = { $n }个情况相同的国家

# 系列活动。
series-summary = { $all }次活动中，{ $complete }次有完整的参加者名单。最近一次，{ $share } %来自{ $place }。
series-no-list = 该系列没有一次带日期的活动具有来源称为完整的参加者名单，因此无法给出占比；表中列出来源提到的参加者。

# 各国成员。
members-more-countries = 另{ $n }个国家
members-one-each = { $n }个国家各有1个成员

# 标题、方法、说明与图注。
actors-table-by-year = 按年份与类型
actors-table-diversity = 多样程度
actors-table-actors = 地方以外的参与者
actors-chart-mix = 参与者类型
actors-method = 在所问年份或时间内某一天为其成员、资助或支持它、或负责协调的全部收录对象，各计一次，按其类别。有效类型数为各占比平方和的倒数：相当于多少种均等的类型。成立以前及没有任何日期的年份不计。
actors-diversity-from = 由上表各数计得，声明见上表各行。
actors-each-table-networks = 多样程度，由高到低
actors-each-table-sorts = 按网络与类型
actors-each-none-on-file = 当日尚无任何网络的成员、资助者或协调者收录。
actors-each-heading = 各网络的参与者，按类型
generations-table-generations = 按代际
generations-table-networks = 按网络
generations-chart-generations = 各代成员占比
generations-caption-generations = 1的右侧：成员多于参照占比；横线为95 %区间。
generations-no-share = 收录的来源均未给出可供比较的人口或经济占比：仅列成员占比。
presence-table-quotients = 与每一种有来源的占比相比
presence-table-bases = 成员占比
presence-method = 代表系数：成员占比除以参照占比，1为相称。95 %区间为Clopper与Pearson的精确区间，并列Wilson区间；p为精确双侧二项概率。
series-table-events = 各次活动
series-method = 参加者：收录为东道主、主办方、代表、发言人或签署方的地方、网络与组织；个人不代表任何一方，受邀未出席者不计。只有来源称名单完整的活动才给出占比：只列一国代表的名单说明不了其余各国。
series-caveat = 收录的数目只是来源恰好提到的参加者。
weight-table-countries = 按国家
weight-table-quotients = 与每一种有来源的占比相比
weight-table-weights = 各职务的权重
weight-chart-parting = 分量与参与之比
weight-method = 成员的分量取其当日最高职务的权重。分量与参与之比，为一国占全部分量的比例除以占全部成员的比例：职务与众相同者为1。权重出于设定，可以更改；若各职务权重相同，差别即告消失。
weight-figure = 相当于多少个分量均等的国家
weight-quotients-note = 请与多个参照比较。
weight-weights-from = 出于设定，并非来自来源：可用`weights`更改。
series-heading = { $place }在参加者中的占比：{ $series }
series-no-event = 尚未收录“{ $series }”系列的活动。
series-complete = 有来源称完整
series-not-stated = 未说明
series-chart = 占参加者的比例：{ $place }
series-chart-caption = 每点为一次有完整名单的活动；色带为不确定声明所容许的范围。
weight-heading = { $network }中的分量与参与
generations-heading = { $place }在各代网络中
generation-municipal = 1 市政一代
generation-un-born = 2 联合国催生的一代
generation-issue = 3 议题与慈善一代
generation-unknown = 成立年份未收录
generations-method = 网络的代际以来源所述为准；否则{ $second }以前成立的为市政一代，自{ $second }为联合国催生的一代，自{ $third }为议题与慈善一代。网络以最近来源自己所计的全部成员与当地成员计入，否则在收录名单足够时以名单计入。{ $enough }同代网络相加；95 %区间为Clopper与Pearson区间。
presence-method-counts = 来源所计之数照录。{ $enough }否则不给出系数。
presence-figure = { $place }，{ $n }个中的{ $here }个
presence-figure-unit = ×其{ $share }
presence-dot = { $place }{ $when }，{ $n }个中的{ $here }个
share-when = { $share }（{ $when }）
presence-p-under = 低于0.0001
presence-as-counted = 来源所计
presence-no-share-given = 不给出占比：{ $why }
presence-counted-by = { $source }所计
presence-members-on-record = 在档成员
presence-and-rest = { $said }{ presence-rest }
actors-heading = { $network }的参与者，按类型
actors-unknown-type = 类型不明的组织
actors-association = 联合会
generations-figure = 情况清楚到足以计算的网络
series-figure-events = 收录的活动
series-figure-complete = 有完整参加者名单的活动
actors-figure = { $year }年的参与者
actors-figure-networks = 有参与者在档的网络
