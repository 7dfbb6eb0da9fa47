//! Who looks for what, who has it to give, and who of them is near?

use std::collections::{BTreeMap, BTreeSet};

use comity_messages::{message, say};
use comity_model::{Day, EntityAttribute, IssueArea};
use comity_snapshot::{AttributeStatement, EntityIx, Evidence, Snapshot, time_of, wording};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may};
use crate::report::{Cell, CoverageQuery, Head, Indicator, Method, Report, Table, about, looked};

pub(crate) const QUESTION: Question = Question {
    id: "needs",
    title: message!("question-needs"),
    group: Group::Partners,
    help: message!("help-needs"),
    arguments: &[
        may("of", Range::Entity, "only what this place, or places in it, look for or offer"),
        may("area", Range::Text { of: "an issue area" }, "only in this issue area, such as health"),
        AT,
        LIMIT,
    ],
    example: &[("of", "japan")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let at = arguments.at();
    let of = arguments.some_node("of")?;
    let area = arguments.parsed("area", |text| text.to_lowercase().parse().ok())?;
    let territory = of.map(|node| snapshot.territory(node));
    let sides: Vec<_> = territory.iter().collect();
    let looked = looked(snapshot, &CoverageQuery { layers: &[], sides: &sides });
    let there = of.map_or_else(String::new, |of| say!("part-in", place = snapshot.name(of)));
    let mut about = about(QUESTION.id, snapshot, say!("needs-title", there = there), &at, looked);
    about.methods.push(Method::new(&say!("needs-method"), ""));
    let all = wishes(snapshot, area, at.window.to);
    let inside = |wish: &&Wish<'_>| territory.as_ref().is_none_or(|place| place.holds(wish.place));
    let found: Vec<&Wish<'_>> = all.iter().filter(inside).collect();
    if found.is_empty() {
        return Ok(Report::unanswerable(about, &say!("needs-none")).into());
    }
    let areas = areas(snapshot, &found);
    let mut sheet = Report::new(about, summary(&found, &areas));
    sheet.indicators = figures(snapshot, &found);
    sheet.tables.push(by_area(areas));
    sheet.tables.push(listed(snapshot, &found, &all).cut(arguments.limit()));
    Ok(sheet.into())
}

/// What one place looks for or offers in one area, as a source has it.
struct Wish<'w> {
    place: EntityIx,
    area: &'w str,
    stated: AttributeStatement<'w>,
}

impl Wish<'_> {
    fn is_need(&self) -> bool {
        self.stated.attribute == EntityAttribute::Seeks
    }

    fn evidence(&self, snapshot: &Snapshot) -> Evidence {
        snapshot.evidence_of_statement(self.stated.statement)
    }
}

/// All that is sought or offered by the day, by area, place and statement.
fn wishes(snapshot: &Snapshot, area: Option<IssueArea>, day: Day) -> Vec<Wish<'_>> {
    let stated = snapshot.statements().iter().filter_map(|one| AttributeStatement::of(snapshot, one));
    let wished = stated.filter(|(_, stated)| {
        matches!(stated.attribute, EntityAttribute::Seeks | EntityAttribute::Offers)
            && area.is_none_or(|area| area.as_str() == stated.value)
            && time_of(snapshot, stated.statement).start().earliest <= day
    });
    let mut all: Vec<Wish<'_>> =
        wished.map(|(place, stated)| Wish { place, area: stated.value, stated }).collect();
    all.sort_by_key(|wish| (wish.area, snapshot.name(wish.place), wish.stated.statement.id));
    all
}

fn places<'a>(wishes: impl Iterator<Item = &'a &'a Wish<'a>>) -> usize {
    wishes.map(|wish| wish.place).collect::<BTreeSet<EntityIx>>().len()
}

/// "58 places look for something and 6 have something to offer. Most look for culture and education: 31."
fn summary(found: &[&Wish<'_>], areas: &BTreeMap<&str, AreaWishes>) -> String {
    let seek = places(found.iter().filter(|wish| wish.is_need()));
    let offer = places(found.iter().filter(|wish| !wish.is_need()));
    if seek == 0 {
        return say!("needs-only-offers", offer = offer);
    }
    let said = say!("needs-summary", seek = seek, offer = offer);
    let named = areas.iter().filter(|(area, _)| **area != IssueArea::Unnamed.as_str());
    let mut most: Vec<(usize, &str)> = named.map(|(area, of)| (of.seek.len(), *area)).collect();
    most.sort_unstable();
    match most.as_slice() {
        [.., (second, _), (n, area)] if n > second => say!("needs-most", said = said, n = *n, area = *area),
        [(n, area)] if *n > 0 => say!("needs-most", said = said, n = *n, area = *area),
        _ => said,
    }
}

fn figures(snapshot: &Snapshot, found: &[&Wish<'_>]) -> Vec<Indicator> {
    let (seek, offer): (Vec<&Wish<'_>>, Vec<&Wish<'_>>) = found.iter().partition(|wish| wish.is_need());
    let of = |label: &str, wishes: &[&Wish<'_>]| figure(snapshot, label, wishes);
    vec![of(&say!("needs-figure-seek"), &seek), of(&say!("needs-figure-offer"), &offer)]
}

fn figure(snapshot: &Snapshot, label: &str, wishes: &[&Wish<'_>]) -> Indicator {
    let claims = wishes.iter().map(|wish| wish.evidence(snapshot));
    Indicator::count(label, places(wishes.iter()), "").by(claims)
}

/// Who seeks and who offers something in one area.
#[derive(Default)]
struct AreaWishes {
    seek: BTreeSet<EntityIx>,
    offer: BTreeSet<EntityIx>,
    evidence: Vec<Evidence>,
}

fn areas<'w>(snapshot: &Snapshot, found: &[&Wish<'w>]) -> BTreeMap<&'w str, AreaWishes> {
    let mut areas: BTreeMap<&str, AreaWishes> = BTreeMap::new();
    for wish in found {
        let area = areas.entry(wish.area).or_default();
        let side = if wish.is_need() { &mut area.seek } else { &mut area.offer };
        side.insert(wish.place);
        area.evidence.push(wish.evidence(snapshot));
    }
    areas
}

fn by_area(areas: BTreeMap<&str, AreaWishes>) -> Table {
    let columns: &[Head<'_>] = &[
        ("area", &say!("head-issue-area"), ""),
        ("seek", &say!("head-places-that-seek-it"), ""),
        ("offer", &say!("head-places-that-offer-it"), ""),
    ];
    let mut table = Table::new("areas", &say!("needs-table-areas"), columns);
    let mut areas: Vec<(&str, AreaWishes)> = areas.into_iter().collect();
    areas.sort_by_key(|(area, of)| (std::cmp::Reverse(of.seek.len()), *area));
    for (area, of) in areas {
        let cells = vec![area.into(), (of.seek.len() as u64).into(), (of.offer.len() as u64).into()];
        table.push(cells, of.evidence);
    }
    table
}

fn listed(snapshot: &Snapshot, found: &[&Wish<'_>], all: &[Wish<'_>]) -> Table {
    let columns: &[Head<'_>] = &[
        ("place", &say!("head-place"), ""),
        ("seeks_or_offers", &say!("head-seeks-or-offers"), ""),
        ("area", &say!("head-issue-area"), ""),
        ("words", &say!("head-it-says"), ""),
        ("when", &say!("head-when"), ""),
        ("near", &say!("head-nearest-other-side"), ""),
        ("km", &say!("head-distance"), "km"),
    ];
    let mut table = Table::new("wishes", &say!("needs-table-wishes"), columns);
    for wish in found {
        let (near, km) = nearest(snapshot, wish, all).unzip();
        let time = time_of(snapshot, wish.stated.statement);
        let side = if wish.is_need() { say!("needs-seeks") } else { say!("needs-offers") };
        let mut evidence = vec![wish.evidence(snapshot)];
        evidence.extend(near.map(|other: &Wish<'_>| other.evidence(snapshot)));
        let cells = vec![
            snapshot.refer(wish.place).into(),
            side.into(),
            wish.area.into(),
            wish.stated.statement.claim.words.to_string().into(),
            Cell::Time { words: wording::period(&time), from: time.start().earliest.to_string() },
            near.map(|other| snapshot.refer(other.place)).into(),
            km.map(f64::round).into(),
        ];
        table.push(cells, evidence);
    }
    table
}

/// Who offers what it seeks, or seeks what it offers, the fewest kilometres away; places without a point are
/// left out, and who names no area is near to nobody.
fn nearest<'a, 'w>(snapshot: &Snapshot, wish: &Wish<'_>, all: &'a [Wish<'w>]) -> Option<(&'a Wish<'w>, f64)> {
    let own = snapshot.entity(wish.place).point.filter(|_| wish.area != IssueArea::Unnamed.as_str())?;
    let others = all.iter().filter(|other| {
        other.area == wish.area && other.is_need() != wish.is_need() && other.place != wish.place
    });
    let placed = others.filter_map(|other| Some((other, own.km_to(snapshot.entity(other.place).point?))));
    placed.min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.place.cmp(&b.0.place)))
}
