//! A brief of two: what one has with the other, who is near, and what to do before going there.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use comity_answer::{Layer, NetworksShared, PleaseCheck, Shared, Tie, TieState, With};
use comity_messages::{listed, say};
use comity_model::{Period, Point};

use super::part::{BriefLine, BriefPart};
use super::writer::{BriefWriter, page_of};
use crate::address::link;
use crate::section_page::apart;
use crate::words;

/// Ties that are told line by line.
const TIES: usize = 6;
/// Of those that ended, and of what else there is a little.
const FEW: usize = 3;
/// Names on one line.
const NAMES: usize = 8;

/// Where all of it is.
pub(super) fn whole(with: &With) -> String {
    link("/ask/with", &[("subject", with.subject.id.as_str()), ("object", with.object.id.as_str())])
}

/// In the order of a reader who has a minute. `year` is that of the day asked about.
pub(super) fn parts(writer: &mut BriefWriter<'_>, with: &With, year: Option<i64>) -> Vec<BriefPart> {
    let whole = whole(with);
    let part = |title: String, id: &'static str| BriefPart::new(title, &whole, id);
    let looked = &with.about.looked;
    let mut parts = vec![
        writer
            .group(part(with.ties.title.clone(), "ties"), &with.ties, TIES)
            .or_none(looked.is_searched(Layer::Agreements)),
        writer.group(part(with.ended.title.clone(), "ended"), &with.ended, FEW),
        around(part(String::new(), "peers"), with),
        networks(part(say!("brief-networks"), "networks"), with),
        writer.group(part(say!("members-file"), "members"), &with.networks.memberships, FEW),
        writer
            .group(part(say!("brief-offices"), "offices"), &with.offices, FEW)
            .or_none(looked.is_searched(Layer::Offices)),
        visits(writer, part(say!("brief-visits"), "events"), with).or_none(looked.is_searched(Layer::Events)),
        writer.group(part(with.acts.title.clone(), "acts"), &with.acts, FEW),
        writer.rules(part(with.rules.title.clone(), "rules"), &with.rules, FEW),
        others(writer, part(with.others.title.clone(), "others"), with),
        before_you_go(part(say!("brief-before"), "ties"), with, year),
        to_check(part(say!("brief-check"), "please-check"), with),
    ];
    parts.retain(BriefPart::is_shown);
    parts
}

/// Others of the state or country, the nearest first, each pair once.
fn around(part: BriefPart, with: &With) -> BriefPart {
    let Some(of) = &with.peers.of else { return part };
    let mut ties: Vec<&Tie> = with.peers.ties.iter().collect();
    let from = with.subject.point;
    ties.sort_by(|a, b| by_distance(from, a, b));
    let mut seen = BTreeSet::new();
    ties.retain(|tie| seen.insert((&tie.near.id, &tie.other.id)));
    let lines = ties.into_iter().take(NAMES).map(|tie| BriefLine {
        says: format!("{}–{}", tie.near.name, tie.other.name),
        claims: words::claims(tie),
        ..BriefLine::default()
    });
    let title = say!("brief-around", place = of.name.as_str());
    let is_searched = with.about.looked.is_searched(Layer::Agreements);
    BriefPart { title, ..part }.lines(lines.collect(), with.peers.pairs).run_on().or_none(is_searched)
}

fn by_distance(from: Option<Point>, a: &Tie, b: &Tie) -> Ordering {
    let km = |tie: &Tie| from.zip(tie.near.point).map_or(f64::INFINITY, |(here, there)| here.km_to(there));
    km(a).total_cmp(&km(b)).then_with(|| (&a.near.name, &a.other.name).cmp(&(&b.near.name, &b.other.name)))
}

/// Each with who of either side is in it.
fn networks(part: BriefPart, with: &With) -> BriefPart {
    let met = &with.networks.met;
    let lines = met.iter().take(FEW).map(|row| {
        let sides: Vec<String> = apart(with, row).into_iter().map(|(_, those)| those.to_string()).collect();
        let (network, within) = (row.network.id.as_str(), with.object.id.as_str());
        BriefLine {
            name: row.network.name.clone(),
            href: page_of(&row.network),
            says: sides.join(" · "),
            claims: link("/ask/members", &[("network", network), ("within", within)]),
            sources: Vec::new(),
        }
    });
    let part = part.lines(lines.collect(), met.len() as u64);
    let NetworksShared { looked_at, networks, memberships, .. } = &with.networks;
    match (memberships.total, looked_at) {
        (0, 0) => part.or_none(false),
        (0, held) => BriefPart { none: say!("brief-no-network", held = *held, all = *networks), ..part },
        // Of a network there is a membership: the sentence says so.
        _ => part,
    }
}

/// Funds, posts and the like; events have been told.
fn others(writer: &mut BriefWriter<'_>, part: BriefPart, with: &With) -> BriefPart {
    let rows: Vec<&Tie> = with.others.rows.iter().filter(|tie| tie.layer != Layer::Events).collect();
    let lines = rows.iter().take(FEW).map(|tie| writer.tie(tie)).collect();
    part.lines(lines, rows.len() as u64 + with.others.left_out)
}

/// What took place with somebody of both sides, each event once.
fn visits(writer: &mut BriefWriter<'_>, part: BriefPart, with: &With) -> BriefPart {
    let events = once(with, |state| state == TieState::Happened);
    let all = events.len() as u64 + beyond(with);
    let lines = events.into_iter().take(FEW).map(|event| BriefLine {
        name: event.thing.name.clone(),
        href: page_of(&event.thing),
        says: say!(
            "brief-visit",
            a = event.a.who.name.as_str(),
            b = event.b.who.name.as_str(),
            when = event.a.since.as_str()
        ),
        claims: words::proofs(event.a.evidence.iter().chain(&event.b.evidence)),
        sources: writer.sources.of(&event.a.evidence),
    });
    let lines = lines.collect();
    part.lines(lines, all)
}

/// Events of which there is no row.
fn beyond(with: &With) -> u64 {
    with.events_total.saturating_sub(once(with, |_| true).len() as u64)
}

/// The first row of each event whose state is so.
fn once(with: &With, is: fn(TieState) -> bool) -> Vec<&Shared> {
    let mut seen = BTreeSet::new();
    let events = with.events.iter().filter(|event| is(event.standing.state));
    events.filter(|event| seen.insert(&event.thing.id)).collect()
}

/// What is to be asked for, what is coming, what nobody has looked for.
fn before_you_go(part: BriefPart, with: &With, year: Option<i64>) -> BriefPart {
    let on_record = with.ties.rows.iter().filter(|tie| tie.record.standing.state == TieState::OnRecord);
    let (told, rest): (Vec<_>, Vec<_>) = on_record.enumerate().partition(|(place, _)| *place < FEW);
    let of_ties = |(_, tie): (usize, &Tie)| of_tie(tie, year);
    let left_out = rest.into_iter().flat_map(of_ties).count() as u64 + with.ties.left_out;
    let mut lines: Vec<BriefLine> = told.into_iter().flat_map(of_ties).collect();
    let coming = once(with, |state| matches!(state, TieState::Planned | TieState::NotYet));
    let left_out = left_out + coming.len().saturating_sub(FEW) as u64;
    lines.extend(coming.into_iter().take(FEW).map(|event| BriefLine {
        says: say!("brief-coming", what = event.thing.name.as_str(), when = event.a.since.as_str()),
        claims: words::proofs(&event.a.evidence),
        ..BriefLine::default()
    }));
    let missing = listed(with.about.looked.not_looked.iter().map(|title| title.to_lowercase()));
    if !missing.is_empty() {
        lines.push(BriefLine { says: say!("not-yet-searched", what = missing), ..BriefLine::default() });
    }
    let all = lines.len() as u64 + left_out;
    part.lines(lines, all)
}

/// Its next round anniversary where its beginning is known, and the paper to ask for where no side speaks of it.
fn of_tie(tie: &Tie, today: Option<i64>) -> Vec<BriefLine> {
    let name = tie.other.name.as_str();
    let began = began(tie);
    let round = began.zip(today).map(|(began, today)| anniversary(began, today));
    let says = [
        began.zip(round).map(|(year, n)| {
            say!(
                "brief-anniversary",
                name = name,
                year = year.to_string(),
                n = n,
                then = (year + n).to_string()
            )
        }),
        (tie.period.is_empty()).then(|| say!("brief-ask-date", name = name)),
        (!tie.period.is_empty() && tie.record.evidence.boxes() < 3)
            .then(|| say!("brief-ask-paper", name = name)),
    ];
    let line = |says| BriefLine { says, claims: words::claims(tie), ..BriefLine::default() };
    says.into_iter().flatten().map(line).collect()
}

/// The year in which it began; `None`: it may have been another, or sources differ.
fn began(tie: &Tie) -> Option<i64> {
    let start = tie.period.parse::<Period>().ok()?.start();
    let year = start.earliest.year()?;
    (start.latest.year() == Some(year)).then_some(year)
}

/// The next one of five years, or ten: of 1996 in 2026 the thirtieth, in 2027 the thirty-fifth.
fn anniversary(began: i64, today: i64) -> i64 {
    let age = (today - began).max(1);
    (age + 4) / 5 * 5
}

/// Statements that may belong here.
fn to_check(part: BriefPart, with: &With) -> BriefPart {
    let lines = with.please_check.iter().take(FEW).map(|row| BriefLine {
        name: row.written_as.clone(),
        href: format!("/claims/{}#decide", row.claim),
        says: may_be(row),
        ..BriefLine::default()
    });
    part.lines(lines.collect(), with.please_check.len() as u64)
}

fn may_be(row: &PleaseCheck) -> String {
    let (source, place) = (row.source.title.as_str(), row.locator.as_str());
    let names = listed(row.may_be.iter().map(comity_answer::EntityRef::full));
    if names.is_empty() {
        return say!("brief-check-country", source = source, place = place);
    }
    say!("brief-check-name", names = names, source = source, place = place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_round_anniversary() {
        assert_eq!(anniversary(1996, 2026), 30);
        assert_eq!(anniversary(1996, 2027), 35);
        assert_eq!(anniversary(2026, 2026), 5);
    }
}
