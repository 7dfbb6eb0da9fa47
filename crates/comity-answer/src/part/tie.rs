//! One row of ties: whom, through what, since when, how surely, according to whom.

use comity_model::LinkKind;
use serde::Serialize;

use super::{EntityRef, Evidence, Figure, State};

/// What two entities meet in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
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
        match self {
            Self::Agreements => "Agreements",
            Self::Networks => "Networks",
            Self::Events => "Events",
            Self::Offices => "Offices abroad",
            Self::Acts => "Resolutions and laws",
            Self::Programmes => "Programmes and foundings",
            Self::Backing => "Funds, supports or coordinates",
            Self::Posts => "Posts",
            Self::Places => "Places",
            Self::Lineage => "Before and after",
        }
    }
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tie {
    /// The side asked about: the entity itself, or one that lies within it.
    pub near: EntityRef,
    pub other: EntityRef,
    /// The agreement, where the two meet in one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub via: Option<EntityRef>,
    pub layer: Layer,
    /// In plain words: "sister city", "is a member of", "attended as host".
    pub kind: String,
    /// "since 1981", "year: not found".
    pub since: String,
    /// What the sources state, EDTF, different statements joined with " or "; may be empty.
    pub period: String,
    pub state: State,
    /// "confirmed", "may still hold (last seen 2021)", "ended 2022".
    pub state_words: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_seen: Option<LastSeen>,
    /// What is said of its state besides dates: "suspended", "dormant".
    pub said_to_be: Vec<String>,
    /// Who says so.
    pub evidence: Vec<Evidence>,
    /// Who says otherwise: that it is not so, or that it ended.
    pub rivals: Vec<Evidence>,
}

/// The latest day on which a source saw it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LastSeen {
    /// EDTF.
    pub date: String,
    pub words: String,
}

/// Ties of one layer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TieGroup {
    pub layer: Layer,
    pub title: String,
    pub figure: Figure,
    pub rows: Vec<Tie>,
    /// Rows beyond the limit asked for.
    pub left_out: u64,
}

impl TieGroup {
    pub(crate) fn new(layer: Layer, title: &str, rows: Vec<Tie>) -> Self {
        let figure = Figure::of_ties(title, "ties", &rows);
        Self { layer, title: title.to_owned(), figure, rows, left_out: 0 }
    }

    #[must_use]
    pub(crate) fn cut(mut self, limit: usize) -> Self {
        self.left_out = self.rows.len().saturating_sub(limit) as u64;
        self.rows.truncate(limit);
        self
    }
}
