//! What the active entries about one thing add up to.

use std::collections::BTreeSet;

use comity_model::{
    Claim, ClaimId, Decision, EntityId, Judge, Judgement, Reading, Record, Sameness, Slot, Standing,
};

/// An entry that is in the ledger and that nobody has undone or erased.
#[derive(Debug, Clone)]
pub struct Active {
    /// Its number.
    pub seq: i64,
    /// What it says.
    pub record: Record,
}

/// A claim as it stands.
#[derive(Debug, Clone)]
pub struct ClaimState {
    pub id: ClaimId,
    /// The entry of the claim itself, in its latest wording.
    pub entry: i64,
    pub claim: Claim,
    pub standing: Standing,
    /// The judgement that set the standing.
    pub verdict: Option<i64>,
    /// One for each of the claim's mentions.
    pub readings: Vec<SlotReading>,
}

/// What one mention of a claim means, and who says so.
#[derive(Debug, Clone)]
pub struct SlotReading {
    pub slot: Slot,
    pub entity: Option<EntityId>,
    /// The judgement, with its entry; `None` where the record itself names the entity, or nobody does.
    pub judged: Option<LastWord<Reading>>,
    /// What a person said that it does not mean, and did not take back.
    pub not: Vec<EntityId>,
}

/// Whether saying `new` again would change nothing: the last word of its kind is the same.
pub fn says_already(entries: &[Active], new: &Record) -> bool {
    let last = entries.iter().rev().find(|entry| is_replaced(&entry.record, new));
    last.is_some_and(|entry| entry.record == *new)
}

/// Whether, of two records about one thing, the later replaces the earlier.
pub fn is_replaced(old: &Record, new: &Record) -> bool {
    match (old, new) {
        (Record::Judgement(old), Record::Judgement(new)) => {
            old.judge == new.judge && same_question(&old.decision, &new.decision)
        }
        (old, new) => old.kind() == new.kind(),
    }
}

/// Whether two decisions about one thing answer one question: of a mention, or of the claim as a whole.
fn same_question(old: &Decision, new: &Decision) -> bool {
    match (old, new) {
        (Decision::Resolve { readings: old, .. }, Decision::Resolve { readings: new, .. }) => {
            old.iter().any(|old| new.iter().any(|new| old.slot == new.slot))
        }
        (Decision::NotMeant { slot, entity, .. }, Decision::Resolve { readings, .. })
        | (Decision::Resolve { readings, .. }, Decision::NotMeant { slot, entity, .. }) => {
            readings.iter().any(|said| said.slot == *slot && said.entity.as_ref() == Some(entity))
        }
        (
            Decision::NotMeant { slot: old_slot, entity: old, .. },
            Decision::NotMeant { slot: new_slot, entity: new, .. },
        ) => (old_slot, old) == (new_slot, new),
        (old, new) => std::mem::discriminant(old) == std::mem::discriminant(new),
    }
}

/// The claim, from all active entries about it in order. `None`: nothing claims it any more, whatever was judged.
pub fn claim(id: ClaimId, entries: &[Active]) -> Option<ClaimState> {
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
    let standing = verdict.as_ref().map_or(claim.standing, |last| last.said);
    let verdict = verdict.map(|last| last.seq);
    Some(ClaimState { id, entry, claim: claim.clone(), standing, verdict, readings })
}

/// A person's reading outranks the record's own, which outranks a machine's; none stands against a person's
/// later word that it is not meant.
fn read(slot: Slot, stated: Option<&EntityId>, entries: &[Active]) -> SlotReading {
    let judged = last_word(entries, |judgement| match &judgement.decision {
        Decision::Resolve { readings, .. } => readings.iter().find(|reading| reading.slot == slot).cloned(),
        _ => None,
    });
    let not = not_meant(slot, entries);
    let meant = |entity: Option<EntityId>| entity.filter(|entity| !not.contains(entity));
    match (judged, stated) {
        (Some(LastWord { judge: Judge::Machine, .. }) | None, Some(stated)) => {
            SlotReading { slot, entity: meant(Some(stated.clone())), judged: None, not }
        }
        (judged, _) => {
            let entity = meant(judged.as_ref().and_then(|last| last.said.entity.clone()));
            SlotReading { slot, entity, judged, not }
        }
    }
}

/// What people said that the mention does not mean, unless a person later said that it does; by id.
fn not_meant(slot: Slot, entries: &[Active]) -> Vec<EntityId> {
    let mut not = BTreeSet::new();
    for entry in entries {
        let Record::Judgement(Judgement { judge: Judge::Person, decision, .. }) = &entry.record else {
            continue;
        };
        match decision {
            Decision::NotMeant { slot: of, entity, .. } if *of == slot => {
                not.insert(entity.clone());
            }
            Decision::Resolve { readings, .. } => {
                let meant = readings.iter().filter(|reading| reading.slot == slot);
                meant.filter_map(|reading| reading.entity.as_ref()).for_each(|entity| {
                    not.remove(entity);
                });
            }
            _ => {}
        }
    }
    not.into_iter().collect()
}

/// The two entities and whether they are one; of two decisions the later, a person's before a machine's.
pub fn same(entries: &[Active]) -> Option<Same<'_>> {
    let last = last_word(entries, |judgement| match &judgement.decision {
        Decision::Same { a, b, sameness } => Some((a, b, *sameness)),
        _ => None,
    })?;
    let (a, b, sameness) = last.said;
    Some(Same { entry: last.seq, a, b, sameness })
}

/// What was decided last about two entities, and in which entry.
pub struct Same<'e> {
    pub entry: i64,
    pub a: &'e EntityId,
    pub b: &'e EntityId,
    pub sameness: Sameness,
}

/// The decision that counts, by whom, and in which entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastWord<T> {
    pub seq: i64,
    pub judge: Judge,
    pub said: T,
}

/// The latest decision of a person, or else of a machine, among those that `pick` takes.
fn last_word<'e, T>(entries: &'e [Active], pick: impl Fn(&'e Judgement) -> Option<T>) -> Option<LastWord<T>> {
    let picked = entries.iter().filter_map(|entry| match &entry.record {
        Record::Judgement(judgement) => {
            pick(judgement).map(|said| LastWord { seq: entry.seq, judge: judgement.judge, said })
        }
        _ => None,
    });
    picked.max_by_key(|last| (last.judge == Judge::Person, last.seq))
}
