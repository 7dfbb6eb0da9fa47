// The ties that are shown as rows: what the table lists and the life lines draw, in one order.

import { LAYERS } from "./columns";
import { OPEN, daysOf, yearWords } from "./days";
import { STOPPED, UNDATED, type Shown } from "./filter";
import { LAYER_WORDS, standingWords } from "./words";

export interface Row {
  tie: number;
  a: End;
  b: End;
  kind: string;
  /** Years, empty where nobody says: many sources give no more, and the day that is reckoned with is not theirs. */
  since: string;
  until: string;
  standing: number;
  state: string;
  sources: number;
}

export interface End {
  id: string;
  name: string;
  country: string;
}

export const SORTS = ["a", "b", "kind", "since", "until", "state", "sources"] as const;
export type Sort = (typeof SORTS)[number];

/** As the look sorts them; else what stopped or is in dispute first, then what most sources tell of. */
export function rowsOf(shown: Shown): Row[] {
  const rows = [...shown.stopped, ...shown.ties].map((tie) => row(shown, tie));
  const by = shown.look.sort.replace(/^-/, "");
  const sort = SORTS.find((name) => name === by);
  if (!sort) return rows.sort(usual);
  const sign = shown.look.sort.startsWith("-") ? -1 : 1;
  return rows.sort((x, y) => compare(x, y, sort, sign) || usual(x, y));
}

const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });

function usual(x: Row, y: Row): number {
  const isStopped = (row: Row): number => Number(row.standing >= STOPPED);
  return isStopped(y) - isStopped(x) || y.sources - x.sources || Number(x.since === "") - Number(y.since === "") || x.tie - y.tie;
}

/** What says nothing in the column stays last in both directions. */
function compare(x: Row, y: Row, sort: Sort, sign: number): number {
  const [one, other] = [cell(x, sort), cell(y, sort)];
  if (one === "" || other === "") return Number(one === "") - Number(other === "");
  return sign * collator.compare(one, other);
}

function cell(row: Row, sort: Sort): string {
  return sort === "a" || sort === "b" ? row[sort].name : String(row[sort]);
}

function row(shown: Shown, tie: number): Row {
  const { columns, standing, isMembers } = shown;
  const end = (place: number | undefined): End => columns.places[place ?? -1] ?? { id: "", name: "", country: "" };
  const { onRecord } = columns;
  const [first, last] = [onRecord.first[tie] ?? 0, (onRecord.first[tie + 1] ?? 0) - 1];
  const hasDays = last >= first;
  const isDated = columns.dated[tie] !== 0;
  const stopped = (standing[tie] ?? 0) >= STOPPED ? lastDay(shown, tie) : undefined;
  const ended = stopped === undefined ? "" : yearWords(stopped);
  const to = hasDays ? (onRecord.to[last] ?? OPEN.to) : OPEN.to;
  return {
    tie,
    a: end(columns.a[tie]),
    b: isMembers ? { id: "", name: "", country: "" } : end(columns.b[tie]),
    kind: isMembers ? "member" : LAYER_WORDS[columns.layer[tie] ?? LAYERS[0]],
    since: hasDays && isDated ? yearWords(onRecord.from[first] ?? OPEN.from) : "",
    until: ended === "" && isDated ? yearWords(to) : ended,
    standing: standing[tie] ?? UNDATED,
    state: standingWords(shown, standing[tie] ?? UNDATED),
    sources: columns.sources[tie] ?? 0,
  };
}

/** The last day on record before what stands against it on the days looked at; where none is, the first day of that. */
function lastDay({ columns: { onRecord, against }, at }: Shown, tie: number): number | undefined {
  const until = daysOf(at)?.to ?? OPEN.to;
  let stop: number | undefined;
  for (let n = against.first[tie] ?? 0; n < (against.first[tie + 1] ?? 0); n += 1) {
    const from = against.from[n] ?? OPEN.to;
    if (from <= until) stop = from;
  }
  if (stop === undefined) return undefined;
  let last: number | undefined;
  for (let n = onRecord.first[tie] ?? 0; n < (onRecord.first[tie + 1] ?? 0); n += 1) {
    if ((onRecord.from[n] ?? OPEN.from) < stop) last = Math.min(onRecord.to[n] ?? stop, stop);
  }
  return last ?? stop;
}
