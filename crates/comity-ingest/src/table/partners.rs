//! What the rows of a list say of each other's names: read once before the rows are resolved.

use std::io::{Read, Seek};
use std::ops::ControlFlow;

use comity_reconcile::{ReciprocalHint, Reciprocals};
use comity_source::{Sheet, SourceError};

use super::columns::Columns;
use super::name_column::NameColumn;

/// What is heard of the two names of a row from the rows that pair them the other way round.
#[derive(Debug, Default)]
pub struct Partners(Reciprocals);

impl Partners {
    /// What the rows of a table say; nothing unless it has two columns of names.
    pub fn of(mut sheet: Sheet<impl Read + Seek>, columns: &Columns) -> Result<Self, SourceError> {
        let mut heard = Reciprocals::default();
        let first = columns.header.number + 1;
        let [one, other] = columns.names.as_slice() else { return Ok(Self::default()) };
        sheet.each_row(&mut |row| {
            if row.number >= first {
                heard.observe(one.side(&row.cells), other.side(&row.cells));
            }
            ControlFlow::Continue(())
        })?;
        Ok(Self(heard))
    }

    /// What other rows say of name `n` of a row.
    pub(super) fn heard(
        &self,
        names: &[NameColumn],
        n: usize,
        row: &csv::StringRecord,
    ) -> Option<ReciprocalHint> {
        let [one, other] = names else { return None };
        let (of, beside) = if n == 0 { (one, other) } else { (other, one) };
        self.0.settle(of.side(row), beside.side(row).name)
    }
}
