//! An entity as a row of an answer names it.

use comity_model::{EntityId, EntityKind, Point};
use schemars::JsonSchema;
use serde::Serialize;

/// Enough to name it, link to it, and tell it from its namesakes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EntityRef {
    pub id: EntityId,
    pub name: String,
    /// What it is called elsewhere, where `name` is that of the reader's language; else empty.
    #[serde(skip)]
    pub original: String,
    pub kind: EntityKind,
    /// What it is, in plain words: "city", "network", "sister city agreement".
    pub what: String,
    /// The state and country it is in, such as "New York, United States"; may be empty.
    pub place: String,
    /// ISO 3166-1 alpha-2; may be empty.
    pub country: String,
    /// Its name for a web address or a command line, unambiguous where its place tells it apart.
    pub slug: String,
    #[serde(skip)]
    pub point: Option<Point>,
}

impl EntityRef {
    /// "Rochester, New York, United States".
    pub fn full(&self) -> String {
        if self.place.is_empty() { self.name.clone() } else { format!("{}, {}", self.name, self.place) }
    }
}
