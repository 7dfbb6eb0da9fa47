// Ties as great-circle lines and places as dots: one colour a layer, dots and dashes for what may still hold.

import type { LayersList } from "@deck.gl/core";
import { ArcLayer, ScatterplotLayer } from "@deck.gl/layers";
import type { Atlas, Layer, Tie } from "./atlas";
import type { Colours, Rgb } from "./colours";

export interface View {
  atlas: Atlas;
  shown: ReadonlySet<Layer>;
  /** Index of the place whose ties stand out, if any. */
  chosen: number | null;
  colours: Colours;
}

/** Beyond this many lines or places each one gets fainter or smaller and is drawn more cheaply. */
const MANY = 2_000;

export function layers(view: View): LayersList {
  const shown = view.atlas.ties.filter((tie) => view.shown.has(tie.layer));
  return [arcs("possible", shown, view), arcs("confirmed", shown, view), dots(view)];
}

/** Lines of one certainty as typed arrays: 25,000 of them go to the GPU without one object each. */
function arcs(certainty: Tie["certainty"], shown: Tie[], view: View) {
  const ties = shown.filter((tie) => tie.certainty === certainty);
  const source = new Float32Array(ties.length * 2);
  const target = new Float32Array(ties.length * 2);
  const colour = new Uint8Array(ties.length * 4);
  const width = new Float32Array(ties.length);
  ties.forEach((tie, i) => {
    const [a, b] = [view.atlas.places[tie.a], view.atlas.places[tie.b]];
    if (!a || !b) return;
    source.set([a.lon, a.lat], i * 2);
    target.set([b.lon, b.lat], i * 2);
    colour.set([...view.colours.layer[tie.layer], opacity(tie, view.chosen, shown.length)], i * 4);
    width[i] = Math.min(4, 1 + Math.log2(tie.n) / 2);
  });
  const paint = { value: colour, size: 4, normalized: true };
  const Line = certainty === "possible" ? DashedArcLayer : ArcLayer;
  return new Line({
    id: `ties-${certainty}`,
    data: {
      length: ties.length,
      attributes: {
        getSourcePosition: { value: source, size: 2 },
        getTargetPosition: { value: target, size: 2 },
        getSourceColor: paint,
        getTargetColor: paint,
        getWidth: { value: width, size: 1 },
      },
    },
    getHeight: 0,
    greatCircle: true,
    numSegments: shown.length > MANY ? 40 : 80,
    widthScale: certainty === "possible" ? 0.9 : 1.25,
  });
}

/** Of 255. Falls with the square root of the number of lines, so that the whole keeps about the same ink. */
function opacity(tie: Tie, chosen: number | null, lines: number): number {
  const full = tie.certainty === "confirmed" ? 190 : 140;
  if (chosen === tie.a || chosen === tie.b) return full + 50;
  const crowd = Math.sqrt(Math.max(1, lines / 400));
  return Math.max(3, full / crowd / (chosen === null ? 1 : 7));
}

const DASH_PIXELS = 7;
const DASH = `
  float pixels = 1.0 / max(length(vec2(dFdx(geometry.uv.x), dFdy(geometry.uv.x))), 1e-6);
  float dashes = exp2(floor(log2(max(pixels / ${DASH_PIXELS}.0, 1.0))));
  if (fract(geometry.uv.x * dashes) > 0.6) discard;
`;

/**
 * Breaks each line into dashes, so that doubt survives colour blindness.
 *
 * `uv.x` runs from 0 to 1 along the line; its screen-space derivative tells how many pixels that is.
 * Dash counts are powers of two, so that dashes nest where the scale changes along the line.
 */
class DashedArcLayer extends ArcLayer {
  static override layerName = "DashedArcLayer";

  override getShaders() {
    const shaders = super.getShaders();
    return { ...shaders, inject: { ...shaders.inject, "fs:DECKGL_FILTER_COLOR": DASH } };
  }
}

function dots({ atlas, chosen, colours }: View) {
  const { places } = atlas;
  const position = new Float32Array(places.length * 2);
  const radius = new Float32Array(places.length);
  const fill = new Uint8Array(places.length * 4);
  places.forEach((place, i) => {
    position.set([place.lon, place.lat], i * 2);
    radius[i] = radiusOf(place.ties) * (places.length > MANY ? 0.65 : 1);
    fill.set([...dotColour(i === chosen, colours), 235], i * 4);
  });
  const paint = { value: fill, size: 4, normalized: true };
  return new ScatterplotLayer({
    id: "places",
    data: {
      length: places.length,
      attributes: {
        getPosition: { value: position, size: 2 },
        getRadius: { value: radius, size: 1 },
        getFillColor: paint,
      },
    },
    radiusUnits: "pixels",
    stroked: true,
    getLineColor: [...colours.paper, 255],
    lineWidthUnits: "pixels",
    getLineWidth: places.length > MANY ? 0.5 : 1,
    pickable: true,
  });
}

/** Area grows with the number of ties, up to a size that leaves the map readable. */
export function radiusOf(ties: number): number {
  return Math.min(9, 2 + Math.sqrt(ties) * 0.55);
}

function dotColour(isChosen: boolean, colours: Colours): Rgb {
  return isChosen ? colours.layer.offices : colours.ink;
}
