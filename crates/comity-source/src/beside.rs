//! Tables that stand side by side in one sheet, parted by an empty column.

use std::ops::Range;

use crate::header::fold;
use crate::stray_row::LONGEST_NAME;

/// Rows among which the names of the columns are looked for.
const TOP: usize = 12;

/// Forms of rows that are kept: a sheet has few. Guessed.
const MOST_FORMS: usize = 16;

/// What passing over the rows of a sheet shows.
#[derive(Debug, Default)]
pub(crate) struct Beside {
    /// By column: cells that say something.
    filled: Vec<u64>,
    top: Vec<Vec<String>>,
    /// Rows with two cells and more, and with one.
    wide: u64,
    single: u64,
    /// Some text alone in its row is longer than a name.
    has_prose: bool,
    /// The columns that say something, of rows with two and more; none that another row covers later.
    last: Vec<Vec<usize>>,
}

/// How the columns of a sheet are parted.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Parts {
    One,
    /// An empty column stands between columns of what may be one table.
    Gap,
    /// Each has the names of the first, and another height.
    Tables(Vec<Range<usize>>),
}

impl Beside {
    pub(crate) fn hear<'c>(&mut self, cells: impl Iterator<Item = &'c str>) {
        let cells: Vec<&str> = cells.map(str::trim).collect();
        if self.filled.len() < cells.len() {
            self.filled.resize(cells.len(), 0);
        }
        for (filled, cell) in self.filled.iter_mut().zip(&cells) {
            *filled += u64::from(!cell.is_empty());
        }
        let said = (0..cells.len()).filter(|place| cells.get(*place).is_some_and(|cell| !cell.is_empty()));
        let said: Vec<usize> = said.collect();
        if said.len() < 2 {
            self.single += said.len() as u64;
            self.has_prose |= cells.iter().any(|cell| cell.chars().count() > LONGEST_NAME);
            return;
        }
        self.wide += 1;
        if self.top.len() < TOP {
            self.top.push(cells.iter().map(|cell| fold(cell)).collect());
        }
        // The last rows decide how far down each column reaches.
        self.last.retain(|earlier| !earlier.iter().all(|place| said.binary_search(place).is_ok()));
        if self.last.len() == MOST_FORMS {
            self.last.remove(0);
        }
        self.last.push(said);
    }

    /// Whether there are rows of a table, or of a list of names.
    pub(crate) fn has_entries(&self) -> bool {
        self.wide > 1 || (self.single > 2 && !self.has_prose)
    }

    pub(crate) fn parts(&self) -> Parts {
        let mut blocks: Vec<Range<usize>> = Vec::new();
        for place in (0..self.filled.len()).filter(|place| self.filled.get(*place).is_some_and(|n| *n > 0)) {
            match blocks.last_mut() {
                Some(block) if block.end == place => block.end += 1,
                _ => blocks.push(place..place + 1),
            }
        }
        let [first, others @ ..] = blocks.as_slice() else { return Parts::One };
        if others.is_empty() {
            return Parts::One;
        }
        let is_apart = self
            .last
            .iter()
            .any(|row| is_within(row, first) != others.iter().any(|block| is_within(row, block)));
        if is_apart && self.are_alike(first, others) { Parts::Tables(blocks) } else { Parts::Gap }
    }

    /// Whether all have no other names of columns than the first.
    fn are_alike(&self, first: &Range<usize>, others: &[Range<usize>]) -> bool {
        let mut rows = self.top.iter().rev();
        let heads = rows.by_ref().max_by_key(|row| row.iter().filter(|cell| !cell.is_empty()).count());
        let Some(heads) = heads else { return false };
        let own = names_of(heads, first);
        others
            .iter()
            .map(|block| names_of(heads, block))
            .all(|names| names.len() > 1 && names.iter().all(|name| own.contains(name)))
    }
}

fn names_of<'h>(heads: &'h [String], block: &Range<usize>) -> Vec<&'h str> {
    let names = heads.iter().take(block.end).skip(block.start).map(String::as_str);
    names.filter(|name| !name.is_empty()).collect()
}

fn is_within(row: &[usize], block: &Range<usize>) -> bool {
    row.iter().any(|place| block.contains(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rows: &[&str], expect: &Parts) {
        let mut beside = Beside::default();
        for row in rows {
            beside.hear(row.split('|'));
        }
        assert_eq!(beside.parts(), *expect, "{rows:?}");
    }

    #[test]
    fn two_lists_of_one_form_are_two_tables() {
        let two =
            ["City|Country||City|Country", "Lyon|France||Bonn|Germany", "Nice|France||", "* a note||||"];
        check(&two, &Parts::Tables(vec![0..2, 3..5]));
        let other = ["City|Country||City|Country", "Lyon|France||Bonn|Germany", "|||Köln|Germany"];
        check(&other, &Parts::Tables(vec![0..2, 3..5]));
    }

    #[test]
    fn what_may_be_one_table_stays_one() {
        check(&["City|Country||City|Country", "Lyon|France||Bonn|Germany"], &Parts::Gap);
        check(&["City|Country||Partner|Since", "Lyon|France||Bonn|", "Nice|France||"], &Parts::Gap);
        check(&["City|Country", "Lyon|France"], &Parts::One);
    }
}
