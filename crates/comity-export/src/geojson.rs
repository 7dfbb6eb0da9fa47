//! Places and the ties between them as GeoJSON (RFC 7946).

use std::io::Write;

use comity_answer::{Map, MapPlace, MapTie, TieInView, TieView};
use serde_json::{Value, json};

use crate::error::ExportError;
use crate::graph_columns::{MEETING, meeting_values};
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
    let places = map.places.iter().map(place);
    let ties = map.ties.iter().map(|tie| line(map, tie));
    write_features(&head, places.chain(ties), &mut out)
}

/// The same of a view: a feature a tie; of a network's members, which have but one place, a point a member.
pub fn write_view_geojson(
    view: &TieView,
    edition: &Edition,
    mut out: impl Write,
) -> Result<u64, ExportError> {
    let Edition { head, content, .. } = edition;
    let head = json!({
        "at": view.at, "known": view.known, "head": head, "content": content,
        "summary": view.summary, "counts": view.counts, "note": view.note, "notice": notice(edition),
    });
    let places = view.places.iter().map(place);
    let ties = view.ties.iter().map(|tie| tie_of_view(view, tie));
    write_features(&head, places.chain(ties), &mut out)
}

fn write_features(
    head: &Value,
    features: impl Iterator<Item = Value>,
    out: &mut impl Write,
) -> Result<u64, ExportError> {
    write!(out, "{{\"type\":\"FeatureCollection\",\"comity\":{head},\"features\":[")?;
    let mut written = 0;
    for feature in features {
        out.write_all(if written == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, &feature)?;
        written += 1;
    }
    writeln!(out, "\n]}}")?;
    out.flush()?;
    Ok(written)
}

fn tie_of_view(view: &TieView, tie: &TieInView) -> Value {
    let (a, b) = (&view.places[tie.a], &view.places[tie.b]);
    let (here, there) = ([a.lon, a.lat], [b.lon, b.lat]);
    let mut properties = json!({ "a": a.id, "a_name": a.name });
    let geometry = if view.members_of.is_some() {
        json!({ "type": "Point", "coordinates": here })
    } else {
        properties["b"] = json!(b.id);
        properties["b_name"] = json!(b.name);
        json!({ "type": "LineString", "coordinates": [here, there] })
    };
    for (column, value) in MEETING.iter().zip(meeting_values(&tie.meeting)) {
        properties[column.key] = column.value(value);
    }
    json!({ "type": "Feature", "geometry": geometry, "properties": properties })
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
