//! How many governments had such an act by a day, and does the register reach the numbers that sources claim?

use std::collections::BTreeMap;

use comity_messages::{message, say};
use comity_model::{Day, EntityKind, Level, LinkKind};
use comity_snapshot::record::BoundedCount;
use comity_snapshot::{Adoption, EntityIx, Evidence, Layer, Snapshot, wording};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may, need};
use crate::report::claimed_counts::counts;
use crate::report::years::Years;
use crate::report::{
    About, At, Bar, Cell, Chart, CoverageQuery, Figure, Head, Method, Picture, Report, Table, Tally,
    UndatedBar, about, adoption_cell, as_number, looked,
};

pub(crate) const QUESTION: Question = Question {
    id: "act-counts",
    title: message!("question-act-counts"),
    group: Group::Bursts,
    help: message!("help-act-counts"),
    arguments: &[
        need(
            "sort",
            Range::Text { of: "a sort of act" },
            "which acts, such as divestment or nuclear-free-zone",
        ),
        may("of", Range::Entity, "only governments in this state or country"),
        AT,
        LIMIT,
    ],
    example: &[("sort", "divestment"), ("of", "united-states"), ("at", "1986")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let class = class(arguments);
    let at = arguments.at();
    let of = arguments.some_node("of")?;
    let place = of.map(|of| snapshot.territory(of));
    let sides: Vec<_> = place.iter().collect();
    let looked = looked(snapshot, &CoverageQuery { layers: &[Layer::Acts], sides: &sides });
    let sort = wording::spoken(&class);
    let title = match of {
        Some(of) => say!("act-counts-title-in", sort = sort.as_str(), place = snapshot.name(of)),
        None => say!("act-counts-title", sort = sort.as_str()),
    };
    let mut about = about(QUESTION.id, snapshot, title, &at, looked);
    about.methods.push(Method::new(&say!("act-counts-method"), ""));
    let mut found: Vec<Adoption<'_>> = snapshot.adoptions();
    found.retain(|adoption| {
        snapshot.entity(adoption.act).class == class
            && place.as_ref().is_none_or(|place| place.holds(adoption.by))
    });
    let claimed = counts(snapshot, |scope| {
        let within = scope.subject.within.as_ref().and_then(|mention| snapshot.node(mention.id.as_ref()?));
        let here = place.as_ref().is_none_or(|place| within.is_some_and(|within| place.holds(within)));
        here && scope.link == Some(LinkKind::Adopts)
            && scope.object.class.as_ref().is_some_and(|one| *one == class)
    });
    if found.is_empty() {
        about.caveats.push(say!("sorts-on-file", sorts = comity_messages::listed(sorts(snapshot))));
        let why = say!("act-counts-none", sort = class.as_str());
        let mut sheet = Report::unanswerable(about, &why);
        sheet.tables.extend(claimed);
        return Ok(sheet.into());
    }
    let mut sheet = sheet(snapshot, about, &found, arguments);
    sheet.tables.extend(claimed.map(|table| table.cut(arguments.limit())));
    Ok(sheet.into())
}

/// The sort of act asked about, as records have it.
fn class(arguments: &Arguments<'_>) -> String {
    arguments.text("sort").unwrap_or_default().to_lowercase().replace(' ', "-")
}

fn sorts(snapshot: &Snapshot) -> Vec<String> {
    let acts = snapshot.of_kind(EntityKind::Act).map(|act| snapshot.entity(act).class.to_string());
    let sorts: std::collections::BTreeSet<String> = acts.filter(|class| !class.is_empty()).collect();
    sorts.into_iter().collect()
}

fn sheet(snapshot: &Snapshot, about: About, found: &[Adoption<'_>], arguments: &Arguments<'_>) -> Report {
    let day = arguments.at().window.to;
    let level = |adoption: &Adoption<'_>| wording::what(snapshot.entity(adoption.by));
    let levels = grouped(snapshot, found, day, level);
    let adopted: u64 = levels.values().map(|tally| tally.count.presumed).sum();
    let undated = found.iter().filter(|one| one.by(day).1 && one.adopted().earliest == Day::PAST).count();
    let mut summary = say!(
        "act-counts-summary",
        n = adopted,
        sort = wording::spoken(&class(arguments)),
        day = arguments.at().words()
    );
    if undated > 0 {
        summary = say!("act-counts-undated", said = summary, undated = undated);
    }
    let mut sheet = Report::new(about, summary);
    let years = years_of(found, arguments.years());
    let bar = undated_bar(undated, &arguments.at());
    sheet.charts.extend(chart(&years, bar));
    sheet.tables.push(by_group(
        "levels",
        &ByHead { title: &say!("by-level"), head: &say!("head-level") },
        levels,
    ));
    sheet.tables.push(by_year(snapshot, found, &years).cut(arguments.limit()));
    let state = |adoption: &Adoption<'_>| state_of(snapshot, adoption.by);
    sheet.tables.push(
        by_group(
            "states",
            &ByHead { title: &say!("by-state"), head: &say!("head-state") },
            grouped(snapshot, found, day, state),
        )
        .cut(arguments.limit()),
    );
    sheet.tables.push(listed(snapshot, found, arguments).cut(arguments.limit()));
    sheet
}

fn grouped(
    snapshot: &Snapshot,
    found: &[Adoption<'_>],
    day: Day,
    key: impl Fn(&Adoption<'_>) -> String,
) -> BTreeMap<String, Tally> {
    let mut groups: BTreeMap<String, Tally> = BTreeMap::new();
    for adoption in found {
        let (possible, certain) = adoption.by(day);
        if possible {
            let tally = groups.entry(key(adoption)).or_default();
            tally.count = tally.count + BoundedCount::sure_or_possible(certain);
            tally.evidence.extend(adoption.evidence(snapshot));
        }
    }
    groups
}

/// The title of a table by something, and the head of its first column.
struct ByHead<'a> {
    title: &'a str,
    head: &'a str,
}

fn by_group(id: &'static str, by: &ByHead<'_>, groups: BTreeMap<String, Tally>) -> Table {
    let columns: &[Head<'_>] = &[("group", by.head, ""), ("adopted", &say!("head-adopted-by-that-day"), "")];
    let mut table = Table::new(id, by.title, columns);
    for (key, tally) in groups {
        table.push(vec![key.into(), tally.range()], tally.evidence);
    }
    table
}

/// The state it is in, or is.
fn state_of(snapshot: &Snapshot, by: EntityIx) -> String {
    let above = std::iter::once(by)
        .chain(snapshot.ancestors(by))
        .find(|node| snapshot.entity(*node).is(Level::State));
    above.map_or_else(|| say!("state-not-on-file"), |state| snapshot.name(state))
}

/// What was adopted in a year, and by its end.
struct YearOfActs {
    year: i64,
    end: Day,
    /// Certain of it, and possible.
    adopted: [u64; 2],
    /// Certain by its end, and possible.
    by_then: [u64; 2],
}

impl YearOfActs {
    fn new(year: i64, found: &[Adoption<'_>]) -> Self {
        let end = Day::from_ymd(year, 12, 31);
        let in_it = || found.iter().filter(|one| may_be_in(one, year));
        let sure = in_it().filter(|one| one.adopted().earliest >= Day::from_ymd(year, 1, 1) && one.by(end).1);
        let certain = found.iter().filter(|one| one.by(end).1).count();
        let possible = found.iter().filter(|one| one.by(end).0).count();
        let adopted = [sure.count(), in_it().count()].map(|n| n as u64);
        Self { year, end, adopted, by_then: [certain, possible].map(|n| n as u64) }
    }
}

/// Whether it may have been adopted in a year; without a date it is in none.
fn may_be_in(adoption: &Adoption<'_>, year: i64) -> bool {
    let days = adoption.adopted();
    days.earliest != Day::PAST
        && days.earliest <= Day::from_ymd(year, 12, 31)
        && days.latest >= Day::from_ymd(year, 1, 1)
}

/// Every year of `years` from the first adoption to the last.
fn years_of(found: &[Adoption<'_>], years: Years) -> Vec<YearOfActs> {
    let first = || found.iter().filter_map(|one| one.adopted().earliest.year());
    let last = || found.iter().filter_map(|one| one.adopted().latest.year());
    let (Some(first), Some(last)) = (first().min().or_else(|| last().min()), last().max()) else {
        return Vec::new();
    };
    years.clip(first, last).map(|year| YearOfActs::new(year, found)).collect()
}

fn by_year(snapshot: &Snapshot, found: &[Adoption<'_>], years: &[YearOfActs]) -> Table {
    let columns: &[Head<'_>] = &[
        ("year", &say!("head-year"), ""),
        ("adopted", &say!("head-adopted-in-it"), ""),
        ("by_then", &say!("head-adopted-by-its-end"), ""),
    ];
    let mut table = Table::new("years", &say!("act-counts-table-years"), columns);
    for year in years {
        let [adopted, by_then] = [year.adopted, year.by_then]
            .map(|[sure, possible]| Cell::Range(BoundedCount::between(sure, possible)));
        let own = found.iter().filter(|one| may_be_in(one, year.year));
        let mut evidence: Vec<Evidence> = own.flat_map(|one| one.evidence(snapshot)).collect();
        if evidence.is_empty() {
            let before = found.iter().filter(|one| one.by(year.end).0).flat_map(|one| one.evidence(snapshot));
            evidence.extend(before.take(Figure::SHOWN));
        }
        table.push(vec![year.year.to_string().into(), adopted, by_then], evidence);
    }
    if !years.is_empty() {
        table.note = say!("act-counts-note");
    }
    table
}

/// What is adopted by the day and in no year.
fn undated_bar(undated: usize, at: &At) -> Option<UndatedBar> {
    let label = || say!("act-counts-undated-bar", n = undated, day = at.words());
    (undated > 0).then(|| UndatedBar { label: label(), value: as_number(undated as u64) })
}

fn chart(years: &[YearOfActs], undated: Option<UndatedBar>) -> Option<Chart> {
    years.iter().any(|year| year.adopted[1] > 0).then(|| Chart {
        id: "years",
        title: say!("act-counts-chart"),
        caption: say!("act-counts-chart-caption"),
        table: "years",
        picture: Picture::Strip {
            bars: years.iter().filter_map(bar).collect(),
            unit: "acts".to_owned(),
            undated,
        },
    })
}

fn bar(year: &YearOfActs) -> Option<Bar> {
    let [value, possible] = year.adopted.map(as_number);
    Some(Bar { year: i32::try_from(year.year).ok()?, value, possible, burst: 0 })
}

fn listed(snapshot: &Snapshot, found: &[Adoption<'_>], arguments: &Arguments<'_>) -> Table {
    let columns: &[Head<'_>] = &[
        ("by", &say!("head-government"), ""),
        ("act", &say!("head-act"), ""),
        ("adopted", &say!("head-adopted"), ""),
        ("state", &say!("head-on-that-day"), ""),
    ];
    let mut table = Table::new("acts", &say!("act-counts-table-acts"), columns);
    let mut rows: Vec<&Adoption<'_>> = found.iter().collect();
    rows.sort_by_key(|one| (one.adopted(), snapshot.name(one.by), one.act));
    for one in rows {
        let cells = vec![
            snapshot.refer(one.by).into(),
            snapshot.refer(one.act).into(),
            one.adopted_words().into(),
            adoption_cell(snapshot, one, arguments.at().window),
        ];
        table.push(cells, one.evidence(snapshot));
    }
    table
}
