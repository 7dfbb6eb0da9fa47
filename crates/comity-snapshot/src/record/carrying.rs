//! For how long a tie is taken to go on after it was last reported: one table by kind, shown with every answer.

use comity_model::{Day, LinkKind};

use super::stretch::years_after;

/// How ties of one kind are carried from their last sighting, and what begins them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Carrying {
    pub lasts: Lasts,
    /// Whether a bare date ("1985") says when it began; else it is a sighting.
    pub bare_date_begins: bool,
    /// Whether who gives a beginning as a bare date speaks for the day of writing too: a list of agreements does, a history
    /// of acts does not.
    pub beginning_is_seen: bool,
    /// Whether days between two sightings further apart than it is carried are taken for held.
    pub interpolates: bool,
}

/// How long a tie goes on that nobody reports any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lasts {
    /// Until somebody ends it; its age is said.
    WithoutLimit,
    /// So many years after the last sighting.
    Years(u16),
    /// It is done on its day, and has happened then.
    Moment,
}

/// An agreement, and what lies in what.
const LASTING: Carrying = Carrying {
    lasts: Lasts::WithoutLimit,
    bare_date_begins: true,
    beginning_is_seen: true,
    interpolates: true,
};
/// Memberships, offices, coordination, standing, running a programme.
const REPORTED: Carrying =
    Carrying { lasts: Lasts::Years(5), bare_date_begins: false, beginning_is_seen: true, interpolates: true };
/// One term of a post.
const POST: Carrying = Carrying {
    lasts: Lasts::Years(4),
    bare_date_begins: false,
    beginning_is_seen: true,
    interpolates: false,
};
/// Money with a period, and support that is not money.
const BACKING: Carrying =
    Carrying { lasts: Lasts::Years(5), bare_date_begins: false, beginning_is_seen: true, interpolates: true };
/// What an act binds its adopters to.
const BINDING: Carrying = Carrying {
    lasts: Lasts::Years(10),
    bare_date_begins: true,
    beginning_is_seen: false,
    interpolates: true,
};
/// What is done once.
const ONCE: Carrying =
    Carrying { lasts: Lasts::Moment, bare_date_begins: true, beginning_is_seen: true, interpolates: false };

impl Carrying {
    /// Of an act that binds, or that only says something.
    pub const fn of_act(binds: bool) -> Self {
        if binds { BINDING } else { ONCE }
    }

    /// The last day it is carried to from a sighting.
    pub(super) fn last_day(self, seen: Day) -> Day {
        match self.lasts {
            Lasts::WithoutLimit => Day::FUTURE,
            Lasts::Years(years) => years_after(seen, years),
            Lasts::Moment => seen,
        }
    }

    /// Of what is done once, and has happened then.
    pub const fn once() -> Self {
        ONCE
    }

    /// By the kind of link.
    pub const fn of(kind: LinkKind) -> Self {
        match kind {
            LinkKind::Party | LinkKind::Within => LASTING,
            LinkKind::Member
            | LinkKind::Keeps
            | LinkKind::Coordinates
            | LinkKind::Represents
            | LinkKind::Runs => REPORTED,
            LinkKind::Holds => POST,
            LinkKind::Backs => BACKING,
            LinkKind::Adopts
            | LinkKind::Concerns
            | LinkKind::TakesPart
            | LinkKind::Founds
            | LinkKind::Position
            | LinkKind::Succeeds => ONCE,
        }
    }
}
