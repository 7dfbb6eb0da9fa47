//! Statements that someone found to be probably garbled, with the reason.

use comity_model::{Certainty, Dispute, Link, Statement};

use super::contradiction::{once, statement_entities};
use super::extent::Extent;
use super::{Conflict, ConflictKind, ConflictSide, Topic};
use crate::snapshot::{EntityRef, Evidence, Snapshot};
use crate::wording;

pub(super) fn readings(extent: &Extent<'_>) -> Vec<Conflict> {
    let disputes = extent.snapshot.disputes().iter().filter(|dispute| extent.may_hold(dispute.claim));
    disputes.filter_map(|dispute| reading(extent.snapshot, dispute)).collect()
}

fn reading(snapshot: &Snapshot, dispute: &Dispute) -> Option<Conflict> {
    let statement = snapshot.statements().iter().find(|statement| statement.id == dispute.claim);
    let Garbled { what, entities, evidence } = match statement {
        Some(statement) => of_statement(snapshot, statement),
        None => of_links(snapshot, dispute)?,
    };
    let says = format!("{} ({})", dispute.why, dispute.by);
    Some(Conflict {
        kind: ConflictKind::DisputedReading,
        topic: Topic::Reading,
        sides: vec![ConflictSide::new(what.clone(), vec![evidence]), ConflictSide::new(says, Vec::new())],
        what,
        certainty: Certainty::Possible,
        entities,
        parameter: String::new(),
    })
}

/// What a claim says that someone doubts.
struct Garbled {
    what: String,
    entities: Vec<EntityRef>,
    evidence: Evidence,
}

fn of_statement(snapshot: &Snapshot, statement: &Statement) -> Garbled {
    Garbled {
        what: wording::statement(&statement.claim),
        entities: statement_entities(snapshot, statement),
        evidence: snapshot.evidence_of_statement(statement),
    }
}

fn of_links(snapshot: &Snapshot, dispute: &Dispute) -> Option<Garbled> {
    let links: Vec<_> = snapshot.all_links().filter(|(link, _, _)| link.claim == dispute.claim).collect();
    let (first, subject, object): (&Link, _, _) = links.first().copied()?;
    let what =
        format!("{} {} {}", snapshot.name(subject), wording::link_phrase(first, true), snapshot.name(object));
    let mut entities: Vec<EntityRef> = links
        .iter()
        .flat_map(|(_, subject, object)| [snapshot.refer(*subject), snapshot.refer(*object)])
        .collect();
    once(&mut entities);
    Some(Garbled { what, entities, evidence: snapshot.evidence_of(first) })
}
