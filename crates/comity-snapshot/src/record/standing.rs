//! How a tie stands in a window, and how much of what stands counts.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Basis, TieState};

/// How a tie stands in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TieStanding {
    pub state: TieState,
    /// Of a tie on record on some day of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// A dated, undisputed claim makes it so.
    pub certain: bool,
    /// On record: what every count leads with.
    pub presumed: bool,
    /// Nothing rules it out.
    pub possible: bool,
}

/// How much is counted: certain ⊆ presumed ⊆ possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// What a dated, undisputed claim makes so on the day.
    Certain,
    /// What is on record.
    #[default]
    Presumed,
    /// That too which nothing rules out.
    Possible,
}

impl Bound {
    pub const WORDS: [&'static str; 3] = ["certain", "presumed", "possible"];

    pub fn read(word: &str) -> Option<Self> {
        Some(match word {
            "certain" => Self::Certain,
            "presumed" => Self::Presumed,
            "possible" => Self::Possible,
            _ => return None,
        })
    }
}

impl TieStanding {
    /// Where a way starts: with what needs no source.
    pub const ITSELF: Self = Self {
        state: TieState::OnRecord,
        basis: Some(Basis::Observed),
        certain: true,
        presumed: true,
        possible: true,
    };

    pub fn meets(self, bound: Bound) -> bool {
        match bound {
            Bound::Certain => self.certain,
            Bound::Presumed => self.presumed,
            Bound::Possible => self.possible,
        }
    }

    /// Known to be so, or to have been done: what lists show first.
    pub fn is_affirmed(self) -> bool {
        self.presumed || self.state == TieState::Happened
    }

    /// Worth a row in a list of what there is: affirmed, or not ruled out.
    pub fn is_shown(self) -> bool {
        self.possible || self.is_affirmed()
    }

    /// The standing that says more, for two ways in which the same two are tied.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        let first = if other.order() < self.order() { other } else { self };
        Self {
            certain: self.certain || other.certain,
            presumed: self.presumed || other.presumed,
            possible: self.possible || other.possible,
            ..first
        }
    }

    /// The standing that says less, for a tie that needs both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let last = if other.order() > self.order() { other } else { self };
        Self {
            certain: self.certain && other.certain,
            presumed: self.presumed && other.presumed,
            possible: self.possible && other.possible,
            ..last
        }
    }

    /// What is on record first, what surely is not last; among the former what is seen on the day first.
    pub fn order(self) -> (u8, Option<Basis>) {
        (self.state.order(), self.basis)
    }
}

impl TieState {
    /// Whether ties in it are in the count that leads.
    pub fn is_counted(self) -> bool {
        self == Self::OnRecord
    }

    /// The order in which a reader wants them.
    const fn order(self) -> u8 {
        match self {
            Self::OnRecord => 0,
            Self::Happened => 1,
            Self::Suspended => 2,
            Self::Contested => 3,
            Self::SourcesDisagree => 4,
            Self::Expired => 5,
            Self::Planned => 6,
            Self::OutcomeUnknown => 7,
            Self::NotPlaced => 8,
            Self::PresumedEnded => 9,
            Self::Ended => 10,
            Self::NotYet => 11,
            Self::Denied => 12,
        }
    }
}

/// How many there are by each bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct BoundedCount {
    pub certain: u64,
    pub presumed: u64,
    /// The presumed ones included, as those include the certain ones.
    pub possible: u64,
}

impl BoundedCount {
    pub fn of(standings: impl IntoIterator<Item = TieStanding>) -> Self {
        let mut count = Self::default();
        standings.into_iter().for_each(|standing| count.add(standing));
        count
    }

    pub fn add(&mut self, standing: TieStanding) {
        self.certain += u64::from(standing.certain);
        self.presumed += u64::from(standing.presumed);
        self.possible += u64::from(standing.possible);
    }

    /// The same number by every bound.
    pub const fn exactly(n: u64) -> Self {
        Self { certain: n, presumed: n, possible: n }
    }

    /// What dates leave open: so many surely, which is what is counted, and so many at most.
    pub const fn between(sure: u64, possible: u64) -> Self {
        Self { certain: sure, presumed: sure, possible }
    }

    /// One, surely or possibly.
    pub fn sure_or_possible(sure: bool) -> Self {
        Self::between(u64::from(sure), 1)
    }

    pub const fn at(self, bound: Bound) -> u64 {
        match bound {
            Bound::Certain => self.certain,
            Bound::Presumed => self.presumed,
            Bound::Possible => self.possible,
        }
    }

    /// From certain to possible, where that is narrower than a factor of ten: else it says nothing.
    pub const fn range(self) -> Option<(u64, u64)> {
        let says_something = self.certain > 0 && self.possible < 10 * self.certain;
        if says_something && self.certain < self.possible {
            Some((self.certain, self.possible))
        } else {
            None
        }
    }
}

impl std::ops::Add for BoundedCount {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            certain: self.certain + other.certain,
            presumed: self.presumed + other.presumed,
            possible: self.possible + other.possible,
        }
    }
}
