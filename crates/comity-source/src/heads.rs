//! Heads of a sheet that are merged over several columns: each column is called by all that stands above it.

use std::collections::BTreeMap;
use std::ops::Range;

use calamine::Dimensions;

/// Rows among which the names of the columns are looked for.
const TOP: u64 = 12;

/// The first row with merged heads, and the row below it, on their way through.
#[derive(Debug, Default)]
pub(crate) struct Heads {
    /// By row: the columns that one cell spans.
    spans: BTreeMap<u64, Vec<Range<usize>>>,
    above: Option<Head>,
}

#[derive(Debug)]
struct Head {
    cells: Vec<String>,
    spans: Vec<Range<usize>>,
}

impl Heads {
    pub(crate) fn of(merged: &[Dimensions]) -> Self {
        let mut spans: BTreeMap<u64, Vec<Range<usize>>> = BTreeMap::new();
        for area in merged.iter().filter(|area| area.end.1 > area.start.1 && u64::from(area.start.0) < TOP) {
            let span = area.start.1 as usize..area.end.1 as usize + 1;
            spans.entry(u64::from(area.start.0) + 1).or_default().push(span);
        }
        Self { spans, above: None }
    }

    /// Takes a row; gives the rows that are ready.
    pub(crate) fn pass(&mut self, number: u64, cells: Vec<String>) -> Vec<Vec<String>> {
        let mut ready = Vec::new();
        if let Some(above) = self.above.take() {
            if let Some(names) = above.joined(&cells) {
                return vec![names];
            }
            ready.push(above.cells);
        }
        match self.head(number, cells) {
            Ok(head) => self.above = Some(head),
            Err(cells) => ready.push(cells),
        }
        ready
    }

    /// The row that still waits at the end.
    pub(crate) fn last(self) -> Option<Vec<String>> {
        self.above.map(|head| head.cells)
    }

    /// The row with its merged cells repeated in each column; the row itself where it has none, or is a title.
    fn head(&mut self, number: u64, mut cells: Vec<String>) -> Result<Head, Vec<String>> {
        let is_title = cells.iter().filter(|cell| !cell.trim().is_empty()).count() < 2;
        let Some(spans) = self.spans.remove(&number).filter(|_| !is_title) else { return Err(cells) };
        for span in &spans {
            let text = cells.get(span.start).cloned().unwrap_or_default();
            cells.iter_mut().take(span.end).skip(span.start).for_each(|cell| cell.clone_from(&text));
        }
        // Further merged cells are of the rows, not of their names.
        self.spans.clear();
        Ok(Head { cells, spans })
    }
}

impl Head {
    /// The names of the columns, where the row below goes on with them: it says something under each merged head, and
    /// nothing else under the others.
    fn joined(&self, below: &[String]) -> Option<Vec<String>> {
        let is_spanned = |place: usize| self.spans.iter().any(|span| span.contains(&place));
        let mut names = Vec::new();
        let mut other_heads = 0;
        for (place, (head, sub)) in self.cells.iter().zip(below).enumerate() {
            let (head, sub) = (head.trim(), sub.trim());
            let goes_on = if is_spanned(place) {
                !sub.is_empty() && !sub.chars().any(char::is_numeric)
            } else {
                head.is_empty() || sub.is_empty() || sub == head
            };
            if !goes_on {
                return None;
            }
            other_heads += usize::from(!is_spanned(place) && !head.is_empty());
            names.push(if sub == head { head.to_owned() } else { format!("{head} {sub}").trim().to_owned() });
        }
        // Below one merged head alone there may as well be the first row.
        (self.spans.len() > 1 || other_heads > 0).then_some(names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of cells parted by `|`, of which those between the columns of a span are merged in the first row.
    fn passed(spans: &[(u32, u32)], rows: &[&str]) -> String {
        let merged: Vec<Dimensions> =
            spans.iter().map(|(from, to)| Dimensions::new((0, *from), (0, *to))).collect();
        let mut heads = Heads::of(&merged);
        let mut told = Vec::new();
        for (number, row) in (1..).zip(rows) {
            told.extend(heads.pass(number, row.split('|').map(str::to_owned).collect()));
        }
        told.extend(heads.last());
        told.iter().map(|row| row.join("|")).collect::<Vec<_>>().join(" / ")
    }

    #[test]
    fn two_rows_of_heads_are_one() {
        let rows = ["Host||Partner||Since", "city|country|city|country|", "Lyon|France|Leipzig|Germany|1981"];
        let told =
            "Host city|Host country|Partner city|Partner country|Since / Lyon|France|Leipzig|Germany|1981";
        assert_eq!(passed(&[(0, 1), (2, 3)], &rows), told);
    }

    #[test]
    fn a_row_below_a_merged_head_stays_a_row() {
        let told = passed(&[(0, 1)], &["Places||Since", "Lyon|Leipzig|1981"]);
        assert_eq!(told, "Places|Places|Since / Lyon|Leipzig|1981");
        assert_eq!(passed(&[(0, 1)], &["Places|", "Lyon|Leipzig"]), "Places| / Lyon|Leipzig");
        assert_eq!(passed(&[(0, 1)], &["A||B"]), "A|A|B");
    }
}
