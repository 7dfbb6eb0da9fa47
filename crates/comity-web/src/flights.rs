//! One computation for all who want the same at the same time.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared, WeakShared};

/// Under way: whoever holds one waits for it, and with the last of them it is dropped.
pub(crate) type Flight<V> = Shared<BoxFuture<'static, V>>;

/// What is under way, by what is wanted.
pub(crate) struct Flights<K, V> {
    going: Mutex<HashMap<K, WeakShared<BoxFuture<'static, V>>>>,
}

impl<K: Eq + Hash, V: Clone> Flights<K, V> {
    pub(crate) fn new() -> Self {
        Self { going: Mutex::new(HashMap::new()) }
    }

    /// Joins the flight for `key`; starts one where there is none.
    pub(crate) fn join<F>(&self, key: K, start: impl FnOnce() -> F) -> Flight<V>
    where
        F: Future<Output = V> + Send + 'static,
    {
        let mut going = self.going.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(flight) = going.get(&key).and_then(WeakShared::upgrade) {
            return flight;
        }
        going.retain(|_, flight| flight.upgrade().is_some());
        let flight = start().boxed().shared();
        going.insert(key, flight.downgrade().expect("nobody has waited for it to the end yet"));
        flight
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU32, Ordering};

    use tokio::sync::Notify;

    use super::*;

    /// Counts how often work was begun and how often it was dropped before its end.
    #[derive(Default)]
    struct Count {
        begun: AtomicU32,
        dropped: AtomicU32,
    }

    struct Until(Arc<Count>, bool);

    impl Drop for Until {
        fn drop(&mut self) {
            self.0.dropped.fetch_add(u32::from(!self.1), Ordering::SeqCst);
        }
    }

    async fn work(count: Arc<Count>, go_on: Arc<Notify>) -> u32 {
        let mut until = Until(Arc::clone(&count), false);
        let begun = count.begun.fetch_add(1, Ordering::SeqCst);
        go_on.notified().await;
        until.1 = true;
        begun
    }

    #[tokio::test]
    async fn ten_who_ask_alike_have_it_computed_once() {
        let (flights, count, go_on) = (Flights::new(), Arc::new(Count::default()), Arc::new(Notify::new()));
        let join = |key: &'static str| flights.join(key, || work(Arc::clone(&count), Arc::clone(&go_on)));
        let mut waiting: Vec<Flight<u32>> = (0..10).map(|_| join("connected")).collect();
        assert_eq!(futures_util::poll!(&mut waiting[0]), std::task::Poll::Pending);
        drop(waiting.remove(0));
        go_on.notify_one();
        for waiter in waiting {
            assert_eq!(waiter.await, 0, "the one who left did not take the answer along");
        }
        assert_eq!(count.begun.load(Ordering::SeqCst), 1);
        assert_eq!(count.dropped.load(Ordering::SeqCst), 0);
    }

    #[tokio::test]
    async fn when_all_have_left_it_ends() {
        let (flights, count, go_on) = (Flights::new(), Arc::new(Count::default()), Arc::new(Notify::new()));
        let join = || flights.join((), || work(Arc::clone(&count), Arc::clone(&go_on)));
        let (mut one, other) = (join(), join());
        assert_eq!(futures_util::poll!(&mut one), std::task::Poll::Pending);
        drop((one, other));
        assert_eq!(count.dropped.load(Ordering::SeqCst), 1);
        go_on.notify_one();
        assert_eq!(join().await, 1, "whoever comes later starts anew");
    }
}
