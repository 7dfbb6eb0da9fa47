//! Rows in a table that are none of its own: a note below it, its heading again, the heading of another table.

use std::collections::HashSet;

use crate::header::{Header, fold};

/// What a row is, if it is no entry of the table, in the words of a problem.
pub(crate) fn stray_row(
    header: &Header,
    known: &HashSet<String>,
    cells: &csv::StringRecord,
) -> Option<Stray> {
    let mut filled = cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
    let first = filled.next()?;
    let Some(second) = filled.next() else {
        return (header.least_width() > 2 && is_note(first.1)).then_some(Stray::Note);
    };
    let opening = fold(first.1);
    if !header.is_folded(first.0, &opening) && !known.contains(&opening) {
        return None;
    }
    let mut all = [first, second].into_iter().chain(filled);
    if all.clone().all(|(place, cell)| header.is_folded(place, &fold(cell))) {
        return Some(Stray::Heading);
    }
    all.all(|(_, cell)| known.contains(&fold(cell))).then_some(Stray::OtherHeading)
}

/// Why a row is no entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stray {
    Note,
    Heading,
    OtherHeading,
}

impl Stray {
    pub(crate) const fn expected(self) -> &'static str {
        match self {
            Self::Note => "a row of the table, not a note",
            Self::Heading => "a row of the table, not its heading again",
            Self::OtherHeading => "one table in the file; here another begins, which is not read",
        }
    }
}

/// Letters. Guessed: the longest names of places in the lists seen have 70.
pub(crate) const LONGEST_NAME: usize = 80;

/// A text alone in its row that opens as notes do, or is longer than a name.
fn is_note(text: &str) -> bool {
    const WORDS: [&str; 21] = [
        "note",
        "source",
        "total",
        "updated",
        "last update",
        "as of",
        "quelle",
        "stand:",
        "anmerkung",
        "hinweis",
        "fuente",
        "nota",
        "fonte",
        "remarque",
        "источник",
        "примечание",
        "注",
        "出典",
        "备注",
        "备考",
        "비고",
    ];
    let text = text.trim();
    let lower = text.to_lowercase();
    text.starts_with(['*', '※', '†', '‡', '¹', '²', '³'])
        || WORDS.iter().any(|word| {
            opens_with(&lower, word) && (text.contains(':') || text.contains('：') || text.contains(' '))
        })
        || text.chars().count() > LONGEST_NAME
}

/// `Sources: …` opens with `source`, `Notre-Dame` with no word for a note.
fn opens_with(text: &str, word: &str) -> bool {
    let rest = text.strip_prefix(word);
    rest.is_some_and(|rest| {
        !word.is_ascii() || !rest.starts_with(char::is_alphanumeric) || rest.starts_with('s')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(row: &[&str], expect: Option<Stray>) {
        let header = Header::new(&csv::StringRecord::from(vec!["City", "Country", "Twin"]));
        let known = ["city", "country", "name", "twin"].map(str::to_owned).into();
        assert_eq!(stray_row(&header, &known, &csv::StringRecord::from(row.to_vec())), expect, "{row:?}");
    }

    #[test]
    fn notes_and_headings_are_told_from_rows() {
        check(&["* suspended since 2005", "", ""], Some(Stray::Note));
        check(&["Sources: the town's own list", "", ""], Some(Stray::Note));
        check(&["", "Stand: 1.1.2020", ""], Some(Stray::Note));
        check(&["Notre-Dame de Bondeville", "", ""], None);
        check(&["Totalán", "", ""], None);
        check(&["Lyon", "", ""], None);
        check(&["CITY", "Country", "twin"], Some(Stray::Heading));
        check(&["Name", "Country", ""], Some(Stray::OtherHeading));
        check(&["Country", "City", "Bonn"], None);
    }
}
