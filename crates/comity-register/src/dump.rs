//! A canonical dump of everything derived, as a digest: the same on both databases, and after a rebuild.

use blake3::Hasher;

use crate::derived as tables;
use crate::error::RegisterError;
use crate::register::Register;
use crate::sql;
use crate::store::{Cell, Session};

impl Register {
    /// BLAKE3 over all derived tables, rows in order of their keys. Cost: one pass over every table.
    pub async fn dump_digest(&self) -> Result<String, RegisterError> {
        let mut session = self.store.read().await?;
        digest(&mut session).await
    }
}

pub(crate) async fn digest(session: &mut Session) -> Result<String, RegisterError> {
    let mut all = Hasher::new();
    for (name, digest) in table_digests(session).await? {
        // Handles are random: batches hold the names themselves.
        if name == tables::AUTHOR.name {
            continue;
        }
        all.update(name.as_bytes()).update(digest.as_bytes());
    }
    Ok(all.finalize().to_hex().to_string())
}

/// Each derived table with the digest of its rows.
pub(crate) async fn table_digests(
    session: &mut Session,
) -> Result<Vec<(&'static str, String)>, RegisterError> {
    let mut digests = Vec::new();
    for table in tables::RANGED.into_iter().chain([&tables::AUTHOR, &tables::BATCH]) {
        let mut hasher = Hasher::new();
        session
            .each(sql::safe(table.dump_statement()), Vec::new(), |row: crate::store::Row| {
                for column in 0..table.columns.len() {
                    match row.cell(column)? {
                        Cell::Int(number) | Cell::MaybeInt(Some(number)) => {
                            hasher.update(number.to_string().as_bytes())
                        }
                        Cell::Text(text) => hasher.update(text.as_bytes()),
                        Cell::MaybeInt(None) => hasher.update(b"\0"),
                    };
                    hasher.update(b"\x1f");
                }
                Ok(())
            })
            .await?;
        digests.push((table.name, hasher.finalize().to_hex().to_string()));
    }
    Ok(digests)
}
