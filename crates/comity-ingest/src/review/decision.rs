//! One decision of a person as records: what it names comes with it, and every mention gets a judgement of its own.

use std::collections::BTreeSet;

use comity_model::{
    ClaimId, Decision, Entity, EntityId, EntityKind, Judge, Judgement, Mention, Reading, Record, Sameness,
    Slot, Standing,
};
use comity_register::{Committed, HeldClaim, NewBatch, Pending, PendingId};
use smol_str::SmolStr;

use super::new_entity::{self, NewEntity};
use super::{Actor, DecideError, Desk};
use crate::place;

/// What a person decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// The words mean this, be it on file or only in the gazetteer.
    Means(EntityId),
    /// They mean something that neither has.
    New(NewEntity),
    /// They do not mean this: it is not proposed for them again.
    NotMeant(EntityId),
    /// Not sure: put off.
    Unsure,
    /// What the claim as a whole is worth.
    Worth(Standing),
}

impl Desk<'_> {
    /// Records one choice for each of `all`, as one batch; `why` may be empty.
    ///
    /// # Errors
    /// Nothing is recorded when one of them is not there, or what was chosen is nowhere.
    pub async fn decide(
        &self,
        all: &[PendingId],
        choice: &Choice,
        why: &str,
        hand: Actor<'_>,
    ) -> Result<Committed, DecideError> {
        let each: Vec<(PendingId, Choice)> = all.iter().map(|id| (*id, choice.clone())).collect();
        self.decide_each(&each, why, hand).await
    }

    /// Records a choice for each of several, as one batch. A network that one source names alike in many rows is one
    /// question: what is said of it in one row is said of it in all.
    pub async fn decide_each(
        &self,
        all: &[(PendingId, Choice)],
        why: &str,
        hand: Actor<'_>,
    ) -> Result<Committed, DecideError> {
        let mut records = Vec::new();
        let mut title = None;
        let all = self.with_networks_alike(all).await?;
        for (id, choice) in &all {
            let claim = self.claim(*id).await?;
            let words = claim.mention(id.slot).cloned();
            let (brought, meant) = self.brought(choice, words.as_ref()).await?;
            title.get_or_insert_with(|| said(choice, words.as_ref(), meant.as_ref()));
            let decision = decision(*id, choice, meant.map(|entity| entity.id))?;
            records.extend(brought.into_iter().map(Record::Entity));
            let why = if why.trim().is_empty() { title.as_deref().unwrap_or_default() } else { why.trim() };
            let why = SmolStr::new(why);
            records.push(Record::Judgement(Judgement { judge: Judge::Person, decision, why }));
        }
        let title = match (title, all.len()) {
            (None, _) => return Err(DecideError::Nothing),
            (Some(title), 1) => title,
            (Some(title), n) => format!("{n} decisions, the first: {title}"),
        };
        let batch = NewBatch { title, by: hand.by.to_string(), at: hand.at.clone() };
        Ok(self.register.commit(batch, records, &mut |_| ()).await?)
    }

    async fn with_networks_alike(
        &self,
        all: &[(PendingId, Choice)],
    ) -> Result<Vec<(PendingId, Choice)>, DecideError> {
        /// Guessed: as many members as the largest list of one network has.
        const TOGETHER: u32 = 100_000;
        let known = self.now().await?;
        let mut whole = all.to_vec();
        let mut named: BTreeSet<PendingId> = all.iter().map(|(id, _)| *id).collect();
        for (id, choice) in all {
            for pending in self.register.pending_of_claim(known, id.claim).await? {
                let mention = pending.claim.mention(pending.slot);
                let network = mention.is_some_and(|mention| mention.kind == Some(EntityKind::Network));
                if pending.slot != id.slot || !network {
                    continue;
                }
                let alike = self.register.pending_alike(known, &pending.alike, TOGETHER).await?;
                let others = alike.iter().map(Pending::id).filter(|other| named.insert(*other));
                whole.extend(others.map(|other| (other, choice.clone())));
            }
        }
        Ok(whole)
    }

    /// Says whether two entities are one; where they are, `merged` becomes `kept`.
    ///
    /// # Errors
    /// Nothing is recorded when they are one id already.
    pub async fn tell(
        &self,
        merged: &Entity,
        kept: &Entity,
        sameness: Sameness,
        why: &str,
        hand: Actor<'_>,
    ) -> Result<Committed, DecideError> {
        if merged.id == kept.id || merged.kind != kept.kind {
            return Err(DecideError::NotTwo(merged.id.clone(), kept.id.clone()));
        }
        let said = match sameness {
            Sameness::Same => "is the same as",
            Sameness::Distinct => "is not the same as",
            Sameness::Unsure => "may be the same as, not sure:",
        };
        let title = format!("{} ({}) {said} {} ({})", merged.name, merged.id, kept.name, kept.id);
        let why = SmolStr::new(if why.trim().is_empty() { &title } else { why.trim() });
        let decision = Decision::Same { a: merged.id.clone(), b: kept.id.clone(), sameness };
        let judgement = Judgement { judge: Judge::Person, decision, why };
        let batch = NewBatch { title, by: hand.by.to_string(), at: hand.at.clone() };
        Ok(self.register.commit(batch, [Record::Judgement(judgement)], &mut |_| ()).await?)
    }

    async fn claim(&self, id: PendingId) -> Result<HeldClaim, DecideError> {
        let file = self.register.claim(id.claim, self.now().await?).await?;
        Ok(file
            .filter(|file: &comity_register::ClaimDossier| {
                id.slot.is_none_or(|slot| file.held.mention(Some(slot)).is_some())
            })
            .ok_or(DecideError::NothingThere(id))?
            .held)
    }

    /// The entities that a choice brings into the register, and the one it is about.
    async fn brought(
        &self,
        choice: &Choice,
        words: Option<&Mention>,
    ) -> Result<(Vec<Entity>, Option<Entity>), DecideError> {
        let chain = match choice {
            Choice::Means(id) => self.chain(id).await?,
            Choice::New(new) => new_entity::records(self, new, words).await?,
            Choice::NotMeant(id) => return Ok((Vec::new(), self.chain(id).await?.pop())),
            Choice::Unsure | Choice::Worth(_) => Vec::new(),
        };
        let meant = chain.last().cloned();
        Ok((chain, meant))
    }

    /// An entity and what contains it, each as the register has it, or else as the gazetteer does.
    pub(super) async fn chain(&self, id: &EntityId) -> Result<Vec<Entity>, DecideError> {
        let known = self.now().await?;
        if let Some(entity) = self.register.entity(id, known).await? {
            return Ok(vec![entity]);
        }
        let place = self.gazetteer.and_then(|gazetteer| Some((gazetteer, gazetteer.place(id)?)));
        let (gazetteer, place) = place.ok_or_else(|| DecideError::NoEntity(id.clone()))?;
        let mut chain = place::with_containers(gazetteer, place);
        for entity in &mut chain {
            if let Some(held) = self.register.entity(&entity.id, known).await? {
                *entity = held;
            }
        }
        Ok(chain)
    }
}

fn decision(id: PendingId, choice: &Choice, meant: Option<EntityId>) -> Result<Decision, DecideError> {
    let claim = id.claim;
    Ok(match (choice, id.slot, meant) {
        (Choice::Worth(standing), _, _) => Decision::Verdict { claim, standing: *standing },
        (Choice::Unsure, None, _) => Decision::Verdict { claim, standing: Standing::Proposed },
        (Choice::Unsure, Some(slot), _) => resolved(claim, slot, None),
        (Choice::NotMeant(_), Some(slot), Some(entity)) => Decision::NotMeant { claim, slot, entity },
        (Choice::Means(_) | Choice::New(_), Some(slot), Some(entity)) => resolved(claim, slot, Some(entity)),
        _ => return Err(DecideError::Whole(id)),
    })
}

fn resolved(claim: ClaimId, slot: Slot, entity: Option<EntityId>) -> Decision {
    let reading = Reading { slot, entity, score: 0, why: SmolStr::default() };
    Decision::Resolve { claim, readings: vec![reading] }
}

/// The decision in a sentence, for the history and where a person gives no reason.
fn said(choice: &Choice, words: Option<&Mention>, meant: Option<&Entity>) -> String {
    let words = words.map_or_else(
        || "the claim".to_owned(),
        |mention| {
            let country =
                mention.country.as_deref().map(|country| format!(" ({country})")).unwrap_or_default();
            format!("“{}”{country}", mention.text)
        },
    );
    let meant = meant.map(|entity| format!("{} ({})", entity.name, entity.id)).unwrap_or_default();
    match choice {
        Choice::Means(_) => format!("{words} is {meant}"),
        Choice::New(_) => format!("{words} is new: {meant}"),
        Choice::NotMeant(_) => format!("{words} is not {meant}"),
        Choice::Unsure => format!("{words}: not sure"),
        Choice::Worth(standing) => format!("{words}: {standing}"),
    }
}
