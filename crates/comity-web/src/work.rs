//! Work that keeps a processor busy, on threads of its own: those that serve never compute.

use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::available_parallelism;

use comity_answer::cancel::CancelToken;
use comity_messages::Language;
use rayon::{ThreadPool, ThreadPoolBuilder};
use tokio::runtime::Handle;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::{Mutex, Semaphore, oneshot};
use tracing::Span;

use crate::error::WebError;
use crate::problem::panic_text;

/// Who works on what, so that nobody who wants a page waits for somebody else's question.
pub(crate) struct Work {
    short: Crew,
    medium: Crew,
    long: Crew,
}

/// The kinds of work, by how long they may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lane {
    /// One city, claim, search …: milliseconds.
    Short,
    /// Home, the map, a batch of names: seconds.
    Medium,
    /// Questions and files about the whole register: up to the time limit.
    Long,
}

/// One page that takes a second must not keep the next waiting.
const SHORT_WORKERS: usize = 2;

impl Work {
    /// At most `waiting` requests wait for each lane.
    pub(crate) fn new(waiting: usize) -> Self {
        let cores = available_parallelism().map_or(1, NonZero::get);
        // One processor is left to the threads that serve.
        let spare = cores.saturating_sub(1).max(1);
        // From four on, two threads to a question: more of them at once are worth more than a quicker one.
        let threads = if spare < 4 { 1 } else { 2 };
        let crew = || Crew::new(spare / threads, threads, waiting);
        Self { short: Crew::new(SHORT_WORKERS, 1, waiting), medium: crew(), long: crew() }
    }

    /// Does `job` on a worker of the lane, once one is free, and has it speak this language.
    ///
    /// Whoever drops this future leaves the queue, or ends the job at its next turn.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        lane: Lane,
        language: Language,
        job: impl Future<Output = T> + Send + 'static,
    ) -> Result<T, WebError> {
        let crew = match lane {
            Lane::Short => &self.short,
            Lane::Medium => &self.medium,
            Lane::Long => &self.long,
        };
        crew.run(language, job).await
    }
}

/// Workers, each with threads of its own: a job that works in parallel can neither wait for those of another nor be
/// given parts of it.
struct Crew {
    /// One for each worker and each place in the queue.
    places: Semaphore,
    idle: Mutex<UnboundedReceiver<Arc<ThreadPool>>>,
    back: UnboundedSender<Arc<ThreadPool>>,
}

impl Crew {
    fn new(workers: usize, threads: usize, waiting: usize) -> Self {
        let (back, idle) = unbounded_channel();
        for _ in 0..workers {
            let worker = ThreadPoolBuilder::new().num_threads(threads).build();
            let worker = worker.expect("the system has threads for the workers");
            back.send(Arc::new(worker)).expect("the other end is at hand");
        }
        Self { places: Semaphore::new(workers + waiting), idle: Mutex::new(idle), back }
    }

    async fn run<T: Send + 'static>(
        &self,
        language: Language,
        job: impl Future<Output = T> + Send + 'static,
    ) -> Result<T, WebError> {
        let _place = self.places.try_acquire().map_err(|_| WebError::Busy)?;
        let worker = self.idle.lock().await.recv().await.expect("the crew itself holds a sender");
        let (back, own) = (self.back.clone(), Arc::clone(&worker));
        let (serving, request) = (Handle::current(), Span::current());
        let (mut told, done) = oneshot::channel();
        let wanted = CancelOnDrop::default();
        let token = wanted.0.clone();
        worker.spawn(move || {
            let _within = request.enter();
            let spoken = || language.within(|| serving.block_on(unless_gone(&mut told, job)));
            let work = || token.run(spoken);
            // The worker can go on: a job leaves only whole values behind.
            let done = catch_unwind(AssertUnwindSafe(work));
            drop(back.send(own));
            match done {
                Ok(Ok(Some(done))) => drop(told.send(Ok(done))),
                Ok(Ok(None) | Err(_)) => {}
                Err(why) => drop(told.send(Err(panic_text(&*why).to_owned()))),
            }
        });
        let done = done.await.map_err(|_| WebError::Broken("it was cancelled".to_owned()))?;
        done.map_err(WebError::Broken)
    }
}

/// `None` when nobody waits for the job any more.
async fn unless_gone<T, U>(told: &mut oneshot::Sender<U>, job: impl Future<Output = T>) -> Option<T> {
    tokio::select! {
        biased;
        () = told.closed() => None,
        done = job => Some(done),
    }
}

/// Cancels a job when nobody waits for it any more.
#[derive(Default)]
struct CancelOnDrop(CancelToken);

impl Drop for CancelOnDrop {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

#[cfg(test)]
mod tests;
