//! How large was a country's part among those who came to a series of events, year by year?

use comity_graph::representation::{MemberCounts, share_bounds};
use comity_messages::{message, say};
use comity_model::{
    Bounds, Completeness, Day, EntityAttribute, EntityKind, LinkAttribute, LinkKind, Period, Polarity,
};
use comity_snapshot::record::BoundedCount;
use comity_snapshot::{EntityIx, Evidence, Fact, Layer, Snapshot, Territory, facts, fold};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, need};
use crate::report::{
    About, Cell, Chart, CoverageQuery, Curve, Head, Indicator, Method, Picture, Report, Table, about,
    in_years, looked, share,
};

pub(crate) const QUESTION: Question = Question {
    id: "series",
    title: message!("question-series"),
    group: Group::Weight,
    help: message!("help-series"),
    arguments: &[
        need("of", Range::Entity, "a state or country"),
        need(
            "series",
            Range::Text { of: "words of names of events" },
            "a series, kind or words of names of events: \"c40 summit\", assembly",
        ),
        AT,
        LIMIT,
    ],
    example: &[("of", "united-states"), ("series", "c40 summit")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let series = arguments.text("series").map(fold).unwrap_or_default();
    let at = arguments.at();
    let of = arguments.node("of")?;
    let place = snapshot.territory(of);
    let looked = looked(snapshot, &CoverageQuery { layers: &[Layer::Events], sides: &[&place] });
    let title = say!("series-heading", place = snapshot.name(of), series = series.as_str());
    let mut about = about(QUESTION.id, snapshot, title, &at, looked);
    about.methods.push(Method::new(&say!("series-method"), ""));
    let mut all: Vec<Gathering> = snapshot
        .of_kind(EntityKind::Event)
        .filter(|event| belongs(snapshot, *event, &series))
        .map(|event| gathering(snapshot, event, &place))
        .filter(|one| one.when.is_none_or(|days| days.earliest <= at.window.to))
        .collect();
    all.sort_by_key(|one| (one.when, one.event));
    if all.is_empty() {
        let why = say!("series-no-event", series = series.as_str());
        return Ok(Report::unanswerable(about, &why).into());
    }
    sheet(snapshot, about, &all, arguments).map(Answer::Report)
}

/// One event up to the day asked about.
struct Gathering {
    event: EntityIx,
    /// The days between which it was, where a date is on file.
    when: Option<Bounds>,
    own: MemberCounts,
    others: MemberCounts,
    /// Whether a source says that its list of who came is complete.
    complete: bool,
    evidence: Vec<Evidence>,
}

/// By the series a source puts it in, by its kind, or by having all the words in its names.
fn belongs(snapshot: &Snapshot, event: EntityIx, series: &str) -> bool {
    let stated = snapshot.stated(event, EntityAttribute::Series).any(|(_, value)| fold(value) == series);
    let named: Vec<String> = snapshot.names(event).map(fold).collect();
    let has = |word: &str| named.iter().any(|name| name.split(' ').any(|part| part == word));
    stated || fold(&snapshot.entity(event).class) == series || series.split(' ').all(has)
}

fn gathering(snapshot: &Snapshot, event: EntityIx, place: &Territory) -> Gathering {
    let came = snapshot.incoming(event).filter(|(link, who)| {
        let stayed_away =
            link.attributes.get(&LinkAttribute::Role).is_some_and(|role| role == "invited-absent");
        link.kind == LinkKind::TakesPart && !stayed_away && snapshot.entity(*who).kind != EntityKind::Person
    });
    let all = facts(came.map(|(link, who)| (who, link)));
    let when = when(snapshot, event, &all);
    let (mut own, mut others) =
        (MemberCounts { certain: 0, possible: 0 }, MemberCounts { certain: 0, possible: 0 });
    for (who, fact) in &all {
        let side = if place.holds(*who) { &mut own } else { &mut others };
        let asserted = fact.asserted().next().is_some();
        let denied = fact.links.iter().any(|link| link.polarity == Polarity::Denied);
        side.possible += u64::from(asserted);
        side.certain += u64::from(asserted && !denied && fact.asserted().any(comity_snapshot::is_firm));
    }
    Gathering {
        event,
        when,
        own,
        others,
        complete: snapshot.coverage().iter().any(|row| lists_all_of(snapshot, row, event)),
        evidence: all.iter().flat_map(|(_, fact)| fact.evidence(snapshot)).collect(),
    }
}

/// Whether somebody looked through all who took part in an event.
fn lists_all_of(snapshot: &Snapshot, row: &comity_model::Coverage, event: EntityIx) -> bool {
    row.link == LinkKind::TakesPart
        && row.completeness == Completeness::Complete
        && row.object.as_ref().and_then(|id| snapshot.node(id)) == Some(event)
        && row.subject.is_none()
}

/// As stated; else by the days on which somebody took part.
fn when(snapshot: &Snapshot, event: EntityIx, came: &[(EntityIx, Fact<'_>)]) -> Option<Bounds> {
    let stated = snapshot.stated(event, EntityAttribute::Date);
    let periods = stated.filter_map(|(_, value)| value.parse::<Period>().ok());
    let whole = |period: &Period| Bounds { earliest: period.start().earliest, latest: period.end().latest };
    let stated: Vec<Bounds> = periods.map(|period| whole(&period)).collect();
    let attended = came.iter().flat_map(|(_, fact)| fact.asserted()).map(|link| whole(&link.valid));
    let known = |days: &Bounds| days.earliest != Day::PAST && days.latest != Day::FUTURE;
    let all = if stated.is_empty() { attended.collect() } else { stated };
    all.into_iter().filter(known).reduce(Bounds::widened)
}

fn sheet(
    snapshot: &Snapshot,
    mut about: About,
    all: &[Gathering],
    arguments: &Arguments<'_>,
) -> Result<Report, AskError> {
    let columns: &[Head<'_>] = &[
        ("year", &say!("head-year"), ""),
        ("event", &say!("head-event"), ""),
        ("own", &say!("head-from-this-place"), ""),
        ("all", &say!("head-on-file-in-all"), ""),
        ("complete", &say!("head-list-complete"), ""),
        ("share", &say!("head-share"), "0 to 1"),
        ("low", &say!("head-at-least"), "0 to 1"),
        ("high", &say!("head-at-most"), "0 to 1"),
    ];
    let mut table = Table::new("events", &say!("series-table-events"), columns);
    let label = arguments.text("series").map(fold).unwrap_or_default();
    let mut curve = Curve { label, points: Vec::new(), band: Vec::new(), observed: Vec::new() };
    for one in all {
        let bounds = share_bounds(one.own, one.others).filter(|_| one.complete);
        let share =
            bounds.map(|_| share(one.own.possible, one.own.possible + one.others.possible).unwrap_or(0.0));
        if let (Some(share), Some(bounds), Some(days)) = (share, bounds, one.when) {
            curve.points.extend(in_years(days.earliest).map(|year| (year.floor(), share)));
            curve.band.push((bounds.low, bounds.high));
        }
        let cells = vec![
            one.when.map(years).into(),
            snapshot.refer(one.event).into(),
            Cell::Range(BoundedCount::between(one.own.certain, one.own.possible)),
            Cell::Range(BoundedCount::between(
                one.own.certain + one.others.certain,
                one.own.possible + one.others.possible,
            )),
            (if one.complete { say!("series-complete") } else { say!("series-not-stated") }).into(),
            share.into(),
            bounds.map(|bounds| bounds.low).into(),
            bounds.map(|bounds| bounds.high).into(),
        ];
        table.push(cells, one.evidence.clone());
    }
    if curve.points.is_empty() {
        about.caveats.push(say!("series-caveat"));
        let mut sheet = Report::unanswerable(about, &say!("series-no-list"));
        sheet.tables.push(table.cut(arguments.limit()));
        return Ok(sheet);
    }
    let place = snapshot.name(arguments.node("of")?);
    let last = curve.points.last().map_or(0.0, |(_, share)| share * 100.0);
    let complete = curve.points.len();
    let summary =
        say!("series-summary", complete = complete, all = all.len(), share = last, place = place.as_str());
    let mut sheet = Report::new(about, summary);
    sheet.indicators = vec![
        Indicator::count(&say!("series-figure-events"), all.len(), "").by(claims(all)),
        Indicator::count(&say!("series-figure-complete"), complete, "")
            .by(claims(all.iter().filter(|one| one.complete))),
    ];
    sheet.charts.push(Chart {
        id: "share",
        title: say!("series-chart", place = place.as_str()),
        caption: say!("series-chart-caption"),
        table: "events",
        picture: Picture::Curves {
            lines: vec![curve],
            x: say!("axis-year"),
            y: say!("axis-share-of-those-who-came"),
            steps: false,
        },
    });
    sheet.tables.push(table.cut(arguments.limit()));
    Ok(sheet)
}

fn years(days: Bounds) -> String {
    let year = |day: Day| day.year().map(|year| year.to_string()).unwrap_or_default();
    let (first, last) = (year(days.earliest), year(days.latest));
    if first == last { first } else { say!("range", low = first, high = last) }
}

/// Some of the claims of each event.
fn claims<'g>(events: impl IntoIterator<Item = &'g Gathering>) -> impl Iterator<Item = Evidence> {
    events.into_iter().flat_map(|one| one.evidence.iter().take(2).cloned())
}
