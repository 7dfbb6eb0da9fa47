//! The one door outward: the register, and the snapshots that questions are asked of.

mod snapshots;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use comity_gazetteer::Gazetteer;
use comity_model::Seq;
use comity_register::{Register, RegisterError};

use crate::cached_snapshot::CachedSnapshot;
use snapshots::{Clock, Snapshots};

/// A register whose current snapshot is ready in memory, swapped when the ledger's head moves.
pub struct SnapshotStore {
    register: Register,
    gazetteer: Option<Arc<Gazetteer>>,
    snapshots: Mutex<Snapshots>,
    /// Held by whoever reads a state, so that nobody reads it again beside them, nor two states at once.
    reading_head: tokio::sync::Mutex<()>,
    reading_past: tokio::sync::Mutex<()>,
}

impl SnapshotStore {
    /// Keeps snapshots of [`SnapshotStore::MEMORY`].
    pub fn new(register: Register) -> Self {
        Self::within(register, Self::MEMORY)
    }

    /// Half a gigabyte: the head of a register of a million links, or four of a tenth of that.
    pub const MEMORY: usize = 512 << 20;

    /// Keeps snapshots as long as they and what was made of them take fewer bytes than `memory`; the head's own is kept
    /// whatever it takes.
    pub fn within(register: Register, memory: usize) -> Self {
        let snapshots = Mutex::new(Snapshots::within(memory));
        let [reading_head, reading_past] = [(), ()].map(tokio::sync::Mutex::new);
        Self { register, gazetteer: None, snapshots, reading_head, reading_past }
    }

    /// Names are looked up in this gazetteer too.
    #[must_use]
    pub fn with_gazetteer(self, gazetteer: Option<Arc<Gazetteer>>) -> Self {
        Self { gazetteer, ..self }
    }

    /// For history, single claims and search.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// The snapshot as known then: a date, a time, `#entry`, `batch:N` or `batch:N^`; the head where nothing is said.
    ///
    /// Cost: none where that snapshot is at hand; else one pass over the register, on this thread. Of those who want the
    /// same at the same time one reads and the others wait.
    pub async fn snapshot(&self, known: Option<&str>) -> Result<Arc<CachedSnapshot>, RegisterError> {
        let head = self.register.head().await?;
        let (known, clock) = match known {
            Some(text) => (self.register.known(text).await?, Clock::Past),
            None => (head.seq, Clock::Now),
        };
        drop(self.snapshots().read_after(head.erasures));
        if let Some(snapshot) = self.at_hand(known, clock) {
            return Ok(snapshot);
        }
        let reading = if clock == Clock::Now { &self.reading_head } else { &self.reading_past };
        let _reading = reading.lock().await;
        if let Some(snapshot) = self.at_hand(known, clock) {
            return Ok(snapshot);
        }
        let snapshot = CachedSnapshot::new(self.register.holdings(known).await?);
        let snapshot = Arc::new(snapshot.with_gazetteer(self.gazetteer.clone()));
        let surplus = self.snapshots().keep(Arc::clone(&snapshot), clock, head.erasures);
        // Whoever else wants a snapshot does not wait until these are taken apart.
        drop(surplus);
        Ok(snapshot)
    }

    /// The snapshot of the moment that `since` names among the arguments of a question; `None` where none does.
    pub async fn earlier(
        &self,
        arguments: &BTreeMap<String, String>,
    ) -> Result<Option<Arc<CachedSnapshot>>, RegisterError> {
        match arguments.get("since").map(|text| text.trim()).filter(|text| !text.is_empty()) {
            Some(text) => self.snapshot(Some(text)).await.map(Some),
            None => Ok(None),
        }
    }

    /// Bytes that the snapshots at hand take, with what was made of them; an estimate, for whoever watches the server.
    pub fn bytes(&self) -> usize {
        self.snapshots().bytes()
    }

    /// Lets go of past snapshots that nobody has looked back at for so long.
    pub fn rest(&self, idle: Duration) {
        let surplus = self.snapshots().rest(idle);
        drop(surplus);
    }

    fn at_hand(&self, known: Seq, clock: Clock) -> Option<Arc<CachedSnapshot>> {
        let (snapshot, surplus) = self.snapshots().find(known, clock);
        drop(surplus);
        snapshot
    }

    fn snapshots(&self) -> MutexGuard<'_, Snapshots> {
        self.snapshots.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
