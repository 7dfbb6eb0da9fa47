// The map on the page: a canvas one can move by pointer and by keyboard, names on it, buttons beside it.

import { coloursOf, type Colours } from "./colours";
import { node } from "./dom";
import { draw } from "./draw";
import { ground } from "./ground";
import type { MapPicture } from "./map-file";
import { names } from "./names";
import { around, fromScreen, scaleOf, toDegrees, toPlane, toScreen, within, type Camera, type Point, type Size } from "./plane";
import { grainOf, levelOf, placesIn, placesOf, sceneOf, type Dot, type Scene } from "./scene";
import type { Shown } from "./filter";

export interface Stage {
  show(shown: Shown): void;
  /** Turns to what is chosen, or to the whole world. */
  turn(shown: Shown): void;
  /** Goes near to a cluster that is drawn, to where its places are drawn; false where this is none. */
  enter(of: string): boolean;
  /** To where the address says; false where it says nothing. */
  restore(): boolean;
  scene(): Scene | null;
  /** What is drawn, as a file of the same lines; `null` where the map is not in view. */
  picture(): MapPicture | null;
}

/** After so long without a move the picture is made for where it is. */
const SETTLED_MS = 160;

/** As far out as the frame allows. */
const WHOLE: Camera = { x: 530, y: 420, zoom: 0 };

const LABEL =
  "Map. Arrow keys move it, plus and minus zoom, 0 shows the whole world. The list beside it and the table have the same ties.";

/** `onChoose` is told what was pressed; `onScene` of what is drawn now, after every move that changes it. */
export function stage(root: HTMLElement, onChoose: (of: string) => void, onScene: (scene: Scene) => void): Stage {
  const canvas = node("canvas", { tabindex: "0", role: "application", "aria-label": LABEL });
  const layer = node("div", { class: "names" });
  const tip = node("div", { class: "tip", hidden: "", "aria-hidden": "true" });
  root.append(canvas, layer, tip, buttons((by) => zoom(by), () => whole()));
  // The picture is light and changes whole: drawing it without the graphics card is as fast, and the same everywhere.
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const land = ground(() => ask());
  const labels = names(layer, onChoose);
  let colours: Colours | null = null;
  let camera = WHOLE;
  let [shown, scene]: [Shown | null, Scene | null] = [null, null];
  let pointed = "";
  let frame = 0;
  let settling = 0;
  let waiting: Shown | null = null;

  // Asked of the page when it changes: to ask on every move would have the page laid out anew.
  let measured: Size = { width: 0, height: 0 };
  const size = (): Size => measured;
  const ask = (): void => {
    frame ||= requestAnimationFrame(paint);
  };
  const chosen = (): string => (scene?.dots.some(({ of }) => of === shown?.look.of) ? (shown?.look.of ?? "") : "");
  const paint = (): void => {
    frame = 0;
    if (!context || !scene || !shown || size().width === 0) return;
    const lit = pointed || chosen();
    // Only on the page do the variables of the stylesheet hold.
    colours ??= coloursOf(root);
    draw(context, { camera, size: size(), land: land.at(camera.zoom), hatched: land.hatched(camera.zoom, scene.searched), scene, colours, lit });
    labels.put(camera, size());
  };
  const stretch = (): void => {
    measured = { width: root.clientWidth, height: root.clientHeight };
    const pixels = window.devicePixelRatio || 1;
    [canvas.width, canvas.height] = [size().width * pixels, size().height * pixels];
    // Behind another view the map has no size, and cannot turn to anything.
    if (size().width === 0) return;
    if (waiting) turn(waiting);
    else move(camera);
  };
  const compose = (): void => {
    if (!shown) return;
    scene = sceneOf(shown, camera, size());
    // What was pointed at may be drawn no more: nothing else fades for it.
    if (!scene.dots.some(({ of }) => of === pointed)) hover(null);
    labels.show(scene, camera, size());
    onScene(scene);
    ask();
  };
  /** What is drawn changes with the view only where not all of it is drawn. */
  const settle = (): void => {
    if (shown && !shown.isNarrow && levelOf(shown, camera) !== "countries") compose();
    else if (scene) labels.show(scene, camera, size());
  };
  const move = (to: Camera): void => {
    const before = shown && grainOf(shown, camera);
    camera = within(to, size());
    if (shown && grainOf(shown, camera) !== before) compose();
    ask();
    window.clearTimeout(settling);
    settling = window.setTimeout(() => {
      remember(camera);
      settle();
    }, SETTLED_MS);
  };
  const zoom = (by: number, at: Point = { x: size().width / 2, y: size().height / 2 }): void => {
    const fixed = fromScreen(camera, size(), at);
    const next = within({ ...camera, zoom: camera.zoom + by }, size());
    const scale = scaleOf(next);
    move({ ...next, x: fixed.x - (at.x - size().width / 2) / scale, y: fixed.y - (at.y - size().height / 2) / scale });
  };
  const whole = (): void => move(WHOLE);
  const turn = (to: Shown): void => {
    waiting = size().width === 0 ? to : null;
    if (waiting) return;
    const places = to.isNarrow ? around(placesOf(to), size()) : null;
    move(places ?? WHOLE);
  };
  const near = (at: Point): Dot | undefined => {
    const distance = (dot: Dot): number => {
      const { x, y } = toScreen(camera, size(), dot);
      return Math.hypot(x - at.x, y - at.y) - dot.radius;
    };
    const close = (scene?.dots ?? []).map((dot) => ({ dot, by: distance(dot) })).filter(({ by }) => by < 7);
    return close.sort((one, other) => one.by - other.by)[0]?.dot;
  };
  const hover = (at: Point | null): void => {
    const dot = at ? near(at) : undefined;
    canvas.style.cursor = dot ? "pointer" : "";
    tip.hidden = dot === undefined;
    if (dot && at) {
      tip.textContent = `${dot.name}: ${dot.n.toLocaleString("en")}`;
      tip.style.transform = `translate(${Math.round(Math.max(0, Math.min(at.x + 12, size().width - tip.offsetWidth)))}px, ${Math.round(at.y - 30)}px)`;
    }
    if ((dot?.of ?? "") === pointed) return;
    pointed = dot?.of ?? "";
    ask();
  };

  grip(canvas, {
    move: (dx, dy) => move({ ...camera, x: camera.x - dx / scaleOf(camera), y: camera.y - dy / scaleOf(camera) }),
    zoom,
    hover,
    press: (at) => {
      const dot = near(at);
      if (dot) onChoose(dot.of);
    },
    whole,
  });
  new ResizeObserver(stretch).observe(root);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    colours = null;
    ask();
  });

  return {
    show(next) {
      shown = next;
      compose();
    },
    turn,
    enter(of) {
      const near = shown && around(placesIn(shown, camera, of), size());
      if (near) move(near);
      return near !== null;
    },
    restore() {
      const held = remembered();
      if (held) move(held);
      return held !== null;
    },
    scene: () => scene,
    picture() {
      if (!scene || size().width === 0) return null;
      colours ??= coloursOf(root);
      return { camera, size: size(), outline: land.outline(camera.zoom), hatched: land.hatchedOutline(camera.zoom, scene.searched), scene, colours, lit: chosen(), named: labels.dots() };
    },
  };
}

interface Grip {
  move(dx: number, dy: number): void;
  zoom(by: number, at?: Point): void;
  hover(at: Point | null): void;
  press(at: Point): void;
  whole(): void;
}

/** A pointer that moved less than this was pressed, not dragged. */
const STILL = 4;

function grip(canvas: HTMLCanvasElement, to: Grip): void {
  const held = new Map<number, Point>();
  let moved = 0;
  const at = (event: MouseEvent): Point => {
    const { left, top } = canvas.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  canvas.addEventListener("pointerdown", (event) => {
    held.set(event.pointerId, at(event));
    if (held.size === 1) moved = 0;
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = held.get(event.pointerId);
    const now = at(event);
    if (!before) return to.hover(now);
    held.set(event.pointerId, now);
    const other = [...held].find(([id]) => id !== event.pointerId)?.[1];
    moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    if (other) to.zoom(Math.log2(apart(now, other) / apart(before, other)), middle(now, other));
    else to.move(now.x - before.x, now.y - before.y);
  });
  const release = (event: PointerEvent): void => {
    const was = held.get(event.pointerId);
    held.delete(event.pointerId);
    if (event.type === "pointerup" && was && moved < STILL) to.press(was);
  };
  canvas.addEventListener("pointerup", release);
  canvas.addEventListener("pointercancel", release);
  canvas.addEventListener("pointerleave", () => to.hover(null));
  canvas.addEventListener("dblclick", (event) => to.zoom(1, at(event)));
  canvas.addEventListener(
    "wheel",
    (event) => {
      // The page scrolls on until the map was pressed.
      if (!event.ctrlKey && document.activeElement !== canvas) return;
      event.preventDefault();
      to.zoom(Math.max(-1, Math.min(1, -event.deltaY / 250)), at(event));
    },
    { passive: false },
  );
  canvas.addEventListener("keydown", (event) => {
    const act = KEYS[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act(to);
  });
}

const STEP = 80;

const KEYS: Record<string, (to: Grip) => void> = {
  ArrowLeft: (to) => to.move(STEP, 0),
  ArrowRight: (to) => to.move(-STEP, 0),
  ArrowUp: (to) => to.move(0, STEP),
  ArrowDown: (to) => to.move(0, -STEP),
  "+": (to) => to.zoom(0.5),
  "=": (to) => to.zoom(0.5),
  "-": (to) => to.zoom(-0.5),
  "0": (to) => to.whole(),
};

function apart(one: Point, other: Point): number {
  return Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
}

function middle(one: Point, other: Point): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

function buttons(zoom: (by: number) => void, whole: () => void): HTMLElement {
  const button = (text: string, name: string, act: () => void) => {
    const element = node("button", { type: "button", "aria-label": name, title: name }, text);
    element.addEventListener("click", act);
    return element;
  };
  return node(
    "div",
    { class: "zoom" },
    button("+", "Zoom in", () => zoom(0.75)),
    button("−", "Zoom out", () => zoom(-0.75)),
    button("○", "Whole world", whole),
  );
}

/** `#map=zoom/latitude/longitude`, written without a step in the history: Back leads to the view before, not along a path. */
function remember(camera: Camera): void {
  const { lat, lon } = toDegrees(camera);
  const url = new URL(location.href);
  url.hash = `map=${camera.zoom.toFixed(2)}/${lat.toFixed(2)}/${lon.toFixed(2)}`;
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}

function remembered(): Camera | null {
  const parts = /^#map=(-?[\d.]+)\/(-?[\d.]+)\/(-?[\d.]+)$/.exec(location.hash)?.slice(1).map(Number);
  const [zoom, lat, lon] = parts ?? [];
  if (zoom === undefined || lat === undefined || lon === undefined || !parts?.every(Number.isFinite)) return null;
  return { ...toPlane(lat, lon), zoom };
}
