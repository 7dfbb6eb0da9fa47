// The ties of the explorer as flowmap.gl draws them: clustered, as it does when nothing else is said, on no ground.
// Pressing a circle shows its flows alone. `web/e2e/frames.mjs` measures it.

import { Deck, MapView } from "@deck.gl/core";
import { getLocationCoordsByIndex } from "@flowmap.gl/data";
import { FlowmapLayer } from "@flowmap.gl/layers";
import { fetchColumns } from "../../web/src/explore/columns";

const root = document.getElementById("explore");
const status = root.querySelector("[role=status]");
const [, zoom, latitude, longitude] = /^#map=(.+)\/(.+)\/(.+)$/.exec(location.hash);

/** As many ties of each layer as the explorer shows when it opens: those of agreements. */
function flowsOf({ places, a, b, layer }) {
  const ties = [...layer.keys()].filter((tie) => layer[tie] === "agreements");
  return { locations: places, flows: ties.map((tie) => ({ from: places[a[tie]].id, to: places[b[tie]].id })) };
}

const data = flowsOf(await fetchColumns(new URL("map.bin", location.href)));
let chosen = [];
const deck = new Deck({
  canvas: root.querySelector("canvas"),
  views: new MapView({ repeat: true }),
  controller: true,
  initialViewState: { zoom: Number(zoom), latitude: Number(latitude), longitude: Number(longitude) },
  layers: [layer()],
});

function layer() {
  return new FlowmapLayer({
    id: "ties",
    data,
    filter: chosen.length > 0 ? { selectedLocations: chosen, locationFilterMode: "ALL" } : undefined,
    getLocationId: ({ id }) => id,
    getLocationLat: ({ lat }) => lat,
    getLocationLon: ({ lon }) => lon,
    getLocationName: ({ name }) => name,
    getFlowOriginId: ({ from }) => from,
    getFlowDestId: ({ to }) => to,
    getFlowMagnitude: () => 1,
    onScaleChange: drawn,
  });
}

/** Told when the flows of a view are counted, which it is again after every move. */
function drawn() {
  const said = status.dataset.chosen ?? `${data.flows.length} ties`;
  if (status.textContent !== said) status.textContent = said;
  root.dataset.ready = "true";
}

/** The circles as they are drawn, and where. */
function circles() {
  const [viewport] = deck.getViewports();
  const { circleAttributes } = held().layersData;
  return Array.from({ length: circleAttributes.length }, (_, n) => viewport.project(getLocationCoordsByIndex(circleAttributes, n)));
}

function held() {
  return deck.layerManager.getLayers().find(({ id }) => id === "ties").state;
}

function nearest(all, x, y) {
  const apart = (n) => Math.hypot(all[n][0] - x, all[n][1] - y);
  return [...all.keys()].reduce((one, other) => (apart(other) < apart(one) ? other : one));
}

// What lies under the pointer is looked up here: its own way found nothing in a browser without a graphics card.
root.querySelector("canvas").addEventListener("click", async ({ offsetX, offsetY }) => {
  const { id, name } = await held().dataProvider.getLocationByIndex(nearest(circles(), offsetX, offsetY));
  chosen = [id];
  status.dataset.chosen = name;
  deck.setProps({ layers: [layer()] });
});

/** Where on the page the circle that is nearest to a place lies: to press it. */
window.spot = (lat, lon) => {
  const all = circles();
  return all[nearest(all, ...deck.getViewports()[0].project([lon, lat]))];
};
