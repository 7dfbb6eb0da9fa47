# 各页共用的词语：状态、类别、日期、关系种类。
#
# 术语表（全书一致，依国内城市外交文献与友协用语）：
#   sister city 友好城市（含姐妹城市）；sister state 友好省州；friendship city 友好交流城市
#   agreement 协议；to sign 缔结；memorandum 谅解备忘录；letter of intent 意向书
#   network 城市网络；member 成员；office abroad 驻外机构；resolutions and laws 决议与法规
#   state 州（美、德、澳等；地名随各国通例称省、县）；county 县；country 国家
#   claim / statement 声明；source 来源；on record 在档；on file 已收录；evidence 依据；entry 条目
#   ended 已终止；suspended 已暂停；presumed ended 推定终止；alleged 据称；denied 被否认；disputed 有争议
#   tie 联系；partner 伙伴；to match names 比对名称；claimed number 所称数目；city diplomacy 城市外交

# 联系的状态，不带日期。
state-on-record = 在档
state-happened = 已完成
state-suspended = 已暂停
state-contested = 双方说法不一
state-sources-disagree = 来源不一致
state-expired = 期满，是否续签不详
state-presumed-ended = 推定终止
state-ended = 已终止
state-not-yet = 尚未生效
state-denied = 被否认
state-planned = 计划中
state-outcome-unknown = 曾有计划，结果不详
state-not-placed = 时间不明

# 带日期的状态。
state-ended-when = { $when }终止
state-suspended-when = { $when }暂停
state-presumed-ended-when = 推定{ $when }终止
state-left-off = 名单不再列出
state-left-off-when = 名单不再列出（{ $when }）
state-passed-on = 推定已止
state-passed-on-when = 推定至{ $when }
state-dissolved = 所属网络或一方已不存在
state-dissolved-when = 所属网络或一方于{ $when }不再存在
state-listed-undated = 名单列出，未注日期
state-last-reported = 最近见于{ $when }
state-not-reported-since = { $year }年以后未再见报告
state-last-reported-not-counted = 最近见于{ $year }年，不计入
state-first-reported = 最早见于{ $year }年
state-doubted = 有此说法，尚不能确认
state-undated = 无日期：当时是否有效不详
passed-when = （{ $when }）

# 对声明的审定。
standing-accepted = 已采纳
standing-proposed = 机器提出，待审
standing-disputed = 疑有误抄
standing-rejected = 不采纳
standing-retracted = 来源已撤回

# 起讫之间。
bounds-between = { $from }至{ $to }年
bounds-by = { $to }年以前
bounds-from = { $from }年或以后

# 日期，知道多少写多少。
month-1 = 1月
month-2 = 2月
month-3 = 3月
month-4 = 4月
month-5 = 5月
month-6 = 6月
month-7 = 7月
month-8 = 8月
month-9 = 9月
month-10 = 10月
month-11 = 11月
month-12 = 12月
season-1 = 春
season-2 = 夏
season-3 = 秋
season-4 = 冬
date-year = { $year }年
date-month = { $year }年{ $month }
date-day = { $year }年{ $month }{ $day }日
date-decade = { $decade }0年代
date-century = { $century }00年代
date-about = 约{ $date }
date-perhaps = 可能{ $date }
date-perhaps-about = 可能约{ $date }
date-between = { $first }至{ $last }之间
date-either = { $one }或{ $other }
date-unknown = 日期不详
date-undated = 未注日期
date-within-between = { $date }某时
date-within = { $date }某时
date-or-before = { $date }或以前
date-or-after = { $date }或以后
period-since = 自{ $start }
period-since-differ = 自{ $start }（来源不一致）
period-until = 至{ $end }，始于何时不详
period-between = { $start }至{ $end }
period-as-of = 截至{ $day }
saying-ended = { $end }终止
saying-denied = 称无此事
saying-denied-when = 称无此事（{ $when }）
saying-planned = 计划，{ $when }
saying-alleged = 据称，{ $when }
saying-called = { $called }，{ $said }
saying-doubted = { $said }（疑有误抄）
claim-describes = 所述时间：{ $day }
claim-planned = 计划：{ $said }
claim-alleged = 据称：{ $said }
claim-denied = 否认：{ $said }
claim-relation = { $subject }{ $verb }{ $object }
claim-pair = { $subject }与{ $others }：{ $what }
claim-role = { $said }（{ $role }）
claim-attribute = { $entity }，{ $what }：{ $value }
claim-none = 并无：{ $what }
mention-unnamed = 未具名者
mention-placed = { $name }（{ $place }）
statement-not = 并非：{ $said }
statement-none = 无：{ $what }
statement-none-but = 除{ $except }外均无：{ $what }
bounded-range = { $n }（{ $low }至{ $high }）

# 各方因何联系。
layer-agreements = 协议
layer-networks = 城市网络
layer-events = 会议与活动
layer-offices = 驻外机构
layer-acts = 决议与法规
layer-programmes = 项目与发起
layer-backing = 资助、支持与协调
layer-posts = 任职
layer-places = 地点
layer-lineage = 沿革

# 是什么。
level-city = 市
level-county = 县
level-metro = 都市区
level-state = 州或省
level-nation = 国家
level-supranational = 超国家机构
level-indigenous-nation = 原住民民族
level-and = 、
kind-place = 地方
kind-network = 城市网络
kind-organisation = 组织
kind-person = 人物
kind-office = 驻外机构
kind-agreement = 协议
kind-act = 决议或法规
kind-event = 会议或活动
kind-programme = 项目
kinds-all = 全部收录
kinds-polity = 市、县、州与国家
kinds-network = 城市网络
kinds-organisation = 组织
kinds-person = 公职人物
kinds-office = 驻外机构
kinds-agreement = 协议
kinds-act = 决议与法规
kinds-event = 会议与活动
kinds-programme = 项目
source-signed-instrument = 签署文本
source-council-record = 议会记录
source-official-list = 官方名单
source-official-page = 官方网页
source-scholarly-work = 学术著作
source-report = 报告
source-press = 新闻报道
source-third-party-list = 第三方名单
source-unknown = 类别未注明

# 来源所用的类别与职务名称。
term-sister-city = 友好城市
term-sister-state = 友好省州
term-sister-county = 友好县
term-friendship-city = 友好交流城市
term-twin-town = 友好城镇
term-partner-city = 伙伴城市
term-memorandum = 谅解备忘录
term-letter-of-intent = 意向书
term-declaration = 宣言
term-charter = 宪章
term-sector-agreement = 专项协议
term-programme-pairing = 项目结对
term-divestment = 撤资
term-resolution-of-opinion = 表态决议
term-mission = 出访
term-assembly = 大会
term-summit = 峰会
term-unit = 机构部门
term-firm = 企业
term-selective-purchasing = 选择性采购
term-nuclear-free-zone = 无核区
term-climate-commitment = 气候承诺
term-philanthropy = 慈善机构
term-sanctuary = 庇护
term-law-or-policy = 法律或政策
term-port-authority = 港务局
term-aid = 援助
term-boycott = 抵制
term-ngo = 非政府组织
term-ministry = 政府部门
term-ban-on-ties = 禁止往来
term-university = 大学
term-un-body = 联合国机构
term-think-tank = 智库
term-member = 成员
term-founding-member = 创始成员
term-board = 理事会成员
term-presidency = 主席
term-leader = 领队
term-delegate = 代表
term-signatory = 签署方
term-speaker = 发言人
term-host = 东道主
term-organiser = 主办方
term-chair = 主席
term-co-chair = 共同主席
term-president = 会长
term-mayor = 市长
term-head = 负责人
term-treasurer = 司库
term-observer = 观察员
term-associate = 准成员
term-vice-president = 副主席
term-executive-director = 执行主任
term-secretary-general = 秘书长
term-against = 反对
term-for = 支持
term-money = 资金
term-merger = 合并
term-advice = 咨询
term-delivery = 实施
term-complete = 完整
term-partial = 部分
term-sample = 抽样

# 可以说明的事项。
attribute-name = 名称
attribute-population = 人口
attribute-area = 面积
attribute-gdp = 国内生产总值
attribute-urban-population-share = 城镇人口占比
attribute-population-share = 人口占比
attribute-gdp-share = 国内生产总值占比
attribute-founded = 成立
attribute-dissolved = 解散
attribute-seat = 总部
attribute-issue-area = 议题
attribute-generation = 代际
attribute-access = 准入
attribute-basis = 依据
attribute-dues = 会费
attribute-type = 类型
attribute-legal-status = 法律地位
attribute-state = 状态
attribute-force = 效力
attribute-fate = 结局
attribute-series = 系列
attribute-staffing = 人员配置
attribute-place = 地点
attribute-date = 日期
attribute-slogan = 口号
attribute-purpose = 宗旨
attribute-sector = 行业
attribute-days = 天数
attribute-delegation = 代表团
attribute-seeks = 寻求
attribute-offers = 提供
attribute-staff = 编制
attribute-budget = 预算
attribute-placement = 隶属
attribute-founding-act = 设立文件
attribute-price-index = 物价指数

# 为何列出。
found-abbreviation = 缩写
found-former-name = 旧名
found-other-script = 其他文字的写法
found-misspelt = “{ $text }”疑有笔误
found-in-language = { $language }名称
found-also-called = 又称{ $name }
language-ar = 阿拉伯语
language-bg = 保加利亚语
language-ca = 加泰罗尼亚语
language-cs = 捷克语
language-da = 丹麦语
language-de = 德语
language-el = 希腊语
language-en = 英语
language-es = 西班牙语
language-et = 爱沙尼亚语
language-fa = 波斯语
language-fi = 芬兰语
language-fr = 法语
language-he = 希伯来语
language-hi = 印地语
language-hr = 克罗地亚语
language-hu = 匈牙利语
language-id = 印度尼西亚语
language-it = 意大利语
language-ja = 日语
language-ko = 韩语
language-lt = 立陶宛语
language-lv = 拉脱维亚语
language-nl = 荷兰语
language-no = 挪威语
language-pl = 波兰语
language-pt = 葡萄牙语
language-ro = 罗马尼亚语
language-ru = 俄语
language-sk = 斯洛伐克语
language-sl = 斯洛文尼亚语
language-sr = 塞尔维亚语
language-sv = 瑞典语
language-tr = 土耳其语
language-uk = 乌克兰语
language-vi = 越南语
language-zh = 中文
letters-cyrillic = 西里尔字母
letters-armenian = 亚美尼亚字母
letters-hebrew = 希伯来字母
letters-arabic = 阿拉伯字母
letters-devanagari = 天城文
letters-thai = 泰文
letters-georgian = 格鲁吉亚字母
letters-chinese = 汉字

# 图例。
key-on-record = 在档
key-carried = 此前有报告
key-disputed = 有争议
key-over = 已终止
key-ahead = 尚未生效
key-unplaced = 时间不明
key-denied = 被否认
key-within = 在此数年之间
key-unknown = 起讫不详
key-weaker = 较弱
key-not-then = 当日无效
key-possible = 可能
key-at-least = 至少
key-counted = 来源所计
key-named = 某一来源列出的成员
key-no-later = 此后未见计数
key-undated = 未注日期

# 矛盾的双方，以及一方对另一方所为。
side-is-so = 称属实
side-is-not = 称不属实，或已不再
side-on-file = 已收录：{ $names }
side-none = 称并无
does-take-part = 参加（{ $kind }）
does-back = 资助或支持
does-coordinate = 协调

# 数目旁边：其他状态各有多少。
count-in-state = { $state }{ $n }
