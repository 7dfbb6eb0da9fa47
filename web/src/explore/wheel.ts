// Draws a graph in a circle: the chosen in the middle, every partner where a reader finds it by its country.

import { node, svg } from "./dom";
import type { Graph, Vertex } from "./graph";
import { number } from "./words";

const SIZE = 720;
const RADIUS = 235;
/** A name is as high as its share of the circle allows. */
const HIGHEST_NAME = 12;

/** So many ties and more make a thick line, where none has more. */
const THICK = 25;

/** Its twin for keyboard and ear is the list beside it, which has the same partners. */
export function wheel(root: HTMLElement, graph: Graph, onChoose: (of: string) => void): void {
  const { centre, around, edges, leftOut } = graph;
  if (around.length === 0) {
    root.replaceChildren(node("p", { class: "notice" }, "No ties are shown, so there is no network to draw."));
    return;
  }
  const places = new Map(around.map((vertex, i) => [vertex.of, spot(i, around.length)]));
  if (centre) places.set(centre.of, { x: 0, y: 0, angle: 0 });
  const most = Math.max(THICK, ...edges.map(({ n }) => n));
  const picture = svg("svg", { viewBox: `${-SIZE / 2} ${-SIZE / 2} ${SIZE} ${SIZE}`, role: "img", "aria-label": label(graph) });
  for (const { ends, n } of edges) {
    const [from, to] = [places.get(ends[0]), places.get(ends[1])];
    if (!from || !to) continue;
    const isSpoke = centre !== null && ends.includes(centre.of);
    picture.append(svg("path", { class: isSpoke ? "spoke" : "chord", d: `M${at(from)}Q0 0 ${at(to)}`, "stroke-width": (0.6 + 4 * Math.sqrt(n / most)).toFixed(2) }));
  }
  const height = Math.min(HIGHEST_NAME, ((2 * Math.PI * (RADIUS + 11)) / around.length) * 0.95);
  for (const vertex of around) picture.append(circle(vertex, places.get(vertex.of) ?? spot(0, 1), height, onChoose));
  if (centre) picture.append(svg("circle", { class: "self", r: 7 }), svg("text", { class: "self", y: -12, "text-anchor": "middle" }, centre.name));
  const rest = leftOut > 0 ? [node("p", { class: "quiet small" }, `${number(leftOut)} smaller ones are not drawn; the table has them.`)] : [];
  root.replaceChildren(node("div", { class: "wheel" }, picture), ...rest);
}

function label({ centre, around, edges }: Graph): string {
  return `${centre ? `${centre.name} and ` : ""}${number(around.length)} partners, ${number(edges.length)} lines. The list beside it has the same.`;
}

interface Spot {
  x: number;
  y: number;
  angle: number;
}

function spot(i: number, of: number): Spot {
  const angle = (i / of) * 2 * Math.PI - Math.PI / 2;
  return { x: Math.cos(angle) * RADIUS, y: Math.sin(angle) * RADIUS, angle };
}

function at({ x, y }: Spot): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

function circle(vertex: Vertex, { x, y, angle }: Spot, height: number, onChoose: (of: string) => void): SVGElement {
  const dot = svg("circle", { cx: x.toFixed(1), cy: y.toFixed(1), r: Math.min(7, 2.5 + Math.sqrt(vertex.n) * 0.3).toFixed(1) });
  const group = svg("g", {}, svg("title", {}, `${vertex.name}${vertex.group && `, ${vertex.group}`}: ${number(vertex.n)}`), dot, named(vertex, angle, height));
  group.addEventListener("click", () => onChoose(vertex.of));
  return group;
}

/** Written outward, never upside down. */
function named({ name }: Vertex, angle: number, height: number): SVGElement {
  const isLeft = Math.cos(angle) < 0;
  const degrees = (angle * 180) / Math.PI;
  const turn = `rotate(${degrees.toFixed(1)}) translate(${RADIUS + 11} 0)${isLeft ? " rotate(180)" : ""}`;
  return svg("text", { transform: turn, "text-anchor": isLeft ? "end" : "start", "dominant-baseline": "central", "font-size": height.toFixed(1) }, shortened(name));
}

const LONGEST = 20;

function shortened(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
}
