// Where the places of the columns stand in the plane of the map.

import type { Columns } from "./columns";
import { toPlane, type Point } from "./plane";

const projected = new WeakMap<Columns, Point[]>();

/** By place; reckoned once. */
export function pointsOf(columns: Columns): Point[] {
  const held = projected.get(columns) ?? columns.places.map(({ lat, lon }) => toPlane(lat, lon));
  projected.set(columns, held);
  return held;
}
