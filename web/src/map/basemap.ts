// The ground the ties are drawn on: sea, land and land borders, nothing else.

import { AttributionControl, Map as MapLibre, setWorkerUrl, type StyleSpecification } from "maplibre-gl";
import type { Colours } from "./colours";

/** Everything the island loads lies beside the script itself. */
const beside = (file: string) => new URL(file, import.meta.url).href;

export function open(container: HTMLElement, colours: Colours): MapLibre {
  setWorkerUrl(beside("map-worker.js"));
  const map = new MapLibre({
    container,
    style: style(colours),
    center: [12, 38],
    zoom: container.clientWidth < 600 ? 0.2 : 1.1,
    minZoom: 0,
    maxZoom: 9,
    hash: "map",
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    cooperativeGestures: true,
    attributionControl: false,
    fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new AttributionControl({ compact: false, customAttribution: "Land: Natural Earth" }));
  return map;
}

export function recolour(map: MapLibre, colours: Colours): void {
  map.setPaintProperty("sea", "background-color", colours.sea);
  map.setPaintProperty("land", "fill-color", colours.land);
  map.setPaintProperty("border", "line-color", colours.border);
}

function style(colours: Colours): StyleSpecification {
  return {
    version: 8,
    sources: { ground: { type: "geojson", data: beside("basemap.json") } },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colours.sea } },
      {
        id: "land",
        type: "fill",
        source: "ground",
        filter: ["==", ["get", "kind"], "land"],
        paint: { "fill-color": colours.land },
      },
      {
        id: "border",
        type: "line",
        source: "ground",
        filter: ["==", ["get", "kind"], "border"],
        paint: { "line-color": colours.border, "line-width": 0.7 },
      },
    ],
  };
}

export function webglWorks(): boolean {
  return document.createElement("canvas").getContext("webgl2") !== null;
}
