// Names on the map, as buttons that a keyboard can reach: of the largest in view, none over another.

import { node } from "./dom";
import { toScreen, type Camera, type Size } from "./plane";
import type { Dot, Scene } from "./scene";

export interface Names {
  show(scene: Scene, camera: Camera, size: Size): void;
  /** After a move: the same names where their places are now. */
  put(camera: Camera, size: Size): void;
  /** Whose names are there. */
  dots(): Dot[];
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const MOST = { wide: 24, narrow: 9 };
const LETTER_WIDTH = 7;
/** What is pressed is at least so high (WCAG 2.5.8). */
const HEIGHT = 24;

export function names(layer: HTMLElement, onChoose: (of: string) => void): Names {
  let drawn: { dot: Dot; button: HTMLButtonElement }[] = [];
  const put = (camera: Camera, size: Size): void => {
    for (const { dot, button } of drawn) {
      const { x, y } = toScreen(camera, size, dot);
      button.style.transform = `translate(${Math.round(x + dot.radius + 2)}px, ${Math.round(y - HEIGHT / 2)}px)`;
    }
  };
  return {
    put,
    dots: () => drawn.map(({ dot }) => dot),
    show(scene, camera, size) {
      const held = drawn.find(({ button }) => button === document.activeElement)?.dot.of;
      drawn = choice(scene.dots, camera, size).map((dot) => ({ dot, button: buttonOf(dot, onChoose) }));
      layer.replaceChildren(...drawn.map(({ button }) => button));
      drawn.find(({ dot }) => dot.of === held)?.button.focus({ preventScroll: true });
      put(camera, size);
    },
  };
}

function buttonOf(dot: Dot, onChoose: (of: string) => void): HTMLButtonElement {
  const label = labelOf(dot);
  const button = node("button", { type: "button", ...(label === dot.name ? {} : { "aria-label": dot.name }) }, label);
  button.addEventListener("click", () => onChoose(dot.of));
  return button;
}

export function labelOf({ name, label }: Dot): string {
  return label ?? name;
}

function choice(dots: Dot[], camera: Camera, size: Size): Dot[] {
  const most = size.width < 600 ? MOST.narrow : MOST.wide;
  const taken: Box[] = [];
  const chosen: Dot[] = [];
  for (const dot of dots) {
    if (chosen.length === most) break;
    const { x, y } = toScreen(camera, size, dot);
    const box = { left: x - dot.radius, top: y - HEIGHT / 2, right: x + 14 + dot.radius + labelOf(dot).length * LETTER_WIDTH, bottom: y + HEIGHT / 2 };
    const isInside = box.left > 40 && box.right < size.width - 4 && box.top > 4 && box.bottom < size.height - 4;
    if (!isInside || taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    chosen.push(dot);
  }
  return chosen;
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
