//! The records of what is on file.

use comity_model::{EntityAttribute, EntityKind, Link, LinkAttribute, LinkKind, Period};

use super::TieRecord;
use super::carrying::{Carrying, Lasts};
use super::history::Derived;
use super::left_off::Tie;
use super::post;
use super::succession::Succession;
use super::testimony::{Says, Testimony};
use crate::attribute::dates;
use crate::lifespan::Lifetime;
use crate::snapshot::{EntityIx, Snapshot};

impl Snapshot {
    /// What is known of an agreement: its parties' links are its sides, and what is said of its state is said of it.
    pub fn agreement_record(&self, agreement: EntityIx) -> TieRecord {
        let parties: Vec<(&Link, EntityIx)> = self.incoming_of(LinkKind::Party, agreement).collect();
        let sides: Vec<EntityIx> = self.parties(agreement).into_iter().collect();
        let mut said: Vec<Testimony> =
            parties.iter().map(|(link, _)| Testimony::of_link(self, link, &sides)).collect();
        said.extend(self.told_of_state(agreement, &sides));
        let derived = self.left_off_by_a_party(agreement, &sides, &said);
        self.record_of(said, Carrying::of(LinkKind::Party), &sides, derived)
    }

    /// What is known of a tie that is one link: a membership, an office kept, a post.
    pub fn link_record(&self, kind: LinkKind, subject: EntityIx, object: EntityIx) -> TieRecord {
        let sides = [subject, object];
        let links = self.between(kind, sides);
        let mut said: Vec<Testimony> = links.map(|link| Testimony::of_link(self, link, &sides)).collect();
        let is_one_post = said.windows(2).all(|two| post::is_same(&two[0], &two[1]));
        if kind == LinkKind::Holds && is_one_post {
            return self.post_record(said, subject, object);
        }
        // An office or a programme that was closed is kept or run by nobody.
        let is_lasting = matches!(self.entity(object).kind, EntityKind::Office | EntityKind::Programme);
        if is_lasting && matches!(kind, LinkKind::Keeps | LinkKind::Runs) {
            said.extend(self.told_of_state(object, &sides));
        }
        let tie = Tie { kind, subject, object, partners: &[] };
        let (ends, unlisted) = (self.left_off(&tie, &said), self.unlisted(&tie, &said));
        let derived = Derived { ends, unlisted, ..Derived::default() };
        let (said, carrying) = timed(self, &tie, said);
        self.record_of(said, carrying, &sides, derived)
    }

    /// What is said of the state of a thing, and so of the tie that it is.
    fn told_of_state(&self, thing: EntityIx, sides: &[EntityIx]) -> impl Iterator<Item = Testimony> {
        let states = self.stated(thing, EntityAttribute::State);
        states.filter_map(|(statement, value)| Testimony::of_state(self, statement, says(value)?, sides))
    }

    fn left_off_by_a_party(&self, agreement: EntityIx, sides: &[EntityIx], said: &[Testimony]) -> Derived {
        let mut derived = Derived::default();
        if self.exhaustive(LinkKind::Party).is_empty() {
            return derived;
        }
        for subject in sides.iter().copied() {
            let partners: Vec<EntityIx> = sides.iter().copied().filter(|side| *side != subject).collect();
            let tie = Tie { kind: LinkKind::Party, subject, object: agreement, partners: &partners };
            derived.ends.extend(self.left_off(&tie, said));
            derived.unlisted.extend(self.unlisted(&tie, said));
        }
        derived
    }

    /// What these links of one kind say alone, whatever others say of the same tie; at least one. Where all tell of an
    /// office in a network it is the record of the office, which ends and is carried as a post.
    pub(crate) fn record_of_links(&self, links: &[&Link]) -> TieRecord {
        let mut sides: Vec<EntityIx> = links.iter().filter_map(|link| self.node(&link.subject)).collect();
        sides.sort_unstable();
        sides.dedup();
        let kind = links.first().map_or(LinkKind::Party, |link| link.kind);
        if kind != LinkKind::Party {
            sides.extend(links.iter().filter_map(|link| self.node(&link.object)).take(1));
        }
        let mut said: Vec<Testimony> =
            links.iter().map(|link| Testimony::of_link(self, link, &sides)).collect();
        let is_office = said.iter().all(|one| one.is_office);
        for one in &mut said {
            one.is_office &= !is_office;
        }
        let carrying = Carrying::of(if is_office { LinkKind::Holds } else { kind });
        self.record_of(said, carrying, &sides, Derived::default())
    }

    pub(super) fn record_of(
        &self,
        said: Vec<Testimony>,
        carrying: Carrying,
        sides: &[EntityIx],
        derived: Derived,
    ) -> TieRecord {
        let there: Vec<EntityIx> =
            sides.iter().copied().filter(|side| self.entity(*side).kind != EntityKind::Event).collect();
        let lives = there.iter().map(|side| (Lifetime::of(self, *side), self.successor(*side)));
        let lives: Vec<(Lifetime, Option<Succession>)> = lives.collect();
        let founded = lives.iter().filter_map(|(life, _)| life.founded()).map(|days| days.earliest).max();
        // What became another place did not end: its ties passed on.
        let gone = lives.iter().filter(|(_, next)| next.is_none()).filter_map(|(life, _)| life.dissolved());
        let gone = gone.min_by_key(|days| days.latest).filter(|_| carrying.lasts != Lasts::Moment);
        let mut record = TieRecord::with(said, carrying, founded, derived);
        for succession in lives.iter().filter_map(|(_, next)| *next) {
            record = record.passed(succession);
        }
        match gone {
            Some(bounds) => record.dissolved(bounds),
            None => record,
        }
    }
}

/// How long a tie that is one link lasts. What is done at an event is done on its days; money without a period is given
/// once.
fn timed(snapshot: &Snapshot, tie: &Tie<'_>, mut said: Vec<Testimony>) -> (Vec<Testimony>, Carrying) {
    let is_event = |node: EntityIx| snapshot.entity(node).kind == EntityKind::Event;
    let event = [tie.subject, tie.object].into_iter().find(|end| is_event(*end));
    let is_gift = tie.kind == LinkKind::Backs && said.iter().all(is_money_given_once);
    if event.is_none() && !is_gift {
        return (said, Carrying::of(tie.kind));
    }
    let held = event.and_then(|event| dates(snapshot, event, EntityAttribute::Date));
    let undated = said.iter_mut().filter(|one| one.valid.as_str().is_empty());
    if let Some((days, text)) = held.zip(event.and_then(|event| first_stated(snapshot, event))) {
        undated.for_each(|one| one.valid = Period::from_bounds(text, days, days));
    }
    (said, Carrying::once())
}

/// The day of an event, as the first who states it has it.
fn first_stated(snapshot: &Snapshot, event: EntityIx) -> Option<&str> {
    snapshot.stated(event, EntityAttribute::Date).next().map(|(_, date)| date)
}

fn is_money_given_once(said: &Testimony) -> bool {
    let is_money = said.role.contains_key(&LinkAttribute::Amount)
        || said.role.get(&LinkAttribute::Kind).is_some_and(|kind| kind == "money");
    is_money && !said.valid.as_str().contains('/')
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
