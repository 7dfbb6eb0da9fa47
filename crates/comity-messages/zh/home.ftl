# 首页。

home-proved = 共{ $all }项，其中{ $dated }项有日期，{ $several }项有两个以上来源。没有日期的，自我们首次读到之日起计。
home-map-across = 国家之间协议最多的{ $n }对，欧洲内部的除外
home-map-within = 欧洲及周边国家之间协议最多的{ $n }对
home-flow = { $one } – { $other }：{ $n }项协议
home-country = { $name }：{ $n }项对外协议
home-drawn = 两国地方之间的协议，右图为欧洲及周边，左图为其他地区：{ $pairs }对国家中最多的{ $drawn }对，占全部{ $n }项的{ $share } %。
home-drawn-all = 两国地方之间的协议，右图为欧洲及周边，左图为其他地区：共{ $n }项，全部绘出。
home-no-flows = 当日没有两国地方之间的协议在档。

# 地方页面上的地图。
reach-title = { $name }的伙伴，按距离与方向
reach-partner = { $name }：{ $km }公里
reach-caption = { $countries }个国家的{ $n }个伙伴，按距离与方向绘制。自中心引出的直线方向准确。
