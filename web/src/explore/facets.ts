// What is shown of all ties: a place, kinds of ties, the undated and the ended. Each box says how many it stands for.

import type { Columns, Layer } from "./columns";
import { node } from "./dom";
import type { Shown } from "./filter";
import type { Store } from "./store";
import { LAYER_WORDS, nameOf, number } from "./words";

export interface Facets {
  show(shown: Shown): void;
}

interface Box {
  input: HTMLInputElement;
  count: HTMLElement;
  label: HTMLElement;
}

export function facets(root: HTMLElement, columns: Columns, store: Store): Facets {
  const kinds = new Map(columns.layers.map((layer) => [layer, box(LAYER_WORDS[layer], `layer ${layer}`)]));
  const [undated, stopped] = [box("undated", ""), box("ended, suspended or in dispute", "stopped")];
  const find = finder(columns, (of) => store.commit({ of }));
  const clear = node("button", { type: "button", class: "minor" }, "Show all");
  clear.addEventListener("click", () => {
    store.commit({ of: "" });
    find.field.focus();
  });
  root.append(find.label, clear, ...[...kinds.values(), undated, stopped].map(({ label }) => label));
  for (const { input } of kinds.values()) {
    input.addEventListener("change", () => {
      const layers = [...kinds].filter(([, kind]) => kind.input.checked).map(([layer]) => layer);
      store.commit({ layers: layers.length === 0 ? null : layers });
    });
  }
  undated.input.addEventListener("change", () => store.commit({ undated: undated.input.checked }));
  stopped.input.addEventListener("change", () => store.commit({ stopped: stopped.input.checked }));

  return {
    show(shown) {
      for (const [layer, kind] of kinds) {
        kind.input.checked = shown.layers.has(layer);
        kind.count.textContent = number(shown.byLayer.get(layer as Layer) ?? 0);
        // One kind alone cannot be put away.
        kind.label.hidden = kinds.size < 2;
      }
      for (const [one, { isShown, n }] of [[undated, shown.undated], [stopped, shown.against]] as const) {
        one.input.checked = isShown;
        one.count.textContent = number(n);
        one.label.hidden = n === 0;
      }
      clear.hidden = shown.look.of === "";
      if (document.activeElement !== find.field) find.field.value = shown.look.of === "" ? "" : nameOf(shown, shown.look.of);
    },
  };
}

function box(words: string, look: string): Box {
  const [input, count] = [node("input", { type: "checkbox" }), node("span", { class: "n quiet" })];
  return { input, count, label: node("label", look === "" ? {} : { class: look }, input, words, " ", count) };
}

const MOST_NAMED = 12;

/** A field that completes names of countries and places among those on the map, without asking the server. */
function finder(columns: Columns, onChoose: (of: string) => void) {
  const list = node("datalist", { id: "explore-places" });
  const field = node("input", { type: "text", list: list.id, autocomplete: "off", placeholder: "a country or a city" });
  const all = optionsOf(columns);
  const byName = new Map(all.map(({ name, of }) => [name, of]));
  const starting = (): Option[] => {
    const typed = folded(field.value);
    return typed.length < 2 ? [] : all.filter(({ key }) => key.startsWith(typed));
  };
  field.addEventListener("input", (event) => {
    const chosen = byName.get(field.value);
    // Niger is not chosen by whoever is writing Nigeria.
    if (chosen !== undefined && !isTyped(event)) return onChoose(chosen);
    list.replaceChildren(...starting().slice(0, MOST_NAMED).map(({ name }) => node("option", { value: name })));
  });
  // What is written in full, or leaves no doubt, is chosen by Enter.
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const some = starting();
    const whole = some.find(({ key }) => key === folded(field.value));
    const one = whole ?? (some.length === 1 ? some[0] : undefined);
    if (one) onChoose(one.of);
  });
  return { field, label: node("label", { class: "find" }, "Place", field, list) };
}

/** By keys, not taken from the list. */
function isTyped(event: Event): boolean {
  return event instanceof InputEvent && /^(insertText|insertComposition|delete)/.test(event.inputType);
}

interface Option {
  name: string;
  key: string;
  of: string;
}

/** Countries first; two places of one name and country are told apart by their ids. */
function optionsOf({ nations, places }: Columns): Option[] {
  const countries = [...nations].filter(([code]) => code !== "").map(([of, name]) => ({ name, of }));
  const cities = places.map(({ id, name, country }) => ({ name: `${name}, ${nations.get(country) ?? country}`, of: id }));
  const count = new Map<string, number>();
  for (const { name } of cities) count.set(name, (count.get(name) ?? 0) + 1);
  const apart = cities.map(({ name, of }) => ({ name: count.get(name) === 1 ? name : `${name} (${of})`, of }));
  return [...countries, ...apart].map((one) => ({ ...one, key: folded(one.name) }));
}

function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
