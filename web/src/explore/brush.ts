// The time control: how many ties are on record in each year, and one year or a stretch of years to choose.

import { node } from "./dom";
import { daysOf, inWords, yearOf } from "./days";
import type { Scale } from "./lives";
import type { Store } from "./store";
import { number } from "./words";

export interface Brush {
  /** `counts` begin with the first year. */
  show(at: string, counts: number[]): void;
}

interface Years {
  from: number;
  to: number;
}

/** Keeps what is chosen while it is dragged out of the history; dragging asks for nothing. */
export function brush(root: HTMLElement, store: Store, { first, last }: Scale): Brush {
  const bars = node("div", { class: "bars", "aria-hidden": "true" });
  const [one, other] = [slider("From year", first, last), slider("To year", first, last)];
  const said = node("output", { class: "said" });
  const today = node("button", { type: "button", class: "minor" }, "Today");
  const stretch = node("input", { type: "checkbox" });
  const note = node("p", { class: "quiet small" });
  root.append(
    node("legend", {}, "When"),
    node("div", { class: "chosen" }, said, today, node("label", {}, stretch, "A stretch of years")),
    node("div", { class: "track" }, bars, one, other),
    node("div", { class: "ends", "aria-hidden": "true" }, node("span", {}, String(first)), node("span", {}, String(last))),
    note,
  );

  const written = (): string => {
    if (!stretch.checked) return other.value;
    const [x, y] = [Number(one.value), Number(other.value)];
    return x === y ? String(x) : `${Math.min(x, y)}/${Math.max(x, y)}`;
  };
  for (const range of [one, other]) {
    range.addEventListener("input", () => store.preview({ at: written() }));
    range.addEventListener("change", () => store.commit({ at: written() }));
  }
  today.addEventListener("click", () => {
    store.commit({ at: "" });
    // The button is gone by now.
    other.focus();
  });
  stretch.addEventListener("change", () => {
    one.value = String(first);
    store.commit({ at: stretch.checked ? `${first}/${other.value}` : other.value });
  });

  return {
    show(at, counts) {
      const years = yearsOf(at) ?? { from: last, to: last };
      if (document.activeElement !== one && document.activeElement !== other) {
        stretch.checked = years.from !== years.to;
        [one.value, other.value] = [String(years.from), String(years.to)];
      }
      one.hidden = !stretch.checked;
      other.setAttribute("aria-label", stretch.checked ? "To year" : "Year");
      const most = Math.max(1, ...counts);
      bars.replaceChildren(...counts.map((n, i) => bar(n / most, first + i >= years.from && first + i <= years.to)));
      for (const range of [one, other]) range.setAttribute("aria-valuetext", valueText(range.value, counts[Number(range.value) - first] ?? 0));
      said.textContent = at === "" ? "Today" : inWords(at);
      today.hidden = at === "";
      note.textContent = `By year, what is dated and on record; at most ${number(Math.max(0, ...counts))}.`;
    },
  };
}

function valueText(year: string, n: number): string {
  return `${year}: ${number(n)} dated and on record`;
}

function yearsOf(at: string): Years | null {
  const days = daysOf(at);
  return days && { from: yearOf(days.from), to: yearOf(days.to) };
}

function slider(name: string, first: number, last: number): HTMLInputElement {
  return node("input", { type: "range", min: String(first), max: String(last), step: "1", "aria-label": name });
}

function bar(share: number, isChosen: boolean): HTMLElement {
  const bar = node("i", isChosen ? { class: "chosen" } : {});
  bar.style.height = `${share === 0 ? 0 : Math.max(4, share * 100)}%`;
  return bar;
}
