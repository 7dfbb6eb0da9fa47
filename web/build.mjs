// Bundles the islands, the stylesheets and the basemap into dist/, which the server embeds.

import { mkdir, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { europeRings, groundRings, landPicture, worldRings } from "./basemap.mjs";
import { outline } from "./outline.mjs";

await rm("dist", { recursive: true, force: true });
await mkdir("dist", { recursive: true });

await build({
  entryPoints: ["src/explore.ts", "src/site.ts", "src/site.css"],
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

await writeFile("dist/ground.txt", groundRings());
await writeFile("dist/outline.txt", outline());
await writeFile("dist/land.svg", landPicture());
await writeFile("dist/world.txt", worldRings());
await writeFile("dist/europe.txt", europeRings());
