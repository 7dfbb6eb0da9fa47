//! An answer made of figures, tables and pictures: the shape that most questions share.

use comity_messages::say;
use comity_snapshot::Evidence;
use comity_snapshot::wording::in_figures;
use schemars::JsonSchema;
use serde::Serialize;

use super::{About, Chart, Table};

/// Its parts stand in the order in which a reader wants them; any of them may be empty.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Report {
    #[serde(flatten)]
    pub about: About,
    /// The answer in a sentence or two.
    pub summary: String,
    /// What the register would have to hold before this can be answered. Empty: it can.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub unanswerable: String,
    /// How many a statistic takes, where too few are on file for one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<u64>,
    pub indicators: Vec<Indicator>,
    pub tables: Vec<Table>,
    pub charts: Vec<Chart>,
}

impl Report {
    pub(crate) fn new(about: About, summary: String) -> Self {
        Self {
            about,
            summary,
            unanswerable: String::new(),
            least: None,
            indicators: Vec::new(),
            tables: Vec::new(),
            charts: Vec::new(),
        }
    }

    /// Where the register cannot carry an answer: `why` is the sentence that says what it would have to hold.
    pub(crate) fn unanswerable(about: About, why: &str) -> Self {
        Self { unanswerable: why.to_owned(), ..Self::new(about, why.to_owned()) }
    }
}

/// One figure of a sheet that is no plain count: a share, a distance, an index.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Indicator {
    /// "share of US cities among participants".
    pub label: String,
    /// With what is on record on the day, or what the question was asked to take; `None`: not defined for this register.
    pub value: Option<f64>,
    /// The least and greatest value that uncertain dates allow, or an interval that `label` names.
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// "steps", "share from 0 to 1"; may be empty.
    pub unit: String,
    /// At most 12 claims; the tables have them all.
    pub evidence: Vec<Evidence>,
}

impl Indicator {
    pub(crate) fn new(label: &str, value: Option<f64>, unit: &str) -> Self {
        Self {
            label: label.to_owned(),
            value,
            low: None,
            high: None,
            unit: unit.to_owned(),
            evidence: Vec::new(),
        }
    }

    /// From certain to possible, or from one end of an interval to the other.
    #[must_use]
    pub(crate) fn between(mut self, low: f64, high: f64) -> Self {
        (self.low, self.high) = (Some(low), Some(high));
        self
    }

    /// A whole number.
    pub(crate) fn count(label: &str, n: usize, unit: &str) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
        Self::new(label, Some(n as f64), unit)
    }

    /// With what surely holds, and the range from there to what it is with all that may.
    pub(crate) fn both(label: &str, [sure, may]: [usize; 2], unit: &str) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
        let (sure, may) = (sure as f64, may as f64);
        Self::new(label, Some(sure), unit).between(sure.min(may), sure.max(may))
    }

    #[must_use]
    pub(crate) fn by(mut self, evidence: impl IntoIterator<Item = Evidence>) -> Self {
        self.evidence = evidence.into_iter().take(super::Figure::SHOWN).collect();
        self
    }
}

impl std::fmt::Display for Indicator {
    /// "2.3 (1.3 to 3.7)", "not defined".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Some(value) = self.value else { return f.write_str(&say!("figure-not-defined")) };
        f.write_str(&in_figures(value))?;
        match (self.low, self.high) {
            (Some(low), Some(high)) if low < high => {
                write!(f, " ({} to {})", in_figures(low), in_figures(high))
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_says_its_range_and_its_absence() {
        let quotient = Indicator::new("quotient", Some(2.3296), "").between(1.311, 3.715);
        assert_eq!(quotient.to_string(), "2.3 (1.3 to 3.7)");
        assert_eq!(Indicator::new("mean", None, "steps").to_string(), "not defined");
    }
}
