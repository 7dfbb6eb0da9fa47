//! What is known of one agreement, in a few sentences: who says so, how new it is, what became of it.

use std::collections::BTreeSet;

use comity_messages::{listed, message, say};
use comity_model::{Day, Link, LinkKind, SourceId, Window};
use comity_snapshot::record::{EndedBy, Ending, Says, Testimony, TieRecord, TieState, Voice};
use comity_snapshot::{EntityIx, Fact, Snapshot, wording};

use crate::answer::AgreementInShort;
use crate::report::in_calendar_years as years;

/// Titles longer than this are left out of the sentence: the page has them.
const TITLES: usize = 120;

pub(super) fn in_short(snapshot: &Snapshot, agreement: EntityIx, day: Day) -> AgreementInShort {
    let record = snapshot.agreement_record(agreement);
    let speaking: Vec<&Testimony> = record.speaking().collect();
    let sources: BTreeSet<&SourceId> = speaking.iter().map(|one| &one.source).collect();
    let last = record.last_reported(day);
    let years = last.map_or(0, |last| u64::from(day.0.saturating_sub(last.0).unsigned_abs()) * 100 / 36525);
    let ended = record.said_to(Says::Ended).map(|one| &one.origin).collect::<BTreeSet<_>>();
    AgreementInShort {
        parties: snapshot.parties(agreement).len() as u64,
        statements: speaking.iter().map(|one| one.claim).collect::<BTreeSet<_>>().len() as u64,
        sources: sources.len() as u64,
        origins: speaking.iter().map(|one| &one.origin).collect::<BTreeSet<_>>().len() as u64,
        undated_sources: record.undated_sources() as u64,
        reports_of_end: ended.len() as u64,
        years_since_last_report: years,
        last_reported: seen(snapshot, agreement).unwrap_or_default(),
    }
}

pub(super) fn summary(
    snapshot: &Snapshot,
    agreement: EntityIx,
    day: Day,
    short: &AgreementInShort,
) -> String {
    let record = snapshot.agreement_record(agreement);
    let state = record.on(Window::day(day)).state;
    let mut said = match state {
        TieState::OnRecord if record.last_reported(day).is_some() => dated(&record, short),
        TieState::OnRecord => vec![undated(snapshot, &record, short)],
        TieState::Ended => vec![ended(snapshot, record.ended_on(day).as_ref())],
        TieState::Suspended => {
            let (pause, rivals) = (record.suspended_on(day), short.reports_of_end);
            let (when, by) = when_and_by(snapshot, pause.as_ref());
            vec![say!("agreement-suspended", when = when, by = by, rivals = rivals)]
        }
        _ => {
            let words = wording::tie_standing(snapshot, &record, Window::day(day), None);
            vec![say!("agreement-other-state", state = wording::capitalised(&words))]
        }
    };
    match state {
        TieState::OnRecord => said.push(confirmed(snapshot, &record, short)),
        TieState::Ended => {
            said.push(began(&record));
            if short.undated_sources > 0 {
                said.push(say!("agreement-still-listed", n = short.undated_sources));
            }
            said.push(message!("agreement-not-counted").text());
        }
        TieState::Suspended => said.extend([began(&record), message!("agreement-no-later").text()]),
        _ => said.push(began(&record)),
    }
    let sides = wording::sides(snapshot, &record, day).filter(|_| state != TieState::Contested);
    said.extend(sides.map(|sides| say!("agreement-by-side", sides = sides)));
    let passed = wording::passed_on(snapshot, &record, day);
    said.extend(passed.map(|it| say!("agreement-passed-on", passed = wording::capitalised(&it))));
    crate::report::sentences(said)
}

/// "On record since 1985, 4 statements. Last reported 24 October 2015, over 11 years ago. No report of an end."
fn dated(record: &TieRecord, short: &AgreementInShort) -> Vec<String> {
    let first = match began_on(record) {
        Some(began) => say!("agreement-since", began = began, n = short.statements),
        None => say!("agreement-start-unknown", n = short.statements),
    };
    let (when, years) = (short.last_reported.as_str(), short.years_since_last_report);
    let newest = if years > 10 {
        say!("agreement-last-reported-long-ago", when = when, years = years)
    } else {
        say!("agreement-last-reported", when = when)
    };
    let no_end = short.reports_of_end == 0 && record.endings().is_empty();
    let newest = (!when.is_empty()).then_some(newest);
    let no_end = no_end.then(|| message!("agreement-no-end").text());
    [Some(first), newest, no_end].into_iter().flatten().collect()
}

fn undated(snapshot: &Snapshot, record: &TieRecord, short: &AgreementInShort) -> String {
    let sources: BTreeSet<&SourceId> = record.speaking().map(|one| &one.source).collect();
    let titles = listed(sources.into_iter().map(|source| snapshot.refer_source(source).title));
    let titles = if titles.len() > TITLES { message!("titles-below").text() } else { titles };
    let is_of_lists = record.speaking().all(|one| one.is_list);
    let origin = record.speaking().next().map(|one| snapshot.refer_source(&one.origin).title);
    match (short.sources, short.origins, is_of_lists) {
        (n @ 0..=1, _, true) => say!("agreement-on-one-list", n = n, titles = titles),
        (n @ 0..=1, _, false) => say!("agreement-on-one-source", n = n, titles = titles),
        (n, 1, _) => say!("agreement-of-one-origin", n = n, origin = origin.unwrap_or_default()),
        (n, _, true) => say!("agreement-on-lists", n = n, titles = titles),
        (n, _, false) => say!("agreement-on-sources", n = n, titles = titles),
    }
}

fn confirmed(snapshot: &Snapshot, record: &TieRecord, short: &AgreementInShort) -> String {
    let mut sides = BTreeSet::new();
    for own in record.confirmed_by() {
        match own.voice {
            Voice::Side(side) => sides.insert(snapshot.name(side)),
            Voice::AllSides => sides.insert(message!("ended-by-both").text()),
            Voice::Others => false,
        };
    }
    if sides.is_empty() {
        return say!("agreement-unconfirmed", n = short.parties);
    }
    say!("agreement-confirmed", who = listed(sides))
}

fn ended(snapshot: &Snapshot, end: Option<&Ending>) -> String {
    let (when, by) = when_and_by(snapshot, end);
    say!("agreement-ended", when = when, by = by)
}

fn when_and_by(snapshot: &Snapshot, end: Option<&Ending>) -> (String, String) {
    let when = end.and_then(|end| years(end.bounds));
    let when = when.map(|year| say!("agreement-in-year", year = year));
    let who = end.and_then(|end| end.by).map(|by| match by {
        EndedBy::Party(who) | EndedBy::Nation(who) => snapshot.name(who),
        EndedBy::Both => message!("ended-by-both").text(),
        EndedBy::Court => message!("ended-by-court").text(),
        EndedBy::Law => message!("ended-by-law").text(),
        EndedBy::Expiry => message!("ended-by-expiry").text(),
        EndedBy::Dissolution => message!("ended-by-dissolution").text(),
    });
    let by = who.map(|who| say!("agreement-by", who = who)).unwrap_or_default();
    (when.unwrap_or_else(|| message!("agreement-at-unknown-time").text()), by)
}

fn began(record: &TieRecord) -> String {
    match began_on(record) {
        Some(when) => say!("agreement-began", when = when),
        None => message!("agreement-began-unknown").text(),
    }
}

fn began_on(record: &TieRecord) -> Option<String> {
    record.began().filter(|began| began.is_stated).and_then(|began| years(began.bounds))
}

/// The newest day that a source speaks for, as that gives it.
fn seen(snapshot: &Snapshot, agreement: EntityIx) -> Option<String> {
    let signed = snapshot.incoming_of(LinkKind::Party, agreement);
    let links: Vec<&Link> = signed.map(|(link, _)| link).collect();
    Fact { links }.last_seen(snapshot).map(|seen| seen.words)
}
