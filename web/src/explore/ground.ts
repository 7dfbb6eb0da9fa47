// The land under the ties, from rings of countries in degrees: coarse at once, fine when somebody comes near.

import { toPlane } from "./plane";

export interface Ground {
  /** What there is to draw by now; `onFiner` is told when there is better. */
  at(zoom: number): Path2D | null;
}

/** Below this zoom the fine rings look no better. */
const FINE = 2.6;

/** Everything the page loads lies beside the script itself. */
const beside = (file: string): string => new URL(file, import.meta.url).href;

export function ground(onFiner: () => void): Ground {
  const [coarse, fine] = [lazily("world.txt", onFiner), lazily("ground.txt", onFiner)];
  return { at: (zoom) => (zoom < FINE ? coarse() : (fine() ?? coarse())) };
}

/** Asks when it is first wanted; what cannot be had is left out, since the ties are what matters. */
function lazily(file: string, onCome: () => void): () => Path2D | null {
  let path: Path2D | null = null;
  let isAsked = false;
  return () => {
    if (isAsked) return path;
    isAsked = true;
    void fetch(beside(file)).then(async (reply) => {
      if (!reply.ok) return;
      path = pathOf(await reply.text());
      onCome();
    }, () => undefined);
    return null;
  };
}

function pathOf(rings: string): Path2D {
  const path = new Path2D();
  for (const ring of rings.split("\n")) {
    ring.split(" ").forEach((point, n) => {
      const [lon = 0, lat = 0] = point.split(",").map(Number);
      const { x, y } = toPlane(lat, lon);
      if (n === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    });
    path.closePath();
  }
  return path;
}
