//! The one door outward: the register, and the snapshots that questions are asked of.

mod overlay;
mod snapshot_file;
mod snapshots;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use comity_gazetteer::Gazetteer;
use comity_model::Seq;
use comity_register::{Alone, Head, Register, RegisterError};
use comity_snapshot::Snapshot;
use tokio::task::JoinHandle;

use crate::cached_snapshot::CachedSnapshot;
use overlay::LaidOver;
pub use snapshot_file::{SnapshotFile, SnapshotFileState};
use snapshots::{Clock, Snapshots};

/// A file that lacks more than one in so many entries, or has as much to be read for those it lacks, is written anew.
/// Guessed: every process reads what it lacks, and to write it takes about as long as twenty of them spend on a hundredth.
const BEHIND: i64 = 100;

/// A register whose current snapshot is ready in memory, swapped when the ledger's head moves.
pub struct SnapshotStore {
    register: Register,
    gazetteer: Option<Arc<Gazetteer>>,
    file: Option<SnapshotFile>,
    /// The snapshot that is on its way into the file.
    writing: Mutex<Option<JoinHandle<()>>>,
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
        let writing = Mutex::new(None);
        Self { register, gazetteer: None, file: None, writing, snapshots, reading_head, reading_past }
    }

    /// Names are looked up in this gazetteer too.
    #[must_use]
    pub fn with_gazetteer(self, gazetteer: Option<Arc<Gazetteer>>) -> Self {
        Self { gazetteer, ..self }
    }

    /// The head's snapshot is kept in this file for other processes, and found there where one of them left it.
    #[must_use]
    pub fn kept_in(self, file: Option<SnapshotFile>) -> Self {
        Self { file, ..self }
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
        drop(self.snapshots().read_after(head.remade()));
        if let Some(snapshot) = self.at_hand(known, clock) {
            return Ok(snapshot);
        }
        let reading = if clock == Clock::Now { &self.reading_head } else { &self.reading_past };
        let _reading = reading.lock().await;
        if let Some(snapshot) = self.at_hand(known, clock) {
            return Ok(snapshot);
        }
        let snapshot =
            if known == head.seq { Box::pin(self.newest(&head)).await? } else { self.made(known).await? };
        let surplus = self.snapshots().keep(Arc::clone(&snapshot), clock, head.remade());
        // Whoever else wants a snapshot does not wait until these are taken apart.
        drop(surplus);
        Ok(snapshot)
    }

    async fn made(&self, known: Seq) -> Result<Arc<CachedSnapshot>, RegisterError> {
        let snapshot = CachedSnapshot::new(self.register.holdings(known).await?);
        Ok(Arc::new(snapshot.with_gazetteer(self.gazetteer.clone())))
    }

    /// What the ledger gained is laid over what is at hand, or over the file where that knows more; else it is made, and put
    /// there while the first questions are answered.
    async fn newest(&self, head: &Head) -> Result<Arc<CachedSnapshot>, RegisterError> {
        let file = self.file.as_ref().filter(|file| file.is_for(head));
        let in_file = file.and_then(|file| file.known(head));
        let former = self.snapshots().newest(head.remade());
        if let Some(former) = former.filter(|former| Some(former.known()) >= in_file)
            && let Some(snapshot) = self.laid_over(&former, head).await?
        {
            return Ok(snapshot);
        }
        match file {
            Some(file) => self.kept(file, head).await,
            None => self.made(head.seq).await,
        }
    }

    async fn kept(&self, file: &SnapshotFile, head: &Head) -> Result<Arc<CachedSnapshot>, RegisterError> {
        if let Ok(snapshot) = self.opened(file, head).await? {
            return Ok(snapshot);
        }
        // Whoever cannot write beside the register does without; whoever waited finds what the other one made.
        let alone = if file.is_written() { self.register.alone().await.ok() } else { None };
        match self.opened(file, head).await? {
            Ok(snapshot) => return Ok(snapshot),
            Err(Some(why)) => file.refuse(&why),
            Err(None) => {}
        }
        let snapshot = self.made(head.seq).await?;
        if let Some(alone) = alone {
            self.put(file, head, &snapshot, Some(alone));
        }
        Ok(snapshot)
    }

    async fn opened(
        &self,
        file: &SnapshotFile,
        head: &Head,
    ) -> Result<Result<Arc<CachedSnapshot>, Option<String>>, RegisterError> {
        let snapshot = match file.open(head) {
            Ok(snapshot) => snapshot,
            Err(why) => return Ok(Err(why)),
        };
        if snapshot.head() == head.hash {
            let snapshot = CachedSnapshot::from(snapshot).with_gazetteer(self.gazetteer.clone());
            return Ok(Ok(Arc::new(snapshot)));
        }
        Ok(self.laid_over(&snapshot, head).await?.ok_or(None))
    }

    /// `None`: the whole register is read as quickly as all that changed.
    async fn laid_over(
        &self,
        former: &Snapshot,
        head: &Head,
    ) -> Result<Option<Arc<CachedSnapshot>>, RegisterError> {
        let Some(LaidOver { snapshot, read }) = overlay::laid_over(&self.register, former, head.seq).await?
        else {
            return Ok(None);
        };
        let snapshot = Arc::new(CachedSnapshot::from(snapshot).with_gazetteer(self.gazetteer.clone()));
        if let Some(file) = self.file.as_ref().filter(|file| file.is_for(head) && is_behind(file, head, read))
        {
            self.put(file, head, &snapshot, None);
        }
        Ok(Some(snapshot))
    }

    /// Nothing is put there that a take-down or a rebuild may have changed while it was read.
    fn put(&self, file: &SnapshotFile, head: &Head, snapshot: &Arc<CachedSnapshot>, alone: Option<Alone>) {
        let mut writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        if writing.as_ref().is_some_and(|job| !job.is_finished()) {
            return;
        }
        let (register, file, head) = (self.register.clone(), file.clone(), head.clone());
        let snapshot = Arc::clone(snapshot);
        writing.replace(tokio::spawn(async move {
            let alone = match alone {
                Some(alone) => Ok(alone),
                None => register.alone().await,
            };
            let Ok(alone) = alone else { return };
            let is_sound = register.head().await.is_ok_and(|now| now.remade() == head.remade());
            if is_sound && snapshot.head() == head.hash {
                let written = tokio::task::spawn_blocking(move || {
                    let _alone = alone;
                    file.write(&snapshot, &head);
                });
                drop(written.await);
            }
        }));
    }

    /// Waits until the file is whole that is being written, if one is: for whoever is about to end.
    pub async fn written(&self) {
        let job = self.writing.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(job) = job {
            drop(job.await);
        }
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

/// Whether a file is to be written that lacks so much that every process has much to read and lay over it.
fn is_behind(file: &SnapshotFile, head: &Head, read: usize) -> bool {
    let lacks = head.seq.0 - file.known(head).map_or(0, |known| known.0);
    let read = i64::try_from(read).unwrap_or(i64::MAX);
    file.is_written() && lacks > 0 && lacks.max(read) > head.seq.0 / BEHIND
}
