//! Which cities of a place are in which networks on a day?

use std::cmp::Reverse;
use std::collections::BTreeMap;

use comity_messages::{Message, message, say};
use comity_model::{EntityId, EntityKind, LinkKind};
use comity_snapshot::record::{Basis, BoundedCount, TieStanding};
use comity_snapshot::{EntityIx, Evidence, Fact, Layer, Snapshot};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError, network};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may, need};
use crate::report::{
    About, At, Cell, Chart, CoverageQuery, Head, Indicator, MatrixCell, Picture, Report, Table, about,
    fact_cell, looked,
};

pub(crate) const QUESTION: Question = Question {
    id: "joined",
    title: message!("question-joined"),
    group: Group::WhoAndWhen,
    help: message!("help-joined"),
    arguments: &[
        need("of", Range::Entity, "a state or country"),
        may("networks", Range::Entities { most: 100 }, "only these networks; all if left out"),
        may(
            "least",
            Range::Whole { least: 1, most: 1000 },
            "only who is in at least so many of them; 1 if left out",
        ),
        AT,
        LIMIT,
    ],
    example: &[("of", "united-states"), ("networks", "metropolis,uclg,iclei"), ("at", "1990")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let args = JoinedArgs {
        of: arguments.entity("of")?,
        networks: arguments.entities("networks")?,
        least: arguments.whole("least"),
        at: arguments.at(),
        limit: arguments.limit(),
    };
    joined(snapshot, &args).map(Answer::Report)
}

struct JoinedArgs {
    of: EntityId,
    networks: Vec<EntityId>,
    least: Option<u64>,
    at: At,
    limit: usize,
}

/// One government in one network, where that is on record on the day.
struct Membership<'w> {
    city: EntityIx,
    network: EntityIx,
    fact: Fact<'w>,
    standing: TieStanding,
}

fn joined(snapshot: &Snapshot, args: &JoinedArgs) -> Result<Report, AskError> {
    let of = snapshot.require(&args.of)?;
    let place = snapshot.territory(of);
    let networks = args.networks.iter().map(|id| network(snapshot, id)).collect::<Result<Vec<_>, _>>()?;
    let looked = looked(snapshot, &CoverageQuery { layers: &[Layer::Networks], sides: &[&place] });
    let about =
        about(QUESTION.id, snapshot, say!("joined-title", place = snapshot.name(of)), &args.at, looked);
    let mut found: Vec<Membership<'_>> = Vec::new();
    for ((city, network), fact) in snapshot.facts(LinkKind::Member) {
        let standing = fact.standing(snapshot, args.at.window);
        let own = place.holds(city) && city != of && snapshot.entity(city).kind == EntityKind::Polity;
        if own && (networks.is_empty() || networks.contains(&network)) && standing.presumed {
            found.push(Membership { city, network, fact, standing });
        }
    }
    let in_so_many = counted(&found, |membership| membership.city);
    found.retain(|membership| in_so_many[&membership.city].presumed >= args.least.unwrap_or(1));
    if found.is_empty() {
        let why = say!("joined-none", place = snapshot.name(of));
        return Ok(Report::unanswerable(about, &why));
    }
    Ok(sheet(snapshot, about, &found, args))
}

/// Memberships by city or by network.
fn counted(
    found: &[Membership<'_>],
    by: impl Fn(&Membership<'_>) -> EntityIx,
) -> BTreeMap<EntityIx, BoundedCount> {
    let mut counts: BTreeMap<EntityIx, BoundedCount> = BTreeMap::new();
    for membership in found {
        counts.entry(by(membership)).or_default().add(membership.standing);
    }
    counts
}

fn sheet(snapshot: &Snapshot, about: About, found: &[Membership<'_>], args: &JoinedArgs) -> Report {
    let cities = ordered(snapshot, &counted(found, |membership| membership.city));
    let networks = ordered(snapshot, &counted(found, |membership| membership.network));
    let summary =
        say!("joined-summary", members = cities.len(), networks = networks.len(), memberships = found.len());
    let mut sheet = Report::new(about, summary);
    let counts = [
        (message!("joined-figure"), found.len()),
        (message!("joined-figure-members"), cities.len()),
        (message!("joined-figure-networks"), networks.len()),
    ];
    for (label, n) in counts {
        let claims = found.iter().flat_map(|membership| membership.fact.evidence(snapshot));
        sheet.indicators.push(Indicator::count(&label.text(), n, "").by(claims));
    }
    let of_city = |membership: &Membership<'_>| membership.city;
    let of_network = |membership: &Membership<'_>| membership.network;
    sheet.tables.push(totals(
        snapshot,
        &TotalsHead {
            id: "cities",
            title: message!("joined-by-member"),
            who: message!("head-member"),
            counts: message!("head-networks"),
        },
        &cities,
        found,
        of_city,
    ));
    sheet.tables.push(totals(
        snapshot,
        &TotalsHead {
            id: "networks",
            title: message!("joined-by-network"),
            who: message!("head-network"),
            counts: message!("head-members"),
        },
        &networks,
        found,
        of_network,
    ));
    sheet.tables.push(memberships(snapshot, found, &cities, args));
    sheet.tables = sheet.tables.into_iter().map(|table| table.cut(args.limit)).collect();
    sheet.charts.push(matrix(snapshot, found, &cities, &networks));
    sheet
}

type Counted = Vec<(EntityIx, BoundedCount)>;

/// Most first, then by name.
fn ordered(snapshot: &Snapshot, counts: &BTreeMap<EntityIx, BoundedCount>) -> Counted {
    let mut ordered: Counted = counts.iter().map(|(node, count)| (*node, *count)).collect();
    ordered.sort_by_key(|(node, count)| (Reverse(count.presumed), snapshot.name(*node), *node));
    ordered
}

/// What a table of totals is called, whose they are and what they count.
struct TotalsHead {
    id: &'static str,
    title: Message,
    who: Message,
    counts: Message,
}

fn totals(
    snapshot: &Snapshot,
    head: &TotalsHead,
    rows: &Counted,
    found: &[Membership<'_>],
    by: impl Fn(&Membership<'_>) -> EntityIx,
) -> Table {
    let TotalsHead { id, title, who, counts } = *head;
    let mut table = Table::headed(id, title, [("who", who, ""), ("count", counts, "")]);
    for (node, count) in rows {
        let own = found.iter().filter(|membership| by(membership) == *node);
        let evidence: Vec<Evidence> = own.flat_map(|membership| membership.fact.evidence(snapshot)).collect();
        table.push(vec![snapshot.refer(*node).into(), Cell::Range(*count)], evidence);
    }
    table
}

fn memberships(snapshot: &Snapshot, found: &[Membership<'_>], cities: &Counted, args: &JoinedArgs) -> Table {
    let columns: &[Head<'_>] = &[
        ("member", &say!("head-member"), ""),
        ("network", &say!("head-network"), ""),
        ("since", &say!("head-since"), ""),
    ];
    let mut table = Table::new(
        "memberships",
        &say!("joined-table-memberships"),
        &[columns, &[("state", &say!("head-on-that-day"), "")]].concat(),
    );
    for (city, _) in cities {
        for membership in found.iter().filter(|membership| membership.city == *city) {
            let cells = vec![
                snapshot.refer(*city).into(),
                snapshot.refer(membership.network).into(),
                membership.fact.since().into(),
                fact_cell(snapshot, &membership.fact, args.at.window),
            ];
            table.push(cells, membership.fact.evidence(snapshot));
        }
    }
    table
}

fn matrix(snapshot: &Snapshot, found: &[Membership<'_>], cities: &Counted, networks: &Counted) -> Chart {
    let cells = found.iter().map(|membership| MatrixCell {
        row: place(cities, membership.city),
        column: place(networks, membership.network),
        weight: if membership.standing.basis == Some(Basis::Carried) { 0.5 } else { 1.0 },
        mark: membership.standing.into(),
    });
    let names = |all: &Counted| all.iter().map(|(node, _)| snapshot.name(*node)).collect();
    Chart {
        id: "matrix",
        title: say!("joined-chart"),
        caption: say!("joined-chart-caption"),
        table: "memberships",
        picture: Picture::Matrix { rows: names(cities), columns: names(networks), cells: cells.collect() },
    }
}

fn place(all: &Counted, node: EntityIx) -> u32 {
    let place = all.iter().position(|(each, _)| *each == node).expect("every end was counted");
    u32::try_from(place).expect("a register holds fewer than 2^32 entities")
}
