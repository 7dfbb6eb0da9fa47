//! Places and the ties between them as GeoJSON (RFC 7946).

use std::io::Write;

use comity_answer::{Map, MapPlace, MapTie};
use serde_json::{Value, json};

use crate::error::ExportError;
use crate::notice::{Edition, notice};

/// One feature for each place (a point) and each tie (a line between its two places).
///
/// Lines are the straight chords of the projection a reader chooses; great circles are drawn by the map.
pub fn write_geojson(map: &Map, edition: &Edition, mut out: impl Write) -> Result<u64, ExportError> {
    let Edition { head, content, .. } = edition;
    let head = json!({
        "at": map.at, "known": map.known, "head": head, "content": content,
        "note": map.note, "notice": notice(edition),
    });
    write!(out, "{{\"type\":\"FeatureCollection\",\"comity\":{head},\"features\":[")?;
    let places = map.places.iter().map(place);
    let ties = map.ties.iter().map(|tie| line(map, tie));
    let mut written = 0;
    for feature in places.chain(ties) {
        out.write_all(if written == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut out, &feature)?;
        written += 1;
    }
    writeln!(out, "\n]}}")?;
    out.flush()?;
    Ok(written)
}

fn place(place: &MapPlace) -> Value {
    json!({
        "type": "Feature",
        "id": place.id,
        "geometry": { "type": "Point", "coordinates": [place.lon, place.lat] },
        "properties": { "name": place.name, "country": place.country, "ties": place.ties },
    })
}

fn line(map: &Map, tie: &MapTie) -> Value {
    let (a, b) = (&map.places[tie.a], &map.places[tie.b]);
    json!({
        "type": "Feature",
        "geometry": { "type": "LineString", "coordinates": [[a.lon, a.lat], [b.lon, b.lat]] },
        "properties": {
            "a": a.id, "a_name": a.name, "b": b.id, "b_name": b.name,
            "layer": tie.layer, "basis": tie.basis, "n": tie.n,
        },
    })
}
