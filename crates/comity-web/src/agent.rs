//! Who acts and how far: the holder of the admin token, or a person in a session. That a request comes from this
//! machine proves nothing: a proxy's requests come from there too.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, header};
use comity_model::PersonName;

use crate::error::WebError;
use crate::hosts::{Hosts, is_this_machine};
use crate::scope::SessionScope;
use crate::state::AppState;

/// Who asks. As an extractor it refuses whoever may only read, and another site's form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Agent {
    /// `None`: each change names its person itself.
    name: Option<PersonName>,
    scope: SessionScope,
    proof: Proof,
}

/// What shows who it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Proof {
    #[default]
    Nothing,
    Token,
    Cookie,
    Loopback,
}

impl FromRequestParts<AppState> for Agent {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, WebError> {
        let agent = Self::of(parts, state);
        let sender = Sender::of(&parts.headers, &state.access().hosts);
        match (agent.proof, sender) {
            (Proof::Nothing, _) => Err(WebError::Forbidden(
                "to change the register, open the link that `comity serve` printed, or send the admin token",
            )),
            (Proof::Token, _) | (_, Sender::Ourselves) | (Proof::Loopback, Sender::Unsaid) => Ok(agent),
            (Proof::Cookie | Proof::Loopback, _) => Err(WebError::Forbidden(ANOTHER_SITE)),
        }
    }
}

/// What is said of a form that is not known to be ours.
pub(crate) const ANOTHER_SITE: &str = "the form is not known to be a page of this server: behind a proxy, start it \
                                       with --host and the name that people use";

impl Agent {
    /// Reading is open: whoever shows nothing is a reader.
    pub(crate) fn of(parts: &Parts, state: &AppState) -> Self {
        if let Some(said) = parts.headers.get(header::AUTHORIZATION) {
            let token = said.to_str().ok().and_then(|said| said.strip_prefix("Bearer "));
            let known = token.is_some_and(|token| state.access().is_token(token));
            let holder = || Self { name: None, scope: SessionScope::Admin, proof: Proof::Token };
            return known.then(holder).unwrap_or_default();
        }
        if let Some(grant) = state.session(&parts.headers) {
            return Self { name: Some(grant.name), scope: grant.scope, proof: Proof::Cookie };
        }
        match &state.access().trusted_loopback {
            Some(name) if is_at_this_machine(parts) => {
                Self { name: Some(name.clone()), scope: SessionScope::Edit, proof: Proof::Loopback }
            }
            _ => Self::default(),
        }
    }

    /// The person behind a change that needs `scope`; `by` is what the form says, and only the holder of the token
    /// needs to say it.
    pub(crate) fn signs(self, scope: SessionScope, by: &str) -> Result<PersonName, WebError> {
        let field = |cause: String| WebError::Field { field: "by", cause };
        self.reaches(scope)?;
        match self.name {
            None => by.parse().map_err(|bad: comity_model::BadName| field(bad.to_string())),
            Some(own) if by.trim().is_empty() || by.parse().as_ref() == Ok(&own) => Ok(own),
            Some(own) => Err(field(format!("this session writes as {own} and under no other name"))),
        }
    }

    /// A refusal that says what would do, where this does not.
    pub(crate) fn reaches(&self, scope: SessionScope) -> Result<(), WebError> {
        match scope {
            _ if self.scope >= scope => Ok(()),
            SessionScope::Admin => Err(WebError::Forbidden("only the admin token gives links")),
            _ => {
                Err(WebError::Forbidden("taking back what others recorded needs a link with the scope edit"))
            }
        }
    }

    /// Whose name the next decision bears; `None` for a reader, and where each change names its person itself.
    pub(crate) fn name(&self) -> Option<&PersonName> {
        self.name.as_ref()
    }

    /// Whether it may be asked to decide.
    pub(crate) fn reviews(&self) -> bool {
        self.name.is_some() && self.scope >= SessionScope::Review
    }

    /// Whether it may be asked to take a batch back.
    pub(crate) fn edits(&self) -> bool {
        self.name.is_some() && self.scope >= SessionScope::Edit
    }

    /// Whether there is a session that can be left.
    pub(crate) fn may_leave(&self) -> bool {
        self.proof == Proof::Cookie
    }
}

/// Differs where a page may differ.
impl std::fmt::Display for Agent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let name = self.name.as_ref().map_or("", PersonName::as_str);
        write!(f, "{}:{}:{name}", self.scope, self.may_leave())
    }
}

/// Whose page sent a request, by what a browser says of it and no page can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sender {
    Ourselves,
    /// A program, or a browser of long ago.
    Unsaid,
    Another,
}

impl Sender {
    pub(crate) fn of(headers: &HeaderMap, hosts: &Hosts) -> Self {
        let text = |name: &HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
        let own = match (text(&HeaderName::from_static("sec-fetch-site")), text(&header::ORIGIN)) {
            (Some(site), _) => site == "same-origin",
            (None, Some(origin)) => hosts.is_own_origin(origin, text(&header::HOST).unwrap_or_default()),
            (None, None) => return Self::Unsaid,
        };
        if own { Self::Ourselves } else { Self::Another }
    }
}

/// From a loopback address, by a loopback name, and not passed on by a proxy that says so.
fn is_at_this_machine(parts: &Parts) -> bool {
    const PASSED_ON: [HeaderName; 4] = [
        header::FORWARDED,
        header::VIA,
        HeaderName::from_static("x-forwarded-for"),
        HeaderName::from_static("x-real-ip"),
    ];
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0);
    let host = parts.headers.get(header::HOST).and_then(|host| host.to_str().ok());
    peer.is_some_and(|peer| peer.ip().to_canonical().is_loopback())
        && host.is_some_and(is_this_machine)
        && !PASSED_ON.iter().any(|mark| parts.headers.contains_key(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sender(pairs: &[(&'static str, &str)]) -> Sender {
        let named =
            |(name, value): &(&'static str, &str)| (HeaderName::from_static(name), value.parse().unwrap());
        let hosts = Hosts::new("127.0.0.1:8420".parse().unwrap(), Vec::new());
        Sender::of(&pairs.iter().map(named).collect(), &hosts)
    }

    #[test]
    fn a_browser_tells_whose_page_it_was() {
        let host = ("host", "127.0.0.1:8420");
        assert_eq!(sender(&[host]), Sender::Unsaid);
        assert_eq!(sender(&[host, ("origin", "http://127.0.0.1:8420")]), Sender::Ourselves);
        assert_eq!(sender(&[host, ("origin", "http://127.0.0.1:3333")]), Sender::Another);
        assert_eq!(sender(&[host, ("origin", "null")]), Sender::Another);
        let proxied = ("origin", "https://comity.example");
        assert_eq!(sender(&[host, proxied, ("sec-fetch-site", "same-origin")]), Sender::Ourselves);
        for site in ["same-site", "cross-site", "none"] {
            assert_eq!(sender(&[host, ("sec-fetch-site", site)]), Sender::Another, "{site}");
        }
    }

    #[test]
    fn a_session_signs_with_its_own_name_and_no_further_than_it_reaches() {
        let named = Agent { name: "Ana B.".parse().ok(), scope: SessionScope::Review, proof: Proof::Cookie };
        let signed =
            |by: &str| named.clone().signs(SessionScope::Review, by).map_err(|error| error.to_string());
        assert_eq!(signed("").unwrap().as_str(), "Ana B.");
        assert_eq!(signed(" Ana  B.").unwrap().as_str(), "Ana B.");
        assert!(signed("Ben").unwrap_err().contains("writes as Ana B."));
        assert!(named.clone().signs(SessionScope::Edit, "").is_err());
        let holder = Agent { name: None, scope: SessionScope::Admin, proof: Proof::Token };
        assert_eq!(holder.clone().signs(SessionScope::Edit, "Ben").unwrap().as_str(), "Ben");
        assert!(
            holder.clone().signs(SessionScope::Edit, "").is_err()
                && holder.signs(SessionScope::Edit, "Comity").is_err()
        );
    }
}
