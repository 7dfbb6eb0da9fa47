// The map as an SVG picture: the same land, curves, dots and names as on the canvas.

import type { Colours } from "./colours";
import { svg } from "./dom";
import { FAINT, HATCH, HATCHING, alphaOf, colourOf, copies, curve, dashesOf, isOf, isOut, reachOf, ringOf } from "./draw";
import { labelOf } from "./names";
import { Outline } from "./outline";
import { scaleOf, toScreen, WORLD, type Camera, type Size } from "./plane";
import type { Dot, Line, Scene } from "./scene";

export interface MapPicture {
  camera: Camera;
  size: Size;
  /** The land, as the `d` of a path. */
  outline: string;
  /** Of it what nobody searched, likewise. */
  hatched: string;
  scene: Scene;
  colours: Colours;
  /** What is chosen: the lines of all else fade. */
  lit: string;
  /** Dots with their names beside them. */
  named: Dot[];
}

export function mapFile(picture: MapPicture): SVGElement {
  const { size, colours, scene } = picture;
  const reach = reachOf(scene);
  return svg(
    "svg",
    { width: size.width, height: size.height, viewBox: `0 0 ${size.width} ${size.height}` },
    svg("defs", {}, hatch(picture)),
    svg("rect", { width: size.width, height: size.height, fill: colours.sea }),
    ...copies(picture, 0, WORLD).map((copy) => world(picture, copy, land(picture))),
    ...copies(picture, reach.from, reach.to).map((copy) => world(picture, copy, lines(picture))),
    svg("g", {}, ...[...scene.dots].reverse().flatMap((dot) => point(picture, dot))),
    svg("g", { "font-family": "sans-serif", "font-size": 13, fill: colours.ink, stroke: colours.paper, "stroke-width": 3, "paint-order": "stroke" }, ...names(picture)),
  );
}

/** Pixels of the map, as the transform of one copy of the world. */
function world({ camera, size }: MapPicture, copy: number, parts: SVGElement[]): SVGElement {
  const scale = scaleOf(camera);
  const [left, top] = [size.width / 2 - (camera.x - copy * WORLD) * scale, size.height / 2 - camera.y * scale];
  return svg("g", { transform: `matrix(${scale} 0 0 ${scale} ${left.toFixed(2)} ${top.toFixed(2)})` }, ...parts);
}

function land({ outline, hatched, colours, camera }: MapPicture): SVGElement[] {
  const whole = svg("path", { d: outline, fill: colours.land, stroke: colours.border, "stroke-width": 0.7 / scaleOf(camera) });
  return outline === "" ? [] : [whole, ...(hatched === "" ? [] : [svg("path", { d: hatched, fill: "url(#hatch)" })])];
}

/** As wide as on the canvas. */
function hatch({ colours, camera }: MapPicture): SVGElement {
  const tile = { id: "hatch", patternUnits: "userSpaceOnUse", width: HATCH, height: HATCH, patternTransform: `scale(${1 / scaleOf(camera)})` };
  return svg("pattern", tile, svg("path", { d: HATCHING, stroke: colours.quiet, "stroke-width": 1, opacity: FAINT }));
}

/** Lines of one look are one path, those that fade below. */
function lines({ scene, colours, camera, lit }: MapPicture): SVGElement[] {
  const byLook = new Map<string, { line: Line; isLit: boolean; path: Outline }>();
  for (const line of scene.lines) {
    const isLit = isOf(line, lit);
    const key = `${line.stroke} ${line.layer} ${line.width} ${isLit}`;
    const look = byLook.get(key) ?? { line, isLit, path: new Outline() };
    byLook.set(key, look);
    curve(look.path, line);
  }
  const [scale, alpha] = [scaleOf(camera), alphaOf(scene)];
  const looks = [...byLook.values()].sort((x, y) => Number(x.isLit) - Number(y.isLit));
  return looks.map(({ line, isLit, path }) =>
    svg("path", {
      d: path.d,
      fill: "none",
      stroke: colourOf(line.stroke, line.layer, colours),
      "stroke-width": line.width / scale,
      "stroke-linecap": line.stroke === "undated" ? "round" : "butt",
      "stroke-dasharray": dashesOf(scene, line.stroke).map((dash) => dash / scale).join(" ") || "none",
      opacity: isLit ? alpha : alpha * 0.12,
    }),
  );
}

function point({ camera, size, colours, lit }: MapPicture, dot: Dot): SVGElement[] {
  const { x, y } = toScreen(camera, size, dot);
  if (isOut({ x, y }, size)) return [];
  const at = { cx: x.toFixed(1), cy: y.toFixed(1) };
  const filled = svg("circle", { ...at, r: dot.radius.toFixed(1), fill: dot.of === lit ? colours.accent : colours.ink, stroke: colours.paper });
  return dot.within === 0 ? [filled] : [filled, svg("circle", { ...at, r: ringOf(dot).toFixed(1), fill: "none", stroke: colours.quiet })];
}

function names({ camera, size, named }: MapPicture): SVGElement[] {
  return named.map((dot) => {
    const { x, y } = toScreen(camera, size, dot);
    return svg("text", { x: (x + dot.radius + 6).toFixed(1), y: (y + 4).toFixed(1) }, labelOf(dot));
  });
}
