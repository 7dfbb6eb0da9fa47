//! Structured files to claims: who says what in which row, and what could not be understood.
//!
//! ```
//! use comity_source::{ReadOptions, read};
//!
//! let file = "city,country,sister,since\nLyon,France,Leipzig,1981\nLyon,France,,\n";
//! let mut reading = read("partners.csv", file.as_bytes(), &ReadOptions::default())?;
//! let rows: Vec<_> = reading.by_ref().collect();
//! assert_eq!(rows[0].records[0].kind(), "claim");
//! assert_eq!(rows[1].problems[0].expected, "a name in every row");
//! assert_eq!(reading.counts().rows, 2);
//!
//! let refused = read("colours.csv", b"colour,taste\nred,sweet\n", &ReadOptions::default());
//! assert!(refused.is_err_and(|error| error.to_string().contains("colour, taste")));
//! # Ok::<(), comity_source::SourceError>(())
//! ```
//!
//! Nothing here opens files or knows the time: the bytes and the days are handed in.
mod about;
mod answer;
mod beside;
pub mod cell;
mod column_look;
mod cut;
mod date_style;
mod delimiter;
mod ditto;
mod dos;
mod east_asian;
mod encoding;
mod entities;
mod error;
mod found_table;
mod geojson;
mod header;
mod heads;
mod known_file;
mod limits;
mod members;
mod month_names;
mod networks;
mod open;
mod page;
mod pairs;
mod party;
pub mod profile;
mod reading;
mod records;
mod roles;
mod several_dates;
mod sheet;
mod sheet_text;
mod shipped;
mod stray_quote;
mod stray_row;
mod table;
mod table_row;
mod transcode;
mod written_date;

pub use error::SourceError;
pub use limits::Limits;
pub use open::read;
pub use page::ListedEntry;
pub use profile::ListProfile;
pub use reading::{Counts, ReadOptions, SourceRow, TableReader};
pub use roles::ColumnRole;
pub use sheet::{CellKind, Sheet, SheetFormat, SheetInfo, SheetRow};
pub use sheet_text::{SheetText, sheet_text};
pub use shipped::{
    is_column_name, naming_networks, needs as shipped_needs, profile as shipped_profile,
    profiles as shipped_profiles,
};
pub use written_date::is_date;
