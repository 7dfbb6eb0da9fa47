//! What became of the rows, in numbers that add up.

use std::collections::BTreeMap;
use std::io::{Result, Write};

use comity_gazetteer::Iso2;
use comity_model::Problem;
use comity_reconcile::MatchOutcome;
use comity_source::{SheetFormat, SheetInfo};
use serde::Serialize;

use crate::reconcile::asked::{Asked, Said};
use crate::reconcile::repeats::Repeat;
use crate::reconcile::resolved::{Conflict, Resolved};

/// Problems kept for the report; all are counted.
const KEPT: usize = 1_000;

#[derive(Debug, Serialize)]
pub(super) struct Summary {
    file: String,
    format: SheetFormat,
    /// Below the names of the columns, blank lines left out.
    rows: u64,
    blank_lines: u64,
    /// Rows times columns of names; matched + review + none.
    names: u64,
    matched: u64,
    review: u64,
    none: u64,
    columns: Vec<Column>,
    /// Names matched in the country that only the row from the other end gives.
    by_reciprocal: u64,
    /// Names that had been mis-encoded.
    repaired: u64,
    conflicts: Conflicts,
    /// Rows that say word for word what an earlier one says.
    duplicate_rows: u64,
    /// Rows in other words whose names all mean the places of an earlier row.
    same_places: u64,
    /// Cells with an apostrophe put before them, that no spreadsheet runs them.
    guarded: u64,
    problem_rows: u64,
    problems: Vec<Problem>,
}

/// One column of names.
#[derive(Debug, Serialize)]
struct Column {
    name: String,
    matched: u64,
    review: u64,
    none: u64,
    reasons: Vec<Reason>,
    /// How many of the matched names lie in which country, the most first.
    countries: Vec<InCountry>,
    #[serde(skip)]
    states_country: bool,
    #[serde(skip)]
    counts: BTreeMap<(MatchOutcome, &'static str), u64>,
    #[serde(skip)]
    places: BTreeMap<Iso2, u64>,
}

#[derive(Debug, Serialize)]
struct Reason {
    decision: MatchOutcome,
    reason: &'static str,
    names: u64,
}

#[derive(Debug, Serialize)]
struct InCountry {
    country: String,
    names: u64,
}

/// Points that contradict the name or its country.
#[derive(Debug, Default, Serialize)]
struct Conflicts {
    sign: u64,
    swap: u64,
    elsewhere: u64,
    far: u64,
}

impl Summary {
    pub(super) fn new(file: &str, info: &SheetInfo, asked: &[Asked]) -> Self {
        let column = |asked: &Asked| Column {
            name: asked.heading.clone(),
            states_country: asked.country != Said::Nothing,
            matched: 0,
            review: 0,
            none: 0,
            reasons: Vec::new(),
            countries: Vec::new(),
            counts: BTreeMap::new(),
            places: BTreeMap::new(),
        };
        Self {
            file: file.to_owned(),
            format: info.format.clone(),
            rows: 0,
            blank_lines: 0,
            names: 0,
            matched: 0,
            review: 0,
            none: 0,
            columns: asked.iter().map(column).collect(),
            by_reciprocal: 0,
            repaired: 0,
            conflicts: Conflicts::default(),
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
        resolved: &[Resolved],
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
            let of = |wanted| {
                let those = column.counts.iter().filter(|((decision, _), _)| *decision == wanted);
                those.map(|(_, count)| count).sum::<u64>()
            };
            (column.matched, column.review, column.none) =
                (of(MatchOutcome::Match), of(MatchOutcome::Review), of(MatchOutcome::None));
            let reason = |((decision, reason), names): (&(MatchOutcome, &'static str), &u64)| Reason {
                decision: *decision,
                reason,
                names: *names,
            };
            column.reasons = column.counts.iter().map(reason).collect();
            column.countries = in_countries(&column.places);
            self.matched += column.matched;
            self.review += column.review;
            self.none += column.none;
        }
        self.names = self.matched + self.review + self.none;
        self
    }

    pub(super) fn problem_count(&self) -> usize {
        usize::try_from(self.problem_rows).unwrap_or(usize::MAX)
    }

    pub(super) fn tell(&self, most: usize, story: &mut impl Write) -> Result<()> {
        writeln!(story, "{}: {}; rows: {}", self.file, format(&self.format), self.rows)?;
        let Self { names, matched, review, none, .. } = self;
        writeln!(story, "names: {names} = {matched} match + {review} review + {none} none")?;
        for column in &self.columns {
            column.tell(self.columns.len() > 1, story)?;
        }
        let Conflicts { sign, swap, elsewhere, far } = self.conflicts;
        let lines: [(&str, u64); 9] = [
            ("names settled by the row from the other end, which gives their country", self.by_reciprocal),
            ("points outside the stated country, but for a sign", sign),
            ("points outside the stated country, but for latitude and longitude exchanged", swap),
            ("points outside the stated country", elsewhere),
            ("points far from the place of the name", far),
            ("names mis-encoded and repaired", self.repaired),
            ("rows word for word as an earlier one", self.duplicate_rows),
            ("rows about the same places as an earlier one, in other words", self.same_places),
            ("cells with an apostrophe before them, that no spreadsheet runs them", self.guarded),
        ];
        for (what, count) in lines.into_iter().filter(|(_, count)| *count > 0) {
            writeln!(story, "{what}: {count}")?;
        }
        self.tell_problems(most, story)
    }

    fn tell_problems(&self, most: usize, story: &mut impl Write) -> Result<()> {
        if self.problem_rows > 0 {
            writeln!(story, "rows with problems, in the result all the same: {}", self.problem_rows)?;
        }
        for problem in self.problems.iter().take(most) {
            writeln!(story, "  {problem}")?;
        }
        let left = self.problems.len().saturating_sub(most);
        if left > 0 {
            writeln!(story, "  … and {left} more (--problems {} shows them)", self.problems.len())?;
        }
        Ok(())
    }
}

impl Column {
    fn tell(&self, several: bool, story: &mut impl Write) -> Result<()> {
        if several {
            let Self { name, matched, review, none, .. } = self;
            writeln!(story, "  {name}: {matched} match + {review} review + {none} none")?;
        }
        for Reason { decision, reason, names } in &self.reasons {
            writeln!(story, "  {names:>8} {}: {reason}", decision.as_str())?;
        }
        if let Some(hint) = self.hint() {
            writeln!(story, "  {hint}")?;
        }
        Ok(())
    }
}

/// From this share of the matched names on, one country is worth a hint.
const MOSTLY: u64 = 90;

impl Column {
    /// Where no country is stated and nearly all that is matched lies in one, the rest may as well: for a person to say.
    fn hint(&self) -> Option<String> {
        let InCountry { country, names } = self.countries.first().filter(|_| !self.states_country)?;
        let mostly = self.matched >= 20 && names * 100 >= self.matched * MOSTLY && self.review > 0;
        mostly.then(|| {
            format!(
                "{names} of {} matched lie in {country}: if all do, --country ={country} settles more",
                self.matched
            )
        })
    }
}

fn in_countries(places: &BTreeMap<Iso2, u64>) -> Vec<InCountry> {
    let mut found: Vec<InCountry> = places
        .iter()
        .map(|(country, names)| InCountry { country: country.to_string(), names: *names })
        .collect();
    found.sort_by_key(|found| std::cmp::Reverse(found.names));
    found
}

impl Conflicts {
    fn count(&mut self, conflict: Option<Conflict>) {
        match conflict {
            Some(Conflict::Sign) => self.sign += 1,
            Some(Conflict::Swap) => self.swap += 1,
            Some(Conflict::Elsewhere) => self.elsewhere += 1,
            Some(Conflict::Far) => self.far += 1,
            None => {}
        }
    }
}

/// `UTF-8, cells apart by commas`, `sheet Members (others: Notes)`
fn format(format: &SheetFormat) -> String {
    match format {
        SheetFormat::Text { encoding, repairs, delimiter, .. } => {
            let apart = match delimiter {
                ',' => "commas",
                ';' => "semicolons",
                '\t' => "tabs",
                _ => "bars",
            };
            let mended = if *repairs > 0 { format!(" ({repairs} bytes mended)") } else { String::new() };
            format!("{encoding}{mended}, {apart} between cells")
        }
        SheetFormat::Workbook { sheet, others } if others.is_empty() => format!("sheet {sheet}"),
        SheetFormat::Workbook { sheet, others } => {
            format!("sheet {sheet} (also there, --sheet reads them: {})", others.join(", "))
        }
    }
}
