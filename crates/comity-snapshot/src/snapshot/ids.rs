//! Entities by their ids.

use comity_model::EntityId;

use super::entity_ix::EntityIx;
use super::file::TextList;

/// The id of every entity, and a hash table over them (open addressing, linear probing).
#[derive(Debug)]
pub(super) struct Ids {
    ids: TextList,
    /// Number of the entity + 1; 0 for none. A power of two of them, at most half of them taken.
    slots: Vec<u32>,
}

impl Ids {
    pub(super) fn made<'e>(ids: impl Iterator<Item = &'e str>) -> Self {
        let ids = TextList::made(ids);
        let mut slots = vec![0_u32; (ids.len() * 2).next_power_of_two()];
        for (n, taken) in (0..ids.len()).zip(1..) {
            let mut slot = hash(ids.get(n)) & (slots.len() - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (slots.len() - 1);
            }
            slots[slot] = taken;
        }
        Self { ids, slots }
    }

    pub(super) fn stored(ids: TextList, slots: Vec<u32>) -> Self {
        Self { ids, slots }
    }

    pub(super) fn parts(&self) -> (&TextList, &[u32]) {
        (&self.ids, &self.slots)
    }

    pub(super) fn get(&self, n: usize) -> &str {
        self.ids.get(n)
    }

    /// How many of the first `len`, which are in order, come before it.
    pub(super) fn before(&self, id: &EntityId, len: usize) -> usize {
        self.ids.before(id.as_str(), len)
    }

    pub(super) fn find(&self, id: &EntityId) -> Option<EntityIx> {
        let mut slot = hash(id.as_str()) & (self.slots.len() - 1);
        loop {
            let n = self.slots[slot].checked_sub(1)?;
            if self.ids.get(n as usize) == id.as_str() {
                return Some(EntityIx(n));
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }
}

/// FNV-1a, folded: it lies in files, so it has to be the same everywhere.
fn hash(text: &str) -> usize {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    usize::try_from((hash ^ hash >> 32) & u64::from(u32::MAX)).expect("thirty-two bits")
}
