//! All that sources say of one link, weighed for one day or stretch of days.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use comity_messages::say;
use comity_model::{
    Bounds, Certainty, Day, FuzzyDate, Link, LinkAttribute, LinkKind, Modality, Period, Polarity, Standing,
    Window,
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::record::{TieRecord, TieStanding};
use crate::snapshot::{EntityIx, Evidence, Snapshot};
use crate::wording;

/// What sources say of one subject, kind and object; at least one link.
#[derive(Debug, Clone)]
pub struct Fact<'w> {
    pub links: Vec<&'w Link>,
}

impl<'w> Fact<'w> {
    /// What is known of it, by all that is on file: of an agreement by all its parties, of an act by what became of it.
    ///
    /// # Panics
    ///
    /// Where its links are not of the snapshot.
    pub fn record(&self, snapshot: &Snapshot) -> TieRecord {
        let link = self.links.first().expect("a fact has at least one link");
        let [subject, object] =
            [&link.subject, &link.object].map(|id| snapshot.node(id).expect("a link of the snapshot"));
        match link.kind {
            LinkKind::Party => snapshot.agreement_record(object),
            LinkKind::Adopts => snapshot.act_record(object),
            kind => snapshot.link_record(kind, subject, object),
        }
    }

    /// How it stands in a window, by all that is on file.
    pub fn standing(&self, snapshot: &Snapshot, window: Window) -> TieStanding {
        self.record(snapshot).on(window)
    }

    /// What is known of it by its own links alone: where one source is compared with another.
    pub fn own_record(&self, snapshot: &Snapshot) -> TieRecord {
        snapshot.record_of_links(&self.links)
    }

    pub fn asserted(&self) -> impl Iterator<Item = &'w Link> {
        self.links.iter().copied().filter(|link| link.polarity == Polarity::Asserted)
    }

    fn saying(&self, window: Window, at_least: Certainty) -> impl Iterator<Item = &'w Link> {
        self.asserted().filter(move |link| link.valid.holds(window).some_day() >= at_least)
    }

    /// Accepted claims that speak against it in `window`.
    fn denials(&self, window: Window) -> impl Iterator<Item = &'w Link> {
        let denies = move |link: &&Link| link.standing == Standing::Accepted && denies(link, window);
        self.links.iter().copied().filter(denies)
    }

    /// Who says otherwise: that it is not so, or that what others still have had ended.
    pub fn counter_evidence(&self, window: Window) -> Vec<&'w Link> {
        let held: Vec<&Link> = self.saying(window, Certainty::Possible).collect();
        let against = |no: &&Link| no.polarity == Polarity::Denied || held.iter().any(|yes| opposes(no, yes));
        self.denials(window).filter(against).collect()
    }

    /// The latest day described by a claim that has it hold on that day. A vague one counts from its earliest day: what
    /// was seen "in the 2010s" is no news beside a day of 2015.
    pub fn last_seen(&self, snapshot: &Snapshot) -> Option<LastSeen> {
        let seen = self.asserted().filter_map(|link| Some((sighting(snapshot, link)?, link)));
        let alive = seen.filter(|(day, link)| link.valid.holds(Window::from(day)).some_day() > Certainty::No);
        let (day, _) = alive.max_by_key(|(day, link)| (day.earliest(), Reverse(day.latest()), link.claim))?;
        Some(LastSeen { date: day.to_string(), words: wording::date(&day) })
    }

    /// The link that tells most about the day: it holds then, and says in what role.
    ///
    /// # Panics
    ///
    /// Where it has no link.
    pub fn telling(&self, window: Window) -> &'w Link {
        let best = self.links.iter().copied().max_by_key(|link| {
            let asserted = link.polarity == Polarity::Asserted;
            (asserted, link.valid.holds(window), link.attributes.len(), Reverse(link.claim))
        });
        best.expect("a fact has at least one link")
    }

    /// What is said of the role of one of its links: who was on the board from 2005 and in the chair from 2011 has not been
    /// in the chair since 2005, nor a member since then or since 2011; and who was in the chair until 2008 and is again, not
    /// since before. Of a role that nobody dates, all that is said.
    #[must_use]
    pub fn in_role_of(&self, told: &Link) -> Self {
        let told_role = told.attributes.get(&LinkAttribute::Role);
        let links = self.links.iter().copied().filter(|link| link.valid.may_meet(&told.valid));
        let same = links.filter(|link| link.attributes.get(&LinkAttribute::Role) == told_role);
        let same = Self { links: same.collect() };
        let is_dated = same.asserted().any(|link| !link.valid.as_str().is_empty());
        if is_dated { same } else { self.clone() }
    }

    /// "since 1981", "since 1981 or 1984 (sources differ)", "1985 to 2005", "date unknown". A source that says less than
    /// another, the 1980s beside 1984, is no rival of it.
    pub fn since(&self) -> String {
        let starts: BTreeSet<(Bounds, String)> = self
            .asserted()
            .filter_map(|link| Some((link.valid.start(), wording::since(&link.valid)?)))
            .collect();
        if starts.is_empty() {
            let other = self.asserted().find(|link| !link.valid.as_str().is_empty());
            return wording::period(other.map_or(&Period::unstated(), |link| &link.valid));
        }
        let days: Vec<Bounds> = starts.iter().map(|(start, _)| *start).collect();
        let finest = starts.iter().filter(|(start, _)| !days.iter().any(|finer| says_more(*finer, *start)));
        let starts: Vec<String> = finest.map(|(_, words)| words.clone()).collect();
        let differ = starts.len() > 1;
        let start = starts.into_iter().reduce(|one, other| say!("date-either", one = one, other = other));
        let start = start.unwrap_or_default();
        if differ { say!("period-since-differ", start = start) } else { say!("period-since", start = start) }
    }

    /// The periods stated, but those that leave room for all that another does, and more; of these the first in writing
    /// comes first. One that is not stated is among them only where none is.
    pub fn finest_periods(&self) -> Vec<&'w Period> {
        let mut all: Vec<&Period> = self.asserted().map(|link| &link.valid).collect();
        all.sort_by_key(|period| period.as_str());
        all.dedup();
        let stated = all.clone();
        all.retain(|period| !stated.iter().any(|finer| says_less(period, finer)));
        all
    }

    /// The periods stated, EDTF, each once.
    pub fn periods(&self) -> String {
        let stated: BTreeSet<&str> = self.asserted().map(|link| link.valid.as_str()).collect();
        stated.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" or ")
    }
}

impl Fact<'_> {
    /// Every claim, those that say so first.
    pub fn evidence(&self, snapshot: &Snapshot) -> Vec<Evidence> {
        let denied = self.links.iter().copied().filter(|link| link.polarity == Polarity::Denied);
        self.asserted().chain(denied).map(|link| snapshot.evidence_of(link)).collect()
    }

    /// The days between which it began, as wide as sources differ. What is only seen began no later than first
    /// seen, and nothing says not before when: [`Day::PAST`].
    pub fn began(&self) -> Bounds {
        let starts = || self.asserted().map(|link| link.valid.start());
        let dated = starts().filter(|start| start.earliest != Day::PAST).reduce(Bounds::widened);
        let seen = || starts().map(|start| start.latest).min();
        dated.unwrap_or_else(|| Bounds { latest: seen().unwrap_or(Day::FUTURE), ..Bounds::UNKNOWN })
    }
}

impl Snapshot {
    /// What is said of every pair that links of one kind join, in order of the pairs.
    pub fn facts(&self, kind: LinkKind) -> Vec<((EntityIx, EntityIx), Fact<'_>)> {
        let links = self.links_of(kind, |_, _| true);
        facts(links.map(|(link, subject, object)| ((subject, object), link)))
    }
}

/// The latest day on which a source saw it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LastSeen {
    /// EDTF.
    pub date: String,
    pub words: String,
}

/// Whether one period leaves room for all that the other does, and more; one that is not stated always does.
fn says_less(one: &Period, other: &Period) -> bool {
    if one.as_str().is_empty() {
        return !other.as_str().is_empty();
    }
    let bounds = |period: &Period| [period.start(), period.end()];
    let [start, end] = bounds(one);
    let [finer_start, finer_end] = bounds(other);
    bounds(one) != bounds(other) && start.contains(finer_start) && end.contains(finer_end)
}

fn says_more(one: Bounds, other: Bounds) -> bool {
    one != other && other.contains(one)
}

/// Neither disputed nor a plan or rumour.
pub fn is_firm(link: &Link) -> bool {
    link.standing == Standing::Accepted && link.modality == Modality::Done
}

fn denies(link: &Link, window: Window) -> bool {
    match link.polarity {
        Polarity::Denied => link.valid.holds(window).throughout() == Certainty::Certain,
        Polarity::Asserted => link.valid.says_ended() && link.valid.end().latest < window.from,
    }
}

/// Whether `no` speaks against what `yes` says. An end does not where `yes` starts after it, nor the end of a
/// role, a post or a grant where `yes` is about another: who ceased to chair a network did not leave it.
pub fn opposes(no: &Link, yes: &Link) -> bool {
    let same_spell = yes.valid.start().earliest <= no.valid.end().latest;
    let same_role = no.attributes.is_empty() || no.attributes == yes.attributes;
    no.claim != yes.claim && (no.polarity == Polarity::Denied || (same_spell && same_role))
}

/// The day a claim describes: as stated, else its source's date. The day an undated copy was read is no such day.
fn sighting(snapshot: &Snapshot, link: &Link) -> Option<FuzzyDate> {
    link.observed.clone().or_else(|| snapshot.source(&link.source)?.date.clone())
}

/// Links by kind and other end, in that order: each group is one fact.
pub fn facts<'w, K: Ord>(links: impl Iterator<Item = (K, &'w Link)>) -> Vec<(K, Fact<'w>)> {
    let mut keyed: Vec<(K, &Link)> = links.collect();
    keyed.sort_by(|a, b| (&a.0, a.1.claim, a.1.part).cmp(&(&b.0, b.1.claim, b.1.part)));
    let mut found: Vec<(K, Fact<'w>)> = Vec::new();
    for (key, link) in keyed {
        match found.last_mut().filter(|(last, _)| *last == key) {
            Some((_, fact)) => fact.links.push(link),
            None => found.push((key, Fact { links: vec![link] })),
        }
    }
    found
}
