//! A reader of a small register, without a socket: asks for addresses and follows links.

use std::fmt::Write;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode, header};
use comity_answer::Door;
use comity_gazetteer::Gazetteer;
use comity_model::Record;
use comity_register::{NewBatch, Register};
use comity_web::{AppState, Limits, app};
use serde_json::Value;
use tower::ServiceExt;

/// What the tests' register holds, in the open record format.
const WORLD: &str = include_str!("world.jsonl");
/// Networks, an organisation, an event, a person and a metropolis, for those who look for names.
const BODIES: &str = include_str!("bodies.jsonl");

pub(crate) const TOKEN: &str = "open-sesame";

pub(crate) struct Visitor {
    app: Router,
    peer: SocketAddr,
    _folder: tempfile::TempDir,
}

pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Visitor {
    /// At this machine, in front of the tests' world.
    pub(crate) async fn at_home() -> Self {
        Self::before(WORLD, None).await
    }

    /// In front of a register of bodies, with the places given or none.
    pub(crate) async fn before_bodies(places: Option<Gazetteer>) -> Self {
        Self::before(BODIES, places).await
    }

    async fn before(world: &str, places: Option<Gazetteer>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let location = folder.path().join("comity.db").display().to_string().parse().unwrap();
        let register = Register::open(&location).await.unwrap();
        let records: Vec<Record> = world.lines().map(|line| Record::from_line(line).unwrap()).collect();
        let batch = NewBatch {
            title: "twin_towns.csv".to_owned(),
            by: "ana".to_owned(),
            at: "2026-05-03T10:00:00Z".parse().unwrap(),
        };
        register.commit(batch, records, &mut |_| ()).await.unwrap();
        let state =
            AppState::new(Door::new(register), places.map(Arc::new), TOKEN.to_owned(), Limits::default());
        Self { app: app(state), peer: "127.0.0.1:50000".parse().unwrap(), _folder: folder }
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
            .header(header::HOST, "127.0.0.1:8420")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        for (name, value) in more {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(form.to_owned())).unwrap()).await
    }

    pub(crate) async fn send(&self, mut request: Request<Body>) -> Reply {
        request.extensions_mut().insert(ConnectInfo(self.peer));
        let response = self.app.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 10_000_000).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Reply { status: parts.status, headers: parts.headers, text }
    }
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
