//! The archive, unpacked where nothing is but a C library: read-only, without a PATH, its register in a folder of its own.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::command::{is_root, must, output};

/// Within so long from the unpacking there must be a page.
const PATIENCE: Duration = Duration::from_mins(1);

/// In a mount namespace of its own: the root read-only, the folder for the register apart, then the program alone.
const ENTER: &str = r#"
mount --bind "$1" "$1" && mount -t proc proc "$1/proc" && mount -t tmpfs tmpfs "$1/data" || exit 1
mount -o remount,bind,ro "$1" || exit 1
root=$1; shift
exec env -i PATH= HOME=/data "$(command -v chroot)" "$root" "$@"
"#;

/// What the trial showed, in a sentence.
pub(super) fn tried(archive: &Path, binary: &Path) -> Result<String> {
    if !is_root() {
        bail!("the trial in a bare root needs root: the archive is there, and untried");
    }
    let shelf = archive.parent().context("the folder of the archive")?;
    let bare = shelf.join("bare-root");
    if bare.exists() {
        fs::remove_dir_all(&bare)?;
    }
    for folder in ["opt", "proc", "data"] {
        fs::create_dir_all(bare.join(folder))?;
    }
    for library in libraries(binary)? {
        let inside = bare.join(library.strip_prefix("/").unwrap_or(&library));
        fs::create_dir_all(inside.parent().context("the folder of a library")?)?;
        fs::copy(&library, inside).with_context(|| format!("copy {}", library.display()))?;
    }
    let began = Instant::now();
    must(Command::new("tar").args(["-I", "zstd", "-xf"]).arg(archive).arg("-C").arg(bare.join("opt")))?;
    let first = first_page(&bare, &["--register", "/data/comity.db", "serve"], began)?;
    let said = format!("first page {:.1} s after `tar x`, in a bare read-only root", first.as_secs_f64());
    fs::remove_dir_all(&bare)?;
    Ok(said)
}

/// The C library and what else the dynamic linker loads.
fn libraries(binary: &Path) -> Result<Vec<PathBuf>> {
    let said = output(Command::new("ldd").arg(binary))?;
    let paths = said.split_whitespace().filter(|word| word.starts_with('/')).map(PathBuf::from);
    Ok(paths.collect())
}

fn first_page(bare: &Path, verb: &[&str], began: Instant) -> Result<Duration> {
    let folders = fs::read_dir(bare.join("opt"))?.flatten();
    let folder = folders.map(|entry| entry.file_name()).next().context("what was unpacked")?;
    let program = Path::new("/opt").join(folder).join("comity");
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?.to_string();
    let mut enter = Command::new("unshare");
    enter.args(["--mount", "--fork", "--kill-child", "sh", "-c", ENTER, "enter"]).arg(bare).arg(program);
    let mut server = Running(enter.args(verb).args(["--listen", &address]).spawn().context("start unshare")?);
    while began.elapsed() < PATIENCE {
        if let Some(ended) = server.0.try_wait()? {
            bail!("the program ended with {ended} in the bare root");
        }
        if let Ok(page) = page(&address) {
            let is_filled = page.contains("on record") && !page.contains(">0 agreements");
            ensure!(is_filled, "the first page has nothing on record");
            return Ok(began.elapsed());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    bail!("no page within {} seconds", PATIENCE.as_secs())
}

fn page(address: &str) -> Result<String> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(stream, "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    let mut text = String::new();
    stream.read_to_string(&mut text)?;
    ensure!(text.starts_with("HTTP/1.1 200"), "{}", text.lines().next().unwrap_or_default());
    Ok(text)
}

/// Killed when dropped.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}
