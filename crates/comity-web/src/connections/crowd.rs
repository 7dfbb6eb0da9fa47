//! Who is connected, and who has waited longest: that one makes room when nobody else fits in.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;

/// Whoever has just come, or has just been answered, is left alone: the next request may be under way.
const SETTLED: Duration = Duration::from_secs(1);
/// An answer is ready within the time limit, 30 seconds as a rule, or never; whoever takes it in so slowly makes room for others.
const SLOW: Duration = Duration::from_mins(2);

/// The places of a server.
#[derive(Debug, Clone)]
pub(super) struct Crowd {
    most: usize,
    places: Arc<Mutex<Places>>,
}

#[derive(Debug, Default)]
struct Places {
    next: u64,
    taken: BTreeMap<u64, Arc<Place>>,
}

/// What one connection does.
#[derive(Debug)]
pub(super) struct Place {
    state: Mutex<State>,
    needed: Notify,
}

#[derive(Debug, Clone, Copy)]
struct State {
    busy: bool,
    since: Instant,
}

/// A place taken, until this is dropped.
#[derive(Debug)]
pub(super) struct Seat {
    crowd: Crowd,
    number: u64,
    place: Arc<Place>,
}

/// A request being answered, until this is dropped.
#[derive(Debug)]
pub(super) struct Busy {
    place: Arc<Place>,
}

impl Crowd {
    pub(super) fn new(most: usize) -> Self {
        Self { most, places: Arc::default() }
    }

    /// A place, where one is free or can be freed.
    pub(super) fn admit(&self) -> Option<Seat> {
        let mut places = held(&self.places);
        if places.taken.len() >= self.most {
            let now = Instant::now();
            let patient =
                places.taken.iter().filter_map(|(number, place)| Some((place.patience(now)?, *number)));
            let (_, number) = patient.max()?;
            places.taken.remove(&number)?.needed.notify_one();
        }
        let number = places.next;
        places.next += 1;
        let state = State { busy: false, since: Instant::now() };
        let place = Arc::new(Place { state: Mutex::new(state), needed: Notify::new() });
        places.taken.insert(number, Arc::clone(&place));
        Some(Seat { crowd: self.clone(), number, place })
    }
}

impl Place {
    /// How long it could have done without: whoever waits before whoever reads slowly.
    fn patience(&self, now: Instant) -> Option<(bool, Duration)> {
        let State { busy, since } = *held(&self.state);
        let spent = now.saturating_duration_since(since);
        let enough = if busy { SLOW } else { SETTLED };
        (spent >= enough).then_some((!busy, spent))
    }

    pub(super) fn busy(self: &Arc<Self>) -> Busy {
        self.turn(true);
        Busy { place: Arc::clone(self) }
    }

    fn turn(&self, busy: bool) {
        *held(&self.state) = State { busy, since: Instant::now() };
    }
}

impl Seat {
    pub(super) fn place(&self) -> Arc<Place> {
        Arc::clone(&self.place)
    }

    /// Until somebody else needs it.
    pub(super) async fn needed(&self) {
        self.place.needed.notified().await;
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        held(&self.crowd.places).taken.remove(&self.number);
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.place.turn(false);
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn since(seat: &Seat, ago: Duration) {
        held(&seat.place.state).since = Instant::now().checked_sub(ago).unwrap();
    }

    #[test]
    fn whoever_waited_longest_makes_room() {
        let crowd = Crowd::new(3);
        let seats: Vec<Seat> = (0..3).map(|_| crowd.admit().unwrap()).collect();
        assert!(crowd.admit().is_none(), "all have just come");
        since(&seats[0], Duration::from_secs(2));
        since(&seats[1], Duration::from_secs(3));
        let answering = seats[1].place().busy();
        let fourth = crowd.admit().unwrap();
        assert!(!held(&crowd.places).taken.contains_key(&seats[0].number));
        assert!(crowd.admit().is_none(), "one is busy, two have just come");
        drop((fourth, answering));
        assert!(crowd.admit().is_some());
    }

    #[test]
    fn a_slow_reader_goes_when_nobody_waits() {
        let crowd = Crowd::new(2);
        let seats: Vec<Seat> = (0..2).map(|_| crowd.admit().unwrap()).collect();
        let _answering: Vec<Busy> = seats.iter().map(|seat| seat.place().busy()).collect();
        since(&seats[1], SLOW);
        let _third = crowd.admit().unwrap();
        assert!(crowd.admit().is_none());
    }
}
