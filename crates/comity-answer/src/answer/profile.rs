//! The page of an entity.

use comity_model::{EntityAttribute, EntityId, Name, Point};
use comity_snapshot::conflict::Conflict;
use comity_snapshot::{EntityRef, Evidence};
use schemars::JsonSchema;
use serde::Serialize;

use super::growth::{Growth, LifeGroup};
use super::members::CountryRow;
use super::rolled_up::RolledUp;
use super::timeline::TimelineRow;
use crate::report::{About, Claimed, Figure, Table, TieGroup};

/// The page of an entity.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Profile {
    #[serde(flatten)]
    pub about: About,
    /// The answer in a sentence or two.
    pub summary: String,
    pub entity: EntityRef,
    /// One line that tells it from its namesakes; may be empty.
    pub tells_apart: String,
    /// Of a network: how its members grew.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub growth: Option<Growth>,
    /// Some of its ties over time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lives: Vec<LifeGroup>,
    /// Of a network: members that are or may be, by country, most first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<CountryRow>,
    pub names: Vec<Name>,
    /// The places it lies in, nearest first.
    pub within: Vec<EntityRef>,
    pub point: Option<Point>,
    /// Inhabitants as the gazetteer has them: no claim.
    pub population: Option<u64>,
    pub wikidata: String,
    /// How many ties of each layer, those with none left out.
    pub figures: Vec<Figure>,
    /// What sources say it is, has or was, rival values side by side.
    pub attributes: Vec<AttributeRow>,
    /// Numbers that sources claim about it.
    pub claimed: Vec<Claimed>,
    /// Its own, by kind; declarations open to signature stand apart from the agreements that tie each party to each.
    pub ties: Vec<TieGroup>,
    /// The other ends of its agreements on record, each once: all of them, whatever is chosen and beyond the limit too.
    #[serde(skip)]
    pub partners: Vec<EntityId>,
    /// How well its agreements on record are proved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreements: Option<EvidenceSpread>,
    /// Of an agreement: how much is known of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreement: Option<AgreementInShort>,
    /// Of an event: how many took part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<EventInShort>,
    /// Signatures of others under its declarations.
    pub co_signatures: u64,
    /// Who gave them, each once.
    pub co_signers: u64,
    /// What the places within it have; of a nation, state or county.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rolled_up: Option<RolledUp>,
    /// Acts that are or may be in force over a place: its own, and those of what it lies in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rules: Option<Table>,
    pub conflicts: Vec<Conflict>,
    /// Opinions: attributed, never tested.
    pub opinions: Vec<Evidence>,
    pub history: Vec<TimelineRow>,
    /// Rows of `history` beyond the limit asked for.
    pub history_left_out: u64,
}

/// How well agreements on record are proved: how many by how much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EvidenceSpread {
    pub on_record: u64,
    /// On more than one list, or from more than one source of different origin.
    pub on_several: u64,
    pub on_one: u64,
    /// Lists and sources that name the one that most do.
    pub most: u64,
    /// Whether nothing but lists that do not say where they have it from speak for them.
    pub lists_alone: bool,
    /// Whether all of them are called sister cities.
    pub sister_cities_alone: bool,
    /// Those with a date, or in a dated source.
    pub dated: u64,
    /// Those that are the entity's own word, or signed.
    pub confirmed: u64,
    /// Statements about it whose other end nobody has matched: counted nowhere.
    pub open_matches: u64,
}

/// How much is known of one agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AgreementInShort {
    pub parties: u64,
    /// Statements that it is or was in force.
    pub statements: u64,
    pub sources: u64,
    /// Those of them that do not have it from one another.
    pub origins: u64,
    pub undated_sources: u64,
    /// Sources of different origin that say it ended, whether or not that is taken for so.
    pub reports_of_end: u64,
    /// Whole years from the newest report to the day; 0 where there is none.
    pub years_since_last_report: u64,
    /// The newest day a source speaks for, in words; may be empty.
    pub last_reported: String,
}

/// How many are named as having been at an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EventInShort {
    /// In whatever role; who was invited and stayed away is left out.
    pub participants: u64,
    pub speakers: u64,
}

/// One attribute with every value that a source gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AttributeRow {
    pub attribute: EntityAttribute,
    pub label: String,
    pub values: Vec<StatedValue>,
}

/// One value and who states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StatedValue {
    pub value: String,
    pub unit: String,
    pub when: String,
    pub evidence: Vec<Evidence>,
}
