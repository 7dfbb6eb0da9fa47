//! Which places held office in a network: board, chair, treasurer, presidency, and how many lived there then?

use comity_messages::{message, say};
use comity_model::{Day, EntityId, EntityKind, Link, LinkAttribute, LinkKind, Polarity};
use comity_search::{NameResolution, Search};
use comity_snapshot::timeslice::membership_role;
use comity_snapshot::{EntityIx, Fact, Layer, Snapshot, Territory, facts, wording};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError, network};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may, need};
use crate::questions::who::memberships::periods;
use crate::report::{
    At, Chart, CoverageQuery, Head, Indicator, IntervalRow, Mark, Method, Picture, Report, Span, Table,
    about, fact_cell, looked,
};

pub(crate) const QUESTION: Question = Question {
    id: "seats",
    title: message!("question-seats"),
    group: Group::WhoAndWhen,
    help: "Places with a board seat, chair, presidency, secretariat or a named post, with their size at the time",
    arguments: &[
        need("network", Range::Entity, "a network"),
        may("of", Range::Entity, "only places in this state or country"),
        AT,
        LIMIT,
    ],
    example: &[("network", "uclg"), ("of", "united-states")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let args = SeatsArgs {
        network: arguments.entity("network")?,
        of: arguments.some_entity("of")?,
        at: arguments.at(),
        limit: arguments.limit(),
    };
    seats(snapshot, &args).map(Answer::Report)
}

struct SeatsArgs {
    network: EntityId,
    of: Option<EntityId>,
    at: At,
    limit: usize,
}

/// Roles that are an office; those below are plain membership.
const OFFICES: [&str; 4] = ["committee-chair", "board", "presidency", "secretariat"];

/// One place, or a person whose place is not on file, in one office.
struct Seat<'w> {
    place: Option<EntityIx>,
    person: Option<EntityIx>,
    office: String,
    fact: Fact<'w>,
}

fn seats(snapshot: &Snapshot, args: &SeatsArgs) -> Result<Report, AskError> {
    let node = network(snapshot, &args.network)?;
    let of = args.of.as_ref().map(|id| snapshot.require(id)).transpose()?;
    let place = of.map(|of| snapshot.territory(of));
    let own = snapshot.territory(node);
    let looked =
        looked(snapshot, &CoverageQuery { layers: &[Layer::Networks, Layer::Posts], sides: &[&own] });
    let from = of.map_or_else(String::new, |of| say!("part-from", place = snapshot.name(of)));
    let title = say!("seats-title", network = snapshot.name(node), whose = from);
    let mut about = about(QUESTION.id, snapshot, title, &args.at, looked);
    about.methods.push(Method::new(&say!("seats-method"), ""));
    let all = held(snapshot, node);
    let unplaced = all.iter().filter(|seat| seat.place.is_none()).count() as u64;
    if of.is_some() && unplaced > 0 {
        about.caveats.push(say!("seats-unplaced", n = unplaced));
    }
    let found: Vec<Seat<'_>> = all.into_iter().filter(|seat| within(seat, place.as_ref())).collect();
    if found.is_empty() {
        return Ok(Report::unanswerable(about, &say!("seats-none")));
    }
    let summary = say!("seats-summary", n = found.len(), network = snapshot.name(node));
    let mut sheet = Report::new(about, summary);
    let claims = found.iter().flat_map(|seat| seat.fact.evidence(snapshot));
    sheet.indicators.push(Indicator::count(&say!("seats-figure"), found.len(), "").by(claims));
    sheet.charts.push(chart(snapshot, &found, &args.at));
    sheet.tables.push(table(snapshot, &found, &args.at).cut(args.limit));
    Ok(sheet)
}

fn within(seat: &Seat<'_>, place: Option<&Territory>) -> bool {
    place.is_none_or(|place| seat.place.is_some_and(|node| place.holds(node)))
}

/// By the day on which the office surely was held first.
fn held(snapshot: &Snapshot, network: EntityIx) -> Vec<Seat<'_>> {
    let roles = said(snapshot, network, LinkKind::Member)
        .filter(|(link, _)| OFFICES.contains(&membership_role(link)));
    let by_place = facts(roles.map(|(link, member)| ((member, membership_role(link)), link)));
    let by_person = facts(said(snapshot, network, LinkKind::Holds).map(|(link, person)| {
        ((person, link.attributes.get(&LinkAttribute::Post).map_or("a post", |post| post.as_str())), link)
    }));
    let places = by_place.into_iter().map(|((place, role), fact)| Seat {
        place: Some(place),
        person: None,
        office: wording::spoken(role),
        fact,
    });
    let people = by_person.into_iter().map(|((person, post), fact)| Seat {
        place: place_of(snapshot, person, &fact),
        person: Some(person),
        office: post.to_owned(),
        fact,
    });
    let mut all: Vec<Seat<'_>> = places.chain(people).collect();
    all.sort_by_key(|seat| (first_day(&seat.fact), seat.place, seat.person));
    all
}

/// Links of one kind that some source asserts of a network.
fn said(snapshot: &Snapshot, network: EntityIx, kind: LinkKind) -> impl Iterator<Item = (&Link, EntityIx)> {
    let asserted = snapshot.incoming(network).filter(|(link, _)| link.polarity == Polarity::Asserted);
    asserted.filter(move |(link, _)| link.kind == kind)
}

fn first_day(fact: &Fact<'_>) -> Option<Day> {
    fact.asserted().map(|link| link.valid.start().latest).min()
}

/// On whose behalf, where the name means one place; else the one place in which the person holds a post.
fn place_of(snapshot: &Snapshot, person: EntityIx, fact: &Fact<'_>) -> Option<EntityIx> {
    let behalf = fact.asserted().find_map(|link| link.attributes.get(&LinkAttribute::OnBehalfOf));
    if let Some(behalf) = behalf {
        return match Search::new(snapshot, None).resolve(behalf) {
            NameResolution::One(id) => snapshot.node(&id),
            _ => None,
        };
    }
    let posts = snapshot.outgoing(person).filter(|(link, _)| link.kind == LinkKind::Holds);
    let mut polities: Vec<EntityIx> = posts
        .map(|(_, place)| place)
        .filter(|place| snapshot.entity(*place).kind == EntityKind::Polity)
        .collect();
    polities.dedup();
    if let [one] = polities.as_slice() { Some(*one) } else { None }
}

fn table(snapshot: &Snapshot, found: &[Seat<'_>], at: &At) -> Table {
    let columns: &[Head<'_>] = &[
        ("place", &say!("head-place"), ""),
        ("office", &say!("head-office"), ""),
        ("person", &say!("head-held-by"), ""),
        ("period", &say!("head-when-as-stated"), ""),
        ("population", &say!("head-inhabitants-stated-for"), ""),
        ("state", &say!("head-on-that-day"), ""),
    ];
    let mut table = Table::new("seats", &say!("seats-table-seats"), columns);
    for seat in found {
        let day = first_day(&seat.fact).unwrap_or(at.window.to);
        let size = seat.place.and_then(|place| snapshot.population_near(place, day));
        let (size, counted) = size.unzip();
        let cells = vec![
            seat.place.map(|place| snapshot.refer(place)).into(),
            seat.office.clone().into(),
            seat.person.map(|person| snapshot.refer(person)).into(),
            periods(&seat.fact).into(),
            size.into(),
            fact_cell(snapshot, &seat.fact, at.window),
        ];
        table.push(cells, seat.fact.evidence(snapshot).into_iter().chain(counted).collect());
    }
    table
}

fn chart(snapshot: &Snapshot, found: &[Seat<'_>], at: &At) -> Chart {
    Chart {
        id: "seats",
        title: say!("seats-chart"),
        caption: say!("seats-chart-caption"),
        table: "seats",
        picture: Picture::Intervals { rows: found.iter().map(|seat| interval(snapshot, seat, at)).collect() },
    }
}

fn interval(snapshot: &Snapshot, seat: &Seat<'_>, at: &At) -> IntervalRow {
    let who = seat.place.or(seat.person).map(|node| snapshot.name(node)).unwrap_or_default();
    let mark = Mark::from(seat.fact.standing(snapshot, at.window));
    IntervalRow {
        label: say!("seats-row", who = who, office = seat.office.as_str()),
        spans: seat.fact.asserted().map(|link| Span::of(&link.valid, mark)).collect(),
    }
}
