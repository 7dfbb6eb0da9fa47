//! How present are two countries in the same networks, posts and programmes, side by side and year by year?

mod side;

use std::collections::BTreeSet;

use comity_messages::{message, say};
use comity_model::{Day, Window};
use comity_snapshot::{EntityIx, Evidence, Layer, Snapshot, wording};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, need};
use crate::report::{
    About, At, Chart, CoverageQuery, CoverageReport, Curve, Head, Indicator, Method, Picture, Report, Table,
    about, as_number, looked, record_cell,
};
use side::Side;

pub(crate) const QUESTION: Question = Question {
    id: "presence-of",
    title: message!("question-presence-of"),
    group: Group::Weight,
    help: message!("help-presence-of"),
    arguments: &[
        need("one", Range::Entity, "a country, state or city"),
        need("other", Range::Entity, "another"),
        AT,
        LIMIT,
    ],
    example: &[("one", "china"), ("other", "united-states")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let at = arguments.at();
    let [one, other] = [arguments.node("one")?, arguments.node("other")?];
    let sides = [Side::of(snapshot, one, at.window), Side::of(snapshot, other, at.window)];
    let looked = looked_for_either(snapshot, &sides);
    let names = [one, other].map(|node| snapshot.name(node));
    let title = say!("presence-of-title", one = names[0].as_str(), other = names[1].as_str());
    let mut about = about(QUESTION.id, snapshot, title, &at, looked);
    about.methods.push(Method::new(&say!("presence-of-method"), ""));
    if sides.iter().all(Side::is_empty) {
        return Ok(Report::unanswerable(about, &say!("presence-of-none")).into());
    }
    Ok(sheet(snapshot, about, &sides, arguments).into())
}

/// What was looked at for one side, then what was looked at for the other alone.
fn looked_for_either(snapshot: &Snapshot, sides: &[Side<'_>; 2]) -> CoverageReport {
    let [mut one, other] = sides.each_ref().map(|side| {
        let layers = &[Layer::Networks, Layer::Programmes];
        looked(snapshot, &CoverageQuery { layers, sides: &[&side.territory] })
    });
    let new: Vec<_> = other.looked_at.into_iter().filter(|row| !one.looked_at.contains(row)).collect();
    one.looked_at.extend(new);
    one.searched = one.looked_at.iter().map(|row| &row.source.id).collect::<BTreeSet<_>>().len() as u64;
    one.not_looked.retain(|title| other.not_looked.contains(title));
    one
}

fn sheet(snapshot: &Snapshot, about: About, sides: &[Side<'_>; 2], arguments: &Arguments<'_>) -> Report {
    let at = arguments.at();
    let [one, other] = sides;
    let both = one.networks().intersection(&other.networks()).count();
    let summary = say!(
        "presence-of-summary",
        day = at.words(),
        one = one.name.as_str(),
        members = one.on_record().count(),
        networks = one.networks().len(),
        other = other.name.as_str(),
        others = other.on_record().count(),
        theirs = other.networks().len(),
        both = both
    );
    let posts = say!(
        "presence-of-posts",
        said = summary,
        one = one.name.as_str(),
        posts = one.posts.len(),
        other = other.name.as_str(),
        others = other.posts.len(),
        now = one.posts_on_record(at.window),
        theirs = other.posts_on_record(at.window)
    );
    let mut sheet = Report::new(about, posts);
    sheet.indicators = sides.iter().flat_map(|side| figures(snapshot, side, &at)).collect();
    let both = Indicator::count(&say!("presence-of-figure-both"), both, "");
    sheet.indicators.push(both.by(one.in_networks_of(snapshot, other)));
    let years = YearRow::all(sides, arguments);
    let chart = chart(&years, sides);
    sheet.charts.extend(chart.is_worth_drawing().then_some(chart));
    sheet.tables.push(by_network(snapshot, sides).cut(arguments.limit()));
    sheet.tables.push(posts_table(snapshot, sides, arguments));
    sheet.tables.push(programmes(snapshot, sides).cut(arguments.limit()));
    sheet.tables.push(by_year(snapshot, sides, &years).cut(arguments.limit()));
    sheet
}

fn figures(snapshot: &Snapshot, side: &Side<'_>, at: &At) -> Vec<Indicator> {
    let name = side.name.as_str();
    let members = || side.on_record().flat_map(|one| one.evidence(snapshot).into_iter().take(1));
    let posts = || side.posts.iter().flat_map(|post| post.fact.evidence(snapshot).into_iter().take(1));
    vec![
        Indicator::count(&say!("presence-of-figure-members", place = name), side.on_record().count(), "")
            .by(members()),
        Indicator::count(&say!("presence-of-figure-networks", place = name), side.networks().len(), "")
            .by(members()),
        Indicator::count(&say!("presence-of-figure-posts", place = name), side.posts.len(), "").by(posts()),
        Indicator::count(&say!("presence-of-figure-now", place = name), side.posts_on_record(at.window), "")
            .by(posts()),
    ]
}

/// Two columns of numbers, headed by the two places.
fn headed<'a>(first: Head<'a>, sides: &'a [Side<'_>; 2]) -> [Head<'a>; 3] {
    [first, ("one", sides[0].name.as_str(), ""), ("other", sides[1].name.as_str(), "")]
}

fn by_network(snapshot: &Snapshot, sides: &[Side<'_>; 2]) -> Table {
    let head = say!("head-network");
    let mut table =
        Table::new("networks", &say!("presence-of-table-networks"), &headed(("network", &head, ""), sides));
    let networks: BTreeSet<EntityIx> = sides.iter().flat_map(Side::networks).collect();
    let mut rows: Vec<NetworkRow> =
        networks.into_iter().map(|network| NetworkRow::of(snapshot, network, sides)).collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.one.len() + row.other.len()), row.network));
    for row in rows {
        let network = snapshot.refer(row.network).into();
        let cells = vec![network, (row.one.len() as u64).into(), (row.other.len() as u64).into()];
        table.push(cells, row.one.into_iter().chain(row.other).collect());
    }
    table
}

/// A claim of each member of either side in a network.
struct NetworkRow {
    network: EntityIx,
    one: Vec<Evidence>,
    other: Vec<Evidence>,
}

impl NetworkRow {
    fn of(snapshot: &Snapshot, network: EntityIx, sides: &[Side<'_>; 2]) -> Self {
        let [one, other] = sides.each_ref().map(|side| side.members_of(snapshot, network));
        Self { network, one, other }
    }
}

fn posts_table(snapshot: &Snapshot, sides: &[Side<'_>; 2], arguments: &Arguments<'_>) -> Table {
    let columns: &[Head<'_>] = &[
        ("place", &say!("head-place"), ""),
        ("network", &say!("head-network"), ""),
        ("role", &say!("head-role"), ""),
        ("period", &say!("head-when-as-stated"), ""),
        ("state", &say!("head-on-that-day"), ""),
    ];
    let mut table = Table::new("posts", &say!("presence-of-table-posts"), columns);
    for post in sides.iter().flat_map(|side| &side.posts) {
        let cells = vec![
            snapshot.refer(post.member).into(),
            snapshot.refer(post.network).into(),
            wording::spoken(post.role).into(),
            crate::report::ties::periods(&post.fact).into(),
            record_cell(snapshot, &post.fact, &post.record, arguments.at().window),
        ];
        table.push(cells, post.fact.evidence(snapshot));
    }
    table.cut(arguments.limit())
}

fn programmes(snapshot: &Snapshot, sides: &[Side<'_>; 2]) -> Table {
    let columns: &[Head<'_>] =
        &[("programme", &say!("head-programme"), ""), ("place", &say!("head-place"), "")];
    let mut table = Table::new("programmes", &say!("presence-of-table-programmes"), columns);
    for one in sides.iter().flat_map(|side| &side.programmes) {
        let cells = vec![snapshot.refer(one.programme).into(), snapshot.refer(one.actor).into()];
        table.push(cells, one.evidence.clone());
    }
    table
}

/// Members and posts on record of both sides on some day of a year.
struct YearRow {
    year: i32,
    members: [usize; 2],
    posts: [usize; 2],
}

impl YearRow {
    /// From the first year in which either side has a member on record to that of the day asked about.
    fn all(sides: &[Side<'_>; 2], arguments: &Arguments<'_>) -> Vec<Self> {
        let first = sides.iter().filter_map(Side::first_year).min().unwrap_or(arguments.years().last);
        let last = arguments.at().window.to.year().unwrap_or(first);
        let years = arguments.years().clip(first, last).filter_map(|year| i32::try_from(year).ok());
        years.map(|year| Self::of(sides, year)).skip_while(|row| row.members == [0, 0]).collect()
    }

    fn of(sides: &[Side<'_>; 2], year: i32) -> Self {
        let members = sides.each_ref().map(|side| side.members_in(all_of(year)));
        let posts = sides.each_ref().map(|side| side.posts_on_record(all_of(year)));
        Self { year, members, posts }
    }
}

fn all_of(year: i32) -> Window {
    let day = |month, day| Day::from_ymd(i64::from(year), month, day);
    Window { from: day(1, 1), to: day(12, 31) }
}

fn by_year(snapshot: &Snapshot, sides: &[Side<'_>; 2], rows: &[YearRow]) -> Table {
    let [one, other] = sides.each_ref().map(|side| side.name.as_str());
    let [posts, others] = [one, other].map(|name| say!("presence-of-head-posts", place = name));
    let columns: &[Head<'_>] = &[
        ("year", &say!("head-year"), ""),
        ("one", one, ""),
        ("other", other, ""),
        ("posts_one", &posts, ""),
        ("posts_other", &others, ""),
    ];
    let mut table = Table::new("years", &say!("presence-of-table-years"), columns);
    table.note = say!("presence-of-years-note");
    for row in rows {
        let numbers = [row.members[0], row.members[1], row.posts[0], row.posts[1]];
        let mut cells = vec![row.year.to_string().into()];
        cells.extend(numbers.map(|n| (n as u64).into()));
        table.push(
            cells,
            sides.iter().flat_map(|side| side.some_evidence(snapshot, all_of(row.year))).collect(),
        );
    }
    table
}

fn chart(rows: &[YearRow], sides: &[Side<'_>; 2]) -> Chart {
    Chart {
        id: "years",
        title: say!("presence-of-chart"),
        caption: say!("presence-of-chart-caption"),
        table: "years",
        picture: Picture::Curves {
            lines: (0..2).map(|at| line(rows, sides, at)).collect(),
            x: say!("axis-year"),
            y: say!("axis-memberships"),
            steps: true,
        },
    }
}

fn line(rows: &[YearRow], sides: &[Side<'_>; 2], at: usize) -> Curve {
    let points = rows.iter().map(|row| (f64::from(row.year), as_number(row.members[at] as u64)));
    Curve { label: sides[at].name.clone(), points: points.collect(), band: Vec::new(), observed: Vec::new() }
}
