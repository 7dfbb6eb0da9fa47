// Tabs over one set of ties: arrows move among them, as the pattern of ARIA has it.

import { node } from "./dom";
import { VIEWS, type View } from "./store";

const WORDS: Record<View, string> = { map: "Map", timeline: "Timeline", network: "Network", table: "Table" };

export interface Tabs {
  list: HTMLElement;
  panels: Record<View, HTMLElement>;
  show(view: View): void;
}

export function tabs(onView: (view: View) => void): Tabs {
  const made = VIEWS.map((view) => node("button", { type: "button", role: "tab", id: `tab-${view}`, "aria-controls": `view-${view}` }, WORDS[view]));
  const panel = (view: View) => node("div", { class: `view ${view}`, role: "tabpanel", id: `view-${view}`, "aria-labelledby": `tab-${view}` });
  const panels = { map: panel("map"), timeline: panel("timeline"), network: panel("network"), table: panel("table") };
  const list = node("div", { role: "tablist", "aria-label": "How to look at the ties" }, ...made);
  made.forEach((tab, i) => tab.addEventListener("click", () => onView(VIEWS[i] ?? "map")));
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const here = made.findIndex((tab) => tab === document.activeElement);
    if (step === undefined || here < 0) return;
    event.preventDefault();
    const next = made[(here + step + made.length) % made.length];
    next?.focus();
    next?.click();
  });
  return {
    list,
    panels,
    show(view) {
      VIEWS.forEach((one, i) => {
        const tab = made[i];
        tab?.setAttribute("aria-selected", String(one === view));
        if (tab) tab.tabIndex = one === view ? 0 : -1;
        panels[one].hidden = one !== view;
      });
    },
  };
}
