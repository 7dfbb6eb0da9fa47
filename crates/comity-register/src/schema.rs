//! The tables themselves: whether they are as they were made, and whether anything else is among them.

use std::collections::BTreeMap;

use crate::error::RegisterError;
use crate::fault::Fault;
use crate::sql;
use crate::store::{self, Row, Session};

/// What an object of the schema is made of.
#[derive(PartialEq, Eq)]
struct Made {
    /// Columns, or a definition, that is the same for both databases.
    plain: String,
    /// The statement that made it, where the database keeps that.
    statement: String,
}

/// By kind and name.
type Objects = BTreeMap<String, Made>;

/// Compares the tables, indexes, triggers and views of a register with those of one that was just made.
pub(crate) async fn faults(session: &mut Session) -> Result<Vec<Fault>, RegisterError> {
    let expected = objects(&mut store::scratch().await?).await?;
    let held = objects(session).await?;
    let missing = expected.keys().filter(|name| !held.contains_key(*name));
    let mut faults: Vec<Fault> = missing.cloned().map(Fault::ObjectMissing).collect();
    for (name, made) in held {
        match expected.get(&name) {
            None => faults.push(Fault::ObjectForeign(name)),
            Some(expected) if made.differs(expected) => faults.push(Fault::ObjectAltered(name)),
            Some(_) => {}
        }
    }
    Ok(faults)
}

impl Made {
    fn differs(&self, expected: &Self) -> bool {
        self.plain != expected.plain || !self.statement.is_empty() && self.statement != expected.statement
    }
}

/// From `name, definition, statement`.
async fn objects(session: &mut Session) -> Result<Objects, RegisterError> {
    let rows = session.rows(session.twin(&sql::OBJECTS), Vec::new()).await?;
    rows.iter().map(object).collect()
}

fn object(row: &Row) -> Result<(String, Made), RegisterError> {
    let made = Made { plain: plain(row.text(1)?), statement: row.text(2)?.to_owned() };
    Ok((row.text(0)?.to_owned(), made))
}

/// The same for both databases: PostgreSQL adds a method, types, parentheses and the schema to what was said.
fn plain(definition: &str) -> String {
    let kept = |c: &char| !c.is_whitespace() && !matches!(c, '(' | ')' | '"');
    definition.replace(" USING btree", "").replace("::text", "").chars().filter(kept).collect()
}
