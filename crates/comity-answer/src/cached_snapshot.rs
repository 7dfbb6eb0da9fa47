//! What is known, with what several questions make of it: each made once, by the first who asks.

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use comity_gazetteer::Gazetteer;
use comity_messages::Language;
use comity_model::{Holdings, Window};
use comity_search::{NameResolution, Search};
use comity_snapshot::conflict::{Conflict, about, find};
use comity_snapshot::record::Bound;
use comity_snapshot::relations::Relations;
use comity_snapshot::timeslice::{Cache, Timeslice};
use comity_snapshot::{EntityIx, Snapshot};

use crate::report::RegisterInShort;

/// How many timeslices of one snapshot are kept: the days that people look at together.
const SNAPSHOTS: usize = 4;

/// What one disagreement takes beside its own size: texts and lists in the heap. Guessed, as in `snapshot/bytes.rs`.
const BY_CONFLICT: usize = 1_000;

/// A snapshot, immutable, beside the disagreements and the days that were looked at in it.
#[derive(Debug)]
pub struct CachedSnapshot {
    snapshot: Snapshot,
    snapshots: Cache<Window, Timeslice>,
    /// In each language: they are told in sentences.
    conflicts: [OnceLock<Vec<Conflict>>; Language::ALL.len()],
    gazetteer: Option<Arc<Gazetteer>>,
    in_short: OnceLock<RegisterInShort>,
}

impl CachedSnapshot {
    /// Cost: that of [`Snapshot::new`].
    pub fn new(holdings: Holdings) -> Self {
        Self::from(Snapshot::new(holdings))
    }

    /// With the names that places go by in a gazetteer, for whoever looks something up.
    #[must_use]
    pub fn with_gazetteer(self, gazetteer: Option<Arc<Gazetteer>>) -> Self {
        Self { gazetteer, ..self }
    }

    /// What any text may mean.
    pub fn search(&self) -> Search<'_> {
        Search::new(&self.snapshot, self.gazetteer.as_deref())
    }

    /// The one thing on file that a text means, or the several it may mean.
    pub fn find(&self, text: &str) -> NameResolution {
        self.search().resolve(text)
    }

    /// The timeslice of a window, built once and shared by all who ask for it.
    ///
    /// Cost: one pass over the links, in parallel, and none where it is at hand.
    pub fn timeslice(&self, window: Window) -> Arc<Timeslice> {
        self.snapshots.get(&window, || Timeslice::new(&self.snapshot, window))
    }

    /// The relations of a window.
    ///
    /// Cost: that of the timeslice, and a pass over the links.
    pub(crate) fn relations(&self, window: Window, bound: Bound) -> Relations<'_> {
        Relations::new(&self.snapshot, &self.timeslice(window), bound)
    }

    /// Found once, on the first question that needs them.
    pub(crate) fn conflicts(&self) -> &[Conflict] {
        self.conflicts_told().get_or_init(|| find(&self.snapshot, None))
    }

    fn conflicts_told(&self) -> &OnceLock<Vec<Conflict>> {
        &self.conflicts[Language::current() as usize]
    }

    /// Those about one thing: out of all where those are at hand, else looked for by themselves.
    pub(crate) fn conflicts_about(&self, node: EntityIx) -> Vec<Conflict> {
        let Some(all) = self.conflicts_told().get() else { return about(&self.snapshot, node) };
        let id = &self.entity(node).id;
        all.iter().filter(|each| each.is_about(id)).cloned().collect()
    }

    /// What is on record of agreements and memberships, and how well; counted once.
    ///
    /// Cost: one pass over the links, on the first call.
    pub fn in_short(&self) -> RegisterInShort {
        *self.in_short.get_or_init(|| RegisterInShort::of(&self.snapshot))
    }

    /// Bytes it takes with all that was made of it so far, within a third.
    ///
    /// Cost: none to speak of; it counts what there is and multiplies.
    pub fn bytes(&self) -> usize {
        let conflicts: usize = self.conflicts.iter().filter_map(OnceLock::get).map(Vec::len).sum();
        self.snapshot.bytes()
            + conflicts * (size_of::<Conflict>() + BY_CONFLICT)
            + self.snapshots.bytes(Timeslice::bytes)
    }

    /// Forgets the timeslice not used for longest; `false` where there is none.
    pub(crate) fn let_go(&self) -> bool {
        self.snapshots.let_go()
    }
}

impl From<Snapshot> for CachedSnapshot {
    fn from(snapshot: Snapshot) -> Self {
        Self {
            snapshot,
            snapshots: Cache::new(SNAPSHOTS),
            conflicts: [const { OnceLock::new() }; Language::ALL.len()],
            gazetteer: None,
            in_short: OnceLock::new(),
        }
    }
}

impl Deref for CachedSnapshot {
    type Target = Snapshot;

    fn deref(&self) -> &Snapshot {
        &self.snapshot
    }
}
