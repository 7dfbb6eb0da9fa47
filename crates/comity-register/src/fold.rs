//! What the active entries about one thing add up to.

use comity_model::{
    Claim, ClaimId, Decision, EntityId, Judge, Judgement, Reading, Record, Sameness, Slot, Standing,
};

/// An entry that is in the ledger and that nobody has undone or erased.
#[derive(Debug, Clone)]
pub(crate) struct Active {
    pub(crate) seq: i64,
    pub(crate) digest: String,
    pub(crate) record: Record,
}

/// A claim as it stands.
pub(crate) struct ClaimState {
    pub(crate) id: ClaimId,
    /// The entry of the claim itself, in its latest wording.
    pub(crate) entry: i64,
    pub(crate) claim: Claim,
    pub(crate) standing: Standing,
    /// The judgement that set the standing.
    pub(crate) verdict: Option<i64>,
    /// One for each of the claim's mentions.
    pub(crate) readings: Vec<SlotReading>,
}

/// What one mention of a claim means, and who says so.
pub(crate) struct SlotReading {
    pub(crate) slot: Slot,
    pub(crate) entity: Option<EntityId>,
    /// The judgement, with its entry; `None` where the record itself names the entity, or nobody does.
    pub(crate) judged: Option<(i64, Judge, Reading)>,
}

/// Whether saying `new` again would change nothing: the last word of its kind is the same.
pub(crate) fn says_already(entries: &[Active], new: &Record, digest: &str) -> bool {
    let last = entries.iter().rev().find(|entry| same_matter(&entry.record, new));
    last.is_some_and(|entry| entry.digest == digest)
}

/// Two entries about one thing of which the later replaces the earlier.
fn same_matter(old: &Record, new: &Record) -> bool {
    match (old, new) {
        (Record::Judgement(old), Record::Judgement(new)) => {
            let (old_matter, new_matter) =
                (std::mem::discriminant(&old.decision), std::mem::discriminant(&new.decision));
            old.judge == new.judge && old_matter == new_matter
        }
        (old, new) => old.kind() == new.kind(),
    }
}

/// `None`: nothing claims it any more, whatever was judged about it.
pub(crate) fn claim(id: ClaimId, entries: &[Active]) -> Option<ClaimState> {
    let (entry, claim) = entries.iter().rev().find_map(|entry| match &entry.record {
        Record::Claim(claim) => Some((entry.seq, claim)),
        _ => None,
    })?;
    let verdict = last_word(entries, |judgement| match judgement.decision {
        Decision::Verdict { standing, .. } => Some(standing),
        _ => None,
    });
    let readings = claim.mentions().into_iter();
    let readings = readings.map(|(slot, mention)| read(slot, mention.id.as_ref(), entries)).collect();
    let standing = verdict.as_ref().map_or(claim.standing, |(_, _, standing)| *standing);
    let verdict = verdict.map(|(seq, _, _)| seq);
    Some(ClaimState { id, entry, claim: claim.clone(), standing, verdict, readings })
}

/// A person's reading outranks the record's own, which outranks a machine's.
fn read(slot: Slot, stated: Option<&EntityId>, entries: &[Active]) -> SlotReading {
    let judged = last_word(entries, |judgement| match &judgement.decision {
        Decision::Resolve { readings, .. } => readings.iter().find(|reading| reading.slot == slot).cloned(),
        _ => None,
    });
    match (judged, stated) {
        (Some((_, Judge::Machine, _)) | None, Some(stated)) => {
            SlotReading { slot, entity: Some(stated.clone()), judged: None }
        }
        (judged, _) => {
            let entity = judged.as_ref().and_then(|(_, _, reading)| reading.entity.clone());
            SlotReading { slot, entity, judged }
        }
    }
}

/// The two entities and whether they are one; of two decisions the later, a person's before a machine's.
pub(crate) fn same(entries: &[Active]) -> Option<(i64, &EntityId, &EntityId, Sameness)> {
    let (seq, _, (a, b, sameness)) = last_word(entries, |judgement| match &judgement.decision {
        Decision::Same { a, b, sameness } => Some((a, b, *sameness)),
        _ => None,
    })?;
    Some((seq, a, b, sameness))
}

/// The latest decision of a person, or else of a machine, among those that `pick` takes.
fn last_word<'e, T>(
    entries: &'e [Active],
    pick: impl Fn(&'e Judgement) -> Option<T>,
) -> Option<(i64, Judge, T)> {
    let picked = entries.iter().filter_map(|entry| match &entry.record {
        Record::Judgement(judgement) => pick(judgement).map(|said| (entry.seq, judgement.judge, said)),
        _ => None,
    });
    picked.max_by_key(|(seq, judge, _)| (*judge == Judge::Person, *seq))
}
