//! What a picture shows, as data: the drawing is made of it elsewhere, the same for page, print and file.

use comity_model::{Day, Period};
use comity_snapshot::record::{Basis, TieStanding, TieState};
use schemars::JsonSchema;
use serde::Serialize;

/// A picture of an answer; every value in it stands in one of the sheet's tables as well.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Chart {
    /// A short name for addresses and file names.
    pub id: &'static str,
    pub title: String,
    /// What to see in it, in a sentence: the text of the picture for who cannot see it.
    pub caption: String,
    /// The id of the table with the same values.
    pub table: &'static str,
    pub picture: Picture,
}

/// The seven kinds of picture.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Picture {
    /// A line a row from its start to its end; uncertain ends are drawn open or faint.
    Intervals { rows: Vec<IntervalRow> },
    /// Values with their intervals; `reference` is the value to compare with (1 for a quotient).
    Dots { rows: Vec<Dot>, reference: Option<f64>, unit: String, logarithmic: bool },
    /// One bar a year, surges marked; at the right, apart, what is in no year.
    Strip {
        bars: Vec<Bar>,
        unit: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        undated: Option<UndatedBar>,
    },
    /// Who in what: rows × columns.
    Matrix { rows: Vec<String>, columns: Vec<String>, cells: Vec<MatrixCell> },
    /// One or several lines over a common axis.
    Curves { lines: Vec<Curve>, x: String, y: String, steps: bool },
    /// Horizontal bars, largest first.
    Bars { rows: Vec<Dot>, unit: String },
    /// How many there were: a line through what sources count, and rings for what can be named.
    Growth {
        counted: Vec<GrowthDot>,
        named: Vec<GrowthDot>,
        /// The day asked about: without a later count the last one is only carried to it.
        until: f64,
    },
}

impl Picture {
    /// How many values it has that can be drawn: rows, years, cells or points; what is undated is none.
    pub fn values(&self) -> usize {
        let dots = |rows: &[Dot]| rows.iter().filter(|row| row.value.is_finite()).count();
        match self {
            Self::Intervals { rows } => {
                rows.iter().flat_map(|row| &row.spans).filter(|span| span.is_dated()).count()
            }
            Self::Dots { rows, .. } | Self::Bars { rows, .. } => dots(rows),
            Self::Strip { bars, .. } => bars.iter().filter(|bar| bar.value.max(bar.possible) > 0.0).count(),
            Self::Matrix { cells, .. } => cells.len(),
            Self::Curves { lines, .. } => lines.iter().map(|line| line.points.len()).sum(),
            Self::Growth { counted, named, .. } => counted.len() + named.len(),
        }
    }
}

/// A number at a time.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct GrowthDot {
    pub year: f64,
    pub value: f64,
    /// As its source has it: "97", "at least 91".
    pub words: String,
}

impl GrowthDot {
    /// Those that a line goes through: of what is said of one day the largest. `dots` are in order of time.
    pub fn line(dots: &[Self]) -> Vec<&Self> {
        let mut line: Vec<&Self> = Vec::new();
        for dot in dots {
            match line.last_mut() {
                Some(last) if last.year >= dot.year => {
                    if dot.value > last.value {
                        *last = dot;
                    }
                }
                _ => line.push(dot),
            }
        }
        line
    }
}

/// Spans of one thing over time.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct IntervalRow {
    pub label: String,
    pub spans: Vec<Span>,
}

/// From between the two starts to between the two ends, in years with fractions; `None` is open or not known.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Span {
    pub start_earliest: Option<f64>,
    pub start_latest: Option<f64>,
    pub end_earliest: Option<f64>,
    pub end_latest: Option<f64>,
    pub mark: Mark,
}

impl Span {
    /// Whether any of its four dates is known.
    pub fn is_dated(&self) -> bool {
        let Self { start_earliest, start_latest, end_earliest, end_latest, mark: _ } = self;
        [start_earliest, start_latest, end_earliest, end_latest].into_iter().any(Option::is_some)
    }

    pub(crate) fn of(period: &Period, mark: Mark) -> Self {
        let (start, end) = (period.start(), period.end());
        Self {
            start_earliest: in_years(start.earliest),
            start_latest: in_years(start.latest),
            end_earliest: in_years(end.earliest),
            end_latest: in_years(end.latest),
            mark,
        }
    }
}

/// How a span or a cell is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// A dated source speaks for the day, or it lies between two that do.
    Observed,
    /// Reported earlier, and nothing has ended it.
    Carried,
    /// Suspended, contested, or sources disagree.
    Disputed,
    /// Ended, expired, or done.
    Over,
    /// Planned, or not yet begun.
    Ahead,
    Denied,
    /// No source reaches the day.
    Unplaced,
}

impl From<TieStanding> for Mark {
    fn from(standing: TieStanding) -> Self {
        Self::on(standing.state, standing.basis)
    }
}

impl Mark {
    /// Of a state, by what it rests on where it is on record.
    pub(crate) fn on(state: TieState, basis: Option<Basis>) -> Self {
        match state {
            TieState::OnRecord if basis == Some(Basis::Carried) => Self::Carried,
            TieState::OnRecord => Self::Observed,
            TieState::Suspended | TieState::Contested | TieState::SourcesDisagree => Self::Disputed,
            TieState::Ended | TieState::Expired | TieState::PresumedEnded | TieState::Happened => Self::Over,
            TieState::NotYet | TieState::Planned => Self::Ahead,
            TieState::Denied => Self::Denied,
            TieState::NotPlaced | TieState::OutcomeUnknown => Self::Unplaced,
        }
    }
}

/// A day as a year with two decimals; `None` at the two ends of time.
pub(crate) fn in_years(day: Day) -> Option<f64> {
    let year = day.year()?;
    let (first, next) = (Day::from_ymd(year, 1, 1), Day::from_ymd(year + 1, 1, 1));
    let part = f64::from(day.0 - first.0) / f64::from(next.0 - first.0);
    Some(f64::from(i32::try_from(year).ok()?) + (part * 100.0).floor() / 100.0)
}

/// One value.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Dot {
    pub label: String,
    pub value: f64,
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// Rows of one group are drawn alike; may be empty.
    pub group: String,
}

/// One year of a series.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct Bar {
    pub year: i32,
    /// For sure.
    pub value: f64,
    /// At most.
    pub possible: f64,
    /// 0 outside a burst.
    pub burst: u8,
}

/// What is in no year of a series.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct UndatedBar {
    /// "59 more by August 1987, year unknown".
    pub label: String,
    pub value: f64,
}

/// One cell that is not empty.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
pub struct MatrixCell {
    pub row: u32,
    pub column: u32,
    /// From 0 to 1: how dark.
    pub weight: f64,
    pub mark: Mark,
}

/// One line.
#[derive(Debug, Default, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Curve {
    pub label: String,
    /// Ascending in x.
    pub points: Vec<(f64, f64)>,
    /// Lower and upper edge of a band at each point; empty: none.
    pub band: Vec<(f64, f64)>,
    /// The x at which a source speaks: a dot there, and a light line where values are only carried on. Empty: no value is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub observed: Vec<f64>,
}
