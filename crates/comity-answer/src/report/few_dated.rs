//! Too little to read a pattern from: the refusal, and the charts that are not drawn.

use comity_messages::say;

use super::{Chart, Picture};

/// Fewer dated rows than this carry no statistic: set by the vocabulary (*Record*), the same for all questions.
pub(crate) const DATED_ENOUGH: usize = 20;

/// Fewer points than this are read from a sentence: a guess, on what a reader takes for a pattern.
const POINTS_ENOUGH: usize = 3;

/// "8 of 1,142 memberships are dated: no pattern can be read."; `None` where enough are dated. `needs`: what makes a row
/// count as dated.
pub(crate) fn too_few_dated(dated: usize, all: usize, what: &str, needs: String) -> Option<String> {
    if dated >= DATED_ENOUGH {
        return None;
    }
    Some(say!("few-dated", dated = dated, all = all, what = what, least = DATED_ENOUGH, needs = needs))
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
        };
        points >= POINTS_ENOUGH
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_dated_rows_are_refused_in_a_sentence() {
        let said = |dated| too_few_dated(dated, 1142, "memberships", "a year of their own".to_owned());
        let expect = "8 of 1,142 memberships on file are dated: no pattern can be read. It takes 20 with a year of their own.";
        assert_eq!(said(8).as_deref(), Some(expect));
        assert_eq!([said(19).is_some(), said(20).is_some()], [true, false]);
    }
}
