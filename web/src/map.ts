// The map of ties at one time: drag the year, pick a city, put layers away.

import { webglWorks } from "./map/basemap";
import { node } from "./map/dom";
import { Explorer } from "./map/explorer";

const root = document.getElementById("map");
if (root && webglWorks()) new Explorer(root).start();
else if (root) {
  const sentence = "This browser cannot draw the map (it needs WebGL 2). The table has the same ties.";
  root.replaceChildren(node("p", { class: "notice", role: "status" }, sentence));
  root.dataset.ready = "true";
  // Nothing will be drawn: its room is given back.
  root.style.minHeight = "0";
}
