// The map of all days at once (docs/API.md, "The map of all days"): asked for once, then any day is drawn from it.

import { LAYERS, type Atlas, type Layer, type Place, type Tie } from "./atlas";

interface Head {
  format: string;
  known: string;
  note: string;
  layers: string[];
  countries: string[];
  ids: string[];
  names: string[];
  ties: number;
  stretches: number;
}

export interface Columns {
  head: Head;
  places: Omit<Place, "ties">[];
  a: Int32Array;
  b: Int32Array;
  layer: Layer[];
  /** Where the stretches of each tie begin; one more than there are ties. */
  first: Uint32Array;
  from: Int32Array;
  to: Int32Array;
  observed: Uint8Array;
}

const FORMAT = "comity-map/1";
const DEGREE = 1e5;

/** Throws with a sentence where the bytes are not what they should be. */
export function decode(buffer: ArrayBuffer): Columns {
  const length = new DataView(buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length))) as Head;
  if (head.format !== FORMAT) throw new Error(`the map came as ${head.format}, which this page does not read`);
  let at = padded(4 + length);
  const take = <T>(bytes: number, make: (offset: number) => T): T => {
    const column = make(at);
    at = padded(at + bytes);
    return column;
  };
  const integers = (n: number) => take(4 * n, (offset) => new Int32Array(buffer, offset, n));
  const shorts = (n: number) => take(2 * n, (offset) => new Uint16Array(buffer, offset, n));
  const small = (n: number) => take(n, (offset) => new Uint8Array(buffer, offset, n));

  const { ids, names, countries, ties, stretches } = head;
  const [lat, lon, country] = [integers(ids.length), integers(ids.length), shorts(ids.length)];
  const [a, b, layers, lengths] = [integers(ties), integers(ties), small(ties), shorts(ties)];
  const [from, to, observed] = [integers(stretches), integers(stretches), small(stretches)];
  const first = new Uint32Array(ties + 1);
  lengths.forEach((n, i) => (first[i + 1] = (first[i] ?? 0) + n));
  const places = ids.map((id, i) => ({
    id,
    name: names[i] ?? id,
    country: countries[country[i] ?? 0] ?? "",
    lat: (lat[i] ?? 0) / DEGREE,
    lon: (lon[i] ?? 0) / DEGREE,
  }));
  const known = head.layers.map((word) => LAYERS.find((layer) => layer === word) ?? "agreements");
  return { head, places, a, b, layer: Array.from(layers, (n) => known[n] ?? "agreements"), first, from, to, observed };
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 4) * 4;
}

/** Days since 1970-01-01, both ends included. */
export interface Days {
  from: number;
  to: number;
}

/** The days of "1989", "1989-05", "1989-05-03" or two of them with a slash; `null`: only the server can read it. */
export function daysOf(edtf: string): Days | null {
  const [start, end = start] = edtf.split("/");
  if (start === undefined || end === undefined || edtf.split("/").length > 2) return null;
  const [from, to] = [one(start), one(end)];
  return from && to && from.from <= to.to ? { from: from.from, to: to.to } : null;
}

function one(text: string): Days | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!parts) return null;
  const [year, month, day] = [parts[1], parts[2], parts[3]].map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || (month !== undefined && (month < 1 || month > 12))) return null;
  const from = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  const after = Date.UTC(month === undefined ? year + 1 : year, month === undefined ? 0 : day === undefined ? month : month - 1, (day ?? 0) + 1);
  return { from: from / DAY, to: after / DAY - 1 };
}

const DAY = 86_400_000;

/** What holds on some of these days: as the server draws it, each pair of places once a layer. */
export function drawn(columns: Columns, at: string, days: Days): Atlas {
  const pairs = new Map<string, Tie>();
  const counts = new Map<number, number>();
  columns.layer.forEach((layer, i) => {
    const basis = standing(columns, i, days);
    const [a, b] = [columns.a[i], columns.b[i]];
    if (!basis || a === undefined || b === undefined) return;
    const key = `${layer} ${a} ${b}`;
    const pair = pairs.get(key) ?? { a, b, layer, basis: "carried", n: 0 };
    pair.n += 1;
    if (basis === "observed") pair.basis = basis;
    pairs.set(key, pair);
    for (const place of [a, b]) counts.set(place, (counts.get(place) ?? 0) + 1);
  });
  const kept = [...counts.keys()].sort((x, y) => x - y);
  const index = new Map(kept.map((place, n) => [place, n]));
  const places = kept.flatMap((place) => {
    const held = columns.places[place];
    return held ? [{ ...held, ties: counts.get(place) ?? 0 }] : [];
  });
  const ties = [...pairs.values()].map((tie) => ({ ...tie, a: index.get(tie.a) ?? 0, b: index.get(tie.b) ?? 0 }));
  return { at, known: columns.head.known, places, ties, note: columns.head.note };
}

function standing({ first, from, to, observed }: Columns, tie: number, days: Days): Tie["basis"] | null {
  let basis: Tie["basis"] | null = null;
  for (let n = first[tie] ?? 0; n < (first[tie + 1] ?? 0); n += 1) {
    if ((from[n] ?? 0) > days.to || (to[n] ?? 0) < days.from) continue;
    if (observed[n] === 1) return "observed";
    basis = "carried";
  }
  return basis;
}
