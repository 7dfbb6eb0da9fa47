// Ties counted by clusters: places of one country in one cell of a grid, which is finer by whole steps of zoom.

import type { Columns } from "./columns";
import { WORLD, type Point } from "./plane";
import { pointsOf } from "./points";

/** Stands at the mean of its places, each weighted by its ties. */
export interface Cluster extends Point {
  /** Its country and its cell: "DE 3/34/21". */
  of: string;
  /** After its place with the most ties: "around Mannheim · 12 places"; a single place by its own name. */
  name: string;
  /** The same without how many. */
  label: string;
  /** Those with ties. */
  places: number[];
  /** Ties with places of other clusters, and among its own. */
  away: number;
  within: number;
}

export interface Exchange {
  ends: [Cluster, Cluster];
  n: number;
}

export interface Clusters {
  /** The most ties first. */
  clusters: Cluster[];
  /** Between clusters, the most ties first. */
  exchanges: Exchange[];
}

/** The grid holds while the map is moved, and for half a step of zoom each way. */
export function stepOf(zoom: number): number {
  return Math.round(zoom);
}

const counted = new WeakMap<number[], Map<number, Clusters>>();

/** Counted once for these ties and this step, not for every view of them. */
export function clustersOf(columns: Columns, ties: number[], step: number): Clusters {
  const steps = counted.get(ties) ?? new Map<number, Clusters>();
  counted.set(ties, steps);
  const held = steps.get(step) ?? count(columns, ties, gridOf(columns, step));
  steps.set(step, held);
  return held;
}

interface Grid {
  /** By place the number of its cell. */
  cell: Uint32Array;
  /** The names of the cells. */
  of: string[];
}

/** Cells across the world at zoom 0, and twice as many at each further step: a cell is 128 pixels wide, and the finer lie in the coarser. */
const ACROSS = 4;

const grids = new WeakMap<Columns, Map<number, Grid>>();

function gridOf(columns: Columns, step: number): Grid {
  const held = grids.get(columns) ?? new Map<number, Grid>();
  grids.set(columns, held);
  const grid = held.get(step) ?? laid(columns, step);
  held.set(step, grid);
  return grid;
}

function laid(columns: Columns, step: number): Grid {
  const width = WORLD / (ACROSS * 2 ** step);
  const numbers = new Map<string, number>();
  const cell = Uint32Array.from(pointsOf(columns), ({ x, y }, place) => {
    const of = `${columns.places[place]?.country ?? ""} ${step}/${Math.floor(x / width)}/${Math.floor(y / width)}`;
    const number = numbers.get(of) ?? numbers.size;
    numbers.set(of, number);
    return number;
  });
  return { cell, of: [...numbers.keys()] };
}

function count(columns: Columns, ties: number[], { cell, of }: Grid): Clusters {
  const [away, within] = [new Uint32Array(of.length), new Uint32Array(of.length)];
  const atPlace = new Uint32Array(cell.length);
  const pairs = new Map<number, number>();
  for (const tie of ties) {
    const [a, b] = [columns.a[tie] ?? 0, columns.b[tie] ?? 0];
    for (const end of [a, b]) atPlace[end] = (atPlace[end] ?? 0) + 1;
    const [one, other] = [cell[a] ?? 0, cell[b] ?? 0];
    if (one === other) {
      within[one] = (within[one] ?? 0) + 1;
      continue;
    }
    for (const end of [one, other]) away[end] = (away[end] ?? 0) + 1;
    const pair = Math.min(one, other) * of.length + Math.max(one, other);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  const byCell = new Map<number, Cluster>();
  for (const [number, places] of tied(cell, atPlace)) {
    byCell.set(number, { ...middle(columns, places, atPlace), of: of[number] ?? "", places, away: away[number] ?? 0, within: within[number] ?? 0 });
  }
  const exchanges = [...pairs].sort(([one, n], [other, m]) => m - n || one - other).flatMap(([pair, n]): Exchange[] => {
    const [one, other] = [byCell.get(Math.floor(pair / of.length)), byCell.get(pair % of.length)];
    return one && other ? [{ ends: [one, other], n }] : [];
  });
  const clusters = [...byCell.values()].sort((x, y) => y.away + y.within - x.away - x.within || (x.of < y.of ? -1 : 1));
  return { clusters, exchanges };
}

/** By cell its places that have ties. */
function tied(cell: Uint32Array, atPlace: Uint32Array): Map<number, number[]> {
  const byCell = new Map<number, number[]>();
  atPlace.forEach((n, place) => {
    if (n === 0) return;
    const places = byCell.get(cell[place] ?? 0) ?? [];
    places.push(place);
    byCell.set(cell[place] ?? 0, places);
  });
  return byCell;
}

function middle(columns: Columns, places: number[], atPlace: Uint32Array): Point & Pick<Cluster, "name" | "label"> {
  const points = pointsOf(columns);
  let [x, y, sum, first] = [0, 0, 0, places[0] ?? 0];
  for (const place of places) {
    const n = atPlace[place] ?? 0;
    x += n * (points[place]?.x ?? 0);
    y += n * (points[place]?.y ?? 0);
    sum += n;
    if (n > (atPlace[first] ?? 0)) first = place;
  }
  const name = columns.places[first]?.name ?? "";
  const label = places.length === 1 ? name : `around ${name}`;
  return { x: x / sum, y: y / sum, label, name: places.length === 1 ? name : `${label} · ${places.length} places` };
}
