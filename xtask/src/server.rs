//! `comity serve` for the length of a bench or an attack.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

/// Killed when dropped.
pub(crate) struct Server {
    child: Child,
    /// `127.0.0.1:43210`.
    pub(crate) address: String,
}

impl Server {
    /// Starts it on a free port; returns when it has said which.
    pub(crate) fn start(comity: &mut Command) -> Result<Self> {
        comity.args(["serve", "--listen", "127.0.0.1:0"]);
        let mut child = comity.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let mut said = BufReader::new(child.stdout.take().context("the server's output")?).lines();
        let mut server = Self { child, address: String::new() };
        let url = said.find_map(|line| line.ok()?.split_once("http://").map(|(_, rest)| rest.to_owned()));
        url.context("the server printed no URL")?.trim_end_matches('/').clone_into(&mut server.address);
        Ok(server)
    }

    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// Whether it is still there.
    pub(crate) fn runs(&mut self) -> bool {
        self.child.try_wait().is_ok_and(|ended| ended.is_none())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
