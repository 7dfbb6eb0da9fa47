//! One claim of the document with its verdict and the evidence on both sides.

use std::collections::BTreeMap;

use comity_messages::{Message, say};
use comity_model::{Certainty, ClaimId, Link, Quantity, Shape, SourceId, Standing, Statement};
use comity_snapshot::conflict::{Conflict, ConflictKind, ConflictSide};
use comity_snapshot::{Evidence, Snapshot};

use super::verdict::Verdict;
use crate::cached_snapshot::CachedSnapshot;

/// A claim, weighed.
#[derive(Debug, Clone)]
pub(super) struct Weighed {
    /// What people call the statement it is part of; may be empty.
    pub(super) label: String,
    pub(super) locator: String,
    pub(super) says: String,
    pub(super) verdict: Verdict,
    pub(super) why: String,
    /// What would lead to another verdict.
    pub(super) would_change: Message,
    pub(super) own: Evidence,
    pub(super) backing: Vec<Evidence>,
    pub(super) against: Vec<Evidence>,
}

impl Weighed {
    /// The document's own claim, who says so too, who does not.
    pub(super) fn evidence(&self) -> impl Iterator<Item = Evidence> + '_ {
        std::iter::once(&self.own).chain(&self.backing).chain(&self.against).cloned()
    }
}

/// What the register has beside one claim.
pub(super) struct Finding {
    pub(super) verdict: Verdict,
    pub(super) why: String,
    pub(super) would_change: Message,
    pub(super) backing: Vec<Evidence>,
    pub(super) against: Vec<Evidence>,
}

impl Finding {
    pub(super) fn new(verdict: Verdict, why: String) -> Self {
        Self { verdict, why, would_change: verdict.would_change(), backing: Vec::new(), against: Vec::new() }
    }

    /// The same where more can be said of what would change it.
    pub(super) fn unless(self, would_change: Message) -> Self {
        Self { would_change, ..self }
    }

    /// Held up by others; alone where there are none.
    pub(super) fn backed(backing: Vec<Evidence>) -> Self {
        if backing.is_empty() {
            return Self::new(Verdict::Alone, say!("checked-nobody-else"));
        }
        Self { backing, ..Self::new(Verdict::Holds, say!("checked-said-elsewhere")) }
    }
}

/// The document that is checked, as its claims are weighed.
pub(super) struct Document<'w> {
    pub(super) snapshot: &'w Snapshot,
    id: &'w SourceId,
    conflicts: BTreeMap<ClaimId, Vec<&'w Conflict>>,
}

impl<'w> Document<'w> {
    pub(super) fn new(snapshot: &'w CachedSnapshot, id: &'w SourceId) -> Self {
        Self { snapshot, id, conflicts: conflicts_by_claim(snapshot) }
    }

    pub(super) fn is_not(&self, source: &SourceId) -> bool {
        source != self.id
    }

    /// Whether a claim of another source has it neither from this document nor from where this one has it.
    pub(super) fn independent(&self, own_primary: &SourceId, source: &SourceId, primary: &SourceId) -> bool {
        self.is_not(source) && self.is_not(primary) && primary != own_primary
    }

    pub(super) fn corroborates(&self, own_primary: &SourceId, link: &Link) -> bool {
        link.standing == Standing::Accepted && self.independent(own_primary, &link.source, &link.root)
    }

    /// The other accepted statements that have it from elsewhere.
    pub(super) fn others(&self, own: &Statement) -> impl Iterator<Item = &'w Statement> {
        let own_primary = primary_source(own).clone();
        let snapshot: &'w Snapshot = self.snapshot;
        snapshot.statements().iter().filter(move |other| {
            other.standing == Standing::Accepted
                && self.independent(&own_primary, &other.claim.source, primary_source(other))
        })
    }

    /// The gravest disagreement that a claim is in.
    pub(super) fn in_conflict(&self, claim: ClaimId) -> Option<Finding> {
        let conflict = self.conflicts.get(&claim)?.iter().min_by_key(|conflict| conflict.kind)?;
        let is_open = conflict.certainty == Certainty::Possible;
        let sides: Vec<&ConflictSide> =
            conflict.sides.iter().filter(|side| self.opposes(side, claim)).collect();
        let says = sides.iter().map(|side| in_words(&side.says)).collect::<Vec<_>>().join("; ");
        let (verdict, why) = match conflict.kind {
            ConflictKind::Contradiction if is_open => {
                (Verdict::Contradicted, say!("conflict-dates-open", says = says))
            }
            ConflictKind::Contradiction => (Verdict::Contradicted, says),
            ConflictKind::Tension => (Verdict::Tension, says),
            ConflictKind::DisputedReading => (Verdict::CopyingError, says),
        };
        let against = sides.iter().flat_map(|side| side.evidence.clone()).collect();
        Some(Finding { against, ..Finding::new(verdict, why) })
    }

    /// Whether a side of a disagreement goes against a claim: of several numbers, those that exclude its own.
    fn opposes(&self, side: &ConflictSide, claim: ClaimId) -> bool {
        let theirs = side.evidence.iter().find_map(|one| quantity_of(self.snapshot, one.claim));
        let excludes =
            quantity_of(self.snapshot, claim).zip(theirs).is_none_or(|(own, theirs)| own.disjoint(theirs));
        excludes && !side.evidence.iter().any(|one| one.claim == claim)
    }
}

fn conflicts_by_claim(snapshot: &CachedSnapshot) -> BTreeMap<ClaimId, Vec<&Conflict>> {
    let mut found: BTreeMap<ClaimId, Vec<&Conflict>> = BTreeMap::new();
    for conflict in snapshot.conflicts() {
        for evidence in conflict.sides.iter().flat_map(|side| &side.evidence) {
            let all = found.entry(evidence.claim).or_default();
            if !all.iter().any(|known| std::ptr::eq(*known, conflict)) {
                all.push(conflict);
            }
        }
    }
    found
}

/// What a claim counts, if it does.
fn quantity_of(snapshot: &Snapshot, claim: ClaimId) -> Option<&Quantity> {
    let found = snapshot.statements().binary_search_by_key(&claim, |statement| statement.id).ok()?;
    match &snapshot.statements()[found].claim.shape {
        Shape::Count { quantity, .. } => quantity.as_ref(),
        _ => None,
    }
}

/// What the other side says, seen from a claim that it goes against.
fn in_words(says: &str) -> String {
    match says {
        "it is so" => say!("checked-others-assert"),
        "it is not, or no longer" => say!("checked-others-deny"),
        says => says.to_owned(),
    }
}

pub(super) fn primary_source(statement: &Statement) -> &SourceId {
    statement.claim.cites.as_ref().unwrap_or(&statement.claim.source)
}
