//! The spells of a tie: from when to when it held, by all that sources say of it.

use comity_model::{Bounds, Day};

use super::carrying::{Carrying, Lasts};
use super::testimony::{Says, Testimony, Voice};
use crate::fact::says_ended;

/// A tie over time.
#[derive(Debug, Clone)]
pub(super) struct History {
    pub(super) carrying: Carrying,
    /// Nothing is carried past this day.
    pub(super) carried_to: Day,
    /// In order; no two overlap.
    pub(super) spells: Vec<Spell>,
    pub(super) suspended: Vec<Stretch>,
    /// Days on which sources disagree.
    pub(super) disputed: Vec<Stretch>,
    /// Days on which one side ended it and another says that it goes on.
    pub(super) contested: Vec<Stretch>,
    /// Days for which a dated source speaks, and who does.
    pub(super) observed: Vec<Observed>,
    pub(super) planned: Vec<Bounds>,
    /// Days from which somebody denied it.
    pub(super) denied: Vec<Stretch>,
}

/// Days from one to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stretch {
    pub(super) from: Day,
    pub(super) to: Day,
}

impl Stretch {
    pub(super) fn holds(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }
}

/// Days for which a dated source speaks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Observed {
    pub(super) days: Stretch,
    voice: Voice,
}

/// From a beginning or a first sighting to an end.
#[derive(Debug, Clone)]
pub(super) struct Spell {
    /// From this day it is taken to have begun.
    pub(super) presumed: Day,
    /// When it began; where no source says, it had begun by the first sighting.
    pub(super) begin: Bounds,
    pub(super) begin_is_stated: bool,
    /// The last day for which anybody speaks.
    pub(super) last: Day,
    /// The days spoken for, dated and undated, in order: what lies between two of them is between sightings.
    pub(super) seen: Vec<Stretch>,
    /// The last day of a stated term that is not known to have been renewed.
    pub(super) term: Option<Day>,
    pub(super) end: Option<End>,
}

/// How and when a spell ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    pub(super) bounds: Bounds,
    /// From this day it is taken to have ended.
    pub(super) presumed: Day,
    pub(super) why: Why,
    pub(super) by: Voice,
    rank: (bool, u8),
    /// It is denied, rather than said to have ended.
    is_denial: bool,
}

/// What ended a spell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// A source says so.
    Said,
    /// A source says that its time ran out.
    Lapsed,
    /// The network, or a party, is no more.
    Dissolved,
}

/// One thing that speaks for the tie.
struct Sighting {
    days: Stretch,
    begin: Option<Bounds>,
    /// The end of a term that lay ahead.
    term: Option<Day>,
    is_dated: bool,
    voice: Voice,
    revives: bool,
}

impl Sighting {
    /// What it speaks for, and the day an undated one was read.
    fn all_of(said: &Testimony, carrying: Carrying) -> impl Iterator<Item = Self> {
        let main = Self::of(said, carrying);
        let is_over = main.as_ref().is_some_and(|_| said.seen.is_none() && says_ended(&said.valid));
        let is_over = is_over || (main.is_some() && carrying.lasts == Lasts::Moment);
        let read = said.read.filter(|_| said.seen.is_none() && !is_over);
        let read = read.map(|day| Self {
            days: Stretch { from: day, to: day },
            begin: None,
            term: None,
            is_dated: false,
            voice: said.voice,
            revives: false,
        });
        main.into_iter().chain(read)
    }

    /// `None`: it says nothing of a day.
    fn of(said: &Testimony, carrying: Carrying) -> Option<Self> {
        let text = said.valid.as_str();
        let (start, end) = (said.valid.start(), said.valid.end());
        let is_interval = text.contains('/');
        let bare = !is_interval && !text.is_empty();
        let begins = (is_interval && start.earliest != Day::PAST) || (bare && carrying.bare_date_begins);
        let ends = says_ended(&said.valid);
        if carrying.lasts == Lasts::Moment && !text.is_empty() && start.earliest != Day::PAST {
            return Some(Self::moment(said));
        }
        let seen = said.seen.or_else(|| (bare && !begins).then_some(start));
        let from = if begins { Some(start.latest) } else { seen.map(|seen| seen.earliest) };
        let ended_by_then = ends && seen.is_none_or(|seen| end.latest <= seen.latest);
        let last = match (ends, seen) {
            _ if ended_by_then => Some(day_before(end.earliest)),
            (_, Some(seen)) if begins => Some(seen.latest.max(start.latest)),
            (_, Some(seen)) => Some(seen.latest),
            (_, None) => from,
        };
        let (from, last) = (from.or(last)?, last?);
        Some(Self {
            days: Stretch { from: from.min(last.max(from)), to: last.max(from) },
            begin: begins.then_some(start),
            term: (ends && !ended_by_then).then_some(end.latest),
            is_dated: said.seen.is_some() || begins || bare || ends,
            voice: said.voice,
            revives: said.says == Says::Revived,
        })
    }
}

impl Sighting {
    /// What is done once is done on each of its days, as far as they are known.
    fn moment(said: &Testimony) -> Self {
        let (start, end) = (said.valid.start(), said.valid.end());
        let to = if says_ended(&said.valid) { end.latest } else { start.latest };
        Self {
            days: Stretch { from: start.earliest, to },
            begin: Some(start),
            term: None,
            is_dated: true,
            voice: said.voice,
            revives: said.says == Says::Revived,
        }
    }
}

/// A report that it ended or was suspended, or that it is not so.
struct Report {
    bounds: Bounds,
    /// The last day on which it was told; undated ones are told when read.
    told: Day,
    rank: (bool, u8),
    by: Voice,
    is_denial: bool,
    why: Why,
}

impl Report {
    fn of(said: &Testimony) -> Option<Self> {
        let bounds = match said.says {
            Says::Ended | Says::Lapsed | Says::Suspended | Says::Denied => said.valid.start(),
            _ if says_ended(&said.valid) => said.valid.end(),
            _ => return None,
        };
        let told = said.seen.map(|seen| seen.latest).or(said.read);
        let bounds = if bounds.earliest == Day::PAST && bounds.latest == Day::FUTURE {
            Bounds { earliest: Day::PAST, latest: told? }
        } else {
            bounds
        };
        let told = told.unwrap_or(bounds.latest);
        let lies_ahead = bounds.earliest > told;
        let names_who = !matches!(said.voice, Voice::Others);
        (!lies_ahead).then_some(Self {
            bounds,
            told,
            rank: (names_who, u8::MAX - said.rung as u8),
            by: said.voice,
            is_denial: said.says == Says::Denied,
            why: if said.says == Says::Lapsed { Why::Lapsed } else { Why::Said },
        })
    }
}

impl History {
    /// Of all that firm sources say of one tie.
    pub(super) fn of(said: &[Testimony], carrying: Carrying) -> Self {
        let firm = || said.iter().filter(|one| one.is_firm);
        let holds = firm().filter(|one| matches!(one.says, Says::Holds | Says::Revived));
        let mut sightings: Vec<Sighting> = holds.flat_map(|one| Sighting::all_of(one, carrying)).collect();
        sightings.sort_by_key(|one| (one.days, !one.is_dated));
        // What is done once is not ended by the end of its day.
        let once = carrying.lasts == Lasts::Moment;
        let ending = firm().filter(|one| match one.says {
            Says::Holds => !once,
            Says::Ended | Says::Lapsed | Says::Denied => true,
            Says::Planned | Says::Alleged | Says::Suspended | Says::Revived => false,
        });
        let ends = joined(ending.filter_map(Report::of).collect(), &sightings);
        let mut history = Self::empty(carrying);
        let mut ends = ends.into_iter().peekable();
        for sighting in &sightings {
            while let Some(end) = ends.next_if(|end| end.presumed < sighting.days.from) {
                history.close(end);
            }
            history.see(sighting);
        }
        ends.for_each(|end| history.close(end));
        history.suspended = suspensions(said, &history.spells);
        history.planned =
            said.iter().filter(|one| one.says == Says::Planned).map(|one| one.valid.start()).collect();
        history
    }

    /// One of its ends was no more from these days on.
    pub(super) fn dissolve(&mut self, bounds: Bounds) {
        let (presumed, rank) = (bounds.latest, (false, 0));
        let end = End { bounds, presumed, why: Why::Dissolved, by: Voice::Others, rank, is_denial: false };
        if let Some(spell) =
            self.spells.last_mut().filter(|spell| spell.end.is_none_or(|own| own.presumed > presumed))
        {
            spell.end = Some(end);
        }
    }

    fn empty(carrying: Carrying) -> Self {
        Self {
            carrying,
            carried_to: Day::FUTURE,
            spells: Vec::new(),
            suspended: Vec::new(),
            disputed: Vec::new(),
            contested: Vec::new(),
            observed: Vec::new(),
            planned: Vec::new(),
            denied: Vec::new(),
        }
    }

    /// Somebody speaks for some days of it.
    fn see(&mut self, sighting: &Sighting) {
        let Stretch { from, to } = sighting.days;
        if sighting.is_dated {
            self.observed.push(Observed { days: sighting.days, voice: sighting.voice });
        }
        let carried = self.carried_from(to);
        let Some(last) = self.spells.last_mut() else { return self.open(sighting) };
        let Some(end) = last.end else { return last.extend(sighting) };
        if from <= end.bounds.latest && to <= end.bounds.latest {
            return last.extend(sighting);
        }
        if is_other_side(end.by, sighting.voice) && sighting.is_dated && !sighting.revives {
            self.contested.push(Stretch { from: from.max(end.presumed), to: carried });
        } else if sighting.revives || !matches!(sighting.voice, Voice::Others) || end.why == Why::Dissolved {
            self.open(sighting);
        } else if sighting.is_dated {
            self.disputed.push(Stretch { from: from.max(end.presumed), to: carried });
        }
    }

    fn open(&mut self, sighting: &Sighting) {
        let seen = Bounds { earliest: Day::PAST, latest: sighting.days.from };
        self.spells.push(Spell {
            presumed: sighting.days.from,
            begin: sighting.begin.unwrap_or(seen),
            begin_is_stated: sighting.begin.is_some(),
            last: sighting.days.to,
            seen: vec![sighting.days],
            term: sighting.term,
            end: None,
        });
    }

    /// A report of an end is a sighting just before it, where nobody else has seen it.
    fn close(&mut self, mut end: End) {
        let after: Vec<Observed> =
            self.observed.iter().copied().filter(|seen| seen.days.to > end.bounds.latest).collect();
        let until = after.iter().map(|seen| self.carried_from(seen.days.to)).max();
        let still = until.map(|to| Stretch { from: end.presumed, to });
        let is_contested = after.iter().any(|seen| is_other_side(end.by, seen.voice));
        match self.spells.last_mut() {
            // Inside the days that another speaks for, a denial is disagreement on its own days.
            Some(spell) if spell.end.is_none() && end.is_denial && still.is_some() => {
                self.disputed.push(Stretch { from: end.bounds.earliest, to: end.bounds.latest });
            }
            Some(spell) if spell.end.is_none() => {
                // The other side goes on with it, or somebody who is no side still names it.
                let later = if is_contested { &mut self.contested } else { &mut self.disputed };
                later.extend(still);
                if end.bounds.earliest == Day::PAST {
                    end.bounds.earliest = day_after(spell.last).min(end.bounds.latest);
                }
                spell.end = Some(end);
            }
            Some(_) => {}
            None if end.bounds.earliest == Day::PAST => {
                self.denied.push(Stretch { from: end.presumed, to: Day::FUTURE });
            }
            None => {
                let day = day_before(end.bounds.earliest);
                let days = Stretch { from: day, to: day };
                let begin = Bounds { earliest: Day::PAST, latest: day };
                let spell = Spell {
                    presumed: day,
                    begin,
                    begin_is_stated: false,
                    last: day,
                    seen: vec![days],
                    term: None,
                    end: Some(end),
                };
                self.observed.push(Observed { days, voice: end.by });
                self.spells.push(spell);
            }
        }
    }

    /// Whether a dated source speaks for the day.
    pub(super) fn is_observed(&self, day: Day) -> bool {
        self.observed.iter().any(|seen| seen.days.holds(day))
    }

    /// The last day it is carried to from a sighting.
    pub(super) fn carried_from(&self, day: Day) -> Day {
        match self.carrying.lasts {
            Lasts::WithoutLimit => Day::FUTURE,
            Lasts::Years(years) => years_after(day, years),
            Lasts::Moment => day,
        }
    }
}

impl Spell {
    fn extend(&mut self, sighting: &Sighting) {
        let is_renewal = |begin: &Bounds| self.term.is_some_and(|term| begin.latest > term);
        if let Some(begin) = sighting.begin.filter(|begin| !is_renewal(begin)) {
            let wider = if self.begin_is_stated { self.begin.widened(begin) } else { begin };
            (self.begin, self.begin_is_stated) = (wider, true);
        }
        // A sighting after a term shows that it went on.
        if self.term.is_some_and(|term| sighting.days.to > term) {
            self.term = None;
        }
        self.term = self.term.max(sighting.term);
        self.last = self.last.max(sighting.days.to);
        self.seen.push(sighting.days);
    }
}

/// Reports of one end are one, within what they share; where they share nothing, the higher rank holds. Between two ends
/// somebody must have seen it: else they are of one.
fn joined(mut reports: Vec<Report>, sightings: &[Sighting]) -> Vec<End> {
    reports.sort_by_key(|report| (report.bounds.latest, report.bounds.earliest));
    let mut ends: Vec<End> = Vec::new();
    for report in reports {
        let end = report.end();
        match ends.last_mut().filter(|last| !is_seen_between(sightings, last.bounds, end.bounds)) {
            Some(last) if overlap(last.bounds, end.bounds) => {
                last.bounds = Bounds {
                    earliest: last.bounds.earliest.max(end.bounds.earliest),
                    latest: last.bounds.latest.min(end.bounds.latest),
                };
                last.presumed = last.presumed.min(end.presumed).max(last.bounds.earliest);
                if end.rank > last.rank {
                    (last.rank, last.by) = (end.rank, end.by);
                }
            }
            Some(last) if end.rank > last.rank => *last = end,
            Some(_) => {}
            None => ends.push(end),
        }
    }
    ends
}

/// Whether a dated source sees the tie after the first and before the second.
fn is_seen_between(sightings: &[Sighting], first: Bounds, second: Bounds) -> bool {
    let mut between =
        sightings.iter().filter(|one| one.days.from > first.latest && one.days.to < second.earliest);
    between.any(|one| one.is_dated)
}

/// Whether both are sides, and not one and the same.
fn is_other_side(one: Voice, other: Voice) -> bool {
    matches!((one, other), (Voice::Side(a), Voice::Side(b)) if a != b)
}

fn overlap(a: Bounds, b: Bounds) -> bool {
    a.earliest <= b.latest && b.earliest <= a.latest
}

impl Report {
    fn end(&self) -> End {
        let presumed = self.bounds.latest.min(self.told);
        End {
            bounds: self.bounds,
            presumed,
            why: self.why,
            by: self.by,
            rank: self.rank,
            is_denial: self.is_denial,
        }
    }
}

/// From its report until it is lifted or the spell ends.
fn suspensions(said: &[Testimony], spells: &[Spell]) -> Vec<Stretch> {
    let firm = || said.iter().filter(|one| one.is_firm);
    let lifted = firm().filter(|one| one.says == Says::Revived).map(|one| one.valid.start().latest);
    let ended = spells.iter().filter_map(|spell| spell.end).map(|end| end.presumed);
    let over: Vec<Day> = lifted.chain(ended).collect();
    let reports = firm().filter(|one| one.says == Says::Suspended).filter_map(Report::of);
    reports.map(|report| report.until_first(&over)).collect()
}

impl Report {
    /// From the day it is taken for so to the day before the next of these.
    fn until_first(&self, days: &[Day]) -> Stretch {
        let from = self.bounds.latest.min(self.told);
        let next = days.iter().copied().filter(|day| *day > from).min();
        Stretch { from, to: next.map_or(Day::FUTURE, day_before) }
    }
}

pub(super) fn day_before(day: Day) -> Day {
    if day == Day::PAST || day == Day::FUTURE { day } else { Day(day.0 - 1) }
}

fn day_after(day: Day) -> Day {
    if day == Day::PAST || day == Day::FUTURE { day } else { Day(day.0 + 1) }
}

/// The day before the same day so many years later: a term of four years from 1 May ends on 30 April.
fn years_after(day: Day, years: u16) -> Day {
    let Some((year, month, of_month)) = day.ymd() else { return day };
    let of_month = if month == 2 { of_month.min(28) } else { of_month };
    Day::from_ymd(year + i64::from(years), month, of_month)
}
