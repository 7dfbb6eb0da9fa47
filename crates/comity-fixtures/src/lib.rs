//! Small worlds and builders for tests.
//!
//! A test writes down the world it is about and nothing else:
//!
//! ```
//! let holdings = comity_fixtures::small_world(r#"
//!     nation france
//!     city lyon in france
//!     city leipzig
//!     source city-of-leipzig official-list 2024
//!     lyon — leipzig 1981/.. per city-of-leipzig
//! "#);
//! assert_eq!(holdings.links.len(), 2);
//! assert_eq!(holdings.links[0].valid.as_str(), "1981/..");
//! ```

mod atlas;
mod case_file;
mod dice;
mod line;
mod mess;
mod shared;
mod small_world;

pub use atlas::atlas;
pub use case_file::{answered, case_files, shared_world};
pub use dice::Dice;
pub use mess::{KnownPlace, Mess};
pub use shared::{case, gazetteer_bytes, gazetteer_path, golden, needs_gazetteer, shared, skip};
pub use small_world::small_world;
