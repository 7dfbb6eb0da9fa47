//! Did cities that acted against a policy also have a tie with the country concerned, more often than others?

use comity_graph::association::{TwoByTwo, association};
use comity_model::{EntityId, Level};
use comity_snapshot::{EntityIx, Evidence, Layer, Snapshot, State};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, need};
use crate::questions::activity::acts::targets;
use crate::report::ties::agreement_ties_with;
use crate::report::{About, At, Cell, CoverageQuery, Indicator, Method, Report, Table, about, looked};

pub(crate) const QUESTION: Question = Question {
    id: "acts-and-twins",
    title: "Did those who acted also have a partner there?",
    group: Group::Bursts,
    help: "Cities with an act against a policy by cities with an agreement in the countries concerned: odds ratio, exact test",
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
    let args = TwinsArgs {
        against: arguments.entity("against")?,
        with: arguments.entities("with")?,
        of: arguments.entity("of")?,
        at: arguments.at(),
        limit: arguments.limit(),
    };
    acts_and_twins(snapshot, &args).map(Answer::Report)
}

struct TwinsArgs {
    against: EntityId,
    with: Vec<EntityId>,
    of: EntityId,
    at: At,
    limit: usize,
}

/// One city: whether it had such an act by the day, and such a tie on it.
struct City {
    node: EntityIx,
    act: State,
    tie: State,
    evidence: Vec<Evidence>,
}

fn acts_and_twins(snapshot: &Snapshot, args: &TwinsArgs) -> Result<Report, AskError> {
    let against = snapshot.require(&args.against)?;
    let of = snapshot.require(&args.of)?;
    let place = snapshot.territory(of);
    let looked =
        looked(snapshot, &CoverageQuery { layers: &[Layer::Acts, Layer::Agreements], sides: &[&place] });
    let title = format!("Acts against {} and agreements there", snapshot.name(against));
    let mut about = about(QUESTION.id, snapshot, title, &args.at, looked);
    about.methods.push(Method::new(
        "All cities of the place that are on file, by whether they had such an act and such an agreement. The odds \
         ratio is (both × neither)/(act only × agreement only); its 95 % interval and the two-sided probability are \
         exact, given how many had each.",
        "Fisher 1935, JRSS 98:39",
    ));
    about.caveats.push(
        "Cities are on file because something is known of them: cities with neither are missing, which makes the two \
         look less tied than they are, or even opposed. Read the ratio only where all cities were looked at."
            .to_owned(),
    );
    let cities = cities(snapshot, against, &place, args)?;
    let table = counted(&cities, State::is_possible);
    let found = association(table);
    if found.is_none() {
        let why = format!(
            "of the {} cities on file {} had such an act and {} such an agreement: an odds ratio needs cities with and \
             without each.",
            cities.len(),
            table.both + table.only_first,
            table.both + table.only_second
        );
        let mut sheet = Report::unanswerable(about, &why);
        sheet.tables.push(listed(snapshot, &cities, args));
        return Ok(sheet);
    }
    Ok(sheet(snapshot, about, &cities, args))
}

fn cities(
    snapshot: &Snapshot,
    against: EntityIx,
    place: &comity_snapshot::Territory,
    args: &TwinsArgs,
) -> Result<Vec<City>, AskError> {
    let countries = args.with.iter().map(|id| snapshot.require(id)).collect::<Result<Vec<_>, _>>()?;
    let countries: Vec<_> = countries.into_iter().map(|node| snapshot.territory(node)).collect();
    let adoptions = snapshot.adoptions();
    let city = |node: &EntityIx| snapshot.entity(*node).is(Level::City);
    let rows = place.members().iter().copied().filter(city).map(|node| {
        let (mut act, mut evidence) = (State::NotYet, Vec::new());
        for adoption in
            adoptions.iter().filter(|one| one.by == node && targets(snapshot, one.act).contains(&against))
        {
            let state = match adoption.by(args.at.window.to) {
                (_, true) => State::Confirmed,
                (true, _) => State::Possible,
                _ => State::NotYet,
            };
            act = act.min(state);
            evidence.extend(adoption.evidence(snapshot));
        }
        let there = |far: EntityIx| countries.iter().any(|country| country.holds(far));
        let ties = agreement_ties_with(snapshot, node, &args.at, there);
        let tie = ties.iter().map(|tie| tie.state).min().unwrap_or(State::NotYet);
        evidence.extend(ties.into_iter().flat_map(|tie| tie.evidence));
        City { node, act, tie, evidence }
    });
    Ok(rows.collect())
}

fn counted(cities: &[City], holds: fn(State) -> bool) -> TwoByTwo {
    let held: Vec<(bool, bool)> = cities.iter().map(|city| (holds(city.act), holds(city.tie))).collect();
    let count = |act: bool, tie: bool| held.iter().filter(|held| **held == (act, tie)).count() as u64;
    TwoByTwo {
        both: count(true, true),
        only_first: count(true, false),
        only_second: count(false, true),
        neither: count(false, false),
    }
}

fn sheet(snapshot: &Snapshot, about: About, cities: &[City], args: &TwinsArgs) -> Report {
    let (certain, possible) = (counted(cities, State::is_certain), counted(cities, State::is_possible));
    let summary = format!(
        "{} of {} cities with such an act also had such an agreement, {} of {} without.",
        possible.both,
        possible.both + possible.only_first,
        possible.only_second,
        possible.only_second + possible.neither
    );
    let mut sheet = Report::new(about, summary);
    let evidence = || cities.iter().flat_map(|city| city.evidence.iter().cloned());
    for (words, table) in [("with all that may hold", possible), ("with what is confirmed alone", certain)] {
        let Some(found) = association(table) else { continue };
        let (low, high) = found.exact;
        let end = if high.is_finite() { "" } else { " without an upper end" };
        let label = format!("odds ratio, 95 % interval{end}, {words}");
        let ratio = Indicator::new(&label, found.odds_ratio, "");
        let ratio =
            if high.is_finite() { ratio.between(low, high) } else { Indicator { low: Some(low), ..ratio } };
        sheet.indicators.push(ratio.by(evidence()));
        let label = format!("two-sided probability without any association, {words}");
        sheet.indicators.push(Indicator::new(&label, Some(found.p), "").by(evidence()));
    }
    sheet.tables.push(four_fold(certain, possible));
    sheet.tables.push(listed(snapshot, cities, args));
    sheet
}

fn four_fold(certain: TwoByTwo, possible: TwoByTwo) -> Table {
    let columns = [
        ("cities", "Cities", ""),
        ("possible", "With all that may hold", "cities"),
        ("certain", "With what is confirmed alone", "cities"),
    ];
    let mut table = Table::new("four-fold", "Two by two", &columns);
    let rows = [
        ("with an act and an agreement", possible.both, certain.both),
        ("with an act only", possible.only_first, certain.only_first),
        ("with an agreement only", possible.only_second, certain.only_second),
        ("with neither", possible.neither, certain.neither),
    ];
    for (words, possible, certain) in rows {
        table.push(vec![words.into(), possible.into(), certain.into()], Vec::new());
    }
    table.computed_from(
        "Counted over the cities below, whose rows carry the claims; of those with neither there are none.",
    )
}

fn listed(snapshot: &Snapshot, cities: &[City], args: &TwinsArgs) -> Table {
    let columns = [("city", "City", ""), ("act", "Act", ""), ("tie", "Agreement", "")];
    let mut table = Table::new("cities", "Cities with an act or an agreement", &columns);
    let some = |city: &&City| city.act.is_possible() || city.tie.is_possible();
    for city in cities.iter().filter(some) {
        table.push(
            vec![snapshot.refer(city.node).into(), cell(city.act), cell(city.tie)],
            city.evidence.clone(),
        );
    }
    table.cut(args.limit)
}

fn cell(state: State) -> Cell {
    match state {
        State::Confirmed => Cell::State { state, words: "confirmed".to_owned() },
        state if state.is_possible() => Cell::State { state, words: "may hold".to_owned() },
        _ => Cell::Empty,
    }
}
