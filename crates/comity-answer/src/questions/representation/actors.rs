//! What sorts of actors stand behind a network, year by year: cities, foundations, firms, UN bodies?

mod each;

use std::collections::{BTreeMap, BTreeSet};

use comity_messages::{message, say};
use comity_model::{Day, EntityAttribute, EntityId, EntityKind, LinkKind, Scope, Window};
use comity_snapshot::record::{Basis, BoundedCount, TieStanding};
use comity_snapshot::{EntityIx, Evidence, Fact, Layer, Snapshot, dates, facts, time_of, wording};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError, network};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may};
use crate::report::claimed_counts::counts;
use crate::report::member_list::counts_of_all;
use crate::report::{
    At, Cell, Chart, CoverageQuery, Curve, Head, Indicator, Method, Picture, Report, Table, about, as_number,
    fact_cell, looked,
};
use each::{effective, of_each};

pub(crate) const QUESTION: Question = Question {
    id: "actors",
    title: message!("question-actors"),
    group: Group::Weight,
    help: message!("help-actors"),
    arguments: &[
        may("network", Range::Entity, "a network, year by year; every network on the day if left out"),
        may("from", Range::Year, "the first year; its founding, or the first dated tie, if left out"),
        AT,
        LIMIT,
    ],
    example: &[("network", "c40")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    match arguments.some_entity("network")? {
        Some(network) => actors(snapshot, &network, arguments).map(Answer::Report),
        None => Ok(of_each(snapshot, &arguments.at(), arguments.limit()).into()),
    }
}

const KINDS: [LinkKind; 3] = [LinkKind::Member, LinkKind::Backs, LinkKind::Coordinates];

/// Certain and possible actors of one sort in one year.
type Mix = BTreeMap<String, BoundedCount>;

fn actors(snapshot: &Snapshot, id: &EntityId, arguments: &Arguments<'_>) -> Result<Report, AskError> {
    let (node, at, limit) = (network(snapshot, id)?, arguments.at(), arguments.limit());
    let own = snapshot.territory(node);
    let looked =
        looked(snapshot, &CoverageQuery { layers: &[Layer::Networks, Layer::Backing], sides: &[&own] });
    let mut about =
        about(QUESTION.id, snapshot, say!("actors-heading", network = snapshot.name(node)), &at, looked);
    about.methods.push(frame());
    let all = actors_of(snapshot, node);
    let Some(years) = years(snapshot, node, &all, arguments) else {
        return Ok(Report::unanswerable(about, &say!("actors-none")));
    };
    let mixes: Vec<(i64, Mix)> = years.map(|year| (year, mix(snapshot, &all, in_year(year)))).collect();
    let mut sheet = Report::new(about, summary(&snapshot.name(node), &mixes));
    sheet.indicators.extend(mixes.last().map(|(year, mix)| in_all(snapshot, &all, *year, mix)));
    let observed = observed(snapshot, &all, &mixes);
    sheet.charts.push(chart(&mixes, &observed, claimed(snapshot, node)));
    sheet.tables.push(by_year(snapshot, &all, &mixes).cut(limit));
    sheet.tables.push(diversity(&mixes).cut(limit));
    sheet.tables.push(listed(snapshot, &all, &at).cut(limit));
    sheet.tables.extend(counts(snapshot, |scope| counts_members(snapshot, scope, node)));
    Ok(sheet)
}

/// Of the last year counted.
fn summary(network: &str, mixes: &[(i64, Mix)]) -> String {
    let Some((year, mix)) = mixes.last() else { return String::new() };
    let year = year.to_string();
    let Some((sort, most)) = mix.iter().max_by_key(|(_, count)| count.presumed) else {
        return say!("actors-summary-none", year = year, network = network);
    };
    let all: u64 = mix.values().map(|count| count.presumed).sum();
    say!(
        "actors-summary",
        n = all,
        network = network,
        year = year,
        sort = sort.as_str(),
        most = most.presumed
    )
}

/// All actors of the last year counted.
fn in_all(snapshot: &Snapshot, ties: &Ties<'_>, year: i64, mix: &Mix) -> Indicator {
    let all: u64 = mix.values().map(|count| count.presumed).sum();
    let claims = mix.keys().flat_map(|sort| evidence_of(snapshot, ties, sort, in_year(year)));
    Indicator::new(&say!("actors-figure", year = year.to_string()), Some(as_number(all)), "").by(claims)
}

fn counts_members(snapshot: &Snapshot, scope: &Scope, network: EntityIx) -> bool {
    let object = scope.object.entity.as_ref().and_then(|mention| snapshot.node(mention.id.as_ref()?));
    scope.link == Some(LinkKind::Member)
        && object == Some(network)
        && scope.subject.within.is_none()
        && scope.subject.entity.is_none()
}

fn frame() -> Method {
    Method::new(&say!("actors-method"), "Herfindahl 1950; Hirschman 1945")
}

type Ties<'w> = Vec<((EntityIx, LinkKind), Fact<'w>)>;

fn actors_of(snapshot: &Snapshot, network: EntityIx) -> Ties<'_> {
    let linked = snapshot.incoming(network).filter(|(link, _)| KINDS.contains(&link.kind));
    facts(linked.map(|(link, actor)| ((actor, link.kind), link)))
}

fn in_year(year: i64) -> Window {
    Window { from: Day::from_ymd(year, 1, 1), to: Day::from_ymd(year, 12, 31) }
}

/// From the founding, else the first dated tie, to the last sighting or the day asked about, whichever is earlier.
fn years(
    snapshot: &Snapshot,
    node: EntityIx,
    all: &Ties<'_>,
    arguments: &Arguments<'_>,
) -> Option<std::ops::RangeInclusive<i64>> {
    let links = || all.iter().flat_map(|(_, fact)| fact.asserted());
    let founded = dates(snapshot, node, EntityAttribute::Founded).and_then(|days| days.earliest.year());
    let first = links().filter_map(|link| link.valid.start().latest.year()).min()?;
    let seen = links().filter_map(|link| match link.valid.end().earliest {
        Day::FUTURE => link.valid.start().latest.year(),
        end => end.year().or_else(|| link.valid.start().latest.year()),
    });
    let last = seen.max()?.min(arguments.at().window.to.year()?);
    let counted = arguments.years().clip(arguments.year("from").or(founded).unwrap_or(first), last);
    (!counted.is_empty()).then_some(counted)
}

fn sort_of(snapshot: &Snapshot, actor: EntityIx) -> String {
    let entity = snapshot.entity(actor);
    if entity.kind == EntityKind::Organisation && entity.class.is_empty() {
        return say!("actors-unknown-type");
    }
    if entity.kind == EntityKind::Network { say!("actors-association") } else { wording::what(entity) }
}

fn mix(snapshot: &Snapshot, all: &Ties<'_>, window: Window) -> Mix {
    let mut standings: BTreeMap<EntityIx, TieStanding> = BTreeMap::new();
    for ((actor, _), fact) in all {
        let standing = fact.standing(snapshot, window);
        let best = standings.entry(*actor).or_insert(standing);
        *best = best.or(standing);
    }
    let mut mix = Mix::new();
    for (actor, standing) in standings.into_iter().filter(|(_, standing)| standing.presumed) {
        mix.entry(sort_of(snapshot, actor)).or_default().add(standing);
    }
    mix
}

fn sorts(mixes: &[(i64, Mix)]) -> BTreeSet<&str> {
    mixes.iter().flat_map(|(_, mix)| mix.keys().map(String::as_str)).collect()
}

fn by_year(snapshot: &Snapshot, all: &Ties<'_>, mixes: &[(i64, Mix)]) -> Table {
    let columns: &[Head<'_>] = &[
        ("year", &say!("head-year"), ""),
        ("sort", &say!("head-type"), ""),
        ("actors", &say!("head-actors"), ""),
    ];
    let mut table = Table::new("by-year", &say!("actors-table-by-year"), columns);
    for (year, mix) in mixes {
        for (sort, count) in mix {
            let evidence = evidence_of(snapshot, all, sort, in_year(*year));
            table.push(vec![year.to_string().into(), sort.as_str().into(), Cell::Range(*count)], evidence);
        }
    }
    table
}

/// The claims of the actors of one sort.
fn evidence_of(snapshot: &Snapshot, all: &Ties<'_>, sort: &str, window: Window) -> Vec<Evidence> {
    let own = all.iter().filter(|((actor, _), fact)| {
        sort_of(snapshot, *actor) == sort && fact.standing(snapshot, window).presumed
    });
    own.flat_map(|(_, fact)| fact.evidence(snapshot)).collect()
}

fn diversity(mixes: &[(i64, Mix)]) -> Table {
    let columns: &[Head<'_>] =
        &[("year", &say!("head-year"), ""), ("effective", &say!("head-effective-sorts"), "sorts")];
    let mut table = Table::new("diversity", &say!("actors-table-diversity"), columns)
        .computed_from(&say!("actors-diversity-from"));
    for (year, mix) in mixes {
        table.push(vec![year.to_string().into(), effective(mix).into()], Vec::new());
    }
    table
}

fn listed(snapshot: &Snapshot, all: &Ties<'_>, at: &At) -> Table {
    let columns: &[Head<'_>] = &[
        ("actor", &say!("head-actor"), ""),
        ("sort", &say!("head-type"), ""),
        ("how", &say!("head-how"), ""),
        ("since", &say!("head-when"), ""),
        ("state", &say!("head-on-that-day"), ""),
    ];
    let mut table = Table::new("actors", &say!("actors-table-actors"), columns);
    let others = all.iter().filter(|((actor, _), _)| snapshot.entity(*actor).kind != EntityKind::Polity);
    for ((actor, _), fact) in others {
        let how = fact.asserted().next().map(|link| wording::link_phrase(link, true)).unwrap_or_default();
        let cells = vec![
            snapshot.refer(*actor).into(),
            sort_of(snapshot, *actor).into(),
            how.into(),
            fact.since().into(),
            fact_cell(snapshot, fact, at.window),
        ];
        table.push(cells, fact.evidence(snapshot));
    }
    table
}

fn chart(mixes: &[(i64, Mix)], observed: &SortsObserved, claimed: Option<Curve>) -> Chart {
    let own = sorts(mixes).into_iter().map(|sort| line(sort, mixes, observed));
    Chart {
        id: "mix",
        title: say!("actors-chart-mix"),
        caption: say!("actors-chart-caption"),
        table: "by-year",
        picture: Picture::Curves {
            lines: claimed.into_iter().chain(own).collect(),
            x: say!("axis-year"),
            y: say!("axis-actors"),
            steps: false,
        },
    }
}

fn in_figures(year: i64) -> f64 {
    i32::try_from(year).map(f64::from).unwrap_or_default()
}

/// Years and sorts of which a dated source speaks.
type SortsObserved = BTreeSet<(i64, String)>;

fn observed(snapshot: &Snapshot, all: &Ties<'_>, mixes: &[(i64, Mix)]) -> SortsObserved {
    let mut found = SortsObserved::new();
    for (year, _) in mixes {
        let seen = all
            .iter()
            .filter(|(_, fact)| fact.standing(snapshot, in_year(*year)).basis == Some(Basis::Observed));
        found.extend(seen.map(|((actor, _), _)| (*year, sort_of(snapshot, *actor))));
    }
    found
}

/// How many members there were by who counts them; `None` where fewer than two counts are dated.
fn claimed(snapshot: &Snapshot, network: EntityIx) -> Option<Curve> {
    let counts = counts_of_all(snapshot, network).into_iter();
    let dated =
        counts.filter_map(|(statement, n)| Some((time_of(snapshot, statement).start().earliest.year()?, n)));
    let by_year: BTreeSet<(i64, u64)> = dated.collect();
    let points: Vec<(f64, f64)> =
        by_year.into_iter().map(|(year, n)| (in_figures(year), as_number(n))).collect();
    let observed = points.iter().map(|(year, _)| *year).collect();
    let label = say!("actors-claimed-curve");
    (points.len() > 1).then_some(Curve { label, points, band: Vec::new(), observed })
}

/// How many actors of one sort were on record from year to year.
fn line(sort: &str, mixes: &[(i64, Mix)], observed: &SortsObserved) -> Curve {
    let mut curve = Curve { label: sort.to_owned(), ..Curve::default() };
    for (number, mix) in mixes {
        let count = mix.get(sort).copied().unwrap_or_default();
        let year = in_figures(*number);
        if observed.contains(&(*number, sort.to_owned())) {
            curve.observed.push(year);
        }
        curve.points.push((year, as_number(count.presumed)));
    }
    curve
}
