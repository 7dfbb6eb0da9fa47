//! An entity as a row of an answer names it.

use comity_model::{EntityId, EntityKind, Level, Point};
use serde::Serialize;

use crate::words;
use crate::world::{Node, World};

/// Enough to name it, link to it, and tell it from its namesakes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EntityRef {
    pub id: EntityId,
    pub name: String,
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

impl World {
    pub(crate) fn refer(&self, node: Node) -> EntityRef {
        let entity = self.at(node);
        let place = self.place(node);
        let name = self.name(node);
        EntityRef {
            id: entity.id.clone(),
            what: words::what(entity),
            kind: entity.kind,
            slug: words::slug(&name, &place),
            country: entity.country.as_deref().unwrap_or_default().to_owned(),
            place,
            name,
            point: entity.point,
        }
    }

    /// Its own name; an agreement without one is named by its parties.
    pub(crate) fn name(&self, node: Node) -> String {
        let entity = self.at(node);
        if !entity.name.is_empty() {
            return entity.name.to_string();
        }
        let parties: Vec<&str> =
            self.parties(node).into_iter().map(|party| self.at(party).name.as_str()).collect();
        if parties.is_empty() { entity.id.to_string() } else { parties.join(" – ") }
    }

    fn place(&self, node: Node) -> String {
        let entity = self.at(node);
        let tells = |above: &Node| {
            let above = self.at(*above);
            above.is(Level::Nation) || (above.is(Level::State) && !entity.is(Level::State))
        };
        let above = self.ancestors(node);
        let names: Vec<&str> =
            above.iter().filter(|node| tells(node)).map(|node| self.at(*node).name.as_str()).collect();
        match (names.is_empty(), entity.is(Level::Nation), &entity.country) {
            (true, false, Some(code)) => code.to_string(),
            _ => names.join(", "),
        }
    }
}
