// Life lines as an SVG picture: the same lines as the timeline, each with its name before it.

import type { Colours } from "./colours";
import { svg } from "./dom";
import type { Shown } from "./filter";
import { stretchesOf, ticksOf, type LifeLook, type Scale } from "./lives";
import type { Row } from "./rows";

const [WIDTH, NAMES, RIGHT, HEIGHT, AXIS] = [900, 320, 20, 20, 30];
const LONGEST = 46;

export interface LivesFile {
  drawing: SVGElement;
  size: { width: number; height: number };
}

export function livesFile(shown: Shown, drawn: Row[], scale: Scale, colours: Colours): LivesFile {
  const size = { width: WIDTH, height: AXIS + drawn.length * HEIGHT };
  const x = (percent: number): number => NAMES + (percent / 100) * (WIDTH - NAMES - RIGHT);
  const axis = ticksOf(scale).flatMap(({ year, at }) => [
    svg("path", { d: `M${x(at).toFixed(1)} ${AXIS - 6}V${size.height}`, stroke: colours.land }),
    svg("text", { x: x(at).toFixed(1), y: AXIS - 12, "text-anchor": "middle", fill: colours.quiet, stroke: "none" }, String(year)),
  ]);
  const lines = drawn.flatMap((row, n) => {
    const y = AXIS + n * HEIGHT + HEIGHT / 2;
    const parts = stretchesOf(row, shown, scale).map(({ look, from, to }) => {
      const end = Math.max(x(from) + 2, x(to));
      return svg("path", { d: `M${x(from).toFixed(1)} ${y}H${end.toFixed(1)}`, ...strokeOf(look, colours) });
    });
    return [svg("text", { x: NAMES - 12, y: y + 4, "text-anchor": "end", fill: colours.ink }, nameOf(row)), ...parts];
  });
  return { size, drawing: svg("svg", { ...size, viewBox: `0 0 ${size.width} ${size.height}`, "font-family": "sans-serif", "font-size": 12 }, ...axis, ...lines) };
}

function strokeOf(look: LifeLook, colours: Colours): Record<string, string | number> {
  const line = { "stroke-width": 6 };
  if (look === "seen") return { ...line, stroke: colours.agreements };
  return look === "carried" ? { ...line, stroke: colours.some, "stroke-dasharray": "6 3" } : { ...line, stroke: colours.wrong, "stroke-dasharray": "2 4" };
}

function nameOf({ a, b }: Row): string {
  const name = b.name === "" ? a.name : `${a.name} – ${b.name}`;
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
}
