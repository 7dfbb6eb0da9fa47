// The ties that are shown as a table that sorts.

import { mounted } from "../mount";
import { node } from "./dom";
import { inWords } from "./days";
import type { Shown } from "./filter";
import { rowsOf, type End, type Row, type Sort } from "./rows";
import type { Store } from "./store";
import { fileAddress } from "./address";
import { counted, number } from "./words";

const STRETCH = 100;

const HEADS: [Sort, string][] = [
  ["a", "Between"],
  ["b", "And"],
  ["kind", "Kind"],
  ["since", "On record from"],
  ["until", "Until"],
  ["state", "State"],
  ["sources", "Sources"],
];

export function table(root: HTMLElement, shown: Shown, store: Store, most = STRETCH): void {
  const rows = rowsOf(shown);
  if (rows.length === 0) {
    root.replaceChildren(node("p", { class: "notice" }, `Nothing is on record for what is chosen. ${shown.columns.note}`));
    return;
  }
  const heads = HEADS.filter(([sort]) => !shown.isMembers || (sort !== "b" && sort !== "sources"));
  const caption = `${number(Math.min(most, rows.length))} of ${counted(rows.length, shown.isMembers)}, ${inWords(shown.at)}.`;
  const body = rows.slice(0, most).map((row) => line(row, heads, shown));
  const made = node(
    "table",
    { class: "data stack" },
    node("caption", {}, caption),
    node("thead", {}, node("tr", {}, ...heads.map(([sort, words]) => head(sort, shown.isMembers && sort === "a" ? "Member" : words, store)))),
    node("tbody", {}, ...body),
  );
  const save = node("a", { class: "button", download: "", href: fileAddress(shown, "ties.csv") }, `Save ${counted(rows.length, shown.isMembers)} as CSV`);
  const parts: HTMLElement[] = [node("p", {}, save), node("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Ties shown" }, made)];
  const goOn = () => {
    table(root, shown, store, most + STRETCH);
    root.querySelector<HTMLElement>(`tbody tr:nth-child(${most + 1}) a`)?.focus();
  };
  if (rows.length > most) parts.push(more(rows.length - most, goOn));
  root.replaceChildren(...parts);
}

function more(left: number, show: () => void): HTMLElement {
  const button = node("button", { type: "button" }, `Show ${number(Math.min(STRETCH, left))} more`);
  button.addEventListener("click", show);
  return node("p", {}, button);
}

/** A second press turns the order around. */
function head(sort: Sort, words: string, store: Store): HTMLElement {
  const button = node("button", { type: "button" }, words);
  const cell = node("th", { scope: "col", ...(sort === "sources" ? { class: "n" } : {}) }, button);
  const by = store.look.sort;
  if (by === sort) cell.ariaSort = "ascending";
  if (by === `-${sort}`) cell.ariaSort = "descending";
  button.addEventListener("click", () => {
    const first = sort === "sources" ? `-${sort}` : sort;
    store.commit({ sort: by === first ? (first === sort ? `-${sort}` : sort) : first });
    document.querySelector<HTMLElement>(`#explore th:nth-child(${cell.cellIndex + 1}) button`)?.focus();
  });
  return cell;
}

function line(row: Row, heads: [Sort, string][], shown: Shown): HTMLElement {
  const cells: Record<Sort, () => HTMLElement> = {
    a: () => node("th", { scope: "row" }, ...named(row.a, shown)),
    b: () => node("td", { "data-head": "And" }, ...named(row.b, shown)),
    kind: () => node("td", { "data-head": "Kind" }, row.kind),
    since: () => year("On record from", row.since, "unknown"),
    until: () => year("Until", row.until, "no end reported"),
    state: () => node("td", { "data-head": "State" }, row.state),
    sources: () => node("td", { class: "n", "data-head": "Sources" }, sources(row)),
  };
  return node("tr", {}, ...heads.map(([sort]) => cells[sort]()));
}

function year(head: string, written: string, unknown: string): HTMLElement {
  return node("td", { "data-head": head, class: written === "" ? "date quiet" : "date" }, written === "" ? unknown : written);
}

/** How many sources, as a link to all that ties the two. */
function sources({ a, b, sources: n }: Row): HTMLElement {
  const query = new URLSearchParams({ a: a.id, b: b.id });
  return node("a", { class: "figure", href: mounted(`/ask/between?${carried(query)}`) }, n === 0 ? "see" : number(n));
}

function named({ id, name, country }: End, { columns }: Shown): (Node | string)[] {
  return [node("a", { href: entityHref(id) }, name), ", ", node("span", { class: "quiet" }, columns.nations.get(country) ?? country)];
}

/** The page of a place, at the same `at` and `known` as this one. */
export function entityHref(id: string): string {
  const query = carried(new URLSearchParams()).toString();
  return mounted(`/entities/${encodeURIComponent(id)}${query && `?${query}`}`);
}

function carried(query: URLSearchParams): URLSearchParams {
  const here = new URL(location.href).searchParams;
  for (const key of ["at", "known"]) {
    const value = here.get(key);
    if (value) query.set(key, value);
  }
  return query;
}
