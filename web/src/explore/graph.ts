// The network around what is chosen: itself in the middle, its partners around it, and the ties among these.

import { codesOf, type Shown } from "./filter";
import { flowsOf } from "./flows";

export interface Vertex {
  of: string;
  name: string;
  /** Partners of one group stand beside one another. */
  group: string;
  n: number;
}

export interface Graph {
  centre: Vertex | null;
  /** In the order in which they stand around. */
  around: Vertex[];
  edges: { ends: [string, string]; n: number }[];
  leftOut: number;
}

/** More circles than this touch one another. */
export const MOST_VERTICES = 150;
const MOST_COUNTRIES = 60;

/** Whose ties the page was asked for; empty where it is everybody's. */
export interface Subject {
  id: string;
  name: string;
}

/** Of a place its partners; of a country, or of more than can be drawn, countries. */
export function graphOf(shown: Shown, subject: Subject): Graph {
  const { columns, ties, look, isMembers } = shown;
  const [one, other] = codesOf(look.of);
  const ends = ties.flatMap((tie) => [columns.a[tie] ?? -1, columns.b[tie] ?? -1]);
  const few = new Set(ends).size <= MOST_VERTICES || isMembers;
  if (one !== undefined && other === undefined) return ofCountries(shown, one);
  return few || look.of !== "" ? ofPlaces(shown, subject) : ofCountries(shown, null);
}

function ofCountries({ columns, ties }: Shown, centre: string | null): Graph {
  const { countries, flows } = flowsOf(columns, ties);
  const vertex = (code: string, n: number): Vertex => ({ of: code, name: columns.nations.get(code) ?? code, group: "", n });
  const kept = flows.slice(0, centre === null ? MOST_COUNTRIES : MOST_VERTICES);
  const own = countries.find(({ code }) => code === centre);
  const around = new Map<string, number>();
  for (const { ends, n } of kept) for (const end of ends) if (end !== centre) around.set(end, (around.get(end) ?? 0) + n);
  const all = [...around].map(([code, n]) => vertex(code, n)).sort((x, y) => y.n - x.n || x.name.localeCompare(y.name));
  const middle = own ? vertex(own.code, own.abroad) : null;
  return { centre: middle, around: all, edges: kept.map(({ ends, n }) => ({ ends, n })), leftOut: flows.length - kept.length };
}

function ofPlaces(shown: Shown, subject: Subject): Graph {
  const { columns, ties, look, isMembers } = shown;
  const count = new Map<number, number>();
  for (const tie of ties) {
    const pair = [columns.a[tie] ?? -1, columns.b[tie] ?? -1];
    for (const end of isMembers ? pair.slice(1) : pair) count.set(end, (count.get(end) ?? 0) + 1);
  }
  const vertices = [...count].flatMap(([place, n]): Vertex[] => {
    const held = columns.places[place];
    return held ? [{ of: held.id, name: held.name, group: columns.nations.get(held.country) ?? held.country, n }] : [];
  });
  const centre = isMembers ? { of: "", name: subject.name, group: "", n: ties.length } : (vertices.find(({ of }) => of === (look.of || subject.id)) ?? null);
  const others = vertices.filter((vertex) => vertex !== centre).sort((x, y) => y.n - x.n || x.name.localeCompare(y.name));
  const around = others.slice(0, MOST_VERTICES).sort((x, y) => x.group.localeCompare(y.group) || x.name.localeCompare(y.name));
  const kept = new Set([...around, ...(centre ? [centre] : [])].map(({ of }) => of));
  const edges = isMembers ? around.map(({ of }) => ({ ends: ["", of] as [string, string], n: 1 })) : edgesAmong(shown, kept);
  return { centre, around, edges, leftOut: others.length - around.length };
}

/** Among all ties of the data, not only those of the chosen: what its partners have with one another. */
function edgesAmong({ columns, standing, ties }: Shown, kept: Set<string>): Graph["edges"] {
  const isShown = new Set(ties);
  const edges = new Map<string, { ends: [string, string]; n: number }>();
  for (let tie = 0; tie < standing.length; tie += 1) {
    if (!isShown.has(tie)) continue;
    const ends: [string, string] = [columns.places[columns.a[tie] ?? -1]?.id ?? "", columns.places[columns.b[tie] ?? -1]?.id ?? ""];
    if (!kept.has(ends[0]) || !kept.has(ends[1])) continue;
    const edge = edges.get(ends.join(" ")) ?? { ends, n: 0 };
    edge.n += 1;
    edges.set(ends.join(" "), edge);
  }
  return [...edges.values()];
}
