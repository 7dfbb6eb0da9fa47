// Follows what a page offers, as a reader would: its figures to their claims, its files to their bytes.

import assert from "node:assert/strict";

/** The links in a page's markup, each once, with what stands between its tags. */
function links(html) {
  const found = new Map();
  for (const [, tag, text] of html.matchAll(/<a ([^>]*)>([\s\S]*?)<\/a>/g)) {
    const href = /href="([^"]*)"/.exec(tag)?.[1].replaceAll("&#38;", "&").replaceAll("&amp;", "&");
    const key = `${href} ${/\bdownload\b/.test(tag)}`;
    if (href && !found.has(key)) found.set(key, { href, tag, text });
  }
  return [...found.values()];
}

export async function page(server, path) {
  const reply = await fetch(server.url + path);
  const html = await reply.text();
  assert.equal(reply.status, 200, `${path}: ${html.slice(0, 300)}`);
  return { html, links: links(html) };
}

/** Figures of this site; one that a gazetteer states leads there. */
export const figures = ({ links }) =>
  links.filter(({ tag, href }) => /class="figure"/.test(tag) && href.startsWith("/"));

/** The claims that a page lists. */
export const claims = ({ links }) =>
  links.map(({ href }) => href.split(/[?#]/)[0]).filter((href) => /^\/claims\/[0-9a-f]{24}$/.test(href));

/** A claim shows its words' source and the place in it, and the source is there. */
export async function reachesItsSource(server, claim) {
  const { html, links } = await page(server, claim);
  const source = links.find(({ href }) => href.startsWith("/sources/"));
  assert.ok(source, `${claim} names no source`);
  const said = /<p>According to <cite>[\s\S]*?\), ([^<]+)\.<\/p>/.exec(html);
  assert.ok(said?.[1].trim(), `${claim} names no place in its source`);
  await page(server, source.href);
}

/** What a download must be, by the end of its name or address. */
const MEDIA = {
  csv: "text/csv; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  md: "text/markdown; charset=utf-8",
  graphml: "application/xml",
  gexf: "application/xml",
  apa: "text/plain; charset=utf-8",
  bibtex: "application/x-bibtex; charset=utf-8",
  ris: "application/x-research-info-systems; charset=utf-8",
  csl: "application/vnd.citationstyles.csl+json",
};

/** Every file that a page offers answers as what it is called; gives their addresses. */
export async function filesAnswer(server, { links }) {
  const files = links.filter(({ tag }) => /\bdownload\b/.test(tag)).map(({ href }) => href);
  for (const href of files) {
    const reply = await fetch(server.url + href);
    const media = MEDIA[href.split("?")[0].split(/[./]/).at(-1)] ?? "application/json";
    assert.equal(reply.status, 200, href);
    assert.equal(reply.headers.get("content-type"), media, href);
    assert.ok((await reply.arrayBuffer()).byteLength > 0, `${href} is empty`);
  }
  return files;
}
