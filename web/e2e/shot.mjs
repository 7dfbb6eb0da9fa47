// node e2e/shot.mjs URL OUT.png WIDTH [waitSelector]
// Takes a picture of a whole page; exits 1 when the page logged an error or a request failed.

import { chromium } from "playwright-core";

const [url, out, width, waitSelector] = process.argv.slice(2);
if (!url || !out || !Number(width)) {
  console.error("usage: node e2e/shot.mjs URL OUT.png WIDTH [waitSelector]");
  process.exit(2);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: [
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
});

const problems = [];
try {
  const page = await browser.newPage({
    viewport: { width: Number(width), height: Number(width) < 600 ? 844 : 900 },
    colorScheme: process.env.SCHEME === "dark" ? "dark" : "light",
  });
  page.on("console", (message) => message.type() === "error" && problems.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => problems.push(`request: ${request.url()} ${request.failure()?.errorText}`));
  page.on("response", (reply) => reply.status() >= 400 && problems.push(`status ${reply.status()}: ${reply.url()}`));
  await page.goto(url, { waitUntil: "networkidle", timeout: 60_000 });
  if (waitSelector) await page.waitForSelector(waitSelector, { timeout: 60_000 });
  if (await page.locator("#explore").count()) await page.waitForSelector('#explore[data-ready="true"]', { timeout: 60_000 });
  if (process.env.PDF) await page.pdf({ path: process.env.PDF, format: "A4", preferCSSPageSize: true });
  await page.screenshot({ path: out, fullPage: true });
} catch (error) {
  problems.push(String(error));
} finally {
  await browser.close();
}
for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);
