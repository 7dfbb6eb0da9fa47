//! Is activity steady or does it come in bursts, by sort and decade?

mod beginnings;

use std::collections::{BTreeMap, BTreeSet};

use comity_graph::burst::{Bin, Bursts, Sensitivity, bursts as find_bursts};
use comity_graph::episodicity::{dispersion, rhythm};
use comity_messages::{listed, message, say};
use comity_snapshot::record::BoundedCount;
use comity_snapshot::{Evidence, Layer, Snapshot, wording};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may};
use crate::report::years::Years;
use crate::report::{
    About, Bar, Cell, Chart, CoverageQuery, DatedCount, Figure, Head, Indicator, Method, Picture, Report,
    Table, Tally, about, as_number, looked,
};
use beginnings::{Beginning, beginnings};

/// At 1 a burst is no burst; the upper end is guessed: no year on file has a hundred times the usual.
const RATIO: Range = Range::Number { least: 1.01, most: 100.0 };
/// Guessed: at 100 × ln(years) no series of the register has a burst.
const ENTRY: Range = Range::Number { least: 0.0, most: 100.0 };

pub(crate) const QUESTION: Question = Question {
    id: "bursts",
    title: message!("question-bursts"),
    group: Group::Bursts,
    help: message!("help-bursts"),
    arguments: &[
        may("of", Range::Entity, "only of governments in this state or country"),
        may(
            "sort",
            Range::Text { of: "a sort" },
            "acts, a sort of act, agreements, memberships or visits; acts if left out",
        ),
        may("ratio", RATIO, "how many times the usual rate a burst has; 2 if left out"),
        may("entry", ENTRY, "how dear the beginning of a burst is; 1 if left out"),
        AT,
        LIMIT,
    ],
    example: &[("of", "united-states"), ("sort", "acts")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let at = arguments.at();
    let of = arguments.some_node("of")?;
    let place = of.map(|of| snapshot.territory(of));
    let sides: Vec<_> = place.iter().collect();
    let layers = [Layer::Acts, Layer::Agreements, Layer::Networks, Layer::Events];
    let looked = looked(snapshot, &CoverageQuery { layers: &layers, sides: &sides });
    let sort = &sort(arguments);
    let from = of.map_or_else(String::new, |of| say!("part-of", place = snapshot.name(of)));
    let title = say!("bursts-title", sort = wording::spoken(sort), whose = from);
    let mut about = about(QUESTION.id, snapshot, title, &at, looked);
    about.methods.extend(methods(sensitivity(arguments)));
    let all = beginnings(snapshot, place.as_ref());
    let last = at.window.to.year().unwrap_or(i64::MAX);
    let own: Vec<&Beginning<'_>> = all.iter().filter(|one| is_of_sort(one, sort)).collect();
    let counted = arguments.years().clip(i64::MIN, last);
    let dated: Vec<(i64, &Beginning<'_>)> = own
        .iter()
        .filter_map(|one| Some((one.year().filter(|year| counted.contains(year))?, *one)))
        .collect();
    let what = in_plural(sort);
    let count = DatedCount { what: &what, needs: say!("few-dated-year"), dated: dated.len(), all: own.len() };
    let counts = count.indicators(
        own.iter().flat_map(|one| one.evidence(snapshot)),
        dated.iter().flat_map(|(_, one)| one.evidence(snapshot)),
    );
    if !count.is_enough() {
        let sorts: BTreeSet<&str> = all.iter().map(|one| one.sort.as_str()).collect();
        let sorts = listed(sorts.into_iter().map(wording::spoken));
        about.caveats.push(say!("sorts-on-file", sorts = sorts));
        return Ok(count.refusal(about, counts).into());
    }
    let mut sheet = sheet(snapshot, about, &all, &own, &dated, arguments);
    sheet.indicators.splice(0..0, counts);
    Ok(sheet.into())
}

/// What is no sort of act.
const OTHERS: [&str; 3] = ["agreements", "memberships", "visits"];

fn sort(arguments: &Arguments<'_>) -> String {
    arguments.text("sort").map_or_else(|| "acts".to_owned(), str::to_lowercase)
}

fn sensitivity(arguments: &Arguments<'_>) -> Sensitivity {
    let of = |name, usual| arguments.number(name).unwrap_or(usual);
    Sensitivity { ratio: of("ratio", 2.0), entry: of("entry", 1.0) }
}

/// "memberships", "acts of the sort divestment".
fn in_plural(sort: &str) -> String {
    if sort == "acts" || OTHERS.contains(&sort) {
        sort.to_owned()
    } else {
        say!("bursts-acts-of", sort = wording::spoken(sort))
    }
}

/// "acts" are all acts, whatever sort of them.
fn is_of_sort(one: &Beginning<'_>, sort: &str) -> bool {
    match sort {
        "acts" => !OTHERS.contains(&one.sort.as_str()),
        sort => one.sort == sort,
    }
}

fn methods(sensitivity: Sensitivity) -> [Method; 2] {
    [
        Method::new(
            &say!("bursts-method-two-states", ratio = sensitivity.ratio, entry = sensitivity.entry),
            "Kleinberg 2003, DMKD 7:373",
        ),
        Method::new(
            &say!("bursts-method"),
            "Fano 1947; Goh & Barabási 2008, EPL 81:48002; Kim & Jo 2016; Gini 1912",
        ),
    ]
}

/// One year: what has no other, what its date leaves to several, and everything on file that has no other.
struct Year {
    year: i64,
    own: u64,
    possible: u64,
    all: u64,
}

fn sheet(
    snapshot: &Snapshot,
    about: About,
    all: &[Beginning<'_>],
    own: &[&Beginning<'_>],
    dated: &[(i64, &Beginning<'_>)],
    arguments: &Arguments<'_>,
) -> Report {
    let years = series(all, own, dated);
    let batches: Vec<Bin> = years.iter().map(|year| Bin { events: year.own, all: year.all }).collect();
    let found = find_bursts(&batches, sensitivity(arguments));
    let sort = in_plural(&sort(arguments));
    let mut sheet = Report::new(about, summary(&sort, own.len(), dated, &years, &found));
    if own.len() > dated.len() {
        sheet.about.caveats.push(say!("bursts-undated", n = own.len() - dated.len()));
    }
    let claims: Vec<Evidence> = dated.iter().flat_map(|(_, one)| one.evidence(snapshot)).collect();
    let surges = Indicator::count(&say!("bursts-surges"), found.bursts.len(), "");
    let measures = std::iter::once(surges).chain(measures(&years, dated));
    sheet.indicators = measures.map(|one| one.by(claims.iter().cloned())).collect();
    sheet.charts.push(chart(&years, &found));
    sheet.tables.push(of_bursts(snapshot, &years, &found, dated));
    sheet.tables.push(by_decade(snapshot, own, arguments.years()).cut(arguments.limit()));
    sheet.tables.push(by_year(snapshot, &years, &found, (own, all)).cut(arguments.limit()));
    sheet
}

/// The surge that explains most, or that there is none.
fn summary(
    sort: &str,
    all: usize,
    dated: &[(i64, &Beginning<'_>)],
    years: &[Year],
    found: &Bursts,
) -> String {
    let strongest = found.bursts.iter().max_by(|a, b| a.weight.total_cmp(&b.weight));
    let Some(burst) = strongest else {
        return say!("bursts-none", dated = dated.len(), all = all, what = sort);
    };
    let (from, to) = (years[burst.first].year, years[burst.last].year);
    let within = dated.iter().filter(|(year, _)| (from..=to).contains(year)).count();
    let span = if from == to {
        from.to_string()
    } else {
        say!("range", low = from.to_string(), high = to.to_string())
    };
    say!(
        "bursts-some",
        dated = dated.len(),
        all = all,
        what = sort,
        n = found.bursts.len(),
        years = span,
        within = within
    )
}

/// Every year from the first to the last dated one, empty ones included.
fn series(all: &[Beginning<'_>], own: &[&Beginning<'_>], dated: &[(i64, &Beginning<'_>)]) -> Vec<Year> {
    let first = dated.iter().map(|(year, _)| *year).min().unwrap_or(0);
    let last = dated.iter().map(|(year, _)| *year).max().unwrap_or(0);
    (first..=last)
        .map(|year| Year {
            year,
            own: dated.iter().filter(|(each, _)| *each == year).count() as u64,
            possible: own.iter().filter(|one| one.may_be_of(year)).count() as u64,
            all: all.iter().filter(|one| one.year() == Some(year)).count() as u64,
        })
        .collect()
}

fn measures(years: &[Year], dated: &[(i64, &Beginning<'_>)]) -> Vec<Indicator> {
    let counts: Vec<u64> = years.iter().map(|year| year.own).collect();
    let spread = dispersion(&counts);
    let mut decades: BTreeMap<i64, u64> = BTreeMap::new();
    for year in years {
        *decades.entry(year.year.div_euclid(10)).or_default() += year.own;
    }
    let decades: Vec<u64> = decades.into_values().collect();
    let times: Vec<f64> =
        dated.iter().filter_map(|(year, _)| i32::try_from(*year).ok()).map(f64::from).collect();
    let rhythm = rhythm(&times);
    vec![
        Indicator::new(&say!("bursts-fano"), spread.map(|spread| spread.fano), ""),
        Indicator::new(&say!("bursts-probability"), spread.and_then(|spread| spread.p), ""),
        Indicator::new(&say!("bursts-burstiness"), rhythm.burstiness, ""),
        Indicator::new(&say!("bursts-burstiness-finite"), rhythm.burstiness_finite, ""),
        Indicator::new(&say!("bursts-memory"), rhythm.memory, ""),
        Indicator::new(&say!("bursts-gini"), dispersion(&decades).map(|spread| spread.gini), ""),
    ]
}

fn of_bursts(snapshot: &Snapshot, years: &[Year], found: &Bursts, dated: &[(i64, &Beginning<'_>)]) -> Table {
    let columns: &[Head<'_>] = &[
        ("from", &say!("head-from"), ""),
        ("to", &say!("head-to"), ""),
        ("events", &say!("head-in-it"), ""),
        ("weight", &say!("head-weight"), "nats"),
    ];
    let mut table = Table::new("bursts", &say!("bursts-table-bursts"), columns);
    for burst in &found.bursts {
        let (from, to) = (years[burst.first].year, years[burst.last].year);
        let within = || dated.iter().filter(|(year, _)| (from..=to).contains(year));
        let cells = vec![
            from.to_string().into(),
            to.to_string().into(),
            (within().count() as u64).into(),
            burst.weight.into(),
        ];
        table.push(cells, within().flat_map(|(_, one)| one.evidence(snapshot)).collect());
    }
    table.note = say!("bursts-note");
    table
}

fn by_decade(snapshot: &Snapshot, own: &[&Beginning<'_>], years: Years) -> Table {
    let columns: &[Head<'_>] = &[
        ("decade", &say!("head-decade"), ""),
        ("sort", &say!("head-sort"), ""),
        ("began", &say!("head-began-in-it"), ""),
    ];
    let mut table = Table::new("decades", &say!("bursts-table-decades"), columns);
    let mut cells: BTreeMap<(i64, &str), Tally> = BTreeMap::new();
    for one in own {
        let Some((from, to)) = one.years() else { continue };
        let counted = years.clip(from, to);
        if counted.is_empty() {
            continue;
        }
        for decade in counted.start().div_euclid(10)..=counted.end().div_euclid(10) {
            let certain = from.div_euclid(10) == to.div_euclid(10);
            let tally = cells.entry((decade, one.sort.as_str())).or_default();
            tally.count = tally.count + BoundedCount::sure_or_possible(certain);
            tally.evidence.extend(one.evidence(snapshot));
        }
    }
    for ((decade, sort), tally) in cells {
        let cells = vec![
            say!("decade", year = (decade * 10).to_string()).into(),
            wording::spoken(sort).into(),
            tally.range(),
        ];
        table.push(cells, tally.evidence);
    }
    table
}

fn by_year(
    snapshot: &Snapshot,
    years: &[Year],
    found: &Bursts,
    (own, all): (&[&Beginning<'_>], &[Beginning<'_>]),
) -> Table {
    let columns: &[Head<'_>] = &[
        ("year", &say!("head-year"), ""),
        ("began", &say!("head-began-in-it"), ""),
        ("all", &say!("head-of-everything-on-file-that"), ""),
        ("burst", &say!("head-burst"), ""),
    ];
    let mut table = Table::new("years", &say!("bursts-table-years"), columns);
    for (year, burst) in years.iter().zip(&found.states) {
        let may = own.iter().filter(|one| one.may_be_of(year.year));
        let cells = vec![
            year.year.to_string().into(),
            Cell::Range(BoundedCount::between(year.own, year.possible)),
            year.all.into(),
            (if *burst { say!("bursts-yes") } else { String::new() }).into(),
        ];
        let others =
            all.iter().filter(|one| one.year() == Some(year.year)).flat_map(|one| one.evidence(snapshot));
        let mut evidence: Vec<Evidence> = may.flat_map(|one| one.evidence(snapshot)).collect();
        if evidence.is_empty() {
            evidence.extend(others.take(Figure::SHOWN));
        }
        table.push(cells, evidence);
    }
    table
}

fn chart(years: &[Year], found: &Bursts) -> Chart {
    Chart {
        id: "years",
        title: say!("bursts-chart"),
        caption: say!("bursts-chart-caption"),
        table: "years",
        picture: Picture::Strip {
            bars: years.iter().zip(&found.states).map(|(year, burst)| year.bar(*burst)).collect(),
            unit: "begun".to_owned(),
            undated: None,
        },
    }
}

impl Year {
    fn bar(&self, burst: bool) -> Bar {
        Bar {
            year: i32::try_from(self.year).unwrap_or_default(),
            value: as_number(self.own),
            possible: as_number(self.possible),
            burst: u8::from(burst),
        }
    }
}
