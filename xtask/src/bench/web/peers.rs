//! What pages are set beside: a bare route that answers as many bytes, and Datasette on the same rows.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::{one_after_the_other, paths, together, told};
use crate::bench::peers::venv;
use crate::bench::worlds::World;
use crate::command::{cargo, must};

/// A program that is ended when this goes.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// An axum route that answers bytes and does nothing else.
pub(super) struct Ceiling {
    _server: Running,
    pub(super) address: String,
}

impl Ceiling {
    pub(super) fn start(root: &Path) -> Result<Self> {
        let example = ["--release", "--locked", "--quiet", "--package", "comity-web", "--example", "ceiling"];
        must(&mut cargo(root, "build", &example))?;
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        let mut command = Command::new(target.join("release/examples/ceiling"));
        let mut server = Running(command.stdout(Stdio::piped()).spawn().context("start the bare route")?);
        let mut address = String::new();
        let said = server.0.stdout.take().context("its output")?;
        BufReader::new(said).read_line(&mut address)?;
        Ok(Self { _server: server, address: address.trim().to_owned() })
    }

    /// Where it answers as many bytes.
    pub(super) fn path(body: &[u8]) -> String {
        format!("/{}", body.len())
    }
}

/// Datasette by its Python package.
pub(super) struct Datasette {
    python: PathBuf,
}

impl Datasette {
    pub(super) fn installed(root: &Path) -> Result<Self> {
        Ok(Self { python: venv(root, &["datasette==0.65.1"])? })
    }

    /// The rows of one city in the register's own tables, as a page and as JSON; warm and cold are one there.
    pub(super) fn bench(&self, world: &World) -> Result<()> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let address = format!("127.0.0.1:{port}");
        let mut command = Command::new(&self.python);
        command.args(["-m", "datasette", "serve", "--immutable"]).arg(&world.register);
        command.args(["--port", &port.to_string()]).stdout(Stdio::null()).stderr(Stdio::null());
        let _server = Running(command.spawn().context("start datasette")?);
        let started = Instant::now();
        while TcpStream::connect(&address).is_err() {
            ensure!(started.elapsed() < Duration::from_mins(1), "datasette did not start within a minute");
            std::thread::sleep(Duration::from_millis(50));
        }
        let name = world.register.file_stem().unwrap_or_default().to_string_lossy();
        for (what, format) in [("page", ""), ("JSON", ".json")] {
            let page = format!("/{name}/reading{format}?entity=synville-{{n}}");
            told(
                &format!("datasette, {what}, 1 client"),
                &one_after_the_other(&address, &paths(&page, 100, 0))?,
            );
            let path = paths(&page, 1, 0).remove(0);
            told(&format!("datasette, {what}, 8 clients"), &together(&address, &path)?);
        }
        Ok(())
    }
}
