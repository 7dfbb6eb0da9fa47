// Land and land borders of Natural Earth (public domain, through world-atlas) as rings of degrees.

import { createRequire } from "node:module";
import { geoEquirectangular, geoPath } from "d3-geo";
import { geoProject } from "d3-geo-projection";
import { feature } from "topojson-client";

const require = createRequire(import.meta.url);

/** Degrees in, degrees out; what d3 does on the way is cut every ring and line at ±180°. */
const cutAtAntimeridian = geoEquirectangular()
  .scale(180 / Math.PI)
  .translate([0, 0])
  .reflectY(true)
  .precision(0);

/** A ring a line: the country's code, then its points as degrees east and north, which the server projects and draws itself. */
function rings(code, geometry, digits) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const point = ([lon, lat]) => `${+lon.toFixed(digits)},${+lat.toFixed(digits)}`;
  return polygons.flat().map((ring) => [code, ...ring.map(point)].join(" "));
}

/** Countries without a number of ISO 3166-1, by the code that GeoNames has for places in them. */
const UNNUMBERED = { Kosovo: "XK", "N. Cyprus": "CY", Somaliland: "SO", "Indian Ocean Ter.": "AU" };

/** ISO 3166-1 alpha-2 of a number of the same list, as Unicode has them. */
function codeOf({ id, properties }) {
  return id ? new Intl.Locale(`und-${id}`).region : (UNNUMBERED[properties.name] ?? "-");
}

function countries(scale, digits) {
  const atlas = require(`world-atlas/countries-${scale}.json`);
  const all = feature(atlas, atlas.objects.countries).features;
  return all.flatMap((country) => rings(codeOf(country), geoProject(country.geometry, cutAtAntimeridian), digits));
}

const isAntarctic = (ring) => ring.split(" ").some((point) => Number(point.split(",")[1] ?? 0) < -60);

/** Countries without Antarctica, at 1:110m for the world. */
export function worldRings() {
  return countries("110m", 1).filter((ring) => !isAntarctic(ring)).join("\n");
}

/** The same at 1:50m, for whoever comes near. A hundredth of a degree is about a kilometre, finer than the original. */
export function groundRings() {
  return countries("50m", 2).filter((ring) => !isAntarctic(ring)).join("\n");
}

/** At 1:50m, of what lies in and around Europe. */
export function europeRings() {
  const isNear = (point) => {
    const [lon, lat] = point.split(",").map(Number);
    return lon > -30 && lon < 60 && lat > 28 && lat < 75;
  };
  return countries("50m", 2).filter((ring) => ring.split(" ").some(isNear)).join("\n");
}

/** Countries at 1:110m as a picture of 360 by 180 degrees, for small maps that the server draws. */
export function landPicture() {
  const atlas = require("world-atlas/countries-110m.json");
  const path = geoPath(geoEquirectangular().scale(180 / Math.PI).translate([180, 90]).precision(0)).digits(1);
  const countries = feature(atlas, atlas.objects.countries);
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 180" preserveAspectRatio="none">' +
    `<path d="${path(countries)}" fill="#9aa39b" fill-opacity=".45" stroke="#8b9298" stroke-width=".25"/></svg>\n`
  );
}
