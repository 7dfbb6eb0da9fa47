//! Too little to read a pattern from: the refusal, and the charts that are not drawn.

use comity_messages::say;
use comity_snapshot::Evidence;

use super::{About, Chart, Indicator, Picture, Report};

/// Fewer dated rows than this carry no statistic: set by the vocabulary (*Record*), the same for all questions.
pub(crate) const DATED_ENOUGH: usize = 20;

/// Fewer points than this are read from a sentence: a guess, on what a reader takes for a pattern.
const POINTS_ENOUGH: usize = 3;

/// How many of all are dated.
pub(crate) struct DatedCount<'a> {
    /// "memberships".
    pub(crate) what: &'a str,
    /// What makes one count as dated: "a year of their own".
    pub(crate) needs: String,
    pub(crate) dated: usize,
    pub(crate) all: usize,
}

impl DatedCount<'_> {
    pub(crate) fn is_enough(&self) -> bool {
        self.dated >= DATED_ENOUGH
    }

    /// "No pattern can be read: only 8 of 1,142 memberships on file are dated"
    fn words(&self) -> String {
        let needs = self.needs.as_str();
        say!(
            "few-dated",
            dated = self.dated,
            all = self.all,
            what = self.what,
            least = DATED_ENOUGH,
            needs = needs
        )
    }

    /// All and the dated ones as figures, with claims of each.
    pub(crate) fn indicators(
        &self,
        all: impl IntoIterator<Item = Evidence>,
        dated: impl IntoIterator<Item = Evidence>,
    ) -> [Indicator; 2] {
        let label = say!("few-dated-dated", what = self.what, needs = self.needs.as_str());
        [
            Indicator::count(&say!("few-dated-all", what = self.what), self.all, "").by(all),
            Indicator::count(&label, self.dated, "").by(dated),
        ]
    }

    /// Where too few are dated: the sentence, and each figure of it.
    pub(crate) fn refusal(&self, about: About, indicators: [Indicator; 2]) -> Report {
        let refused = Report::unanswerable(about, &self.words());
        Report { indicators: indicators.into(), least: Some(DATED_ENOUGH as u64), ..refused }
    }
}

impl Chart {
    /// Whether it has enough points to show more than a sentence says. A span has two, its start and its end.
    pub(crate) fn is_worth_drawing(&self) -> bool {
        let points = match &self.picture {
            Picture::Intervals { rows } => 2 * rows.iter().map(|row| row.spans.len()).sum::<usize>(),
            Picture::Dots { rows, .. } | Picture::Bars { rows, .. } => rows.len(),
            Picture::Strip { bars, undated, .. } => {
                usize::from(undated.is_some())
                    + bars.iter().filter(|bar| bar.possible.max(bar.value) > 0.0).count()
            }
            Picture::Matrix { cells, .. } => cells.len(),
            Picture::Curves { lines, .. } => lines.iter().map(|line| line.points.len()).max().unwrap_or(0),
            Picture::Growth { counted, named, .. } => counted.len() + named.len(),
        };
        points >= POINTS_ENOUGH
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_dated_rows_are_refused_in_a_sentence() {
        let count = |dated| DatedCount {
            what: "memberships",
            needs: "a year of their own".to_owned(),
            dated,
            all: 1142,
        };
        let expect = "No pattern can be read: only 8 of 1,142 memberships on file are dated; it takes 20 with a year of their own.";
        assert_eq!(count(8).words(), expect);
        assert_eq!([19, 20].map(|dated| count(dated).is_enough()), [false, true]);
    }
}
