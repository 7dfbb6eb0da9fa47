//! When a tie began and stopped, who ended it, and who lists it.

use std::collections::{BTreeMap, BTreeSet};

use comity_model::{Bounds, ClaimId, Day};

use super::ending::{End, EndReason};
use super::testimony::{EndingActor, Says, Testimony, Voice};
use super::{Rung, TieRecord};
use crate::snapshot::EntityIx;

/// When a spell of a tie began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beginning {
    /// As wide as sources differ; where none states it, it had begun by the latest of these days.
    pub bounds: Bounds,
    pub is_stated: bool,
}

/// The end of a spell, or a suspension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    pub reason: EndReason,
    /// The days between which it came.
    pub bounds: Bounds,
    /// From this day it is taken for so.
    pub presumed: Day,
    /// `None`: nobody says.
    pub by: Option<EndedBy>,
    /// Who says so; none where it follows from a list, a successor or the end of a side.
    pub claims: Vec<ClaimId>,
    /// How many sources of different origin say so.
    pub reports: usize,
}

/// Who or what ended a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EndedBy {
    Party(EntityIx),
    /// More than one of the parties.
    Both,
    Nation(EntityIx),
    Court,
    Law,
    Expiry,
    /// A party or the network is no more.
    Dissolution,
}

/// An association, or another that is no side, whose list names the tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recognition {
    pub by: EntityIx,
    /// The first and the last day of its lists that name it; `None`: they are undated.
    pub listed: Option<Bounds>,
    /// The days of a later list of its own that names all and not this: "no longer listed by …", which is no end.
    pub left_off: Option<Bounds>,
}

impl TieRecord {
    /// When its last spell began; `None`: nobody speaks for any day of it.
    pub fn began(&self) -> Option<Beginning> {
        let spell = self.history.spells.last()?;
        Some(Beginning { bounds: spell.begin, is_stated: spell.begin_is_stated })
    }

    /// When its last spell ended, if it did.
    pub fn ended(&self) -> Option<Bounds> {
        Some(self.history.spells.last()?.end.as_ref()?.bounds)
    }

    /// The ends of its spells, in order.
    pub fn endings(&self) -> Vec<Ending> {
        let ends = self.history.spells.iter().filter_map(|spell| spell.end.as_ref());
        ends.map(|end| self.ending(end)).collect()
    }

    /// What had ended it by a day; `None`: nothing had.
    pub fn ended_on(&self, day: Day) -> Option<Ending> {
        let end = self.history.spell_on(day)?.end.as_ref().filter(|end| end.presumed <= day)?;
        Some(self.ending(end))
    }

    /// The suspension that it is under on a day, whether or not something else stands before it.
    pub fn suspended_on(&self, day: Day) -> Option<Ending> {
        let pause = self.history.suspended.iter().find(|pause| pause.days.holds(day))?;
        Some(self.ending(&pause.report))
    }

    /// The days between which the suspension came that it is under on a day.
    pub fn suspended_since(&self, day: Day) -> Option<Bounds> {
        self.suspended_on(day).map(|pause| pause.bounds)
    }

    /// Who or what ended its last spell; `None`: it did not end, or nobody says.
    pub fn ended_by(&self) -> Option<EndedBy> {
        ended_by(self.history.spells.last()?.end.as_ref()?)
    }

    fn ending(&self, end: &End) -> Ending {
        let told = self.said.iter().filter(|one| end.claims.contains(&one.claim));
        let reports: BTreeSet<_> = told.map(|one| &one.origin).collect();
        let (by, reports) = (ended_by(end), reports.len());
        Ending {
            reason: end.reason,
            bounds: end.bounds,
            presumed: end.presumed,
            by,
            claims: end.claims.clone(),
            reports,
        }
    }

    /// The first day on which an undated source that names it was read.
    pub fn read_day(&self) -> Option<Day> {
        self.undated().filter_map(|one| one.read).min()
    }

    /// How many sources without a date name it: what ended may still be on them.
    pub fn undated_sources(&self) -> usize {
        self.undated().map(|one| &one.origin).collect::<BTreeSet<_>>().len()
    }

    fn undated(&self) -> impl Iterator<Item = &Testimony> {
        self.said.iter().filter(|one| one.is_firm && one.says == Says::Holds && one.seen.is_none())
    }

    /// Those who are no side and whose own lists name it, in order.
    pub fn recognised_by(&self) -> Vec<Recognition> {
        let named = self.said.iter().filter(|one| one.is_firm && one.says == Says::Holds);
        let listed = named.filter(|one| one.voice == Voice::Others && one.rung == Rung::AssociationList);
        let mut all: Vec<Recognition> = Vec::new();
        for said in listed {
            let Some(by) = said.issuer else { continue };
            let named = Recognition { by, listed: said.seen, left_off: None };
            match all.iter_mut().find(|one| one.by == by) {
                Some(one) => {
                    let days = one.listed.into_iter().chain(said.seen);
                    one.listed = days.reduce(Bounds::widened);
                }
                None => all.push(named),
            }
        }
        for one in &mut all {
            let own = self.unlisted.iter().filter(|(issuer, _)| *issuer == one.by).map(|(_, days)| *days);
            let last = one.listed.map_or(Day::PAST, |days| days.latest);
            one.left_off = own.filter(|days| days.earliest > last).min();
        }
        all.sort_by_key(|one| one.by);
        all
    }
}

fn ended_by(end: &End) -> Option<EndedBy> {
    let mut sides: BTreeMap<EntityIx, EntityIx> = BTreeMap::new();
    for actor in &end.actors {
        match actor {
            EndingActor::Side { side, who } => drop(sides.entry(*side).or_insert(*who)),
            EndingActor::Nation(nation) => return Some(EndedBy::Nation(*nation)),
            EndingActor::Court => return Some(EndedBy::Court),
            EndingActor::Law => return Some(EndedBy::Law),
        }
    }
    let sides: Vec<EntityIx> = sides.into_values().collect();
    match (end.reason, sides.as_slice(), end.side) {
        (EndReason::Lapsed, _, _) => Some(EndedBy::Expiry),
        (EndReason::Dissolved, _, _) => Some(EndedBy::Dissolution),
        (_, [side], _) => Some(EndedBy::Party(*side)),
        (_, [_, ..], _) | (EndReason::Said, [], Voice::AllSides) => Some(EndedBy::Both),
        (EndReason::Said, [], Voice::Side(side)) => Some(EndedBy::Party(side)),
        _ => None,
    }
}
