//! Answers and records to files, streaming and byte-stable.

mod atom;
mod codebook;
mod error;
mod geojson;
mod gexf;
mod graph_columns;
mod graphml;
mod links;
mod notice;
mod panel;
mod picture;
mod png;
mod records;
mod reference;
mod table;
mod takeaway;
mod view;
mod workbook;
mod xml;

pub use atom::{Feed, FeedEntry, write_atom};
pub use codebook::write_codebook;
pub use error::ExportError;
pub use geojson::{write_geojson, write_view_geojson};
pub use gexf::write_gexf;
pub use graphml::write_graphml;
pub use links::write_links;
pub use notice::{Edition, citation, notice, write_citation_file};
pub use panel::write_panel;
pub use picture::{draw, draw_on_page};
pub use png::render_png;
pub use records::{write_lines, write_tables};
pub use reference::{Reference, ReferenceFormat, ReferenceKind};
pub use table::write_table_csv;
pub use takeaway::{Takeaway, TakeawayFile};
pub use view::write_view_csv;
pub use workbook::write_view_workbook;
