# 谁与谁有联系，联系得如何。

connected-nobody = 所问各地均无联系在档。
connected-degree = { $first }的伙伴最多：{ $value }个。
connected-between = { $first }位于其他各地之间最多的最短路径上。
connected-closeness = { $first }到其他各地的路径最短。
connected-eigenvector = { $first }的伙伴联系最广。
connected-pagerank = 沿联系逐地而行，最常到达{ $first }。
connected-role = { $first }在与他方共同参加的各项中分量最重。
connected-presence = { $first }与他方共同参加的最多。
connected-next = { $said }其次为{ $names }{ $n ->
   *[other] 。
}
connected-too-close = { $said }前几位的次序不予给出：数值为估计，彼此之差小于估计所能分辨的程度。
connected-chart-caption = 图示表中前{ $n }个地方。

backbone-summary = 在有共同之处的{ $pairs }对中，{ $n ->
    [0] 没有一对的共同之处多于偶然。
   *[other] { $n }对的共同之处多于偶然，其中{ $firm }对通过最严格的检验。
}

bridges-none = 没有哪个地方或共同参加的事项是他方之间唯一的纽带：无论失去哪一个，其余仍连在一起。
bridges-first = 若没有{ $name }，将有{ $n }个地方与其余隔断。
bridges-all = { $first }总计有{ $places }个地方、{ $things }项共同参加的事项是他方之间唯一的纽带。
bridges-caveat = 登记册未收录的其他联系，会使已收录者显得是纽带：请以此为应查之处，而非所缺之物。
bridges-chart-caption = 柱长为各自将隔断的其他地方数。

change-summary = { $from }至{ $to }，{ $began ->
    [0] 没有带日期的声明称有联系开始
   *[other] 据带日期的声明，{ $began }项联系开始
}，{ $went ->
    [0] 没有一对失去其最后一项在档联系。
   *[other] { $went }对不再有在档联系。
}
change-first-seen = 另有{ $n }项首见于该时期的名单：始于何时未收录。
change-from-to = { $from }在档{ $before }项，{ $to }在档{ $after }项。
change-figure-began = 据带日期的声明开始
change-figure-first-seen = 首见于该时期的名单

communities-summary = { $places }个地方的联系分为{ $n }个两员以上的群落。
communities-runs = { $said }其他几次计算得{ $range }个群落。
communities-note = 取种子{ $seed }的一次计算。群落编号只用于本表。

layers-summary = 有联系的{ $places }个地方中，{ $everywhere ->
    [0] 没有一个
   *[other] { $everywhere }个
}具备{ $kinds ->
    [2] 两类
   *[other] 全部{ $kinds }类
}联系，{ $one ->
    [0] 没有一个只靠一类。
   *[other] { $one }个只靠一类。
}

ranking-summary = { $holds ->
    [0] 在{ $measures }项指标中，没有一项表明{ $cities }为{ $place }的前{ $top }名。
   *[other] 在{ $measures }项指标中，有{ $holds }项表明{ $cities }为{ $place }的前{ $top }名。
}
ranking-chart-caption = 最深：居本国前{ $top }名；排名越低颜色越浅。

partners-none = 收录范围内已无可推荐者。
partners-all-barred = 收录范围内已无可推荐者：{ $n }个均为法律所禁止。
partners-summary = 在比较的{ $n }个地方中，{ $names }与{ $city }现有伙伴最为相似。

# 标题、方法、说明与图注。
backbone-table-pairs = 各对，由最出乎意料者起
backbone-method = 共有k项的一对，与从全部计入事项中各随机抽取同样数目的两次抽样相比：p为共有k项及以上的概率。全部各对均为检验，包括毫无共同之处者。
backbone-method-disparity = 差异度：一项联系在任一方的联系中占到如此比例的概率；每一共有事项按一除以其他成员数计。
backbone-heading = 并非偶然的联系
bridges-table-single-ties = 唯一起连接作用的单项联系
bridges-chart-alone = 失去它们将隔断谁
bridges-method = 城市与其共同参加的事项为同一图的节点。唯一纽带：没有它，其他各方便不能互达。隔断：不再与剩余最大部分相连者；只计城市，不计事项。单项联系：两者只在一项或数项中相遇，没有其联系便分开。
bridges-figure-cities = 为他方之间唯一纽带
bridges-figure-things = 为他方之间唯一纽带的共同事项
bridges-figure-single-ties = 单项联系
bridges-heading = 谁是唯一的纽带
change-table-kinds = 按联系类别
change-chart-came-and-went = 新增与消失的联系
change-caption-came-and-went = 按联系类别。
change-method = 后一日在档而前一日不在档为新增，反之为消失。杰卡德系数：两日皆有的联系除以任一日有的联系。更替率：新增与消失之和除以两日全部联系之和。
change-figure-ties-before = 之前的联系
change-figure-ties-after = 之后的联系
change-figure-came = 新增
change-figure-went = 消失
change-figure-jaccard = 杰卡德系数
change-figure-turnover = 更替率
change-caveat = 没有日期的联系不早于其名单的读取日；只读过一次的名单无从说明哪些已终止。
change-kinds-note = 在几类事项中相遇的一对，各类分别计入。
communities-table-groups = 群落，由大到小
communities-method = 是否一致？同配性：联系全在内部为1，与随机相同为0，彼此回避则小于0。E-I：联系全在内部为−1，全在之间为1。只计情况已知者。
communities-caveat = 各次计算有所不同：可靠的是各次大致同样好，而不是哪个城市在哪个群落。所列群落出自最好的一次。
communities-heading = 自成一群者
communities-table-follow = 联系是否依……划分
communities-table-mixing = 谁与谁相遇
communities-chart-mixing = 谁与谁相遇
communities-caption-mixing = 对角线深色：联系留在本国之内。
communities-follow-note = 城市的议题与资助者，取其所参加事项中的多数；未收录任何城市的语言。
communities-follow-from = 由全部联系一并计得：声明见群落表各行。
connected-table-agreement = 各指标是否吻合？
connected-table-weights = 职务权重
connected-method = 伙伴：相遇者数目。中介：其他各对中最短路径经过它者。接近度（调和）：到其他各地距离倒数之和。特征向量：其伙伴联系之广，仅在最大连通部分中计算。PageRank：行者每100次有85次沿联系前行时所在之处。
connected-method-taylor = 泰勒N值：就各事项，自身职务权重乘以其中其他各方权重之和，再相加；“不计职务的N”将每次参与计为1。N值在很大程度上取决于事项的规模。
connected-agreement-note = 1：次序相同；0：无关；−1：相反。两项指标之一无定义的城市，不计入该对。
connected-weights-note = 网络职务按泰勒量表，其余比照设定；可用`weights`更改。
connected-weights-from = 由查询者设定，并非来自来源。
connected-table-confidence = 是否多于仅凭伙伴数所应有？
layers-table-cities = 逐城情况，由分布最均匀者起
layers-table-alike = 各类联系的相似程度
layers-table-overlap = 各对在几类中有联系
layers-chart-alike = 各类联系的相似程度
layers-method = 参与度：联系全属一类为0，均匀分布于各类为1。熵：该分布的熵，单位为奈特。重叠：各类伙伴数相加；偏离均值以标准差计。两类的相似程度，为任一类有联系的各对中两类皆有者的比例。
layers-heading = 联系在各类之间的分布
ranking-table-measures = 按各项指标
ranking-table-ranks = 各自名次
ranking-chart-ranks = 各项指标下的位置
ranking-method = 名次为本国数值更大的城市数加一，并列者取较前名次。所举n个城市都在前n名之内，则该指标下说法成立。指标与`connected`相同，取全部国家的联系图。
ranking-figure = 项指标成立
ranking-caveat = 城市的联系多少取决于登记册所知：无人列名的城市排名靠后。
ranking-ranks-note = 本国内名次；空：没有联系在档。
tie-matrix-figure-in-the-graph = 图中节点
tie-matrix-figure-ties-between-them = 其间联系
connected-transitivity = 伙伴的伙伴也是伙伴的比例（传递性）
connected-assortativity = 联系广者与联系广者相遇（同配性）
connected-largest-part = 最大连通部分的占比
backbone-firmly = 确凿
backbone-method-stands = 确凿：p不超过{ $alpha }除以检验数（Bonferroni）。成立：全部成立者中属于偶然的比例不超过{ $alpha }（错误发现率）。
backbone-tested = 已检验
backbone-share = 有共同之处
backbone-stand = 按错误发现率成立
backbone-stand-firmly = 按Bonferroni确凿成立
layers-one-kind = 当日收录的联系不足两类。
layers-one-issue = 当日收录的事项不足两个议题。
figure-places-tied = 有联系的地方
layers-figure-everywhere = 各类皆有
layers-figure-one-kind = 只靠一类
layers-chart-caption = 越深：任一类有联系的各对中，两类皆有者越多，限于{ $names }。
change-heading = { $from }至{ $to }的变化
change-table-came = 新增的联系
change-table-went = 消失的联系
change-dot = { $kind }，{ $group }
connected-heading = 联系最多的城市
connected-heading-in = { $place }联系最多的城市
connected-sampled = 各地的中介度由随机抽取的{ $pairs }对地方估计得出，因全部计算耗时过长；100个地方中有95个的误差不超过所示。
connected-table-cities = 按{ $measure }
connected-note = 待核：尚无人比对的有关声明，可能增加伙伴。
connected-from-all = 由全部联系一并计得：声明见第一张表各行。
tie-matrix-too-large = 规模极大的网络会使人人相连，故不计：{ $names }。
ranking-heading = { $cities }是{ $place }的前{ $top }名吗？
ranking-city-rank = { $city }（{ $rank }）
ranking-city-untied = { $city }（没有联系在档）
bridges-table-cities = 为唯一纽带的城市
bridges-table-things = 为唯一纽带的网络与其他事项
communities-method-groups = 群落：以Leiden算法求模块度，种子1至{ $seeds }共{ $seeds }次。模块度：群落内联系的比例，减去仅凭伙伴数所应有者。
communities-figure-modularity = 最好一次的模块度（最差至最好）
communities-figure-groups = 两员以上的群落（最少至最多）
communities-trait-country = 国家
communities-trait-issue = 议题
communities-trait-backer = 资助者
communities-mixing-note = 联系最多的{ $n }个国家。
connected-no-confidence = 此图联系过多，未与随机图比较；限于一地或一类联系即可比较。
connected-confidence-note = { $rounds }个随机图，其中各方保持自身伙伴数（Maslov与Sneppen 2002）。
