//! What the service replies, as it travels: the shapes of version 0.2, with what we add to them.

use std::collections::BTreeMap;

use comity_reconcile::{Feature, MatchOutcome};
use schemars::JsonSchema;
use serde::Serialize;

use crate::answer::{Answer, Hit};
use crate::property::Property;
use crate::refusal::Refusal;
use crate::subject::Subject;
use crate::types::Type;

/// The reply to a batch, by the keys of its queries.
pub(crate) type BatchReply = BTreeMap<String, QueryReply>;

/// A refused query has an `error` and an empty `result`, as the schema of the protocol wants; one without candidates
/// has the decision `none` instead.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "ReconcileQueryReply")]
pub(crate) enum QueryReply {
    Answered {
        result: Vec<Candidate>,
        decision: MatchOutcome,
        /// Why, in a sentence.
        reason: String,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        notes: Vec<String>,
    },
    Refused {
        result: [Candidate; 0],
        error: QueryError,
    },
}

/// Why one query of a batch was refused.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReconcileQueryError")]
pub(crate) struct QueryError {
    status: u16,
    message: String,
}

/// What a name may mean.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReconcileCandidate")]
pub(crate) struct Candidate {
    id: String,
    name: String,
    description: String,
    /// 0 to 100.
    score: f64,
    #[serde(rename = "match")]
    is_match: bool,
    #[serde(rename = "type")]
    types: Vec<TypeName>,
    features: Vec<CandidateFeature>,
}

/// One part of a score; the protocol has `id` and `value`, the sentence is ours.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReconcileFeature")]
struct CandidateFeature {
    id: &'static str,
    value: f64,
    #[serde(skip_serializing_if = "String::is_empty")]
    why: String,
}

/// `{"id": "city", "name": "City or town"}`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReconcileTypeName")]
pub(crate) struct TypeName {
    id: &'static str,
    name: &'static str,
}

/// A type with the one it is a kind of.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReconcileType")]
pub(crate) struct TypeInFull {
    id: &'static str,
    name: &'static str,
    description: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    broader: Vec<TypeName>,
}

/// Something that can be asked of an entity.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReconcileProperty")]
pub(crate) struct PropertyName {
    id: &'static str,
    name: &'static str,
    description: &'static str,
}

pub(crate) fn batch(answers: &BTreeMap<String, Result<Answer<'_>, Refusal>>) -> BatchReply {
    answers.iter().map(|(key, answer)| (key.clone(), QueryReply::from(answer))).collect()
}

impl From<&Result<Answer<'_>, Refusal>> for QueryReply {
    fn from(answer: &Result<Answer<'_>, Refusal>) -> Self {
        match answer {
            Ok(answer) => Self::Answered {
                result: candidates(answer),
                decision: answer.decision,
                reason: answer.reason.clone(),
                notes: answer.notes.clone(),
            },
            Err(refusal) => Self::Refused {
                result: [],
                error: QueryError { status: refusal.status().as_u16(), message: refusal.to_string() },
            },
        }
    }
}

/// The first is a match where the answer is sure.
fn candidates(answer: &Answer<'_>) -> Vec<Candidate> {
    let hits = answer.candidates.iter().zip(0..);
    hits.map(|(hit, place)| candidate(hit, place == 0 && answer.decision == MatchOutcome::Match)).collect()
}

fn candidate(hit: &Hit<'_>, is_match: bool) -> Candidate {
    Candidate {
        id: hit.subject.id().to_string(),
        name: hit.subject.name().into_owned(),
        description: hit.subject.description(),
        score: thousandths(hit.score * 100.0),
        is_match,
        types: types(&hit.subject),
        features: hit.features.iter().map(CandidateFeature::from).collect(),
    }
}

impl From<&Feature> for CandidateFeature {
    fn from(feature: &Feature) -> Self {
        Self { id: feature.name, value: thousandths(feature.score), why: feature.why.clone() }
    }
}

pub(crate) fn types(subject: &Subject<'_>) -> Vec<TypeName> {
    subject.types().into_iter().map(TypeName::from).collect()
}

impl From<Type> for TypeName {
    fn from(of: Type) -> Self {
        Self { id: of.id(), name: of.name() }
    }
}

impl From<Type> for TypeInFull {
    fn from(of: Type) -> Self {
        let broader = of.broader().into_iter().map(TypeName::from).collect();
        Self { id: of.id(), name: of.name(), description: of.help(), broader }
    }
}

impl From<&Property> for PropertyName {
    fn from(property: &Property) -> Self {
        Self { id: property.id, name: property.name, description: property.help }
    }
}

/// Three digits are enough for a reader, and the same on every machine.
fn thousandths(number: f32) -> f64 {
    (f64::from(number) * 1000.0).round() / 1000.0
}
