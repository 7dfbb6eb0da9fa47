//! A number that a source claims, beside what is held.

use comity_model::{Quantity, Scope, Shape, Statement};
use comity_snapshot::wording::{self, counts_within};
use comity_snapshot::{Evidence, Snapshot, time_of};
use schemars::JsonSchema;
use serde::Serialize;

/// "200 cities, 40 of them in the United States", as the source has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Claimed {
    /// What is counted, in the source's or our words.
    pub wording: String,
    /// "about 30 offices", "160 or more cities"; empty where only a comparison is claimed.
    pub quantity: String,
    pub low: Option<i64>,
    pub high: Option<i64>,
    pub unit: String,
    /// "more than: what the federal department spent"; may be empty.
    pub compared: String,
    /// When it is said to hold, in plain words.
    pub when: String,
    /// The same as EDTF, or the day its source describes; may be empty.
    pub period: String,
    pub evidence: Evidence,
}

/// `None` for a statement that is no count.
pub(crate) fn claimed(snapshot: &Snapshot, statement: &Statement) -> Option<Claimed> {
    let Shape::Count { scope, quantity, compared } = &statement.claim.shape else { return None };
    let bound = |pick: fn(&Quantity) -> Option<i64>| quantity.as_ref().and_then(pick);
    let against = |scope: &Scope| scope.wording.to_string();
    Some(Claimed {
        wording: scope.wording.to_string(),
        quantity: quantity.as_ref().map(|said| counts_within(&wording::quantity(said))).unwrap_or_default(),
        low: bound(|quantity| quantity.low),
        high: bound(|quantity| quantity.high),
        unit: quantity.as_ref().map(|quantity| quantity.unit.to_string()).unwrap_or_default(),
        compared: compared
            .as_ref()
            .map(|other| format!("{} {}", wording::spoken(other.how.as_str()), against(&other.to)))
            .unwrap_or_default(),
        when: wording::when(&statement.claim),
        period: time_of(snapshot, statement).as_str().to_owned(),
        evidence: snapshot.evidence_of_statement(statement),
    })
}
