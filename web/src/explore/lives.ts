// Life lines: each tie that is shown as one line over the years, in the order of the table.

import { node } from "./dom";
import { OPEN, daysOf, yearOf } from "./days";
import type { Shown } from "./filter";
import { rowsOf, type Row } from "./rows";
import { entityHref } from "./table";
import { counted, number } from "./words";

/** More could not be read. */
const MOST = 150;

export function lives(root: HTMLElement, shown: Shown, first: number, last: number): void {
  const all = rowsOf(shown);
  // What says when comes first: an undated tie has no line to draw.
  const dated = all.filter(({ tie }) => shown.columns.dated[tie] !== 0 || lineIsKnown(shown, tie));
  dated.sort((x, y) => (x.since || "9").localeCompare(y.since || "9"));
  const drawn = dated.slice(0, MOST);
  const without = all.length - dated.length;
  const said = [`${number(drawn.length)} of ${counted(all.length, shown.isMembers)}, by their first day on record.`];
  if (without > 0) said.push(`${number(without)} undated: no line can be drawn.`);
  const scale = { first, last };
  const lines = drawn.map((row) => node("li", {}, ...title(row, shown), lifeLine(row, shown, scale)));
  root.replaceChildren(
    node("p", { class: "quiet small" }, said.join(" ")),
    node("p", { class: "small key", "aria-hidden": "true" }, ...key()),
    axis(scale),
    node("ol", { class: "tie-lives" }, ...lines),
  );
}

function lineIsKnown({ columns }: Shown, tie: number): boolean {
  return (columns.against.first[tie + 1] ?? 0) > (columns.against.first[tie] ?? 0);
}

function key(): HTMLElement[] {
  return [["seen", "evidence reaches it"], ["carried", "reported earlier"], ["stopped", "ended, suspended or in dispute"]].map(([look, words]) =>
    node("span", { class: `tie-key ${look}` }, words ?? ""),
  );
}

interface Scale {
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

function lifeLine({ tie }: Row, { columns }: Shown, scale: Scale): HTMLElement {
  const bar = node("span", { class: "tie-life", "aria-hidden": "true" });
  for (const [spans, look] of [[columns.onRecord, "carried"], [columns.against, "stopped"]] as const) {
    for (let n = spans.first[tie] ?? 0; n < (spans.first[tie + 1] ?? 0); n += 1) {
      const [from, to] = [placeOf(spans.from[n] ?? OPEN.from, scale), placeOf(spans.to[n] ?? OPEN.to, scale)];
      const part = node("i", { class: look === "carried" && spans.what[n] === 1 ? "seen" : look });
      part.style.insetInlineStart = `${from}%`;
      part.style.width = `${Math.max(0.3, to - from)}%`;
      bar.append(part);
    }
  }
  return bar;
}

const TICK_YEARS = 20;

function axis(scale: Scale): HTMLElement {
  const years: number[] = [];
  for (let year = Math.ceil(scale.first / TICK_YEARS) * TICK_YEARS; year <= scale.last; year += TICK_YEARS) years.push(year);
  const ticks = years.map((year) => {
    const tick = node("span", {}, String(year));
    tick.style.insetInlineStart = `${placeOf(daysOf(String(year))?.from ?? 0, scale)}%`;
    return tick;
  });
  return node("div", { class: "tie-axis", "aria-hidden": "true" }, ...ticks);
}

/** The years that the control and the lines share. */
export function yearsOf(today: string): { from: number; to: number } {
  return { from: 1950, to: yearOf(daysOf(today)?.to ?? 0) };
}
