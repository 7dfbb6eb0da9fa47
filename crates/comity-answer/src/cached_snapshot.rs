//! What is known, with what several questions make of it: each made once, by the first who asks.

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use comity_model::{Holdings, Window};
use comity_snapshot::World;
use comity_snapshot::conflict::{Conflict, find};
use comity_snapshot::relations::Stage;
use comity_snapshot::timeslice::{Kept, Snapshot};

/// How many snapshots of one world are kept: the days that people look at together.
const SNAPSHOTS: usize = 4;

/// What one disagreement takes beside its own size: texts and lists in the heap. Guessed, as in `world/bytes.rs`.
const BY_CONFLICT: usize = 1_000;

/// A world, immutable, beside the disagreements and the days that were looked at in it.
#[derive(Debug)]
pub struct CachedSnapshot {
    world: World,
    snapshots: Kept<Window, Snapshot>,
    conflicts: OnceLock<Vec<Conflict>>,
}

impl CachedSnapshot {
    /// Cost: that of [`World::new`].
    pub fn new(holdings: Holdings) -> Self {
        Self { world: World::new(holdings), snapshots: Kept::new(SNAPSHOTS), conflicts: OnceLock::new() }
    }

    /// The snapshot of a window, built once and shared by all who ask for it.
    ///
    /// Cost: one pass over the links, in parallel, and none where it is at hand.
    pub fn snapshot(&self, window: Window) -> Arc<Snapshot> {
        self.snapshots.get(&window, || Snapshot::new(&self.world, window))
    }

    /// The relations of a window.
    ///
    /// Cost: that of the snapshot, and a pass over the links.
    pub(crate) fn stage(&self, window: Window) -> Stage<'_> {
        Stage::new(&self.world, &self.snapshot(window))
    }

    /// Found once, on the first question that needs them.
    pub(crate) fn conflicts(&self) -> &[Conflict] {
        self.conflicts.get_or_init(|| find(&self.world, None))
    }

    /// Bytes it takes with all that was made of it so far, within a third.
    ///
    /// Cost: none to speak of; it counts what there is and multiplies.
    pub fn bytes(&self) -> usize {
        let conflicts = self.conflicts.get().map_or(0, Vec::len);
        self.world.bytes()
            + conflicts * (size_of::<Conflict>() + BY_CONFLICT)
            + self.snapshots.bytes(Snapshot::bytes)
    }

    /// Forgets the snapshot not used for longest; `false` where there is none.
    pub(crate) fn let_go(&self) -> bool {
        self.snapshots.let_go()
    }
}

impl Deref for CachedSnapshot {
    type Target = World;

    fn deref(&self) -> &World {
        &self.world
    }
}
