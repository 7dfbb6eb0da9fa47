// The colours of the map, read from the stylesheet so that light, dark and print agree.

import { LAYERS } from "./columns";

const NAMES = ["sea", "land", "border", "ink", "paper", "quiet", "accent", "wrong", "few", "some", "many", "most", ...LAYERS] as const;

export type Colours = Record<(typeof NAMES)[number], string>;

export function coloursOf(element: HTMLElement): Colours {
  const probe = element.appendChild(document.createElement("span"));
  // Where the reader's own colours are forced, a map in one of them would be blank.
  probe.style.setProperty("forced-color-adjust", "none");
  // The stylesheet has pairs for light and dark: only a property that is used tells which of them holds.
  const value = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = Object.fromEntries(NAMES.map((name) => [name, value(name)])) as Colours;
  probe.remove();
  return colours;
}
