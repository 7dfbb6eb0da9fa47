// Life lines: each tie that is shown as one line over the years, in the order of the table.

import { node } from "./dom";
import { OPEN, daysOf, yearOf } from "./days";
import type { Shown } from "./filter";
import { rowsOf, type Row } from "./rows";
import { entityHref } from "./table";
import { counted, number } from "./words";

/** More could not be read. */
const MOST = 150;

export function lives(root: HTMLElement, shown: Shown, scale: Scale): void {
  const { drawn, says } = livesOf(shown);
  const lines = drawn.map((row) => node("li", {}, ...title(row, shown), lifeLine(row, shown, scale)));
  root.replaceChildren(
    node("p", { class: "quiet small" }, says),
    node("p", { class: "small key", "aria-hidden": "true" }, ...key()),
    axis(scale),
    node("ol", { class: "tie-lives" }, ...lines),
  );
}

/** Those whose line is drawn, in its order, and how many are not. */
export function livesOf(shown: Shown): { drawn: Row[]; says: string } {
  const all = rowsOf(shown);
  // What says when comes first: an undated tie has no line to draw.
  const dated = all.filter(({ tie }) => shown.columns.dated[tie] !== 0 || lineIsKnown(shown, tie));
  dated.sort((x, y) => (x.since || "9").localeCompare(y.since || "9"));
  const drawn = dated.slice(0, MOST);
  const without = all.length - dated.length;
  const said = [`${number(drawn.length)} of ${counted(all.length, shown.isMembers)}, by their first day on record.`];
  if (without > 0) said.push(`${number(without)} undated: no line can be drawn.`);
  return { drawn, says: said.join(" ") };
}

function lineIsKnown({ columns }: Shown, tie: number): boolean {
  return (columns.against.first[tie + 1] ?? 0) > (columns.against.first[tie] ?? 0);
}

/** How a part of a line looks. */
export type LifeLook = "seen" | "carried" | "stopped";

const KEYS: [LifeLook, string][] = [
  ["seen", "evidence reaches it"],
  ["carried", "reported earlier"],
  ["stopped", "ended, suspended or in dispute"],
];

function key(): HTMLElement[] {
  return KEYS.map(([look, words]) => node("span", { class: `tie-key ${look}` }, words));
}

const LOOKS: Record<LifeLook, string> = { seen: "Solid", carried: "Dashed", stopped: "Red" };

/** The same where there is no room for samples of the lines. */
export function lifeKeys(): string {
  return KEYS.map(([look, words]) => `${LOOKS[look]}: ${words}`).join(" · ");
}

/** The first and the last year. */
export interface Scale {
  first: number;
  last: number;
}

function title({ a, b, state, since }: Row, shown: Shown): HTMLElement[] {
  const link = (id: string, name: string) => node("a", { href: entityHref(id) }, name);
  const names = shown.isMembers ? [link(a.id, a.name)] : [link(a.id, a.name), " – ", link(b.id, b.name)];
  const from = since === "" ? "beginning unknown" : `on record from ${since}`;
  // "On record" is said already.
  const rest = since === "" ? state : state.replace(/^on record(, )?/, "");
  return [node("span", {}, ...names), node("span", { class: "quiet small" }, rest === "" ? from : `${from}, ${rest}`)];
}

/** In percent of the years shown. */
function placeOf(day: number, { first, last }: Scale): number {
  const [from, to] = [daysOf(String(first))?.from ?? 0, daysOf(String(last))?.to ?? 1];
  return Math.max(0, Math.min(100, ((day - from) / (to - from)) * 100));
}

function lifeLine(row: Row, shown: Shown, scale: Scale): HTMLElement {
  const bar = node("span", { class: "tie-life", "aria-hidden": "true" });
  for (const { look, from, to } of stretchesOf(row, shown, scale)) {
    const part = node("i", { class: look });
    part.style.insetInlineStart = `${from}%`;
    part.style.width = `${Math.max(0.3, to - from)}%`;
    bar.append(part);
  }
  return bar;
}

/** The parts of a line, in percent of the years shown. */
export function stretchesOf({ tie }: Row, { columns }: Shown, scale: Scale): { look: LifeLook; from: number; to: number }[] {
  return ([[columns.onRecord, "carried"], [columns.against, "stopped"]] as const).flatMap(([spans, usual]) => {
    const places = Array.from({ length: (spans.first[tie + 1] ?? 0) - (spans.first[tie] ?? 0) }, (_, n) => (spans.first[tie] ?? 0) + n);
    return places.map((n) => {
      const look: LifeLook = usual === "carried" && spans.what[n] === 1 ? "seen" : usual;
      return { look, from: placeOf(spans.from[n] ?? OPEN.from, scale), to: placeOf(spans.to[n] ?? OPEN.to, scale) };
    });
  });
}

const TICK_YEARS = 20;

/** Years under the lines, and where they stand, in percent. */
export function ticksOf(scale: Scale): { year: number; at: number }[] {
  const years: number[] = [];
  for (let year = Math.ceil(scale.first / TICK_YEARS) * TICK_YEARS; year <= scale.last; year += TICK_YEARS) years.push(year);
  return years.map((year) => ({ year, at: placeOf(daysOf(String(year))?.from ?? 0, scale) }));
}

function axis(scale: Scale): HTMLElement {
  const ticks = ticksOf(scale).map(({ year, at }) => {
    const tick = node("span", {}, String(year));
    tick.style.insetInlineStart = `${at}%`;
    return tick;
  });
  return node("div", { class: "tie-axis", "aria-hidden": "true" }, ...ticks);
}

/** The years that the control and the lines share. */
export function yearsOf(today: string): Scale {
  return { first: 1950, last: yearOf(daysOf(today)?.to ?? 0) };
}
