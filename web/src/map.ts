// The map of ties at one time: drag the year, pick a city, put layers away.

import { MapLibreOverlay } from "@deck.gl/maplibre";
import type { Map as MapLibre } from "maplibre-gl";
import { ask, questionOf, type Atlas } from "./map/atlas";
import { open, recolour, webglWorks } from "./map/basemap";
import { clock } from "./map/clock";
import { coloursOf } from "./map/colours";
import { node } from "./map/dom";
import { labels } from "./map/labels";
import { legend } from "./map/legend";
import { panel } from "./map/panel";
import { layers } from "./map/ties";

const root = document.getElementById("map");
if (root && webglWorks()) start(root);
else if (root) explain(root, "This browser cannot draw the map (it needs WebGL 2). The table has the same ties.");

function start(root: HTMLElement): void {
  const ground = node("div", { class: "ground" });
  const names = node("div", { class: "names" });
  const aside = node("aside", { class: "city", "aria-live": "polite", hidden: "" });
  const words = node("div", { class: "legend" });
  const buttons = node("div", { class: "zoom" });
  root.replaceChildren(node("div", { class: "stage" }, ground, names, buttons, aside), words);

  const map = open(ground, coloursOf(root));
  buttons.append(...zoomButtons(map));
  const overlay = new MapLibreOverlay({ interleaved: false, layers: [], pickingRadius: 6 });
  map.addControl(overlay);

  let atlas: Atlas | null = null;
  let chosen: number | null = null;
  let pinned = false;

  const draw = () => {
    if (!atlas) return;
    root.dataset.ready = "false";
    overlay.setProps({ layers: layers({ atlas, shown: key.shown(), chosen, colours: coloursOf(root) }) });
    void map.once("idle").then(() => (root.dataset.ready = "true"));
    map.triggerRepaint();
  };
  const choose = (index: number | null, pin: boolean) => {
    pinned = pin;
    if (index !== chosen) {
      chosen = index;
      draw();
    }
    if (atlas && index !== null) city.show(atlas, index, key.shown());
    else city.hide();
  };
  const key = legend(words, () => {
    draw();
    choose(chosen, pinned);
  });
  const city = panel(aside, () => choose(null, false));
  const named = labels(map, names, (index) => choose(index, true));
  overlay.setProps({
    onHover: ({ index, layer }) => {
      map.getCanvas().style.cursor = layer ? "pointer" : "";
      if (!pinned) choose(layer ? index : null, false);
    },
    onClick: ({ index, layer }) => choose(layer ? index : null, layer !== null),
  });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape") choose(null, false);
  });

  const question = questionOf(root);
  let latest = 0;
  const load = async (at: string) => {
    const turn = ++latest;
    root.dataset.ready = "false";
    try {
      const answer = await ask({ ...question, at });
      if (turn !== latest) return;
      const kept = chosen === null ? undefined : atlas?.places[chosen]?.id;
      atlas = answer;
      const index = answer.places.findIndex((place) => place.id === kept);
      chosen = null;
      choose(index < 0 ? null : index, pinned && index >= 0);
      key.tell(answer);
      named.show(answer);
      draw();
    } catch (error) {
      explain(words, `The ties could not be loaded: ${error instanceof Error ? error.message : String(error)}.`);
      root.dataset.ready = "true";
    }
  };

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    recolour(map, coloursOf(root));
    draw();
  });
  const form = document.querySelector<HTMLFormElement>("form.clock");
  if (form) clock(form, (at) => void load(at));
  void load(question.at);
}

function zoomButtons(map: MapLibre): HTMLElement[] {
  const button = (text: string, name: string, act: () => void) => {
    const element = node("button", { type: "button", "aria-label": name, title: name }, text);
    element.addEventListener("click", act);
    return element;
  };
  return [
    button("+", "Zoom in", () => map.zoomIn()),
    button("−", "Zoom out", () => map.zoomOut()),
  ];
}

function explain(element: HTMLElement, sentence: string): void {
  element.replaceChildren(node("p", { class: "notice", role: "status" }, sentence));
  if (element.id === "map") element.dataset.ready = "true";
}
