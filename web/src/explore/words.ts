// What the page says about what it shows: one place for its sentences.

import type { Layer } from "./columns";
import { inWords } from "./days";
import { CARRIED, OBSERVED, UNDATED, codesOf, type Shown } from "./filter";

/** What a reader calls a tie of each layer. */
export const LAYER_WORDS: Record<Layer, string> = {
  agreements: "signed agreements",
  networks: "shared networks",
  events: "shared events",
  offices: "offices abroad",
  acts: "resolutions and laws",
  programmes: "shared programmes",
};

const STATE_WORDS: Record<string, string> = {
  suspended: "suspended",
  contested: "contested between its sides",
  "sources-disagree": "sources disagree",
  expired: "term over, renewal unknown",
  "presumed-ended": "presumed ended",
  ended: "ended",
};

export function number(n: number): string {
  return n.toLocaleString("en");
}

/** "1 tie", "97 members". */
export function counted(n: number, isMembers: boolean): string {
  return `${number(n)} ${isMembers ? "member" : "tie"}${n === 1 ? "" : "s"}`;
}

/** How a tie stands, as its standing says. */
export function standingWords({ columns }: Shown, standing: number): string {
  if (standing === OBSERVED) return "on record";
  if (standing === CARRIED) return "on record, reported earlier";
  if (standing === UNDATED) return "undated";
  const state = columns.states[standing - 4] ?? "";
  return STATE_WORDS[state] ?? state;
}

/** "24 February 2022: 3 ties on record." and what of them is left out or drawn beside them. */
export function sentence(shown: Shown): string {
  const { ties, stopped, undated, against, isMembers, standing } = shown;
  const unplaced = ties.filter((tie) => standing[tie] === UNDATED).length;
  const parts = [`${inWords(shown.at)}: ${counted(ties.length - unplaced, isMembers)} on record.`];
  if (unplaced > 0) parts.push(`${number(unplaced)} undated, which may or may not have held then.`);
  else if (!undated.isShown && undated.n > 0) parts.push(`${number(undated.n)} undated, left out.`);
  if (against.n > 0) parts.push(`${number(against.n)} ended, suspended or in dispute${stopped.length > 0 ? "" : ", left out"}.`);
  return parts.join(" ");
}

/** A city with its country, a country, or two of them. */
export function nameOf({ columns }: Shown, of: string): string {
  const [one, other] = codesOf(of);
  const nation = (code: string) => columns.nations.get(code) ?? code;
  if (one !== undefined) return other === undefined ? nation(one) : one === other ? `within ${nation(one)}` : `${nation(one)} – ${nation(other)}`;
  const place = columns.places.find(({ id }) => id === of);
  return place ? `${place.name}, ${nation(place.country)}` : of;
}
