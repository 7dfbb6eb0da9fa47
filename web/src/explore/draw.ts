// Draws a scene on a canvas: land, lines as curves, dots. Nothing here keeps anything.

import type { Colours } from "./colours";
import { nearTo, scaleOf, toScreen, WORLD, type Camera, type Size } from "./plane";
import type { Dot, Line, Scene, Stroke } from "./scene";

export interface Picture {
  camera: Camera;
  size: Size;
  land: Path2D | null;
  scene: Scene;
  colours: Colours;
  /** What is pointed at or chosen: the lines of all else fade. */
  lit: string;
}

export function draw(context: CanvasRenderingContext2D, picture: Picture): void {
  const { size, colours, scene } = picture;
  const pixels = window.devicePixelRatio || 1;
  context.setTransform(pixels, 0, 0, pixels, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = colours.sea;
  context.fillRect(0, 0, size.width, size.height);
  // All land first: a line that leads over the edge of one copy lies on the next.
  for (const paint of [land, lines]) {
    for (const copy of copies(picture)) {
      toWorld(context, picture, pixels, copy);
      paint(context, picture);
    }
  }
  context.setTransform(pixels, 0, 0, pixels, 0, 0);
  for (const dot of [...scene.dots].reverse()) point(context, picture, dot);
}

/** The world goes on beyond its edge: by how many worlds each copy in view is moved. */
function copies({ camera, size }: Picture): number[] {
  const half = size.width / 2 / scaleOf(camera);
  return [-1, 0, 1].filter((n) => camera.x - half < (n + 1.25) * WORLD && camera.x + half > (n - 0.25) * WORLD);
}

function toWorld(context: CanvasRenderingContext2D, { camera, size }: Picture, pixels: number, copy: number): void {
  const scale = scaleOf(camera) * pixels;
  const left = (size.width / 2) * pixels - (camera.x - copy * WORLD) * scale;
  context.setTransform(scale, 0, 0, scale, left, (size.height / 2) * pixels - camera.y * scale);
}

function land(context: CanvasRenderingContext2D, { land: path, colours, camera }: Picture): void {
  if (!path) return;
  context.globalAlpha = 1;
  context.fillStyle = colours.land;
  context.fill(path);
  context.strokeStyle = colours.border;
  context.lineWidth = 0.7 / scaleOf(camera);
  context.stroke(path);
}

const DASHES: Partial<Record<Stroke, number[]>> = { carried: [5, 3], undated: [1.5, 3.5], stopped: [7, 4] };

/** Lines of one look are one path: so many strokes as looks, not as lines. */
function lines(context: CanvasRenderingContext2D, { scene, colours, camera, lit }: Picture): void {
  const scale = scaleOf(camera);
  const alpha = scene.level === "countries" ? 0.85 : Math.max(0.25, Math.min(0.8, 12 / Math.sqrt(scene.lines.length)));
  for (const isLit of [false, true]) {
    const some = scene.lines.filter((line) => isOf(line, lit) === isLit);
    context.globalAlpha = isLit ? alpha : alpha * 0.12;
    for (const alike of byLook(some)) {
      const { stroke, width } = alike[0] ?? { stroke: "few", width: 1 };
      const path = new Path2D();
      for (const line of alike) curve(path, line);
      context.strokeStyle = colourOf(stroke, colours);
      context.lineWidth = width / scale;
      context.lineCap = stroke === "undated" ? "round" : "butt";
      context.setLineDash((DASHES[stroke] ?? []).map((dash) => dash / scale));
      context.stroke(path);
    }
  }
  context.setLineDash([]);
}

function byLook(lines: readonly Line[]): Line[][] {
  const looks = new Map<string, Line[]>();
  for (const line of lines) {
    const key = `${line.stroke} ${line.width}`;
    const alike = looks.get(key);
    if (alike) alike.push(line);
    else looks.set(key, [line]);
  }
  return [...looks.values()];
}

function isOf({ ends }: Line, lit: string): boolean {
  return lit === "" || ends.includes(lit);
}

function colourOf(stroke: Stroke, colours: Colours): string {
  if (stroke === "stopped") return colours.wrong;
  return stroke === "observed" || stroke === "carried" || stroke === "undated" ? colours.agreements : colours[stroke];
}

/** How far a curve leaves the straight line, as a share of its length. */
const BEND = 0.16;

/** Bent to the north, the short way around the world. */
function curve(path: Path2D, { from, to }: Line): void {
  const x = nearTo(from.x, to.x);
  const [dx, dy] = [x - from.x, to.y - from.y];
  const turn = dx > 0 ? 1 : -1;
  path.moveTo(from.x, from.y);
  path.quadraticCurveTo(from.x + dx / 2 + dy * BEND * turn, from.y + dy / 2 - dx * BEND * turn, x, to.y);
}

function point(context: CanvasRenderingContext2D, { camera, size, colours, lit }: Picture, dot: Dot): void {
  const { x, y } = toScreen(camera, size, dot);
  if (x < -20 || y < -20 || x > size.width + 20 || y > size.height + 20) return;
  context.globalAlpha = 1;
  context.beginPath();
  context.arc(x, y, dot.radius, 0, 2 * Math.PI);
  context.fillStyle = dot.of === lit ? colours.accent : colours.ink;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = colours.paper;
  context.stroke();
  if (dot.within === 0) return;
  // Ties within the country: a ring, since they lead nowhere that the map could draw.
  context.beginPath();
  context.arc(x, y, dot.radius + 1 + Math.min(7, Math.sqrt(dot.within) * 0.2), 0, 2 * Math.PI);
  context.strokeStyle = colours.quiet;
  context.stroke();
}
