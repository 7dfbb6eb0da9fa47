//! Kinds of thing that two entities meet in.

use comity_messages::message;
use comity_model::LinkKind;
use schemars::JsonSchema;
use serde::Serialize;

/// What two entities meet in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    Agreements,
    Networks,
    Events,
    Offices,
    Acts,
    Programmes,
    Backing,
    Posts,
    Places,
    Lineage,
}

impl Layer {
    pub const ALL: [Self; 10] = [
        Self::Agreements,
        Self::Networks,
        Self::Events,
        Self::Offices,
        Self::Acts,
        Self::Programmes,
        Self::Backing,
        Self::Posts,
        Self::Places,
        Self::Lineage,
    ];

    /// The word of each, in the same order.
    pub const WORDS: [&'static str; 10] = [
        "agreements",
        "networks",
        "events",
        "offices",
        "acts",
        "programmes",
        "backing",
        "posts",
        "places",
        "lineage",
    ];

    pub fn of(kind: LinkKind) -> Self {
        match kind {
            LinkKind::Party => Self::Agreements,
            LinkKind::Member => Self::Networks,
            LinkKind::TakesPart | LinkKind::Represents => Self::Events,
            LinkKind::Keeps => Self::Offices,
            LinkKind::Adopts | LinkKind::Concerns | LinkKind::Position => Self::Acts,
            LinkKind::Runs | LinkKind::Founds => Self::Programmes,
            LinkKind::Backs | LinkKind::Coordinates => Self::Backing,
            LinkKind::Holds => Self::Posts,
            LinkKind::Within => Self::Places,
            LinkKind::Succeeds => Self::Lineage,
        }
    }

    /// Its name in addresses and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Agreements => "agreements",
            Self::Networks => "networks",
            Self::Events => "events",
            Self::Offices => "offices",
            Self::Acts => "acts",
            Self::Programmes => "programmes",
            Self::Backing => "backing",
            Self::Posts => "posts",
            Self::Places => "places",
            Self::Lineage => "lineage",
        }
    }

    /// As a heading.
    pub fn title(self) -> &'static str {
        let message = match self {
            Self::Agreements => message!("layer-agreements"),
            Self::Networks => message!("layer-networks"),
            Self::Events => message!("layer-events"),
            Self::Offices => message!("layer-offices"),
            Self::Acts => message!("layer-acts"),
            Self::Programmes => message!("layer-programmes"),
            Self::Backing => message!("layer-backing"),
            Self::Posts => message!("layer-posts"),
            Self::Places => message!("layer-places"),
            Self::Lineage => message!("layer-lineage"),
        };
        message.word()
    }
}
