//! Sockets: how many may be open, how long each may keep the server waiting, and how they end.

mod body;
mod crowd;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use axum::serve::Listener;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

use body::{InTime, Until};
use crowd::{Crowd, Seat};

/// What connections are allowed.
#[derive(Debug, Clone, Copy)]
pub struct SocketLimits {
    /// Open at once. One more takes the place of whichever waited longest; where all are busy it gets 503.
    pub connections: usize,
    /// For the head of a request, from the first moment on: also how long a connection may stay open between two.
    pub head: Duration,
    /// For the rest of a request.
    pub body: Duration,
    /// Without the other end taking a byte of the reply.
    pub stalled: Duration,
    /// For requests that run when the server is told to stop.
    pub grace: Duration,
}

impl Default for SocketLimits {
    fn default() -> Self {
        Self {
            connections: 500,
            // A browser sends both at once, a phone on a bad line within a few seconds.
            head: Duration::from_secs(15),
            body: Duration::from_secs(15),
            stalled: Duration::from_secs(30),
            // Docker kills after ten seconds.
            grace: Duration::from_secs(8),
        }
    }
}

/// Answers on `listener` until `stop` is done; then no connection is taken, and running requests get their grace.
pub(crate) async fn serve(
    mut listener: TcpListener,
    app: Router,
    limits: SocketLimits,
    stop: impl Future<Output = ()> + Send,
) {
    let (crowd, running) = (Crowd::new(limits.connections), GracefulShutdown::new());
    let turned_away = Arc::new(Semaphore::new(TURNED_AWAY));
    tokio::pin!(stop);
    loop {
        let (stream, peer) = tokio::select! {
            () = &mut stop => break,
            accepted = Listener::accept(&mut listener) => accepted,
        };
        match crowd.admit() {
            Some(seat) => {
                let talk = Talk { app: app.clone(), peer, limits, seat };
                tokio::spawn(talk.hold(stream, running.watcher()));
            }
            None => drop(tokio::spawn(turn_away(stream, Arc::clone(&turned_away)))),
        }
    }
    drop(listener);
    tracing::info!(connections = running.count(), grace = ?limits.grace, "stopping");
    if timeout(limits.grace, running.shutdown()).await.is_err() {
        tracing::warn!(grace = ?limits.grace, "requests that still ran were cut off");
    }
}

/// One connection and whoever is at its other end.
struct Talk {
    app: Router,
    peer: SocketAddr,
    limits: SocketLimits,
    seat: Seat,
}

impl Talk {
    /// Until either end has enough, or somebody else needs the place more.
    async fn hold(self, stream: TcpStream, watcher: Watcher) {
        let Self { app, peer, limits, seat } = self;
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(limits.stalled));
        let place = seat.place();
        let service = service_fn(move |request: Request<Incoming>| {
            let (app, until) = (app.clone(), Until::new(place.busy()));
            async move {
                let request = prepared(request, peer, limits.body);
                app.oneshot(request).await.map(|response| response.map(|body| until.end_of(body)))
            }
        });
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(limits.head);
        let talk = http.serve_connection(TokioIo::new(Box::pin(stream)), service);
        tokio::select! {
            ended = watcher.watch(talk) => drop(ended.inspect_err(|error| tracing::debug!(%peer, %error, "connection"))),
            () = seat.needed() => tracing::debug!(%peer, "an idle connection made room for another"),
        }
    }
}

fn prepared(request: Request<Incoming>, peer: SocketAddr, within: Duration) -> Request {
    let mut request = request.map(|body| Body::new(InTime::new(Body::new(body), within)));
    request.extensions_mut().insert(ConnectInfo(peer));
    request
}

/// So many are told at a time; more are dropped without a word.
const TURNED_AWAY: usize = 32;
/// For reading what the other end still sends: a socket closed before takes the reply with it.
const FAREWELL: Duration = Duration::from_secs(1);
const FULL: &str = "every connection is in use: try again in a few seconds\n";

async fn turn_away(mut stream: TcpStream, turned_away: Arc<Semaphore>) {
    let Ok(_turn) = turned_away.try_acquire() else { return };
    let reply = format!(
        "HTTP/1.1 503 Service Unavailable\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: {}\r\n\
         retry-after: 5\r\nconnection: close\r\n\r\n{FULL}",
        FULL.len()
    );
    let told = async {
        stream.write_all(reply.as_bytes()).await?;
        stream.shutdown().await?;
        let mut rest = [0; 1024];
        while stream.read(&mut rest).await? > 0 {}
        Ok::<(), std::io::Error>(())
    };
    tokio::select! {
        _ = told => (),
        () = sleep(FAREWELL) => (),
    }
}

#[cfg(test)]
mod tests;
