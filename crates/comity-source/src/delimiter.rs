//! What stands between the cells of a row: the character under which the rows are most alike.

use std::io::Read;

use crate::cut::{Cut, Next};
use crate::limits::Limits;

const CANDIDATES: [u8; 4] = *b",;\t|";
const ROWS: usize = 60;

/// Guesses from the start of the text; a comma where there is one column only.
pub(crate) fn detect(text: impl Read) -> u8 {
    const START: u64 = 1 << 16;
    let mut start = Vec::new();
    if text.take(START).read_to_end(&mut start).is_err() {
        return b',';
    }
    let scored = CANDIDATES.map(|delimiter| (likeness(delimiter, &start), delimiter));
    let (best, delimiter) =
        scored.into_iter().fold((0, b','), |best, next| if next.0 > best.0 { next } else { best });
    if best > 0 { delimiter } else { b',' }
}

/// How many rows have the commonest number of cells, counted so that more alike rows come first and of
/// equals those with more cells. 0 where no row is cut.
fn likeness(delimiter: u8, start: &[u8]) -> usize {
    let mut cut = Cut::new(start, delimiter, true, Limits::default());
    let mut widths = Vec::new();
    while widths.len() < ROWS
        && let Ok(Next::Row) = cut.next()
    {
        widths.extend(Some(cut.cells().count()).filter(|width| *width > 0));
    }
    let alike = |width: usize| widths.iter().filter(|other| **other == width).count();
    let commonest =
        widths.iter().copied().filter(|width| *width > 1).max_by_key(|width| (alike(*width), *width));
    commonest.map_or(0, |width| alike(width) * 1_000 / widths.len() * 1_000 + width.min(999))
}

#[cfg(test)]
mod tests {
    use super::detect;

    #[test]
    fn the_delimiter_that_makes_rows_alike() {
        for (text, delimiter) in [
            ("city,sister\nLyon,Leipzig\n", b','),
            ("Stadt;Partner\nLyon;\"Leipzig, Sachsen\"\nKöln;Lille\n", b';'),
            ("a\tb, c\nLyon\tLeipzig\n", b'\t'),
            ("a|b\nc|d\n", b'|'),
            ("city\nLyon\n", b','),
            ("", b','),
        ] {
            assert_eq!(char::from(detect(text.as_bytes())), char::from(delimiter), "{text}");
        }
    }
}
