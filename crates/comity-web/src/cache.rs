//! What was made lately, as long as there is room for it.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Values by key, the latest used last; the one not used for longest goes first.
pub(crate) struct Cache<K, V> {
    /// Bytes.
    most: usize,
    held: Mutex<Held<K, V>>,
}

struct Held<K, V> {
    bytes: usize,
    slots: Vec<Slot<K, V>>,
}

struct Slot<K, V> {
    key: K,
    value: V,
    bytes: usize,
    used: Instant,
}

/// What a slot costs beside its value, and so that there are never so many that looking through them takes time.
const SLOT_BYTES: usize = 16 << 10;

impl<K: PartialEq, V: Clone> Cache<K, V> {
    pub(crate) fn within(most: usize) -> Self {
        Self { most, held: Mutex::new(Held { bytes: 0, slots: Vec::new() }) }
    }

    pub(crate) fn get(&self, key: &K) -> Option<V> {
        let slots = &mut self.held().slots;
        let place = slots.iter().position(|slot| slot.key == *key)?;
        let slot = slots.remove(place);
        let value = slot.value.clone();
        slots.push(Slot { used: Instant::now(), ..slot });
        Some(value)
    }

    /// A value too large for half the room is not kept: it would drive out all others.
    pub(crate) fn keep(&self, key: K, value: V, bytes: usize) {
        let bytes = bytes + SLOT_BYTES;
        if bytes > self.most / 2 || self.get(&key).is_some() {
            return;
        }
        let mut held = self.held();
        held.bytes += bytes;
        held.slots.push(Slot { key, value, bytes, used: Instant::now() });
        while held.bytes > self.most {
            held.bytes -= held.slots.remove(0).bytes;
        }
    }

    /// Lets go of what nobody has used for so long.
    pub(crate) fn rest(&self, idle: Duration) {
        let mut held = self.held();
        let rested = held.slots.partition_point(|slot| slot.used.elapsed() >= idle);
        let gone: Vec<Slot<K, V>> = held.slots.drain(..rested).collect();
        held.bytes -= gone.iter().map(|slot| slot.bytes).sum::<usize>();
        // Taken apart while others may come in.
        drop(held);
        drop(gone);
    }

    fn held(&self) -> MutexGuard<'_, Held<K, V>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_stays_below_its_bound() {
        let (cache, slot) = (Cache::within(100 * SLOT_BYTES), SLOT_BYTES);
        for key in 0..1_000 {
            cache.keep(key, key, 9 * slot);
            assert!(cache.held().bytes <= 100 * slot);
            cache.get(&0);
        }
        assert_eq!(cache.held().slots.len(), 10);
        assert_eq!([cache.get(&0), cache.get(&1), cache.get(&999)], [Some(0), None, Some(999)]);
        cache.keep(7_777, 7_777, 60 * slot);
        assert_eq!(cache.get(&7_777), None, "too large to drive out the others");
    }

    #[test]
    fn what_nobody_uses_goes() {
        let cache = Cache::within(100 * SLOT_BYTES);
        cache.keep("a", 1, SLOT_BYTES);
        cache.rest(Duration::from_hours(1));
        assert_eq!(cache.get(&"a"), Some(1));
        cache.rest(Duration::ZERO);
        assert_eq!((cache.get(&"a"), cache.held().bytes), (None, 0));
    }
}
