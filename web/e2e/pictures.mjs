// node e2e/pictures.mjs OUT [NAME…]: every kind of page, wide and on a phone, light and dark, and a sheet of all of them.
// Exits 1 when a page failed; the sheet is OUT/sheet.jpg, the pages OUT/NAME-WIDTH-THEME.png.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { KINDS, visit } from "./kinds.mjs";
import { browser, serve } from "./server.mjs";

const [out, ...names] = process.argv.slice(2);
if (!out) {
  console.error("usage: node e2e/pictures.mjs OUT [NAME…]");
  process.exit(2);
}
const chosen = KINDS.filter(({ name }) => names.length === 0 || names.includes(name));
const WIDTHS = [1440, 390];
const THEMES = ["light", "dark"];
/** What the sheet shows: the first window of these, wide and light, the phone and the dark beside. */
const SHEET = ["home", "explorer", "city", "nation", "network", "agreement", "event", "pair", "brief", "compare", "answer", "source", "claim", "the note, checked", "city in Chinese", "disagreements"];

mkdirSync(out, { recursive: true });
const server = await serve();
const chromium = await browser();
const file = (name, width, theme) => join(out, `${name.replaceAll(/[^a-z]+/g, "-")}-${width}-${theme}.png`);
/** The first window of each, for the sheet. */
const windows = new Map();
const problems = [];
for (const kind of chosen) {
  for (const width of WIDTHS) {
    for (const theme of THEMES) {
      const context = await chromium.newContext({ viewport: { width, height: width < 600 ? 844 : 900 }, colorScheme: theme });
      const page = await context.newPage();
      problems.push(...(await visit(page, server.url, kind)).map((problem) => `${kind.name}: ${problem}`));
      windows.set(file(kind.name, width, theme), await page.screenshot({ type: "jpeg", quality: 80 }));
      await page.screenshot({ path: file(kind.name, width, theme), fullPage: true });
      await context.close();
    }
  }
  console.log(kind.name);
}
if (names.length === 0) await sheet();
await chromium.close();
server.stop();
for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);

/** One picture of all: each kind's first window. */
async function sheet() {
  const picture = (name, width, theme) =>
    `<img class="w${width}" alt="" src="data:image/jpeg;base64,${windows.get(file(name, width, theme)).toString("base64")}">`;
  const cells = SHEET.map((name) => `<figure><div>${picture(name, 1440, "light")}${picture(name, 390, "dark")}</div><figcaption>${name}</figcaption></figure>`);
  const page = await chromium.newPage({ viewport: { width: 1600, height: 900 } });
  await page.setContent(`<style>
    body { display: grid; grid-template-columns: repeat(4, 1fr); gap: 20px; margin: 20px; font: 15px sans-serif; background: #d9dcd8 }
    figure { margin: 0 } figure > div { position: relative; height: 260px; overflow: hidden; background: white }
    .w1440 { width: 100% } .w390 { position: absolute; right: 8px; top: 60px; width: 82px; height: 178px; object-fit: cover; object-position: top; border: 2px solid #555; border-radius: 6px }
    figcaption { padding: 4px 0 }
  </style>${cells.join("")}`);
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  writeFileSync(join(out, "sheet.jpg"), await page.screenshot({ fullPage: true, type: "jpeg", quality: 72 }));
}
