// Draws a scene on a canvas: land, lines as curves, dots. Nothing here keeps anything.

import type { Colours } from "./colours";
import type { Layer } from "./columns";
import { nearTo, scaleOf, toScreen, WORLD, type Camera, type Point, type Size } from "./plane";
import { CROWD, type Dot, type Line, type Scene, type Stroke } from "./scene";

export interface Picture {
  camera: Camera;
  size: Size;
  land: Path2D | null;
  /** Of it what nobody searched. */
  hatched: Path2D | null;
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
  // All land first: a line that leads over the edge of one copy of the world lies on the next.
  const reach = reachOf(scene);
  for (const [paint, from, to] of [[land, 0, WORLD], [lines, reach.from, reach.to]] as const) {
    for (const copy of copies(picture, from, to)) {
      toWorld(context, picture, pixels, copy);
      paint(context, picture);
    }
  }
  context.setTransform(pixels, 0, 0, pixels, 0, 0);
  for (const dot of [...scene.dots].reverse()) point(context, picture, dot);
}

/** The world goes on beyond its edge: by how many worlds each copy is moved of which some part is in view. */
export function copies({ camera, size }: Pick<Picture, "camera" | "size">, from: number, to: number): number[] {
  const half = size.width / 2 / scaleOf(camera);
  return [-1, 0, 1].filter((n) => from + n * WORLD < camera.x + half && to + n * WORLD > camera.x - half);
}

/** From where to where the lines of a scene reach, the short way around the world. */
export function reachOf({ lines }: Scene): { from: number; to: number } {
  const reach = { from: WORLD, to: 0 };
  for (const { from, to } of lines) {
    const x = nearTo(from.x, to.x);
    reach.from = Math.min(reach.from, from.x, x);
    reach.to = Math.max(reach.to, from.x, x);
  }
  return reach;
}

function toWorld(context: CanvasRenderingContext2D, { camera, size }: Picture, pixels: number, copy: number): void {
  const scale = scaleOf(camera) * pixels;
  const left = (size.width / 2) * pixels - (camera.x - copy * WORLD) * scale;
  context.setTransform(scale, 0, 0, scale, left, (size.height / 2) * pixels - camera.y * scale);
}

function land(context: CanvasRenderingContext2D, { land: path, hatched, colours, camera }: Picture): void {
  if (!path) return;
  context.globalAlpha = 1;
  context.fillStyle = colours.land;
  context.fill(path);
  const hatch = hatched && hatchOf(context, colours.quiet, scaleOf(camera));
  if (hatch) {
    context.fillStyle = hatch;
    context.fill(hatched);
  }
  context.strokeStyle = colours.border;
  context.lineWidth = 0.7 / scaleOf(camera);
  context.stroke(path);
}

/** Pixels from one line of the hatching to the next, across and down. */
export const HATCH = 6;
export const FAINT = 0.4;

/** Of the same width however near one is. */
function hatchOf(context: CanvasRenderingContext2D, colour: string, scale: number): CanvasPattern | null {
  const pixels = Math.ceil(window.devicePixelRatio || 1);
  const tile = new OffscreenCanvas(HATCH * pixels, HATCH * pixels);
  const drawn = tile.getContext("2d");
  if (!drawn) return null;
  drawn.scale(pixels, pixels);
  drawn.strokeStyle = colour;
  drawn.globalAlpha = FAINT;
  drawn.stroke(new Path2D(HATCHING));
  const pattern = context.createPattern(tile, "repeat");
  pattern?.setTransform(new DOMMatrix().scale(1 / scale / pixels));
  return pattern;
}

/** One tile of it: its line, and the corners of the lines beside. */
export const HATCHING = `M-1 1L1 -1M0 ${HATCH}L${HATCH} 0M${HATCH - 1} ${HATCH + 1}L${HATCH + 1} ${HATCH - 1}`;

const DASHES: Partial<Record<Stroke, number[]>> = { carried: [5, 3], undated: [1.5, 3.5], stopped: [7, 4] };

/** Lines of one look are few paths: a stroke for each line would take longer. */
function lines(context: CanvasRenderingContext2D, { scene, colours, camera, lit }: Picture): void {
  const scale = scaleOf(camera);
  const alpha = alphaOf(scene);
  for (const { stroke, layer, width, isLit, paths } of brushes(scene, lit)) {
    context.globalAlpha = isLit ? alpha : alpha * 0.12;
    context.strokeStyle = colourOf(stroke, layer, colours);
    context.lineWidth = width / scale;
    context.lineCap = stroke === "undated" ? "round" : "butt";
    context.setLineDash(dashesOf(scene, stroke).map((dash) => dash / scale));
    for (const path of paths) context.stroke(path);
  }
  context.setLineDash([]);
}

export function alphaOf({ level, lines }: Scene): number {
  return level !== "places" ? 0.85 : Math.max(0.25, Math.min(0.8, 12 / Math.sqrt(lines.length)));
}

export function dashesOf({ lines }: Scene, stroke: Stroke): number[] {
  return lines.length > CROWD && stroke !== "stopped" ? [] : (DASHES[stroke] ?? []);
}

interface Brushed {
  stroke: Stroke;
  layer: Layer;
  width: number;
  isLit: boolean;
  n: number;
  paths: Path2D[];
}

/** One path of 4,000 curves takes three times as long as many of so few (measured: 870 and 260 ms). */
const CURVES = 300;

const made = new WeakMap<Scene, { lit: string; all: Brushed[] }>();

/** Made once for a scene and what is lit of it, not for every frame; what fades is below what is lit. */
function brushes(scene: Scene, lit: string): Brushed[] {
  const held = made.get(scene);
  if (held?.lit === lit) return held.all;
  const byLook = new Map<string, Brushed>();
  for (const line of scene.lines) {
    const isLit = isOf(line, lit);
    const { stroke, layer, width } = line;
    const key = `${stroke} ${layer} ${width} ${isLit}`;
    const brushed = byLook.get(key) ?? { stroke, layer, width, isLit, n: 0, paths: [] };
    byLook.set(key, brushed);
    if (brushed.n % CURVES === 0) brushed.paths.push(new Path2D());
    brushed.n += 1;
    curve(brushed.paths.at(-1) ?? new Path2D(), line);
  }
  const all = [...byLook.values()].sort((x, y) => Number(x.isLit) - Number(y.isLit));
  made.set(scene, { lit, all });
  return all;
}

export function isOf({ ends }: Line, lit: string): boolean {
  return lit === "" || ends.includes(lit);
}

export function colourOf(stroke: Stroke, layer: Layer, colours: Colours): string {
  if (stroke === "stopped") return colours.wrong;
  return stroke === "observed" || stroke === "carried" || stroke === "undated" ? colours[layer] : colours[stroke];
}

/** How far a curve leaves the straight line, as a share of its length. */
const BEND = 0.16;

/** Bent to the north, the short way around the world. */
export function curve(path: Pick<Path2D, "moveTo" | "quadraticCurveTo">, { from, to }: Line): void {
  const x = nearTo(from.x, to.x);
  const [dx, dy] = [x - from.x, to.y - from.y];
  const turn = dx > 0 ? 1 : -1;
  path.moveTo(from.x, from.y);
  path.quadraticCurveTo(from.x + dx / 2 + dy * BEND * turn, from.y + dy / 2 - dx * BEND * turn, x, to.y);
}

function point(context: CanvasRenderingContext2D, { camera, size, colours, lit, scene }: Picture, dot: Dot): void {
  const { x, y } = toScreen(camera, size, dot);
  if (isOut({ x, y }, size)) return;
  context.globalAlpha = 1;
  context.beginPath();
  context.arc(x, y, dot.radius, 0, 2 * Math.PI);
  context.fillStyle = dot.of === lit ? colours.accent : colours.ink;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = colours.paper;
  if (scene.level !== "places" || scene.dots.length <= CROWD) context.stroke();
  if (dot.within === 0) return;
  // Ties within the country or cluster: a ring, since they lead nowhere that the map could draw.
  context.beginPath();
  context.arc(x, y, ringOf(dot), 0, 2 * Math.PI);
  context.strokeStyle = colours.quiet;
  context.stroke();
}

/** So far beyond the edge that nothing of a dot is seen. */
export function isOut({ x, y }: Point, { width, height }: Size): boolean {
  return x < -20 || y < -20 || x > width + 20 || y > height + 20;
}

export function ringOf({ radius, within }: Dot): number {
  return radius + 1 + Math.min(7, Math.sqrt(within) * 0.2);
}
