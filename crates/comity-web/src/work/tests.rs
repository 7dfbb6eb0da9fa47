//! Who waits for whom, with workers that are kept busy on purpose.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use axum::routing::get;
use comity_answer::SnapshotStore;
use comity_answer::cancel::check;
use comity_model::Record;
use comity_register::{NewBatch, Register};
use futures_util::future::join_all;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::time::timeout;
use tower::ServiceExt;

use super::*;
use crate::access::Admission;
use crate::hosts::Hosts;
use crate::lanes::on;
use crate::limits::ServerLimits;
use crate::state::AppState;

const WORLD: &str = include_str!("../../tests/it/world.jsonl");

/// Longer than anything here takes, far shorter than the patience of a server.
const AT_ONCE: Duration = Duration::from_secs(10);

struct House {
    state: AppState,
    app: Router,
    waiting: usize,
    _folder: tempfile::TempDir,
}

impl House {
    async fn with(limits: ServerLimits) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let location = folder.path().join("comity.db").display().to_string().parse().unwrap();
        let register = Register::open(&location).await.unwrap();
        let records: Vec<Record> = WORLD.lines().map(|line| Record::from_line(line).unwrap()).collect();
        let at = "2026-05-03T10:00:00Z".parse().unwrap();
        let batch = NewBatch { title: "twins.csv".to_owned(), by: "ana".to_owned(), at };
        register.commit(batch, records, &mut |_| ()).await.unwrap();
        let access = Admission {
            admin_token: "token".to_owned(),
            hosts: Hosts::new("127.0.0.1:8420".parse().unwrap(), Vec::new()),
            public: false,
            trusted_loopback: None,
        };
        let state = AppState::new(SnapshotStore::new(register), None, access, limits);
        Self { app: crate::app(state.clone()), state, waiting: limits.waiting, _folder: folder }
    }

    /// Status, `Retry-After` and text of a reply.
    async fn get(&self, url: &str) -> (StatusCode, String, String) {
        let request = Request::get(url).header(header::HOST, "127.0.0.1:8420").body(Body::empty()).unwrap();
        let response = self.app.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let later = parts.headers.get(header::RETRY_AFTER).map_or("", |later| later.to_str().unwrap());
        let text = to_bytes(body, 10_000_000).await.unwrap();
        (parts.status, later.to_owned(), String::from_utf8_lossy(&text).into_owned())
    }

    async fn status(&self, url: &str) -> StatusCode {
        timeout(AT_ONCE, self.get(url)).await.expect("it does not wait for others").0
    }

    /// Keeps every worker for questions busy until the guard is dropped, whether anybody waits for the work or not.
    async fn busy(&self) -> Busy {
        let busy = Busy::default();
        let workers = self.state.work().long.places.available_permits() - self.waiting;
        for _ in 0..workers {
            let (state, over) = (self.state.clone(), Arc::clone(&busy.0));
            let (begun, has_begun) = oneshot::channel();
            let job = async move {
                begun.send(()).unwrap();
                while !over.load(Ordering::SeqCst) {
                    std::thread::sleep(Duration::from_millis(1));
                }
            };
            tokio::spawn(async move { state.work().run(Lane::Long, Language::English, job).await.unwrap() });
            has_begun.await.unwrap();
        }
        busy
    }
}

#[derive(Default)]
struct Busy(Arc<AtomicBool>);

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// A job that ends only by being cancelled.
#[expect(clippy::unused_async, reason = "workers take futures")]
async fn endless(begun: oneshot::Sender<()>) {
    begun.send(()).unwrap();
    loop {
        check();
    }
}

const QUESTION: &str = "/api/v1/ask/conflicts";

#[tokio::test]
async fn questions_keep_nobody_from_a_page() {
    let house = House::with(ServerLimits::default()).await;
    let claims: serde_json::Value = serde_json::from_str(&house.get("/api/v1/claims").await.2).unwrap();
    let claim = claims["claims"]["items"][0]["held"]["id"].as_str().unwrap();
    let _busy = house.busy().await;
    let pages =
        ["/healthz", "/entities/gn5134086", "/search?q=rochester", "/sources", &format!("/claims/{claim}")];
    for url in pages {
        assert_eq!(house.status(url).await, StatusCode::OK, "{url}");
    }
}

#[tokio::test]
async fn whoever_waits_too_long_is_told_in_time() {
    let house =
        House::with(ServerLimits { patience: Duration::from_millis(200), ..ServerLimits::default() }).await;
    let busy = house.busy().await;
    let (status, _, text) = timeout(AT_ONCE, house.get(QUESTION)).await.unwrap();
    assert_eq!(status, StatusCode::GATEWAY_TIMEOUT);
    assert!(text.contains("takes longer than anyone may wait"), "{text}");
    drop(busy);
    let _freed = house.busy().await;
}

#[tokio::test]
async fn work_ends_when_its_time_is_up_or_its_client_leaves() {
    let house =
        House::with(ServerLimits { patience: Duration::from_mins(10), ..ServerLimits::default() }).await;
    let (begun, has_begun) = oneshot::channel();
    let state = house.state.clone();
    let client =
        tokio::spawn(async move { state.work().run(Lane::Long, Language::English, endless(begun)).await });
    has_begun.await.unwrap();
    client.abort();
    let _freed = timeout(AT_ONCE, house.busy()).await.expect("the worker of the client who left is free");
}

#[tokio::test]
async fn a_closed_connection_ends_the_work() {
    let house =
        House::with(ServerLimits { patience: Duration::from_mins(10), ..ServerLimits::default() }).await;
    let begun = Arc::new(Notify::new());
    let beginning = Arc::clone(&begun);
    let forever = async move || -> () {
        beginning.notify_one();
        loop {
            check();
        }
    };
    let app = on(Lane::Long, &house.state, Router::new().route("/", get(forever)));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(axum::serve(listener, app.with_state(house.state.clone())).into_future());
    let client = TcpStream::connect(address).await.unwrap();
    client.writable().await.unwrap();
    client.try_write(b"GET / HTTP/1.1\r\nhost: localhost\r\n\r\n").unwrap();
    begun.notified().await;
    drop(client);
    let _freed = timeout(AT_ONCE, house.busy()).await.expect("the worker of the client who left is free");
}

#[tokio::test]
async fn who_finds_no_place_is_told_when_to_come_back() {
    let house = House::with(ServerLimits { waiting: 1, ..ServerLimits::default() }).await;
    let busy = house.busy().await;
    let mut first = Box::pin(house.get(QUESTION));
    assert!(futures_util::poll!(&mut first).is_pending());
    while house.state.work().long.places.available_permits() > 0 {
        tokio::task::yield_now().await;
        assert!(futures_util::poll!(&mut first).is_pending());
    }
    let (status, later, text) = house.get("/api/v1/ask/coverage").await;
    assert_eq!((status, later.as_str()), (StatusCode::SERVICE_UNAVAILABLE, "5"), "{text}");
    drop(busy);
    assert_eq!(first.await.0, StatusCode::OK);
}

#[tokio::test]
async fn all_who_ask_alike_need_one_place() {
    let house = House::with(ServerLimits { waiting: 1, ..ServerLimits::default() }).await;
    let busy = house.busy().await;
    let free = async {
        while house.state.work().long.places.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        drop(busy);
    };
    let (replies, ()) = tokio::join!(join_all((0..10).map(|_| house.get(QUESTION))), free);
    assert_eq!(replies.iter().filter(|reply| reply.0 == StatusCode::OK).count(), 10);
}

#[tokio::test]
async fn a_broken_job_leaves_its_worker_whole() {
    let work = Work::new(1);
    let broken: Result<(), WebError> =
        work.run(Lane::Long, Language::English, async { panic!("on purpose") }).await;
    assert!(matches!(broken, Err(WebError::Broken(why)) if why == "on purpose"));
    assert_eq!(work.run(Lane::Long, Language::English, async { 7 }).await.unwrap(), 7);
}
