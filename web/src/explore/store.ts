// What the reader looks at: one state for all views, written in the address, so that Back and a copied link work.

import { LAYERS, type Layer } from "./columns";

export const VIEWS = ["map", "timeline", "network", "table"] as const;
export type View = (typeof VIEWS)[number];

export interface Look {
  view: View;
  /** A date as the reader writes it, two of them with a slash; empty: today. */
  at: string;
  /** `null`: what is usual for the data. */
  layers: Layer[] | null;
  /** The id of a place, the code of a country ("RU"), or two codes ("US-RU"); empty: all. */
  of: string;
  /** Ties of which no source says when; `null`: today only. */
  undated: boolean | "on-record" | null;
  /** Ties that ended, are suspended or in dispute; `null`: where few ties are shown. */
  stopped: boolean | null;
  /** The column of the table, with a minus for the other direction; empty: as the page orders them. */
  sort: string;
}

export interface Store {
  readonly look: Look;
  /** Shows it without writing it into the history: while something is dragged. */
  preview(change: Partial<Look>): void;
  commit(change: Partial<Look>): void;
}

/** Calls `onChange` after every change, also when the reader goes back. */
export function store(onChange: (look: Look, before: Look) => void): Store {
  let look = read(new URL(location.href));
  let written = look;
  const show = (next: Look): void => {
    const before = look;
    look = next;
    onChange(look, before);
  };
  window.addEventListener("popstate", () => {
    written = read(new URL(location.href));
    show(written);
  });
  return {
    get look() {
      return look;
    },
    preview: (change) => show({ ...look, ...change }),
    commit(change) {
      const next = { ...look, ...change };
      const [from, to] = [addressOf(written), addressOf(next)];
      // The history of a page that shows this one in a frame is not ours.
      if (from.href !== to.href) window.self === window.top ? history.pushState(null, "", to) : history.replaceState(null, "", to);
      written = next;
      show(next);
    },
  };
}

/** Of the undated those on record since they were read. */
export const ON_RECORD = "on-record";

/** This page's address for a look; everything else in it stays. */
export function addressOf(look: Look): URL {
  const url = new URL(location.href);
  const fields = {
    at: look.at,
    view: look.view === "map" ? "" : look.view,
    layer: look.layers?.join(",") ?? "",
    of: look.of,
    undated: look.undated === ON_RECORD ? ON_RECORD : yesNo(look.undated),
    stopped: yesNo(look.stopped),
    sort: look.sort,
  };
  for (const [name, value] of Object.entries(fields)) {
    if (value === "") url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url;
}

export function read(url: URL): Look {
  const field = (name: string) => url.searchParams.get(name) ?? "";
  const layers = LAYERS.filter((layer) => field("layer").split(",").includes(layer));
  return {
    view: VIEWS.find((view) => view === field("view")) ?? "map",
    at: field("at"),
    layers: layers.length > 0 ? layers : null,
    of: field("of"),
    undated: field("undated") === ON_RECORD ? ON_RECORD : isYes(field("undated")),
    stopped: isYes(field("stopped")),
    sort: field("sort"),
  };
}

function yesNo(value: boolean | null): string {
  return value === null ? "" : value ? "yes" : "no";
}

function isYes(word: string): boolean | null {
  return word === "yes" ? true : word === "no" ? false : null;
}
