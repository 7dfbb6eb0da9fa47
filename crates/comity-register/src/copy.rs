//! Rows carried from one database to another, as they are.

use futures_util::TryStreamExt as _;

use crate::derived::Table;
use crate::error::RegisterError;
use crate::sql;
use crate::store::{Cell, Session};

/// Rows carried together.
const PAGE: usize = 4096;

/// Every row of `table`, in order of its key.
pub(crate) async fn copy(table: &Table, from: &mut Session, to: &mut Session) -> Result<(), RegisterError> {
    let width = table.columns.len();
    let mut cells: Vec<Cell> = Vec::new();
    let mut rows = from.stream(sql::safe(table.dump_statement()), Vec::new());
    while let Some(row) = rows.try_next().await? {
        for column in 0..width {
            cells.push(row.cell(column)?);
        }
        if cells.len() == PAGE * width {
            table.insert(to, &mut cells).await?;
        }
    }
    table.insert(to, &mut cells).await
}
