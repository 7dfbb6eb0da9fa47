//! Which offices for international affairs do cities and states have, how large are they, and under whom do they stand?

use std::collections::BTreeSet;

use comity_messages::{message, say};
use comity_model::{Day, EntityAttribute, EntityKind, Level, LinkKind};
use comity_snapshot::{AttributeStatement, EntityIx, Evidence, Layer, Snapshot, dates, time_of, wording};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may};
use crate::report::{Cell, CoverageQuery, Head, Indicator, Method, Report, Table, about, looked};

pub(crate) const QUESTION: Question = Question {
    id: "capacity",
    title: message!("question-capacity"),
    group: Group::Bursts,
    help: message!("help-capacity"),
    arguments: &[may("of", Range::Entity, "only those of this place, or of places in it"), AT, LIMIT],
    example: &[("of", "united-states")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let at = arguments.at();
    let of = arguments.some_node("of")?;
    let place = of.map(|node| snapshot.territory(node));
    let sides: Vec<_> = place.iter().collect();
    let looked = looked(snapshot, &CoverageQuery { layers: &[Layer::Places], sides: &sides });
    let whose = of.map_or_else(String::new, |of| say!("part-of", place = snapshot.name(of)));
    let title = say!("capacity-title", whose = whose);
    let mut about = about(QUESTION.id, snapshot, title, &at, looked);
    about.methods.push(Method::new(&say!("capacity-method"), ""));
    let mut found = units(snapshot, at.window.to);
    found.retain(|unit| place.as_ref().is_none_or(|place| place.holds(unit.of)));
    if found.is_empty() {
        return Ok(Report::unanswerable(about, &say!("capacity-none")).into());
    }
    let mut sheet = Report::new(about, summary(snapshot, &found));
    sheet.indicators = figures(snapshot, &found);
    sheet.tables.push(offices(snapshot, &found).cut(arguments.limit()));
    sheet.tables.push(years(snapshot, &found).cut(arguments.limit()));
    Ok(sheet.into())
}

/// One office, and the city or state that it is part of.
struct Unit<'w> {
    node: EntityIx,
    of: EntityIx,
    /// By the time they are of.
    stated: Vec<AttributeStatement<'w>>,
}

impl<'w> Unit<'w> {
    fn says(&self, wanted: EntityAttribute) -> impl Iterator<Item = &AttributeStatement<'w>> {
        self.stated.iter().filter(move |stated| stated.attribute == wanted)
    }

    /// Each value that a source gives, once.
    fn each(&self, wanted: EntityAttribute) -> String {
        let values: BTreeSet<String> = self.says(wanted).map(|stated| stated.value.to_owned()).collect();
        wording::list(&values.into_iter().collect::<Vec<_>>())
    }

    /// What tells how large it is.
    fn sizes(&self) -> impl Iterator<Item = &AttributeStatement<'w>> {
        use EntityAttribute::{Budget, Staff};
        self.stated.iter().filter(|stated| matches!(stated.attribute, Staff | Budget))
    }

    fn evidence(&self, snapshot: &Snapshot, wanted: &[EntityAttribute]) -> Vec<Evidence> {
        let own = self.stated.iter().filter(|stated| wanted.contains(&stated.attribute));
        own.map(|stated| snapshot.evidence_of_statement(stated.statement)).collect()
    }
}

const TOLD: [EntityAttribute; 5] = [
    EntityAttribute::Founded,
    EntityAttribute::FoundingAct,
    EntityAttribute::Placement,
    EntityAttribute::Staff,
    EntityAttribute::Budget,
];

/// Those of which something is told by that day, by city and name.
fn units(snapshot: &Snapshot, day: Day) -> Vec<Unit<'_>> {
    let all = snapshot.of_kind(EntityKind::Organisation);
    let mut found: Vec<Unit<'_>> = all.filter_map(|node| unit(snapshot, node, day)).collect();
    found.sort_by_key(|unit| (snapshot.name(unit.of), snapshot.name(unit.node), unit.node));
    found
}

fn unit(snapshot: &Snapshot, node: EntityIx, day: Day) -> Option<Unit<'_>> {
    let parts = snapshot.outgoing_of(LinkKind::Within, node);
    let of = parts.map(|(_, place)| place).find(|place| is_local(snapshot, *place))?;
    let begins = |stated: &AttributeStatement<'_>| time_of(snapshot, stated.statement).start().earliest;
    let mut stated: Vec<_> = snapshot.attributes(node).filter(|one| TOLD.contains(&one.attribute)).collect();
    stated.retain(|one| begins(one) <= day);
    stated.sort_by_key(|one| (begins(one), one.statement.id));
    (!stated.is_empty()).then_some(Unit { node, of, stated })
}

/// A place below a nation; Singapore is a city as well.
fn is_local(snapshot: &Snapshot, place: EntityIx) -> bool {
    let entity = snapshot.entity(place);
    entity.kind == EntityKind::Polity && (!entity.is(Level::Nation) || entity.is(Level::City))
}

fn telling<'u, 'w>(found: &'u [Unit<'w>], wanted: EntityAttribute) -> Vec<&'u Unit<'w>> {
    found.iter().filter(|unit| unit.says(wanted).next().is_some()).collect()
}

/// The office that was founded first, where one was before all others.
fn oldest<'u, 'w>(snapshot: &Snapshot, found: &'u [Unit<'w>]) -> Option<(&'u Unit<'w>, i64)> {
    let year = |unit: &&Unit<'_>| dates(snapshot, unit.node, EntityAttribute::Founded)?.earliest.year();
    let mut founded: Vec<(i64, &Unit<'_>)> =
        found.iter().filter_map(|unit| Some((year(&unit)?, unit))).collect();
    founded.sort_by_key(|(year, _)| *year);
    match founded.as_slice() {
        [(year, first), (next, _), ..] if next > year => Some((first, *year)),
        _ => None,
    }
}

/// "16 offices … are on file. Of 5 the staff is published, of 3 a budget; the oldest is that of New York, of 1962."
fn summary(snapshot: &Snapshot, found: &[Unit<'_>]) -> String {
    let staff = telling(found, EntityAttribute::Staff).len();
    let budget = telling(found, EntityAttribute::Budget).len();
    let said = say!("capacity-summary", n = found.len(), staff = staff, budget = budget);
    match oldest(snapshot, found) {
        Some((first, year)) => {
            let place = snapshot.name(first.of);
            say!("capacity-oldest", said = said, place = place, year = year.to_string())
        }
        None => said,
    }
}

fn figures(snapshot: &Snapshot, found: &[Unit<'_>]) -> Vec<Indicator> {
    let of = |label: String, wanted: &[EntityAttribute]| figure(snapshot, found, &label, wanted);
    vec![
        of(say!("capacity-figure"), &TOLD),
        of(say!("capacity-figure-staff"), &[EntityAttribute::Staff]),
        of(say!("capacity-figure-budget"), &[EntityAttribute::Budget]),
    ]
}

/// How many tell one of these, with a claim of each.
fn figure(snapshot: &Snapshot, found: &[Unit<'_>], label: &str, wanted: &[EntityAttribute]) -> Indicator {
    let claims: Vec<Evidence> =
        found.iter().filter_map(|unit| unit.evidence(snapshot, wanted).into_iter().next()).collect();
    Indicator::count(label, claims.len(), "").by(claims)
}

fn offices(snapshot: &Snapshot, found: &[Unit<'_>]) -> Table {
    let columns: &[Head<'_>] = &[
        ("of", &say!("head-place"), ""),
        ("office", &say!("head-office"), ""),
        ("founded", &say!("head-founded"), ""),
        ("act", &say!("head-made-by"), ""),
        ("placement", &say!("head-stands-under"), ""),
        ("staff", &say!("head-staff"), ""),
        ("budget", &say!("head-budget"), ""),
    ];
    let mut table = Table::new("offices", &say!("capacity-table-offices"), columns);
    for unit in found {
        let last = |wanted| unit.says(wanted).last().map(|stated| with_year(snapshot, stated));
        let cells = vec![
            snapshot.refer(unit.of).into(),
            snapshot.refer(unit.node).into(),
            unit.each(EntityAttribute::Founded).into(),
            unit.each(EntityAttribute::FoundingAct).into(),
            unit.each(EntityAttribute::Placement).into(),
            last(EntityAttribute::Staff).into(),
            last(EntityAttribute::Budget).into(),
        ];
        table.push(cells, unit.evidence(snapshot, &TOLD));
    }
    table
}

/// "3 people (2012)".
fn with_year(snapshot: &Snapshot, stated: &AttributeStatement<'_>) -> String {
    let amount = wording::grouped_within(stated.value);
    let year = year_of(snapshot, stated);
    say!("capacity-value", value = amount, unit = stated.unit, year = year)
}

fn year_of(snapshot: &Snapshot, stated: &AttributeStatement<'_>) -> String {
    let time = time_of(snapshot, stated.statement);
    time.start().earliest.year().map_or_else(|| say!("capacity-undated"), |year| year.to_string())
}

fn years(snapshot: &Snapshot, found: &[Unit<'_>]) -> Table {
    let columns: &[Head<'_>] = &[
        ("year", &say!("head-year"), ""),
        ("of", &say!("head-place"), ""),
        ("what", &say!("head-what"), ""),
        ("value", &say!("head-value"), ""),
        ("unit", &say!("head-unit"), ""),
    ];
    let mut table = Table::new("years", &say!("capacity-table-years"), columns);
    for unit in found {
        for stated in unit.sizes() {
            let value = stated.value.parse::<f64>().map_or_else(|_| Cell::from(stated.value), Cell::Number);
            let cells = vec![
                year_of(snapshot, stated).into(),
                snapshot.refer(unit.of).into(),
                wording::attribute(stated.attribute).into(),
                value,
                stated.unit.into(),
            ];
            table.push(cells, vec![snapshot.evidence_of_statement(stated.statement)]);
        }
    }
    table
}
