// Starts the built `comity` on a register of its own and a browser to look at it; says loudly when one is missing.

import { execFileSync, spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const START_MS = 120_000;

/** Why the tests cannot run here, or null. */
export function missing() {
  if (!process.env.COMITY_BINARY) return "the pages in a browser (COMITY_BINARY names no program)";
  return null;
}

/** Leaves a line for the closing count of skipped tests. */
export function noteSkipped(what) {
  console.error(`skipped: ${what}`);
  if (process.env.COMITY_SKIP_LOG) appendFileSync(process.env.COMITY_SKIP_LOG, `${what}\n`);
}

/**
 * `comity serve` on a free port, with these lists imported first; resolves when it printed its address, and a link into
 * a session for each of these people.
 */
export async function serve(lists = {}, people = []) {
  const folder = mkdtempSync(join(tmpdir(), "comity-e2e-"));
  const register = ["--register", join(folder, "comity.db")];
  for (const [name, rows] of Object.entries(lists)) {
    writeFileSync(join(folder, name), rows);
    execFileSync(process.env.COMITY_BINARY, ["import", join(folder, name), "--by", "e2e", ...register]);
  }
  const args = ["serve", "--listen", "127.0.0.1:0", "--by", "e2e", ...people.flatMap((name) => ["--link", name]), ...register];
  const server = spawn(process.env.COMITY_BINARY, args, { stdio: ["ignore", "pipe", "inherit"] });
  const said = await printed(server, people.length + 2);
  const url = said.shift().replace(/\/$/, "");
  const links = Object.fromEntries(said.slice(1).map((line, n) => [people[n], line.split(" ")[0]]));
  const stop = () => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, links, stop };
}

/** The first lines that the server prints: its address, then a link for whoever started it and for each other person. */
function printed(server, count) {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => reject(new Error(`no address after ${START_MS} ms: ${said}`)), START_MS);
    server.stdout.on("data", (chunk) => {
      said += chunk;
      const lines = said.split("\n").slice(0, -1);
      if (lines.length < count) return;
      clearTimeout(late);
      resolve(lines);
    });
    server.on("exit", (code) => reject(new Error(`comity serve ended with ${code}: ${said}`)));
  });
}

/** WebGL without a graphics card. */
export function browser() {
  return chromium.launch({
    executablePath: execFileSync("which", [process.env.COMITY_CHROMIUM ?? "chromium"], { encoding: "utf8" }).trim(),
    headless: true,
    args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking"],
  });
}
