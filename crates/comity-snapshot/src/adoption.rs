//! An act as it is on file: who adopted it, between which days, and how it stood on a day.

mod rule;

use comity_model::{Bounds, Certainty, Day, EntityAttribute, LinkKind, Polarity, Statement, Window};

use crate::fact::{Fact, says_ended};
use crate::snapshot::{EntityIx, Evidence, Snapshot, State};
use crate::statement_time::time_of;
use crate::wording;

pub use rule::Rule;

/// One government or body and one act.
pub struct Adoption<'w> {
    pub by: EntityIx,
    pub act: EntityIx,
    pub fact: Fact<'w>,
}

impl Snapshot {
    /// Every adoption that a source states, by who adopted and what; those only denied are left out.
    pub fn adoptions(&self) -> Vec<Adoption<'_>> {
        let all = self.facts(LinkKind::Adopts).into_iter();
        let all = all.map(|((by, act), fact)| Adoption { by, act, fact });
        all.filter(|adoption| adoption.fact.asserted().next().is_some()).collect()
    }
}

impl Adoption<'_> {
    /// The days between which it was adopted.
    pub fn adopted(&self) -> Bounds {
        self.fact.began()
    }

    pub fn state(&self, snapshot: &Snapshot, window: Window) -> State {
        in_force(snapshot, self.act, &self.fact, window)
    }

    /// "in force", "may be in force (last seen 1987)", "repealed".
    pub fn state_words(&self, snapshot: &Snapshot, state: State, window: Window) -> String {
        let fates: Vec<String> =
            fates(snapshot, self.act, window).into_iter().map(|(value, _)| value).collect();
        let seen = self
            .fact
            .last_seen(snapshot)
            .map_or_else(String::new, |seen| format!(" (last seen {})", seen.words));
        match state {
            State::Confirmed => "in force".to_owned(),
            State::Possible if self.adopted().latest > window.to => {
                "may not have been adopted yet".to_owned()
            }
            State::Possible => format!("may be in force{seen}"),
            State::Disputed => format!("disputed{seen}"),
            State::Ended if fates.is_empty() => "ended".to_owned(),
            State::Ended => fates.join(", "),
            State::NotYet => "not yet".to_owned(),
            State::Denied => "not so, says a source".to_owned(),
        }
    }

    /// Claims of its adoption and of what became of it.
    pub fn evidence(&self, snapshot: &Snapshot) -> Vec<Evidence> {
        let fate = snapshot.stated(self.act, EntityAttribute::Fate);
        let fate = fate.map(|(statement, _)| snapshot.evidence_of_statement(statement));
        self.fact.evidence(snapshot).into_iter().chain(fate).collect()
    }

    /// Whether it may have been adopted by the last day of `window`, and surely was.
    pub fn by(&self, day: Day) -> (bool, bool) {
        let Bounds { earliest: from, latest: to } = self.adopted();
        let denied = self.fact.links.iter().any(|link| link.polarity == Polarity::Denied);
        let firm = self.fact.asserted().any(crate::fact::is_firm);
        (from <= day, to <= day && firm && !denied)
    }

    /// "1982", "by August 1987", "1984 to 1986".
    pub fn adopted_words(&self) -> String {
        let days = self.adopted();
        match (days.earliest, days.latest) {
            (Day::PAST, Day::FUTURE) => "year: not found".to_owned(),
            (Day::PAST, to) => format!("by {}", year(to)),
            (from, to) if year(from) == year(to) => year(from),
            (from, to) => format!("{} to {}", year(from), year(to)),
        }
    }
}

/// How an act adopted by one government stands. It stays in force until a source ends it: a bare date is the day
/// of its adoption, not of its end.
pub fn in_force(snapshot: &Snapshot, act: EntityIx, adopted: &Fact<'_>, window: Window) -> State {
    let said = adopted.state(window);
    let ended = adopted.asserted().any(|link| says_ended(&link.valid));
    let state = if said == State::Ended && !ended { State::Possible } else { said };
    let fates = fates(snapshot, act, window);
    let over = |(value, _): &(String, &Statement)| value != IN_FORCE;
    match (fates.iter().any(over), fates.iter().all(over)) {
        (true, true) if state.is_possible() => State::Ended,
        (true, false) if state.is_possible() => State::Disputed,
        (false, _) if !fates.is_empty() && state == State::Possible => State::Confirmed,
        _ => state,
    }
}

const IN_FORCE: &str = "in force";

/// What statements say became of it: an end that surely had come by then, or that it surely was in force then.
fn fates(snapshot: &Snapshot, act: EntityIx, window: Window) -> Vec<(String, &Statement)> {
    let stated = snapshot.stated(act, EntityAttribute::Fate);
    let stated = stated.map(|(statement, value)| (wording::spoken(value), statement));
    stated.filter(|(fate, statement)| holds(snapshot, fate, statement, window)).collect()
}

/// Whether a fate surely holds in a window: once over, an act stays so.
fn holds(snapshot: &Snapshot, fate: &str, statement: &Statement, window: Window) -> bool {
    let time = time_of(snapshot, statement);
    let then = time.holds(window).some_day() == Certainty::Certain;
    if fate == IN_FORCE { then } else { time.start().latest <= window.to }
}

fn year(day: Day) -> String {
    day.year().map_or_else(|| "a day not found".to_owned(), |year| year.to_string())
}
