//! An event in a sentence: where and when it was held, and who took part.

use std::collections::BTreeMap;

use comity_messages::say;
use comity_model::{Day, EntityAttribute, FuzzyDate, LinkAttribute, LinkKind, Modality, Period, Window};
use comity_snapshot::{EntityIx, Snapshot, wording};

use super::linked::{LinkedEnd, comes_from, located, named};
use crate::answer::EventInShort;

/// "Held in Copenhagen, 9–12 October 2019. 12 took part by name, 2 spoke."
pub(super) fn summary(snapshot: &Snapshot, event: EntityIx, window: Window, short: &EventInShort) -> String {
    let days = days(snapshot, event);
    let is_held = is_over(&days, window);
    let mut said = vec![held(&days, &located(snapshot, event), window)];
    let places = snapshot.ancestors(event);
    let mut hosts = in_role(snapshot, event, window, "host");
    hosts.retain(|host| !places.contains(host));
    let organisers = in_role(snapshot, event, window, "organiser");
    if !hosts.is_empty() {
        said.push(say!("event-hosted", who = named(snapshot, &hosts)));
    }
    if !organisers.is_empty() {
        said.push(say!("event-organised", who = named(snapshot, &organisers)));
    }
    match short.participants {
        0 if is_held => said.push(say!("event-nobody-named")),
        0 => {}
        n => said.push(say!("event-took-part", n = n, spoke = short.speakers)),
    }
    crate::report::sentences(said)
}

pub(super) fn in_short(snapshot: &Snapshot, event: EntityIx, window: Window) -> EventInShort {
    let ends = comes_from(snapshot, event, LinkKind::TakesPart, window);
    let count = |is: fn(&LinkedEnd<'_>) -> bool| ends.iter().filter(|end| is(end)).count() as u64;
    EventInShort { participants: count(took_part), speakers: count(|end| has_role(end, "speaker")) }
}

/// Who was invited and stayed away took no part, nor who is only said to plan it.
pub(super) fn took_part(end: &LinkedEnd<'_>) -> bool {
    end.fact.asserted().any(|link| {
        let role = link.attributes.get(&LinkAttribute::Role);
        link.modality == Modality::Done && role.is_none_or(|role| role != "invited-absent")
    })
}

fn has_role(end: &LinkedEnd<'_>, role: &str) -> bool {
    let done = |modality| modality == Modality::Done;
    end.fact.asserted().any(|link| {
        done(link.modality) && link.attributes.get(&LinkAttribute::Role).is_some_and(|own| own == role)
    })
}

fn in_role(snapshot: &Snapshot, event: EntityIx, window: Window, role: &str) -> Vec<EntityIx> {
    let ends = comes_from(snapshot, event, LinkKind::TakesPart, window);
    let own = ends.iter().filter(|end| has_role(end, role)).map(|end| end.node);
    let runs = comes_from(snapshot, event, LinkKind::Runs, window);
    let runs = runs.iter().filter(|_| role == "organiser").map(|end| end.node);
    let mut all: Vec<EntityIx> = own.chain(runs).collect();
    all.sort_by_key(|node| (snapshot.name(*node), *node));
    all.dedup();
    all
}

type Days = BTreeMap<StatedDays, Modality>;

/// Held, or to be held, by the firmest word for it.
fn held(days: &Days, place: &str, window: Window) -> String {
    let Some(begins) = begins(days) else { return say!("event-undated", place = place) };
    let when = in_words(days);
    match (is_done(days), begins > window.to) {
        (true, true) => say!("event-held-later", place = place, when = when),
        (true, false) => say!("event-held", place = place, when = when),
        (false, true) => say!("event-planned", place = place, when = when),
        (false, false) => say!("event-outcome-unknown", place = place, when = when),
    }
}

fn is_over(days: &Days, window: Window) -> bool {
    is_done(days) && begins(days).is_some_and(|begins| begins <= window.to)
}

fn is_done(days: &Days) -> bool {
    days.values().any(|modality| *modality == Modality::Done)
}

fn begins(days: &Days) -> Option<Day> {
    days.keys().map(|day| day.0.start().earliest).min()
}

/// Days as a source states them, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
struct StatedDays(Period);

impl Ord for StatedDays {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |days: &Self| (days.0.start().earliest, days.0.as_str().to_owned());
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for StatedDays {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl StatedDays {
    fn is_range(&self) -> bool {
        self.0.as_str().contains('/')
    }

    fn holds(&self, other: &Self) -> bool {
        self.0.start().earliest <= other.0.start().earliest && other.0.end().latest <= self.0.end().latest
    }

    /// Whether another says the same and more: the whole of the days of which this is one, or the day of this year.
    fn says_less_than(&self, other: &Self) -> bool {
        let (range, day) = (other.is_range() && !self.is_range(), !self.is_range());
        self != other && ((range && other.holds(self)) || (day && self.holds(other)))
    }

    /// "3–5 October 2005", "9 October 2019".
    fn words(&self) -> String {
        let text = self.0.as_str();
        let ends =
            text.split_once('/').and_then(|(from, to)| Some((from.rsplit_once('-')?, to.rsplit_once('-')?)));
        match ends {
            Some(((from, first), (to, last))) if from == to && from.len() == 7 => {
                let month =
                    from.parse::<FuzzyDate>().map_or_else(|_| from.to_owned(), |month| wording::date(&month));
                let day = |text: &str| text.trim_start_matches('0').to_owned();
                say!("days-of-month", first = day(first), last = day(last), month = month)
            }
            _ => wording::period(&self.0),
        }
    }
}

/// Each with the firmest word for it; what says less than another is left out.
fn days(snapshot: &Snapshot, event: EntityIx) -> Days {
    let mut all = Days::new();
    for (statement, value) in snapshot.stated(event, EntityAttribute::Date) {
        let Ok(period) = value.parse::<Period>() else { continue };
        let modality = all.entry(StatedDays(period)).or_insert(statement.claim.modality);
        if statement.claim.modality == Modality::Done {
            *modality = Modality::Done;
        }
    }
    let firm = all.values().any(|modality| *modality == Modality::Done);
    all.retain(|_, modality| !firm || *modality == Modality::Done);
    let others: Vec<StatedDays> = all.keys().cloned().collect();
    all.retain(|days, _| !others.iter().any(|other| days.says_less_than(other)));
    all
}

fn in_words(days: &Days) -> String {
    let words: Vec<String> = days.keys().map(StatedDays::words).collect();
    match words.as_slice() {
        [one] => one.clone(),
        several => say!("event-dates-differ", days = several.join(&say!("between-or"))),
    }
}
