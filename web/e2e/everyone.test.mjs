// Every kind of page for everyone: weighed by axe, walked through by keyboard, at 320 pixels, without motion.
// With COMITY_AXE=all (`cargo xtask axe`) axe looks at every kind at both widths in both themes.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { KINDS, visit } from "./kinds.mjs";
import { overflow, staged } from "./stage.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** WCAG 2.2 at level AA, and what axe calls good practice besides. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const DARK = ["home", "explorer", "city", "network", "pair"];
const WIDTHS = { wide: 1440, phone: 390 };
const whole = process.env.COMITY_AXE === "all";

const stage = staged();
const { skip } = stage;

/** An example of a kind in a window of its own. */
async function open(kind, { width = WIDTHS.wide, theme = "light" } = {}) {
  const context = await stage.chromium.newContext({
    viewport: { width, height: 900 },
    colorScheme: theme,
    reducedMotion: "reduce",
    bypassCSP: true,
  });
  const page = await context.newPage();
  assert.deepEqual(await visit(page, stage.server.url, kind), [], kind.name);
  return page;
}

/** What axe finds: the rule, how many places, the first of them. */
async function violations(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: "tag", values } }), RULES);
  return found.violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0].html.slice(0, 200)}`);
}

/** The element that has the focus, as somebody at the keyboard meets it. */
function stop() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const shown = [element, ...element.querySelectorAll("*")].some((one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  });
  // A line of a drawing grows thick.
  const thick = [...element.querySelectorAll(".flow, .tie, .dot")].some((line) => parseFloat(getComputedStyle(line).strokeWidth) >= 3);
  const labels = [...(element.labels ?? [])].map((label) => label.innerText);
  const by = element.getAttribute("aria-labelledby")?.split(" ").map((id) => document.getElementById(id)?.textContent);
  const text = [element.getAttribute("aria-label"), ...(by ?? []), ...labels, element.textContent, element.title];
  const inline = style.display === "inline" || element instanceof SVGElement;
  return {
    tag: element.outerHTML.slice(0, 120),
    name: text.join(" ").trim() || (element.getAttribute("placeholder") ?? ""),
    shown: shown || thick || element.matches("input, textarea, select"),
    small: !inline && box.width > 0 && (box.width < 24 || box.height < 24) && !element.matches("input[type=checkbox], input[type=radio]"),
    hidden: box.width > 0 && (box.bottom < 0 || box.top > innerHeight),
  };
}

const MOST_STOPS = 40;

/** What is wrong with the stops of a page for somebody who has no mouse. */
async function walk(page) {
  await page.keyboard.press("Tab");
  assert.match((await page.evaluate(stop))?.name ?? "", /^(Skip|跳到)/, "the first stop leads past the head");
  const stops = [];
  for (let n = 0; n < MOST_STOPS; n += 1) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(stop);
    if (!here) break;
    stops.push(here);
  }
  assert.ok(stops.length > 5, "there are stops");
  const faults = stops.flatMap((here) => [
    ...(here.name ? [] : [`no name: ${here.tag}`]),
    ...(here.shown ? [] : [`focus is not seen: ${here.tag}`]),
    ...(here.small ? [`under 24 pixels: ${here.tag}`] : []),
    ...(here.hidden ? [`out of sight: ${here.tag}`] : []),
  ]);
  return [...new Set(faults)];
}

for (const kind of KINDS) {
  test(`for everyone: ${kind.name}`, { skip }, async () => {
    const page = await open(kind);
    const axe = await violations(page);
    const keyboard = await walk(page);
    await page.setViewportSize({ width: 320, height: 640 });
    assert.deepEqual({ axe, keyboard, over: Math.max(0, await overflow(page)) }, { axe: [], keyboard: [], over: 0 });
    await page.context().close();
  });
}

for (const kind of KINDS.filter(({ name }) => whole || DARK.includes(name))) {
  for (const width of whole ? Object.keys(WIDTHS) : ["wide"]) {
    for (const theme of whole ? ["light", "dark"] : ["dark"]) {
      test(`axe finds nothing: ${kind.name}, ${width}, ${theme}`, { skip }, async () => {
        const page = await open(kind, { width: WIDTHS[width], theme });
        assert.deepEqual(await violations(page), []);
        await page.context().close();
      });
    }
  }
}
