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

export function flowsOf(columns: Columns, ties: number[]): Flows {
  const pairs = new Map<string, number>();
  const countries = new Map<string, Country>();
  const centres = centresOf(columns);
  const country = (code: string): Country => {
    const held = countries.get(code);
    if (held) return held;
    const { lat, lon } = centres.get(code) ?? { lat: 0, lon: 0 };
    const made = { code, name: columns.nations.get(code) ?? code, lat, lon, abroad: 0, within: 0 };
    countries.set(code, made);
    return made;
  };
  for (const tie of ties) {
    const [one, other] = codes(columns, tie);
    if (one === "" || other === "") continue;
    if (one === other) {
      country(one).within += 1;
      continue;
    }
    const of = one < other ? `${one}-${other}` : `${other}-${one}`;
    pairs.set(of, (pairs.get(of) ?? 0) + 1);
    country(one).abroad += 1;
    country(other).abroad += 1;
  }
  const flows = [...pairs].map(([of, n]): Flow => ({ of, ends: [of.slice(0, 2), of.slice(3)], n }));
  flows.sort((x, y) => y.n - x.n || x.of.localeCompare(y.of));
  return { countries: [...countries.values()], flows, total: flows.reduce((sum, { n }) => sum + n, 0) };
}

function codes({ places, a, b }: Columns, tie: number): [string, string] {
  const code = (place: number | undefined) => places[place ?? -1]?.country ?? "";
  return [code(a[tie]), code(b[tie])];
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
