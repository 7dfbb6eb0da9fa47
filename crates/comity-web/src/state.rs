//! What every page may ask: the register, the gazetteer, the day, and the word that allows writing.

use std::sync::Arc;

use comity_answer::Door;
use comity_gazetteer::Gazetteer;
use comity_model::{Day, FuzzyDate};
use comity_register::{Moment, Register};
use jiff::Timestamp;

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
}

impl AppState {
    /// Whoever sends `admin_token` may write from anywhere. Without a gazetteer, nothing is suggested for
    /// a name that is not on file.
    pub fn new(door: Door, gazetteer: Option<Arc<Gazetteer>>, admin_token: String) -> Self {
        Self { inner: Arc::new(Inner { door, gazetteer, admin_token, now: Timestamp::now }) }
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
