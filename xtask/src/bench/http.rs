//! Clients that ask for pages one after the other on a connection that stays open, and how long each took.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

/// One connection.
pub(super) struct Client {
    address: String,
    stream: TcpStream,
    replies: BufReader<TcpStream>,
}

/// What was answered.
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) body: Vec<u8>,
}

impl Client {
    pub(super) fn connect(address: &str) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_mins(2)))?;
        let replies = BufReader::new(stream.try_clone()?);
        Ok(Self { address: address.to_owned(), stream, replies })
    }

    pub(super) fn get(&mut self, path: &str) -> Result<Reply> {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address))
    }

    /// Sends a whole request and reads its reply, of stated length or in chunks.
    pub(super) fn send(&mut self, request: &str) -> Result<Reply> {
        self.stream.write_all(request.as_bytes())?;
        let first = self.line()?;
        let status = first.split(' ').nth(1).and_then(|status| status.parse().ok());
        let status = status.with_context(|| format!("`{first}` is no reply"))?;
        let (mut length, mut is_chunked) = (0, false);
        loop {
            let line = self.line()?.to_ascii_lowercase();
            if let Some(said) = line.strip_prefix("content-length:") {
                length = said.trim().parse()?;
            }
            is_chunked |= line.starts_with("transfer-encoding:") && line.contains("chunked");
            if line.is_empty() {
                break;
            }
        }
        let body = if is_chunked { self.chunks()? } else { self.bytes(length)? };
        Ok(Reply { status, body })
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        ensure!(self.replies.read_line(&mut line)? > 0, "the server hung up");
        Ok(line.trim_end().to_owned())
    }

    fn bytes(&mut self, length: usize) -> Result<Vec<u8>> {
        let mut bytes = vec![0; length];
        self.replies.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    fn chunks(&mut self) -> Result<Vec<u8>> {
        let mut body = Vec::new();
        loop {
            let length = usize::from_str_radix(self.line()?.trim(), 16).context("the length of a chunk")?;
            body.extend(self.bytes(length)?);
            self.line()?;
            if length == 0 {
                return Ok(body);
            }
        }
    }
}

/// How requests went: what each took, and all together.
pub(super) struct Load {
    /// In order of length.
    took: Vec<Duration>,
    seconds: f64,
}

impl Load {
    /// Each client asks for its own `paths`, one after the other, until all were asked for or the time is up.
    pub(super) fn of(address: &str, clients: &[Vec<String>], most: Duration) -> Result<Self> {
        let started = Instant::now();
        let took = std::thread::scope(|scope| {
            let running: Vec<_> =
                clients.iter().map(|paths| scope.spawn(|| asked(address, paths, most))).collect();
            let mut took = Vec::new();
            for client in running {
                took.extend(client.join().expect("a client does not panic")?);
            }
            anyhow::Ok(took)
        });
        let (mut took, seconds) = (took?, started.elapsed().as_secs_f64());
        took.sort_unstable();
        Ok(Self { took, seconds })
    }

    pub(super) fn requests(&self) -> usize {
        self.took.len()
    }

    #[expect(clippy::cast_precision_loss, reason = "requests are few")]
    pub(super) fn per_second(&self) -> f64 {
        self.took.len() as f64 / self.seconds
    }

    /// Milliseconds within which so many of a hundred were answered; NaN where there was none.
    pub(super) fn within(&self, of_hundred: usize) -> f64 {
        let place = (self.took.len() * of_hundred).div_ceil(100).saturating_sub(1);
        self.took.get(place).map_or(f64::NAN, |took| took.as_secs_f64() * 1000.0)
    }
}

fn asked(address: &str, paths: &[String], most: Duration) -> Result<Vec<Duration>> {
    let mut client = Client::connect(address)?;
    let (began, mut took) = (Instant::now(), Vec::new());
    for path in paths {
        if began.elapsed() > most {
            break;
        }
        let started = Instant::now();
        let reply = client.get(path)?;
        ensure!(reply.status == 200, "{path} was answered with {}", reply.status);
        took.push(started.elapsed());
    }
    Ok(took)
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::*;

    #[test]
    fn replies_of_stated_length_and_in_chunks_are_read() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let said = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab\
                        HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n1\r\nd\r\n0\r\n\r\n";
            stream.write_all(said.as_bytes()).unwrap();
            std::io::copy(&mut stream, &mut std::io::sink()).unwrap();
        });
        let mut client = Client::connect(&address).unwrap();
        let [one, other] = ["/", "/x"].map(|path| client.get(path).unwrap());
        assert_eq!((one.status, one.body.as_slice()), (200, &b"ab"[..]));
        assert_eq!((other.status, other.body.as_slice()), (404, &b"abcd"[..]));
        drop(client);
        server.join().unwrap();
    }

    #[test]
    fn quantiles_are_those_of_the_nearest_rank() {
        let load = |took: std::ops::RangeInclusive<u64>| Load {
            took: took.map(Duration::from_millis).collect(),
            seconds: 2.0,
        };
        let hundred = load(1..=100);
        assert_eq!([50, 99].map(|share| hundred.within(share).to_string()), ["50", "99"]);
        assert_eq!(hundred.per_second().to_string(), "50");
        #[expect(clippy::reversed_empty_ranges, reason = "none at all")]
        let none = load(1..=0);
        assert!(none.within(99).is_nan());
    }
}
