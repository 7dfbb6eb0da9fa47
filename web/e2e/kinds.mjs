// The kinds of pages, each at an example that the built-in atlas has: what is looked at, weighed and walked through.

import { watched } from "./stage.mjs";

/** A name for files, and the path; "first" is a link on the page at `on` that leads to one. */
export const KINDS = [
  { name: "home", path: "/" },
  { name: "explorer", path: "/explore" },
  { name: "city", path: "/entities/gn5128581" },
  { name: "state", path: "/entities/gn5332921" },
  { name: "nation", path: "/entities/gn6252001" },
  { name: "network", path: "/entities/c40" },
  { name: "agreement", path: "/entities/ag-1c6daf6dab6c8359" },
  { name: "event", path: "/entities/c40-new-york-summit-2007" },
  { name: "act", path: "/entities/act-burma-alameda-county-1996" },
  { name: "office", path: "/entities/office-california-armenia" },
  { name: "organisation", path: "/entities/bloomberg-philanthropies" },
  { name: "person", path: "/entities/anne-hidalgo" },
  { name: "programme", path: "/entities/cities-forward" },
  { name: "pair", path: "/ask/with?subject=gn5128581&object=japan" },
  { name: "brief", path: "/brief?of=gn5128581&with=japan" },
  { name: "compare", path: "/compare?a=gn5128581&a=gn4887398&a=gn5368361" },
  { name: "answer", path: "/ask/bursts?of=united-states" },
  { name: "city in Chinese", path: "/entities/gn5128581?lang=zh" },
  { name: "questions", path: "/ask" },
  { name: "search", path: "/search?q=rochester" },
  { name: "entities", path: "/entities" },
  { name: "sources", path: "/sources" },
  { name: "source", on: "/sources", first: "main a[href^='/sources/']" },
  { name: "claim", on: "/entities/gn5128581", first: "main a[href^='/claims/']" },
  { name: "change", on: "/changes", first: "main a[href^='/changes/']" },
  { name: "disagreements", path: "/ask/conflicts" },
  { name: "the note, checked", path: "/checked" },
  { name: "files", path: "/files" },
  { name: "about", path: "/about" },
  { name: "accessibility", path: "/about/accessibility" },
  { name: "design", path: "/about/design" },
  { name: "not found", path: "/entities/nothing-of-this-name", status: 404 },
];

/** Goes to the example of a kind and waits until it shows something; what went wrong on the way. */
export async function visit(page, server, kind) {
  const expected = kind.status ?? 200;
  const problems = watched(page, server, kind.status);
  let path = kind.path;
  if (kind.on) {
    await page.goto(server + kind.on, { waitUntil: "load", timeout: 60_000 });
    path = await page.locator(kind.first).first().getAttribute("href");
  }
  const reply = await page.goto(server + path, { waitUntil: "load", timeout: 60_000 });
  if (reply.status() !== expected) problems.push(`${path} is ${reply.status()}, not ${expected}`);
  if (await page.locator("#explore").count()) {
    await page.waitForSelector('#explore[data-ready="true"]', { timeout: 120_000 });
  }
  return problems;
}
