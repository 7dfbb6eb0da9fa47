//! The spells of a tie: from when to when it held, by all that sources say of it.

use comity_model::{Bounds, Day};

use super::carrying::Carrying;
use super::ending::{End, EndReason, Stops};
use super::sighting::Sighting;
use super::spell::Spell;
use super::stretch::{Stretch, day_before, years_after};
use super::testimony::{Says, Testimony, Voice};
use crate::snapshot::EntityIx;

/// A tie over time.
#[derive(Debug, Clone)]
pub(super) struct History {
    pub(super) carrying: Carrying,
    /// Nothing is carried past this day.
    pub(super) carried_to: Day,
    /// In order; no two overlap.
    pub(super) spells: Vec<Spell>,
    pub(super) suspended: Vec<Pause>,
    /// Days on which sources disagree.
    pub(super) disputed: Vec<Stretch>,
    /// Days on which somebody else comes before.
    pub(super) yielded: Vec<Stretch>,
    /// Days on which one side ended it and another says that it goes on.
    pub(super) contested: Vec<Stretch>,
    /// Days for which a dated source speaks, and who does.
    pub(super) observed: Vec<Observed>,
    /// From when to when something was planned.
    pub(super) planned: Vec<Stretch>,
    /// Days from which somebody denied it.
    pub(super) denied: Vec<Stretch>,
}

/// Days for which a dated source speaks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Observed {
    pub(super) days: Stretch,
    /// The last day by which it surely has seen it: of a vague date the first.
    pub(super) surely_to: Day,
    voice: Voice,
}

/// Days on which it was suspended, and who says so.
#[derive(Debug, Clone)]
pub(super) struct Pause {
    pub(super) days: Stretch,
    pub(super) report: End,
}

impl Pause {
    fn until(report: End, over: &[Day]) -> Self {
        Self { days: until_first(report.presumed, over), report }
    }
}

/// What follows for a tie from what is said of others.
#[derive(Debug, Clone, Default)]
pub(super) struct Derived {
    /// Lists that leave it out, a post that passed on.
    pub(super) ends: Vec<End>,
    /// Days that two holders of one post both are said to have held it.
    pub(super) disputed: Vec<Stretch>,
    /// Days on which it may have been another who held the post, of a date as wide.
    pub(super) yielded: Vec<Stretch>,
    /// Lists of associations that no longer name it: whose, and on which days.
    pub(super) unlisted: Vec<(EntityIx, Bounds)>,
}

impl History {
    /// Of all that firm sources say of one tie, and of what follows from others.
    pub(super) fn of(said: &[Testimony], carrying: Carrying, derived: Derived) -> Self {
        let firm: Vec<&Testimony> = said.iter().filter(|one| one.is_firm).collect();
        let holds = firm.iter().filter(|one| matches!(one.says, Says::Holds | Says::Revived));
        let mut sightings: Vec<Sighting<'_>> =
            holds.flat_map(|one| Sighting::all_of(one, carrying)).collect();
        let stops = Stops::of(&firm, carrying, &sightings).among_undated(&sightings);
        sightings = sightings.into_iter().filter_map(|one| stops.left_of(one)).collect();
        sightings.extend(seen_before(&stops, &firm, &sightings));
        sightings.sort_by_key(|one| (one.days, !one.is_dated, one.said.claim));

        let mut history = Self::empty(carrying);
        let mut closing: Vec<End> = stops.ends.into_iter().chain(stops.denials).chain(derived.ends).collect();
        closing.sort_by_key(|end| (end.presumed, !end.reason.is_said(), end.denied, end.bounds));
        history.tell(&sightings, closing);
        let over = history.turns(&firm);
        history.suspended = stops.pauses.into_iter().map(|report| Pause::until(report, &over)).collect();
        let cut = |days: Stretch| Stretch { to: days.to.min(until_first(days.from, &over).to), ..days };
        history.disputed.extend(stops.disputed.into_iter().map(cut));
        history.contested.extend(stops.contested);
        history.disputed.extend(derived.disputed);
        for said in &firm {
            history.deny_through(said);
        }
        history.yielded = derived.yielded;
        history.planned = said.iter().filter(|one| one.says == Says::Planned).map(planned).collect();
        history
    }

    /// What was seen and what stopped, in order of the days.
    fn tell(&mut self, sightings: &[Sighting<'_>], closing: Vec<End>) {
        let mut closing = closing.into_iter().peekable();
        for sighting in sightings {
            while let Some(end) = closing.next_if(|end| end.presumed < sighting.days.from) {
                self.close(end);
            }
            self.see(sighting);
        }
        closing.for_each(|end| self.close(end));
    }

    /// One of its ends was no more from these days on.
    pub(super) fn dissolve(&mut self, bounds: Bounds) {
        let end = End::derived(EndReason::Dissolved, bounds);
        let is_first = |own: &End| own.presumed > end.presumed;
        if let Some(spell) = self.spells.last_mut().filter(|spell| spell.end.as_ref().is_none_or(is_first)) {
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
            yielded: Vec::new(),
            contested: Vec::new(),
            observed: Vec::new(),
            planned: Vec::new(),
            denied: Vec::new(),
        }
    }

    /// Somebody speaks for some days of it.
    fn see(&mut self, sighting: &Sighting<'_>) {
        let Stretch { from, to } = sighting.days;
        let voice = sighting.said.voice;
        if sighting.is_dated {
            self.observed.push(Observed { days: sighting.days, surely_to: sighting.surely_to(), voice });
        }
        let carried = self.carrying.last_day(to);
        let Some(last) = self.spells.last_mut() else { return self.open(sighting) };
        let Some(end) = last.end.as_ref() else {
            return if last.is_followed_by(sighting) { self.open(sighting) } else { last.extend(sighting) };
        };
        if from <= end.bounds.latest && to <= end.bounds.latest {
            return last.extend(sighting);
        }
        // What is undated is quoted beside what is dated, and disputes nothing of it.
        if end.is_dated && end.reason != EndReason::PassedOn && !sighting.is_dated {
            return;
        }
        let later = Stretch { from: from.max(end.presumed), to: carried };
        let begins_again = sighting.begin.is_some_and(|begin| begin.earliest > end.bounds.latest);
        if end.side.is_other_side(voice) && sighting.is_dated && !sighting.revives() {
            self.contested.push(later);
        } else if sighting.revives() || begins_again || voice != Voice::Others || !end.reason.is_said() {
            self.open(sighting);
        } else if sighting.is_dated {
            self.disputed.push(later);
        }
    }

    fn open(&mut self, sighting: &Sighting<'_>) {
        let seen = Bounds { earliest: Day::PAST, latest: sighting.days.from };
        self.spells.push(Spell {
            presumed: sighting.days.from,
            begin: sighting.begin.unwrap_or(seen),
            begin_is_stated: sighting.begin.is_some(),
            last: sighting.days.to,
            seen: vec![sighting.days],
            dated: sighting.is_dated.then_some(sighting.days).into_iter().collect(),
            term: sighting.term,
            end: None,
        });
    }

    /// Something stops it.
    fn close(&mut self, end: End) {
        if let Some(days) = end.denied {
            return self.deny(end, days);
        }
        let after: Vec<Observed> =
            self.observed.iter().copied().filter(|seen| seen.days.to > end.bounds.latest).collect();
        let until = after.iter().map(|seen| self.carrying.last_day(seen.days.to)).max();
        let still = until.map(|to| Stretch { from: end.presumed, to });
        match self.spells.last_mut() {
            Some(spell) if spell.end.is_none() => {
                if end.reason.is_said() {
                    // The other side goes on with it, or somebody who is no side still names it.
                    let is_contested = after.iter().any(|seen| end.side.is_other_side(seen.voice));
                    let later = if is_contested { &mut self.contested } else { &mut self.disputed };
                    later.extend(still);
                }
                spell.close(end);
            }
            Some(spell) => spell.explain(end),
            // It ended, some day: nobody says when it was.
            None if end.reason.is_said() => self.spells.push(Spell {
                presumed: end.presumed,
                begin: Bounds { earliest: Day::PAST, latest: end.presumed },
                begin_is_stated: false,
                last: end.presumed,
                seen: Vec::new(),
                dated: Vec::new(),
                term: None,
                end: Some(end),
            }),
            None => {}
        }
    }

    /// A denial ends what was seen before its days; what one source states over all of them it disputes, and where their
    /// order is not known it says nothing.
    fn deny(&mut self, end: End, days: Stretch) {
        let covered = self.observed.iter().any(|seen| seen.days.covers(days));
        let met = self.observed.iter().any(|seen| seen.days.meets(days));
        match self.spells.last_mut() {
            Some(_) if covered => self.disputed.push(days),
            Some(_) if met && end.is_throughout => self.deny_all_of(days, end),
            Some(_) if met => {}
            Some(spell) if spell.end.is_none() => spell.close(end),
            Some(spell) => spell.explain(end),
            None if end.reason == EndReason::Said => {
                self.denied.push(Stretch { from: days.from.min(end.presumed), to: Day::FUTURE });
            }
            None => self.denied.push(days),
        }
    }

    /// A source states that it denies all of an interval, on some of whose days another sees it.
    fn deny_through(&mut self, said: &Testimony) {
        let Some(days) = denied_through(said) else { return };
        let is_met = self.observed.iter().any(|seen| seen.days.meets(days));
        if let Some(end) = End::reported(said).filter(|_| is_met) {
            self.deny_all_of(days, end);
        }
    }

    /// What one source denies on all of some days, and another sees on one of them, they disagree about on those days. Where
    /// nobody sees it later, the denial is the later word: it ended, and is carried no further.
    fn deny_all_of(&mut self, days: Stretch, end: End) {
        self.disputed.push(days);
        let is_last_word = self.observed.iter().all(|seen| seen.days.to <= days.to);
        if let Some(spell) = self.spells.last_mut().filter(|spell| spell.end.is_none() && is_last_word) {
            let bounds = Bounds { earliest: Day::PAST, latest: days.to };
            spell.close(End { bounds, presumed: days.to, denied: None, ..end });
        }
    }

    /// Days on which a suspension, or disagreement about one, is over: it was taken up again, or ended.
    fn turns(&self, firm: &[&Testimony]) -> Vec<Day> {
        let revived = firm.iter().filter(|one| one.says == Says::Revived);
        let lifted = revived.filter_map(|one| match one.valid.as_str() {
            "" => one.seen.map(|seen| seen.earliest),
            _ => Some(one.valid.start().latest),
        });
        let ended = self.spells.iter().filter_map(|spell| spell.end.as_ref()).map(|end| end.presumed);
        lifted.chain(ended).collect()
    }

    /// The last spell that had begun by a day.
    pub(super) fn spell_on(&self, day: Day) -> Option<&Spell> {
        self.spells.iter().rev().find(|spell| spell.presumed <= day)
    }

    /// Whether a dated source speaks for the day.
    pub(super) fn is_observed(&self, day: Day) -> bool {
        self.observed.iter().any(|seen| seen.days.holds(day))
    }
}

/// Reports of an end or a suspension that see the tie just before it, unless it had only then begun.
fn seen_before<'a>(stops: &Stops, firm: &[&'a Testimony], sightings: &[Sighting<'a>]) -> Vec<Sighting<'a>> {
    let first = sightings.iter().filter_map(|one| one.begin).map(|begin| begin.latest).min();
    let told = stops.ends.iter().chain(&stops.pauses);
    let dated = told.filter(|end| end.bounds.earliest != Day::PAST && end.is_dated);
    let later = dated.filter(|end| first.is_none_or(|first| first < end.bounds.earliest));
    let seen = later.filter_map(|end| {
        let said = firm.iter().find(|one| end.claims.contains(&one.claim))?;
        Some(Sighting::before(said, end.bounds.earliest))
    });
    seen.collect()
}

/// From when something was planned to when it was to be done; two years after it was told, where nobody says.
fn planned(said: &Testimony) -> Stretch {
    let told = said.told();
    let due = said.valid.start();
    let to = match (due.latest == Day::FUTURE || said.valid.as_str().is_empty(), told) {
        (false, _) => due.latest,
        (true, Some(told)) => years_after(told, PLANS_HOLD),
        (true, None) => Day::FUTURE,
    };
    Stretch { from: told.unwrap_or(Day::PAST).min(to), to }
}

/// How many years a plan without a day is taken to be one.
const PLANS_HOLD: u16 = 2;

/// The days that a source surely denies of an interval it states, up to those it describes.
fn denied_through(said: &Testimony) -> Option<Stretch> {
    let is_interval = said.says == Says::Denied && said.valid.as_str().contains('/');
    let (from, end) = (said.valid.start().latest, said.valid.end().earliest);
    let to = said.told().map_or(end, |told| end.min(told));
    (is_interval && from <= to && to < Day::FUTURE).then_some(Stretch { from, to })
}

/// From a day to the day before the next of these.
fn until_first(from: Day, days: &[Day]) -> Stretch {
    let next = days.iter().copied().filter(|day| *day > from).min();
    Stretch { from, to: next.map_or(Day::FUTURE, day_before) }
}
