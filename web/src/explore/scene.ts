// What the map draws of the ties that are shown: countries from afar, then clusters, places from near or where something is chosen.

import { clustersOf, stepOf } from "./clusters";
import type { Layer } from "./columns";
import { CARRIED, FEW, OBSERVED, UNDATED, codesOf, type Shown } from "./filter";
import { flowsOf } from "./flows";
import { holds, toPlane, viewOf, type Camera, type Point, type Size } from "./plane";
import { pointsOf } from "./points";
import { number } from "./words";

/** How a line is drawn: an amount between countries or clusters, or how a tie stands. */
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
  /** Beside it on the map, where its name is too long for that. */
  label?: string;
  radius: number;
  /** Ties at it, and of these how many within the country or cluster. */
  n: number;
  within: number;
}

export interface Scene {
  level: "countries" | "clusters" | "places";
  lines: Line[];
  /** The largest first. */
  dots: Dot[];
  /** Those that the list beside the map has; `null`: it has all that is shown. */
  listed: Dot[] | null;
  /** What share is drawn; empty where all is. */
  note: string;
  /** Countries in which somebody looked for what is shown; `null`: everywhere. */
  searched: ReadonlySet<string> | null;
}

/** From here on clusters are drawn where nothing is chosen, and from there places. */
const NEARER = 2.5;
const NEAR = 4.5;
const MOST_FLOWS = 60;
const MOST_EXCHANGES = 150;
/** So many ties and more make the widest line between clusters, where none in view has more. */
const THICK = 25;
/** More places and lines than this are drawn smaller and plainer: rims and dashes could not be seen, and cost most of the time. */
export const CROWD = 600;

export function levelOf(shown: Shown, { zoom }: Camera): Scene["level"] {
  if (shown.isNarrow || zoom >= NEAR) return "places";
  return zoom < NEARER ? "countries" : "clusters";
}

/** What is drawn changes at once where this does: a level, or a grid that is finer. */
export function grainOf(shown: Shown, camera: Camera): string {
  const level = levelOf(shown, camera);
  return level === "clusters" ? `${level} ${stepOf(camera.zoom)}` : level;
}

type Drawn = Omit<Scene, "level" | "searched">;

const DRAWN: Record<Scene["level"], (shown: Shown, camera: Camera, size: Size) => Drawn> = { countries, clusters, places };

export function sceneOf(shown: Shown, camera: Camera, size: Size): Scene {
  const level = levelOf(shown, camera);
  return { level, ...DRAWN[level](shown, camera, size), searched: searchedIn(shown) };
}

/** Ties that are on file do not say that anybody looked. */
function searchedIn({ columns, layers }: Shown): Scene["searched"] {
  const looks = [...layers].map((layer) => columns.searched[layer] ?? (layer in columns.searched ? null : []));
  return looks.some((codes) => codes === null) ? null : new Set(looks.flatMap((codes) => codes ?? []));
}

function countries({ columns, ties }: Shown): Drawn {
  const { countries: all, flows, total } = flowsOf(columns, ties);
  const drawn = flows.slice(0, MOST_FLOWS);
  const points = new Map(all.map(({ code, lat, lon }) => [code, toPlane(lat, lon)]));
  const most = drawn[0]?.n ?? 1;
  const lines = drawn.flatMap(({ ends, n }): Line[] => {
    const [from, to] = [points.get(ends[0]), points.get(ends[1])];
    return from && to ? [{ from, to, ends, ...amount(n / most, 9) }] : [];
  });
  const dots = all.map(({ code, name, abroad, within }): Dot => {
    const at = points.get(code) ?? { x: 0, y: 0 };
    return { ...at, of: code, name, n: abroad + within, within, radius: Math.min(13, 1.6 + Math.sqrt(abroad) * 0.17) };
  });
  const note =
    drawn.length === flows.length
      ? ""
      : `The ${drawn.length} largest of ${number(flows.length)} pairs of countries are drawn: ${percent(sumOf(drawn), total)} of the ties between countries.`;
  return { lines: lines.reverse(), dots: dots.sort((x, y) => y.n - x.n), listed: null, note };
}

function clusters({ columns, ties }: Shown, camera: Camera, size: Size): Drawn {
  const { clusters: all, exchanges } = clustersOf(columns, ties, stepOf(camera.zoom));
  const view = viewOf(camera, size);
  const inView = exchanges.filter(({ ends }) => ends.some((end) => holds(view, end)));
  const drawn = inView.slice(0, MOST_EXCHANGES);
  const most = Math.max(THICK, drawn[0]?.n ?? 0);
  const lines = drawn.map(({ ends: [from, to], n }): Line => ({ from, to, ends: [from.of, to.of], ...amount(n / most, 6) }));
  const dots = all.map(({ x, y, of, name, label, away, within }): Dot => {
    return { x, y, of, name, label, n: away + within, within, radius: Math.min(13, 1.6 + Math.sqrt(away) * 0.25) };
  });
  const note =
    drawn.length === inView.length
      ? ""
      : `The ${drawn.length} largest of ${number(inView.length)} pairs of clusters in view are drawn: ${percent(sumOf(drawn), sumOf(inView))} of the ties in view between clusters.`;
  return { lines: lines.reverse(), dots, listed: dots.filter((dot) => holds(view, dot)), note };
}

/** A line as wide and as dark as its share of the largest. */
function amount(share: number, widest: number): Pick<Line, "stroke" | "width" | "layer"> {
  const stroke = share > 0.5 ? "most" : share > 0.25 ? "many" : share > 0.08 ? "some" : "few";
  return { stroke, width: 0.8 + widest * Math.sqrt(share), layer: "agreements" };
}

function sumOf(counted: { n: number }[]): number {
  return counted.reduce((sum, { n }) => sum + n, 0);
}

function percent(part: number, whole: number): string {
  return `${Math.round((part / Math.max(1, whole)) * 100)}%`;
}

function places(shown: Shown, camera: Camera, size: Size): Drawn {
  const { columns, standing, isMembers, isNarrow } = shown;
  const view = isNarrow ? null : viewOf(camera, size);
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
  const note = drawn.length < inView.length ? `${drawn.length} of ${number(inView.length)} ties in view are drawn, those that most sources tell of.` : "";
  return { lines: lines.reverse(), dots, listed: view && dots, note };
}

function strokeOf(standing: number): Stroke {
  if (standing === OBSERVED) return "observed";
  if (standing === CARRIED) return "carried";
  return standing === UNDATED ? "undated" : "stopped";
}

function first(ties: number[], sources: Uint8Array): number[] {
  return [...ties].sort((x, y) => (sources[y] ?? 0) - (sources[x] ?? 0) || x - y).slice(0, FEW);
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

/** Where the places of a cluster that is drawn stand; none where it is not one. */
export function placesIn(shown: Shown, camera: Camera, of: string): Point[] {
  if (levelOf(shown, camera) !== "clusters") return [];
  const points = pointsOf(shown.columns);
  const cluster = clustersOf(shown.columns, shown.ties, stepOf(camera.zoom)).clusters.find((one) => one.of === of);
  return (cluster?.places ?? []).flatMap((place) => points[place] ?? []);
}
