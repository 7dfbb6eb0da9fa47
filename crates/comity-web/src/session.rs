//! Sessions: each opened by a link that works once, known by a cookie, and gone when the server ends.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use blake3::Hash;
use comity_model::PersonName;
use jiff::{SignedDuration, Timestamp};
use schemars::JsonSchema;
use serde::Serialize;

use crate::scope::SessionScope;

/// A working day; then another link is asked for.
pub(crate) const SESSION_LASTS: SignedDuration = SignedDuration::from_hours(12);

/// The system gave no random bytes.
#[derive(Debug, Clone, thiserror::Error)]
#[error("the system has no random bytes to give: {0}")]
pub struct NoChance(String);

/// A link that opens a session, once.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct SessionLink {
    pub link: String,
    pub name: PersonName,
    pub scope: SessionScope,
    /// When it no longer opens anything.
    pub ends: comity_register::Timestamp,
}

/// Who may do what, until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Grant {
    pub(crate) name: PersonName,
    pub(crate) scope: SessionScope,
    pub(crate) ends: Timestamp,
}

/// What is offered and what is open; of codes and cookies only digests are kept.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    held: Mutex<Held>,
}

#[derive(Debug, Default)]
struct Held {
    links: HashMap<Hash, Grant>,
    open: HashMap<Hash, Grant>,
}

impl Sessions {
    /// Offers a session; returns the code of its link.
    pub(crate) fn offer(&self, grant: Grant, now: Timestamp) -> Result<String, NoChance> {
        let code = fresh_secret()?;
        let mut held = self.held(now);
        held.links.insert(digest(&code), grant);
        Ok(code)
    }

    /// What a link offers; `None` where there is none, or no longer.
    pub(crate) fn offered(&self, code: &str, now: Timestamp) -> Option<Grant> {
        self.held(now).links.get(&digest(code)).cloned()
    }

    /// Opens the session that a link offers and uses the link up; returns the cookie's secret.
    pub(crate) fn enter(&self, code: &str, now: Timestamp) -> Result<Option<(String, Grant)>, NoChance> {
        let secret = fresh_secret()?;
        let mut held = self.held(now);
        let Some(offered) = held.links.remove(&digest(code)) else { return Ok(None) };
        let grant = Grant { ends: now + SESSION_LASTS, ..offered };
        held.open.insert(digest(&secret), grant.clone());
        Ok(Some((secret, grant)))
    }

    pub(crate) fn of(&self, secret: &str, now: Timestamp) -> Option<Grant> {
        self.held(now).open.get(&digest(secret)).cloned()
    }

    pub(crate) fn leave(&self, secret: &str, now: Timestamp) {
        self.held(now).open.remove(&digest(secret));
    }

    /// Without what has run out.
    fn held(&self, now: Timestamp) -> MutexGuard<'_, Held> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.links.retain(|_, grant| grant.ends > now);
        held.open.retain(|_, grant| grant.ends > now);
        held
    }
}

fn digest(secret: &str) -> Hash {
    blake3::hash(secret.as_bytes())
}

/// 128 bits from the system's source of chance, in hexadecimal.
pub fn fresh_secret() -> Result<String, NoChance> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|error| NoChance(error.to_string()))?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Timestamp = Timestamp::constant(1_777_800_000, 0);

    fn ana(ends: Timestamp) -> Grant {
        Grant { name: "Ana B.".parse().unwrap(), scope: SessionScope::Review, ends }
    }

    #[test]
    fn a_link_works_once_and_a_session_ends() {
        let sessions = Sessions::default();
        let code = sessions.offer(ana(NOON + SignedDuration::from_hours(1)), NOON).unwrap();
        assert_eq!(sessions.offered(&code, NOON).unwrap().name.as_str(), "Ana B.");
        assert!(sessions.of(&code, NOON).is_none(), "a code is no cookie");
        let (secret, grant) = sessions.enter(&code, NOON).unwrap().unwrap();
        assert!(sessions.enter(&code, NOON).unwrap().is_none(), "used");
        assert_eq!((grant.scope, grant.ends), (SessionScope::Review, NOON + SESSION_LASTS));
        assert_eq!(sessions.of(&secret, NOON), Some(grant));
        assert!(sessions.of(&secret, NOON + SESSION_LASTS).is_none(), "over");
    }

    #[test]
    fn a_link_runs_out_and_a_session_is_left() {
        let sessions = Sessions::default();
        let late = NOON + SignedDuration::from_hours(1);
        let code = sessions.offer(ana(late), NOON).unwrap();
        assert!(sessions.enter(&code, late).unwrap().is_none());
        let code = sessions.offer(ana(late), NOON).unwrap();
        let (secret, _) = sessions.enter(&code, NOON).unwrap().unwrap();
        sessions.leave(&secret, NOON);
        assert!(sessions.of(&secret, NOON).is_none());
        assert!(sessions.enter("", NOON).unwrap().is_none());
    }
}
