//! One row of a table, as the shapes read it: cells by place, and where to say what is wrong with them.

use std::collections::BTreeMap;

use comity_model::{Claim, FuzzyDate, Period, Problem, QUOTATION, Shape, SourceId, shortened};
use smol_str::SmolStr;

use crate::cell;
use crate::date_style::DateStyle;
use crate::header::Header;
use crate::written_date::{Side, WrittenDate, written_date};

/// What a cell held that was understood and set aside, by column and reason, with how often.
pub(crate) type Notes = BTreeMap<String, u64>;

pub(crate) struct TableRow<'r> {
    pub(crate) file: &'r str,
    pub(crate) source: &'r SourceId,
    pub(crate) number: u64,
    pub(crate) header: &'r Header,
    pub(crate) cells: &'r csv::StringRecord,
    /// Texts that say nothing in this file, such as `NA`.
    pub(crate) missing: &'r [String],
    /// How each column writes its dates.
    pub(crate) styles: &'r [DateStyle],
    /// Words of this row that no field holds.
    pub(crate) kept: Vec<String>,
    pub(crate) notes: &'r mut Notes,
    pub(crate) problems: Vec<Problem>,
}

impl<'r> TableRow<'r> {
    /// What the cell says; `None` where it says nothing.
    pub(crate) fn cell(&self, place: usize) -> Option<&'r str> {
        let text = cell::said(self.cells.get(place)?)?;
        (!self.missing.iter().any(|missing| missing == text)).then_some(text)
    }

    /// The first of these cells that says something.
    pub(crate) fn said(&self, places: &[usize]) -> Option<&'r str> {
        places.iter().find_map(|place| self.cell(*place))
    }

    pub(crate) fn problem(&mut self, places: &[usize], text: &str, expected: &str) {
        let column = places.first().map_or("", |place| self.header.name(*place));
        self.problems.push(Problem::new(self.file, self.number, column, text, expected));
    }

    /// Counts something set aside that does not spoil the row.
    pub(crate) fn note(&mut self, places: &[usize], what: &str) {
        let column = places.first().map_or("", |place| self.header.name(*place));
        *self.notes.entry(format!("{}: {what}", shortened(column, QUOTATION))).or_default() += 1;
    }

    /// A claim located at this row.
    pub(crate) fn claim(&self, shape: Shape, valid: Period) -> Claim {
        let locator = format!("row {}", self.number);
        let caveat = SmolStr::new(self.kept.join("; "));
        Claim { valid, caveat, ..Claim::new(self.source.clone(), &locator, shape) }
    }

    /// The whole row in a few words, for a problem that concerns all of it.
    pub(crate) fn text(&self) -> String {
        let cells: Vec<&str> = self.cells.iter().take(8).collect();
        cells.join(" · ")
    }

    /// The day a cell gives. What cannot be read as one is kept as words, and counted.
    pub(crate) fn date(&mut self, places: &[usize]) -> Option<FuzzyDate> {
        self.written(places).filter(|written| written.side == Side::On).map(|written| written.date)
    }

    /// From the columns for its start and its end; neither is worth the tie itself.
    pub(crate) fn period(&mut self, since: &[usize], until: &[usize]) -> Period {
        let (start, end) = (self.written(since), self.written(until));
        let until_of_start = || start.as_ref()?.until.as_ref().map(ToString::to_string);
        let end = end.map(|end| end.endpoint()).or_else(until_of_start);
        let text = match (start.as_ref().map(WrittenDate::endpoint), end) {
            (None, None) => return Period::unstated(),
            (start, end) => format!("{}/{}", start.unwrap_or_default(), end.unwrap_or_default()),
        };
        text.parse().unwrap_or_else(|_| {
            self.note(until, "an end before the start, both kept as words");
            self.keep_words(until, &text);
            Period::unstated()
        })
    }

    fn written(&mut self, places: &[usize]) -> Option<WrittenDate> {
        let place = places.iter().copied().find(|place| self.cell(*place).is_some())?;
        let text = self.cell(place)?;
        let written = written_date(text, self.styles.get(place).copied().unwrap_or_default());
        let doubt =
            written.as_ref().map_or(Some("not read as a date, kept as words"), |written| written.doubt);
        if let Some(doubt) = doubt {
            self.note(&[place], doubt);
            self.keep_words(&[place], text);
        }
        written
    }

    /// What these cells say stands as words in the claim.
    pub(crate) fn keep(&mut self, places: &[usize]) {
        for place in places {
            if let Some(text) = self.cell(*place) {
                self.keep_words(&[*place], text);
            }
        }
    }

    /// Words that stand in the claim beside what was read.
    fn keep_words(&mut self, places: &[usize], text: &str) {
        let column = places.first().map_or("", |place| self.header.name(*place));
        let words = format!("{column}: {text}");
        if !self.kept.contains(&words) {
            self.kept.push(words);
        }
    }

    /// Whether a name in the row is that of a place at all.
    pub(crate) fn missing_name(&mut self, places: &[usize]) {
        let text = self.text();
        self.problem(places, &text, "a name in every row");
    }
}

/// The parts of a cell that lists several things; what says nothing is passed over.
pub(crate) fn listed<'t>(text: &'t str, separators: &[String]) -> Vec<SmolStr> {
    let mut parts: Vec<&'t str> = vec![text];
    for separator in separators.iter().filter(|separator| !separator.is_empty()) {
        parts = parts.into_iter().flat_map(|part| part.split(separator.as_str())).collect();
    }
    let mut seen: Vec<SmolStr> = Vec::new();
    for part in parts.into_iter().filter_map(cell::said) {
        if !seen.iter().any(|old| old == part) {
            seen.push(SmolStr::new(part));
        }
    }
    seen
}
