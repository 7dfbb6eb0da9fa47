# 引用本页与追踪更新。

cite-heading = 引用
cite-publisher = Comity
cite-register = Comity：城市外交公开登记册
cite-register-about = 城市、县、州及其网络之间谁与谁有联系，始于何时，依据何在。
cite-data-set = 数据集
cite-version = 截至{ $day }，登记册第{ $entry }条
cite-version-entry = 登记册第{ $entry }条
cite-claim = { $says }，据{ $source }，{ $place }
cite-note-page = 引文中的网址固定了两个时间：日后打开与现在所见相同。每条声明各有来源，引用其内容时请引该来源。
cite-note-source = 此处引用的是来源本身，而非本页。
cite-copy = 复制
cite-files = 文件格式：

feed-title = Comity：新近收录
feed-title-of = { $name }：新近收录
feed-follow = 订阅更新（Atom）
feed-recorded = 收录{ $n }条。
feed-undone = 已被第{ $batch }批撤销。
feed-undo = 撤销了先前的一批。
feed-erasure = 删去了先前条目中的文字。
feed-upgrade = 转入了旧格式的记录。
feed-according = 据{ $source }，{ $place }。
