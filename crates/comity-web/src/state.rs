//! What every page may ask: the register, the gazetteer, the day, who does the work, and the word that allows writing.

use std::sync::Arc;
use std::time::Duration;

use comity_answer::Door;
use comity_gazetteer::Gazetteer;
use comity_model::{Day, FuzzyDate};
use comity_register::{Moment, Register};
use jiff::Timestamp;

use crate::answers::Answers;
use crate::limits::Limits;
use crate::replies::Replies;
use crate::work::Work;

/// Shared by all requests; cheap to copy.
#[derive(Clone)]
pub struct AppState {
    inner: Arc<Inner>,
}

struct Inner {
    door: Door,
    gazetteer: Option<Arc<Gazetteer>>,
    admin_token: String,
    now: fn() -> Timestamp,
    patience: Duration,
    work: Work,
    answers: Answers,
    replies: Replies,
}

impl AppState {
    /// Whoever sends `admin_token` may write from anywhere. Without a gazetteer, nothing is suggested for
    /// a name that is not on file.
    pub fn new(door: Door, gazetteer: Option<Arc<Gazetteer>>, admin_token: String, limits: Limits) -> Self {
        let (work, patience, now) = (Work::new(limits.waiting), limits.patience, Timestamp::now);
        let (answers, replies) = (Answers::within(limits.replies()), Replies::within(limits.replies()));
        Self {
            inner: Arc::new(Inner { door, gazetteer, admin_token, now, patience, work, answers, replies }),
        }
    }

    pub(crate) fn door(&self) -> &Door {
        &self.inner.door
    }

    pub(crate) fn register(&self) -> &Register {
        self.inner.door.register()
    }

    pub(crate) fn gazetteer(&self) -> Option<&Gazetteer> {
        self.inner.gazetteer.as_deref()
    }

    pub(crate) fn admin_token(&self) -> &str {
        &self.inner.admin_token
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

    /// The day in UTC.
    pub(crate) fn today(&self) -> Day {
        let day = (self.inner.now)().strftime("%Y-%m-%d").to_string();
        day.parse::<FuzzyDate>().expect("a calendar day is a date").earliest()
    }

    pub(crate) fn now(&self) -> Moment {
        let text = (self.inner.now)().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        text.parse().expect("a timestamp is a time")
    }
}
