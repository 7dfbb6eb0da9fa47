//! How much memory a snapshot takes.

use std::mem::size_of;

use comity_model::{Entity, Link, OpenMention, Statement};

use super::{EntityIx, Snapshot};

/// What hangs on each in the heap: texts, lists, entries of the indexes. Guessed; `tests/memory.rs` holds their sum to a
/// counting allocator on a small snapshot, and a real register would settle each.
const BY_LINK: usize = 120;
const BY_ENTITY: usize = 400;
const BY_STATEMENT: usize = 400;
const BY_OPEN: usize = 120;

impl Snapshot {
    /// Bytes it takes by itself, within a third; what lies in its file and nobody came by takes none.
    ///
    /// Cost: none to speak of; it counts what there is and multiplies.
    pub fn bytes(&self) -> usize {
        self.links.held() * (size_of::<Link>() + size_of::<[EntityIx; 2]>() + BY_LINK)
            + self.entities.held() * (size_of::<Entity>() + BY_ENTITY)
            + self.statements.held() * (size_of::<Statement>() + BY_STATEMENT)
            + self.open.held() * (size_of::<OpenMention>() + BY_OPEN)
            + self.triples.get().map_or(0, super::triples::Triples::bytes)
    }
}
