//! What became of the rows of a table, as it is told at the terminal.

use std::io::{Result, Write};

use comity_ingest::table::{ColumnSummary, CountryCount, PointConflicts, ReasonCount, TableSummary};
use comity_source::SheetFormat;

/// Writes the counts and at most `most` problems.
pub(super) fn tell(summary: &TableSummary, most: usize, story: &mut impl Write) -> Result<()> {
    writeln!(story, "{}: {}; rows: {}", summary.file, format(&summary.format), summary.rows)?;
    let TableSummary { names, matched, review, none, .. } = summary;
    writeln!(story, "names: {names} = {matched} match + {review} review + {none} none")?;
    for column in &summary.columns {
        tell_column(column, summary.columns.len() > 1, story)?;
    }
    let PointConflicts { sign, swap, elsewhere, far } = summary.conflicts;
    let lines: [(&str, u64); 9] = [
        ("names settled by the row from the other end, which gives their country", summary.by_reciprocal),
        ("points outside the stated country, but for a sign", sign),
        ("points outside the stated country, but for latitude and longitude exchanged", swap),
        ("points outside the stated country", elsewhere),
        ("points far from the place of the name", far),
        ("names mis-encoded and repaired", summary.repaired),
        ("rows word for word as an earlier one", summary.duplicate_rows),
        ("rows about the same places as an earlier one, in other words", summary.same_places),
        ("cells with an apostrophe before them, that no spreadsheet runs them", summary.guarded),
    ];
    for (what, count) in lines.into_iter().filter(|(_, count)| *count > 0) {
        writeln!(story, "{what}: {count}")?;
    }
    tell_problems(summary, most, story)
}

fn tell_problems(summary: &TableSummary, most: usize, story: &mut impl Write) -> Result<()> {
    if summary.problem_rows > 0 {
        writeln!(story, "rows with problems, in the result all the same: {}", summary.problem_rows)?;
    }
    for problem in summary.problems.iter().take(most) {
        writeln!(story, "  {problem}")?;
    }
    let kept = summary.problems.len();
    let left = kept.saturating_sub(most);
    if left > 0 {
        writeln!(story, "  … and {left} more (--problems {kept} shows them)")?;
    }
    Ok(())
}

fn tell_column(column: &ColumnSummary, several: bool, story: &mut impl Write) -> Result<()> {
    if several {
        let ColumnSummary { name, matched, review, none, .. } = column;
        writeln!(story, "  {name}: {matched} match + {review} review + {none} none")?;
    }
    for ReasonCount { decision, reason, names } in &column.reasons {
        writeln!(story, "  {names:>8} {}: {reason}", decision.as_str())?;
    }
    if let Some(hint) = hint(column) {
        writeln!(story, "  {hint}")?;
    }
    Ok(())
}

/// From this share of the matched names on, one country is worth a hint.
const MOSTLY: u64 = 90;

/// Where no country is stated and nearly all that is matched lies in one, the rest may as well: for a person to say.
fn hint(column: &ColumnSummary) -> Option<String> {
    let CountryCount { country, names } = column.countries.first().filter(|_| !column.states_country)?;
    let mostly = column.matched >= 20 && names * 100 >= column.matched * MOSTLY && column.review > 0;
    let matched = column.matched;
    mostly.then(|| {
        format!("{names} of {matched} matched lie in {country}: if all do, --country ={country} settles more")
    })
}

/// `UTF-8, commas between cells`, `sheet Members (also there, --sheet reads them: Notes)`.
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
