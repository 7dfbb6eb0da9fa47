//! What stops a tie: reports of an end or a suspension, denials, and what follows from others.

use comity_model::{Bounds, ClaimId, Day};
use schemars::JsonSchema;
use serde::Serialize;

use super::carrying::{Carrying, Lasts};
use super::sighting::Sighting;
use super::stretch::{Stretch, day_before};
use super::testimony::{EndingActor, Rank, Says, Testimony, Voice};

/// How and when a tie stopped, or was suspended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct End {
    pub(super) bounds: Bounds,
    /// From this day it is taken to have ended.
    pub(super) presumed: Day,
    pub(super) reason: EndReason,
    /// The side that acted or says so.
    pub(super) side: Voice,
    pub(super) actors: Vec<EndingActor>,
    pub(super) rank: Rank,
    pub(super) is_dated: bool,
    /// The days on which it is denied, rather than said to have ended.
    pub(super) denied: Option<Stretch>,
    /// On every one of those days, and not on one of them that is not known.
    pub(super) is_throughout: bool,
    /// Who says so; none where it follows from others.
    pub(super) claims: Vec<ClaimId>,
}

/// What ended a spell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EndReason {
    /// A source says so.
    Said,
    /// A source says that its time ran out.
    Lapsed,
    /// The network, or a party, is no more.
    Dissolved,
    /// A list that names all leaves it out.
    LeftOff,
    /// Somebody else holds the post.
    PassedOn,
}

impl EndReason {
    pub(super) const fn is_said(self) -> bool {
        matches!(self, Self::Said | Self::Lapsed)
    }
}

impl End {
    /// What follows from others: no later than a day, and from then on.
    pub(super) fn derived(reason: EndReason, bounds: Bounds) -> Self {
        Self {
            bounds,
            presumed: bounds.latest,
            reason,
            side: Voice::Others,
            actors: Vec::new(),
            rank: (false, 0),
            is_dated: true,
            denied: None,
            is_throughout: false,
            claims: Vec::new(),
        }
    }

    /// A list that names all, and that leaves it out on these days.
    pub(super) fn left_off(days: Stretch, is_throughout: bool) -> Self {
        let bounds = Bounds { earliest: Day::PAST, latest: days.to };
        Self { denied: Some(days), is_throughout, ..Self::derived(EndReason::LeftOff, bounds) }
    }

    /// What one source reports; `None`: nothing that stops it, or only of days ahead of it.
    pub(super) fn reported(said: &Testimony) -> Option<Self> {
        let stated = match said.says {
            Says::Ended | Says::Lapsed | Says::Suspended | Says::Denied => said.valid.start(),
            Says::Holds if said.valid.says_ended() => said.valid.end(),
            _ => return None,
        };
        let is_stated = !said.valid.as_str().is_empty();
        let told = said.told();
        let latest = told.map_or(stated.latest, |told| stated.latest.min(told.max(stated.earliest)));
        let bounds = if is_stated {
            Bounds { earliest: stated.earliest, latest }
        } else {
            Bounds { earliest: Day::PAST, latest: told? }
        };
        let denied = match (said.says, said.seen) {
            (Says::Denied, Some(seen)) if !is_stated => Some(Stretch::from(seen)),
            (Says::Denied, _) if bounds.earliest == Day::PAST => Some(Stretch::day(bounds.latest)),
            (Says::Denied, _) => Some(Stretch::from(bounds)),
            _ => None,
        };
        let lies_ahead = told.is_some_and(|told| bounds.earliest > told);
        (!lies_ahead).then(|| Self {
            bounds: denied.map_or(bounds, |days| Bounds { earliest: Day::PAST, latest: days.to }),
            presumed: bounds.latest,
            reason: if said.says == Says::Lapsed { EndReason::Lapsed } else { EndReason::Said },
            side: said.side(),
            actors: said.by.into_iter().collect(),
            rank: said.rank(),
            is_dated: said.seen.is_some() || is_stated,
            denied,
            is_throughout: false,
            claims: vec![said.claim],
        })
    }

    /// Two reports of one end, within what they share.
    fn join(&mut self, other: Self) {
        self.bounds = Bounds {
            earliest: self.bounds.earliest.max(other.bounds.earliest),
            latest: self.bounds.latest.min(other.bounds.latest),
        };
        self.presumed = self.presumed.min(other.presumed).max(self.bounds.earliest);
        self.is_dated |= other.is_dated;
        self.claims.extend(other.claims);
        let new = other.actors.into_iter().filter(|actor| !self.actors.contains(actor)).collect::<Vec<_>>();
        self.actors.extend(new);
        self.side = match (self.side, other.side) {
            (Voice::Side(one), Voice::Side(two)) if one != two => Voice::AllSides,
            (Voice::Others, side) => side,
            (_, theirs) if other.rank > self.rank && theirs != Voice::Others => theirs,
            (side, _) => side,
        };
        self.rank = self.rank.max(other.rank);
    }
}

/// What is left of reports once those of one thing are one.
#[derive(Debug, Default)]
pub(super) struct Stops {
    pub(super) ends: Vec<End>,
    pub(super) pauses: Vec<End>,
    pub(super) denials: Vec<End>,
    /// Days on which sources disagree about which of them it is, or when it was.
    pub(super) disputed: Vec<Stretch>,
    /// Days on which one side had ended it and another had not yet.
    pub(super) contested: Vec<Stretch>,
    /// Reports of a later end than the one that holds: from its day on they are no sightings.
    outdone: Vec<(ClaimId, Day)>,
}

impl Stops {
    /// Of all that firm sources report: where an end and a suspension are of one turn of things, who acted decides which it
    /// was, and at equal rank sources disagree.
    pub(super) fn of(firm: &[&Testimony], carrying: Carrying, sightings: &[Sighting<'_>]) -> Self {
        let mut stops = Self::default();
        let (mut ends, mut pauses) = (Vec::new(), Vec::new());
        for said in firm.iter().filter(|said| stops_it(said, carrying, sightings)) {
            let Some(end) = End::reported(said) else { continue };
            match said.says {
                Says::Suspended => pauses.push(end),
                Says::Denied => stops.denials.push(end),
                _ => ends.push(end),
            }
        }
        let ends = stops.joined(ends, sightings);
        let pauses = stops.joined(pauses, sightings);
        for end in &ends {
            let rivals: Vec<&End> =
                pauses.iter().filter(|pause| is_one_turn(end, pause, sightings)).collect();
            let equal = rivals.iter().filter(|pause| pause.rank == end.rank);
            stops.disputed.extend(
                equal.map(|pause| Stretch { from: end.presumed.min(pause.presumed), to: Day::FUTURE }),
            );
            if rivals.iter().all(|pause| pause.rank < end.rank) {
                stops.ends.push(end.clone());
            }
        }
        stops.pauses = pauses
            .into_iter()
            .filter(|pause| {
                ends.iter().all(|end| !is_one_turn(end, pause, sightings) || end.rank < pause.rank)
            })
            .collect();
        stops
    }

    /// Reports of one end are one; where they share nothing, the higher rank holds, and at equal rank sources disagree from the
    /// first to the last. Between two ends somebody else must have seen it: else they are of one.
    fn joined(&mut self, mut reports: Vec<End>, sightings: &[Sighting<'_>]) -> Vec<End> {
        reports.sort_by_key(|report| (report.bounds.latest, report.bounds.earliest));
        let mut ends: Vec<End> = Vec::new();
        for end in reports {
            let others = || sightings.iter().filter(|one| !end.claims.contains(&one.said.claim));
            match ends.last_mut().filter(|last| !is_seen_between(others(), last.bounds, end.bounds)) {
                Some(last) if overlap(last.bounds, end.bounds) => last.join(end),
                Some(last) if end.rank > last.rank => *last = end,
                Some(last) => {
                    self.outdone.extend(end.claims.iter().map(|claim| (*claim, last.presumed)));
                    if end.rank == last.rank && last.presumed < end.presumed {
                        let is_of_sides = last.side.is_other_side(end.side);
                        let between = if is_of_sides { &mut self.contested } else { &mut self.disputed };
                        between.push(Stretch { from: last.presumed, to: day_before(end.presumed) });
                        last.claims.extend(end.claims);
                    }
                }
                None => ends.push(end),
            }
        }
        ends
    }

    /// Without the undated ones that an undated source of a higher rank speaks against: dated ones it disputes not.
    pub(super) fn among_undated(mut self, sightings: &[Sighting<'_>]) -> Self {
        let best = sightings.iter().filter(|one| !one.is_dated).map(|one| one.said.rank()).max();
        let holds = |end: &End| end.is_dated || best.is_none_or(|best| end.rank >= best);
        self.ends.retain(holds);
        self.pauses.retain(holds);
        self.denials.retain(holds);
        self
    }

    /// What is left of a sighting of a report that another has outdone; `None`: nothing.
    pub(super) fn left_of<'a>(&self, sighting: Sighting<'a>) -> Option<Sighting<'a>> {
        let outdone = self.outdone.iter().filter(|(claim, _)| *claim == sighting.said.claim);
        let Some(to) = outdone.map(|(_, day)| day_before(*day)).min() else { return Some(sighting) };
        (sighting.days.from <= to).then(|| sighting.until(to))
    }
}

/// Whether a testimony may stop the tie itself. What is done once is not ended by the end of its day, nor a membership by
/// that of an office in it, nor a tie by the end of one role or grant while another is spoken for.
fn stops_it(said: &Testimony, carrying: Carrying, sightings: &[Sighting<'_>]) -> bool {
    if said.says != Says::Holds {
        return true;
    }
    if carrying.lasts == Lasts::Moment || said.is_office || !said.valid.says_ended() {
        return false;
    }
    let end = said.valid.end().latest;
    let mut others = sightings.iter().filter(|other| other.said.role != said.role && other.days.from <= end);
    said.role.is_empty() || !others.any(|other| end <= carrying.last_day(other.days.to))
}

/// Whether an end and a suspension are told of one turn of things: their bounds meet, or it was suspended, some say, after
/// it had ended, and nobody saw it between. What ended after a suspension ended later.
fn is_one_turn(end: &End, pause: &End, sightings: &[Sighting<'_>]) -> bool {
    overlap(end.bounds, pause.bounds)
        || (end.bounds.latest < pause.bounds.earliest
            && !is_seen_between(sightings.iter(), end.bounds, pause.bounds))
}

/// Whether a dated source sees the tie after the first and before the second.
fn is_seen_between<'a>(
    mut sightings: impl Iterator<Item = &'a Sighting<'a>>,
    first: Bounds,
    second: Bounds,
) -> bool {
    sightings.any(|one| one.is_dated && one.days.from > first.latest && one.days.to < second.earliest)
}

fn overlap(a: Bounds, b: Bounds) -> bool {
    a.earliest <= b.latest && b.earliest <= a.latest
}
