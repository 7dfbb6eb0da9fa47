//! How much one server does at once, and how long anyone waits for it.

use std::time::Duration;

/// What is not said is as by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ServerLimits {
    /// From a request to its reply; then it is refused with 504 and its work ends.
    pub patience: Duration,
    /// Requests that may wait for a worker of each lane; more are refused with 503.
    pub waiting: usize,
    /// Bytes of what is kept at hand: states of the register, finished answers, pages. That of the head is kept
    /// whatever it takes.
    pub memory: usize,
}

impl ServerLimits {
    /// Bytes for states of the register, for its [`SnapshotStore`](comity_answer::SnapshotStore).
    pub fn snapshots(&self) -> usize {
        self.memory - 2 * self.replies()
    }

    /// For answers, and as much for pages: small beside the states they are made of, and quickly made again.
    pub(crate) fn replies(&self) -> usize {
        self.memory / 8
    }
}

impl Default for ServerLimits {
    fn default() -> Self {
        // Thirty seconds is what most proxies wait. Of sixty-four who wait for one worker the last is served in that
        // time if each takes half a second, as most questions do; of more, only whoever is luckier.
        Self { patience: Duration::from_secs(30), waiting: 64, memory: 512 << 20 }
    }
}
