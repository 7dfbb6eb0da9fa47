// The panel that tells about one city: how many ties, of which layers, with whom first.

import { LAYERS, LAYER_WORDS, type Atlas, type Layer, type Place, type Tie } from "./atlas";
import { node } from "./dom";
import { entityHref } from "./labels";

const FIRST_PARTNERS = 6;

export interface Panel {
  show(atlas: Atlas, index: number, shown: ReadonlySet<Layer>): void;
  hide(): void;
}

export function panel(element: HTMLElement, onClose: () => void): Panel {
  const close = node("button", { type: "button", class: "close" }, "Close");
  close.addEventListener("click", onClose);
  return {
    show(atlas, index, shown) {
      const place = atlas.places[index];
      if (!place) return;
      const own = atlas.ties.filter((tie) => (tie.a === index || tie.b === index) && shown.has(tie.layer));
      element.replaceChildren(close, ...about(place, own), ...partners(atlas, index, own));
      element.hidden = false;
    },
    hide() {
      element.hidden = true;
    },
  };
}

function about(place: Place, own: Tie[]): HTMLElement[] {
  const rows = LAYERS.flatMap((layer) => {
    const ties = own.filter((tie) => tie.layer === layer);
    return ties.length === 0 ? [] : [node("li", { class: `layer ${layer}` }, `${LAYER_WORDS[layer]}: ${words(ties)}`)];
  });
  return [
    node("h3", {}, node("a", { href: entityHref(place.id) }, place.name)),
    node("p", { class: "where" }, place.country),
    rows.length === 0 ? node("p", {}, "No ties in the layers shown.") : node("ul", {}, ...rows),
  ];
}

function words(ties: Tie[]): string {
  const sum = (certainty: Tie["certainty"]) =>
    ties.filter((tie) => tie.certainty === certainty).reduce((total, tie) => total + tie.n, 0);
  const [confirmed, possible] = [sum("confirmed"), sum("possible")];
  if (possible === 0) return `${confirmed} confirmed`;
  if (confirmed === 0) return `${possible} may still hold`;
  return `${confirmed} confirmed, ${possible} may still hold`;
}

function partners(atlas: Atlas, index: number, own: Tie[]): HTMLElement[] {
  const count = new Map<number, number>();
  for (const tie of own) {
    const other = tie.a === index ? tie.b : tie.a;
    count.set(other, (count.get(other) ?? 0) + tie.n);
  }
  const first = [...count.entries()].sort((one, other) => other[1] - one[1]).slice(0, FIRST_PARTNERS);
  const names = first.flatMap(([other]) => atlas.places[other] ?? []);
  if (names.length === 0) return [];
  const rest = count.size - names.length;
  const links = names.flatMap((place, i) => [i === 0 ? "" : " · ", node("a", { href: entityHref(place.id) }, place.name)]);
  return [node("p", { class: "partners" }, "With ", ...links, rest > 0 ? ` and ${rest} more` : "")];
}
