//! The registers that benches are run on: links of cities that do not exist, at two sizes, and the full one.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::output;
use crate::gazetteer;

/// What `cargo xtask world` calls them, and how many links they hold.
const SIZES: [(&str, u32); 2] = [("100k", 100_000), ("1m", 1_000_000)];

/// A register of known content, and the program to ask it with.
pub(super) struct World {
    /// Of cities that do not exist.
    pub(super) links: u32,
    pub(super) register: PathBuf,
    binary: PathBuf,
    gazetteer: PathBuf,
}

/// Both sizes, made where they are missing in a folder that is thrown away with `target`.
pub(super) fn worlds(root: &Path) -> Result<Vec<World>> {
    SIZES.iter().map(|&(size, links)| made(root, size, links)).collect()
}

/// The atlas and the lists of others beside the checkout, likewise.
pub(super) fn full(root: &Path) -> Result<World> {
    made(root, "full", 0)
}

fn made(root: &Path, size: &str, links: u32) -> Result<World> {
    let (binary, gazetteer) = gazetteer::program(root, "release")?;
    let folder = root.join("target/bench-worlds");
    std::fs::create_dir_all(&folder)?;
    let register = folder.join(format!("{size}.db"));
    if !register.exists() {
        // One that is broken off must not pass for a whole one.
        let part = format!("{size}.part");
        clear(&folder, &part)?;
        let made = folder.join(format!("{part}.db"));
        let words = [made.to_string_lossy().into_owned(), "--size".to_owned(), size.to_owned()];
        let with = ["--binary".to_owned(), binary.to_string_lossy().into_owned()];
        crate::world::world(root, &[words.as_slice(), &with].concat())?;
        std::fs::rename(&made, &register).context("name the register")?;
        clear(&folder, &part)?;
    }
    Ok(World { links, register, binary, gazetteer })
}

/// Takes away what an earlier making left of a register: lists, lock, snapshot.
fn clear(folder: &Path, register: &str) -> Result<()> {
    for file in std::fs::read_dir(folder)? {
        let path = file?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(&format!("{register}.")) {
            std::fs::remove_file(&path).with_context(|| format!("remove {}", path.display()))?;
        }
    }
    Ok(())
}

impl World {
    /// The program on this register.
    pub(super) fn comity(&self) -> Command {
        let mut command = Command::new(&self.binary);
        command.env("COMITY_GAZETTEER", &self.gazetteer).arg("--register").arg(&self.register);
        command.args(["--by", "bench"]);
        command
    }

    /// The same program on a copy of this register without its snapshot: what is written there is thrown away.
    pub(super) fn copy(&self) -> Result<Self> {
        let register = self.register.with_extension("copy.db");
        std::fs::copy(&self.register, &register).context("copy the register")?;
        let (binary, gazetteer) = (self.binary.clone(), self.gazetteer.clone());
        let copy = Self { links: self.links, register, binary, gazetteer };
        copy.forget()?;
        Ok(copy)
    }

    pub(super) fn snapshot(&self) -> PathBuf {
        self.register.with_added_extension("snapshot")
    }

    /// Takes the snapshot away, so that the next to ask makes it.
    pub(super) fn forget(&self) -> Result<()> {
        match std::fs::remove_file(self.snapshot()) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// Takes all of it away.
    pub(super) fn remove(self) -> Result<()> {
        self.forget()?;
        // A server that is ended by force leaves the last two.
        for end in [".lock", "-wal", "-shm"] {
            let mut beside = self.register.clone().into_os_string();
            beside.push(end);
            drop(std::fs::remove_file(beside));
        }
        std::fs::remove_file(&self.register).context("take the copy away")
    }

    /// Opens it once, so that the snapshot lies there.
    pub(super) fn warm(&self) -> Result<()> {
        output(self.comity().args(["ask", "profile", "synville-1", "--json"])).map(drop)
    }
}

/// To which power of the links the figures grow from the first size to the last.
pub(super) fn exponent(figures: &[f64]) -> f64 {
    let [(_, small), (_, large)] = SIZES;
    let [first, .., last] = figures else { return f64::NAN };
    (last / first).ln() / (f64::from(large) / f64::from(small)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leftovers_of_one_size_go_and_the_others_stay() {
        let folder = std::env::temp_dir().join(format!("comity-worlds-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        for name in ["1m.part.db", "1m.part.db-wal", "1m.part.3.jsonl", "1m.db", "100k.part.db"] {
            std::fs::write(folder.join(name), "").expect("a file");
        }
        clear(&folder, "1m.part").expect("cleared");
        let left = std::fs::read_dir(&folder).expect("a folder");
        let mut left: Vec<_> = left.map(|file| file.expect("a file").file_name()).collect();
        left.sort();
        std::fs::remove_dir_all(&folder).expect("removed");
        assert_eq!(left, ["100k.part.db", "1m.db"]);
    }

    #[test]
    fn what_takes_ten_times_as_long_for_ten_times_the_links_grows_with_them() {
        assert_eq!(exponent(&[2.0, 20.0]).to_string(), "1");
        assert!(exponent(&[1.0]).is_nan());
    }
}
