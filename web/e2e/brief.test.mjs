// An officer's brief: from a city's page to one printed sheet, by mouse and by keyboard; and several side by side.

import assert from "node:assert/strict";
import { test } from "node:test";
import { staged, tabTo, watched } from "./stage.mjs";

const ROCHESTER = "/entities/gn5134086";
const stage = staged();
const { skip } = stage;

/** A page that fails its test when a script fails or a request is refused, and that counts what it prints. */
async function open(path, width = 1440) {
  const page = await stage.chromium.newPage({ viewport: { width, height: 900 } });
  const problems = watched(page, stage.server.url);
  await page.addInitScript(() => {
    window.printed = 0;
    window.print = () => (window.printed += 1);
  });
  await page.goto(stage.server.url + path, { waitUntil: "load", timeout: 60_000 });
  return { page, problems };
}

/** Sheets of paper. */
async function sheets(page, format) {
  const pdf = await page.pdf({ format });
  return (pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? []).length;
}

/** The brief of Rochester and Japan is open: what it says, and that it prints on one sheet of either size. */
async function isTheBrief(page) {
  assert.match(await page.locator("h1").innerText(), /Rochester.* × Japan/);
  const sheet = await page.locator("#sheet").innerText();
  assert.match(sheet, /Hamamatsu, Shizuoka, Japan \(population 791,707\)/);
  assert.match(sheet, /30 years in 2026|years in 20\d\d/);
  assert.equal(await page.locator("#sheet figure svg .dot").count(), 1, "a map of where it is");
  assert.equal(await page.evaluate(() => window.printed), 1, "it went to the printer");
  for (const format of ["A4", "Letter"]) assert.equal(await sheets(page, format), 1, format);
}

test("an officer takes the brief of Rochester and Japan along, by mouse", { skip }, async () => {
  const { page, problems } = await open(ROCHESTER);
  await page.getByRole("link", { name: "Brief", exact: true }).click();
  await page.waitForURL(/\/brief\?of=gn5134086/);
  await page.locator("input#with").fill("japan");
  await page.locator("[role=option]").first().click();
  await page.getByRole("button", { name: "Make the brief" }).click();
  await page.waitForURL(/with=/);
  await page.getByRole("button", { name: "Print" }).click();
  await isTheBrief(page);
  assert.deepEqual(problems, []);
  await page.close();
});

test("an officer takes it along by the keyboard alone", { skip }, async () => {
  const { page, problems } = await open(ROCHESTER);
  await tabTo(page, /^Brief$/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/brief\?of=gn5134086/);
  await tabTo(page, /^A brief of Rochester with/);
  await page.keyboard.type("japan");
  await page.keyboard.press("Enter");
  await page.waitForURL(/with=/);
  await tabTo(page, /^Print$/);
  await page.keyboard.press("Enter");
  await isTheBrief(page);
  assert.deepEqual(problems, []);
  await page.close();
});

test("every brief prints on one sheet", { skip }, async () => {
  const briefs = [
    "of=gn5134086&with=japan",
    "of=new-york-city&with=china",
    "of=united-states&with=china",
    "of=united-states&with=russia",
    "of=gn5134086",
    "of=new-york-city",
    "of=japan",
    "of=united-states",
    "of=c40",
    `of=${await smallTown()}`,
  ];
  for (const query of briefs) {
    const { page, problems } = await open(`/brief?${query}`);
    for (const format of ["A4", "Letter"]) assert.equal(await sheets(page, format), 1, `${query} on ${format}`);
    assert.deepEqual(problems, [], query);
    await page.close();
  }
});

/** The id of the least populous town on file that has an agreement. */
async function smallTown() {
  const { places, ties } = await (await fetch(`${stage.server.url}/api/v1/map`)).json();
  const tied = new Set(ties.filter((tie) => tie.layer === "agreements").map((tie) => places[tie.a].id));
  for (const id of tied) {
    const { population } = await (await fetch(`${stage.server.url}/api/v1/entities/${id}`)).json();
    if (population > 0 && population < 5_000) return id;
  }
  return [...tied][0];
}

test("each line of a brief leads to its claims, and each number to a source", { skip }, async () => {
  const { page } = await open("/brief?of=gn5134086&with=japan");
  const links = await page.locator("#sheet a.figure").evaluateAll((all) => all.map((link) => link.href));
  assert.ok(links.length > 2, "lines with claims");
  for (const link of new Set(links)) assert.equal((await page.request.get(link)).status(), 200, link);
  const numbers = await page.locator("#sheet sup a").evaluateAll((all) => all.map((link) => link.hash));
  for (const number of numbers) assert.equal(await page.locator(number).count(), 1, number);
  const permalink = await page.locator(".permalink").innerText();
  assert.match(permalink, /of=gn5134086&with=[^&]+&at=[^&]+&known=/);
  await page.close();
});

test("cities are compared from the page of one, by the keyboard, and on a phone", { skip }, async () => {
  const { page, problems } = await open(ROCHESTER);
  await tabTo(page, /^Compare Rochester with/);
  await page.keyboard.type("new york city");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/compare\?a=gn5134086&a=/);
  const table = page.locator("table.compared");
  assert.equal(await table.locator("thead th").count(), 2);
  assert.match(await table.locator("#on-record").innerText(), /\d/);
  const figures = await table.locator("a.figure").evaluateAll((all) => all.map((link) => link.href));
  for (const link of new Set(figures)) assert.equal((await page.request.get(link)).status(), 200, link);
  await page.setViewportSize({ width: 390, height: 844 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(wide <= 0, `${wide} px too wide`);
  await page.locator("#sheet").evaluate((frame) => frame.scrollBy(200, 0));
  const head = await table.locator("#on-record th").boundingBox();
  assert.ok(head.x >= 0 && head.x < 40, "the first column stays");
  assert.deepEqual(problems, []);
  await page.close();
});
