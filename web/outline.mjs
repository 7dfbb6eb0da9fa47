// The land of Natural Earth 1:110m (public domain, through world-atlas) as one SVG path, for small maps without scripts.

import { createRequire } from "node:module";
import { geoEquirectangular } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import { feature } from "topojson-client";

const require = createRequire(import.meta.url);

/** x = degrees east of 180° W, y = degrees south of 90° N; cut at ±180°. */
const degrees = geoEquirectangular().scale(180 / Math.PI).translate([180, 90]).precision(0);

/** Two degrees are a pixel on such a map. Rings that vanish are left out. */
const STEP = 2;

/** A start, then steps from point to point. */
function ring(points) {
  const grid = points.map(([x, y]) => [Math.round(x / STEP) * STEP, Math.round(y / STEP) * STEP]);
  const turns = grid.filter(([x, y], place) => place === 0 || x !== grid[place - 1][0] || y !== grid[place - 1][1]);
  if (new Set(turns.map(String)).size < 3) return "";
  const steps = turns.slice(1, -1).map(([x, y], place) => `${x - turns[place][0]},${y - turns[place][1]}`);
  return `M${turns[0]}l${steps.join(" ")}z`;
}

export function outline() {
  const atlas = require("world-atlas/land-110m.json");
  const land = feature(atlas, atlas.objects.land).features.map(({ geometry }) => geoProject(geometry, degrees));
  const polygons = land.flatMap(({ type, coordinates }) => (type === "Polygon" ? [coordinates] : coordinates));
  return polygons.flat().map(ring).join("");
}
