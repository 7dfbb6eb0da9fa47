// Review, by keyboard alone: twenty decisions, two taken back, and the place found again after a reload.

import assert from "node:assert/strict";
import { test } from "node:test";
import { staged, watched } from "./stage.mjs";

/** Names that several places in the United States bear, each beside cities that no one doubts. */
const NAMES = ["Springfield", "Rochester", "Portland", "Columbus", "Salem", "Arlington", "Aurora", "Bloomington"];
const PARTNERS = ["Hamamatsu,Japan", "Rennes,France", "Tartu,Estonia", "Berat,Albania", "Tampere,Finland"];
const rows = PARTNERS.flatMap((partner) => NAMES.map((name) => `${partner},${name},United States`));
const LIST = ["city1,country1,city2,country2", ...rows].join("\n");

const stage = staged({ "homonyms.csv": LIST }, ["Ana B.", "Ben C.", "Cem D."]);
const { skip } = stage;

const queue = async (page, address) => (await page.request.get(`${stage.server.url}/api/v1${address}`)).json();
/** The words in question, without what only a screen reader says before them. */
const words = async (page) => (await page.locator("#words").innerText()).split("\n").at(-1);

/** The part of the queue that the list is. */
async function ofList(page) {
  const { facets } = await queue(page, "/review");
  const source = facets.find((facet) => facet.name === "source").values.find((one) => one.title.includes("homonyms"));
  return `/review?source=${source.value}`;
}

/** Opens this person's session by its link, and with it the part of the queue that the list is. */
async function enter(page, name) {
  await page.goto(stage.server.links[name]);
  await page.getByRole("button", { name: `Go on as ${name}` }).click();
  await page.waitForURL(/\/review/);
  await page.goto(stage.server.url + (await ofList(page)));
  assert.match(await page.locator("main").innerText(), new RegExp(`Your name, shown with your decisions: ${name}`));
}

/** Presses keys and waits for the page that follows. */
async function press(page, key) {
  const next = page.waitForEvent("domcontentloaded");
  await page.keyboard.press(key);
  await next;
}

test("twenty mentions by keyboard alone", { skip }, async () => {
  const page = await stage.chromium.newPage({ viewport: { width: 1440, height: 900 } });
  const problems = watched(page, stage.server.url);
  const part = await ofList(page);
  const first = await queue(page, part);
  assert.ok(first.waiting >= 22, `only ${first.waiting} wait`);
  await page.goto(stage.server.url + part);
  assert.match(await page.locator(".evidence li > p").first().innerText(), /Hamamatsu \(Japan\) – /);
  assert.equal(await page.getByRole("button", { name: "Match", exact: true }).isEnabled(), false);
  await enter(page, "Ana B.");
  for (let n = 1; n <= 20; n += 1) await press(page, n % 5 === 0 ? "u" : n % 4 === 0 ? "2" : "1");
  const decided = await queue(page, part);
  assert.equal(first.waiting - decided.waiting, 20);
  assert.equal(decided.put_off, 4);

  await press(page, "z");
  await press(page, "z");
  const undone = await queue(page, part);
  assert.equal(first.waiting - undone.waiting, 18);
  assert.equal(undone.put_off, 3);

  const [here, asked] = [page.url(), await words(page)];
  await page.reload();
  assert.equal(page.url(), here);
  assert.equal(await words(page), asked);
  assert.equal((await queue(page, new URL(here).pathname + new URL(here).search)).item.written, asked);
  assert.deepEqual(problems, []);
  await page.close();
});

test("what is ruled out does not come back, and the keys are listed", { skip }, async () => {
  const page = await stage.chromium.newPage();
  await enter(page, "Ben C.");
  const asked = await words(page);
  const first = () => page.locator("input[name=entity]").first().getAttribute("value");
  const candidate = await first();
  await press(page, "x");
  assert.equal(await words(page), asked);
  assert.notEqual(await first(), candidate);
  assert.match(await page.locator(".evidence").innerText(), new RegExp(`Not a match: ${candidate}`));
  await page.keyboard.press("?");
  assert.match(await page.locator("dialog").innerText(), /the marked one is not a match/);
  await page.keyboard.press("Escape");
  await press(page, "z");
  assert.equal(await first(), candidate);
  await page.close();
});

test("it works without scripts", { skip }, async () => {
  const context = await stage.chromium.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const part = await ofList(page);
  await enter(page, "Cem D.");
  const before = await queue(page, part);
  await page.getByRole("button", { name: "Match", exact: true }).click();
  assert.equal((await queue(page, part)).waiting, before.waiting - 1);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  assert.equal((await queue(page, part)).waiting, before.waiting);
  await page.getByRole("button", { name: /that say the same/ }).click();
  const together = page.getByRole("button", { name: /Accept the rows that are ticked/ });
  assert.equal(await page.locator("input[name=each]").count(), (await page.locator("tbody tr").count()));
  for (const row of await page.locator("input[name=each]").all()) await row.check();
  await together.click();
  assert.ok((await queue(page, part)).waiting < before.waiting - 1);
  await context.close();
});

test("no review page scrolls sideways on a phone", { skip }, async () => {
  const page = await stage.chromium.newPage({ viewport: { width: 390, height: 844 } });
  for (const path of [await ofList(page), "/review/set?at_least=1", "/review/duplicates"]) {
    await page.goto(stage.server.url + path);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(over <= 0, `${path} is ${over} px too wide`);
  }
  await page.close();
});
