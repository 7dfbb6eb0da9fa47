//! The snapshots kept at hand: that of the head, and past ones as long as there is room.

use std::sync::Arc;
use std::time::{Duration, Instant};

use comity_model::Seq;

use crate::cached_snapshot::CachedSnapshot;

/// By which clock of knowing a snapshot was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Clock {
    /// As the register stands.
    Now,
    /// As it stood: somebody looks back and may go on doing so.
    Past,
}

/// Worlds, the latest used last.
#[derive(Debug)]
pub(crate) struct Snapshots {
    /// Bytes.
    most: usize,
    /// After how many take-downs and rebuilds they were read: each changes every past.
    remade: u64,
    kept: Vec<StoredSnapshot>,
}

#[derive(Debug)]
struct StoredSnapshot {
    snapshot: Arc<CachedSnapshot>,
    clock: Clock,
    used: Instant,
}

impl StoredSnapshot {
    fn new(snapshot: Arc<CachedSnapshot>, clock: Clock) -> Self {
        Self { snapshot, clock, used: Instant::now() }
    }
}

/// What is no longer kept. To take it apart takes time: best done after others were let in.
pub(crate) type Surplus = Vec<Arc<CachedSnapshot>>;

impl Snapshots {
    pub(crate) fn within(most: usize) -> Self {
        Self { most, remade: 0, kept: Vec::new() }
    }

    pub(crate) fn find(&mut self, known: Seq, clock: Clock) -> (Option<Arc<CachedSnapshot>>, Surplus) {
        let Some(place) = self.kept.iter().position(|kept| kept.snapshot.known() == known) else {
            return (None, Vec::new());
        };
        let StoredSnapshot { snapshot, clock: before, .. } = self.kept.remove(place);
        let clock = if before == Clock::Past { before } else { clock };
        self.kept.push(StoredSnapshot::new(Arc::clone(&snapshot), clock));
        // Questions make timeslices of it, so it may have grown since.
        (Some(snapshot), self.fit())
    }

    /// The newest of those that were read after so many take-downs and rebuilds.
    pub(crate) fn newest(&self, remade: u64) -> Option<Arc<CachedSnapshot>> {
        let kept = self.kept.iter().filter(|_| remade == self.remade).map(|kept| &kept.snapshot);
        kept.max_by_key(|snapshot| snapshot.known()).cloned()
    }

    /// Lets go of what was read before the last take-down or rebuild.
    pub(crate) fn read_after(&mut self, remade: u64) -> Surplus {
        if remade <= self.remade {
            return Vec::new();
        }
        self.remade = remade;
        self.kept.drain(..).map(|kept| kept.snapshot).collect()
    }

    /// Not kept is what may have been read before the last of them.
    pub(crate) fn keep(&mut self, snapshot: Arc<CachedSnapshot>, clock: Clock, remade: u64) -> Surplus {
        if remade != self.remade {
            return vec![snapshot];
        }
        let mut surplus = Vec::new();
        if clock == Clock::Now {
            // Nobody asks for a former head that nobody looks back at.
            let (former, kept): (Vec<StoredSnapshot>, Vec<StoredSnapshot>) =
                self.kept.drain(..).partition(|kept| kept.clock == Clock::Now);
            self.kept = kept;
            surplus = former.into_iter().map(|kept| kept.snapshot).collect();
        }
        self.kept.push(StoredSnapshot::new(snapshot, clock));
        surplus.extend(self.fit());
        surplus
    }

    pub(crate) fn bytes(&self) -> usize {
        self.kept.iter().map(|kept| kept.snapshot.bytes()).sum()
    }

    /// Lets go of past snapshots that nobody has looked back at for so long.
    pub(crate) fn rest(&mut self, idle: Duration) -> Surplus {
        let head = self.head();
        let is_newest = |kept: &StoredSnapshot| Some(kept.snapshot.known()) == head;
        let rests = self.kept.extract_if(.., |kept| !is_newest(kept) && kept.used.elapsed() >= idle);
        rests.map(|kept| kept.snapshot).collect()
    }

    fn head(&self) -> Option<Seq> {
        self.kept.iter().map(|kept| kept.snapshot.known()).max()
    }

    /// Lets go of past snapshots, the one not used for longest first; then of what was made of the head's.
    fn fit(&mut self) -> Surplus {
        let mut surplus = Vec::new();
        let head = self.head();
        while self.bytes() > self.most {
            match self.kept.iter().position(|kept| Some(kept.snapshot.known()) != head) {
                Some(place) => surplus.push(self.kept.remove(place).snapshot),
                None if self.kept.iter().any(|kept| kept.snapshot.let_go()) => {}
                None => break,
            }
        }
        surplus
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use comity_model::{Entity, EntityKind, Holdings};

    fn snapshot(known: i64) -> Arc<CachedSnapshot> {
        let entity = |n: i64| Entity::new(format!("x{n}").parse().unwrap(), EntityKind::Network, "X");
        let entities = (0..100).map(entity).collect();
        Arc::new(CachedSnapshot::new(Holdings { known: Seq(known), entities, ..Holdings::default() }))
    }

    fn known(snapshots: &Snapshots) -> Vec<i64> {
        snapshots.kept.iter().map(|kept| kept.snapshot.known().0).collect()
    }

    #[test]
    fn past_worlds_are_kept_while_there_is_room() {
        let most = snapshot(1).bytes() * 5 / 2;
        let mut snapshots = Snapshots::within(most);
        snapshots.keep(snapshot(9), Clock::Now, 0);
        for past in [3, 4, 5] {
            snapshots.keep(snapshot(past), Clock::Past, 0);
            assert!(snapshots.bytes() <= most);
        }
        assert_eq!(known(&snapshots), [9, 5], "the head was not used for longest, and stays");
        assert!(snapshots.find(Seq(4), Clock::Past).0.is_none());
    }

    #[test]
    fn a_former_head_goes_unless_somebody_looks_back_at_it() {
        let mut snapshots = Snapshots::within(usize::MAX);
        snapshots.keep(snapshot(1), Clock::Now, 0);
        snapshots.keep(snapshot(2), Clock::Now, 0);
        assert_eq!(known(&snapshots), [2]);
        snapshots.find(Seq(2), Clock::Past);
        snapshots.keep(snapshot(3), Clock::Now, 0);
        assert_eq!(known(&snapshots), [2, 3]);
    }

    #[test]
    fn past_worlds_go_when_nobody_looks_back() {
        let mut snapshots = Snapshots::within(usize::MAX);
        snapshots.keep(snapshot(9), Clock::Now, 0);
        snapshots.keep(snapshot(3), Clock::Past, 0);
        assert_eq!(snapshots.rest(Duration::from_hours(1)).len(), 0);
        assert_eq!(snapshots.rest(Duration::ZERO).len(), 1);
        assert_eq!(known(&snapshots), [9]);
    }

    #[test]
    fn a_take_down_changes_every_past() {
        let mut snapshots = Snapshots::within(usize::MAX);
        snapshots.keep(snapshot(1), Clock::Past, 0);
        snapshots.keep(snapshot(2), Clock::Now, 0);
        assert_eq!(snapshots.read_after(1).len(), 2);
        snapshots.keep(snapshot(2), Clock::Now, 0);
        assert_eq!(known(&snapshots), [0; 0], "this one may have been read before it");
        snapshots.keep(snapshot(3), Clock::Now, 1);
        assert!(snapshots.read_after(1).is_empty() && snapshots.read_after(0).is_empty());
        assert_eq!(known(&snapshots), [3]);
    }

    #[test]
    fn the_head_is_kept_whatever_it_takes() {
        let mut snapshots = Snapshots::within(0);
        snapshots.keep(snapshot(1), Clock::Now, 0);
        assert_eq!(known(&snapshots), [1]);
        let (past, head) = (snapshot(1), snapshot(2));
        assert_eq!(snapshots.keep(head, Clock::Now, 0).len() + snapshots.keep(past, Clock::Past, 0).len(), 2);
        assert_eq!(known(&snapshots), [2]);
    }
}
