//! As much of HTTP/1.1 as a stranger needs: bytes out, an answer back, and how long it took.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::target::TOKEN;

/// What came back.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: Vec<u8>,
    pub(super) took: Duration,
}

/// Sends bytes and waits for an answer. `None`: the other side hung up, or said nothing in time.
pub(super) fn send(address: &str, bytes: &[u8], patience: Duration) -> Result<Option<Answer>> {
    let started = Instant::now();
    let peer: SocketAddr = address.parse().context("the server's address")?;
    let mut stream = TcpStream::connect_timeout(&peer, patience).context("connect")?;
    stream.set_read_timeout(Some(patience))?;
    stream.set_write_timeout(Some(patience))?;
    // Who refuses a request may hang up before all of it was sent.
    let sent = stream.write_all(bytes);
    let mut received = Vec::new();
    let mut piece = [0_u8; 16 << 10];
    while started.elapsed() < patience && !is_whole(&received) {
        match stream.read(&mut piece) {
            Ok(0) => break,
            Ok(read) => received.extend_from_slice(piece.split_at(read).0),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => break,
        }
    }
    drop(sent);
    Ok(parsed(&received, started.elapsed()))
}

/// `GET` by a well-behaved client.
pub(super) fn get(address: &str, path: &str, patience: Duration) -> Result<Option<Answer>> {
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    send(address, request.as_bytes(), patience)
}

/// A form, sent by a program that has the admin token.
pub(super) fn post(address: &str, path: &str, form: &str, patience: Duration) -> Result<Option<Answer>> {
    let length = form.len();
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nAccept: application/json\r\n\
         Authorization: Bearer {TOKEN}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{form}"
    );
    send(address, request.as_bytes(), patience)
}

/// Where the headers end and the body starts.
fn body_at(received: &[u8]) -> Option<usize> {
    received.windows(4).position(|four| four == b"\r\n\r\n").map(|at| at + 4)
}

fn header<'h>(head: &'h str, name: &str) -> Option<&'h str> {
    let lines = head.lines().filter_map(|line| line.split_once(':'));
    lines.into_iter().find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

/// Whether the length that was announced has come; a body without one ends with the connection.
fn is_whole(received: &[u8]) -> bool {
    let Some(at) = body_at(received) else { return false };
    let head = String::from_utf8_lossy(received.split_at(at).0).into_owned();
    if let Some(length) = header(&head, "content-length").and_then(|length| length.parse::<usize>().ok()) {
        return received.len() >= at + length;
    }
    let bodiless = head.starts_with("HTTP/1.1 304") || head.starts_with("HTTP/1.1 204");
    let chunked = header(&head, "transfer-encoding").is_some_and(|how| how.contains("chunked"));
    bodiless || chunked && received.ends_with(b"0\r\n\r\n")
}

fn parsed(received: &[u8], took: Duration) -> Option<Answer> {
    let at = body_at(received)?;
    let (head, body) = received.split_at(at);
    let head = String::from_utf8_lossy(head).into_owned();
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let chunked = header(&head, "transfer-encoding").is_some_and(|how| how.contains("chunked"));
    let body = if chunked { unchunked(body) } else { body.to_vec() };
    Some(Answer { status, body, took })
}

fn unchunked(mut body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    while let Some(end) = body.windows(2).position(|two| two == b"\r\n") {
        let (size, rest) = body.split_at(end);
        let size =
            std::str::from_utf8(size).ok().and_then(|size| usize::from_str_radix(size.trim(), 16).ok());
        let Some(size) = size.filter(|size| *size > 0 && *size + 4 <= rest.len()) else { break };
        whole.extend_from_slice(rest.get(2..size + 2).unwrap_or_default());
        body = rest.get(size + 4..).unwrap_or_default();
    }
    whole
}

/// A text as it may stand in an address.
pub(super) fn escaped(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read() {
        let took = Duration::ZERO;
        let answer =
            parsed(b"HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno", took).expect("an answer");
        assert_eq!((answer.status, answer.body.as_slice()), (404, &b"no"[..]));
        let chunked = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n";
        assert!(is_whole(chunked) && !is_whole(chunked.split_at(chunked.len() - 5).0));
        assert_eq!(parsed(chunked, took).expect("an answer").body, b"abc");
        assert!(parsed(b"", took).is_none());
    }

    #[test]
    fn addresses_are_escaped() {
        assert_eq!(escaped("São/é?"), "S%C3%A3o%2F%C3%A9%3F");
    }
}
