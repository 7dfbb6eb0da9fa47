//! Who kept offices abroad where on a day, beside the numbers that sources claim?

use std::collections::BTreeMap;

use comity_model::{EntityId, Level, LinkKind, Mention};
use comity_snapshot::{EntityIx, Evidence, Fact, Layer, Snapshot, State, Territory, words};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may};
use crate::questions::activity::counts::counts;
use crate::report::{About, At, Cell, Chart, Dot, Look, Picture, Sheet, Table, about, fact_cell, looked};

pub(crate) const QUESTION: Question = Question {
    id: "offices",
    title: "Who keeps offices abroad?",
    group: Group::Bursts,
    help: "Offices abroad by who keeps them and where on a day, and every rival number that sources claim",
    arguments: &[
        may("of", Range::Entity, "only those kept from this state or country"),
        may("host", Range::Entity, "only those in this city or country"),
        AT,
        LIMIT,
    ],
    example: &[("of", "united-states"), ("host", "gn1850147"), ("at", "1982")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let args = OfficesArgs {
        of: arguments.some_entity("of")?,
        host: arguments.some_entity("host")?,
        at: arguments.at(),
        limit: arguments.limit(),
    };
    offices(snapshot, &args).map(Answer::Sheet)
}

struct OfficesArgs {
    of: Option<EntityId>,
    host: Option<EntityId>,
    at: At,
    limit: usize,
}

/// One office of one keeper.
struct KeptOffice<'w> {
    by: EntityIx,
    office: EntityIx,
    fact: Fact<'w>,
    state: State,
}

fn offices(snapshot: &Snapshot, args: &OfficesArgs) -> Result<Sheet, AskError> {
    let territory = |id: &Option<EntityId>| {
        id.as_ref().map(|id| snapshot.require(id).map(|node| snapshot.territory(node))).transpose()
    };
    let (of, host) = (territory(&args.of)?, territory(&args.host)?);
    let sides: Vec<_> = of.iter().collect();
    let looked = looked(snapshot, &Look { layers: &[Layer::Offices], sides: &sides });
    let name = |place: &Option<Territory>, word: &str| {
        place.as_ref().map_or_else(String::new, |place| format!(" {word} {}", snapshot.name(place.root())))
    };
    let about =
        about(snapshot, format!("Offices abroad{}{}", name(&of, "of"), name(&host, "in")), &args.at, looked);
    let wanted = |by: EntityIx, office: EntityIx| {
        let there = host.as_ref().is_none_or(|host| host.holds(office));
        there && of.as_ref().is_none_or(|of| of.holds(by)) && abroad(snapshot, by, office)
    };
    let all = snapshot.facts(LinkKind::Keeps).into_iter().filter(|((by, office), _)| wanted(*by, *office));
    let all = all.map(|((by, office), fact)| {
        let state = fact.state(args.at.window);
        KeptOffice { by, office, fact, state }
    });
    let mut found: Vec<KeptOffice<'_>> = all.collect();
    found.sort_by_key(|kept| (kept.state, snapshot.name(kept.by), kept.office));
    let claimed = counts(snapshot, |scope| {
        let within = |place: &Option<Territory>, named: [&Option<Mention>; 2]| {
            let named = named.into_iter().flatten().find_map(|mention| snapshot.node(mention.id.as_ref()?));
            place.as_ref().is_none_or(|place| named.is_some_and(|node| place.holds(node)))
        };
        scope.link == Some(LinkKind::Keeps)
            && within(&of, [&scope.subject.entity, &scope.subject.within])
            && within(&host, [&scope.object.entity, &scope.object.within])
    });
    let Some(claimed) = claimed.or_else(|| (!found.is_empty()).then(no_counts)) else {
        return Ok(Sheet::cannot(about, "neither an office nor a number of offices is on file."));
    };
    Ok(sheet(snapshot, about, &found, claimed, args))
}

/// An office in one's own country is none abroad; one whose place is not on file may be.
fn abroad(snapshot: &Snapshot, by: EntityIx, office: EntityIx) -> bool {
    snapshot.nation(office).is_none_or(|host| snapshot.nation(by) != Some(host))
}

fn no_counts() -> Table {
    let mut table = Table::new("claimed", "Claimed by sources", &[("what", "What is counted", "")]);
    "No source on file counts such offices.".clone_into(&mut table.note);
    table
}

fn sheet(
    snapshot: &Snapshot,
    about: About,
    found: &[KeptOffice<'_>],
    claimed: Table,
    args: &OfficesArgs,
) -> Sheet {
    let possible = found.iter().filter(|kept| kept.state.is_possible()).count() as u64;
    let certain = found.iter().filter(|kept| kept.state.is_certain()).count() as u64;
    let lead = format!(
        "{} on file for that day: {certain} confirmed, {} more possible. Sources claim {} beside them.",
        words::many(possible, "office"),
        possible - certain,
        words::many(claimed.rows.len() as u64, "number")
    );
    let mut sheet = Sheet::new(about, lead);
    let groups = groups(snapshot, found);
    if !groups.is_empty() {
        sheet.charts.push(chart(&groups));
    }
    sheet.tables.push(by_host(groups).cut(args.limit));
    sheet.tables.push(listed(snapshot, found, args).cut(args.limit));
    sheet.tables.push(claimed.cut(args.limit));
    sheet
}

type Groups = BTreeMap<(String, String), (u64, u64, Vec<Evidence>)>;

/// By the level of the keeper and the country of the office.
fn groups(snapshot: &Snapshot, found: &[KeptOffice<'_>]) -> Groups {
    let mut groups = Groups::new();
    for kept in found.iter().filter(|kept| kept.state.is_possible()) {
        let host = snapshot.nation(kept.office);
        let host = host.map_or_else(|| "country not on file".to_owned(), |host| snapshot.name(host));
        let group = groups.entry((host, words::what(snapshot.entity(kept.by)))).or_default();
        group.0 += u64::from(kept.state.is_certain());
        group.1 += 1;
        group.2.extend(kept.fact.evidence(snapshot));
    }
    groups
}

fn by_host(groups: Groups) -> Table {
    let columns = [("host", "Country", ""), ("level", "Kept by a", ""), ("offices", "Offices", "")];
    let mut table = Table::new("hosts", "By country and keeper", &columns);
    for ((host, level), (certain, possible, evidence)) in groups {
        table.push(vec![host.into(), level.into(), Cell::Range { certain, possible }], evidence);
    }
    table
}

#[expect(clippy::cast_precision_loss, reason = "offices are counted in hundreds, not in 2^52")]
fn chart(groups: &Groups) -> Chart {
    let dot = |((host, level), (certain, possible, _)): (&(String, String), &(u64, u64, _))| Dot {
        label: format!("{host}, kept by a {level}"),
        value: *certain as f64,
        low: Some(*certain as f64),
        high: Some(*possible as f64),
        group: level.clone(),
    };
    Chart {
        id: "hosts",
        title: "Offices by country".to_owned(),
        caption: "Confirmed on the day; the line reaches to all that may have been there.".to_owned(),
        table: "hosts",
        picture: Picture::Bars { rows: groups.iter().map(dot).collect(), unit: "offices".to_owned() },
    }
}

fn listed(snapshot: &Snapshot, found: &[KeptOffice<'_>], args: &OfficesArgs) -> Table {
    let columns = [
        ("by", "Kept by", ""),
        ("office", "Office", ""),
        ("city", "City", ""),
        ("country", "Country", ""),
        ("since", "Since", ""),
        ("state", "On that day", ""),
    ];
    let mut table = Table::new("offices", "Offices", &columns);
    for kept in found {
        let city =
            snapshot.ancestors(kept.office).into_iter().find(|node| snapshot.entity(*node).is(Level::City));
        let cells = vec![
            snapshot.refer(kept.by).into(),
            snapshot.refer(kept.office).into(),
            city.map(|city| snapshot.refer(city)).into(),
            snapshot.nation(kept.office).map(|host| snapshot.refer(host)).into(),
            kept.fact.since().into(),
            fact_cell(snapshot, &kept.fact, args.at.window),
        ];
        table.push(cells, kept.fact.evidence(snapshot));
    }
    table
}
