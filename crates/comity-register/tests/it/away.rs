//! A server that is not there, and a password that is not shown.

use std::net::TcpListener;
use std::time::{Duration, Instant};

use comity_register::{Access, Location, Register};

use crate::open::wait;

/// The message, and how long it took.
fn refusal(address: &str) -> (String, Duration) {
    let location: Location = address.parse().unwrap();
    let began = Instant::now();
    let error = wait(Register::open_for(&location, Access::Create)).err().unwrap();
    assert!(!format!("{error:?} {error}").contains("secret"), "{error:?}");
    (error.to_string(), began.elapsed())
}

/// Half a second beside the five that a server is waited for.
const SOON: Duration = Duration::from_millis(5500);

#[test]
fn a_server_that_is_away_is_named_within_five_seconds() {
    // Nobody listens there any more.
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    // Somebody takes the call and never says a word.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    for address in [closed, silent.local_addr().unwrap()] {
        let (message, took) = refusal(&format!("postgres://ana:secret@{address}/comity?password=secret"));
        assert_eq!(
            message,
            format!("postgres://{address}/comity does not answer: no connection within 5 seconds")
        );
        assert!(took < SOON, "{took:?}");
    }
}

#[test]
fn no_refusal_shows_a_password() {
    for address in [
        "postgres://ana:secret@localhost:port/comity",
        "postgres://ana:secret@localhost/comity?sslmode=nonsense",
        "postgres://localhost:1/comity?password=secret&sslpassword=secret&port=nonsense",
        "postgres://ana:secret@[::/comity",
        "postgres://localhost/comity?host=no.such.host.invalid&password=secret",
    ] {
        let (message, _) = refusal(address);
        assert!(
            message.starts_with("cannot open the register postgres://")
                || message.contains("does not answer"),
            "{message}"
        );
    }
}
