//! One request for a page or for its JSON: at which two clocks, and how to answer it.

use std::sync::Arc;

use askama::Template;
use axum::Json;
use axum::extract::{FromRequestParts, MatchedPath, OriginalUri};
use axum::http::HeaderName;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, ETAG, SET_COOKIE, VARY};
use axum::http::request::Parts;
use axum::response::{Html, IntoResponse, Redirect, Response};
use comity_answer::CachedSnapshot;
use comity_messages::Language;
use comity_model::Seq;
use comity_register::Head;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::address::parts;
use crate::agent::Agent;
use crate::api::API;
use crate::clocks::Clocks;
use crate::error::WebError;
use crate::etag::{etag, is_held};
use crate::fields;
use crate::language::{self, language_of};
use crate::shell::{Shell, Surroundings};
use crate::state::AppState;
use crate::work::Lane;

/// Who came, through which door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Face {
    Page,
    Api,
}

#[derive(Clone)]
pub(crate) struct Visit {
    pub(crate) state: AppState,
    pub(crate) clocks: Clocks,
    pub(crate) face: Face,
    /// The page's path, also when its JSON was asked for.
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) head: Head,
    /// Who reads: pages offer what this agent may do.
    pub(crate) agent: Agent,
    /// What a page is written in.
    pub(crate) language: Language,
    /// How much waits for a person; counted for pages alone.
    waiting: Option<u64>,
}

impl FromRequestParts<AppState> for Visit {
    type Rejection = WebError;

    /// Refuses with 304 when the reader already holds what would be sent.
    async fn from_request_parts(request: &mut Parts, state: &AppState) -> Result<Self, WebError> {
        let uri = request.extensions.get::<OriginalUri>().map_or(&request.uri, |original| &original.0);
        let query = uri.query().unwrap_or_default().to_owned();
        let path = bare(uri.path());
        let face = if uri.path().starts_with(API) { Face::Api } else { Face::Page };
        let clocks = Clocks::read(&query, state.today())?;
        if let Some(matched) = request.extensions.get::<MatchedPath>() {
            fields::check(bare(matched.as_str()), &query, state.today())?;
        }
        let head = state.register().head().await?;
        let path = path.to_owned();
        let (agent, language) = (Agent::of(request, state), language_of(request));
        let mut asked =
            Self { clocks, face, path, query, head, agent, language, waiting: None, state: state.clone() };
        let etag = asked.etag();
        // A page that chooses a language keeps the choice in a cookie, which a page that is not sent again cannot.
        let chooses = face == Face::Page && language::chosen(&asked.query).is_some();
        if !chooses && is_held(&request.method, &request.headers, &etag) {
            return Err(WebError::NotModified { etag });
        }
        if face == Face::Page {
            asked.waiting = Some(state.waiting(asked.head.seq).await?);
        }
        Ok(asked)
    }
}

/// The page's path for an address of the API.
fn bare(path: &str) -> &str {
    match path.strip_prefix(API) {
        Some("") => "/",
        Some(rest) => rest,
        None => path,
    }
}

impl Visit {
    /// The fields of the query.
    pub(crate) fn fields<T: DeserializeOwned>(&self) -> Result<T, WebError> {
        Ok(parts(&self.query)?)
    }

    /// The ledger number asked for; its head where none was.
    pub(crate) async fn known(&self) -> Result<Seq, WebError> {
        match &self.clocks.known {
            Some(known) => Ok(self.state.register().known(known).await?),
            None => Ok(self.head.seq),
        }
    }

    /// What was on file then, indexed.
    pub(crate) async fn snapshot(&self) -> Result<Arc<CachedSnapshot>, WebError> {
        Ok(self.state.door().snapshot(self.clocks.known.as_deref()).await?)
    }

    /// Has something found out by a worker of `lane`, in the language of the visit.
    pub(crate) async fn find_out<T: Send + 'static>(
        &self,
        lane: Lane,
        job: impl Future<Output = Result<T, WebError>> + Send + 'static,
    ) -> Result<T, WebError> {
        self.state.work().run(lane, self.language, job).await?
    }

    /// Has a reply made by a worker of `lane`.
    pub(crate) async fn show<F>(self, lane: Lane, make: impl FnOnce(Self) -> F) -> Result<Response, WebError>
    where
        F: Future<Output = Result<Response, WebError>> + Send + 'static,
    {
        self.clone().find_out(lane, Box::pin(make(self))).await
    }

    /// The same value as a page or as JSON.
    pub(crate) fn reply<T, P>(&self, value: T, page: impl FnOnce(Shell, T) -> P) -> Response
    where
        T: Serialize,
        P: Template,
    {
        let body = match self.face {
            Face::Api => Json(value).into_response(),
            Face::Page => return self.page(|shell| page(shell, value)),
        };
        (self.freshness(), body).into_response()
    }

    /// A page whose value has another address as JSON, or none.
    pub(crate) fn page<P: Template>(&self, page: impl FnOnce(Shell) -> P) -> Response {
        let made = || page(self.shell()).render().expect("a page writes into a string");
        let page = self.language.within(made);
        let vary = [(VARY, "accept-language, cookie")];
        let chosen = language::chosen(&self.query).map(|chosen| [(SET_COOKIE, language::kept(chosen))]);
        match chosen {
            Some(chosen) => (self.freshness(), vary, chosen, Html(page)).into_response(),
            None => (self.freshness(), vary, Html(page)).into_response(),
        }
    }

    /// A file under a name to keep it by.
    pub(crate) fn file(&self, media_type: &'static str, name: &str, bytes: Vec<u8>) -> Response {
        let kept_as = format!("inline; filename=\"{name}\"");
        let headers = [(CONTENT_TYPE, media_type.to_owned()), (CONTENT_DISPOSITION, kept_as)];
        (self.freshness(), headers, bytes).into_response()
    }

    /// A value that has no page.
    pub(crate) fn data<T: Serialize>(&self, value: T) -> Response {
        (self.freshness(), Json(value)).into_response()
    }

    /// After a change: the browser goes on to `page`, a program gets what was done.
    pub(crate) fn written<T: Serialize>(&self, done: T, page: &str) -> Response {
        match self.face {
            Face::Api => Json(done).into_response(),
            Face::Page => Redirect::to(page).into_response(),
        }
    }

    /// Asked again each time, sent again only when changed.
    fn freshness(&self) -> [(HeaderName, String); 2] {
        [(ETAG, self.etag()), (CACHE_CONTROL, "private, no-cache".to_owned())]
    }

    fn shell(&self) -> Shell {
        Shell::new(Surroundings {
            clocks: &self.clocks,
            head: &self.head,
            path: &self.path,
            query: &self.query,
            agent: &self.agent,
            waiting: self.waiting,
            today: self.state.today(),
            language: self.language,
        })
    }

    /// Changes with the ledger, the day, the address, the person, the language and the program.
    pub(crate) fn etag(&self) -> String {
        let face = if self.face == Face::Api { API } else { "" };
        let today = self.state.today().to_string();
        let agent = self.agent.to_string();
        let language = self.language.code();
        let said =
            [self.head.hash.as_str(), &today, face, &self.path, &self.query, &agent, language, VERSION];
        etag(&said.map(str::as_bytes))
    }
}

const VERSION: &str = env!("CARGO_PKG_VERSION");
