# 谁依靠谁，可能失去什么。

backing-summary = { $things }个网络或其他事项收录有资助者，资助者共{ $backers }个。
backing-most = { $said }{ $name }最多：{ $n }个。
backing-all-one = { $said }均不超过一个。
backing-caveat = { $all }个中有{ $known }个收录了全部资助者的金额。其余只知由谁资助：集中程度可能高于资助者数目所示，故不给出指数。

before-after-summary = { $when }终止。
before-after-all-meet = { $said }此前与他方相遇的各地，此后仍与部分他方相遇。
before-after-alone = { $said }此后有{ $n }个地方在档中不再与他方相遇{ $names }。

robustness-summary = { $places }个地方的最大连通群，失去联系最多的{ $targeted }个即减半，随机失去则为{ $random }个。
robustness-first = { $said }最先失去的将是{ $names }。

what-if-ends = { $n ->
    [0] 没有在档联系会终止
   *[other] { $n }项在档联系将终止
}
what-if-made = { $said }，新增{ $n }项
what-if-fails = { $said }，其中包括经由{ $names }者，{ $n ->
    [one] 该网络
   *[other] 这些网络
}将失去资助
what-if-nobody-alone = { $said }；现在与他方相遇的各地仍将如此。
what-if-alone = { $said }；{ $n }个地方将不再与任何一方相遇{ $names }。
named-all = ：{ $names }
named-some = ，其中有{ $names }
what-if-caveat-reaction = 假设不计反应：无人接手，成员也不在别处相遇，同样出于设定。

withdrawal-none = 若{ $backer }退出，没有网络会失去{ $share }以上的资助。
# 一句话的各部分：有金额的按金额，没有的按资助者数目。
withdrawal-if = 若{ $backer }退出，
withdrawal-weighed = { $said }{ $n ->
    [one] { $names }将失去{ $share }以上的资助
   *[other] { $names }将各失去{ $share }以上的资助
}
withdrawal-counted = { $said }{ $and ->
    [0] {""}
   *[other] ，
}{ $names }将{ $n ->
    [1] 失去
   *[other] 各失去
}{ $most ->
    [1] 唯一收录的资助者
   *[other] 收录的{ $n ->
        [1] {""}
       *[other] 至多
    }{ $most }个资助者之一
}，不论各自资助多少
withdrawal-full-stop = { $said }。
withdrawal-ties = { $said }{ $n }对地方将不再同属任何网络。

# 标题、方法、说明与图注。
backing-table-networks = 按网络
backing-table-places = 按地方，经由其网络
backing-chart-networks = 收录的资助者
backing-caption-networks = 各网络当日的资助者。
backing-method = 指数：资金占比的平方和。有效资助者数：其倒数，即同样集中程度的均等资助者数。若无全部资助者以同一货币计的金额，占比即不可知：此时资助者数为其上限。某地的资助者即其所在网络的资助者，各网络同等计入，并在其资助者间均分，金额已知者除外。
backing-none-on-file = 当日尚未收录所问对象的任何资助或支持：须录入由谁资助及金额。
before-after-table-own = 其自身联系
before-after-method = 终止于来源所容许的最早与最晚日之间：取其解散，否则取其自身联系最后终止之日，否则取任职者最后离任之日。各项在最早日之前与最晚日之后各取一日计数；其间开始或终止者不作区分。
before-after-caveat-ahead = 之后一日晚于所问之日：其间发生者尚不可能收录。
before-after-caveat-cause = 同一时期的变化未必由其引起。此后若无人查找，终止后联系减少本身不足为失。
change-tables-table-figures = 之前与之后
change-tables-table-lost = 终止者
change-tables-table-isolated = 不再与任何一方相遇的地方
change-tables-chart-figures = 尚余多少
change-tables-caption-figures = 各项指标变化后占变化前的比例；1为没有变化。
robustness-table-curve = 逐步失去时的最大连通群
robustness-table-first = 最先失去者
robustness-chart-curve = 逐步失去时的最大连通群
robustness-caption-curve = 最大连通群占全部地方的比例，按失去的地方、网络或资助者比例。
robustness-method = R：依次失去过程中，最大连通群占全部地方比例的均值；失去地方时不超过0.5。“联系最多者先失去”在每次失去后重新计数；“随机”为种子1至20的20种次序的均值。失去网络即失去其中的全部相遇；失去资助者即失去仅由其资助的网络。
robustness-none-on-file = 就收录而言，当日该层级没有两个地方共同参加任何事项。
robustness-heading = 各地连通有多稳固
what-if-method = 从当日全部在档内容中去掉或加入所问者，并重新计算各项指标。两地在某事项中相遇即为有联系；路径经由各地共有的事项。不写入登记册：网址即为该假设。
what-if-method-backing = 网络失去的资助比例，在全部资助者金额以同一货币收录时按金额计，否则按各方均等计。
what-if-none-on-file = 当日尚未收录成员资格、协议、资助或其他联系：没有可去掉者。
what-if-table-networks = 失去成员或资助的网络
what-if-table-thresholds = 按难以为继的界限，有多少网络
what-if-table-contacts = 谁失去协调者
what-if-chart-thresholds = 将难以为继的网络
what-if-caption-thresholds = 在各个视为难以为继的资助比例下，有多少网络难以为继。
withdrawal-table-networks = 其所资助者
withdrawal-table-isolated = 不再同属任何网络的地方
withdrawal-table-thresholds = 按难以为继的界限
withdrawal-chart-thresholds = 各界限下的损失
withdrawal-caption-thresholds = 难以为继的网络与被孤立的地方，按视为难以为继的失去资助比例。
withdrawal-method = 网络失去θ以上的资助即难以为继，其成员不再在其中相遇。占比在全部资助者金额以同一货币收录时按金额计，否则均等。失去的联系：此前同属网络、此后不再同属的各对；减弱的联系：少于此前者。路径只经由共同的网络。
withdrawal-heading = 若{ $backer }退出
withdrawal-nothing = 当日尚未收录{ $backer }的资助或支持：须录入其资助对象与金额。
withdrawal-no-amounts = { $n }个受资助者中有{ $guessed }个未收录金额：该处假定各资助者均等。
withdrawal-threshold = 假定网络失去{ $share }（θ）即难以为继：曲线给出其他各种比例。
withdrawal-fail = 难以为继的网络
withdrawal-ties-lost = 失去的联系
withdrawal-ties-thinned = 减弱的联系
withdrawal-alone = 被孤立的地方
withdrawal-pairs = 失去最后路径的各对地方
backing-heading = 资助的集中程度
backing-heading-of = 资助的集中程度：{ $name }
backing-by-amounts = 已收录金额
backing-no-amounts = 未收录金额，只知由谁资助
before-after-heading = { $name }终止前后
before-after-no-end = 收录的来源均未说明{ $name }何时终止：须录入其本身或其某项联系的终止日期。
before-after-post = 至迟{ $when }，即{ $name }某职务终止之时
percent = { $value } %
what-if-heading = 假如{ $what }？
what-if-went = 没有{ $names }
what-if-ended = { $of }{ $with }的全部{ $kinds }终止
what-if-tied = { $pairs }建立联系
what-if-and = { $first }，且{ $next }
what-if-threshold = 假定网络失去{ $share }即难以为继；曲线给出其他各种比例下的数目。
what-if-equal-shares = 其中{ $n }个因未收录金额而按均等计。
robustness-order-targeted = 地方，联系最多者先
robustness-order-random = 地方，随机
robustness-order-networks = 网络，最大者先
robustness-order-backers = 资助者，资助网络最多者先
robustness-figure = R：{ $order }
change-tables-fewer = −{ $n }
change-tables-same = 无
change-tables-more = +{ $n }
count-more = 另{ $n }个
change-tables-tied = 与他方有联系的地方
change-tables-ties = 地方之间的联系
change-tables-groups = 互不相连的群
change-tables-largest = 最大连通群中的地方
change-tables-connected = 其间有路径的各对地方
change-tables-memberships = 成员资格、签署与参加
change-tables-backings = 资助
change-tables-coordination = 协调关系
change-tables-ended = 终止的联系
change-tables-alone = 不再与任何一方相遇的地方
backing-figure-things = 有资助者的网络与其他事项
backing-figure-backers = 不同的资助者
robustness-figure-targeted = 联系最多者先失去，至最大连通群减半
robustness-figure-random = 随机失去，至最大连通群减半
withdrawal-table-assumed = 设定
withdrawal-assumed-from = 出于设定，并非来自来源：可用`threshold`更改。
