# 从地图浏览带走的内容：所见联系的文件、图片与网址。

view-ties = { $day }：{ $n }项联系在档。
view-members = { $day }：{ $n }个成员在档。
view-undated = { $n }项没有日期，当时是否存续不明。
view-undated-out = { $n }项没有日期，未计入。
view-stopped = { $n }项已终止、已暂停或有争议。
view-stopped-out = { $n }项已终止、已暂停或有争议，未计入。

view-title-all = 各地之间的联系
view-title-of = { $one }的联系
view-title-between = { $one }与{ $other }之间的联系
view-title-members = { $network }的成员
view-title-narrowed = { $whose }：{ $of }
view-files = 所见联系的文件；ZIP内含全部文件，并附说明与引用格式：

embed-source = 来源：{ $source }。地名：GeoNames，CC BY 4.0。
embed-back = 在Comity查看，附全部来源
embed-needs-script = 此图需要JavaScript。链接所至的页面以列表给出同样的内容。
embed-heading = 在其他网页中展示
embed-copy = 复制代码
