//! The number of an entity within one snapshot.

/// Where an entity stands in the arrays of one snapshot; it means nothing in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityIx(pub(super) u32);

impl EntityIx {
    pub(super) fn new(index: usize) -> Self {
        Self(u32::try_from(index).expect("a register holds fewer than 2^32 entities"))
    }

    pub fn index(self) -> usize {
        self.0 as usize
    }
}
