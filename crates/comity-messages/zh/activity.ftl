# 决议与法规、驻外机构、协议与访问的变化。

acts-in-force = 截至{ $day }，{ $n ->
    [0] 没有针对{ $policy }的决议或法规有效在档。
   *[other] 针对{ $policy }有{ $n }项决议或法规有效在档。
}
acts-besides = { $said }此外，{ $others }。
acts-opinions = 已通过的表态{ $n }项
acts-over = 已失效的{ $n }项
acts-open = 是否有效有争议或不详的{ $n }项
acts-figure-in-force = 有效的决议与法规
acts-figure-opinions = 已通过的表态
acts-figure-over = 已失效者
acts-figure-open = 有争议或不详者
acts-policy-not-named = 某项政策或某国
acts-caveat = 针对他国的决议，除非有来源说明，不视为针对本国政府的政策；各项所针对者均已列明。
acts-chart = 有效的决议与法规，按类别与层级
acts-chart-caption = 当日有效在档的决议与法规。

act-in-force = 有效
act-in-force-reported = 最近见于{ $year }年时有效
act-not-reported = 最近见于{ $year }年，不计为有效
act-opinion = { $when }通过（表态，当日即告完成）
act-ended = { $when }{ $fate }
act-over-with-policy = 随所针对的政策终结
act-lapsed = 已失效

act-counts-summary = { $n ->
    [0] 截至{ $day }，没有此类（{ $sort }）决议或法规在档通过。
   *[other] 截至{ $day }，在档通过的此类（{ $sort }）决议或法规共{ $n }项。
}
act-counts-undated = { $said }其中{ $undated }项没有确定年份。
act-counts-chart = 历年通过数
act-counts-chart-caption = 每年一柱：实心为确在该年，空心为日期可能属于多年者。
act-counts-method = 到当日为止通过：指有来源称其在此之前已通过或有效；范围包括日期未能确定者。某年一栏计入该年通过者；名单未列日期的不归入任何年份，但自名单之日起计入。

few-dated = 看不出规律：{ $all ->
    [0] 尚未收录{ $what }
   *[other] 收录的{ $all }项{ $what }中{ $dated ->
        [0] 均无日期
       *[other] 仅{ $dated }项有日期
    }
}；至少需{ $least }项{ $needs }。
few-dated-all = 收录的{ $what }
few-dated-dated = { $needs }的{ $what }
few-dated-year = 有确定年份
few-dated-life = 有起始及其后所见或终止

sorts-on-file = 收录的类别：{ $sorts }。
bursts-acts-of = “{ $sort }”类决议与法规
bursts-surges = 热潮
bursts-none = 收录的{ $all }项{ $what }中{ $dated }项有日期，其中没有明显的热潮。
bursts-some = 收录的{ $all }项{ $what }中{ $dated }项有日期。{ $n ->
    [one] 有一次热潮，{ $years }：其中{ $within }项。
   *[other] 有{ $n }次热潮，最盛在{ $years }：其中{ $within }项。
}
bursts-undated = { $n }项没有确定年份，不归入任何热潮：有日期者所显示的规律未必适用于全部。
bursts-chart-caption = 每年一柱：实心为确在该年，空心为日期可能属于多年者；热潮之年另作标记。

lapsed-none-ended = { $n }项有日期的协议均未被称已终止：能维持多久无从得知。
lapsed-median = { $n }项有日期的协议，半数维持{ $years }年以上；其中{ $ended }项已终止。
lapsed-most-alive = { $n }项有日期的协议，在可追踪的期间内过半仍存续；其中{ $ended }项已终止。
lapsed-caveat = 名单列出的是编制时仍存续者：在被列入任何名单之前已终止的协议未能收录，故寿命看来偏长。
lapsed-chart-caption = 曲线为若干年后仍存续的比例；色带为95 %区间。
lapsed-dormant-note = 未被称已终止，且所问之日前后{ $n }年内没有收录的来源见到。无人查找不等于已终止。

acts-and-twins-summary = 通过此类决议的{ $act }个城市中，{ $both }个也有此类协议；未通过的{ $others }个城市中，{ $only }个有。
acts-and-twins-few = 看不出关联：{ $n ->
    [0] 没有城市有此类决议或协议在档
   *[other] 仅{ $n }个城市有此类决议或协议在档
}；至少需{ $least }个。
acts-and-twins-some = 有决议或协议的城市
acts-and-twins-all = 收录的城市
acts-and-twins-acted = 有决议的城市
acts-and-twins-tied = 有协议的城市
acts-and-twins-others = 没有决议的城市
acts-and-twins-one-sided = 收录的{ $n }个城市中，{ $act }个有此类决议，{ $tie }个有此类协议：计算比值比须两者皆有有无之分。

offices-summary = 截至{ $day }，{ $n ->
    [0] 没有驻外机构在档。
   *[other] { $n }个驻外机构在档。
}
offices-counted = 来源所计（{ $what }）：{ $counts }。
counted-in = { $n }个（{ $year }）
counted-more-than = 超过{ $n }个（{ $year }）
counted-or-more = { $n }个以上（{ $year }）
counted-from-to = { $low }至{ $high }个（{ $year }）
counted-at-most = 至多{ $n }个（{ $year }）
offices-chart-caption = 当日在档的驻外机构。
lapsed-note = 空格：个案太少、最终过半仍存续，或有日期者不足{ $least }项。
act-counts-undated-bar = 另有{ $n }项，{ $day }以前，年份不详

act-counts-table-years = 按年份
act-counts-table-acts = 全部
act-counts-note = “年底前通过”为下限与上限：无日期者可能早于列出它们的名单。
acts-table-groups = 按类别与层级
acts-table-acts = 决议与法规
acts-and-twins-table-four-fold = 四格表
acts-and-twins-table-cities = 有决议或协议的城市
acts-and-twins-method = 该地收录的全部城市，按是否有此类决议、是否有此类协议分组。比值比为（两者皆有×两者皆无）/（仅决议×仅协议）；95 %区间与双侧概率在各自总数给定下为精确值。
acts-and-twins-probability = 若毫无关联的双侧概率
acts-and-twins-caveat = 城市因有所知而被收录：两者皆无的城市缺失，使两者看来关联较弱，甚至相反。只有查遍全部城市时，才宜解读此比值。
bursts-table-bursts = 热潮
bursts-table-decades = 按年代与类别
bursts-table-years = 按年份
bursts-method = 法诺因子：逐年数目的方差与均值之比，稳定随机时为1，以χ²检验。间隔的阵发性：−1为规则，0为随机，趋近1为阵发；同一年的各项之间没有间隔，会使其升高。记忆性：长间隔之后是否仍为长间隔。基尼系数：各年代的不均程度。
bursts-fano = 逐年法诺因子，稳定随机时为1
bursts-probability = 稳定随机时的概率
bursts-burstiness = 间隔的阵发性，−1至1
bursts-burstiness-finite = 阵发性（去除间隔数影响），−1至1
bursts-memory = 间隔的记忆性，−1至1
bursts-gini = 各年代基尼系数，0至1
bursts-chart = 按年份
bursts-note = 权重：以升高的频率解释这些年份，比以平常频率好多少。
lapsed-table-survival = 存续
lapsed-table-steps = 全部协议的曲线
lapsed-table-dormant = 按规则视为沉寂
lapsed-table-ended = 被称已终止
lapsed-method = 自协议开始至终止的乘积极限存续率，以年计；无人说明终止者，计至最近所见为止，不再延长。不确定的日期取中点；最短与最长取其所容许的极值。没有起始日期的协议不计。
lapsed-agreements = 协议
lapsed-figure-ended = 有日期且已终止的协议
lapsed-median-figure = 寿命中位数，按日期所容许的最短至最长
lapsed-chart = 仍存续的协议
offices-table-claimed = 来源所称
offices-table-hosts = 按国家与设立方
offices-table-offices = 驻外机构
offices-chart = 各国驻外机构
offices-note = 收录的来源均未计数此类机构。
act-counts-title = 决议与法规：{ $sort }
act-counts-title-in = 决议与法规：{ $sort }（{ $place }）
by-level = 按层级
by-state = 按州
state-not-on-file = 州未收录
acts-title = 针对{ $policy }的决议与法规
acts-none = 尚未收录到当日为止针对{ $policy }通过的决议或法规。
act-group = { $level }：针对{ $against }的{ $sort }
acts-and-twins-title = 针对{ $policy }的决议与当地的协议
acts-and-twins-odds = 比值比，95 %区间
acts-and-twins-odds-open = 比值比，95 %区间（无上限）
acts-and-twins-both = 决议与协议皆有
acts-and-twins-act = 仅有决议
acts-and-twins-tie = 仅有协议
acts-and-twins-neither = 两者皆无
acts-and-twins-computed = 由下列城市计得，声明见各行；两者皆无的没有声明。
acts-and-twins-on-record = 在档
bursts-title = 热潮：{ $sort }{ $whose }
bursts-method-two-states = 热潮：以两种状态对各年作代价最小的解释，一为平常频率，一为其{ $ratio }倍；进入热潮的代价为{ $entry }×ln（年数）。频率按当年开始的全部收录计，故收录较多的年份本身不构成热潮。只计年份确定者。
bursts-yes = 是
lapsed-title = 协议能维持多久{ $whose }{ $whom }
lapsed-before-1990 = 始于1990年以前
lapsed-1990-to-2009 = 始于1990至2009年
lapsed-since-2010 = 始于2010年以后
lapsed-all = 全部
lapsed-x = 年
lapsed-y = 存续比例
offices-title = 驻外机构{ $whose }{ $there }
offices-none = 既无驻外机构收录，也无其数目收录。
offices-group = { $host }，由{ $level }设立
act-counts-none = 尚未收录写明通过方的`{ $sort }`类决议或法规，只有来源所称总数。
