# 两方或一方的简报：处室带在手边的一页纸。

brief-page = 简报
brief-form = 一页纸的简报
brief-of = 哪一方
brief-with = 与哪一方
brief-of-hint = 城市、州省或国家
brief-with-hint = 国家、城市或城市网络，可不填
brief-make = 生成简报
brief-with-whom = { $name }与…的简报
brief-whole = 查看完整页面
brief-sources = 来源
brief-more = 另有{ $n }项
brief-foot = 以上为收录的来源所述，不构成法律意见。尚未查找并不表示没有。

# “滨松，日本静冈（人口791,707）”
brief-place = { $name }（人口{ $n }）
brief-population = 人口{ $n }
brief-told = { $kind }。{ $told }
brief-tie = { $kind }，{ $since }；{ $evidence }；{ $stands }
brief-own-thing = { $who }的，{ $since }；{ $evidence }；{ $stands }
brief-rule = { $by }的{ $what }
brief-rule-about = { $by }的{ $what }，涉及{ $about }
brief-reported = 最近一次报告于{ $when }
brief-undated = 没有注明日期的来源提到

brief-networks = 共同参加的城市网络
brief-no-network = { $all }个城市网络中，{ $held }个有成员名单，其中未找到
brief-offices = 收录的驻外机构
brief-visits = 以往的访问与活动
brief-before = 行前须知
brief-check = 有待核实
brief-around = { $place }其他地方
brief-visit = { $a }与{ $b }，{ $when }
brief-coming = 计划中：{ $what }，{ $when }。
brief-anniversary = 与{ $name }自{ $year }年起：{ $then }年满{ $n }周年。
brief-ask-date = 请向{ $name }索取签署文本：收录的来源均未给出日期。
brief-ask-paper = 请向{ $name }索取签署文本：双方自己的说法均未收录。
brief-check-name = 可能指{ $names }（{ $source }，{ $place }）
brief-check-country = 对方只能确定国家（{ $source }，{ $place }）

brief-own = 自身的{ $kind }
brief-with-countries = 与各国
brief-whose = 最多的地方
brief-by-country = 按国家
brief-numbers = 来源给出的数目
brief-number = { $n }：{ $what }
brief-number-when = { $n }：{ $what }，{ $when }
brief-rivals = 来源在{ $n }个问题上说法不一。
brief-open = 有{ $n }项声明的另一方尚待比对。

locator-title = { $n ->
   *[other] { $names }的位置
}
