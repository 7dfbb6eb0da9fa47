// The land under the ties, from rings of countries in degrees: coarse at once, fine when somebody comes near.

import { Outline } from "./outline";
import { toPlane } from "./plane";

export interface Ground {
  /** What there is to draw by now; `onFiner` is told when there is better. */
  at(zoom: number): Path2D | null;
  /** Of it the countries that are not in `searched`; `null` where there are none. */
  hatched(zoom: number, searched: ReadonlySet<string> | null): Path2D | null;
  /** The same two as the `d` of an SVG path; empty where there is none yet. */
  outline(zoom: number): string;
  hatchedOutline(zoom: number, searched: ReadonlySet<string> | null): string;
}

/** Below this zoom the fine rings look no better. */
const FINE = 2.6;

/** Everything the page loads lies beside the script itself. */
const beside = (file: string): string => new URL(file, import.meta.url).href;

export function ground(onFiner: () => void): Ground {
  const [coarse, fine] = [lazily("world.txt", onFiner), lazily("ground.txt", onFiner)];
  const best = (zoom: number): Land | null => (zoom < FINE ? coarse() : (fine() ?? coarse()));
  const rest = (zoom: number, searched: ReadonlySet<string>): string => best(zoom)?.rings.split("\n").filter((ring) => !searched.has(ring.slice(0, ring.indexOf(" ")))).join("\n") ?? "";
  let held: { land: Land | null; key: string; path: Path2D } | null = null;
  return {
    at: (zoom) => best(zoom)?.path ?? null,
    hatched(zoom, searched) {
      if (!searched) return null;
      const [land, key] = [best(zoom), [...searched].join(" ")];
      // Made once for what is searched, not for every frame.
      if (held?.land !== land || held.key !== key) held = { land, key, path: pathOf(rest(zoom, searched)) };
      return held.path;
    },
    outline: (zoom) => outlineOf(best(zoom)?.rings ?? ""),
    hatchedOutline: (zoom, searched) => (searched ? outlineOf(rest(zoom, searched)) : ""),
  };
}

interface Land {
  rings: string;
  path: Path2D;
}

/** Asks when it is first wanted; what cannot be had is left out, since the ties are what matters. */
function lazily(file: string, onCome: () => void): () => Land | null {
  let land: Land | null = null;
  let isAsked = false;
  return () => {
    if (isAsked) return land;
    isAsked = true;
    void fetch(beside(file)).then(async (reply) => {
      if (!reply.ok) return;
      const rings = await reply.text();
      land = { rings, path: pathOf(rings) };
      onCome();
    }, () => undefined);
    return null;
  };
}

function pathOf(rings: string): Path2D {
  const path = new Path2D();
  trace(rings, path);
  return path;
}

function outlineOf(rings: string): string {
  const path = new Outline();
  trace(rings, path);
  return path.d;
}

function trace(rings: string, path: Pick<Path2D, "moveTo" | "lineTo" | "closePath">): void {
  for (const ring of rings.split("\n")) {
    if (ring === "") continue;
    ring.split(" ").slice(1).forEach((point, n) => {
      const [lon = 0, lat = 0] = point.split(",").map(Number);
      const { x, y } = toPlane(lat, lon);
      if (n === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    });
    path.closePath();
  }
}
