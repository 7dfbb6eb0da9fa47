// Bundles the islands, the stylesheets and the basemap into dist/, which the server embeds.

import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { build } from "esbuild";
import { basemap, europeRings, landPicture, worldRings } from "./basemap.mjs";
import { outline } from "./outline.mjs";

const require = createRequire(import.meta.url);

await rm("dist", { recursive: true, force: true });
await mkdir("dist", { recursive: true });

await build({
  entryPoints: ["src/map.ts", "src/site.ts", "src/site.css", "src/map.css"],
  outdir: "dist",
  bundle: true,
  format: "esm",
  target: ["es2022"],
  minify: true,
  legalComments: "none",
  loader: { ".svg": "dataurl", ".woff2": "file" },
  assetNames: "[name]-[hash]",
  logLevel: "warning",
});

// MapLibre 6 starts its worker from a file of its own, so that a page may forbid blob: workers.
await copyFile(require.resolve("maplibre-gl/dist/maplibre-gl-worker.mjs"), "dist/map-worker.js");
await writeFile("dist/basemap.json", JSON.stringify(basemap()));
await writeFile("dist/outline.txt", outline());
await writeFile("dist/land.svg", landPicture());
await writeFile("dist/world.txt", worldRings());
await writeFile("dist/europe.txt", europeRings());
