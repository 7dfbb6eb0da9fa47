//! The snapshot of the head by one of an earlier head: only what changed in between is read.

use comity_model::Seq;
use comity_register::{Register, RegisterError};
use comity_snapshot::Snapshot;

/// Of more than one in so many entries a single look for each costs more than one pass over all. Guessed: a look costs
/// about eight rows of a pass; asking after imports of every size would settle it.
const PASS: i64 = 8;

/// In a register of fewer things than this nobody notices either.
const FEW: usize = 256;

/// A snapshot laid over a former one.
pub(super) struct LaidOver {
    pub(super) snapshot: Snapshot,
    /// How many claims and entities were read for it.
    pub(super) read: usize,
}

/// `None`: too much changed, or `former` is of another ledger.
pub(super) async fn laid_over(
    register: &Register,
    former: &Snapshot,
    known: Seq,
) -> Result<Option<LaidOver>, RegisterError> {
    let most = usize::try_from(known.0 / PASS).unwrap_or(0).max(FEW);
    let since = (former.known(), former.head());
    let Some(mut changes) = register.changes(since, known, most).await? else { return Ok(None) };
    former.reach(&mut changes);
    if changes.size() > most {
        return Ok(None);
    }
    let holdings = register.holdings_of(known, &mut changes, most, |ids| former.claims_at(ids)).await?;
    let over = |holdings| LaidOver { snapshot: former.laid_over(&changes, holdings), read: changes.size() };
    Ok(holdings.map(over))
}

#[cfg(test)]
mod tests {
    use comity_model::{Entity, EntityKind, Level, Record};
    use comity_register::NewBatch;

    use super::*;

    fn polity(id: &str, name: &str, within: Option<&str>) -> Record {
        let mut polity = Entity::new(id.parse().unwrap(), EntityKind::Polity, name);
        polity.levels = vec![if within.is_some() { Level::City } else { Level::Nation }];
        polity.within = within.map(|nation| nation.parse().unwrap()).into_iter().collect();
        Record::Entity(polity)
    }

    async fn add(register: &Register, records: Vec<Record>) -> Seq {
        let at = "2026-05-01T10:00:00Z".parse().unwrap();
        let batch = NewBatch { title: "a batch".to_owned(), by: "ana".to_owned(), at };
        register.commit(batch, records, &mut |_| {}).await.unwrap();
        register.head().await.unwrap().seq
    }

    /// How much is read when a nation with so many cities is renamed, which is one entry.
    async fn read(cities: usize) -> Option<usize> {
        let register = Register::temporary().await.unwrap();
        let city = |n| polity(&format!("c{n}"), &format!("c{n}"), Some("france"));
        let mut records: Vec<Record> = (0..cities).map(city).collect();
        records.push(polity("france", "France", None));
        let known = add(&register, records).await;
        let former = Snapshot::new(register.holdings(known).await.unwrap());
        let known = add(&register, vec![polity("france", "French Republic", None)]).await;
        laid_over(&register, &former, known).await.unwrap().map(|laid| laid.read)
    }

    #[tokio::test]
    async fn what_leans_on_few_entries_counts_too() {
        assert_eq!(read(20).await, Some(21));
        assert_eq!(read(300).await, None, "all of it is read as quickly");
    }
}
