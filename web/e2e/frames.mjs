// node e2e/frames.mjs URL [PEER]: how long the home page and the explorer of a running server take to come, to move and to
// choose, and a page of somebody else on the same ties, whose folder is PEER. Prints a line of JSON for each.

import { createReadStream } from "node:fs";
import { createServer, get } from "node:http";
import { extname, join } from "node:path";
import { createBrotliCompress } from "node:zlib";
import { browser } from "./server.mjs";

const [url, peer] = process.argv.slice(2);
if (!url) {
  console.error("usage: node e2e/frames.mjs URL [PEER]");
  process.exit(2);
}

const WINDOW = { width: 1440, height: 900 };
/** Each page is opened so often, by somebody who was never there; the middle counts. */
const TIMES = 3;
/** A server lets go of what nobody asked for in a minute. */
const PAUSE_MS = 80_000;
const STEPS = 60;
/** So near that places are drawn. */
const EUROPE = "#map=4.50/48.00/10.00";
const LYON = { zoom: "#map=6.00/45.76/4.84", lat: 45.76, lon: 4.84 };
const GERMANY = { lat: 51, lon: 10 };

const chromium = await browser();
try {
  const first_ms = (await home()).lcp_ms;
  await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  const rested_ms = (await home()).lcp_ms;
  await told("home", home, { first_ms, rested_ms });
  const map = {};
  await told("explorer", () => explorer(map));
  // Ours count without it.
  if (peer) await beside(map).catch((error) => console.error(`explorer: SKIPPED flowmap.gl: ${error.message}`));
} finally {
  await chromium.close();
}

/** The middle of several runs, figure by figure, and what was measured once. */
async function told(page, run, beyond = {}) {
  const runs = [];
  for (let n = 0; n < TIMES; n += 1) runs.push(await run());
  const middle = (name) => quantile(runs.map((figures) => figures[name]), 0.5);
  console.log(JSON.stringify({ page, ...beyond, ...Object.fromEntries(Object.keys(runs[0]).map((name) => [name, middle(name)])) }));
}

function quantile(numbers, share) {
  const sorted = [...numbers].sort((x, y) => x - y);
  return Math.round(10 * (sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN)) / 10;
}

/** A page of a browser that has nothing of it yet, all that it was sent, and how often it asked. */
async function open(address, viewport = WINDOW) {
  const context = await chromium.newContext({ viewport });
  const page = await context.newPage();
  const sent = [];
  page.on("requestfinished", (request) => sent.push(request));
  await page.addInitScript(watchReady);
  await page.goto(address, { waitUntil: "networkidle", timeout: 120_000 });
  const weighed = async () => {
    const sizes = await Promise.all(sent.map((request) => request.sizes()));
    return sizes.reduce((sum, { responseBodySize, responseHeadersSize }) => sum + responseBodySize + responseHeadersSize, 0) / 1000;
  };
  const foreign = () => sent.filter((request) => /^http/.test(request.url()) && new URL(request.url()).origin !== new URL(address).origin).length;
  return { page, sent, weighed, foreign, close: () => context.close() };
}

/** In the page: when it says that it can be used, and when that is drawn. */
function watchReady() {
  window.ready = new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('#explore[data-ready="true"]')) return;
      observer.disconnect();
      const said = performance.now();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve({ said, drawn: performance.now() })));
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-ready"] });
  });
}

async function home() {
  const { page, weighed, foreign, close } = await open(`${url}/`);
  const lcp = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const observer = new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime));
        observer.observe({ type: "largest-contentful-paint", buffered: true });
      }),
  );
  const figures = { lcp_ms: lcp, kb: await weighed(), foreign: foreign() };
  await close();
  return figures;
}

/** `map` is told how large the map is and where it stands, so that others are measured on the same. */
async function explorer(map) {
  const figures = await opening(`${url}/explore`, WINDOW, async ({ page, sent }) => {
    Object.assign(map, await page.locator("#explore canvas").boundingBox(), { hash: new URL(page.url()).hash });
    const world = named("pan_world", await pan(page));
    const asked = sent.length;
    return { ...world, ...named("brush", await brush(page)), brush_requests: sent.length - asked };
  });
  const near = await opening(`${url}/explore${EUROPE}`, WINDOW, async ({ page }) => {
    if ((await page.locator("#explore .hatched-key").count()) === 0) throw new Error("nothing is hatched");
    return named("pan_europe", await pan(page));
  });
  const country_ms = await choose(`${url}/explore`, (page) => label(page, "Germany"));
  const city_ms = await choose(`${url}/explore${LYON.zoom}`, (page) => label(page, "Lyon"));
  return { ...near, ...figures, country_ms, city_ms };
}

/** How a page comes, and what is measured on it then. */
async function opening(address, viewport, measure) {
  const opened = await open(address, viewport);
  const { said, drawn } = await opened.page.evaluate(() => window.ready);
  const figures = { ready_ms: said, drawn_ms: drawn, kb: await opened.weighed(), foreign: opened.foreign() };
  Object.assign(figures, await measure(opened));
  await opened.close();
  return figures;
}

/** The name on the map that is pressed. */
function label(page, name) {
  return page.locator("#explore .names").getByRole("button", { name, exact: true }).boundingBox();
}

function named(name, frames) {
  return { [`${name}_p50`]: quantile(frames, 0.5), [`${name}_p95`]: quantile(frames, 0.95), [`${name}_max`]: quantile(frames, 1) };
}

/** Drags the map to and fro. */
async function pan(page) {
  const { x, y, width, height } = await page.locator("#explore canvas").first().boundingBox();
  return drag(page, { x: x + width * 0.75, y: y + height * 0.6 }, { x: x + width * 0.25, y: y + height * 0.4 });
}

/** Drags the year from the last to the middle of all. */
async function brush(page) {
  const { x, y, width, height } = await page.getByLabel("Year", { exact: true }).boundingBox();
  return drag(page, { x: x + width - 8, y: y + height / 2 }, { x: x + width / 2, y: y + height / 2 });
}

/** The time from one frame to the next, of those in which the mouse was moved or that follow such a one. */
async function drag(page, from, to) {
  await page.waitForTimeout(500);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.evaluate(() => {
    const watched = { frames: [], isOver: false };
    window.watched = watched;
    let [last, isMoved, wasMoved] = [0, false, false];
    window.addEventListener("pointermove", () => (isMoved = true), { capture: true });
    requestAnimationFrame(function tick(now) {
      if (last && (isMoved || wasMoved)) watched.frames.push(now - last);
      [last, wasMoved, isMoved] = [now, isMoved, false];
      if (!watched.isOver) requestAnimationFrame(tick);
    });
  });
  await page.mouse.move(to.x, to.y, { steps: STEPS });
  const frames = await page.evaluate(() => {
    window.watched.isOver = true;
    return window.watched.frames;
  });
  await page.mouse.up();
  return frames;
}

/** The same of somebody else's page, on a map of the same size that stands where ours did. */
async function beside({ width, height, hash }) {
  const server = await served(peer);
  const address = `http://127.0.0.1:${server.address().port}/`;
  const viewport = { width: Math.round(width), height: Math.round(height) };
  const spot = ({ lat, lon }) => async (page) => {
    const [x, y] = await page.evaluate(([lat, lon]) => window.spot(lat, lon), [lat, lon]);
    return { x, y, width: 0, height: 0 };
  };
  await told("flowmap.gl", async () => {
    const figures = await opening(`${address}${hash}`, viewport, async ({ page }) => named("pan_world", await pan(page)));
    const near = await opening(`${address}${EUROPE}`, viewport, async ({ page }) => named("pan_europe", await pan(page)));
    const country_ms = await choose(`${address}${hash}`, spot(GERMANY), viewport);
    const city_ms = await choose(`${address}${LYON.zoom}`, spot(LYON), viewport);
    return { ...near, ...figures, country_ms, city_ms };
  });
  server.close();
}

/** The files of a folder, packed, and our ties beside them. */
function served(folder) {
  const types = { "": "text/html", ".js": "text/javascript" };
  const server = createServer((request, response) => {
    const path = request.url === "/" ? "index.html" : request.url.slice(1);
    if (path === "map.bin") {
      const asked = get(`${url}/api/v1/map.bin`, { headers: { "accept-encoding": request.headers["accept-encoding"] } }, (reply) => {
        response.writeHead(reply.statusCode, reply.headers);
        reply.pipe(response);
      });
      return asked;
    }
    if (!["index.html", "peer.js"].includes(path)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[extname(path)] ?? types[""], "content-encoding": "br" });
    return createReadStream(join(folder, path)).pipe(createBrotliCompress()).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** From the press on what `find` finds to the frame after what is said and drawn anew. */
async function choose(address, find, viewport = WINDOW) {
  const { page, close } = await open(address, viewport);
  await page.evaluate(() => window.ready);
  // The map has come to rest, and its names with it.
  await page.waitForTimeout(1000);
  const { x, y, width, height } = await find(page);
  await page.evaluate(watchChoice);
  await page.mouse.click(x + width / 2, y + height / 2);
  await page.waitForFunction(() => window.took, null, { timeout: 20_000, polling: 200 });
  const took = await page.evaluate(() => window.took);
  await close();
  return took;
}

/** In the page: from the next press to the frame after that in which the answer is drawn. */
function watchChoice() {
  let pressed = 0;
  window.addEventListener("pointerup", ({ timeStamp }) => (pressed = timeStamp), { capture: true, once: true });
  new MutationObserver((_, observer) => {
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => (window.took = performance.now() - pressed)));
  }).observe(document.querySelector("#explore > .bar > [role=status]"), { subtree: true, childList: true, characterData: true });
}
