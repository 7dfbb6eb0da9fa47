//! A reader of a small register, without a socket: asks for addresses and follows links.

use std::fmt::Write;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode, header};
use comity_answer::SnapshotStore;
use comity_gazetteer::Gazetteer;
use comity_model::Record;
use comity_register::{NewBatch, Register};
use comity_web::{Admission, AppState, Hosts, ServerLimits, SessionScope, app};
use serde_json::Value;
use tower::ServiceExt;

/// What the tests' register holds, in the open record format.
const WORLD: &str = include_str!("world.jsonl");
/// Networks, an organisation, an event, a person and a metropolis, for those who look for names.
const BODIES: &str = include_str!("bodies.jsonl");

pub(crate) const TOKEN: &str = "open-sesame";

/// How the tests' server is called, and what its own pages send along.
const HOST: &str = "127.0.0.1:8420";
const ORIGIN: &str = "http://127.0.0.1:8420";

pub(crate) struct Visitor {
    app: Router,
    state: AppState,
    peer: SocketAddr,
    /// Of the session; empty without one.
    cookie: String,
    folder: tempfile::TempDir,
}

pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Visitor {
    /// At this machine, in front of the tests' world, with no session.
    pub(crate) async fn at_home() -> Self {
        Self::let_in_by(access()).await
    }

    /// The same before a server with rules of its own.
    pub(crate) async fn let_in_by(access: Admission) -> Self {
        Self::before(WORLD, None, access).await
    }

    /// In front of a register of bodies, with the places given or none.
    pub(crate) async fn before_bodies(places: Option<Gazetteer>) -> Self {
        Self::before(BODIES, places, access()).await
    }

    /// In front of the tests' world with all of the built-in atlas, about which every question's example asks.
    pub(crate) async fn before_the_atlas() -> Self {
        Self::at_home().await.with_the_atlas().await
    }

    /// The same with these places at hand.
    pub(crate) async fn before_the_atlas_with(places: Gazetteer) -> Self {
        Self::before(WORLD, Some(places), access()).await.with_the_atlas().await
    }

    /// The same with the built-in atlas taken in.
    pub(crate) async fn with_the_atlas(self) -> Self {
        let at = "2026-05-04T10:00:00Z".parse().unwrap();
        comity_ingest::fill(&self.register().await, at).await.unwrap();
        self
    }

    async fn before(world: &str, places: Option<Gazetteer>, access: Admission) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let location = folder.path().join("comity.db").display().to_string().parse().unwrap();
        let register = Register::open(&location).await.unwrap();
        Self::record(&register, world).await;
        let state = AppState::new(
            SnapshotStore::new(register),
            places.map(Arc::new),
            access,
            ServerLimits::default(),
        );
        let peer = "127.0.0.1:50000".parse().unwrap();
        Self { app: app(state.clone()), state, peer, cookie: String::new(), folder }
    }

    async fn record(register: &Register, world: &str) {
        let records: Vec<Record> = world.lines().map(|line| Record::from_line(line).unwrap()).collect();
        let batch = NewBatch {
            title: "twin_towns.csv".to_owned(),
            by: "ana".to_owned(),
            at: "2026-05-03T10:00:00Z".parse().unwrap(),
        };
        register.commit(batch, records, &mut |_| ()).await.unwrap();
    }

    /// In a session, opened as a person does: by a link, and the button behind it.
    pub(crate) async fn entered(mut self, name: &str, scope: SessionScope) -> Self {
        let link = self.link(name, scope);
        let page = self.page(&link).await;
        assert!(page.contains(&format!("Go on as {name}?")), "{page}");
        let opened = self.post(&link, "", &[]).await;
        assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text);
        assert_eq!(opened.header(&header::LOCATION), "/review");
        opened.header(&header::SET_COOKIE).split(';').next().unwrap().clone_into(&mut self.cookie);
        self
    }

    /// The same register, as another program has it open.
    pub(crate) async fn register(&self) -> Register {
        let location = self.folder.path().join("comity.db").display().to_string();
        Register::open(&location.parse().unwrap()).await.unwrap()
    }

    /// The path of a link for somebody.
    pub(crate) fn link(&self, name: &str, scope: SessionScope) -> String {
        let link = self.state.offer(name.parse().unwrap(), scope, Duration::from_hours(1)).unwrap().link;
        link.strip_prefix(ORIGIN).unwrap().to_owned()
    }

    pub(crate) fn moved_away(mut self) -> Self {
        self.peer = "203.0.113.9:50000".parse().unwrap();
        self
    }

    pub(crate) async fn get(&self, url: &str) -> Reply {
        self.send(Request::get(url).body(Body::empty()).unwrap()).await
    }

    /// The page at `url`, which must be there.
    pub(crate) async fn page(&self, url: &str) -> String {
        let reply = self.get(url).await;
        assert_eq!(reply.status, StatusCode::OK, "{url}: {}", reply.text);
        reply.text
    }

    pub(crate) async fn json(&self, url: &str) -> Value {
        serde_json::from_str(&self.page(url).await).unwrap()
    }

    pub(crate) async fn post(&self, url: &str, form: &str, more: &[(&str, &str)]) -> Reply {
        let mut request = Request::post(url)
            .header(header::HOST, HOST)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if !more.iter().any(|(name, _)| *name == "origin") {
            request = request.header(header::ORIGIN, ORIGIN);
        }
        for (name, value) in more {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(form.to_owned())).unwrap()).await
    }

    pub(crate) async fn send(&self, mut request: Request<Body>) -> Reply {
        request.extensions_mut().insert(ConnectInfo(self.peer));
        if !self.cookie.is_empty() {
            request.headers_mut().insert(header::COOKIE, format!("x=1; {}", self.cookie).parse().unwrap());
        }
        let response = self.app.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 10_000_000).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Reply { status: parts.status, headers: parts.headers, text }
    }
}

/// What a server says where nobody asks for more.
pub(crate) fn access() -> Admission {
    let hosts = Hosts::new(HOST.parse().unwrap(), Vec::new());
    Admission { admin_token: TOKEN.to_owned(), hosts, public: false, trusted_loopback: None }
}

impl Reply {
    pub(crate) fn header(&self, name: &header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

/// Every address that a page links to, in order, each once.
pub(crate) fn links(page: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for part in page.split("href=\"").skip(1) {
        let address = part.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
        if !found.contains(&address) {
            found.push(address);
        }
    }
    found
}

/// The first link of a page that starts so.
pub(crate) fn link_to(page: &str, start: &str) -> String {
    let found = links(page).into_iter().find(|link| link.starts_with(start));
    found.unwrap_or_else(|| panic!("no link to {start} in {page}"))
}

/// What a reader sees of a page: its words without the markup.
pub(crate) fn words(page: &str) -> String {
    page.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect()
}

/// Every byte percent-encoded, for a form.
pub(crate) fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut form, byte| {
        write!(form, "%{byte:02X}").unwrap();
        form
    })
}
