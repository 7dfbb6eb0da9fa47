//! How a tie stands by what each of its sides did and says, where they differ.

use std::collections::BTreeSet;

use comity_model::Day;

use super::testimony::{Testimony, Voice};
use super::{TieRecord, TieState};
use crate::snapshot::EntityIx;

/// How one side has left a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SideState {
    pub side: EntityIx,
    pub state: TieState,
}

/// One side's own part in a tie.
struct OwnPart {
    left: SideState,
    /// From which day it takes the tie for ended or suspended.
    acted: Option<Day>,
    /// The last day up to the one asked about for which it speaks.
    spoke: Option<Day>,
}

impl TieRecord {
    /// How its sides have left it by a day, where they differ: those that ended or suspended it, and those whose own word is
    /// later. Who has said nothing since is not named, for nobody knows.
    pub fn sides_on(&self, day: Day) -> Vec<SideState> {
        let sides: BTreeSet<EntityIx> = self.said.iter().filter_map(|one| one.side().side()).collect();
        let parts: Vec<OwnPart> =
            sides.into_iter().filter_map(|side| Some(own_part(side, &self.own_word(side)?, day))).collect();
        let Some(first) = parts.iter().filter_map(|part| part.acted).min() else { return Vec::new() };
        let counts = |part: &&OwnPart| part.acted.is_some() || part.spoke.is_some_and(|day| day > first);
        let left: Vec<SideState> = parts.iter().filter(counts).map(|part| part.left).collect();
        if left.iter().any(|one| one.state != left[0].state) { left } else { Vec::new() }
    }

    /// What is known of it by one side's own word and by what all sides signed; `None`: neither is on file.
    pub fn own_word(&self, side: EntityIx) -> Option<Self> {
        let is_own = |one: &&Testimony| one.is_firm && speaks_for(one, side);
        let own: Vec<Testimony> = self.said.iter().filter(is_own).cloned().collect();
        (!own.is_empty()).then(|| Self::new(own, self.history.carrying, self.exists_from))
    }
}

fn own_part(side: EntityIx, own: &TieRecord, day: Day) -> OwnPart {
    let stop = own.ended_on(day).or_else(|| own.suspended_on(day));
    OwnPart {
        left: SideState { side, state: own.on_day(day).0 },
        acted: stop.map(|stop| stop.presumed),
        spoke: own.last_reported(day),
    }
}

/// Whether it is what a side did or says, or what all signed.
fn speaks_for(said: &Testimony, side: EntityIx) -> bool {
    match said.side() {
        Voice::Side(own) => own == side,
        Voice::AllSides => true,
        Voice::Others => false,
    }
}
