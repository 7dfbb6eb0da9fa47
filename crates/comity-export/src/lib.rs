//! Answers and records to files, streaming and byte-stable.

mod error;
mod geojson;
mod links;
mod notice;
mod picture;
mod records;

pub use error::ExportError;
pub use geojson::write_geojson;
pub use links::write_links;
pub use notice::{Edition, citation, notice};
pub use picture::draw;
pub use records::{write_lines, write_tables};
