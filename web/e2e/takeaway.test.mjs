// What a reader takes away: every question's answer with its files, every figure of a city down to its source.

import assert from "node:assert/strict";
import { test } from "node:test";
import graphology from "graphology";
import gexf from "graphology-gexf";
import { claims, figures, filesAnswer, page, reachesItsSource } from "./follow.mjs";
import { LOOKS, shownOn } from "./looks.mjs";
import { staged } from "./stage.mjs";

const stage = staged();
const { skip } = stage;

test("the example of every question has its answer and its files", { skip }, async () => {
  const questions = await (await fetch(`${stage.server.url}/api/v1/ask`)).json();
  assert.ok(questions.items.length > 40);
  for (const { id, href } of questions.items) {
    const answer = await page(stage.server, href);
    const files = await filesAnswer(stage.server, answer);
    assert.ok(files.some((file) => file.startsWith("/api/v1/")), `${id} offers no JSON`);
    const pictures = answer.html.match(/<figure class="chart"/g)?.length ?? 0;
    for (const kind of ["svg", "png"]) {
      const offered = files.filter((file) => file.includes(`/charts/`) && file.includes(`.${kind}`));
      assert.equal(offered.length, pictures, `${id}: ${pictures} pictures`);
    }
    const { tables } = await (await fetch(`${stage.server.url}/api/v1${href}`)).json();
    const refused = tables?.length === 0;
    assert.ok(refused || files.some((file) => file.includes("/tables/")), `${id} offers no table`);
  }
});

test("a picture stands with a table of the same values", { skip }, async () => {
  const questions = await (await fetch(`${stage.server.url}/api/v1/ask`)).json();
  for (const { id, href } of questions.items) {
    const { html } = await page(stage.server, href);
    const after = html.split('<figure class="chart"').slice(1);
    for (const rest of after) assert.match(rest, /<table\s+class="data sortable/, `${id}: a picture without a table`);
  }
});

test("every figure of a city leads to claims, and each claim to its source and the place in it", { skip }, async () => {
  const shown = figures(await page(stage.server, "/entities/gn5128581"));
  assert.ok(shown.length > 10, `only ${shown.length} figures`);
  const seen = new Set();
  for (const { href, text } of shown) {
    // Somebody looked and found nothing: that leads to where they looked.
    if (text === "0" && href.startsWith("/sources/")) continue;
    const listed = claims(await page(stage.server, href));
    assert.ok(listed.length > 0, `${text} (${href}) leads to no claim`);
    listed.forEach((claim) => seen.add(claim));
  }
  for (const claim of seen) await reachesItsSource(stage.server, claim);
});

test("the files of a city answer", { skip }, async () => {
  const files = await filesAnswer(stage.server, await page(stage.server, "/entities/gn5128581"));
  assert.ok(files.length >= 5, files.join(" "));
});

test("graphology opens the network of a look with the ties and places that its page shows", { skip }, async () => {
  for (const { name, path } of LOOKS) {
    const { ties, places, isMembers, files } = await shownOn(stage.chromium, stage.server.url, path);
    const file = files.find((each) => each.includes("/ties.gexf"));
    const text = await (await fetch(new URL(file, stage.server.url))).text();
    const graph = gexf.parse(graphology.MultiGraph, text, { allowUndeclaredAttributes: true, addMissingNodes: false });
    // Of members the network itself is a node too.
    assert.deepEqual([graph.size, graph.order], [ties, places + Number(isMembers)], name);
  }
});
