// What people come for, from the first page to what they take away: with the mouse, and again with the keyboard alone.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { test } from "node:test";
import { staged, tabTo, watched } from "./stage.mjs";
import { unzipped } from "./zip.mjs";

const READY = '#explore[data-ready="true"]';
const ASKED = "which US cities are tied to Chinese cities";

const stage = staged();
const { skip } = stage;

/** A page that remembers what went wrong, and whether it asked anybody else. */
async function open(path) {
  const context = await stage.chromium.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: stage.server.url });
  const page = await context.newPage();
  const problems = watched(page, stage.server.url);
  await page.goto(stage.server.url + path);
  return { page, problems };
}

const said = (page) => page.locator("#explore > .bar .said").innerText();

/** All that the explorer says it shows. */
function shown(text) {
  const n = (pattern) => Number(pattern.exec(text)?.[1].replaceAll(",", "") ?? 0);
  const stopped = /in dispute, left out/.test(text) ? 0 : n(/([\d,]+) ended, suspended/);
  return n(/([\d,]+) (?:ties?|members?) on record/) + n(/([\d,]+) undated, which/) + stopped;
}

/** What a press on the page saves. */
async function download(page, press) {
  const coming = page.waitForEvent("download");
  await press();
  return readFile(await (await coming).path());
}

const lines = (csv) => csv.toString("utf8").trim().split(/\r?\n/).slice(1);

/** Every form of the ties has as many as the page shows, and the archive says what they are. */
function checkArchive(bytes, n, day) {
  const files = unzipped(bytes);
  const names = ["LICENCE.md", "README.md", "citation.bib", "citation.ris", "citation.txt", "codebook.md", "ties.csv", "ties.geojson", "ties.gexf", "ties.json", "ties.xlsx"];
  assert.deepEqual([...files.keys()].sort(), names);
  const text = (name) => files.get(name).toString("utf8");
  assert.equal(lines(files.get("ties.csv")).length, n);
  assert.equal(JSON.parse(text("ties.json")).ties.length, n);
  assert.equal(JSON.parse(text("ties.geojson")).features.filter(({ properties }) => "state" in properties).length, n);
  assert.equal(text("ties.gexf").match(/<edge /g)?.length ?? 0, n);
  assert.match(text("ties.xlsx").slice(0, 2), /PK/);
  for (const head of text("ties.csv").split(/\r?\n/)[0].split(",")) assert.ok(text("codebook.md").includes(`| \`${head}\` |`), head);
  assert.match(text("README.md"), new RegExp(`${day}[\\s\\S]*/explore\\?[\\s\\S]*To cite: `));
}

/** A place's networks, then and now, each taken away whole. */
async function researcher(page, act) {
  await act.find(page, "New York City");
  await act.press(page, "link", /^Map$/);
  await page.waitForSelector(READY);
  await act.tick(page, /^shared networks/);
  await act.day(page, "1990");
  assert.match(await said(page), /^1990: /);
  const then = shown(await said(page));
  await act.press(page, "summary", /^Data$/);
  checkArchive(await download(page, () => act.press(page, "link", /^All of it/)), then, "1990");
  const csv = await download(page, () => act.press(page, "link", /^Table \(CSV\)/));
  assert.equal(lines(csv).length, then);
  await act.press(page, "button", /^Today$/);
  const now = shown(await said(page));
  assert.ok(now > then, `${now} today, ${then} in 1990`);
  if (!(await page.locator(".take details[open] > summary").filter({ hasText: "Data" }).count())) await act.press(page, "summary", /^Data$/);
  checkArchive(await download(page, () => act.press(page, "link", /^All of it/)), now, "");
}

const mouse = {
  async find(page, name) {
    await page.getByRole("combobox", { name: "Search" }).pressSequentially(name);
    await page.getByRole("option").filter({ hasText: `${name}, New York` }).first().click();
    await page.waitForURL(/\/entities\//);
  },
  async press(page, role, name) {
    const of = role === "summary" ? page.locator("summary").filter({ hasText: name }) : page.getByRole(role, { name });
    await of.first().click();
  },
  tick: (page, name) => page.getByLabel(name).check(),
  async day(page, day) {
    await page.getByLabel(/^Date/).fill(day);
    await page.getByRole("button", { name: "Show", exact: true }).click();
  },
};

const keys = {
  async find(page, name) {
    await tabTo(page, /^Search$/);
    await page.keyboard.type(name);
    await page.getByRole("option").first().waitFor();
    for (let n = 0; n < 8; n += 1) {
      await page.keyboard.press("ArrowDown");
      const chosen = await page.locator("[role=option][aria-selected=true]").innerText();
      if (chosen.startsWith(`${name}, New York`)) break;
    }
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/entities\//);
  },
  async press(page, role, name) {
    await tabTo(page, name);
    await page.keyboard.press("Enter");
  },
  async tick(page, name) {
    await tabTo(page, name);
    await page.keyboard.press("Space");
  },
  async day(page, day) {
    await tabTo(page, /^Date/);
    await page.keyboard.type(day);
    await page.keyboard.press("Enter");
  },
};

for (const [how, act] of [["the mouse", mouse], ["the keyboard alone", keys]]) {
  test(`New York's networks in 1990 and today, taken away: with ${how}`, { skip }, async () => {
    const { page, problems } = await open("/");
    await researcher(page, act);
    assert.deepEqual(problems, []);
    await page.context().close();
  });

  test(`a chart in a page of another site: with ${how}`, { skip }, async () => {
    const { page, problems } = await open("/");
    if (act === mouse) await page.getByRole("combobox", { name: "Search" }).fill(ASKED);
    else {
      await tabTo(page, /^Search$/);
      await page.keyboard.type(ASKED);
    }
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search/);
    await act.press(page, "link", /^United States × China/);
    await page.waitForURL(/\/ask\/with/);
    await act.press(page, "summary", /^Show it in another page$/);
    await act.press(page, "button", /^Copy the code$/);
    await page.getByRole("status").filter({ hasText: "Copied" }).first().waitFor({ state: "attached" });
    const code = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(code, /^<iframe src="http/);
    assert.deepEqual(problems, []);
    await page.context().close();
    await shows(code, async (frame) => {
      const title = await frame.locator("h1").innerText();
      assert.match(title, /United States × China/);
      assert.ok((await frame.locator("figure.chart svg").boundingBox()).height > 100);
      assert.match(await frame.locator("main").innerText(), /Source: Comity, release /);
      const back = await frame.getByRole("link", { name: /^See it at Comity/ }).getAttribute("href");
      assert.match(back, /\/ask\/with\?/);
    });
  });
}

/** The code in a page of another server: what it frames is there, and asks nobody but its own stage.server. */
async function shows(code, check) {
  const other = createServer((_, reply) => reply.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><title>A newspaper</title><link rel="icon" href="data:,"><h1>A newspaper</h1>${code}`));
  await new Promise((ready) => other.listen(0, "127.0.0.1", ready));
  const page = await stage.chromium.newPage({ viewport: { width: 1200, height: 900 } });
  const problems = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  const own = `http://127.0.0.1:${other.address().port}`;
  page.on("request", (request) => {
    const url = request.url();
    if (!/^data:/.test(url) && !url.startsWith(stage.server.url) && !url.startsWith(own)) problems.push(`asked ${url}`);
  });
  try {
    await page.goto(own, { waitUntil: "load" });
    const frame = page.frameLocator("iframe");
    await frame.locator("h1").waitFor();
    await check(frame);
    assert.deepEqual(problems, []);
  } finally {
    await page.close();
    other.close();
  }
}

test("a view of the explorer is passed on: its address shows the same, and so does a frame", { skip }, async () => {
  const { page, problems } = await open("/explore?of=RU-US&at=2022-02-24");
  await page.waitForSelector(READY);
  const before = await said(page);
  await page.locator("summary").filter({ hasText: "Share" }).click();
  await page.getByRole("button", { name: "Copy the link" }).click();
  await page.getByRole("status").filter({ hasText: "Copied" }).first().waitFor({ state: "attached" });
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /known=%23\d+/);
  await page.getByRole("button", { name: "Copy the code" }).click();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith("<iframe"));
  const code = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto(link);
  await page.waitForSelector(READY);
  assert.equal(await said(page), before);
  assert.deepEqual(problems, []);
  await page.context().close();
  await shows(code, async (frame) => {
    await frame.locator(READY).waitFor();
    assert.equal(await frame.locator("#explore > .bar .said").innerText(), before);
    assert.ok((await frame.locator("#explore canvas").boundingBox()).height > 200);
    assert.equal(await frame.getByRole("tab").count(), 0, "what is embedded has no controls");
  });
});

test("a picture has title, source, day and address in it, as PNG and as SVG", { skip }, async () => {
  for (const view of ["map", "network", "timeline"]) {
    const { page, problems } = await open(`/explore?of=RU-US&at=2022-02-24&view=${view}`);
    await page.waitForSelector(READY);
    await page.locator("summary").filter({ hasText: "Picture" }).click();
    const svg = (await download(page, () => page.getByRole("button", { name: "Save as SVG" }).click())).toString("utf8");
    const text = svg.replaceAll(/<[^>]*>/g, " ");
    for (const says of [/Russia – United States/, /24 February 2022: \d+ ties on record/, /Comity, release \d/, /known=%23/]) assert.match(text, says, view);
    assert.ok((svg.match(/<(circle|path)/g)?.length ?? 0) > 10, "it has dots and lines");
    const png = await download(page, () => page.getByRole("button", { name: "Save as PNG" }).click());
    assert.equal(png.subarray(1, 4).toString("latin1"), "PNG");
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    assert.ok(width >= 1440 && height > 800, `${width} × ${height}`);
    assert.deepEqual(problems, []);
    await page.context().close();
  }
});

test("every look has as many ties in its file as on the screen", { skip }, async () => {
  const looks = ["", "?at=1985", "?at=1985&undated=yes", "?of=JP", "?of=RU-US", "?of=RU-US&at=2010/2026&stopped=no", "?entity=c40", "?entity=c40&at=2019", "?entity=gn5128581&layer=networks", "?entity=gn6252001&with=gn2017370", "?of=gn5128581&at=2000-06"];
  for (const look of looks) {
    const { page, problems } = await open(`/explore${look}${look ? "&" : "?"}view=table`);
    await page.waitForSelector(READY);
    const csv = await fetch(`${stage.server.url}/explore/ties.csv${look}`);
    assert.equal(csv.status, 200, look);
    const rows = lines(await csv.text()).filter((line) => line !== "");
    assert.equal(rows.length, shown(await said(page)), look);
    const button = page.getByRole("link", { name: /^Save .* as CSV$/ });
    if (rows.length > 0) assert.equal(Number((await button.innerText()).replaceAll(/\D/g, "")), rows.length, look);
    const first = await page.locator("#explore tbody tr").first().locator("th a").innerText().catch(() => "");
    if (first) assert.ok(rows[0].includes(first), `${look}: ${rows[0]} begins as the table does, with ${first}`);
    assert.deepEqual(problems, [], look);
    await page.context().close();
  }
});
