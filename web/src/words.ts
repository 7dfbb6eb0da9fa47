// The few words that scripts put on a page, in its language; all others are the server's.

const CHINESE: Record<string, string> = {
  Suggestions: "建议",
  Copied: "已复制",
  "This browser does not allow copying": "此浏览器不允许复制",
  Shortcuts: "快捷键",
  Close: "关闭",
  search: "检索",
  "show these shortcuts": "显示快捷键",
  close: "关闭",
  "arrow keys, + and −": "方向键、+与−",
  "move and zoom the map, once it has the focus": "地图获得焦点后，移动与缩放",
};

/** The language of the page: "en", "zh". */
export const language = (): string => document.documentElement.lang.slice(0, 2);

export function word(english: string): string {
  return (language() === "zh" && CHINESE[english]) || english;
}
