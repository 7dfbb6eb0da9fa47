//! `comity serve` for the length of a bench.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

/// Stopped when dropped.
pub(super) struct Server {
    child: Child,
    /// `127.0.0.1:43210`.
    pub(super) address: String,
}

impl Server {
    /// Starts it on a free port; returns when it has said which.
    pub(super) fn start(comity: &mut Command) -> Result<Self> {
        comity.args(["serve", "--listen", "127.0.0.1:0"]);
        let mut child = comity.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let mut said = BufReader::new(child.stdout.take().context("the server's output")?).lines();
        let mut server = Self { child, address: String::new() };
        let url = said.find_map(|line| line.ok()?.split_once("http://").map(|(_, rest)| rest.to_owned()));
        url.context("the server printed no URL")?.trim_end_matches('/').clone_into(&mut server.address);
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
