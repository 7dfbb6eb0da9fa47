//! The derived tables: what each holds, and the statements that insert, close, clear and dump its rows.

use std::marker::PhantomData;
use std::sync::Arc;

use sqlx::AssertSqlSafe;

use crate::error::RegisterError;
use crate::sql::{self, Placeholders};
use crate::store::{Cell, Session};

/// A table, written to in many rows at once.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    /// The first column says what the row is about; with `from_seq`, the last but one, rows are ranged.
    pub(crate) columns: &'static [&'static str],
    /// The order of a canonical dump: the primary key.
    pub(crate) order: &'static str,
}

/// A row with a name for each column of its table.
pub(crate) trait TableRow {
    const TABLE: &'static Table;

    /// The cells in the order of the table's columns.
    fn lay_out(self, cells: &mut Vec<Cell>);
}

macro_rules! tables {
    ($($id:ident, $row:ident = $name:literal ($($column:ident)+) by $order:literal;)+) => {$(
        pub(crate) const $id: Table = Table { name: $name, columns: &[$(stringify!($column)),+], order: $order };

        pub(crate) struct $row {
            $(pub(crate) $column: Cell),+
        }

        impl TableRow for $row {
            const TABLE: &'static Table = &$id;

            fn lay_out(self, cells: &mut Vec<Cell>) {
                cells.extend([$(self.$column),+]);
            }
        }
    )+};
}

tables! {
    LEDGER, LedgerRow = "ledger" (seq recorded_at author batch kind payload_digest hash) by "seq";
    PAYLOAD, PayloadRow = "payload" (seq salt about body) by "seq";
    AUTHOR, AuthorRow = "author" (handle name entry) by "entry";
    BATCH, BatchRow = "batch"
        (id title who recorded_at first_seq last_seq entries nature undone_by) by "id";
    SOURCE, SourceRow = "source" (id entry from_seq to_seq) by "id, from_seq";
    ENTITY, EntityRow = "entity" (id kind entry from_seq to_seq) by "id, from_seq";
    NAME, NameRow = "name" (entity folded from_seq to_seq) by "entity, folded, from_seq";
    CLAIM, ClaimRow = "claim"
        (id entry source shape standing verdict waiting from_seq to_seq)
        by "id, from_seq";
    READING, ReadingRow = "reading" (claim slot entity from_seq to_seq) by "claim, slot, from_seq";
    PENDING, PendingRow = "pending"
        (claim slot place source kind country score alike deferred from_seq to_seq)
        by "claim, slot, from_seq";
    LINK, LinkRow = "link" (claim source standing ends terms from_seq to_seq) by "claim, from_seq";
    SAME, SameRow = "same" (pair a b sameness entry from_seq to_seq) by "pair, from_seq";
    COVERAGE, CoverageRow = "coverage" (id entry from_seq to_seq) by "id, from_seq";
}

/// Rows laid out for one statement each, so that no list of them grows large.
#[derive(Default)]
pub(crate) struct Pieces(Vec<Vec<Cell>>);

impl Pieces {
    /// Where the next row of so many cells goes.
    pub(crate) fn next(&mut self, width: usize) -> &mut Vec<Cell> {
        let full = CHUNK_ROWS * width;
        if self.0.last().is_none_or(|piece| piece.len() == full) {
            // The first is small where few rows come.
            let room = if self.0.is_empty() { 0 } else { full };
            self.0.push(Vec::with_capacity(room));
        }
        self.0.last_mut().expect("one was just added")
    }
}

/// Rows of one table, until there are enough to be written.
pub(crate) struct Page<R> {
    pieces: Pieces,
    of: PhantomData<R>,
}

impl<R> Default for Page<R> {
    fn default() -> Self {
        Self { pieces: Pieces::default(), of: PhantomData }
    }
}

impl<R: TableRow> Page<R> {
    pub(crate) fn push(&mut self, row: R) {
        row.lay_out(self.pieces.next(R::TABLE.columns.len()));
    }

    /// Writes everything gathered, and is empty again.
    pub(crate) async fn flush(&mut self, session: &mut Session) -> Result<(), RegisterError> {
        R::TABLE.insert(session, std::mem::take(&mut self.pieces)).await
    }
}

/// Writes one row.
pub(crate) async fn insert<R: TableRow>(session: &mut Session, row: R) -> Result<(), RegisterError> {
    let mut page = Page::default();
    page.push(row);
    page.flush(session).await
}

/// Whose rows are valid for a range of the ledger.
pub(crate) const RANGED: [&Table; 9] =
    [&SOURCE, &ENTITY, &NAME, &CLAIM, &READING, &PENDING, &LINK, &SAME, &COVERAGE];

pub(crate) const ALL: [&Table; 13] = [
    &LEDGER, &PAYLOAD, &AUTHOR, &BATCH, &SOURCE, &ENTITY, &NAME, &CLAIM, &READING, &PENDING, &LINK, &SAME,
    &COVERAGE,
];

/// Stands for "still in force": no entry will ever have this number.
pub(crate) const OPEN: i64 = i64::MAX;

/// Rows of one statement at most; fewer are written in powers of two, so that few statements exist.
const CHUNK_ROWS: usize = 256;

impl Table {
    /// Writes rows, as many in each statement as there are in a full piece; what is left over in powers of two.
    pub(crate) async fn insert(&self, session: &mut Session, rows: Pieces) -> Result<(), RegisterError> {
        let (width, Pieces(pieces)) = (self.columns.len(), rows);
        if pieces.len() > 1 && session.copy(&self.copy_statement(), width, &pieces).await? {
            return Ok(());
        }
        let mut full = Arc::<str>::default();
        for mut piece in pieces {
            if piece.len() == CHUNK_ROWS * width {
                if full.is_empty() {
                    full = self.insert_statement(CHUNK_ROWS, session.marks()).into();
                }
                session.run(AssertSqlSafe(Arc::clone(&full)), piece).await?;
                continue;
            }
            while !piece.is_empty() {
                let rows = 1 << (piece.len() / width).ilog2();
                let statement = self.insert_statement(rows, session.marks());
                let rest = piece.split_off(rows * width);
                session.run(sql::safe(statement), std::mem::replace(&mut piece, rest)).await?;
            }
        }
        Ok(())
    }

    /// Ends the rows of `keys` at `seq`; rows that started at `seq` itself never were.
    pub(crate) async fn close(
        &self,
        session: &mut Session,
        keys: &[String],
        seq: i64,
    ) -> Result<(), RegisterError> {
        for keys in keys.chunks(CHUNK_ROWS) {
            for statement in self.close_statements(sql::padded(keys.len())) {
                session.run(sql::safe(statement), sql::with_keys([seq.into()], keys)).await?;
            }
        }
        Ok(())
    }

    pub(crate) async fn clear(&self, session: &mut Session) -> Result<(), RegisterError> {
        session.run(sql::safe(self.clear_statement()), Vec::new()).await.map(drop)
    }

    pub(crate) fn dump_statement(&self) -> String {
        format!("SELECT {} FROM {} ORDER BY {}", self.columns.join(", "), self.name, self.order)
    }

    fn copy_statement(&self) -> String {
        format!("COPY {} ({}) FROM STDIN", self.name, self.columns.join(", "))
    }

    fn insert_statement(&self, rows: usize, marks: Placeholders) -> String {
        let width = self.columns.len();
        let row = |n: usize| format!("({})", marks.placeholders(n * width + 1, width));
        let rows: Vec<String> = (0..rows).map(row).collect();
        // What SQLite may have to take back of a statement it copies page by page; an error here ends the transaction.
        let verb = match marks {
            Placeholders::Numbered => "INSERT",
            Placeholders::Plain => "INSERT OR FAIL",
        };
        format!("{verb} INTO {} ({}) VALUES {}", self.name, self.columns.join(", "), rows.join(", "))
    }

    fn close_statements(&self, keys: usize) -> [String; 2] {
        let (name, key) = (self.name, self.columns[0]);
        let keys = sql::placeholders(2, keys);
        [
            format!("DELETE FROM {name} WHERE from_seq = $1 AND {key} IN ({keys})"),
            format!("UPDATE {name} SET to_seq = $1 WHERE to_seq = {OPEN} AND {key} IN ({keys})"),
        ]
    }

    fn clear_statement(&self) -> String {
        format!("DELETE FROM {}", self.name)
    }

    /// Every statement this table is reached by, in its smallest form.
    pub(crate) fn statements(&self) -> Vec<String> {
        let mut all = vec![self.insert_statement(1, Placeholders::Numbered)];
        if !matches!(self.name, "ledger" | "payload") {
            all.extend([self.clear_statement(), self.dump_statement()]);
        }
        if self.columns.contains(&"to_seq") {
            all.extend(self.close_statements(1));
        }
        all
    }
}
