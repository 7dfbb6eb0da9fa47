//! What reading one document gives: one JSON line.

use comity_model::{EntityId, EntityKind};
use serde::Serialize;

/// One document, read.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentReading {
    pub doc: String,
    /// In Unicode scalar values, as all offsets here.
    pub text_len: usize,
    pub mentions: Vec<ReadMention>,
    /// Claims the text seems to make. None are proposed yet from plain text.
    pub proposals: Vec<Proposal>,
}

/// A claim read off a text. There is no way to make one yet.
#[derive(Debug, Clone, Serialize)]
pub enum Proposal {}

/// A stretch of the text that names something.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReadMention {
    pub start: usize,
    /// One past the last scalar value.
    pub end: usize,
    pub text: String,
    /// What the first candidate is.
    pub kind: EntityKind,
    pub candidates: Vec<MentionCandidate>,
}

/// What it may mean.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MentionCandidate {
    pub id: EntityId,
    pub geonames_id: Option<u32>,
    pub name: String,
    /// ISO 3166-1 alpha-2; empty for what lies in no country.
    pub country: String,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    /// 0 to 1: only the order means something.
    pub score: f64,
}
