//! The records of what is on file.

use comity_model::{Bounds, EntityAttribute, EntityKind, Link, LinkKind};

use super::TieRecord;
use super::carrying::Carrying;
use super::ending::End;
use super::history::Derived;
use super::left_off::Tie;
use super::post;
use super::testimony::{Says, Testimony};
use crate::lifespan::Lifetime;
use crate::snapshot::{EntityIx, Snapshot};

impl Snapshot {
    /// What is known of an agreement: its parties' links are its sides, and what is said of its state is said of it.
    pub fn agreement_record(&self, agreement: EntityIx) -> TieRecord {
        let parties: Vec<(&Link, EntityIx)> =
            self.incoming(agreement).filter(|(link, _)| link.kind == LinkKind::Party).collect();
        let sides: Vec<EntityIx> = parties.iter().map(|(_, party)| *party).collect();
        let mut said: Vec<Testimony> =
            parties.iter().map(|(link, _)| Testimony::of_link(self, link, &sides)).collect();
        let states = self.stated(agreement, EntityAttribute::State);
        said.extend(
            states
                .filter_map(|(statement, value)| Testimony::of_state(self, statement, says(value)?, &sides)),
        );
        let derived =
            Derived { ends: self.left_off_by_a_party(agreement, &sides, &said), ..Derived::default() };
        self.record_of(said, Carrying::of(LinkKind::Party), &sides, derived)
    }

    /// What is known of a tie that is one link: a membership, an office kept, a post.
    pub fn link_record(&self, kind: LinkKind, subject: EntityIx, object: EntityIx) -> TieRecord {
        let sides = [subject, object];
        let links = self.outgoing(subject).filter(|(link, other)| link.kind == kind && *other == object);
        let said: Vec<Testimony> = links.map(|(link, _)| Testimony::of_link(self, link, &sides)).collect();
        let is_one_post = said.windows(2).all(|two| post::is_same(&two[0], &two[1]));
        if kind == LinkKind::Holds && is_one_post {
            return self.post_record(said, subject, object);
        }
        let tie = Tie { kind, subject, object, partners: &[] };
        let derived = Derived { ends: self.left_off(&tie, &said), ..Derived::default() };
        self.record_of(said, Carrying::of(kind), &sides, derived)
    }

    fn left_off_by_a_party(&self, agreement: EntityIx, sides: &[EntityIx], said: &[Testimony]) -> Vec<End> {
        let mut ends = Vec::new();
        for subject in sides.iter().copied().filter(|_| !self.exhaustive(LinkKind::Party).is_empty()) {
            let partners: Vec<EntityIx> = sides.iter().copied().filter(|side| *side != subject).collect();
            let tie = Tie { kind: LinkKind::Party, subject, object: agreement, partners: &partners };
            ends.extend(self.left_off(&tie, said));
        }
        ends
    }

    pub(super) fn record_of(
        &self,
        said: Vec<Testimony>,
        carrying: Carrying,
        sides: &[EntityIx],
        derived: Derived,
    ) -> TieRecord {
        let lives: Vec<Lifetime> = sides
            .iter()
            .filter(|side| self.entity(**side).kind != EntityKind::Event)
            .map(|side| Lifetime::of(self, *side))
            .collect();
        let founded = lives.iter().filter_map(Lifetime::founded).map(|days| days.earliest).max();
        let dissolved: Option<Bounds> =
            lives.iter().filter_map(Lifetime::dissolved).min_by_key(|days| days.latest);
        let record = TieRecord::with(said, carrying, founded, derived);
        match dissolved {
            Some(bounds) => record.dissolved(bounds),
            None => record,
        }
    }
}

/// What a word for the state of an agreement says of it; `None`: nothing of whether it holds.
fn says(state: &str) -> Option<Says> {
    Some(match state {
        "proposed" | "approved" => Says::Planned,
        "signed" | "active" | "dormant" => Says::Holds,
        "suspended" => Says::Suspended,
        "ended" => Says::Ended,
        "revived" => Says::Revived,
        _ => return None,
    })
}
