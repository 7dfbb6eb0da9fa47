// The colours of the map, read from the stylesheet so that light, dark and print agree.

import { LAYERS, type Layer } from "./atlas";

export type Rgb = [number, number, number];

export interface Colours {
  sea: string;
  land: string;
  border: string;
  ink: Rgb;
  paper: Rgb;
  layer: Record<Layer, Rgb>;
}

export function coloursOf(element: HTMLElement): Colours {
  const probe = element.appendChild(document.createElement("span"));
  // The stylesheet has pairs for light and dark: only a property that is used tells which of them holds.
  const value = (name: string) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const layer = Object.fromEntries(LAYERS.map((name) => [name, rgb(value(`--${name}`))]));
  const colours = {
    sea: value("--sea"),
    land: value("--land"),
    border: value("--border"),
    ink: rgb(value("--ink")),
    paper: rgb(value("--paper")),
    layer: layer as Record<Layer, Rgb>,
  };
  probe.remove();
  return colours;
}

/** `rgb(13, 79, 140)`, as a browser gives the colour of an element. */
function rgb(colour: string): Rgb {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}
