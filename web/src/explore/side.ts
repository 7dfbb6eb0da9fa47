// Beside the map and the network: who is chosen and with whom, or the largest there are. Everything drawn, as a list.

import { node } from "./dom";
import { codesOf, type Shown } from "./filter";
import { flowsOf } from "./flows";
import { CROWD, type Scene, type Stroke } from "./scene";
import { entityHref } from "./table";
import { counted, nameOf, number } from "./words";

interface Entry {
  of: string;
  name: string;
  n: number;
}

const FIRST = 12;
const MORE = 500;

/** `scene` is what the map draws by now; without a map the whole of what is shown counts. */
export function side(root: HTMLElement, shown: Shown, scene: Scene | null, onChoose: (of: string) => void): void {
  const { look, isMembers } = shown;
  const [one, other] = codesOf(look.of);
  // From near the map draws some of all: the list has these.
  const near = scene?.listed ?? null;
  const all = near ?? entries(shown);
  const inView = scene?.level === "clusters" ? "Clusters of places in view" : "Places in view";
  const title = look.of !== "" ? nameOf(shown, look.of) : isMembers ? "Members" : near ? inView : shown.isNarrow ? "Places" : "Largest between countries";
  const heading = node("h2", { tabindex: "-1" }, look.of !== "" && one === undefined ? node("a", { href: entityHref(look.of) }, title) : title);
  const count = counted(shown.ties.length, isMembers) + (shown.stopped.length > 0 ? `, and ${number(shown.stopped.length)} that ended, are suspended or in dispute` : "");
  const parts: HTMLElement[] = [heading, node("p", { class: "quiet small" }, `${count}.`)];
  if (scene) parts.push(key(scene));
  if (scene?.searched) parts.push(node("p", { class: "quiet small" }, node("span", { class: "hatched-key" }, HATCHED)));
  if (all.length > 0) parts.push(list(all, FIRST, onChoose));
  if (scene?.note) parts.push(node("p", { class: "quiet small" }, scene.note));
  if (one !== undefined && other === undefined) parts.push(node("p", { class: "quiet small" }, "Choose a partner to see the ties of the two alone."));
  if (scene?.level === "clusters") parts.push(node("p", { class: "quiet small" }, "Choose a cluster to see its places."));
  const isOpen = root.querySelector("details")?.open;
  const isAtHead = root.querySelector("h2") === document.activeElement;
  root.replaceChildren(...parts);
  // Whoever was sent to the head stays there while the map comes to rest.
  if (isAtHead) heading.focus({ preventScroll: true });
  const rest = root.querySelector("details");
  if (rest && isOpen) rest.open = true;
}

const KEYS: Partial<Record<Stroke, string>> = {
  observed: "evidence reaches the day",
  carried: "reported earlier",
  undated: "undated",
  stopped: "ended, suspended or in dispute",
};

/** Of the countries that are hatched. */
const HATCHED = "nobody has searched there for these ties: what is shown was found elsewhere";

const LOOKS: Partial<Record<Stroke, string>> = { observed: "Solid", carried: "Dashed", undated: "Dotted", stopped: "Red" };

/** What the lines that are drawn mean. */
function key(scene: Scene): HTMLElement {
  const strokes = strokesOf(scene);
  if (strokes.length === 0) return node("p", { class: "quiet small" }, ...lineKeysOf(scene));
  return node("p", { class: "quiet small" }, ...strokes.map((stroke) => node("span", { class: `line-key ${stroke}` }, KEYS[stroke] ?? "")));
}

/** The same where there is no room for samples of the lines. */
export function keysOf(scene: Scene): string[] {
  return [...lineKeysOf(scene), ...(scene.searched ? [`Hatched: ${HATCHED}.`] : [])];
}

const RINGS = {
  countries: "A ring: ties within the country.",
  clusters: "A circle: places of one country that are near each other. A ring: ties among them.",
};

function lineKeysOf(scene: Scene): string[] {
  if (scene.level !== "places") return [`The wider a line, the more ties. ${RINGS[scene.level]}`];
  if (scene.lines.length > CROWD) return ["So many lines are drawn alike, however well they are reported; what ended, is suspended or in dispute is red."];
  return strokesOf(scene).map((stroke) => `${LOOKS[stroke] ?? ""}: ${KEYS[stroke] ?? ""}`);
}

/** Those of the scene that a reader can tell apart. */
function strokesOf({ level, lines }: Scene): Stroke[] {
  if (level !== "places" || lines.length > CROWD) return [];
  const drawn = new Set(lines.map(({ stroke }) => stroke));
  return (Object.keys(KEYS) as Stroke[]).filter((stroke) => drawn.has(stroke));
}

/** The partners of a country by country, everything else by place; where all is shown, pairs of countries. */
function entries(shown: Shown): Entry[] {
  const { columns, look } = shown;
  const [one, other] = codesOf(look.of);
  const nation = (code: string) => columns.nations.get(code) ?? code;
  if (one !== undefined && other === undefined) {
    const partners = flowsOf(columns, shown.ties).flows.map(({ ends, of, n }) => ({ of, n, name: nation(ends[0] === one ? ends[1] : ends[0]) }));
    return partners;
  }
  if (!shown.isNarrow) return flowsOf(columns, shown.ties).flows.map(({ of, ends, n }) => ({ of, n, name: ends.map(nation).join(" – ") }));
  return places(shown);
}

function places({ columns, ties, stopped, look, isMembers }: Shown): Entry[] {
  const count = new Map<number, number>();
  for (const tie of [...ties, ...stopped]) {
    const [a, b] = [columns.a[tie] ?? -1, columns.b[tie] ?? -1];
    for (const end of isMembers ? [a] : [a, b]) count.set(end, (count.get(end) ?? 0) + 1);
  }
  const all = [...count].flatMap(([place, n]): Entry[] => {
    const held = columns.places[place];
    return held && held.id !== look.of ? [{ of: held.id, n, name: `${held.name}, ${columns.nations.get(held.country) ?? held.country}` }] : [];
  });
  return all.sort((x, y) => y.n - x.n || x.name.localeCompare(y.name));
}

function list(all: Entry[], first: number, onChoose: (of: string) => void): HTMLElement {
  const lines = (some: Entry[]) => node("ul", {}, ...some.map((entry) => line(entry, onChoose)));
  if (all.length <= first) return lines(all);
  const rest = node("details", {}, node("summary", {}, `${number(all.length - first)} more`));
  // A list of thousands is made when it is opened.
  rest.addEventListener("toggle", () => rest.children.length === 1 && rest.append(list(all.slice(first), MORE, onChoose)));
  return node("div", {}, lines(all.slice(0, first)), rest);
}

function line({ of, name, n }: Entry, onChoose: (of: string) => void): HTMLElement {
  const button = node("button", { type: "button" }, name);
  button.addEventListener("click", () => onChoose(of));
  return node("li", {}, button, node("span", { class: "n quiet" }, number(n)));
}
