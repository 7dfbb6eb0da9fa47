// Days as numbers since 1970-01-01, and the dates that a reader writes for them.

/** Both ends included. */
export interface Days {
  from: number;
  to: number;
}

/** The lowest and the highest day of a column: it is not known when. */
export const OPEN: Days = { from: -(2 ** 31), to: 2 ** 31 - 1 };

const DAY = 86_400_000;

/** The days of "1989", "1989-05", "1989-05-03" or two of them with a slash; `null`: this page cannot read it. */
export function daysOf(edtf: string): Days | null {
  const parts = edtf.split("/");
  const [start, end = start] = parts;
  if (start === undefined || end === undefined || parts.length > 2) return null;
  const [first, last] = [one(start), one(end)];
  return first && last && first.from <= last.to ? { from: first.from, to: last.to } : null;
}

function one(text: string): Days | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!parts) return null;
  const [year, month, day] = [parts[1], parts[2], parts[3]].map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || (month !== undefined && (month < 1 || month > 12))) return null;
  const from = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  if (day !== undefined && new Date(from).getUTCDate() !== day) return null;
  const after = day !== undefined ? from + DAY : month === undefined ? Date.UTC(year + 1, 0) : Date.UTC(year, month);
  return { from: from / DAY, to: after / DAY - 1 };
}

export function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}

/** Nothing where the end is open. */
export function yearWords(day: number): string {
  return day === OPEN.from || day === OPEN.to ? "" : String(yearOf(day));
}

/** As one says it: "24 February 2022", "1990 to 2000"; years and months stay as they are written. */
export function inWords(edtf: string): string {
  return edtf.split("/").map(said).join(" to ");
}

function said(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  return new Date(text).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}
