//! Which places held office in a network: board, chair, treasurer, presidency, and how many lived there then?

use std::collections::BTreeSet;

use comity_messages::{listed, message, say};
use comity_model::{Day, EntityId, EntityKind, Link, LinkAttribute, LinkKind, Polarity, Window};
use comity_search::{NameResolution, Search};
use comity_snapshot::record::{TieRecord, TieState};
use comity_snapshot::timeslice::membership_role;
use comity_snapshot::{EntityIx, Fact, Layer, Snapshot, Territory, facts, fold, wording};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError, network};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may, need};
use crate::report::ties::periods;
use crate::report::{
    At, Chart, CoverageQuery, Head, Indicator, IntervalRow, LifeLine, Mark, Method, Picture, Report, Span,
    Table, about, looked, record_cell,
};

pub(crate) const QUESTION: Question = Question {
    id: "seats",
    title: message!("question-seats"),
    group: Group::WhoAndWhen,
    help: message!("help-seats"),
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
const OFFICES: [&str; 4] = ["committee-chair", "board", PRESIDENCY, "secretariat"];

/// The role of a place that presides, alone or with others.
const PRESIDENCY: &str = "presidency";

/// One place, or a person whose place is not on file, in one office.
struct Seat<'w> {
    place: Option<EntityIx>,
    person: Option<EntityIx>,
    office: String,
    fact: Fact<'w>,
    record: TieRecord,
}

impl Seat<'_> {
    /// Whether it is the chair or the presidency, alone or with others.
    fn leads(&self) -> bool {
        if self.person.is_some() { presides(&self.office) } else { self.office == PRESIDENCY }
    }
}

fn seats(snapshot: &Snapshot, args: &SeatsArgs) -> Result<Report, AskError> {
    let node = network(snapshot, &args.network)?;
    let of = snapshot.require_any(args.of.as_ref())?;
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
    let count = say!("seats-summary", n = found.len(), network = snapshot.name(node));
    let led = if of.is_some() { None } else { led_by(snapshot, &found, args.at.window) };
    let summary = crate::report::sentences(led.into_iter().chain([count]));
    let mut sheet = Report::new(about, summary);
    let claims = found.iter().flat_map(|seat| seat.fact.evidence(snapshot));
    sheet.indicators.push(Indicator::count(&say!("seats-figure"), found.len(), "").by(claims));
    sheet.charts.push(chart(snapshot, &found, &args.at));
    sheet.tables.push(table(snapshot, &found, &args.at).cut(args.limit));
    Ok(sheet)
}

/// "Led by Sadiq Khan (chair) and Yvonne Aki-Sawyerr (co-chair)."; `None`: nobody is on record as presiding then.
fn led_by(snapshot: &Snapshot, seats: &[Seat<'_>], window: Window) -> Option<String> {
    let mut leaders: Vec<(EntityIx, String)> = Vec::new();
    let on_record = |seat: &&Seat<'_>| seat.leads() && seat.record.on(window).presumed;
    for seat in seats.iter().filter(on_record) {
        let Some(who) = seat.person.or(seat.place) else { continue };
        if leaders.iter().all(|(known, _)| *known != who) {
            let (who_is, office) = (snapshot.name(who), seat.office.as_str());
            leaders.push((who, say!("seats-row", who = who_is, office = office)));
        }
    }
    let names = leaders.into_iter().map(|(_, words)| words).collect::<Vec<_>>();
    (!names.is_empty()).then(|| say!("seats-led-by", names = listed(names)))
}

/// Who presides or presided over a network, by the day on which they surely did first. A city of which somebody is known to
/// have presided is not named beside them.
pub(crate) fn leaders(snapshot: &Snapshot, network: EntityIx, window: Window) -> Vec<LifeLine> {
    let all = held(snapshot, network);
    let led = || all.iter().filter(|seat| seat.leads());
    let of_people: BTreeSet<EntityIx> =
        led().filter(|seat| seat.person.is_some()).filter_map(|seat| seat.place).collect();
    let is_of_people = |seat: &Seat<'_>| seat.place.is_some_and(|place| of_people.contains(&place));
    let is_named = |seat: &&Seat<'_>| seat.person.is_some() || !is_of_people(seat);
    let lines = led().filter(is_named).filter_map(|seat| {
        let who = snapshot.refer(seat.person.or(seat.place)?);
        let line = LifeLine::of(snapshot, who, &seat.fact, &seat.record, window);
        Some(line.role(seat.office.as_str()))
    });
    lines.filter(|line| !matches!(line.state, TieState::Denied | TieState::NotYet)).collect()
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
        ((person, link.attributes.get(&LinkAttribute::Post).map_or("", |post| post.as_str())), link)
    }));
    let places = by_place.into_iter().map(|((place, role), fact)| Seat {
        place: Some(place),
        person: None,
        office: wording::spoken(role),
        record: fact.own_record(snapshot),
        fact,
    });
    let people = by_person.into_iter().map(|((person, post), fact)| Seat {
        place: place_of(snapshot, network, person, &fact),
        person: Some(person),
        office: if post.is_empty() { say!("seats-some-post") } else { post.to_owned() },
        record: post_record(snapshot, (person, network), post).unwrap_or_else(|| fact.own_record(snapshot)),
        fact,
    });
    let mut people: Vec<Seat<'_>> = people.collect();
    let places = places.filter_map(|seat| apart(snapshot, seat, &mut people));
    let mut all: Vec<Seat<'_>> = places.collect();
    all.append(&mut people);
    all.sort_by_key(|seat| (first_day(&seat.fact), seat.place, seat.person));
    all
}

/// What is known of a post by all who say that the person holds it, and by who came next.
fn post_record(snapshot: &Snapshot, ends: (EntityIx, EntityIx), post: &str) -> Option<TieRecord> {
    let posts = snapshot.post_records(ends.0, ends.1).into_iter();
    posts.filter(|(own, _)| fold(own) == fold(post)).map(|(_, record)| record).next()
}

/// What is left of a place's presidency beside the people who preside on its behalf. A chair is one office, of the city
/// and of its mayor: where one source tells of both with the same days, what it says of the city goes to the person.
fn apart<'w>(snapshot: &Snapshot, mut seat: Seat<'w>, people: &mut [Seat<'w>]) -> Option<Seat<'w>> {
    if seat.office != PRESIDENCY {
        return Some(seat);
    }
    let in_the_chair = |one: &&mut Seat<'_>| one.place == seat.place && presides(&one.office);
    let mut chairs: Vec<&mut Seat<'w>> = people.iter_mut().filter(in_the_chair).collect();
    seat.fact.links.retain(|link| {
        let Some(chair) = chairs.iter_mut().find(|one| one.fact.asserted().any(|own| is_of_both(own, link)))
        else {
            return true;
        };
        chair.fact.links.push(link);
        false
    });
    if seat.fact.links.is_empty() {
        return None;
    }
    seat.record = seat.fact.own_record(snapshot);
    Some(seat)
}

/// Whether one source tells of the person and of the city with the same days.
fn is_of_both(own: &Link, city: &Link) -> bool {
    own.source == city.source && own.valid.as_str() == city.valid.as_str()
}

/// Chairs and presidents, alone or with others: not who stands in for one, nor who presides over a part.
fn presides(post: &str) -> bool {
    let post = fold(post);
    let post = post.strip_prefix("co").map_or(post.as_str(), str::trim_start);
    matches!(post, "chair" | "chairman" | "chairwoman" | "chairperson" | "president")
}

/// Links of one kind that some source asserts of a network.
fn said(snapshot: &Snapshot, network: EntityIx, kind: LinkKind) -> impl Iterator<Item = (&Link, EntityIx)> {
    let asserted = snapshot.incoming(network).filter(|(link, _)| link.polarity == Polarity::Asserted);
    asserted.filter(move |(link, _)| link.kind == kind)
}

fn first_day(fact: &Fact<'_>) -> Option<Day> {
    fact.asserted().map(|link| link.valid.start().latest).min()
}

/// On whose behalf: the member of that name, or else the place that alone is meant by it; where nothing is said, the one
/// place in which the person holds a post.
fn place_of(snapshot: &Snapshot, network: EntityIx, person: EntityIx, fact: &Fact<'_>) -> Option<EntityIx> {
    let behalf = fact.asserted().find_map(|link| link.attributes.get(&LinkAttribute::OnBehalfOf));
    if let Some(behalf) = behalf {
        let key = fold(behalf);
        let is_called_so = |place: &EntityIx| snapshot.names(*place).any(|name| fold(name) == key);
        let members = said(snapshot, network, LinkKind::Member).map(|(_, place)| place);
        let members: BTreeSet<EntityIx> = members.filter(is_called_so).collect();
        if members.len() == 1 {
            return members.into_iter().next();
        }
        return match Search::new(snapshot, None).resolve(behalf) {
            NameResolution::One(id) => snapshot.node(&id),
            _ => None,
        };
    }
    let posts = snapshot.outgoing_of(LinkKind::Holds, person);
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
            record_cell(snapshot, &seat.fact, &seat.record, at.window),
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
    let mark = Mark::from(seat.record.on(at.window));
    IntervalRow {
        label: say!("seats-row", who = who, office = seat.office.as_str()),
        spans: seat.fact.asserted().map(|link| Span::of(&link.valid, mark)).collect(),
    }
}
