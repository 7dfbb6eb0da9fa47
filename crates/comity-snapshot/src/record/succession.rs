//! Places that became others: what was tied to the one is tied to the other.

use comity_model::{Bounds, Day, EntityKind, LinkAttribute, LinkKind, Modality, Polarity, Standing};

use super::TieRecord;
use crate::lifespan::Lifetime;
use crate::snapshot::{EntityIx, Snapshot};

/// A place that became another, by a new name or by a merger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Succession {
    pub from: EntityIx,
    pub to: EntityIx,
    /// It only changed its name.
    pub is_rename: bool,
    /// When it did; `None`: no source says.
    pub on: Option<Bounds>,
}

impl Snapshot {
    /// What a place became; `None`: it is still there, or was divided. Networks and bodies pass nothing on: their
    /// successor has those whom a source names there.
    pub fn successor(&self, place: EntityIx) -> Option<Succession> {
        if self.entity(place).kind != EntityKind::Polity {
            return None;
        }
        let links = self.successions_of(place).filter(|(link, _)| {
            link.standing == Standing::Accepted
                && link.polarity == Polarity::Asserted
                && link.modality == Modality::Done
        });
        let became = links.map(|(link, to)| (link.attributes.get(&LinkAttribute::Kind), link, to));
        let mut became = became.filter(|(kind, _, _)| kind.is_none_or(|kind| kind != "split"));
        let (kind, link, to) = became.next()?;
        let stated = Some(link.valid.start()).filter(|_| !link.valid.as_str().is_empty());
        let on = stated.or_else(|| Lifetime::of(self, place).dissolved());
        Some(Succession { from: place, to, is_rename: kind.is_some_and(|kind| kind == "rename"), on })
    }

    /// What a place became, and what that became, in order.
    pub(super) fn heirs(&self, place: EntityIx) -> impl Iterator<Item = EntityIx> {
        // Of places that are said to have become each other nobody is the last.
        std::iter::successors(self.successor(place), |next| self.successor(next.to))
            .map(|next| next.to)
            .take(8)
    }

    /// The places that became this one.
    pub fn predecessors(&self, place: EntityIx) -> Vec<EntityIx> {
        let links = self.outgoing_of(LinkKind::Succeeds, place);
        let mut before: Vec<EntityIx> = links.map(|(_, before)| before).collect();
        before.retain(|before| self.successor(*before).is_some_and(|next| next.to == place));
        before.sort_unstable();
        before.dedup();
        before
    }
}

impl TieRecord {
    /// Sides that became others, to which the tie passed.
    pub fn successions(&self) -> &[Succession] {
        &self.passed
    }

    /// Those of them that had come about by a day; of some nobody says when.
    pub fn successions_by(&self, day: Day) -> impl Iterator<Item = &Succession> {
        self.passed.iter().filter(move |passed| passed.on.is_none_or(|on| on.earliest <= day))
    }

    /// Whether a side had been merged into another by a day, and no dated source had named the tie since: "not
    /// reaffirmed".
    pub fn is_not_reaffirmed_by(&self, day: Day) -> bool {
        let merged = self.successions_by(day).filter(|passed| !passed.is_rename);
        let last = merged.filter_map(|passed| passed.on).map(|on| on.latest).max();
        last.is_some_and(|merged| self.last_reported(day).is_none_or(|newest| newest <= merged))
    }
}
