//! Did cities that acted against a policy also have a tie with the country concerned, more often than others?

use comity_graph::association::{TwoByTwo, association};
use comity_messages::{Message, message, say};
use comity_model::Level;
use comity_snapshot::{EntityIx, Evidence, Layer, Snapshot};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, need};
use crate::questions::activity::acts::targets;
use crate::report::ties::agreement_ties_with;
use crate::report::{
    About, Cell, CoverageQuery, DATED_ENOUGH, Head, Indicator, Method, Report, Table, about, looked,
};

pub(crate) const QUESTION: Question = Question {
    id: "acts-and-twins",
    title: message!("question-acts-and-twins"),
    group: Group::Bursts,
    help: message!("help-acts-and-twins"),
    arguments: &[
        need("against", Range::Entity, "the policy or country the acts stand against"),
        need("with", Range::Entities { most: 20 }, "the countries concerned"),
        need("of", Range::Entity, "the state or country whose cities are compared"),
        AT,
        LIMIT,
    ],
    example: &[
        ("against", "reagan-central-america-policy"),
        ("with", "nicaragua"),
        ("of", "united-states"),
        ("at", "1989"),
    ],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let at = arguments.at();
    let against = arguments.node("against")?;
    let of = arguments.node("of")?;
    let place = snapshot.territory(of);
    let looked =
        looked(snapshot, &CoverageQuery { layers: &[Layer::Acts, Layer::Agreements], sides: &[&place] });
    let title = say!("acts-and-twins-title", policy = snapshot.name(against));
    let mut about = about(QUESTION.id, snapshot, title, &at, looked);
    about.methods.push(Method::new(&say!("acts-and-twins-method"), "Fisher 1935, JRSS 98:39"));
    about.caveats.push(say!("acts-and-twins-caveat"));
    let cities = cities(snapshot, against, &place, arguments)?;
    let table = counted(&cities);
    let found = association(table);
    let some = table.both + table.only_first + table.only_second;
    let mut sheet = if some < DATED_ENOUGH as u64 {
        few(about, &cities, some)
    } else if found.is_none() {
        one_sided(about, &cities, table)
    } else {
        return Ok(sheet(snapshot, about, &cities, arguments).into());
    };
    sheet.tables.push(listed(snapshot, &cities, arguments));
    Ok(sheet.into())
}

/// One city: whether it had such an act by the day, and such a tie on it.
struct City {
    node: EntityIx,
    /// Adopted by the day.
    act: bool,
    /// On record on the day.
    tie: bool,
    evidence: Vec<Evidence>,
}

fn few(about: About, cities: &[City], some: u64) -> Report {
    let refused = Report::unanswerable(about, &say!("acts-and-twins-few", n = some, least = DATED_ENOUGH));
    let counted = indicator(cities, message!("acts-and-twins-some"), |city| city.act || city.tie);
    Report { indicators: vec![counted], least: Some(DATED_ENOUGH as u64), ..refused }
}

fn one_sided(about: About, cities: &[City], table: TwoByTwo) -> Report {
    let why = say!(
        "acts-and-twins-one-sided",
        n = cities.len(),
        act = table.both + table.only_first,
        tie = table.both + table.only_second
    );
    let indicators = vec![
        indicator(cities, message!("acts-and-twins-all"), |_| true),
        indicator(cities, message!("acts-and-twins-acted"), |city| city.act),
        indicator(cities, message!("acts-and-twins-tied"), |city| city.tie),
    ];
    Report { indicators, ..Report::unanswerable(about, &why) }
}

fn cities(
    snapshot: &Snapshot,
    against: EntityIx,
    place: &comity_snapshot::Territory,
    arguments: &Arguments<'_>,
) -> Result<Vec<City>, AskError> {
    let (at, with) = (arguments.at(), arguments.entities("with")?);
    let countries = with.iter().map(|id| snapshot.require(id)).collect::<Result<Vec<_>, _>>()?;
    let countries: Vec<_> = countries.into_iter().map(|node| snapshot.territory(node)).collect();
    let adoptions = snapshot.adoptions();
    let city = |node: &EntityIx| snapshot.entity(*node).is(Level::City);
    let rows = place.members().iter().copied().filter(city).map(|node| {
        let (mut act, mut evidence) = (false, Vec::new());
        for adoption in
            adoptions.iter().filter(|one| one.by == node && targets(snapshot, one.act).contains(&against))
        {
            act |= adoption.by(at.window.to).1;
            evidence.extend(adoption.evidence(snapshot));
        }
        let there = |far: EntityIx| countries.iter().any(|country| country.holds(far));
        let ties = agreement_ties_with(snapshot, node, &at, there);
        let tie = ties.iter().any(|tie| tie.record.standing.presumed);
        evidence.extend(ties.into_iter().flat_map(|tie| tie.evidence));
        City { node, act, tie, evidence }
    });
    Ok(rows.collect())
}

fn counted(cities: &[City]) -> TwoByTwo {
    let count = |act, tie| cities.iter().filter(|city| (city.act, city.tie) == (act, tie)).count() as u64;
    TwoByTwo {
        both: count(true, true),
        only_first: count(true, false),
        only_second: count(false, true),
        neither: count(false, false),
    }
}

fn sheet(snapshot: &Snapshot, about: About, cities: &[City], arguments: &Arguments<'_>) -> Report {
    let table = counted(cities);
    let summary = say!(
        "acts-and-twins-summary",
        both = table.both,
        act = table.both + table.only_first,
        only = table.only_second,
        others = table.only_second + table.neither
    );
    let mut sheet = Report::new(about, summary);
    let evidence = || cities.iter().flat_map(|city| city.evidence.iter().cloned());
    if let Some(found) = association(table) {
        let (low, high) = found.exact;
        let is_closed = high.is_finite();
        let label = if is_closed { say!("acts-and-twins-odds") } else { say!("acts-and-twins-odds-open") };
        let ratio = Indicator::new(&label, found.odds_ratio, "");
        let ratio =
            if high.is_finite() { ratio.between(low, high) } else { Indicator { low: Some(low), ..ratio } };
        sheet.indicators.push(ratio.by(evidence()));
        let chance = Indicator::new(&say!("acts-and-twins-probability"), Some(found.p), "");
        sheet.indicators.push(chance.by(evidence()));
    }
    sheet.indicators.push(indicator(cities, message!("acts-and-twins-acted"), |city| city.act));
    sheet.indicators.push(indicator(cities, message!("acts-and-twins-others"), |city| !city.act));
    sheet.tables.push(four_fold(table));
    sheet.tables.push(listed(snapshot, cities, arguments));
    sheet
}

/// How many of the cities are so, with their claims.
fn indicator(cities: &[City], label: Message, wanted: fn(&City) -> bool) -> Indicator {
    let own = cities.iter().filter(|city| wanted(city));
    let evidence = own.clone().flat_map(|city| city.evidence.iter().cloned());
    Indicator::count(&label.text(), own.count(), "").by(evidence)
}

fn four_fold(counted: TwoByTwo) -> Table {
    let columns: &[Head<'_>] =
        &[("cities", &say!("head-cities"), ""), ("n", &say!("head-how-many"), "cities")];
    let mut table = Table::new("four-fold", &say!("acts-and-twins-table-four-fold"), columns);
    let rows = [
        (message!("acts-and-twins-both"), counted.both),
        (message!("acts-and-twins-act"), counted.only_first),
        (message!("acts-and-twins-tie"), counted.only_second),
        (message!("acts-and-twins-neither"), counted.neither),
    ];
    for (words, n) in rows {
        table.push(vec![words.text().into(), n.into()], Vec::new());
    }
    table.computed_from(&say!("acts-and-twins-computed"))
}

fn listed(snapshot: &Snapshot, cities: &[City], arguments: &Arguments<'_>) -> Table {
    let columns: &[Head<'_>] = &[
        ("city", &say!("head-city"), ""),
        ("act", &say!("head-act"), ""),
        ("tie", &say!("head-agreement"), ""),
    ];
    let mut table = Table::new("cities", &say!("acts-and-twins-table-cities"), columns);
    let some = |city: &&City| city.act || city.tie;
    for city in cities.iter().filter(some) {
        table.push(
            vec![snapshot.refer(city.node).into(), cell(city.act), cell(city.tie)],
            city.evidence.clone(),
        );
    }
    table.cut(arguments.limit())
}

fn cell(has: bool) -> Cell {
    if has { say!("acts-and-twins-on-record").into() } else { Cell::Empty }
}
