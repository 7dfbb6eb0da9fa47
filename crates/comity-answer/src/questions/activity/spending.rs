//! What did states spend on promotion abroad, and what the federal government, in the money of one year?

mod amount;

use std::collections::BTreeMap;

use comity_messages::{message, say};
use comity_snapshot::{Evidence, fold};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may};
use crate::report::{
    About, Chart, CoverageQuery, Curve, Head, Indicator, Method, Picture, Report, Table, about, looked,
};
use amount::{Amount, Payer, PriceIndex};

pub(crate) const QUESTION: Question = Question {
    id: "spending",
    title: message!("question-spending"),
    group: Group::Bursts,
    help: message!("help-spending"),
    arguments: &[
        may("of", Range::Entity, "only what this country, or bodies and places in it, spend"),
        may("purpose", Range::Text { of: "a purpose" }, "only for this purpose, such as exports"),
        AT,
        LIMIT,
    ],
    example: &[("of", "united-states")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let purpose = arguments.text("purpose").map(fold);
    let at = arguments.at();
    let of = arguments.some_node("of")?;
    let place = of.map(|node| snapshot.territory(node));
    let sides: Vec<_> = place.iter().collect();
    let looked = looked(snapshot, &CoverageQuery { layers: &[], sides: &sides });
    let whose = of.map_or_else(String::new, |of| say!("part-of", place = snapshot.name(of)));
    let mut about = about(QUESTION.id, snapshot, say!("spending-title", whose = whose), &at, looked);
    about.methods.push(Method::new(&say!("spending-method"), ""));
    let mut found = amount::all(snapshot, at.window.to);
    found.retain(|one| {
        place.as_ref().is_none_or(|place| one.is_in(place))
            && purpose.as_ref().is_none_or(|wanted| fold(one.purpose).contains(wanted))
    });
    if found.is_empty() {
        return Ok(Report::unanswerable(about, &say!("spending-none")).into());
    }
    let prices = PriceIndex::of(snapshot, at.window.to);
    Ok(sheet(about, &found, &prices, arguments.limit()).into())
}

fn sheet(mut about: About, found: &[Amount<'_>], prices: &PriceIndex, limit: usize) -> Report {
    about.caveats.push(say!("spending-caveat"));
    let pair = side_by_side(found);
    let mut sheet = Report::new(about, summary(found, pair.as_ref()));
    sheet.indicators = figures(found, pair.as_ref(), prices);
    let chart = chart(found, prices);
    sheet.charts.extend(chart.is_worth_drawing().then_some(chart));
    sheet.tables.push(listed(found, prices).cut(limit));
    sheet
}

/// What states together and the federal government had in one year, in one currency.
struct SideBySide<'a, 'w> {
    states: &'a Amount<'w>,
    federal: &'a Amount<'w>,
}

impl SideBySide<'_, '_> {
    fn times(&self) -> f64 {
        self.federal.millions / self.states.millions
    }
}

/// Of the last year that has both; of several amounts of one side, the largest.
fn side_by_side<'a, 'w>(found: &'a [Amount<'w>]) -> Option<SideBySide<'a, 'w>> {
    let together = found.iter().filter(|one| one.of_all_states);
    let federal = || found.iter().filter(|one| one.payer == Payer::Federal);
    let pairs = together.flat_map(|states| federal().map(move |federal| (states, federal)));
    let same = pairs.filter(|(states, federal)| {
        states.year == federal.year && states.currency == federal.currency && states.millions > 0.0
    });
    let last = same.max_by(|a, b| {
        (a.0.year.cmp(&b.0.year))
            .then(a.1.millions.total_cmp(&b.1.millions))
            .then(a.0.millions.total_cmp(&b.0.millions))
    });
    last.map(|(states, federal)| SideBySide { states, federal })
}

/// "For 2015 the states … come to 75 million USD, and the … to 462 million, 6.2 times as much."
fn summary(found: &[Amount<'_>], pair: Option<&SideBySide<'_, '_>>) -> String {
    let years = || found.iter().map(|one| one.year);
    let (first, last) = (years().min().unwrap_or_default(), years().max().unwrap_or_default());
    let count = say!("spending-summary", n = found.len(), first = first.to_string(), last = last.to_string());
    let Some(pair) = pair else { return count };
    let SideBySide { states, federal } = pair;
    say!(
        "spending-beside",
        year = states.year.to_string(),
        states = states.wording,
        less = states.millions,
        currency = states.currency,
        federal = federal.wording,
        more = federal.millions,
        times = pair.times(),
        count = count
    )
}

fn figures(found: &[Amount<'_>], pair: Option<&SideBySide<'_, '_>>, prices: &PriceIndex) -> Vec<Indicator> {
    let claims = found.iter().map(|one| one.evidence.clone());
    let mut figures = vec![Indicator::count(&say!("spending-figure"), found.len(), "").by(claims)];
    if let Some(pair) = pair {
        let both = [pair.states.evidence.clone(), pair.federal.evidence.clone()];
        figures.push(Indicator::new(&say!("spending-figure-times"), Some(pair.times()), "").by(both));
        for one in [pair.states, pair.federal] {
            let Some(real) = prices.real(one) else { continue };
            let label = say!("spending-figure-real", what = one.wording, year = prices.base.to_string());
            figures.push(Indicator::new(&label, Some(real.millions), "").by(real.evidence));
        }
    }
    figures
}

fn listed(found: &[Amount<'_>], prices: &PriceIndex) -> Table {
    let columns: &[Head<'_>] = &[
        ("year", &say!("head-year"), ""),
        ("what", &say!("head-what"), ""),
        ("by", &say!("head-by"), ""),
        ("purpose", &say!("head-purpose"), ""),
        ("amount", &say!("head-amount"), "million"),
        ("currency", &say!("head-currency"), ""),
        ("real", &say!("spending-head-real", year = prices.base.to_string()), "million"),
        ("state", &say!("head-on-file-as"), ""),
    ];
    let mut table = Table::new("amounts", &say!("spending-table-amounts"), columns);
    for one in found {
        let real = prices.real(one);
        let mut evidence = vec![one.evidence.clone()];
        let value = real.map(|real| {
            evidence.extend(real.evidence.into_iter().skip(1));
            real.millions
        });
        let state = if one.planned { say!("spending-proposed") } else { say!("spending-stated") };
        let cells = vec![
            one.year.to_string().into(),
            one.wording.into(),
            one.payer.words().into(),
            one.purpose.into(),
            one.millions.into(),
            one.currency.into(),
            value.into(),
            state.into(),
        ];
        table.push(cells, evidence);
    }
    table
}

/// A line for each thing that has amounts of two years and more.
fn chart(found: &[Amount<'_>], prices: &PriceIndex) -> Chart {
    let mut lines: BTreeMap<&str, Vec<(f64, f64)>> = BTreeMap::new();
    for one in found {
        let Some(real) = prices.real(one) else { continue };
        lines.entry(one.wording).or_default().push((f64::from(one.year), real.millions));
    }
    let lines = lines.into_iter().filter(|(_, points)| points.len() > 1);
    Chart {
        id: "years",
        title: say!("spending-chart"),
        caption: say!("spending-chart-caption", year = prices.base.to_string()),
        table: "amounts",
        picture: Picture::Curves {
            lines: lines.map(|(label, points)| line(label, points)).collect(),
            x: say!("axis-year"),
            y: say!("axis-millions"),
            steps: false,
        },
    }
}

fn line(label: &str, points: Vec<(f64, f64)>) -> Curve {
    Curve { label: label.to_owned(), points, band: Vec::new(), observed: Vec::new() }
}

/// An amount in the money of another year, and who says so: the amount's source first, then those of the two indices.
pub(super) struct RealAmount {
    millions: f64,
    evidence: Vec<Evidence>,
}
