// What the map draws of the ties that are shown: countries from afar, places from near or where something is chosen.

import type { Columns, Layer } from "./columns";
import { CARRIED, FEW, OBSERVED, UNDATED, codesOf, type Shown } from "./filter";
import { flowsOf, type Flows } from "./flows";
import { scaleOf, toPlane, WORLD, type Camera, type Point, type Size } from "./plane";

/** How a line is drawn: an amount between countries, or how a tie stands. */
export type Stroke = "few" | "some" | "many" | "most" | "observed" | "carried" | "undated" | "stopped";

export interface Line {
  from: Point;
  to: Point;
  stroke: Stroke;
  width: number;
  layer: Layer;
  /** What choosing either end is written as. */
  ends: [string, string];
}

export interface Dot extends Point {
  of: string;
  name: string;
  radius: number;
  /** Ties at it, and of these how many within the country. */
  n: number;
  within: number;
}

export interface Scene {
  level: "countries" | "places";
  lines: Line[];
  /** The largest first. */
  dots: Dot[];
  /** What share is drawn; empty where all is. */
  note: string;
  /** Countries in which somebody looked for what is shown; `null`: everywhere. */
  searched: ReadonlySet<string> | null;
}

/** From here on places are drawn where nothing is chosen. */
export const NEAR = 3.2;
const MOST_FLOWS = 60;
/** More places and lines than this are drawn smaller and plainer: rims and dashes could not be seen, and cost most of the time. */
export const CROWD = 600;

export function levelOf(shown: Shown, camera: Camera): Scene["level"] {
  return shown.isNarrow || camera.zoom >= NEAR ? "places" : "countries";
}

export function sceneOf(shown: Shown, camera: Camera, size: Size): Scene {
  const drawn =
    levelOf(shown, camera) === "countries"
      ? countries(flowsOf(shown.columns, shown.ties))
      : places(shown, shown.isNarrow ? null : viewOf(camera, size));
  return { ...drawn, searched: searchedIn(shown) };
}

/** Ties that are on file do not say that anybody looked. */
function searchedIn({ columns, layers }: Shown): Scene["searched"] {
  const looks = [...layers].map((layer) => columns.searched[layer] ?? (layer in columns.searched ? null : []));
  return looks.some((codes) => codes === null) ? null : new Set(looks.flatMap((codes) => codes ?? []));
}

function countries({ countries: all, flows, total }: Flows): Omit<Scene, "searched"> {
  const drawn = flows.slice(0, MOST_FLOWS);
  const points = new Map(all.map(({ code, lat, lon }) => [code, toPlane(lat, lon)]));
  const most = drawn[0]?.n ?? 1;
  const lines = drawn.flatMap(({ ends, n }): Line[] => {
    const [from, to] = [points.get(ends[0]), points.get(ends[1])];
    return from && to ? [{ from, to, ends, layer: "agreements", stroke: stepOf(n / most), width: 0.8 + 9 * Math.sqrt(n / most) }] : [];
  });
  const dots = all.map(({ code, name, abroad, within }): Dot => {
    const at = points.get(code) ?? { x: 0, y: 0 };
    return { ...at, of: code, name, n: abroad + within, within, radius: Math.min(13, 1.6 + Math.sqrt(abroad) * 0.17) };
  });
  const share = drawn.reduce((sum, { n }) => sum + n, 0) / Math.max(1, total);
  const note =
    drawn.length === flows.length
      ? ""
      : `The ${drawn.length} largest of ${flows.length.toLocaleString("en")} pairs of countries are drawn: ${Math.round(share * 100)}% of the ties between countries.`;
  return { level: "countries", lines: lines.reverse(), dots: dots.sort((x, y) => y.n - x.n), note };
}

function stepOf(share: number): Stroke {
  return share > 0.5 ? "most" : share > 0.25 ? "many" : share > 0.08 ? "some" : "few";
}

function places(shown: Shown, view: View | null): Omit<Scene, "searched"> {
  const { columns, standing, isMembers } = shown;
  const points = pointsOf(columns);
  const point = (place: number | undefined): Point => points[place ?? -1] ?? { x: 0, y: 0 };
  const ends = (tie: number): [number, number] => [columns.a[tie] ?? -1, columns.b[tie] ?? -1];
  const inView = view ? shown.ties.filter((tie) => ends(tie).some((end) => holds(view, point(end)))) : shown.ties;
  const drawn = view && inView.length > FEW ? first(inView, columns.sources) : inView;
  const all = [...shown.stopped.filter((tie) => !view || ends(tie).some((end) => holds(view, point(end)))), ...drawn];
  const count = new Map<number, number>();
  const lines: Line[] = [];
  for (const tie of all) {
    const [a, b] = ends(tie);
    for (const end of isMembers ? [a] : [a, b]) count.set(end, (count.get(end) ?? 0) + 1);
    const [one, other] = [columns.places[a]?.id ?? "", columns.places[b]?.id ?? ""];
    if (!isMembers) lines.push({ from: point(a), to: point(b), ends: [one, other], width: 1.2, layer: columns.layer[tie] ?? "agreements", stroke: strokeOf(standing[tie] ?? 0) });
  }
  const dots = [...count].map(([place, n]): Dot => {
    const { id, name } = columns.places[place] ?? { id: "", name: "" };
    const radius = count.size > CROWD ? Math.min(6, 1 + Math.sqrt(n) * 0.4) : Math.min(9, 2 + Math.sqrt(n) * 0.55);
    return { ...point(place), of: id, name, n, within: 0, radius };
  });
  dots.sort((x, y) => y.n - x.n || x.name.localeCompare(y.name));
  const note = drawn.length < inView.length ? `${drawn.length} of ${inView.length.toLocaleString("en")} ties in view are drawn, those that most sources tell of.` : "";
  return { level: "places", lines: lines.reverse(), dots, note };
}

const projected = new WeakMap<Columns, Point[]>();

function pointsOf(columns: Columns): Point[] {
  const held = projected.get(columns) ?? columns.places.map(({ lat, lon }) => toPlane(lat, lon));
  projected.set(columns, held);
  return held;
}

function strokeOf(standing: number): Stroke {
  if (standing === OBSERVED) return "observed";
  if (standing === CARRIED) return "carried";
  return standing === UNDATED ? "undated" : "stopped";
}

function first(ties: number[], sources: Uint8Array): number[] {
  return [...ties].sort((x, y) => (sources[y] ?? 0) - (sources[x] ?? 0) || x - y).slice(0, FEW);
}

interface View {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function viewOf(camera: Camera, { width, height }: Size): View {
  const scale = scaleOf(camera);
  const [w, h] = [width / 2 / scale, height / 2 / scale];
  return { left: camera.x - w, right: camera.x + w, top: camera.y - h, bottom: camera.y + h };
}

function holds(view: View, { x, y }: Point): boolean {
  const near = x + WORLD * Math.round(((view.left + view.right) / 2 - x) / WORLD);
  return near >= view.left && near <= view.right && y >= view.top && y <= view.bottom;
}

/** Where all that is of the chosen stands, itself first: what the map turns to when it is chosen. */
export function placesOf({ columns, ties, stopped, look }: Shown): Point[] {
  const of = codesOf(look.of)[0] ?? look.of;
  const points = pointsOf(columns);
  const places = new Set<number>();
  for (const tie of [...ties, ...stopped]) places.add(columns.a[tie] ?? 0).add(columns.b[tie] ?? 0);
  const isChosen = (place: number) => columns.places[place]?.id === of || columns.places[place]?.country === of;
  const all = [...places];
  return [...all.filter(isChosen).slice(0, 1), ...all].flatMap((place) => points[place] ?? []);
}
