#![doc = include_str!("../README.md")]

mod bearer;
mod beginning;
mod former;
mod hit;
mod meaning;
mod misspelt;
mod pair;
mod people;
mod rank;
mod resolve;
mod search;
mod variant;
mod whole;
mod within;

pub use hit::{FoundBy, SearchHit};
pub use pair::PlacePair;
pub use resolve::NameResolution;
pub use search::{LONGEST, Search, SearchResults, Typing};
