//! Rows carried from one database to another, as they are.

use futures_util::TryStreamExt as _;

use crate::derived::{Pieces, Table};
use crate::error::RegisterError;
use crate::sql;
use crate::store::Session;

/// Rows carried together.
const PAGE: usize = 4096;

/// Every row of `table`, in order of its key.
pub(crate) async fn copy(table: &Table, from: &mut Session, to: &mut Session) -> Result<(), RegisterError> {
    let width = table.columns.len();
    let (mut pieces, mut count) = (Pieces::default(), 0);
    let mut rows = from.stream(sql::safe(table.dump_statement()), Vec::new());
    while let Some(row) = rows.try_next().await? {
        let cells = pieces.next(width);
        for column in 0..width {
            cells.push(row.cell(column)?);
        }
        count += 1;
        if count % PAGE == 0 {
            table.insert(to, std::mem::take(&mut pieces)).await?;
        }
    }
    table.insert(to, pieces).await
}
