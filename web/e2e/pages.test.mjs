// The built program in a real browser: the map and its table, the keyboard, the officer's page on a phone and on paper.

import assert from "node:assert/strict";
import { test } from "node:test";
import { overflow, staged, watched } from "./stage.mjs";

const WITH = "/ask/with?subject=new-york-city&object=japan";
const stage = staged();
const { skip } = stage;

/** A page that fails its test when a script fails or a request is refused. */
async function open(path, width = 1440) {
  const page = await stage.chromium.newPage({ viewport: { width, height: 900 } });
  const problems = watched(page, stage.server.url);
  await page.goto(stage.server.url + path, { waitUntil: "load", timeout: 60_000 });
  return { page, problems };
}

test("the map is there, and its table without it", { skip }, async () => {
  const { page, problems } = await open("/explore");
  await page.waitForSelector('#explore[data-ready="true"]', { timeout: 120_000 });
  assert.ok(await page.locator("#ties").count(), "the table twin is there");
  assert.deepEqual(problems, []);
  await page.close();
});

test("home is light, and pointing at a country shows its lines alone", { skip }, async () => {
  const page = await stage.chromium.newPage({ viewport: { width: 1440, height: 900 } });
  const sent = [];
  page.on("response", async (reply) => sent.push([reply.url(), (await reply.request().sizes()).responseBodySize]));
  await page.goto(stage.server.url, { waitUntil: "networkidle" });
  assert.ok(await page.locator("dl.questions dt").count() >= 5, "five questions");
  const bytes = sent.reduce((sum, [, size]) => sum + size, 0);
  assert.ok(bytes < 120_000, `${bytes} bytes: ${JSON.stringify(sent)}`);
  assert.ok(sent.every(([url]) => url.startsWith(stage.server.url)), "nothing is asked of others");
  const flows = page.locator("svg[data-flows]").first();
  await flows.locator('a[data-of="JP"]').focus();
  assert.match(await flows.getAttribute("class"), /alone/);
  const kept = await flows.locator("a.kept").evaluateAll((all) => all.map((link) => link.dataset.of));
  assert.ok(kept.includes("JP US") && kept.includes("US") && !kept.includes("MX US"), kept.join());
  await page.close();
});

test("an old address of the map leads to the map", { skip }, async () => {
  const { page } = await open("/#map=4/50/10");
  await page.waitForURL(/\/explore#map=4(\.00)?\/50/);
  await page.close();
});

test("home works without scripts", { skip }, async () => {
  const context = await stage.chromium.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(stage.server.url);
  assert.ok(await page.locator("a.figure").count() > 2);
  assert.ok(await page.locator("svg[data-flows] a").count() > 20, "the flows are drawn by the server");
  await page.goto(`${stage.server.url}/explore`);
  assert.match(await page.locator("#explore").innerText(), /needs JavaScript/);
  await context.close();
});

test("the keyboard finds a city", { skip }, async () => {
  const { page, problems } = await open("/sources");
  await page.keyboard.press("/");
  await page.keyboard.type("new york");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search\?q=new\+york/);
  await page.locator("main a[href^='/entities/']").first().click();
  await page.waitForURL(/\/entities\//);
  assert.match(await page.locator("h1").innerText(), /New York/);
  assert.deepEqual(problems, []);
  await page.close();
});

test("a network shows how it grew, and the keyboard reaches who led it", { skip }, async () => {
  const { page, problems } = await open("/entities/c40");
  assert.match(await page.locator("#growth").innerText(), /^From \d+ to \d+ members$/);
  const drawing = page.locator("#picture-growth svg");
  assert.match(await drawing.locator("title").first().textContent(), /members/);
  const twin = page.locator("details.twin").first();
  assert.equal(await twin.locator("tbody tr").first().isVisible(), false, "the table is folded");
  await twin.locator("summary").focus();
  await page.keyboard.press("Enter");
  assert.ok(await twin.locator("tbody tr").count() >= (await drawing.locator("circle").count()) - 2, "a row a dot");
  assert.equal(await twin.locator("tbody tr").first().isVisible(), true);
  const line = page.locator(".lives a.life").first();
  await page.locator(".lives .who a").first().focus();
  await page.keyboard.press("Tab");
  assert.ok(await line.evaluate((link) => link === document.activeElement), "the line is the next stop");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/claims\?ids=/);
  assert.match(await page.locator("main").innerText(), /chair/);
  assert.deepEqual(problems, []);
  await page.close();
});

test("what is chosen of a table is an address, without scripts", { skip }, async () => {
  const context = await stage.chromium.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${stage.server.url}/entities/gn5128581`);
  const pill = page.locator("nav.choices a[href*='country=ES']");
  await pill.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/country=ES/);
  const rows = page.locator("#ties-0 ~ div tbody tr");
  assert.equal(await rows.count(), 2);
  assert.equal(await page.locator("nav.choices a[aria-current]").innerText(), "Spain 2");
  await context.close();
});

test("each figure of a city leads to its claims", { skip }, async () => {
  const { page } = await open("/entities/gn5128581");
  const links = await page.locator("main a.figure").evaluateAll((all) => all.map((link) => link.href));
  assert.ok(links.length > 0, "a city has figures");
  for (const link of new Set(links.filter((link) => link.startsWith(stage.server.url)))) {
    const reply = await page.request.get(link);
    assert.equal(reply.status(), 200, link);
    assert.match(await reply.text(), /claim/, link);
  }
  await page.close();
});

test("no page scrolls sideways on a phone", { skip }, async () => {
  for (const path of ["/", "/explore", "/about/design", WITH, "/entities/gn5128581", "/sources", "/changes", "/ask", "/review"]) {
    const { page, problems } = await open(path, 390);
    assert.ok((await overflow(page)) <= 0, `${path} is ${await overflow(page)} px too wide`);
    assert.deepEqual(problems, [], path);
    await page.close();
  }
});

test("the officer's page prints on one sheet", { skip }, async () => {
  const { page } = await open(WITH);
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? [];
  assert.equal(pages.length, 1);
  await page.close();
});
