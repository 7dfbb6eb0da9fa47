//! What was made lately, as long as there is room for it.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Values by key, the latest used last; the one not used for longest goes first.
pub(crate) struct Cache<K, V> {
    /// Bytes.
    most: usize,
    held: Mutex<Held<K, V>>,
}

struct Held<K, V> {
    bytes: usize,
    slots: Vec<(K, V, usize)>,
}

/// What a slot costs beside its value, and so that there are never so many that looking through them takes time.
const SLOT_BYTES: usize = 16 << 10;

impl<K: PartialEq, V: Clone> Cache<K, V> {
    pub(crate) fn within(most: usize) -> Self {
        Self { most, held: Mutex::new(Held { bytes: 0, slots: Vec::new() }) }
    }

    pub(crate) fn get(&self, key: &K) -> Option<V> {
        let slots = &mut self.held().slots;
        let place = slots.iter().position(|(kept, _, _)| kept == key)?;
        let slot = slots.remove(place);
        let value = slot.1.clone();
        slots.push(slot);
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
        held.slots.push((key, value, bytes));
        while held.bytes > self.most {
            let (_, _, freed) = held.slots.remove(0);
            held.bytes -= freed;
        }
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
}
