// What every file of browser tests stands on: the program and a browser while its tests run, and pages that remember what
// went wrong on them.

import assert from "node:assert/strict";
import { after, before } from "node:test";
import { browser, missing, noteSkipped, serve } from "./server.mjs";

/** Filled before the first test of the file: `server.url`, `chromium`; `skip` says why there are none. */
export function staged(lists = {}, people = []) {
  const why = missing();
  if (why) noteSkipped(why);
  const stage = { skip: why ?? false, server: null, chromium: null };
  before(async () => {
    if (why) return;
    stage.server = await serve(lists, people);
    stage.chromium = await browser();
  });
  after(async () => {
    await stage.chromium?.close();
    stage.server?.stop();
  });
  return stage;
}

/** What goes wrong on a page from now on: a script, a refusal other than `expected`, a request to anybody but `url`. */
export function watched(page, url, expected = 0) {
  const problems = [];
  page.on("pageerror", (error) => problems.push(`script: ${error.message}`));
  page.on("console", (message) => message.type() === "error" && !expected && problems.push(message.text()));
  page.on("response", (reply) => {
    if (reply.status() >= 400 && reply.status() !== expected) problems.push(`${reply.status()} ${reply.url()}`);
  });
  page.on("request", (request) => {
    const isOurs = /^(data|blob):/.test(request.url()) || request.url().startsWith(url);
    if (!isOurs) problems.push(`asked ${request.url()}`);
  });
  return problems;
}

/** How many pixels a reader would have to scroll sideways. */
export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Presses Tab until the focus is on what the name says, as somebody without a mouse does. */
export async function tabTo(page, name, most = 400) {
  for (let n = 0; n < most; n += 1) {
    await page.keyboard.press("Tab");
    const text = await page.evaluate(() => {
      const { ariaLabel, labels, textContent } = document.activeElement;
      return (ariaLabel ?? labels?.[0]?.textContent ?? textContent ?? "").trim();
    });
    if (name.test(text)) return;
  }
  assert.fail(`no key leads to ${name}`);
}
