//! The ties of a view of the explorer as a table: one line a tie, with what ties the two and who says so.

use std::io::Write;

use comity_answer::{MapPlace, TieInView, TieView};
use comity_model::guard_cell;

use crate::error::ExportError;
use crate::graph_columns::{MEETING, meeting_values};
use crate::notice::Edition;

/// The columns of the two ends; those of what ties them follow.
pub(crate) const ENDS: [(&str, &str); 10] = [
    ("id_a", "the permanent id of the one place: gn and a GeoNames number"),
    ("name_a", "its name"),
    ("country_a", "ISO 3166-1 alpha-2; empty: it lies in none"),
    ("lat_a", "degrees north, where the map draws it: a state at its largest city on file"),
    ("lon_a", "degrees east"),
    ("id_b", "the permanent id of the other place; of a member, of the network"),
    ("name_b", "its name"),
    ("country_b", "ISO 3166-1 alpha-2; empty: a network, or it lies in none"),
    ("lat_b", "degrees north; empty: a network"),
    ("lon_b", "degrees east; empty: a network"),
];

/// The columns that are the same in every line.
pub(crate) const FOR_ALL: [(&str, &str); 2] = [
    ("as_of", "the days looked at, EDTF"),
    ("release", "version, register entry and ledger head, the same in every line"),
];

/// The names of all columns, in their order.
pub(crate) fn heads() -> impl Iterator<Item = &'static str> {
    let ends = ENDS.iter().map(|(name, _)| *name);
    let of_all = FOR_ALL.iter().map(|(name, _)| *name);
    ends.chain(MEETING.iter().map(|column| column.key)).chain(of_all)
}

/// Exactly the ties of the view, in its order. Text that a spreadsheet would take for a formula is guarded.
pub fn write_view_csv(view: &TieView, edition: &Edition, out: impl Write) -> Result<u64, ExportError> {
    let mut file = csv::Writer::from_writer(out);
    file.write_record(heads())?;
    let release = edition.release();
    for tie in &view.ties {
        file.write_record(cells(view, tie, &release).iter().map(|cell| guard_cell(cell).into_owned()))?;
    }
    file.flush()?;
    Ok(view.ties.len() as u64)
}

/// In the order of [`heads`].
pub(crate) fn cells(view: &TieView, tie: &TieInView, release: &str) -> Vec<String> {
    let mut cells = Vec::with_capacity(ENDS.len() + MEETING.len() + FOR_ALL.len());
    cells.extend(end(&view.places[tie.a]));
    cells.extend(match &view.members_of {
        Some(network) => {
            [network.id.to_string(), network.name.clone(), String::new(), String::new(), String::new()]
        }
        None => end(&view.places[tie.b]),
    });
    cells.extend(meeting_values(&tie.meeting));
    cells.extend([view.at.clone(), release.to_owned()]);
    cells
}

fn end(place: &MapPlace) -> [String; 5] {
    let MapPlace { id, name, country, lat, lon, .. } = place;
    [id.to_string(), name.clone(), country.clone(), lat.to_string(), lon.to_string()]
}
