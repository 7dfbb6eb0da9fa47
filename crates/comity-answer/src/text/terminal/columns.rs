//! Rows of cells as columns that fit a width.

use super::wrap::{cut, padded, width, wrapped};

/// Cells under their heads, each row with its marks.
pub(super) struct Grid<'a> {
    /// Empty: there are none.
    pub(super) heads: &'a [String],
    /// Columns of numbers, which are set to the right and never cut.
    pub(super) numbers: &'a [bool],
    pub(super) rows: Vec<GridRow<'a>>,
}

pub(super) struct GridRow<'a> {
    pub(super) cells: &'a [String],
    /// `[1][3]`; may be empty.
    pub(super) marks: String,
}

/// What came of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Lines {
    pub(super) head: Vec<String>,
    /// The lines of each row.
    pub(super) rows: Vec<Vec<String>>,
    /// Heads of columns for which there was no room.
    pub(super) left_out: Vec<String>,
}

/// Columns between two columns.
const GAP: usize = 2;
/// Text narrower than this is not read but guessed; the first column says what a row is about.
const NARROW: usize = 14;
const FIRST: usize = 24;
/// A cell takes so many lines, and is cut then.
const CELL_LINES: usize = 2;
const HEAD_LINES: usize = 3;

pub(super) fn columns(grid: &Grid<'_>, most: usize) -> Lines {
    let count = grid.rows.first().map_or(0, |row| row.cells.len());
    let wanted: Vec<Extent> = (0..count).map(|place| Extent::of(grid, place)).collect();
    let marks = grid.rows.iter().map(|row| width(&row.marks)).max().unwrap_or(0);
    let room = most.saturating_sub(if marks == 0 { 0 } else { marks + GAP });
    let widths = widths(&wanted, room);
    let line = |cells: &[String], lines: usize| row_lines(cells, &widths, grid.numbers, lines);
    let head = if grid.heads.is_empty() { Vec::new() } else { line(grid.heads, HEAD_LINES) };
    let rows = grid.rows.iter().map(|row| {
        let mut lines = line(row.cells, CELL_LINES);
        if let Some(first) = lines.first_mut().filter(|_| !row.marks.is_empty()) {
            let edge = widths.iter().sum::<usize>() + GAP * widths.len();
            *first = padded(first, edge, false) + &row.marks;
        }
        lines
    });
    let left_out = grid.heads.iter().skip(widths.len()).cloned().collect();
    Lines { head, rows: rows.collect(), left_out }
}

/// How narrow a column may be, and how wide it would like to be.
struct Extent {
    least: usize,
    most: usize,
}

impl Extent {
    fn of(grid: &Grid<'_>, place: usize) -> Self {
        let cells = grid.rows.iter().filter_map(|row| row.cells.get(place));
        let cell = cells.map(|cell| width(cell)).max().unwrap_or(0);
        let head = grid.heads.get(place).map_or("", String::as_str);
        let word = head.split_whitespace().map(width).max().unwrap_or(0).min(NARROW);
        let is_number = grid.numbers.get(place) == Some(&true);
        let narrow = if place == 0 { FIRST } else { NARROW };
        let least = if is_number { cell.max(word) } else { cell.min(narrow).max(word) };
        let most = if is_number { least } else { cell.max(word) };
        Self { least, most: most.max(width(head).min(most + 6)) }
    }
}

/// As many columns as fit, the first in any case; what is left over goes to those that are cut most.
fn widths(wanted: &[Extent], room: usize) -> Vec<usize> {
    let mut widths: Vec<usize> = Vec::new();
    let mut used = 0;
    for column in wanted {
        let needed = column.least + if widths.is_empty() { 0 } else { GAP };
        if !widths.is_empty() && used + needed > room {
            break;
        }
        used += needed;
        widths.push(column.least.min(room));
    }
    while used < room {
        let lacks = |place: &usize| wanted[*place].most.saturating_sub(widths[*place]);
        let Some(place) = (0..widths.len()).max_by_key(lacks).filter(|place| lacks(place) > 0) else { break };
        widths[place] += 1;
        used += 1;
    }
    widths
}

fn row_lines(cells: &[String], widths: &[usize], numbers: &[bool], most: usize) -> Vec<String> {
    let cells: Vec<Vec<String>> =
        cells.iter().zip(widths).map(|(cell, width)| cell_lines(cell, *width, most)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    (0..height).map(|n| line(&cells, n, widths, numbers)).collect()
}

/// The n-th line of cells that stand side by side.
fn line(cells: &[Vec<String>], n: usize, widths: &[usize], numbers: &[bool]) -> String {
    let mut parts = Vec::new();
    for (place, (cell, width)) in cells.iter().zip(widths).enumerate() {
        let text = cell.get(n).map_or("", String::as_str);
        parts.push(padded(text, *width, numbers.get(place) == Some(&true)));
    }
    parts.join(&" ".repeat(GAP)).trim_end().to_owned()
}

fn cell_lines(text: &str, to: usize, most: usize) -> Vec<String> {
    let mut lines = wrapped(text, to, 0);
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(cut(&rest, to));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(most: usize, expect: &[&str], left_out: &[&str]) {
        let text = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let heads = text(&["City", "Members", "What is said of it"]);
        let cells =
            [text(&["Lyon", "12", "a member since 1985, and its chair"]), text(&["東京", "1,743", "–"])];
        let marked = |cells, marks: &str| GridRow { cells, marks: marks.to_owned() };
        let rows = vec![marked(&cells[0], "[1]"), marked(&cells[1], "[1][2]")];
        let grid = Grid { heads: &heads, numbers: &[false, true, false], rows };
        let lines = columns(&grid, most);
        let all: Vec<&str> =
            lines.head.iter().chain(lines.rows.iter().flatten()).map(String::as_str).collect();
        assert_eq!(all, expect);
        assert_eq!(lines.left_out, left_out);
        assert!(all.iter().all(|line| width(line) <= most));
    }

    #[test]
    fn columns_are_as_wide_as_there_is_room() {
        check(
            70,
            &[
                "City  Members  What is said of it",
                "Lyon       12  a member since 1985, and its chair  [1]",
                "東京    1,743  –                                   [1][2]",
            ],
            &[],
        );
        check(
            40,
            &[
                "City  Members  What is said of",
                "               it",
                "Lyon       12  a member since     [1]",
                "               1985, and its ch…",
                "東京    1,743  –                  [1][2]",
            ],
            &[],
        );
    }

    #[test]
    fn a_column_without_room_is_named() {
        check(24, &["City  Members", "Lyon       12  [1]", "東京    1,743  [1][2]"], &["What is said of it"]);
    }
}
