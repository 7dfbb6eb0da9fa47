//! Over real sockets of loopback, few and short.

use std::time::Instant;

use axum::routing::{get, post};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::*;

/// Short enough for a test, long enough for a busy machine.
const SHORT: Duration = Duration::from_millis(500);
const ENOUGH: Duration = Duration::from_secs(20);

struct Server {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    ended: JoinHandle<()>,
}

fn limits(connections: usize) -> SocketLimits {
    SocketLimits { connections, head: ENOUGH, body: SHORT, stalled: SHORT, grace: SHORT * 2 }
}

async fn serving(limits: SocketLimits) -> Server {
    let app = Router::new()
        .route("/", get(async || "here"))
        .route("/slow", get(async || sleep(SHORT).await))
        .route("/endless", get(async || sleep(ENOUGH).await))
        .route("/large", get(async || vec![b'x'; 64 << 20]))
        .route("/form", post(async |body: String| body));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let ended = tokio::spawn(async move {
        serve(listener, app, limits, async { drop(stopped.await) }).await;
    });
    Server { address, stop, ended }
}

impl Server {
    async fn connected(&self) -> TcpStream {
        TcpStream::connect(self.address).await.unwrap()
    }

    /// Sends this and reads until the other end has enough.
    async fn told(&self, request: &str) -> String {
        rest(&mut self.sent(request).await).await
    }

    async fn sent(&self, request: &str) -> TcpStream {
        let mut stream = self.connected().await;
        stream.write_all(request.as_bytes()).await.unwrap();
        stream
    }

    async fn asked(&self, path: &str) -> String {
        self.told(&format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")).await
    }
}

/// What comes until the connection ends, which it must.
async fn rest(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let read = timeout(ENOUGH, stream.read_to_end(&mut bytes)).await;
    // A connection that is cut off is an end too.
    drop(read.expect("the connection ends"));
    String::from_utf8_lossy(&bytes).into_owned()
}

#[tokio::test]
async fn idle_connections_lock_nobody_out() {
    let server = serving(limits(4)).await;
    let mut idle = Vec::new();
    for _ in 0..4 {
        idle.push(server.sent("GET / HTTP/1.1\r\nhost: x\r\n").await);
    }
    sleep(Duration::from_millis(1_200)).await;
    for _ in 0..3 {
        assert!(server.asked("/").await.starts_with("HTTP/1.1 200"));
    }
    assert_eq!(rest(&mut idle[0]).await, "", "the first to come made room");
}

#[tokio::test]
async fn where_all_are_busy_the_next_is_told_so() {
    let server = serving(limits(2)).await;
    let endless = "GET /endless HTTP/1.1\r\nhost: x\r\n\r\n";
    let running = [server.sent(endless).await, server.sent(endless).await];
    sleep(SHORT).await;
    let began = Instant::now();
    let refused = server.asked("/").await;
    assert!(refused.starts_with("HTTP/1.1 503") && refused.ends_with(FULL), "{refused}");
    assert!(began.elapsed() < ENOUGH / 2);
    drop(running);
    sleep(SHORT).await;
    assert!(server.asked("/").await.starts_with("HTTP/1.1 200"));
}

#[tokio::test]
async fn half_a_head_and_silence_both_end() {
    let server = serving(SocketLimits { head: SHORT, ..limits(10) }).await;
    for half in ["", "GET / HTTP/1.1\r\nhos", "GET / HTTP/1.1\r\nhost: x\r\n\r\n"] {
        let began = Instant::now();
        let told = server.told(half).await;
        assert_eq!(told.contains("200 OK"), half.ends_with("\r\n\r\n"), "{half:?}: {told}");
        assert!(began.elapsed() < ENOUGH / 2, "{half:?}");
    }
    // A byte now and then is no head either.
    let mut stream = server.connected().await;
    let began = Instant::now();
    while began.elapsed() < ENOUGH && stream.write_all(b"x").await.is_ok() {
        sleep(SHORT / 10).await;
    }
    assert!(began.elapsed() < ENOUGH, "a head that never ends keeps a connection open");
}

#[tokio::test]
async fn the_rest_of_a_request_comes_in_time() {
    let server = serving(limits(10)).await;
    let head = "POST /form HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 5\r\n\r\n";
    let late = server.told(&format!("{head}by")).await;
    assert!(late.starts_with("HTTP/1.1 4"), "{late}");
    let mut whole = server.sent(&format!("{head}by")).await;
    whole.write_all(b"=me").await.unwrap();
    assert!(rest(&mut whole).await.ends_with("by=me"));
}

#[tokio::test]
async fn whoever_does_not_read_is_left() {
    let server = serving(limits(10)).await;
    let mut deaf = server.sent("GET /large HTTP/1.1\r\nhost: x\r\n\r\n").await;
    sleep(SHORT * 4).await;
    let got = rest(&mut deaf).await.len();
    assert!(got < 64 << 20, "all of it waited in the server");
    assert!(server.asked("/large").await.len() > 64 << 20, "a reader gets all of it");
}

#[tokio::test]
async fn requests_in_one_piece_are_answered_in_turn() {
    let server = serving(limits(10)).await;
    let two = "GET / HTTP/1.1\r\nhost: x\r\n\r\nGET /none HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    let told = server.told(two).await;
    assert!(told.find("200 OK").unwrap() < told.find("404 Not Found").unwrap(), "{told}");
    assert!(server.told("GET / HTTP/1.0\r\n\r\n").await.starts_with("HTTP/1.0 200"));
}

#[tokio::test]
async fn a_stop_lets_requests_end_for_a_while() {
    let server = serving(limits(10)).await;
    let mut idle = server.connected().await;
    let mut slow = server.sent("GET /slow HTTP/1.1\r\nhost: x\r\n\r\n").await;
    sleep(SHORT / 5).await;
    let Server { address, stop, ended } = server;
    stop.send(()).unwrap();
    assert!(rest(&mut slow).await.starts_with("HTTP/1.1 200"));
    assert_eq!(rest(&mut idle).await, "");
    timeout(ENOUGH, ended).await.expect("the server ends").unwrap();
    assert!(TcpStream::connect(address).await.is_err(), "nobody listens any more");
}

#[tokio::test]
async fn a_stop_does_not_wait_for_ever() {
    let server = serving(limits(10)).await;
    let _endless = server.sent("GET /endless HTTP/1.1\r\nhost: x\r\n\r\n").await;
    sleep(SHORT / 5).await;
    let began = Instant::now();
    server.stop.send(()).unwrap();
    timeout(ENOUGH, server.ended).await.expect("the server ends").unwrap();
    assert!(began.elapsed() < ENOUGH / 2);
}
