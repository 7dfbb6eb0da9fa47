//! A brief of one: a city, a state, a country or a network, with whom it is tied and what is to be checked.

use comity_answer::{
    Cell, Claimed, Layer, Profile, RolledUp, Row, Table, Tie, TieFacetBy, TieGroup, TieState,
};
use comity_messages::{listed, say};
use comity_model::EntityKind;

use super::part::{BriefLine, BriefPart};
use super::writer::{BriefWriter, page_of};
use crate::address::link;

/// Partners that are told line by line.
const PARTNERS: usize = 6;
/// Of everything else.
const FEW: usize = 3;
/// Names on one line: of countries, and of all else; of events and acts a few.
const NAMES: usize = 10;
const LONG_NAMES: usize = 5;

/// In the order of a reader who has a minute.
pub(super) fn parts(writer: &mut BriefWriter<'_>, profile: &Profile) -> Vec<BriefPart> {
    let page = page_of(&profile.entity);
    let mut parts = Vec::new();
    if let Some(rolled) = &profile.rolled_up {
        parts.extend(rolled_up(profile, rolled, &page));
    }
    let is_network = profile.entity.kind == EntityKind::Network;
    if is_network {
        parts.push(by_country(profile, &page));
    }
    let told = profile.ties.iter().enumerate().filter(|(_, group)| group.layer != Layer::Places);
    for (place, group) in told {
        let part = BriefPart::new(title(profile, group), &page, TIES.get(place).copied().unwrap_or_default());
        let is_told = place == 0 && group.layer == Layer::Agreements;
        if is_told && group.rows.iter().any(|tie| tie.via.is_some()) {
            parts.push(writer.group(part, group, if profile.rolled_up.is_some() { FEW } else { PARTNERS }));
            parts.extend(countries(group, &page));
        } else {
            let is_titled = matches!(group.layer, Layer::Acts | Layer::Events);
            parts.push(writer.names(part, group, if is_titled { FEW } else { LONG_NAMES }));
        }
    }
    if let Some(rules) = &profile.rules {
        let part = BriefPart::new(rules.title.clone(), &page, "rules");
        parts.push(writer.rules(part, rules, FEW));
    }
    parts.push(claimed(writer, profile, &page));
    parts.push(before_you_go(profile, &page));
    parts.push(to_check(profile, &page));
    parts.retain(BriefPart::is_shown);
    parts
}

/// Where the groups of ties stand on the page of an entity.
const TIES: [&str; 6] = ["ties-0", "ties-1", "ties-2", "ties-3", "ties-4", "ties-5"];

/// Of a country its own ties stand apart from those of its places.
fn title(profile: &Profile, group: &TieGroup) -> String {
    match &profile.rolled_up {
        Some(_) => say!("brief-own", kind = group.title.to_lowercase()),
        None => group.title.clone(),
    }
}

/// With which countries, and whose ties they are.
fn rolled_up(profile: &Profile, rolled: &RolledUp, page: &str) -> [BriefPart; 2] {
    let with = |one: &str| link("/ask/with", &[("subject", profile.entity.id.as_str()), ("object", one)]);
    let own = |one: &str| link("/ask/profile", &[("entity", one)]);
    [
        ranked(BriefPart::new(say!("brief-with-countries"), page, "by-country"), &rolled.by_country, with),
        ranked(BriefPart::new(say!("brief-whose"), page, "most-tied"), &rolled.most_tied, own),
    ]
}

/// The first rows of a table of names and numbers; a number leads to what it counts.
fn ranked(part: BriefPart, table: &Table, counts: impl Fn(&str) -> String) -> BriefPart {
    let lines = table.rows.iter().take(NAMES).map(|row| rank(row, &counts)).collect();
    part.lines(lines, table.rows.len() as u64 + table.left_out).run_on()
}

fn rank(row: &Row, counts: impl Fn(&str) -> String) -> BriefLine {
    let says = row.cells.get(1).map(ToString::to_string).unwrap_or_default();
    match row.cells.first() {
        Some(Cell::Entity(one)) => BriefLine {
            name: one.name.clone(),
            href: page_of(one),
            claims: counts(one.id.as_str()),
            says,
            sources: Vec::new(),
        },
        other => BriefLine {
            name: other.map(ToString::to_string).unwrap_or_default(),
            says,
            ..BriefLine::default()
        },
    }
}

/// Partners by country, as its page lets a reader choose them.
fn countries(group: &TieGroup, page: &str) -> Option<BriefPart> {
    let mut facets = group.choices.iter().flat_map(|choices| &choices.facets);
    let by_country = facets.find(|facet| facet.by == TieFacetBy::Country)?;
    let lines = by_country.values.iter().take(NAMES).map(|value| BriefLine {
        says: format!("{} {}", value.words, value.n),
        claims: link(page, &[(TieFacetBy::Country.name(), &value.value)]),
        ..BriefLine::default()
    });
    let part = BriefPart::new(say!("brief-by-country"), page, "ties-0");
    Some(part.lines(lines.collect(), by_country.values.len() as u64).run_on())
}

/// Members of a network by country.
fn by_country(profile: &Profile, page: &str) -> BriefPart {
    let rows = profile.countries.iter().filter(|row| row.count.presumed > 0);
    let lines: Vec<BriefLine> = rows
        .filter_map(|row| {
            let country = row.country.as_ref()?;
            let fields = [("network", profile.entity.id.as_str()), ("within", country.id.as_str())];
            Some(BriefLine {
                name: country.name.clone(),
                href: page_of(country),
                says: crate::words::number(&row.count.presumed),
                claims: link("/ask/members", &fields),
                sources: Vec::new(),
            })
        })
        .collect();
    let all = lines.len() as u64;
    let part = BriefPart::new(say!("brief-by-country"), page, "by-country");
    part.lines(lines.into_iter().take(NAMES).collect(), all).run_on()
}

/// Numbers that sources give, the newest first.
fn claimed(writer: &mut BriefWriter<'_>, profile: &Profile, page: &str) -> BriefPart {
    let is_dated = |one: &Claimed| one.period.starts_with(|c: char| c.is_ascii_digit());
    let numbers = profile.claimed.iter().filter(|one| !one.quantity.is_empty());
    let (dated, undated): (Vec<_>, Vec<_>) = numbers.partition(|one| is_dated(one));
    let all = (dated.len() + undated.len()) as u64;
    let lines = dated.into_iter().chain(undated).take(FEW).map(|one| number(writer, one)).collect();
    BriefPart::new(say!("brief-numbers"), page, "claimed").lines(lines, all)
}

fn number(writer: &mut BriefWriter<'_>, one: &Claimed) -> BriefLine {
    let (n, what, when) = (one.quantity.as_str(), one.wording.as_str(), one.when.as_str());
    BriefLine {
        says: if when.is_empty() {
            say!("brief-number", n = n, what = what)
        } else {
            say!("brief-number-when", n = n, what = what, when = when)
        },
        claims: format!("/claims/{}", one.evidence.claim),
        sources: writer.sources.of(std::slice::from_ref(&one.evidence)),
        ..BriefLine::default()
    }
}

/// What is coming, and what nobody has looked for.
fn before_you_go(profile: &Profile, page: &str) -> BriefPart {
    let events = profile.ties.iter().filter(|group| group.layer == Layer::Events);
    let is_coming = |tie: &&Tie| matches!(tie.record.standing.state, TieState::Planned | TieState::NotYet);
    let coming: Vec<&Tie> = events.flat_map(|group| &group.rows).filter(is_coming).collect();
    let left_out = coming.len().saturating_sub(FEW) as u64;
    let coming = coming.into_iter().take(FEW).map(|tie| BriefLine {
        says: say!("brief-coming", what = tie.other.name.as_str(), when = tie.since.as_str()),
        claims: crate::words::claims(tie),
        ..BriefLine::default()
    });
    let mut lines: Vec<BriefLine> = coming.collect();
    let missing = listed(profile.about.looked.not_looked.iter().map(|title| title.to_lowercase()));
    if !missing.is_empty() {
        lines.push(BriefLine { says: say!("not-yet-searched", what = missing), ..BriefLine::default() });
    }
    let all = lines.len() as u64 + left_out;
    BriefPart::new(say!("brief-before"), page, "profile").lines(lines, all)
}

/// Where sources disagree about it, and statements about it that wait for a match.
fn to_check(profile: &Profile, page: &str) -> BriefPart {
    let id = profile.entity.id.as_str();
    let (rivals, open) =
        (profile.conflicts.len(), profile.agreements.map_or(0, |spread| spread.open_matches));
    let mut lines = Vec::new();
    if rivals > 0 {
        let claims = link("/ask/conflicts", &[("entity", id)]);
        lines.push(BriefLine { says: say!("brief-rivals", n = rivals), claims, ..BriefLine::default() });
    }
    if open > 0 {
        let claims = link("/claims", &[("entity", id)]);
        lines.push(BriefLine { says: say!("brief-open", n = open), claims, ..BriefLine::default() });
    }
    let all = lines.len() as u64;
    BriefPart::new(say!("brief-check"), page, "conflicts").lines(lines, all)
}
