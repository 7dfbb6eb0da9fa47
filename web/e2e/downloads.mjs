// node e2e/downloads.mjs OUT: the files of some looks of the explorer, each look a folder with what its page shows beside them.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LOOKS, shownOn } from "./looks.mjs";
import { browser, serve } from "./server.mjs";

const [out] = process.argv.slice(2);
if (!out) {
  console.error("usage: node e2e/downloads.mjs OUT");
  process.exit(2);
}
const server = await serve();
const chromium = await browser();
try {
  for (const { name, path } of LOOKS) {
    const folder = join(out, name.replaceAll(" ", "-"));
    mkdirSync(folder, { recursive: true });
    const { files, ...shown } = await shownOn(chromium, server.url, path);
    writeFileSync(join(folder, "shown.json"), JSON.stringify(shown));
    for (const file of files) {
      const reply = await fetch(new URL(file, server.url));
      if (!reply.ok) throw new Error(`${file}: ${reply.status}`);
      writeFileSync(join(folder, new URL(file, server.url).pathname.split("/").at(-1)), Buffer.from(await reply.arrayBuffer()));
    }
  }
} finally {
  await chromium.close();
  server.stop();
}
