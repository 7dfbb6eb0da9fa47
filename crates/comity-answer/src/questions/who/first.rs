//! Who from a place was first in each network, and how long after the network was founded?

use comity_messages::{message, say};
use comity_model::{
    Bounds, Day, EntityAttribute, EntityId, EntityKind, FuzzyDate, Link, LinkKind, Polarity, Standing,
};
use comity_snapshot::{EntityIx, Evidence, Layer, Snapshot, wording};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, need};
use crate::report::{About, At, CoverageQuery, Indicator, Method, Report, Table, about, looked};

pub(crate) const QUESTION: Question = Question {
    id: "first",
    title: message!("question-first"),
    group: Group::WhoAndWhen,
    help: message!("help-first"),
    arguments: &[need("of", Range::Entity, "a state or country"), AT, LIMIT],
    example: &[("of", "united-states")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let args = FirstArgs { of: arguments.entity("of")?, at: arguments.at(), limit: arguments.limit() };
    first(snapshot, &args).map(Answer::Report)
}

struct FirstArgs {
    of: EntityId,
    at: At,
    limit: usize,
}

/// The first member of one network: between which days it joined.
struct First<'w> {
    network: EntityIx,
    member: EntityIx,
    joined: Bounds,
    links: Vec<&'w Link>,
}

fn first(snapshot: &Snapshot, args: &FirstArgs) -> Result<Report, AskError> {
    let of = snapshot.require(&args.of)?;
    let place = snapshot.territory(of);
    let looked = looked(snapshot, &CoverageQuery { layers: &[Layer::Networks], sides: &[&place] });
    let title = say!("first-title", place = snapshot.name(of));
    let mut about = about(QUESTION.id, snapshot, title, &args.at, looked);
    about.methods.push(Method::new(&say!("first-method"), ""));
    let mut found: Vec<First<'_>> = snapshot
        .of_kind(EntityKind::Network)
        .filter_map(|network| earliest(snapshot, network, |member| place.holds(member), args.at.window.to))
        .collect();
    if found.is_empty() {
        let why = say!("first-none", place = snapshot.name(of));
        return Ok(Report::unanswerable(about, &why));
    }
    found.sort_by_key(|first| (first.joined.latest, first.network));
    Ok(sheet(snapshot, about, &found, args.limit))
}

fn sheet(snapshot: &Snapshot, about: About, found: &[First<'_>], limit: usize) -> Report {
    let mut table = Table::new(
        "first-members",
        &say!("first-table-first-members"),
        &[
            ("network", &say!("head-network"), ""),
            ("founded", &say!("head-founded"), ""),
            ("member", &say!("head-first-member-on-file"), ""),
            ("joined", &say!("head-joined"), ""),
            ("lag_least", &say!("head-at-least"), "years after"),
            ("lag_most", &say!("head-at-most"), "years after"),
        ],
    );
    let mut lags = Vec::new();
    for first in found {
        let (founded, mut evidence) = founding(snapshot, first.network);
        let lag = founded.as_ref().map(|(days, _)| lag(first.joined, *days));
        lags.extend(lag.and_then(|(_, most)| most));
        evidence.extend(first.links.iter().map(|link| snapshot.evidence_of(link)));
        let cells = vec![
            snapshot.refer(first.network).into(),
            founded.map(|(_, words)| words).into(),
            snapshot.refer(first.member).into(),
            joined_words(first.joined).into(),
            lag.and_then(|(least, _)| least).into(),
            lag.and_then(|(_, most)| most).into(),
        ];
        table.push(cells, evidence);
    }
    let summary = say!("first-summary", n = found.len());
    let mut sheet = Report::new(about, summary);
    let claims: Vec<Evidence> = table.rows.iter().flat_map(|row| row.evidence.clone()).collect();
    sheet.indicators.push(Indicator::count(&say!("first-figure"), found.len(), "").by(claims.clone()));
    lags.sort_by(f64::total_cmp);
    if let (Some(shortest), Some(longest)) = (lags.first(), lags.last()) {
        let label = say!("first-lag");
        let median = Indicator::new(&label, Some(lags[lags.len() / 2]), "years").between(*shortest, *longest);
        sheet.indicators.push(median.by(claims));
    }
    sheet.tables.push(table.cut(limit));
    sheet
}

/// The member that surely joined earliest, by day and then by id.
fn earliest(
    snapshot: &Snapshot,
    network: EntityIx,
    wanted: impl Fn(EntityIx) -> bool,
    until: Day,
) -> Option<First<'_>> {
    let joined = snapshot.incoming(network).filter(|(link, member)| {
        let said = link.kind == LinkKind::Member && link.polarity == Polarity::Asserted;
        said && link.standing == Standing::Accepted && wanted(*member) && link.valid.start().latest <= until
    });
    let (link, member) =
        joined.min_by_key(|(link, member)| (link.valid.start().latest, *member, link.claim))?;
    Some(First { network, member, joined: link.valid.start(), links: vec![link] })
}

type Founding = Option<(Bounds, String)>;

/// The days between which sources have it founded, in their words, and who says so.
fn founding(snapshot: &Snapshot, network: EntityIx) -> (Founding, Vec<Evidence>) {
    let mut found: Founding = None;
    let mut evidence = Vec::new();
    for (statement, value) in snapshot.stated(network, EntityAttribute::Founded) {
        let Ok(date) = value.parse::<FuzzyDate>() else { continue };
        evidence.push(snapshot.evidence_of_statement(statement));
        let (own, said) = (Bounds::from(&date), wording::date(&date));
        found = Some(match found {
            None => (own, said),
            Some((days, words)) if words.split(" or ").any(|word| word == said) => (days.widened(own), words),
            Some((days, words)) => (days.widened(own), say!("one-or-other", one = words, other = said)),
        });
    }
    (found, evidence)
}

/// Years from founding to joining: least and most; `None` where a date is open. Nobody joins before the founding
/// unless the dates leave nothing else.
fn lag(joined: Bounds, founded: Bounds) -> (Option<f64>, Option<f64>) {
    let most = years(founded.earliest, joined.latest);
    let least = years(founded.latest, joined.earliest);
    (least.map(|years| if most.is_some_and(|most| most >= 0.0) { years.max(0.0) } else { years }), most)
}

/// Years from one day to another, to a tenth; `None` if one of them is not known.
fn years(from: Day, to: Day) -> Option<f64> {
    let known = from != Day::PAST && to != Day::PAST && to != Day::FUTURE;
    known.then(|| ((f64::from(to.0) - f64::from(from.0)) / 365.2425 * 10.0).round() / 10.0)
}

fn joined_words(joined: Bounds) -> String {
    let Bounds { earliest: from, latest: to } = joined;
    let year = |day: Day| day.year().map(|year| year.to_string()).unwrap_or_default();
    if from == Day::PAST {
        say!("by-day", day = year(to))
    } else if year(from) == year(to) {
        year(to)
    } else {
        say!("range", low = year(from), high = year(to))
    }
}
