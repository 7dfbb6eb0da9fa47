# 终端上答案四周的文字。

terminal-as-of = 截至{ $day }
terminal-rows-left-out = …… 另有{ $n }行（--limit，或--format csv）
terminal-columns-left-out = 略去的栏：{ $columns }（加宽窗口，或--format csv）
terminal-parts-left-out = …… 另有{ $n }部分：{ $parts }（--limit，或--json）
terminal-otherwise = 另说：{ $says } { $marks }

terminal-sources = 来源
terminal-sources-left-out = …… 另有{ $n }个（--sources full）
source-after = { $source }，转引自{ $root }

terminal-looked-at = { $n ->
    [one] 已查：{ $first }。
   *[other] 已查：{ $first }等，共{ $n }个来源（--sources full列出全部）。
}
terminal-looked-at-one = 已查：{ $source }
terminal-not-looked = 尚未查找：{ $layers }。
terminal-waiting = 整个登记册有{ $n }条声明待人核对。
terminal-keep-in-mind = 请注意：{ $caveat }
terminal-caveats-left-out = …… 另有{ $n }点请注意（--sources full）
terminal-method = 如何得出：{ $method }
terminal-on-file = 收录截至第{ $entry }条，校验{ $head }。
terminal-on-file-in-short = 收录截至第{ $entry }条，校验{ $head }。如何得出：--sources full。

ask-one = comity ask QUESTION说明所需内容，并附本登记册的示例。
ask-all = comity ask --list列出各问题可用的参数；comity ask --help列出共用参数。
ask-usage = 用法：{ $command }
snapshot-reading = 正在读取登记册；下一个问题即可直接作答。
ask-examples = 此处有答案的示例：
text-otherwise = 另说{ $says }
text-sources = 来源：{ $source }
text-and-more = 另有      { $n }个
text-and-more-sources = …… 另有{ $n }个
text-left-out = …… 另有{ $n }行（请加大上限）
text-keep-in-mind = 请注意
text-method = 如何得出
text-on-file = 收录截至第{ $entry }条，校验{ $head }
text-searched = 已查
text-search = { $kind }：{ $source }：找到{ $n }条，{ $how }
not-yet-searched-head = 尚未查找：{ $what }
text-to-match = 整个登记册有{ $n }条声明尚未比对
text-after = ，转引自{ $root }（{ $date }）
text-written-as = 原文写作“{ $text }”——{ $others }
text-may-be = 可能是{ $names }
text-independent = {" "}（{ $all }个中{ $n }个独立）
text-waiting = { $source }的{ $n }条
