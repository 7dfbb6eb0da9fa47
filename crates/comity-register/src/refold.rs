//! The names that entities are found by, folded anew after the folding has changed.

use comity_model::Record;

use crate::derived::{self as tables, NameRow, Page};
use crate::entry;
use crate::error::RegisterError;
use crate::name;
use crate::register::Register;
use crate::selected::EntityRange;
use crate::sql;
use crate::store::Session;

/// Entities folded at a time.
const PAGE: i64 = 4096;

impl Register {
    /// Whether a step of the tables marked the names and nobody folded them since: then not all are found by their names.
    pub(crate) async fn is_nameless(&self) -> Result<bool, RegisterError> {
        is_nameless(&mut self.store.read().await?).await
    }

    /// Folds every name of every moment. Cost: one pass over the records of entities.
    pub(crate) async fn refold(&self) -> Result<(), RegisterError> {
        let mut session = self.store.write().await?;
        // Somebody else may have done it meanwhile.
        if is_nameless(&mut session).await? {
            // The mark goes too.
            tables::NAME.clear(&mut session).await?;
            refold(&mut session).await?;
        }
        session.commit().await?;
        // It holds names as they were folded before.
        self.forget_snapshot().await
    }
}

async fn is_nameless(session: &mut Session) -> Result<bool, RegisterError> {
    let rows = session.rows(sql::COUNT_NAMELESS, Vec::new()).await?;
    Ok(rows.first().map_or(Ok(0), |row| row.int(0))? > 0)
}

async fn refold(session: &mut Session) -> Result<(), RegisterError> {
    let mut names: Page<NameRow> = Page::default();
    let (mut id, mut from) = (String::new(), 0);
    loop {
        let cells = vec![id.as_str().into(), from.into(), PAGE.into()];
        let rows = session.rows(sql::ENTITY_RANGES, cells).await?;
        for row in &rows {
            let EntityRange { id, from_seq, to_seq, seq, body } = EntityRange::read(row)?;
            let Record::Entity(entity) = entry::record(seq, body)? else { continue };
            for form in name::forms(&entity) {
                let (from_seq, to_seq) = (from_seq.into(), to_seq.into());
                names.push(NameRow { entity: id.into(), folded: form.into(), from_seq, to_seq });
            }
        }
        names.flush(session).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        let last = EntityRange::read(last)?;
        (id, from) = (last.id.to_owned(), last.from_seq);
    }
}
