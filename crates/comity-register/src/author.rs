//! Who writes: the chain knows a handle, the name is payload, said once and gone with a take-down.

use comity_model::Seq;

use crate::derived::{self as tables, AuthorRow, Page};
use crate::entry::{Content, EntryKind};
use crate::error::RegisterError;
use crate::salt;
use crate::sql;
use crate::store::{Row, Session};

/// Stands where the name of an author was.
pub const TAKEN_DOWN: &str = "somebody (taken down)";

/// An author as the ledger knows one.
pub(crate) struct Author {
    pub(crate) handle: String,
    pub(crate) name: String,
    /// Nobody of this name has written here before: the batch has to say it.
    pub(crate) new: bool,
}

impl Author {
    /// The handle of this name; a new one where nobody of that name has written yet.
    pub(crate) async fn of(session: &mut Session, name: &str) -> Result<Self, RegisterError> {
        let name = name.to_owned();
        let rows = session.rows(sql::AUTHOR_BY_NAME, vec![name.as_str().into()]).await?;
        match rows.first() {
            Some(row) => Ok(Self { handle: row.text(0)?.to_owned(), name, new: false }),
            None => Ok(Self { handle: salt::handle()?, name, new: true }),
        }
    }

    /// What the entry that names it speaks of and says.
    pub(crate) fn said(&self) -> (String, String) {
        let body = Content::Author { name: self.name.clone() }.to_body();
        (format!("author:{}", self.handle), body)
    }

    pub(crate) async fn insert(&self, session: &mut Session, entry: Seq) -> Result<(), RegisterError> {
        let (handle, name) = (self.handle.as_str().into(), self.name.as_str().into());
        tables::insert(session, AuthorRow { handle, name, entry: entry.0.into() }).await
    }
}

/// Remakes the names of all authors from the entries that name them.
pub(crate) async fn rebuild(session: &mut Session) -> Result<(), RegisterError> {
    tables::AUTHOR.clear(session).await?;
    let mut page = Page::default();
    for row in session.rows(sql::AUTHORS, Vec::new()).await? {
        let (seq, handle) = (row.int(0)?, row.text(1)?);
        let name = name(&row, seq)?.into();
        page.push(AuthorRow { handle: handle.into(), name, entry: seq.into() });
    }
    page.flush(session).await
}

/// From the body in column 2.
fn name(row: &Row, seq: i64) -> Result<String, RegisterError> {
    let Some(body) = row.maybe_text(2)? else { return Ok(TAKEN_DOWN.to_owned()) };
    match Content::from_body(seq, EntryKind::Author, body)? {
        Content::Author { name } => Ok(name),
        _ => Ok(TAKEN_DOWN.to_owned()),
    }
}
