//! Work that nobody waits for any more ends: whoever asked sets a token, the kernels look at it.
//!
//! A kernel calls [`check`] at every turn of an outer loop and wraps what it hands to other threads in [`bound`]; it
//! takes no token and returns no error. Cancelled work unwinds to [`CancelToken::run`], without a word from the panic
//! hook, and leaves nothing half made behind: what it was to fill stays empty.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Set from any thread by whoever no longer wants the result. Clones are the same token.
#[derive(Debug, Clone, Default)]
pub struct CancelToken(Arc<AtomicBool>);

/// The work was cancelled before its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cancelled;

thread_local! {
    /// Of the work that this thread is doing.
    static CURRENT: RefCell<Option<CancelToken>> = const { RefCell::new(None) };
}

impl CancelToken {
    /// Ends the work at its next [`check`].
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// Does `work` on this thread, as long as the token is not set.
    ///
    /// ```
    /// use comity_graph::cancel::{CancelToken, Cancelled, check};
    /// let token = CancelToken::default();
    /// assert_eq!(token.run(|| 7), Ok(7));
    /// token.cancel();
    /// assert_eq!(token.run(|| loop { check() }), Err::<(), _>(Cancelled));
    /// ```
    pub fn run<T>(&self, work: impl FnOnce() -> T) -> Result<T, Cancelled> {
        // Nothing of the work is seen after it was cancelled but caches, and those hold whole values only.
        match catch_unwind(AssertUnwindSafe(|| self.within(work))) {
            Ok(done) => Ok(done),
            Err(payload) if payload.is::<Cancelled>() => Err(Cancelled),
            Err(payload) => resume_unwind(payload),
        }
    }

    /// Makes the token that of this thread until `work` is done.
    fn within<T>(&self, work: impl FnOnce() -> T) -> T {
        let _restored = Restored(CURRENT.replace(Some(self.clone())));
        work()
    }
}

/// The token of a thread before, put back however the work ends.
struct Restored(Option<CancelToken>);

impl Drop for Restored {
    fn drop(&mut self) {
        CURRENT.set(self.0.take());
    }
}

/// Goes on, unless the token of this thread's work is set.
///
/// Cost: a nanosecond or two. Without a token nothing ever ends.
pub fn check() {
    if CURRENT.with_borrow(|token| token.as_ref().is_some_and(CancelToken::is_cancelled)) {
        resume_unwind(Box::new(Cancelled));
    }
}

/// The same for work in parts on other threads: each part belongs to the work of the thread that calls this.
pub fn bound<I, O>(part: impl Fn(I) -> O + Sync + Send) -> impl Fn(I) -> O + Sync + Send {
    let token = CURRENT.with_borrow(Clone::clone).unwrap_or_default();
    move |item| {
        token.within(|| {
            check();
            part(item)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rayon::prelude::*;
    use std::time::Duration;

    #[test]
    fn parts_on_other_threads_end_too() {
        let token = CancelToken::default();
        let endless = |_: u32| -> u32 {
            loop {
                check();
            }
        };
        let ended = std::thread::scope(|scope| {
            let work = scope.spawn(|| token.run(|| (0..8).into_par_iter().map(bound(endless)).sum::<u32>()));
            std::thread::sleep(Duration::from_millis(20));
            token.cancel();
            work.join().unwrap()
        });
        assert_eq!(ended, Err(Cancelled));
        assert_eq!((0..8).into_par_iter().map(bound(|part| part)).sum::<u32>(), 28, "threads are as before");
    }

    #[test]
    fn a_token_within_another_ends_only_its_own_work() {
        let (outer, inner) = (CancelToken::default(), CancelToken::default());
        inner.cancel();
        let done = outer.run(|| {
            let ended = inner.run(check);
            check();
            ended
        });
        assert_eq!(done, Ok(Err(Cancelled)));
    }

    #[test]
    fn other_panics_go_on() {
        let thrown = catch_unwind(|| CancelToken::default().run(|| resume_unwind(Box::new("broken"))));
        assert!(thrown.is_err_and(|payload| payload.is::<&str>()));
    }
}
