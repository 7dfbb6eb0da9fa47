//! The worlds kept at hand: that of the head, and past ones as long as there is room.

use std::sync::Arc;
use std::time::{Duration, Instant};

use comity_model::Seq;

use crate::cached_snapshot::CachedSnapshot;

/// By which clock of knowing a world was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Clock {
    /// As the register stands.
    Now,
    /// As it stood: somebody looks back and may go on doing so.
    Past,
}

/// Worlds, the latest used last.
#[derive(Debug)]
pub(crate) struct Worlds {
    /// Bytes.
    most: usize,
    /// After how many take-downs they were read: each changes every past.
    erasures: u64,
    kept: Vec<Kept>,
}

#[derive(Debug)]
struct Kept {
    world: Arc<CachedSnapshot>,
    clock: Clock,
    used: Instant,
}

impl Kept {
    fn new(world: Arc<CachedSnapshot>, clock: Clock) -> Self {
        Self { world, clock, used: Instant::now() }
    }
}

/// What is no longer kept. To take it apart takes time: best done after others were let in.
pub(crate) type Surplus = Vec<Arc<CachedSnapshot>>;

impl Worlds {
    pub(crate) fn within(most: usize) -> Self {
        Self { most, erasures: 0, kept: Vec::new() }
    }

    pub(crate) fn find(&mut self, known: Seq, clock: Clock) -> (Option<Arc<CachedSnapshot>>, Surplus) {
        let Some(place) = self.kept.iter().position(|kept| kept.world.known() == known) else {
            return (None, Vec::new());
        };
        let Kept { world, clock: before, .. } = self.kept.remove(place);
        let clock = if before == Clock::Past { before } else { clock };
        self.kept.push(Kept::new(Arc::clone(&world), clock));
        // Questions make snapshots of it, so it may have grown since.
        (Some(world), self.fit())
    }

    /// Lets go of what was read before the last take-down.
    pub(crate) fn read_after(&mut self, erasures: u64) -> Surplus {
        if erasures <= self.erasures {
            return Vec::new();
        }
        self.erasures = erasures;
        self.kept.drain(..).map(|kept| kept.world).collect()
    }

    /// Not kept is what may have been read before the last take-down.
    pub(crate) fn keep(&mut self, world: Arc<CachedSnapshot>, clock: Clock, erasures: u64) -> Surplus {
        if erasures != self.erasures {
            return vec![world];
        }
        let mut surplus = Vec::new();
        if clock == Clock::Now {
            // Nobody asks for a former head that nobody looks back at.
            let (former, kept): (Vec<Kept>, Vec<Kept>) =
                self.kept.drain(..).partition(|kept| kept.clock == Clock::Now);
            self.kept = kept;
            surplus = former.into_iter().map(|kept| kept.world).collect();
        }
        self.kept.push(Kept::new(world, clock));
        surplus.extend(self.fit());
        surplus
    }

    pub(crate) fn bytes(&self) -> usize {
        self.kept.iter().map(|kept| kept.world.bytes()).sum()
    }

    /// Lets go of past worlds that nobody has looked back at for so long.
    pub(crate) fn rest(&mut self, idle: Duration) -> Surplus {
        let head = self.head();
        let rests = |kept: &Kept| Some(kept.world.known()) != head && kept.used.elapsed() >= idle;
        self.kept.extract_if(.., |kept| rests(kept)).map(|kept| kept.world).collect()
    }

    fn head(&self) -> Option<Seq> {
        self.kept.iter().map(|kept| kept.world.known()).max()
    }

    /// Lets go of past worlds, the one not used for longest first; then of what was made of the head's.
    fn fit(&mut self) -> Surplus {
        let mut surplus = Vec::new();
        let head = self.head();
        while self.bytes() > self.most {
            match self.kept.iter().position(|kept| Some(kept.world.known()) != head) {
                Some(place) => surplus.push(self.kept.remove(place).world),
                None if self.kept.iter().any(|kept| kept.world.let_go()) => {}
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

    fn world(known: i64) -> Arc<CachedSnapshot> {
        let entity = |n: i64| Entity::new(format!("x{n}").parse().unwrap(), EntityKind::Network, "X");
        let entities = (0..100).map(entity).collect();
        Arc::new(CachedSnapshot::new(Holdings { known: Seq(known), entities, ..Holdings::default() }))
    }

    fn known(worlds: &Worlds) -> Vec<i64> {
        worlds.kept.iter().map(|kept| kept.world.known().0).collect()
    }

    #[test]
    fn past_worlds_are_kept_while_there_is_room() {
        let most = world(1).bytes() * 5 / 2;
        let mut worlds = Worlds::within(most);
        worlds.keep(world(9), Clock::Now, 0);
        for past in [3, 4, 5] {
            worlds.keep(world(past), Clock::Past, 0);
            assert!(worlds.bytes() <= most);
        }
        assert_eq!(known(&worlds), [9, 5], "the head was not used for longest, and stays");
        assert!(worlds.find(Seq(4), Clock::Past).0.is_none());
    }

    #[test]
    fn a_former_head_goes_unless_somebody_looks_back_at_it() {
        let mut worlds = Worlds::within(usize::MAX);
        worlds.keep(world(1), Clock::Now, 0);
        worlds.keep(world(2), Clock::Now, 0);
        assert_eq!(known(&worlds), [2]);
        worlds.find(Seq(2), Clock::Past);
        worlds.keep(world(3), Clock::Now, 0);
        assert_eq!(known(&worlds), [2, 3]);
    }

    #[test]
    fn past_worlds_go_when_nobody_looks_back() {
        let mut worlds = Worlds::within(usize::MAX);
        worlds.keep(world(9), Clock::Now, 0);
        worlds.keep(world(3), Clock::Past, 0);
        assert_eq!(worlds.rest(Duration::from_hours(1)).len(), 0);
        assert_eq!(worlds.rest(Duration::ZERO).len(), 1);
        assert_eq!(known(&worlds), [9]);
    }

    #[test]
    fn a_take_down_changes_every_past() {
        let mut worlds = Worlds::within(usize::MAX);
        worlds.keep(world(1), Clock::Past, 0);
        worlds.keep(world(2), Clock::Now, 0);
        assert_eq!(worlds.read_after(1).len(), 2);
        worlds.keep(world(2), Clock::Now, 0);
        assert_eq!(known(&worlds), [0; 0], "this one may have been read before it");
        worlds.keep(world(3), Clock::Now, 1);
        assert!(worlds.read_after(1).is_empty() && worlds.read_after(0).is_empty());
        assert_eq!(known(&worlds), [3]);
    }

    #[test]
    fn the_head_is_kept_whatever_it_takes() {
        let mut worlds = Worlds::within(0);
        worlds.keep(world(1), Clock::Now, 0);
        assert_eq!(known(&worlds), [1]);
        let (past, head) = (world(1), world(2));
        assert_eq!(worlds.keep(head, Clock::Now, 0).len() + worlds.keep(past, Clock::Past, 0).len(), 2);
        assert_eq!(known(&worlds), [2]);
    }
}
