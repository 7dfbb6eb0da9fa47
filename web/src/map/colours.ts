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
  const style = getComputedStyle(element);
  const value = (name: string) => style.getPropertyValue(name).trim();
  const layer = Object.fromEntries(LAYERS.map((name) => [name, rgb(value(`--${name}`))]));
  return {
    sea: value("--sea"),
    land: value("--land"),
    border: value("--border"),
    ink: rgb(value("--ink")),
    paper: rgb(value("--paper")),
    layer: layer as Record<Layer, Rgb>,
  };
}

/** `#rrggbb`, the only notation the stylesheet uses for these variables. */
function rgb(hex: string): Rgb {
  const number = Number.parseInt(hex.slice(1), 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
}
