//! How long do agreements live, and which are dormant by a stated rule?

mod lives;

use std::collections::BTreeMap;

use comity_graph::survival::{Life, SurvivalStep, median, survival};
use comity_messages::{message, say};
use comity_snapshot::{Evidence, Layer, Snapshot, wording};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, LIMIT, Question, Range, may};
use crate::report::{
    About, Chart, CoverageQuery, Curve, DATED_ENOUGH, DatedCount, Head, Indicator, Method, Picture, Report,
    Table, about, looked,
};
use lives::{Agreement, agreements};

pub(crate) const QUESTION: Question = Question {
    id: "lapsed",
    title: message!("question-lapsed"),
    group: Group::Bursts,
    help: message!("help-lapsed"),
    arguments: &[
        may("of", Range::Entity, "only with a party in this state or country"),
        may("with", Range::Entity, "only with another party in this state or country"),
        may("by", Range::Word { of: &["era", "sort", "country"] }, "by what to part them; era if left out"),
        may(
            "dormant",
            Range::Whole { least: 1, most: 200 },
            "years without a sighting after which one counts as dormant; 10 if left out",
        ),
        AT,
        LIMIT,
    ],
    example: &[("of", "united-states"), ("by", "country")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    let at = arguments.at();
    let of = arguments.some_node("of")?;
    let with = arguments.some_node("with")?;
    let place = of.map(|of| snapshot.territory(of));
    let sides: Vec<_> = place.iter().collect();
    let looked = looked(snapshot, &CoverageQuery { layers: &[Layer::Agreements], sides: &sides });
    let whose = of.map_or_else(String::new, |node| say!("part-of", place = snapshot.name(node)));
    let whom = with.map_or_else(String::new, |node| say!("part-with", place = snapshot.name(node)));
    let title = say!("lapsed-title", whose = whose, whom = whom);
    let mut about = about(QUESTION.id, snapshot, title, &at, looked);
    about
        .methods
        .push(Method::new(&say!("lapsed-method"), "Kaplan & Meier 1958, JASA 53:457; Greenwood 1926"));
    about.caveats.push(say!("lapsed-caveat"));
    let all = agreements(snapshot, of, with, &at);
    let dated: Vec<&Agreement> = all.iter().filter(|one| one.life.is_some()).collect();
    let ended = dated.iter().filter(|one| has_ended(one)).count();
    let count = DatedCount {
        what: &say!("lapsed-agreements"),
        needs: say!("few-dated-life"),
        dated: dated.len(),
        all: all.len(),
    };
    let counts = count.indicators(claims(&all), claims(dated.iter().copied()));
    let mut sheet = if !count.is_enough() {
        count.refusal(about, counts)
    } else if ended == 0 {
        let why = say!("lapsed-none-ended", n = dated.len());
        Report { indicators: counts.into(), ..Report::unanswerable(about, &why) }
    } else {
        let mut sheet = curves(snapshot, about, &dated, arguments);
        sheet.indicators.extend(counts);
        sheet
    };
    if !all.is_empty() {
        sheet.tables.push(dormant(snapshot, &all, arguments).cut(arguments.limit()));
        sheet.tables.push(ended_table(snapshot, &all).cut(arguments.limit()));
    }
    Ok(sheet.into())
}

#[derive(Clone, Copy)]
enum SurvivalBy {
    Era,
    Sort,
    Country,
}

impl SurvivalBy {
    fn read(text: &str) -> Option<Self> {
        match text {
            "era" => Some(Self::Era),
            "sort" => Some(Self::Sort),
            "country" => Some(Self::Country),
            _ => None,
        }
    }
}

fn claims<'a>(all: impl IntoIterator<Item = &'a Agreement>) -> impl Iterator<Item = Evidence> {
    all.into_iter().flat_map(|one| one.evidence.iter().cloned())
}

fn has_ended(agreement: &Agreement) -> bool {
    agreement.life.is_some_and(|life| life.ended)
}

fn group(snapshot: &Snapshot, one: &Agreement, by: SurvivalBy) -> String {
    match by {
        SurvivalBy::Era => match one.life.map(|life| life.start.middle()) {
            Some(year) if year < 1990.0 => say!("lapsed-before-1990"),
            Some(year) if year < 2010.0 => say!("lapsed-1990-to-2009"),
            _ => say!("lapsed-since-2010"),
        },
        SurvivalBy::Sort => wording::spoken(&one.sort),
        SurvivalBy::Country => {
            one.country.map_or_else(|| say!("country-not-on-file"), |node| snapshot.name(node))
        }
    }
}

fn curves(snapshot: &Snapshot, about: About, dated: &[&Agreement], arguments: &Arguments<'_>) -> Report {
    let by = arguments.word("by", SurvivalBy::read).unwrap_or(SurvivalBy::Era);
    let mut groups: BTreeMap<String, Vec<&Agreement>> = BTreeMap::new();
    for one in dated {
        groups.entry(group(snapshot, one, by)).or_default().push(one);
    }
    let whole = fit(dated);
    let ended = dated.iter().filter(|one| has_ended(one)).count();
    let summary = match whole.median {
        Some(years) => say!("lapsed-median", n = dated.len(), years = years, ended = ended),
        None => say!("lapsed-most-alive", n = dated.len(), ended = ended),
    };
    let mut sheet = Report::new(about, summary);
    let mut life = Indicator::new(&say!("lapsed-median-figure"), whole.median, "years");
    if let (Some(low), Some(high)) = (whole.shortest, whole.longest) {
        life = life.between(low, high);
    }
    sheet.indicators.push(life.by(claims(dated.iter().copied())));
    let over = dated.iter().copied().filter(|one| has_ended(one));
    sheet.indicators.push(Indicator::count(&say!("lapsed-figure-ended"), ended, "").by(claims(over)));
    let columns: &[Head<'_>] = &[
        ("group", &say!("head-agreements"), ""),
        ("n", &say!("head-with-a-start"), ""),
        ("ended", &say!("head-ended"), ""),
        ("median", &say!("head-median-life"), "years"),
        ("alive_10", &say!("head-alive-after-10-years"), "0 to 1"),
        ("alive_25", &say!("head-alive-after-25-years"), "0 to 1"),
        ("alive_50", &say!("head-alive-after-50-years"), "0 to 1"),
    ];
    let mut table = Table::new("survival", &say!("lapsed-table-survival"), columns);
    table.note = say!("lapsed-note", least = DATED_ENOUGH);
    let mut lines = vec![line(&say!("lapsed-all"), &whole)];
    for (name, group) in &groups {
        let found = fit(group);
        let enough = group.len() >= DATED_ENOUGH;
        let told = |value: Option<f64>| value.filter(|_| enough);
        let cells = vec![
            name.as_str().into(),
            (group.len() as u64).into(),
            (group.iter().filter(|one| has_ended(one)).count() as u64).into(),
            told(found.median).into(),
            told(found.alive(10.0)).into(),
            told(found.alive(25.0)).into(),
            told(found.alive(50.0)).into(),
        ];
        table.push(cells, group.iter().flat_map(|one| one.evidence.iter().cloned()).collect());
        if enough && groups.len() > 1 && !found.steps.is_empty() {
            lines.push(line(name, &found));
        }
    }
    sheet.charts.push(Chart {
        id: "survival",
        title: say!("lapsed-chart"),
        caption: say!("lapsed-chart-caption"),
        table: "steps",
        picture: Picture::Curves { lines, x: say!("lapsed-x"), y: say!("lapsed-y"), steps: true },
    });
    sheet.tables.push(table.cut(arguments.limit()));
    sheet.tables.push(steps(&whole, dated).cut(arguments.limit()));
    sheet
}

/// One curve and what can be read off it.
struct Fit {
    steps: Vec<SurvivalStep>,
    /// The longest time anybody was watched.
    watched: f64,
    median: Option<f64>,
    shortest: Option<f64>,
    longest: Option<f64>,
}

fn fit(group: &[&Agreement]) -> Fit {
    let middle = lives_of(group, lives::YearSpan::middle);
    let steps = survival(&middle);
    Fit {
        watched: middle.iter().map(|life| life.time).fold(0.0, f64::max),
        median: median(&steps),
        shortest: median(&survival(&lives_of(group, |span| span.low))),
        longest: median(&survival(&lives_of(group, |span| span.high))),
        steps,
    }
}

fn lives_of(group: &[&Agreement], pick: fn(&lives::YearSpan) -> f64) -> Vec<Life> {
    let lived = group.iter().filter_map(|one| one.life);
    lived.map(|life| Life { time: pick(&life.years), ended: life.ended }).collect()
}

impl Fit {
    fn alive(&self, time: f64) -> Option<f64> {
        let before = self.steps.iter().take_while(|step| step.time <= time).last();
        (self.watched >= time).then(|| before.map_or(1.0, |step| step.survival))
    }
}

/// From 1 at the start; the band is the survival with 1.96 standard errors to each side, within 0 and 1.
fn line(label: &str, found: &Fit) -> Curve {
    let points = std::iter::once((0.0, 1.0)).chain(found.steps.iter().map(|step| (step.time, step.survival)));
    let bands = std::iter::once((1.0, 1.0)).chain(found.steps.iter().map(band));
    Curve { label: label.to_owned(), points: points.collect(), band: bands.collect(), observed: Vec::new() }
}

/// The 95 % interval of one step.
fn band(step: &SurvivalStep) -> (f64, f64) {
    let wide = 1.96 * step.error.unwrap_or(0.0);
    ((step.survival - wide).max(0.0), (step.survival + wide).min(1.0))
}

/// Each step with the claims of what ended at it.
fn steps(found: &Fit, all: &[&Agreement]) -> Table {
    let columns: &[Head<'_>] = &[
        ("time", &say!("head-after"), "years"),
        ("at_risk", &say!("head-still-watched"), ""),
        ("ended", &say!("head-ended-then"), ""),
        ("alive", &say!("head-share-alive"), "0 to 1"),
        ("error", &say!("head-standard-error"), ""),
    ];
    let mut table = Table::new("steps", &say!("lapsed-table-steps"), columns);
    for step in &found.steps {
        let cells = vec![
            step.time.into(),
            (step.at_risk as u64).into(),
            (step.ended as u64).into(),
            step.survival.into(),
            step.error.into(),
        ];
        let ended = all.iter().filter(|one| has_ended_after(one, step.time));
        let ended = ended.flat_map(|one| one.evidence.iter().cloned());
        table.push(cells, ended.collect());
    }
    table
}

fn has_ended_after(agreement: &Agreement, years: f64) -> bool {
    agreement.life.is_some_and(|life| life.ended && (life.years.middle() - years).abs() < 1e-9)
}

/// Dormant: not said to have ended, and last seen more than so many years before the day asked about.
fn dormant(snapshot: &Snapshot, all: &[Agreement], arguments: &Arguments<'_>) -> Table {
    let (at, years) = (arguments.at(), arguments.whole("dormant").unwrap_or(10));
    let columns: &[Head<'_>] = &[
        ("agreement", &say!("head-agreement"), ""),
        ("last_seen", &say!("head-last-seen"), ""),
        ("years", &say!("head-years-ago"), "years"),
    ];
    let mut table = Table::new("dormant", &say!("lapsed-table-dormant"), columns);
    table.note = say!("lapsed-dormant-note", n = years);
    let least = f64::from(u32::try_from(years).unwrap_or(u32::MAX));
    let silent = all.iter().filter(|one| !one.ended).filter_map(|one| Some((one, one.silent_for(&at)?)));
    let mut rows: Vec<(&Agreement, f64)> = silent.filter(|(_, years)| *years > least).collect();
    rows.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.node.cmp(&b.0.node)));
    for (one, years) in rows {
        let seen = one.seen.map(|seen| wording::in_figures(seen.floor()));
        table.push(vec![snapshot.refer(one.node).into(), seen.into(), years.into()], one.evidence.clone());
    }
    table
}

fn ended_table(snapshot: &Snapshot, all: &[Agreement]) -> Table {
    let columns: &[Head<'_>] = &[
        ("agreement", &say!("head-agreement"), ""),
        ("from", &say!("head-began"), ""),
        ("life", &say!("head-lived"), "years"),
        ("state", &say!("head-state"), ""),
    ];
    let mut table = Table::new("ended", &say!("lapsed-table-ended"), columns);
    for one in all.iter().filter(|one| one.ended) {
        let from = one.life.map(|life| wording::in_figures(life.start.middle().floor()));
        let lived = one.life.map(|life| life.years.middle());
        let cells = vec![
            snapshot.refer(one.node).into(),
            from.into(),
            lived.into(),
            one.said.join(&say!("between-or")).into(),
        ];
        table.push(cells, one.evidence.clone());
    }
    table
}
