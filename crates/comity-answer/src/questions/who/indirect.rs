//! Which cities does a network reach through the associations that are its members?

use std::collections::BTreeMap;

use comity_messages::{message, say};
use comity_model::{EntityId, EntityKind, LinkKind};
use comity_snapshot::record::{BoundedCount, TieStanding};
use comity_snapshot::{EntityIx, Fact, Layer, Snapshot, facts, wording};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError, network};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may, need};
use crate::questions::who::members::claims_about_members;
use crate::report::{
    At, Cell, Chart, CoverageQuery, Head, Method, Picture, Report, Table, Tally, about, looked,
};

pub(crate) const QUESTION: Question = Question {
    id: "indirect",
    title: message!("question-indirect"),
    group: Group::WhoAndWhen,
    help: message!("help-indirect"),
    arguments: &[
        need("network", Range::Entity, "a network"),
        may("of", Range::Entity, "only places in this state or country"),
        may("depth", Range::Whole { least: 1, most: 20 }, "at most so many steps; 5 if left out"),
        AT,
        LIMIT,
    ],
    example: &[("network", "uclg")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let args = IndirectArgs {
        network: arguments.entity("network")?,
        of: arguments.some_entity("of")?,
        depth: arguments.whole("depth"),
        at: arguments.at(),
        limit: arguments.limit(),
    };
    indirect(snapshot, &args).map(Answer::Report)
}

struct IndirectArgs {
    network: EntityId,
    of: Option<EntityId>,
    depth: Option<u64>,
    at: At,
    limit: usize,
}

/// The shortest way in; of equals the surest, then the first by id.
struct Reached<'w> {
    depth: u64,
    /// The weakest step of the way.
    standing: TieStanding,
    /// The association it is a member of; the network itself at depth 1.
    through: EntityIx,
    fact: Fact<'w>,
}

fn indirect(snapshot: &Snapshot, args: &IndirectArgs) -> Result<Report, AskError> {
    let root = network(snapshot, &args.network)?;
    let of = snapshot.require_any(args.of.as_ref())?;
    let place = of.map(|of| snapshot.territory(of));
    let own = snapshot.territory(root);
    let looked = looked(snapshot, &CoverageQuery { layers: &[Layer::Networks], sides: &[&own] });
    let mut about =
        about(QUESTION.id, snapshot, say!("indirect-title", network = snapshot.name(root)), &args.at, looked);
    about.methods.push(Method::new(&say!("indirect-method"), ""));
    let inside = |node: EntityIx| place.as_ref().is_none_or(|place| place.holds(node));
    let mut reached = reach(snapshot, root, args, |standing| standing.presumed);
    let on_record = !cities(snapshot, &reached, inside).is_empty();
    if !on_record {
        reached = reach(snapshot, root, args, |standing| standing.possible);
    }
    if reached.is_empty() {
        let why = say!("indirect-none", network = snapshot.name(root));
        return Ok(Report::unanswerable(about, &why));
    }
    let cities = cities(snapshot, &reached, inside);
    let beyond = cities.iter().filter(|(_, reached)| reached.depth > 1).count() as u64;
    let (n, name) = (cities.len(), snapshot.name(root));
    let summary = if on_record {
        say!("indirect-summary", n = n, beyond = beyond, network = name)
    } else {
        perhaps(&name, of.map(|of| snapshot.name(of)).as_deref(), n)
    };
    let mut sheet = Report::new(about, summary);
    let steps = by_depth(snapshot, &cities);
    sheet.charts.push(chart(&steps));
    sheet.tables.push(depths(steps));
    sheet.tables.push(associations(snapshot, &reached, args));
    sheet.tables.push(places(snapshot, root, &cities, &reached).cut(args.limit));
    Ok(sheet)
}

/// Where none is on record on the day: none at all, or how many nothing rules out.
fn perhaps(network: &str, of: Option<&str>, n: usize) -> String {
    let none = match of {
        None if n == 0 => return say!("indirect-nowhere", network = network),
        Some(place) if n == 0 => return say!("indirect-nowhere-in", place = place, network = network),
        None => say!("indirect-not-that-day", network = network),
        Some(place) => say!("indirect-not-that-day-in", place = place, network = network),
    };
    say!("indirect-perhaps", none = none, n = n)
}

/// The places reached that are asked for, the nearest and surest first.
fn cities<'r, 'w>(
    snapshot: &Snapshot,
    reached: &'r BTreeMap<EntityIx, Reached<'w>>,
    inside: impl Fn(EntityIx) -> bool,
) -> Vec<(EntityIx, &'r Reached<'w>)> {
    let wanted = |node: EntityIx| snapshot.entity(node).kind == EntityKind::Polity && inside(node);
    let mut cities: Vec<(EntityIx, &Reached<'_>)> =
        reached.iter().filter(|(node, _)| wanted(**node)).map(|(node, reached)| (*node, reached)).collect();
    cities.sort_by_key(|(node, reached)| {
        (reached.depth, reached.standing.order(), snapshot.name(*node), *node)
    });
    cities
}

/// Breadth first through members that have members themselves, over the memberships that stand so.
fn reach<'w>(
    snapshot: &'w Snapshot,
    root: EntityIx,
    args: &IndirectArgs,
    stands: fn(TieStanding) -> bool,
) -> BTreeMap<EntityIx, Reached<'w>> {
    let mut found: BTreeMap<EntityIx, Reached<'w>> = BTreeMap::new();
    let mut layer = vec![(root, TieStanding::ITSELF)];
    for depth in 1..=args.depth.unwrap_or(5) {
        let mut next: BTreeMap<EntityIx, Reached<'w>> = BTreeMap::new();
        for (through, surety) in layer {
            let joined = snapshot.incoming_of(LinkKind::Member, through);
            for (member, fact) in facts(joined.map(|(link, member)| (member, link))) {
                let standing = fact.standing(snapshot, args.at.window).and(surety);
                let known = member == root || found.contains_key(&member);
                let surer = next.get(&member).is_none_or(|other| standing.order() < other.standing.order());
                if stands(standing) && !known && surer {
                    next.insert(member, Reached { depth, standing, through, fact });
                }
            }
        }
        layer = next.iter().map(|(node, reached)| (*node, reached.standing)).collect();
        found.append(&mut next);
    }
    found
}

/// Places by how many steps away they are; every number of steps up to the most.
fn by_depth(snapshot: &Snapshot, cities: &[(EntityIx, &Reached<'_>)]) -> BTreeMap<u64, Tally> {
    let most = cities.iter().map(|(_, reached)| reached.depth).max().unwrap_or(0);
    let mut depths: BTreeMap<u64, Tally> = (1..=most).map(|depth| (depth, Tally::default())).collect();
    for (_, reached) in cities {
        let tally = depths.entry(reached.depth).or_default();
        tally.add(reached.standing, reached.fact.evidence(snapshot));
    }
    depths
}

fn depths(steps: BTreeMap<u64, Tally>) -> Table {
    let columns: &[Head<'_>] =
        &[("steps", &say!("head-steps"), "steps"), ("places", &say!("head-places"), "")];
    let mut table = Table::new("depths", &say!("indirect-table-depths"), columns);
    for (depth, tally) in steps {
        table.push(vec![depth.into(), tally.range()], tally.evidence);
    }
    table.note = say!("indirect-note");
    table
}

fn chart(steps: &BTreeMap<u64, Tally>) -> Chart {
    let rows = steps.iter().map(|(depth, tally)| tally.dot(say!("count-steps", n = *depth), ""));
    Chart {
        id: "depths",
        title: say!("indirect-chart"),
        caption: say!("indirect-chart-caption"),
        table: "depths",
        picture: Picture::Bars { rows: rows.collect(), unit: "places".to_owned() },
    }
}

/// The associations in it: members on file beside the numbers that sources claim.
fn associations(
    snapshot: &Snapshot,
    reached: &BTreeMap<EntityIx, Reached<'_>>,
    args: &IndirectArgs,
) -> Table {
    let columns: &[Head<'_>] = &[
        ("association", &say!("head-association"), ""),
        ("steps", &say!("head-steps"), "steps"),
        ("members", &say!("head-its-members-on-file"), ""),
        ("claimed", &say!("head-claimed-by-sources"), ""),
    ];
    let mut table = Table::new("associations", &say!("indirect-table-associations"), columns);
    table.note = say!("indirect-note-2");
    for (node, one) in reached.iter().filter(|(node, _)| snapshot.entity(**node).kind == EntityKind::Network)
    {
        let joined = snapshot.incoming_of(LinkKind::Member, *node);
        let members = facts(joined.map(|(link, member)| (member, link)));
        let count = BoundedCount::of(members.iter().map(|(_, fact)| fact.standing(snapshot, args.at.window)));
        let claimed = claims_about_members(snapshot, *node);
        let said: Vec<String> =
            claimed.iter().map(|one| format!("{} ({})", one.quantity, one.when)).collect();
        let mut evidence = one.fact.evidence(snapshot);
        evidence.extend(claimed.into_iter().map(|claimed| claimed.evidence));
        let cells =
            vec![snapshot.refer(*node).into(), one.depth.into(), Cell::Range(count), said.join("; ").into()];
        table.push(cells, evidence);
    }
    table.cut(args.limit)
}

fn places(
    snapshot: &Snapshot,
    root: EntityIx,
    cities: &[(EntityIx, &Reached<'_>)],
    reached: &BTreeMap<EntityIx, Reached<'_>>,
) -> Table {
    let columns: &[Head<'_>] = &[
        ("place", &say!("head-place"), ""),
        ("steps", &say!("head-steps"), "steps"),
        ("through", &say!("head-through"), ""),
        ("state", &say!("head-on-that-day"), ""),
    ];
    let mut table = Table::new("places", &say!("indirect-table-places"), columns);
    for (node, one) in cities {
        let (mut names, mut evidence) = (Vec::new(), one.fact.evidence(snapshot));
        let mut through = one.through;
        while through != root {
            names.push(snapshot.name(through));
            let above = &reached[&through];
            evidence.extend(above.fact.evidence(snapshot));
            through = above.through;
        }
        let state = one.standing.state;
        let state = Cell::State { state, words: wording::state(state).to_owned() };
        table.push(
            vec![
                snapshot.refer(*node).into(),
                one.depth.into(),
                names.join(&say!("between-in")).into(),
                state,
            ],
            evidence,
        );
    }
    table
}
