//! What every page may ask: the register, the gazetteer, the day, who is let in, and who does the work.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use comity_answer::SnapshotStore;
use comity_gazetteer::Gazetteer;
use comity_model::{Day, FuzzyDate, PersonName, Seq};
use comity_register::{Register, RegisterError, Timestamp};
use jiff::SignedDuration;

use crate::access::Admission;
use crate::answers::Answers;
use crate::limits::ServerLimits;
use crate::replies::Replies;
use crate::scope::SessionScope;
use crate::session::{Grant, NoChance, SessionLink, Sessions};
use crate::work::Work;

/// Shared by all requests; cheap to copy.
#[derive(Clone)]
pub struct AppState {
    inner: Arc<Inner>,
}

struct Inner {
    door: SnapshotStore,
    gazetteer: Option<Arc<Gazetteer>>,
    access: Admission,
    sessions: Sessions,
    now: fn() -> jiff::Timestamp,
    patience: Duration,
    work: Work,
    answers: Answers,
    replies: Replies,
    /// How much waits for a person, and at which entry it was counted.
    waiting: Mutex<Option<(Seq, u64)>>,
}

impl AppState {
    /// Without a gazetteer, nothing is suggested for a name that is not on file.
    pub fn new(
        door: SnapshotStore,
        gazetteer: Option<Arc<Gazetteer>>,
        access: Admission,
        limits: ServerLimits,
    ) -> Self {
        let inner = Inner {
            door: door.with_gazetteer(gazetteer.clone()),
            gazetteer,
            access,
            sessions: Sessions::default(),
            now: jiff::Timestamp::now,
            patience: limits.patience,
            work: Work::new(limits.waiting),
            answers: Answers::within(limits.replies()),
            replies: Replies::within(limits.replies()),
            waiting: Mutex::default(),
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

    pub(crate) fn access(&self) -> &Admission {
        &self.inner.access
    }

    pub(crate) fn sessions(&self) -> &Sessions {
        &self.inner.sessions
    }

    /// A link that opens a session once, within this time. It is a secret until then.
    pub fn offer(
        &self,
        name: PersonName,
        scope: SessionScope,
        within: Duration,
    ) -> Result<SessionLink, NoChance> {
        let within = SignedDuration::try_from(within).unwrap_or(SignedDuration::ZERO);
        let grant = Grant { name, scope, ends: self.clock() + within };
        let Grant { name, scope, ends } = grant.clone();
        let code = self.sessions().offer(grant, self.clock())?;
        let link = format!("{}/enter/{code}", self.access().hosts.base());
        Ok(SessionLink { link, name, scope, ends: moment(ends) })
    }

    /// The session that a request is part of.
    pub(crate) fn session(&self, headers: &HeaderMap) -> Option<Grant> {
        self.sessions().of(self.session_secret(headers)?, self.clock())
    }

    /// What the cookie of a session says.
    pub(crate) fn session_secret<'h>(&self, headers: &'h HeaderMap) -> Option<&'h str> {
        cookie_of(headers, &self.cookie())
    }

    /// Cookies know no port: servers on one machine need names of their own for them.
    pub(crate) fn cookie(&self) -> String {
        format!("comity-{}", self.access().hosts.port())
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

    /// How much waits for a person at the entry `head`; counted once for each.
    pub(crate) async fn waiting(&self, head: Seq) -> Result<u64, RegisterError> {
        let counted = *self.inner.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, n)) = counted.filter(|(at, _)| *at == head) {
            return Ok(n);
        }
        let n = self.register().count_pending(head).await?.iter().map(|count| count.n).sum();
        *self.inner.waiting.lock().unwrap_or_else(PoisonError::into_inner) = Some((head, n));
        Ok(n)
    }

    /// Lets go of past states and answers that nobody has used for so long, and of pages a good while later, or once the
    /// register has grown.
    pub(crate) fn rest(&self, idle: Duration, has_grown: bool) {
        self.inner.door.rest(idle);
        self.inner.answers.rest(idle);
        self.inner.replies.rest(has_grown);
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

fn cookie_of<'h>(headers: &'h HeaderMap, cookie: &str) -> Option<&'h str> {
    let cookies = headers.get_all(COOKIE).into_iter();
    let mut pairs =
        cookies.filter_map(|cookies| cookies.to_str().ok()).flat_map(|cookies| cookies.split("; "));
    pairs.find_map(|pair| pair.strip_prefix(cookie)?.strip_prefix('='))
}

/// To the second, as the ledger has it.
pub(crate) fn moment(time: jiff::Timestamp) -> Timestamp {
    let text = time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    text.parse().expect("a timestamp is a time")
}
