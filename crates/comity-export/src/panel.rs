//! A panel as CSV: one line an entity, network and year.

use std::io::Write;

use comity_answer::{Panel, PanelRow};
use comity_model::guard_cell;

use crate::error::ExportError;
use crate::notice::Edition;

/// The columns, and what each means.
pub(crate) const COLUMNS: [(&str, &str); 13] = [
    ("entity_id", "the register's permanent id: gn and a GeoNames number for places"),
    ("entity", "its name with state and country"),
    ("entity_kind", "what it is: city, county, organisation"),
    ("country", "ISO 3166-1 alpha-2; empty: not on file"),
    ("network_id", "the register's permanent id"),
    ("network", "its name"),
    ("year", "a calendar year; a code holds if it holds on some day of it"),
    ("code", "one of the codes above"),
    ("last_seen", "EDTF date of the latest sighting; only with `carried` and `not-placed`"),
    (
        "completeness",
        "of the best look that had the entity and the year in it: complete, partial, sample, unknown; empty: none had",
    ),
    ("claims", "ids of the claims the code rests on, parted by blanks; each is at /claims/{id}"),
    ("sources", "ids of the sources looked at and of those whose claims the code rests on, parted by blanks"),
    ("release", "version, register entry and ledger head, the same in every line"),
];

/// By entity, network and year. Text that a spreadsheet would take for a formula is guarded.
///
/// Cost: one line at a time; nothing is held.
pub fn write_panel(panel: &Panel<'_>, edition: &Edition, out: impl Write) -> Result<u64, ExportError> {
    let mut file = csv::Writer::from_writer(out);
    file.write_record(COLUMNS.map(|(name, _)| name))?;
    let release = edition.release();
    let mut written = 0;
    for row in panel.rows() {
        file.write_record(cells(&row, &release).iter().map(|cell| guard_cell(cell).into_owned()))?;
        written += 1;
    }
    file.flush()?;
    Ok(written)
}

fn cells(row: &PanelRow<'_>, release: &str) -> [String; 13] {
    let PanelRow { entity, network, year, code, last_seen, completeness, claims, sources } = row;
    [
        entity.id.to_string(),
        entity.full(),
        entity.what.clone(),
        entity.country.clone(),
        network.id.to_string(),
        network.name.clone(),
        year.to_string(),
        code.to_string(),
        last_seen.clone(),
        completeness.map(|how| how.to_string()).unwrap_or_default(),
        joined(claims),
        joined(sources),
        release.to_owned(),
    ]
}

fn joined(ids: &[impl ToString]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}
