//! What became of the rows, in numbers that add up.

use std::collections::BTreeMap;

use comity_gazetteer::Iso2;
use comity_model::Problem;
use comity_reconcile::MatchOutcome;
use comity_source::{SheetFormat, SheetInfo};
use serde::Serialize;

use super::name_column::{CellSource, NameColumn};
use super::name_result::{NameResult, PointConflict};
use super::repeats::Repeat;

/// Problems kept for the report; all are counted.
const KEPT: usize = 1_000;

/// What became of a table's rows.
#[derive(Debug, Serialize)]
pub struct TableSummary {
    /// What the table is called.
    pub file: String,
    pub format: SheetFormat,
    /// Below the names of the columns, blank lines left out.
    pub rows: u64,
    pub blank_lines: u64,
    /// Rows times columns of names; matched + review + none.
    pub names: u64,
    pub matched: u64,
    pub review: u64,
    pub none: u64,
    pub columns: Vec<ColumnSummary>,
    /// Names matched in the country that only the row from the other end gives.
    pub by_reciprocal: u64,
    /// Names that had been mis-encoded.
    pub repaired: u64,
    pub conflicts: PointConflicts,
    /// Rows that say word for word what an earlier one says.
    pub duplicate_rows: u64,
    /// Rows in other words whose names all mean the places of an earlier row.
    pub same_places: u64,
    /// Cells with an apostrophe put before them, that no spreadsheet runs them.
    pub guarded: u64,
    /// Rows with at least one problem; they are in the result all the same.
    pub problem_rows: u64,
    /// The first thousand.
    pub problems: Vec<Problem>,
}

/// One column of names.
#[derive(Debug, Serialize)]
pub struct ColumnSummary {
    pub name: String,
    pub matched: u64,
    pub review: u64,
    pub none: u64,
    pub reasons: Vec<ReasonCount>,
    /// How many of the matched names lie in which country, the most first.
    pub countries: Vec<CountryCount>,
    /// Whether the table says in which country its names lie.
    #[serde(skip)]
    pub states_country: bool,
    #[serde(skip)]
    counts: BTreeMap<(MatchOutcome, &'static str), u64>,
    #[serde(skip)]
    places: BTreeMap<Iso2, u64>,
}

/// How many names were decided so, and why.
#[derive(Debug, Serialize)]
pub struct ReasonCount {
    pub decision: MatchOutcome,
    pub reason: &'static str,
    pub names: u64,
}

/// How many matched names lie in a country.
#[derive(Debug, Serialize)]
pub struct CountryCount {
    /// ISO 3166-1 alpha-2.
    pub country: String,
    pub names: u64,
}

/// Points that contradict the name or its country.
#[derive(Debug, Default, Serialize)]
pub struct PointConflicts {
    /// Outside the country, but for a sign.
    pub sign: u64,
    /// Outside the country, but for latitude and longitude exchanged.
    pub swap: u64,
    /// Outside the country.
    pub elsewhere: u64,
    /// In the country, and far from the place.
    pub far: u64,
}

impl TableSummary {
    pub(super) fn new(file: &str, info: &SheetInfo, names: &[NameColumn]) -> Self {
        Self {
            file: file.to_owned(),
            format: info.format.clone(),
            rows: 0,
            blank_lines: 0,
            names: 0,
            matched: 0,
            review: 0,
            none: 0,
            columns: names.iter().map(ColumnSummary::new).collect(),
            by_reciprocal: 0,
            repaired: 0,
            conflicts: PointConflicts::default(),
            duplicate_rows: 0,
            same_places: 0,
            guarded: 0,
            problem_rows: 0,
            problems: Vec::new(),
        }
    }

    pub(super) fn count_blank(&mut self) {
        self.blank_lines += 1;
    }

    pub(super) fn count_row(
        &mut self,
        resolved: &[NameResult],
        repeat: Option<Repeat>,
        problems: Vec<Problem>,
    ) {
        self.rows += 1;
        match repeat {
            Some(Repeat::Row) => self.duplicate_rows += 1,
            Some(Repeat::Places) => self.same_places += 1,
            None => {}
        }
        self.problem_rows += u64::from(!problems.is_empty());
        let room = KEPT.saturating_sub(self.problems.len());
        self.problems.extend(problems.into_iter().take(room));
        for (column, resolved) in self.columns.iter_mut().zip(resolved) {
            *column.counts.entry((resolved.decision, resolved.reason)).or_default() += 1;
            if let Some(country) = resolved.country {
                *column.places.entry(country).or_default() += 1;
            }
            self.by_reciprocal += u64::from(resolved.by_reciprocal);
            self.repaired += u64::from(resolved.repaired);
            self.conflicts.count(resolved.conflict);
        }
    }

    /// Adds up.
    pub(super) fn close(mut self, guarded: u64) -> Self {
        self.guarded = guarded;
        for column in &mut self.columns {
            column.close();
            self.matched += column.matched;
            self.review += column.review;
            self.none += column.none;
        }
        self.names = self.matched + self.review + self.none;
        self
    }
}

impl ColumnSummary {
    fn new(names: &NameColumn) -> Self {
        Self {
            name: names.heading.clone(),
            matched: 0,
            review: 0,
            none: 0,
            reasons: Vec::new(),
            countries: Vec::new(),
            states_country: names.country != CellSource::Nothing,
            counts: BTreeMap::new(),
            places: BTreeMap::new(),
        }
    }

    fn close(&mut self) {
        for ((decision, reason), names) in &self.counts {
            let (decision, reason, names) = (*decision, *reason, *names);
            self.reasons.push(ReasonCount { decision, reason, names });
            match decision {
                MatchOutcome::Match => self.matched += names,
                MatchOutcome::Review => self.review += names,
                MatchOutcome::None => self.none += names,
            }
        }
        self.countries = in_countries(&self.places);
    }
}

/// The most first.
fn in_countries(places: &BTreeMap<Iso2, u64>) -> Vec<CountryCount> {
    let found =
        places.iter().map(|(country, names)| CountryCount { country: country.to_string(), names: *names });
    let mut found: Vec<CountryCount> = found.collect();
    found.sort_by_key(|found| std::cmp::Reverse(found.names));
    found
}

impl PointConflicts {
    fn count(&mut self, conflict: Option<PointConflict>) {
        match conflict {
            Some(PointConflict::Sign) => self.sign += 1,
            Some(PointConflict::Swap) => self.swap += 1,
            Some(PointConflict::Elsewhere) => self.elsewhere += 1,
            Some(PointConflict::Far) => self.far += 1,
            None => {}
        }
    }
}
