//! The last few of something dear to make, shared by all who ask for the same.

use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// Values by key, the latest used last; beyond `most` the one not used for longest goes.
#[derive(Debug)]
pub struct Cache<K, V> {
    most: usize,
    slots: Mutex<Vec<(K, Slot<V>)>>,
}

type Slot<V> = Arc<OnceLock<Arc<V>>>;

impl<K: Clone + PartialEq, V> Cache<K, V> {
    pub fn new(most: usize) -> Self {
        Self { most, slots: Mutex::new(Vec::new()) }
    }

    /// The value of `key`; who asks first makes it while others wait for it, and nobody waits for another key.
    pub fn get(&self, key: &K, make: impl FnOnce() -> V) -> Arc<V> {
        let slot = self.slot(key);
        Arc::clone(slot.get_or_init(|| Arc::new(make())))
    }

    /// What the values take together, by what each of them does; one that is still being made takes nothing yet.
    pub fn bytes(&self, of: impl Fn(&V) -> usize) -> usize {
        self.slots().iter().filter_map(|(_, slot)| slot.get()).map(|value| of(value)).sum()
    }

    /// Forgets the one not used for longest; `false` where there is none.
    pub fn let_go(&self) -> bool {
        let mut slots = self.slots();
        let oldest = (!slots.is_empty()).then(|| slots.remove(0));
        drop(slots);
        oldest.is_some()
    }

    fn slots(&self) -> MutexGuard<'_, Vec<(K, Slot<V>)>> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn slot(&self, key: &K) -> Slot<V> {
        let mut slots = self.slots();
        let found = slots.iter().position(|(kept, _)| kept == key).map(|place| slots.remove(place));
        let (key, slot) = found.unwrap_or_else(|| (key.clone(), Slot::default()));
        if slots.len() == self.most {
            slots.remove(0);
        }
        slots.push((key, Arc::clone(&slot)));
        slot
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use comity_graph::cancel::{CancelToken, Cancelled, check};

    #[test]
    fn the_last_used_are_kept() {
        let kept = Cache::new(2);
        let made = |key: u32| *kept.get(&key, || key * 10);
        assert_eq!([made(1), made(2), made(1), made(3)], [10, 20, 10, 30]);
        assert_eq!(*kept.get(&1, || unreachable!("it was used after 2")), 10);
        assert_eq!(*kept.get(&2, || 99), 99);
        assert_eq!(kept.bytes(|value| *value as usize), 109);
        assert_eq!([kept.let_go(), kept.let_go(), kept.let_go()], [true, true, false]);
    }

    #[test]
    fn what_was_cancelled_is_made_anew() {
        let kept: Cache<u32, u32> = Cache::new(2);
        let token = CancelToken::default();
        let ended = token.run(|| {
            kept.get(&1, || {
                token.cancel();
                check();
                10
            })
        });
        assert_eq!(ended, Err(Cancelled));
        assert_eq!(*kept.get(&1, || 11), 11);
    }
}
