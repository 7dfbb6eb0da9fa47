//! The worlds kept at hand: that of the head, and past ones as long as there is room.

use std::sync::Arc;

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

/// What a world is a world of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct State {
    pub(crate) known: Seq,
    /// How many take-downs there had been when it was read: each changes what was known before it.
    pub(crate) erasures: u64,
}

/// Worlds, the latest used last.
#[derive(Debug)]
pub(crate) struct Worlds {
    /// Bytes.
    most: usize,
    kept: Vec<Slot>,
}

#[derive(Debug)]
struct Slot {
    state: State,
    clock: Clock,
    world: Arc<CachedSnapshot>,
}

/// What is no longer kept. To take it apart takes time: best done after others were let in.
pub(crate) type Surplus = Vec<Arc<CachedSnapshot>>;

impl Worlds {
    pub(crate) fn within(most: usize) -> Self {
        Self { most, kept: Vec::new() }
    }

    /// What was read before the latest take-down is no longer kept.
    pub(crate) fn find(&mut self, state: State, clock: Clock) -> (Option<Arc<CachedSnapshot>>, Surplus) {
        let mut surplus = self.let_go(|slot| slot.state.erasures < state.erasures);
        let found =
            self.kept.iter().position(|slot| slot.state == state).map(|place| self.kept.remove(place));
        let world = found.map(|slot| {
            let clock = if slot.clock == Clock::Past { slot.clock } else { clock };
            self.kept.push(Slot { clock, ..slot });
            Arc::clone(&self.kept[self.kept.len() - 1].world)
        });
        // Questions make snapshots of it, so it may have grown since.
        surplus.extend(self.fit());
        (world, surplus)
    }

    pub(crate) fn keep(&mut self, state: State, clock: Clock, world: Arc<CachedSnapshot>) -> Surplus {
        // Nobody asks for a former head that nobody looks back at.
        let mut surplus = self.let_go(|slot| clock == Clock::Now && slot.clock == Clock::Now);
        self.kept.push(Slot { state, clock, world });
        surplus.extend(self.fit());
        surplus
    }

    pub(crate) fn bytes(&self) -> usize {
        self.kept.iter().map(|slot| slot.world.bytes()).sum()
    }

    fn let_go(&mut self, which: impl Fn(&Slot) -> bool) -> Surplus {
        self.kept.extract_if(.., |slot| which(slot)).map(|slot| slot.world).collect()
    }

    /// Lets go of past worlds, the one not used for longest first; then of what was made of the head's.
    fn fit(&mut self) -> Surplus {
        let mut surplus = Vec::new();
        let head = self.kept.iter().map(|slot| slot.state.known).max();
        while self.bytes() > self.most {
            match self.kept.iter().position(|slot| Some(slot.state.known) != head) {
                Some(place) => surplus.push(self.kept.remove(place).world),
                None if self.kept.iter().any(|slot| slot.world.let_go()) => {}
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

    fn world() -> Arc<CachedSnapshot> {
        let entity = |n: i64| Entity::new(format!("x{n}").parse().unwrap(), EntityKind::Network, "X");
        let entities = (0..100).map(entity).collect();
        Arc::new(CachedSnapshot::new(Holdings { entities, ..Holdings::default() }))
    }

    fn at(known: i64) -> State {
        State { known: Seq(known), erasures: 0 }
    }

    fn known(worlds: &Worlds) -> Vec<i64> {
        worlds.kept.iter().map(|slot| slot.state.known.0).collect()
    }

    #[test]
    fn past_worlds_are_kept_while_there_is_room() {
        let most = world().bytes() * 5 / 2;
        let mut worlds = Worlds::within(most);
        worlds.keep(at(9), Clock::Now, world());
        for past in [3, 4, 5] {
            worlds.keep(at(past), Clock::Past, world());
            assert!(worlds.bytes() <= most);
        }
        assert_eq!(known(&worlds), [9, 5], "the head was not used for longest, and stays");
        assert!(worlds.find(at(4), Clock::Past).0.is_none());
    }

    #[test]
    fn a_former_head_goes_unless_somebody_looks_back_at_it() {
        let mut worlds = Worlds::within(usize::MAX);
        worlds.keep(at(1), Clock::Now, world());
        worlds.keep(at(2), Clock::Now, world());
        assert_eq!(known(&worlds), [2]);
        assert!(worlds.find(at(2), Clock::Past).0.is_some());
        worlds.keep(at(3), Clock::Now, world());
        assert_eq!(known(&worlds), [2, 3]);
    }

    #[test]
    fn the_head_is_kept_whatever_it_takes() {
        let mut worlds = Worlds::within(0);
        worlds.keep(at(2), Clock::Now, world());
        assert_eq!(worlds.keep(at(1), Clock::Past, world()).len(), 1);
        assert_eq!(known(&worlds), [2]);
    }

    #[test]
    fn a_take_down_empties_the_shelf() {
        let mut worlds = Worlds::within(usize::MAX);
        worlds.keep(at(1), Clock::Past, world());
        worlds.keep(at(2), Clock::Now, world());
        let (found, surplus) = worlds.find(State { erasures: 1, ..at(1) }, Clock::Past);
        assert!(found.is_none());
        assert_eq!((surplus.len(), known(&worlds)), (2, vec![]));
    }
}
