//! Who weighs more in a network than by plain membership, once roles count?

use std::collections::BTreeMap;

use comity_graph::concentration::concentration;
use comity_messages::{message, rounded, say};
use comity_model::{LinkKind, ROLES, Window};
use comity_snapshot::timeslice::membership_role;
use comity_snapshot::{EntityIx, Evidence, Fact, Layer, Snapshot, facts, wording};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError, network};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may, need};
use crate::questions::representation::presence::{Share, shares};
use crate::report::{
    About, Cell, Chart, CoverageQuery, Dot, Head, Indicator, Method, Picture, Report, Table, about,
    as_number, looked,
};

pub(crate) const QUESTION: Question = Question {
    id: "weight",
    title: message!("question-weight"),
    group: Group::Weight,
    help: message!("help-weight"),
    arguments: &[
        need("network", Range::Entity, "a network"),
        may(
            "weights",
            Range::Items { each: "roles with weights from 0 to 100, such as board=4", most: 9 },
            "what roles weigh; the others keep their weight",
        ),
        AT,
        LIMIT,
    ],
    example: &[("network", "c40"), ("at", "2013-11")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let weights = arguments.parsed("weights", weights)?.unwrap_or_else(|| USUAL.to_vec());
    let at = arguments.at();
    let node = network(snapshot, &arguments.entity("network")?)?;
    let own = snapshot.territory(node);
    let looked = looked(snapshot, &CoverageQuery { layers: &[Layer::Networks], sides: &[&own] });
    let mut about =
        about(QUESTION.id, snapshot, say!("weight-heading", network = snapshot.name(node)), &at, looked);
    about.methods.push(Method::new(
        &say!("weight-method"),
        "Taylor 2001, Geographical Analysis 33:181 (service values as weights)",
    ));
    let countries = countries(snapshot, node, &weights, at.window);
    let some_role = snapshot
        .incoming(node)
        .any(|(link, _)| link.kind == LinkKind::Member && membership_role(link) != "member");
    if countries.is_empty() || !some_role {
        return Ok(Report::unanswerable(about, &say!("weight-none")).into());
    }
    Ok(sheet(snapshot, about, &countries, &weights, arguments).into())
}

/// What each role weighs, in the order of [`ROLES`].
type MemberWeights = Vec<f64>;

/// 1 for who only looks on, 2 for a member, 3 for a chair, 4 for the board, 5 for the presidency and the seat.
const USUAL: [f64; 9] = [1.0, 1.0, 1.0, 2.0, 2.0, 3.0, 4.0, 5.0, 5.0];

fn weights(text: &str) -> Option<MemberWeights> {
    let mut weights = USUAL.to_vec();
    for pair in text.split(',') {
        let (role, weight) = pair.split_once('=')?;
        let place = ROLES.iter().position(|each| *each == role.trim())?;
        weights[place] = weight.trim().parse().ok().filter(|weight: &f64| (0.0..=100.0).contains(weight))?;
    }
    Some(weights)
}

/// Members and their weight in one country.
#[derive(Default)]
struct Country {
    members: u64,
    weight: f64,
    evidence: Vec<Evidence>,
}

fn countries(
    snapshot: &Snapshot,
    network: EntityIx,
    weights: &MemberWeights,
    window: Window,
) -> BTreeMap<Option<EntityIx>, Country> {
    let mut found: BTreeMap<Option<EntityIx>, Country> = BTreeMap::new();
    let joined = snapshot.incoming_of(LinkKind::Member, network);
    for (member, fact) in facts(joined.map(|(link, member)| (member, link))) {
        if !fact.standing(snapshot, window).presumed {
            continue;
        }
        let country = found.entry(snapshot.nation(member)).or_default();
        country.members += 1;
        country.weight += weighs(snapshot, &fact, weights, window);
        country.evidence.extend(fact.evidence(snapshot));
    }
    found
}

/// The weight of the highest role that is on record on the day.
fn weighs(snapshot: &Snapshot, fact: &Fact<'_>, weights: &MemberWeights, window: Window) -> f64 {
    let mut by_role: BTreeMap<&str, Fact<'_>> = BTreeMap::new();
    for link in &fact.links {
        by_role.entry(membership_role(link)).or_insert_with(|| Fact { links: Vec::new() }).links.push(link);
    }
    let held = by_role.iter().filter(|(_, fact)| fact.own_record(snapshot).on(window).presumed);
    let weight = |role: &str| ROLES.iter().position(|each| *each == role).map_or(0.0, |place| weights[place]);
    held.map(|(role, _)| weight(role)).fold(0.0, f64::max)
}

fn sheet(
    snapshot: &Snapshot,
    about: About,
    countries: &BTreeMap<Option<EntityIx>, Country>,
    weights: &MemberWeights,
    arguments: &Arguments<'_>,
) -> Report {
    let sum = |of: fn(&Country) -> f64| countries.values().map(of).sum::<f64>();
    let all = Totals { members: sum(|one| as_number(one.members)), weight: sum(|one| one.weight) };
    let mut rows: Vec<(Option<EntityIx>, &Country)> =
        countries.iter().map(|(node, one)| (*node, one)).collect();
    rows.sort_by(|a, b| {
        b.1.weight.total_cmp(&a.1.weight).then_with(|| name(snapshot, a.0).cmp(&name(snapshot, b.0)))
    });
    let most = rows.iter().filter_map(|(node, one)| Some((*node, all.parting(one)?)));
    let summary = match most.max_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, ratio)| *ratio > 1.0) {
        Some((node, ratio)) => {
            say!("weight-summary", place = name(snapshot, node), times = rounded(ratio))
        }
        None => say!("weight-same"),
    };
    let mut sheet = Report::new(about, summary);
    let amounts: Vec<f64> = rows.iter().map(|(_, one)| one.weight).collect();
    let spread = concentration(&amounts).map(|found| found.effective);
    let claims = rows.iter().flat_map(|(_, one)| one.evidence.iter().cloned());
    let measure = Indicator::new(&say!("weight-figure"), spread, "countries");
    sheet.indicators.push(measure.by(claims));
    sheet.charts.push(chart(snapshot, &rows, &all));
    sheet.tables.push(by_country(snapshot, &rows, &all).cut(arguments.limit()));
    sheet.tables.push(quotients(snapshot, &rows, &all).cut(arguments.limit()));
    sheet.tables.push(of_roles(weights));
    sheet
}

/// Over all countries.
struct Totals {
    members: f64,
    weight: f64,
}

impl Totals {
    fn dot(&self, label: String, one: &Country) -> Option<Dot> {
        Some(Dot::plain(label, self.parting(one)?))
    }

    /// Share of weight over share of members.
    fn parting(&self, one: &Country) -> Option<f64> {
        ratio([one.weight, self.weight], one.members, self.members)
    }
}

/// The share of all the weight over the share of all the members.
fn ratio([weight, all]: [f64; 2], members: u64, of: f64) -> Option<f64> {
    (members > 0 && all > 0.0).then(|| (weight / all) / (as_number(members) / of))
}

fn name(snapshot: &Snapshot, nation: Option<EntityIx>) -> String {
    nation.map_or_else(|| say!("country-not-on-file"), |nation| snapshot.name(nation))
}

fn by_country(snapshot: &Snapshot, rows: &[(Option<EntityIx>, &Country)], all: &Totals) -> Table {
    let columns: &[Head<'_>] = &[
        ("country", &say!("head-country"), ""),
        ("members", &say!("head-members"), ""),
        ("member_share", &say!("head-share-of-members"), "0 to 1"),
        ("weight_share", &say!("head-share-of-weight"), "0 to 1"),
        ("parting", &say!("head-weight-over-presence"), ""),
    ];
    let mut table = Table::new("countries", &say!("weight-table-countries"), columns);
    for (nation, one) in rows {
        let cells = vec![
            nation.map_or_else(|| name(snapshot, None).into(), |nation| snapshot.refer(nation).into()),
            Cell::Count(one.members),
            (as_number(one.members) / all.members).into(),
            (one.weight / all.weight).into(),
            all.parting(one).into(),
        ];
        table.push(cells, one.evidence.clone());
    }
    table
}

/// Both shares against every share of population or economy that a source states.
fn quotients(snapshot: &Snapshot, rows: &[(Option<EntityIx>, &Country)], all: &Totals) -> Table {
    let columns: &[Head<'_>] = &[
        ("country", &say!("head-country"), ""),
        ("against", &say!("head-measured-against"), ""),
        ("expected", &say!("head-that-share"), "0 to 1"),
        ("presence", &say!("head-members-over-it"), ""),
        ("weight", &say!("head-weight-over-it"), ""),
    ];
    let mut table = Table::new("quotients", &say!("weight-table-quotients"), columns);
    table.note = say!("weight-quotients-note");
    for (nation, one) in rows {
        let own: Vec<Share> = nation.map(|nation| shares(snapshot, Some(nation))).unwrap_or_default();
        for share in own {
            let mut evidence = vec![share.evidence.clone()];
            evidence.extend(one.evidence.iter().cloned());
            let cells = vec![
                nation.map(|nation| snapshot.refer(nation)).into(),
                share.in_words().into(),
                share.value.into(),
                (as_number(one.members) / all.members / share.value).into(),
                (one.weight / all.weight / share.value).into(),
            ];
            table.push(cells, evidence);
        }
    }
    table
}

fn of_roles(weights: &MemberWeights) -> Table {
    let mut table = Table::new(
        "weights",
        &say!("weight-table-weights"),
        &[("role", &say!("head-role"), ""), ("weight", &say!("head-weight"), "")],
    );
    for (role, weight) in ROLES.iter().zip(weights) {
        table.push(vec![wording::spoken(role).into(), (*weight).into()], Vec::new());
    }
    table.computed_from(&say!("weight-weights-from"))
}

/// A dot a country; those with one value in common are one row, named by how many they are.
fn dots(snapshot: &Snapshot, rows: &[(Option<EntityIx>, &Country)], all: &Totals) -> Vec<Dot> {
    let each = rows.iter().filter_map(|(nation, one)| all.dot(name(snapshot, *nation), one));
    let mut dots: Vec<Dot> = each.collect();
    dots.sort_by(|a, b| b.value.total_cmp(&a.value).then_with(|| a.label.cmp(&b.label)));
    let alike = |a: &Dot, b: &Dot| (a.value - b.value).abs() < 1e-9;
    dots.chunk_by(alike).map(one_row).collect()
}

fn one_row(alike: &[Dot]) -> Dot {
    let label = match alike {
        [one] => one.label.clone(),
        several => say!("weight-rest", n = several.len()),
    };
    Dot::plain(label, alike[0].value)
}

fn chart(snapshot: &Snapshot, rows: &[(Option<EntityIx>, &Country)], all: &Totals) -> Chart {
    Chart {
        id: "parting",
        title: say!("weight-chart-parting"),
        caption: say!("weight-chart-caption"),
        table: "countries",
        picture: Picture::Dots {
            rows: dots(snapshot, rows, all),
            reference: Some(1.0),
            unit: say!("axis-times-the-share-of-members"),
            logarithmic: true,
        },
    }
}
