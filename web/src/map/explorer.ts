// One map on a page: what is loaded, which city is chosen, and who must hear when that changes.

import { MapLibreOverlay } from "@deck.gl/maplibre";
import type { Map as MapLibre } from "maplibre-gl";
import { ask, questionOf, type Atlas, type Question } from "./atlas";
import { open, recolour } from "./basemap";
import { clock, type Clock } from "./clock";
import { coloursOf } from "./colours";
import { node } from "./dom";
import { labels, type Labels } from "./labels";
import { countOf, legend, type Legend } from "./legend";
import { panel, type Panel } from "./panel";
import { layers } from "./ties";

export class Explorer {
  private readonly question: Question;
  private readonly map: MapLibre;
  private readonly overlay: MapLibreOverlay;
  private readonly key: Legend;
  private readonly city: Panel;
  private readonly names: Labels;
  private clock: Clock | null = null;

  private atlas: Atlas | null = null;
  private chosen: number | null = null;
  /** A pinned city stays when the pointer leaves it. */
  private pinned = false;
  /** Counts the questions asked, so that a late answer cannot overwrite a newer one. */
  private asked = 0;

  constructor(private readonly root: HTMLElement) {
    const ground = node("div", { class: "ground" });
    const names = node("div", { class: "names" });
    const zoom = node("div", { class: "zoom" });
    const aside = node("aside", { class: "city", "aria-live": "polite", hidden: "" });
    const words = node("div", { class: "legend" });
    root.replaceChildren(node("div", { class: "stage" }, ground, names, zoom, aside), words);

    this.question = questionOf(root);
    this.map = open(ground, coloursOf(root));
    zoom.append(...zoomButtons(this.map));
    this.key = legend(words, () => this.refresh());
    this.city = panel(aside, () => this.choose(null, false));
    this.names = labels(this.map, names, (index) => this.glance(index));
    this.overlay = new MapLibreOverlay({
      interleaved: false,
      layers: [],
      pickingRadius: 6,
      onHover: ({ index, layer }) => {
        this.map.getCanvas().style.cursor = layer ? "pointer" : "";
        this.glance(layer ? index : null);
      },
      onClick: ({ index, layer }) => this.choose(layer ? index : null, layer !== null),
    });
    this.map.addControl(this.overlay);
  }

  start(): void {
    this.root.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.choose(null, false);
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      recolour(this.map, coloursOf(this.root));
      this.draw();
    });
    const form = document.querySelector<HTMLFormElement>("form.clock");
    if (form) this.clock = clock(form, (at) => void this.load(at));
    void this.load(this.question.at);
  }

  private async load(at: string): Promise<void> {
    const turn = ++this.asked;
    this.root.dataset.ready = "false";
    try {
      const atlas = await ask({ ...this.question, at });
      if (turn === this.asked) this.show(atlas);
    } catch (error) {
      if (turn === this.asked) this.explain(error);
    }
  }

  /** The chosen city stays chosen if it still has ties at the new time. */
  private show(atlas: Atlas): void {
    const kept = this.chosen === null ? undefined : this.atlas?.places[this.chosen]?.id;
    const index = atlas.places.findIndex(({ id }) => id === kept);
    this.atlas = atlas;
    this.chosen = index < 0 ? null : index;
    this.pinned &&= index >= 0;
    this.key.tell(atlas);
    this.names.show(atlas);
    this.clock?.tell(countOf(atlas));
    this.refresh();
  }

  private explain(error: unknown): void {
    this.key.fail(`The ties could not be loaded: ${error instanceof Error ? error.message : String(error)}.`);
    this.root.dataset.ready = "true";
  }

  private glance(index: number | null): void {
    if (!this.pinned && index !== this.chosen) this.choose(index, false);
  }

  private choose(index: number | null, pin: boolean): void {
    this.pinned = pin;
    if (index === this.chosen) return;
    this.chosen = index;
    this.refresh();
  }

  private refresh(): void {
    this.draw();
    if (this.atlas && this.chosen !== null) this.city.show(this.atlas, this.chosen, this.key.shown());
    else this.city.hide();
  }

  private draw(): void {
    const { atlas, chosen, root } = this;
    if (!atlas) return;
    root.dataset.ready = "false";
    this.overlay.setProps({ layers: layers({ atlas, chosen, shown: this.key.shown(), colours: coloursOf(root) }) });
    void this.map.once("idle").then(() => {
      leaveOneStop(root, this.map);
      root.dataset.ready = "true";
    });
    this.map.triggerRepaint();
  }
}

/** The ties are drawn on a canvas of their own, which has no name and nothing to do for a keyboard. */
function leaveOneStop(root: HTMLElement, map: MapLibre): void {
  for (const canvas of root.querySelectorAll("canvas")) {
    if (canvas !== map.getCanvas()) canvas.tabIndex = -1;
  }
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
