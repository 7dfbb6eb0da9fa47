//! `comity serve` as a running program, and a client that speaks plain HTTP to it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::command;

pub(crate) const TOKEN: &str = "a-token-of-the-tests-alone";

/// Killed when dropped.
pub(crate) struct Server {
    child: Child,
    /// `127.0.0.1:43210`.
    pub(crate) address: String,
    /// The path of the link for whoever started it.
    pub(crate) link: String,
}

impl Server {
    /// On a free port, with the built-in atlas in a register of its own.
    pub(crate) fn start(folder: &Path, arguments: &[&str]) -> Self {
        let mut serve = command(folder, &["serve", "--listen", "127.0.0.1:0", "--admin-token", TOKEN]);
        serve.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = serve.spawn().unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let url = said.next().expect("the first line is the address");
        let address = url.strip_prefix("http://").unwrap().trim_end_matches('/').to_owned();
        let link = said.next().expect("the second line is a link");
        let link = link.split(' ').next().unwrap();
        let link = link.find("/enter/").and_then(|at| link.get(at..)).unwrap().to_owned();
        Self { child, address, link }
    }

    /// Sends a signal by its name, as a service manager does.
    #[cfg(unix)]
    pub(crate) fn signal(&self, name: &str) {
        let pid = self.child.id().to_string();
        let sent = std::process::Command::new("kill").args(["-s", name, &pid]).status().unwrap();
        assert!(sent.success());
    }

    /// The status it ended with and all it wrote on the standard error; it must end within this time.
    pub(crate) fn ended(mut self, within: Duration) -> (Option<i32>, String) {
        let began = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(began.elapsed() < within, "still running after {within:?}");
            std::thread::sleep(Duration::from_millis(50));
        };
        (status.code(), self.noted())
    }

    /// What it wrote on the standard error until it ended; ends it.
    pub(crate) fn noted(&mut self) -> String {
        drop(self.child.kill());
        let mut noted = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut noted).unwrap();
        noted
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// A request to whoever listens at `address`.
pub(crate) struct Ask<'a> {
    pub(crate) address: &'a str,
    /// As a browser names the server.
    pub(crate) host: &'a str,
    pub(crate) headers: Vec<(&'a str, String)>,
}

impl<'a> Ask<'a> {
    pub(crate) fn of(address: &'a str) -> Self {
        Self { address, host: address, headers: Vec::new() }
    }

    pub(crate) fn by(address: &'a str, host: &'a str) -> Self {
        Self { host, ..Self::of(address) }
    }

    pub(crate) fn with(mut self, name: &'a str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub(crate) fn get(&self, path: &str) -> String {
        self.send("GET", path, "")
    }

    pub(crate) fn post(&self, path: &str, form: &str) -> String {
        self.send("POST", path, form)
    }

    /// Head and body of the reply.
    fn send(&self, method: &str, path: &str, form: &str) -> String {
        let mut stream = TcpStream::connect(self.address).unwrap();
        let mut headers = vec![("Host", self.host.to_owned()), ("Connection", "close".to_owned())];
        headers.extend(self.headers.iter().cloned());
        if method == "POST" {
            headers.push(("Content-Type", "application/x-www-form-urlencoded".to_owned()));
            headers.push(("Content-Length", form.len().to_string()));
        }
        let head: String = headers.iter().map(|(name, value)| [name, ": ", value, "\r\n"].concat()).collect();
        let request = format!("{method} {path} HTTP/1.1\r\n{head}\r\n{form}");
        stream.write_all(request.as_bytes()).unwrap();
        let mut reply = Vec::new();
        stream.read_to_end(&mut reply).unwrap();
        String::from_utf8_lossy(&reply).into_owned()
    }

    /// Opens a session as a page of `origin` does; what to send as the cookie from then on.
    pub(crate) fn enter(address: &'a str, host: &'a str, link: &str) -> String {
        let reply = Self::by(address, host).with("Origin", format!("http://{host}")).post(link, "");
        assert_eq!(status(&reply), 303, "{reply}");
        let cookie = reply.lines().find_map(|line| {
            let (name, value) = line.split_once(": ")?;
            name.eq_ignore_ascii_case("set-cookie").then(|| value.split(';').next().unwrap_or_default())
        });
        cookie.expect("a session has a cookie").to_owned()
    }
}

pub(crate) fn status(reply: &str) -> u16 {
    reply
        .split(' ')
        .nth(1)
        .and_then(|status| status.parse().ok())
        .unwrap_or_else(|| panic!("no status: {reply}"))
}
