//! What every page may ask: the register, the gazetteer, the day, who is let in, and who does the work.

use std::sync::Arc;
use std::time::Duration;

use comity_answer::SnapshotStore;
use comity_gazetteer::Gazetteer;
use comity_model::{Day, FuzzyDate};
use comity_register::{Register, Timestamp};

use crate::access::Access;
use crate::answers::Answers;
use crate::limits::Limits;
use crate::replies::Replies;
use crate::session::Sessions;
use crate::work::Work;

/// Shared by all requests; cheap to copy.
#[derive(Clone)]
pub struct AppState {
    inner: Arc<Inner>,
}

struct Inner {
    door: SnapshotStore,
    gazetteer: Option<Arc<Gazetteer>>,
    access: Access,
    sessions: Sessions,
    now: fn() -> jiff::Timestamp,
    patience: Duration,
    work: Work,
    answers: Answers,
    replies: Replies,
}

impl AppState {
    /// Without a gazetteer, nothing is suggested for a name that is not on file.
    pub fn new(
        door: SnapshotStore,
        gazetteer: Option<Arc<Gazetteer>>,
        access: Access,
        limits: Limits,
    ) -> Self {
        let inner = Inner {
            door,
            gazetteer,
            access,
            sessions: Sessions::default(),
            now: jiff::Timestamp::now,
            patience: limits.patience,
            work: Work::new(limits.waiting),
            answers: Answers::within(limits.replies()),
            replies: Replies::within(limits.replies()),
        };
        Self { inner: Arc::new(inner) }
    }

    pub(crate) fn door(&self) -> &SnapshotStore {
        &self.inner.door
    }

    pub(crate) fn register(&self) -> &Register {
        self.inner.door.register()
    }

    pub(crate) fn gazetteer(&self) -> Option<&Gazetteer> {
        self.inner.gazetteer.as_deref()
    }

    pub(crate) fn access(&self) -> &Access {
        &self.inner.access
    }

    pub(crate) fn sessions(&self) -> &Sessions {
        &self.inner.sessions
    }

    pub(crate) fn clock(&self) -> jiff::Timestamp {
        (self.inner.now)()
    }

    /// How long anyone may wait for a reply.
    pub(crate) fn patience(&self) -> Duration {
        self.inner.patience
    }

    pub(crate) fn work(&self) -> &Work {
        &self.inner.work
    }

    pub(crate) fn answers(&self) -> &Answers {
        &self.inner.answers
    }

    pub(crate) fn replies(&self) -> &Replies {
        &self.inner.replies
    }

    /// Lets go of past states, answers and pages that nobody has used for so long.
    pub(crate) fn rest(&self, idle: Duration) {
        self.inner.door.rest(idle);
        self.inner.answers.rest(idle);
        self.inner.replies.rest(idle);
    }

    /// The day in UTC.
    pub(crate) fn today(&self) -> Day {
        let day = self.clock().strftime("%Y-%m-%d").to_string();
        day.parse::<FuzzyDate>().expect("a calendar day is a date").earliest()
    }

    pub(crate) fn now(&self) -> Timestamp {
        moment(self.clock())
    }
}

/// To the second, as the ledger has it.
pub(crate) fn moment(time: jiff::Timestamp) -> Timestamp {
    let text = time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    text.parse().expect("a timestamp is a time")
}
