// Names of the most tied cities in view, as links that a keyboard can reach.

import type { Map as MapLibre } from "maplibre-gl";
import { mounted } from "../mount";
import type { Atlas, Place } from "./atlas";
import { radiusOf } from "./ties";

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Label {
  index: number;
  place: Place;
  link: HTMLAnchorElement;
}

export interface Labels {
  show(atlas: Atlas): void;
}

const MOST_ON_WIDE = 26;
const MOST_ON_NARROW = 9;
const LINE_HEIGHT = 16;
const LETTER_WIDTH = 7;

/** `onPointer` is told of the place under the pointer; a name that gets the keyboard's focus changes nothing. */
export function labels(map: MapLibre, layer: HTMLElement, onPointer: (index: number) => void): Labels {
  let order: [number, Place][] = [];
  let drawn: Label[] = [];

  const put = () => {
    for (const { place, link } of drawn) {
      const { x, y } = screen(map, place);
      link.style.transform = `translate(${Math.round(x + radiusOf(place.ties) + 3)}px, ${Math.round(y - LINE_HEIGHT / 2)}px)`;
    }
  };
  const choose = () => {
    const focused = drawn.find(({ link }) => link === document.activeElement)?.index;
    drawn = choice(map, order).map(([index, place]) => ({ index, place, link: linkTo(place) }));
    layer.replaceChildren(...drawn.map(({ link }) => link));
    for (const { index, link } of drawn) {
      link.addEventListener("pointerenter", () => onPointer(index));
      if (index === focused) link.focus({ preventScroll: true });
    }
    put();
  };
  map.on("move", put);
  map.on("moveend", choose);
  map.on("resize", choose);

  return {
    show(atlas) {
      order = atlas.places.map((place, i): [number, Place] => [i, place]);
      order.sort(([, one], [, other]) => other.ties - one.ties || one.name.localeCompare(other.name));
      choose();
    },
  };
}

/** The most tied places first, skipping any whose name would cover one already placed. */
function choice(map: MapLibre, order: [number, Place][]): [number, Place][] {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const most = width < 600 ? MOST_ON_NARROW : MOST_ON_WIDE;
  const taken: Box[] = [];
  const chosen: [number, Place][] = [];
  for (const [index, place] of order) {
    if (chosen.length === most) break;
    const { x, y } = screen(map, place);
    const box = { left: x, top: y - 9, right: x + 12 + place.name.length * LETTER_WIDTH, bottom: y + 9 };
    const inside = box.left > 4 && box.right < width - 4 && box.top > 4 && box.bottom < height - 28;
    if (!inside || taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    chosen.push([index, place]);
  }
  return chosen;
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Of the repeated worlds, the copy of the place that is nearest to the middle of the map. */
function screen(map: MapLibre, place: Place): { x: number; y: number } {
  const turns = Math.round((map.getCenter().lng - place.lon) / 360);
  return map.project([place.lon + turns * 360, place.lat]);
}

function linkTo(place: Place): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = entityHref(place.id);
  link.textContent = place.name;
  return link;
}

/** The page of a place, at the same `at` and `known` as this one. */
export function entityHref(id: string): string {
  const here = new URL(location.href).searchParams;
  const kept = new URLSearchParams();
  for (const key of ["at", "known"]) {
    const value = here.get(key);
    if (value) kept.set(key, value);
  }
  const query = kept.toString();
  return mounted(`/entities/${encodeURIComponent(id)}${query && `?${query}`}`);
}
