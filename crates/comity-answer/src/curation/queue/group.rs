//! What one source writes alike, together: one decision may settle all of it.

use comity_model::Seq;
use comity_register::{Register, RegisterError};

use super::{QueueArgs, QueueItem, asked};

/// Mentions of which one source says the same.
#[derive(Debug, Clone, PartialEq)]
pub struct QueueGroup {
    /// Where the first of them stands in the queue.
    pub at: i64,
    /// How many there are.
    pub n: u64,
    /// The first of them.
    pub items: Vec<QueueItem>,
}

/// How much of the queue is read at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroupLimits {
    pub groups: u32,
    /// Mentions of a group.
    pub items: u32,
}

/// A part of the queue in groups, after the place `after`; what was put off is left out.
///
/// Cost: one pass over the part looked at, and a lookup for each group.
pub async fn queue_groups(
    register: &Register,
    known: Seq,
    args: &QueueArgs,
    after: i64,
    limits: GroupLimits,
) -> Result<Vec<QueueGroup>, RegisterError> {
    let mut groups = Vec::new();
    for group in register.pending_groups(known, &args.filter(), after, limits.groups).await? {
        let pending = register.pending_alike(known, &group.alike, limits.items).await?;
        let open = pending.into_iter().filter(|pending| !pending.place.deferred);
        groups.push(QueueGroup { at: group.at, n: group.n, items: asked(register, known, open).await? });
    }
    Ok(groups)
}
