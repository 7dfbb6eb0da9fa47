// The legend in words; each layer can be put away, and the address remembers which.

import { LAYERS, LAYER_WORDS, type Atlas, type Layer, type Tie } from "./atlas";
import { node } from "./dom";

export interface Legend {
  shown(): ReadonlySet<Layer>;
  tell(atlas: Atlas): void;
  /** Says why the map could not follow; what it shows stays. */
  fail(sentence: string): void;
}

export function legend(element: HTMLElement, onChange: () => void): Legend {
  const wanted = new URL(location.href).searchParams.get("layer");
  const shown = new Set(LAYERS.filter((layer) => !wanted || wanted.split(",").includes(layer)));
  const counts = new Map<Layer, HTMLElement>();
  const rows = LAYERS.map((layer) => {
    const box = node("input", { type: "checkbox" });
    box.checked = shown.has(layer);
    box.addEventListener("change", () => {
      if (box.checked) shown.add(layer);
      else shown.delete(layer);
      remember(shown);
      onChange();
    });
    const count = node("span", { class: "n" });
    counts.set(layer, count);
    return node("li", {}, node("label", { class: `layer ${layer}` }, box, LAYER_WORDS[layer], count));
  });
  const status = node("p", { role: "status" });
  element.replaceChildren(node("ul", {}, ...rows), key(), status);
  return {
    shown: () => shown,
    tell(atlas) {
      for (const [layer, count] of counts) {
        const total = sum(atlas.ties.filter((tie) => tie.layer === layer));
        count.textContent = total.toLocaleString("en");
        count.closest("li")?.classList.toggle("none", total === 0);
      }
      status.className = "";
      status.textContent = sentence(atlas);
    },
    fail(reason) {
      status.className = "notice wrong";
      status.textContent = reason;
    },
  };
}

function key(): HTMLElement {
  return node(
    "p",
    { class: "key" },
    node("span", { class: "line observed" }, "evidence reaches the day"),
    " ",
    node("span", { class: "line carried" }, "reported earlier"),
    " ",
    node("span", { class: "dots" }, "the larger the dot, the more ties"),
  );
}

function sentence(atlas: Atlas): string {
  const { places, ties, note } = atlas;
  const earlier = sum(ties.filter((tie) => tie.basis === "carried")).toLocaleString("en");
  const between = `between ${places.length.toLocaleString("en")} places, ${earlier} of them reported earlier`;
  return `${countOf(atlas)} ${between}. ${note}`.trim();
}

/** "1989: 23 ties on record". */
export function countOf({ at, ties }: Atlas): string {
  return `${inWords(at)}: ${sum(ties).toLocaleString("en")} ties on record`;
}

/** A day as one says it; years, months and stretches stay as they are written. */
function inWords(at: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(at)) return at;
  const long = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Date(at).toLocaleDateString("en-GB", long);
}

function sum(ties: Tie[]): number {
  return ties.reduce((total, tie) => total + tie.n, 0);
}

function remember(shown: ReadonlySet<Layer>): void {
  const url = new URL(location.href);
  if (shown.size === LAYERS.length) url.searchParams.delete("layer");
  else url.searchParams.set("layer", LAYERS.filter((layer) => shown.has(layer)).join(","));
  history.replaceState(history.state, "", url);
}
