// Ties counted by pairs of countries, and where each country's circle stands.

import type { Columns } from "./columns";

export interface Flow {
  /** The two codes, in order: "RU-US". */
  of: string;
  ends: [string, string];
  n: number;
}

export interface Country {
  code: string;
  name: string;
  lat: number;
  lon: number;
  /** Ties with places of other countries, and among its own. */
  abroad: number;
  within: number;
}

export interface Flows {
  countries: Country[];
  /** Between countries, the most ties first. */
  flows: Flow[];
  /** Of ties between countries. */
  total: number;
}

const counted = new WeakMap<number[], Flows>();

/** The map and the list beside it count the same ties: the second time costs nothing. */
export function flowsOf(columns: Columns, ties: number[]): Flows {
  const held = counted.get(ties) ?? count(columns, ties);
  counted.set(ties, held);
  return held;
}

/** A square of numbers, a row and a column a country: a map by names takes ten times as long. */
function count(columns: Columns, ties: number[]): Flows {
  const { countries: codes, country, a, b } = columns;
  const pairs = new Uint32Array(codes.length ** 2);
  for (const tie of ties) {
    const [one, other] = [country[a[tie] ?? 0] ?? 0, country[b[tie] ?? 0] ?? 0];
    const at = one < other ? one * codes.length + other : other * codes.length + one;
    pairs[at] = (pairs[at] ?? 0) + 1;
  }
  const flows: Flow[] = [];
  const [abroad, within] = [new Uint32Array(codes.length), new Uint32Array(codes.length)];
  pairs.forEach((n, at) => {
    const [one, other] = [Math.floor(at / codes.length), at % codes.length];
    const ends: [string, string] = [codes[one] ?? "", codes[other] ?? ""];
    // What lies in no country leads to none.
    if (n === 0 || ends.includes("")) return;
    if (one === other) return void (within[one] = n);
    for (const end of [one, other]) abroad[end] = (abroad[end] ?? 0) + n;
    flows.push({ of: ends.join("-"), ends, n });
  });
  flows.sort((x, y) => y.n - x.n || (x.of < y.of ? -1 : 1));
  const total = flows.reduce((sum, { n }) => sum + n, 0);
  return { countries: codes.flatMap((code, i) => countryOf(columns, code, abroad[i] ?? 0, within[i] ?? 0)), flows, total };
}

/** Nothing where it has no ties. */
function countryOf(columns: Columns, code: string, abroad: number, within: number): Country[] {
  const { lat, lon } = centresOf(columns).get(code) ?? { lat: 0, lon: 0 };
  return abroad + within === 0 ? [] : [{ code, name: columns.nations.get(code) ?? code, lat, lon, abroad, within }];
}

interface Point {
  lat: number;
  lon: number;
}

const kept = new WeakMap<Columns, Map<string, Point>>();

/** The middle of each country's tied places on the globe; the same for every day, so that no circle wanders. */
function centresOf(columns: Columns): Map<string, Point> {
  const held = kept.get(columns);
  if (held) return held;
  const sums = new Map<string, [number, number, number]>();
  for (const ends of [columns.a, columns.b]) {
    for (const end of ends) {
      const place = columns.places[end];
      if (!place) continue;
      const sum = sums.get(place.country) ?? [0, 0, 0];
      const [lat, lon] = [radians(place.lat), radians(place.lon)];
      sum[0] += Math.cos(lat) * Math.cos(lon);
      sum[1] += Math.cos(lat) * Math.sin(lon);
      sum[2] += Math.sin(lat);
      sums.set(place.country, sum);
    }
  }
  const centres = new Map([...sums].map(([code, [x, y, z]]): [string, Point] => [code, middle(x, y, z)]));
  kept.set(columns, centres);
  return centres;
}

function middle(x: number, y: number, z: number): Point {
  return { lat: degrees(Math.atan2(z, Math.hypot(x, y))), lon: degrees(Math.atan2(y, x)) };
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180;
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI;
}
