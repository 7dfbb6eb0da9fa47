//! A PostgreSQL server of our own, for as long as the tests run.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::command::{answers, apt_install, is_root, output};

/// A running server; it is stopped and its data removed when this is dropped.
pub(crate) struct Server {
    programs: PathBuf,
    folder: PathBuf,
    port: u16,
}

impl Server {
    /// Starts one on a free loopback port, installing PostgreSQL first where that is allowed.
    pub(crate) fn start() -> Result<Self> {
        let programs = installed()?;
        let folder = std::env::temp_dir().join(format!("comity-postgres-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        if is_root() {
            output(Command::new("chown").arg("postgres").arg(&folder))?;
        }
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let server = Self { programs, folder, port };
        let data = server.folder.join("data");
        output(server.program("initdb").args(["--auth=trust", "--username=comity", "-D"]).arg(&data))?;
        let options = format!(
            "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={} -c fsync=off",
            server.folder.display()
        );
        let log = server.folder.join("log");
        let mut start = server.program("pg_ctl");
        start.arg("-D").arg(&data).arg("-l").arg(&log).args(["-w", "-o", &options, "start"]);
        // The server keeps the pipes of its starter open: wait for the status alone.
        let status =
            start.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).status()?;
        ensure!(status.success(), "PostgreSQL did not start; see {}", log.display());
        Ok(server)
    }

    /// Where tests may make databases of their own.
    pub(crate) fn url(&self) -> String {
        format!("postgres://comity@127.0.0.1:{}/postgres", self.port)
    }

    fn program(&self, name: &str) -> Command {
        let path = self.programs.join(name);
        let mut command;
        if is_root() {
            command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(path);
        } else {
            command = Command::new(path);
        }
        command.current_dir(&self.folder);
        command
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let mut stop = self.program("pg_ctl");
        stop.arg("-D").arg(self.folder.join("data")).args(["-m", "immediate", "stop"]);
        if let Err(error) = output(&mut stop) {
            eprintln!("PostgreSQL was not stopped: {error:#}");
        }
        drop(std::fs::remove_dir_all(&self.folder));
    }
}

fn installed() -> Result<PathBuf> {
    if let Some(programs) = newest() {
        return Ok(programs);
    }
    ensure!(is_root(), "PostgreSQL is not installed, and only root may install it (Debian: postgresql)");
    apt_install(&["postgresql"])?;
    newest().context("PostgreSQL was installed but its programs were not found")
}

/// Debian keeps each major version's programs in a folder of its own.
fn newest() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    found.retain(|programs| answers(programs.join("initdb"), "--version"));
    found.sort();
    found.pop().or_else(|| {
        let folder = output(Command::new("pg_config").arg("--bindir")).ok()?;
        let folder = Path::new(folder.trim()).to_owned();
        answers(folder.join("initdb"), "--version").then_some(folder)
    })
}
