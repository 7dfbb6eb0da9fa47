//! The snapshot of the head by one of an earlier head: only what changed in between is read.

use comity_model::Seq;
use comity_register::{Register, RegisterError};
use comity_snapshot::Snapshot;

/// Of more than one in so many entries a single look for each costs more than one pass over all. Guessed: a look costs
/// about eight rows of a pass; asking after imports of every size would settle it.
const PASS: i64 = 8;

/// In a register of fewer things than this nobody notices either.
const FEW: usize = 256;

/// `None`: too much changed, or `former` is of another ledger.
pub(super) async fn laid_over(
    register: &Register,
    former: &Snapshot,
    known: Seq,
) -> Result<Option<Snapshot>, RegisterError> {
    let most = usize::try_from(known.0 / PASS).unwrap_or(0).max(FEW);
    let since = (former.known(), former.head());
    let Some(mut changes) = register.changes(since, known, most).await? else { return Ok(None) };
    former.reach(&mut changes);
    let holdings = register.holdings_of(known, &mut changes, |ids| former.claims_at(ids)).await?;
    Ok(Some(former.laid_over(&changes, holdings)))
}
