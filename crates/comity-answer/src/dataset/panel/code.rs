//! The codes of a panel, and which of them holds for a pair in a year.

use comity_model::{Certainty, ClaimId, Link, Period, Polarity, Standing, Window};
use comity_snapshot::record::{Basis, TieStanding, TieState};
use comity_snapshot::{EntityIx, Fact, Snapshot, time_of};

use super::{Absence, Network, claims};

/// What is known of one entity in one network in one year; never to be summed without being named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PanelCode {
    Observed,
    Interpolated,
    Carried,
    Contested,
    NotPlaced,
    Over,
    No,
    LookedNone,
    NeverLooked,
    NotFounded,
}

impl PanelCode {
    pub const ALL: [Self; 10] = [
        Self::Observed,
        Self::Interpolated,
        Self::Carried,
        Self::Contested,
        Self::NotPlaced,
        Self::Over,
        Self::No,
        Self::LookedNone,
        Self::NeverLooked,
        Self::NotFounded,
    ];

    /// As files have it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Observed => "observed",
            Self::Interpolated => "interpolated",
            Self::Carried => "carried",
            Self::Contested => "contested",
            Self::NotPlaced => "not-placed",
            Self::Over => "over",
            Self::No => "no",
            Self::LookedNone => "looked-none",
            Self::NeverLooked => "never-looked",
            Self::NotFounded => "not-founded",
        }
    }

    /// What it means, in a sentence.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Observed => "A dated source has it a member on some day of the year.",
            Self::Interpolated => {
                "Dated sources have it a member before and after the year, and nothing speaks against it."
            }
            Self::Carried => {
                "It was reported before, at most five years ago, or by a list without a date, and nothing has ended it; \
                 `last_seen` is the latest day a source saw it."
            }
            Self::Contested => {
                "Suspended, contested between its sides, or sources disagree; or a source says that nobody of its sort is."
            }
            Self::NotPlaced => {
                "A source names it, but none reaches the year: it was reported too long ago, or later, or without a date."
            }
            Self::Over => "It ended before, or the network did.",
            Self::No => {
                "A source says so: that it joined later, that it is not a member, or that nobody of its sort is."
            }
            Self::LookedNone => {
                "Someone looked for it in this year and found nothing. `completeness` says how far the look went: only \
                 a `complete` one comes near a no."
            }
            Self::NeverLooked => "Nobody has looked. Missing, not zero.",
            Self::NotFounded => "Every source on the network's founding has it later than this year.",
        }
    }
}

impl std::fmt::Display for PanelCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Network<'_> {
    /// What sources say of the pair comes first, then the network's lifetime, then what was looked at; but nothing is
    /// not placed, or over, before the network began.
    pub(super) fn code(
        &self,
        snapshot: &Snapshot,
        node: EntityIx,
        window: Window,
        looked: bool,
    ) -> (PanelCode, Vec<ClaimId>) {
        let fact = self.facts.get(&node);
        let standing = fact.map(|fact| fact.standing(snapshot, window));
        let absent: Vec<ClaimId> =
            self.absences.iter().filter_map(|no| no.speaks(snapshot, node, self, window)).collect();
        let held = || fact.into_iter().flat_map(|fact| bearing(fact, window)).chain(absent.iter().copied());
        match standing.and_then(named) {
            Some(_) if !absent.is_empty() => (PanelCode::Contested, held().collect()),
            Some(PanelCode::NotPlaced | PanelCode::Over) if self.life.starts_after(window) => {
                (PanelCode::NotFounded, self.life.founding_claims())
            }
            Some(PanelCode::Over) if self.life.ends_before(window) => {
                (PanelCode::Over, self.life.end_claims())
            }
            Some(code) => (code, held().collect()),
            None if self.life.starts_after(window) => (PanelCode::NotFounded, self.life.founding_claims()),
            None if self.life.ends_before(window) => (PanelCode::Over, self.life.end_claims()),
            None => without(fact, absent, window, looked),
        }
    }
}

/// The code of what a source names; `None` of what is only denied, or has not begun.
fn named(standing: TieStanding) -> Option<PanelCode> {
    if let Some(basis) = standing.basis {
        return Some(match basis {
            Basis::Observed => PanelCode::Observed,
            Basis::Interpolated => PanelCode::Interpolated,
            Basis::Carried => PanelCode::Carried,
        });
    }
    Some(match standing.state {
        TieState::Suspended | TieState::Contested | TieState::SourcesDisagree => PanelCode::Contested,
        TieState::Ended | TieState::PresumedEnded | TieState::Expired | TieState::Happened => PanelCode::Over,
        TieState::NotYet | TieState::Denied => return None,
        _ => PanelCode::NotPlaced,
    })
}

/// No source has it a member.
fn without(
    fact: Option<&Fact<'_>>,
    mut no: Vec<ClaimId>,
    window: Window,
    looked: bool,
) -> (PanelCode, Vec<ClaimId>) {
    let against = fact.into_iter().flat_map(|fact| &fact.links).filter(|link| rules_out(link, window));
    no.extend(claims(against.copied()));
    match (no.is_empty(), looked) {
        (false, _) => (PanelCode::No, no),
        (true, true) => (PanelCode::LookedNone, no),
        (true, false) => (PanelCode::NeverLooked, no),
    }
}

/// Claims that have it a member on some day of the window, or speak against that.
fn bearing(fact: &Fact<'_>, window: Window) -> Vec<ClaimId> {
    let holding = fact.asserted().filter(|link| link.valid.holds(window).some_day() > Certainty::No);
    claims(holding.chain(fact.counter_evidence(window)))
}

/// Whether an accepted claim says that there is nothing in the window: denied for all of it, or a stated start or
/// end that leaves it out. A bare date tells when it was seen, not that it was not before or after.
fn rules_out(link: &Link, window: Window) -> bool {
    let said = match link.polarity {
        Polarity::Denied => link.valid.holds(window).throughout() == Certainty::Certain,
        Polarity::Asserted => {
            (link.valid.says_ended() && link.valid.end().latest < window.from)
                || (says_started(&link.valid) && link.valid.start().earliest > window.to)
        }
    };
    said && link.standing == Standing::Accepted
}

fn says_started(period: &Period) -> bool {
    period.as_str().split_once('/').is_some_and(|(start, _)| !start.is_empty() && start != "..")
}

impl Absence<'_> {
    /// The claim, where it takes the pair in for all of the window.
    fn speaks(
        &self,
        snapshot: &Snapshot,
        node: EntityIx,
        network: &Network<'_>,
        window: Window,
    ) -> Option<ClaimId> {
        let object = snapshot.node(&network.refer.id)?;
        let then = time_of(snapshot, self.statement).holds(window).some_day() == Certainty::Certain;
        (then && self.tested.takes_in(node, object)).then_some(self.statement.id)
    }
}
