// Which ties are shown: one pass over the columns for a look, some milliseconds for 28,000 ties.

import type { Columns, Layer, Spans } from "./columns";
import { daysOf, yearOf, type Days } from "./days";
import { ON_RECORD, type Look } from "./store";

/** How a tie stands on the days looked at: one of these, or `STOPPED` and an index into the states. */
export const NOT = 0;
/** No source says when: it may have held then or not. */
export const UNDATED = 1;
export const CARRIED = 2;
export const OBSERVED = 3;
export const STOPPED = 4;

export interface Shown {
  columns: Columns;
  look: Look;
  /** Written in the sentence above the views. */
  at: string;
  /** Indexes of ties on record, or undated and asked for. */
  ties: number[];
  /** Those that ended, are suspended or in dispute, where they are asked for. */
  stopped: number[];
  /** Of every tie. */
  standing: Uint8Array;
  undated: { isShown: boolean; n: number };
  against: { isShown: boolean; n: number };
  /** How many there are of each layer, whichever are put away. */
  byLayer: Map<Layer, number>;
  layers: ReadonlySet<Layer>;
  /** Each tie is of one place: the data are the members of a network. */
  isMembers: boolean;
  /** Of the chosen place or of the data asked for, there are few. */
  isNarrow: boolean;
}

/** Up to so many lines can be told apart on one map. */
export const FEW = 400;

/** `null`: the date is one that only the server can read. */
export function shownOf(columns: Columns, look: Look, today: string): Shown | null {
  const at = look.at === "" ? today : look.at;
  const days = daysOf(at);
  if (!days) return null;
  const isMembers = columns.a.length > 0 && columns.a.every((place, i) => place === columns.b[i]);
  const layers = new Set(look.layers ?? usualLayers(columns));
  const isNarrow = look.of !== "" || columns.a.length <= FEW || isMembers;
  const [withUndated, withStopped] = [(look.undated ?? look.at === "") !== false, look.stopped ?? isNarrow];
  const isListed = look.undated === ON_RECORD;
  const standing = new Uint8Array(columns.a.length);
  const byLayer = new Map<Layer, number>();
  const [ties, stopped]: [number[], number[]] = [[], []];
  const isOf = test(columns, look.of);
  let [undated, against] = [0, 0];
  for (let i = 0; i < standing.length; i += 1) {
    if (!isOf(i)) continue;
    const layer = columns.layer[i] ?? "agreements";
    const found = standingOn(columns, i, days);
    standing[i] = found;
    if (found >= STOPPED) {
      if (!layers.has(layer)) continue;
      against += 1;
      if (withStopped) stopped.push(i);
      continue;
    }
    const isUndated = columns.dated[i] === 0;
    if (isUndated && layers.has(layer)) undated += 1;
    if (isUndated ? !withUndated || (isListed && found === NOT) : found === NOT) continue;
    if (found === NOT) standing[i] = UNDATED;
    byLayer.set(layer, (byLayer.get(layer) ?? 0) + 1);
    if (layers.has(layer)) ties.push(i);
  }
  return {
    columns,
    look,
    at,
    ties,
    stopped,
    standing,
    undated: { isShown: withUndated, n: undated },
    against: { isShown: withStopped, n: against },
    byLayer,
    layers,
    isMembers,
    isNarrow,
  };
}

/** Shared networks make a thicket: they are drawn where they are asked for, or are all there is. */
function usualLayers({ layers }: Columns): readonly Layer[] {
  return layers.includes("agreements") ? ["agreements"] : layers;
}

/** Whether a tie is of what is chosen. */
function test({ places, a, b }: Columns, of: string): (tie: number) => boolean {
  if (of === "") return () => true;
  const country = (place: number | undefined) => places[place ?? -1]?.country;
  const [one, other] = codesOf(of);
  if (one !== undefined && other !== undefined) {
    return (tie) => {
      const [x, y] = [country(a[tie]), country(b[tie])];
      return (x === one && y === other) || (x === other && y === one);
    };
  }
  if (one !== undefined) return (tie) => country(a[tie]) === one || country(b[tie]) === one;
  const place = places.findIndex(({ id }) => id === of);
  return (tie) => a[tie] === place || b[tie] === place;
}

/** "US" and "US-RU" are countries; everything else is the id of a place. */
export function codesOf(of: string): [string | undefined, string | undefined] {
  const codes = /^([A-Z]{2})(?:-([A-Z]{2}))?$/.exec(of);
  return [codes?.[1], codes?.[2]];
}

function standingOn({ onRecord, against }: Columns, tie: number, days: Days): number {
  const isIn = (spans: Spans, n: number) => (spans.from[n] ?? 0) <= days.to && (spans.to[n] ?? 0) >= days.from;
  let found = NOT;
  for (let n = onRecord.first[tie] ?? 0; n < (onRecord.first[tie + 1] ?? 0); n += 1) {
    if (isIn(onRecord, n)) found = Math.max(found, onRecord.what[n] === 1 ? OBSERVED : CARRIED);
  }
  if (found !== NOT) return found;
  // Of several the last: how it stands is how it stands at the end.
  for (let n = (against.first[tie + 1] ?? 0) - 1; n >= (against.first[tie] ?? 0); n -= 1) {
    if (isIn(against, n)) return STOPPED + (against.what[n] ?? 0);
  }
  return NOT;
}

/** How many dated ties are on record in each year, among those of the layers and of what is chosen. */
export function byYear(shown: Shown, first: number, last: number): number[] {
  const { columns, look, layers } = shown;
  const { onRecord } = columns;
  const steps = new Array<number>(last - first + 2).fill(0);
  const isOf = test(columns, look.of);
  const [from, to] = [daysOf(String(first))?.from ?? 0, daysOf(String(last))?.to ?? 0];
  for (let i = 0; i < columns.a.length; i += 1) {
    if (columns.dated[i] === 0 || !layers.has(columns.layer[i] ?? "agreements") || !isOf(i)) continue;
    let counted = first - 1;
    for (let n = onRecord.first[i] ?? 0; n < (onRecord.first[i + 1] ?? 0); n += 1) {
      const [start, end] = [Math.max(onRecord.from[n] ?? 0, from), Math.min(onRecord.to[n] ?? 0, to)];
      if (start > end) continue;
      const [x, y] = [Math.max(yearOf(start), counted + 1), yearOf(end)];
      if (x > y) continue;
      steps[x - first] = (steps[x - first] ?? 0) + 1;
      steps[y - first + 1] = (steps[y - first + 1] ?? 0) - 1;
      counted = y;
    }
  }
  let sum = 0;
  return steps.slice(0, -1).map((step) => (sum += step));
}
