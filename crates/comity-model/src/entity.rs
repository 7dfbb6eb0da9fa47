//! What can be an end of a link: the nine kinds of entity.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::closed::closed;
use crate::id::EntityId;
use crate::point::Point;

closed! {
    /// The nine kinds.
    EntityKind, "kind of entity" {
        Polity = "polity",
        Network = "network",
        Organisation = "organisation",
        Person = "person",
        Office = "office",
        Agreement = "agreement",
        Act = "act",
        Event = "event",
        Programme = "programme",
    }
}

closed! {
    /// What a polity governs. A polity may have several: Singapore is city and nation.
    Level, "level of polity" {
        City = "city",
        County = "county",
        Metro = "metro",
        State = "state",
        Nation = "nation",
        Supranational = "supranational",
        IndigenousNation = "indigenous-nation",
    }
}

impl Level {
    /// As a reader would say it: "country", "indigenous nation".
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::County => "county",
            Self::Metro => "metropolitan area",
            Self::State => "state",
            Self::Nation => "country",
            Self::Supranational => "supranational body",
            Self::IndigenousNation => "indigenous nation",
        }
    }

    /// All that a polity is: "city and country"; empty where nothing is stated.
    pub fn all_in_words(levels: &[Self]) -> String {
        let words: Vec<&str> = levels.iter().map(|level| level.in_words()).collect();
        words.join(" and ")
    }
}

/// Another name an entity goes by. An empty language means "not stated".
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Name {
    pub text: SmolStr,
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub lang: SmolStr,
}

/// An entity as the register knows it: identity, not facts. Facts that change are attribute claims.
///
/// A polity copies name, level, point and containment from the gazetteer, so that the register stands without it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entity {
    pub id: EntityId,
    pub kind: EntityKind,
    pub name: SmolStr,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<Name>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
    /// What an organisation, agreement, act or event is, in the vocabulary's words: philanthropy, unit,
    /// sister-city, divestment, summit … Empty: not stated.
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub class: SmolStr,
    /// ISO 3166-1 alpha-2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<SmolStr>,
    /// The polities that directly contain it, smallest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub within: Vec<EntityId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<Point>,
    /// Inhabitants, as the gazetteer gives them: to tell homonyms apart, not a claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<SmolStr>,
    /// Which gazetteer the copied values come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gazetteer: Option<SmolStr>,
    /// One line that tells it from its namesakes.
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub about: SmolStr,
}

impl Entity {
    /// An entity with a name and nothing else.
    pub fn new(id: EntityId, kind: EntityKind, name: &str) -> Self {
        Self {
            id,
            kind,
            name: SmolStr::new(name),
            names: Vec::new(),
            levels: Vec::new(),
            class: SmolStr::default(),
            country: None,
            within: Vec::new(),
            point: None,
            population: None,
            wikidata: None,
            gazetteer: None,
            about: SmolStr::default(),
        }
    }

    pub fn is(&self, level: Level) -> bool {
        self.levels.contains(&level)
    }
}

#[cfg(test)]
mod tests {
    use super::Level;

    #[test]
    fn levels_are_said_as_people_say_them() {
        let all: Vec<&str> = Level::ALL.iter().map(|level| level.in_words()).collect();
        assert_eq!(
            all.join(", "),
            "city, county, metropolitan area, state, country, supranational body, indigenous nation"
        );
        assert_eq!(Level::all_in_words(&[Level::City, Level::Nation]), "city and country");
        assert_eq!(Level::all_in_words(&[]), "");
    }
}
