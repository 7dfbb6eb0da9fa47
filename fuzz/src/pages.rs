//! Pages in HTML and wikitext, and maps in GeoJSON: as whatever their name says that they are.

use comity_source::{ReadOptions, sheet_text};

use crate::tables::{LIMITS, read_all};
use crate::{choice, chosen};

const FILES: [&str; 4] = ["a.html", "a.wiki", "a.geojson", "a"];

pub(crate) fn run(data: &[u8]) {
    let (first, file) = choice(data);
    let options = ReadOptions { limits: LIMITS, ..ReadOptions::default() };
    let name = chosen(&FILES, first).copied().unwrap_or_default();
    if let Ok(Some(table)) = sheet_text(name, file, &options) {
        read_all(&table.text, &table.reading(&options));
    }
}
