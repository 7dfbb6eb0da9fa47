//! `cargo xtask world OUT`: a register of known content, to measure with and to look at.

mod synthetic;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::command::output;
use crate::gazetteer;

/// The lists of the full register, after the built-in atlas, in the folder `data` of the shared material.
const LISTS: [&str; 8] = [
    "twin-cities-wikipedia/twin_cities_raw.csv",
    "sister-cities-worldlist/sister_cities.csv",
    "climate-networks-2022/subnational_contextuals_database_Dec2022.csv",
    "cdp-disclosing/2019_Cities_Disclosing_to_CDP.csv",
    "sister-cities-eu/austria.tsv",
    "sister-cities-eu/ireland.tsv",
    "sister-cities-eu/portugal.tsv",
    "sister-cities-eu/slovenia.tsv",
];

/// What is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Size {
    /// The atlas and the lists of others.
    Full,
    /// The atlas and so many links of cities that do not exist.
    Links(u32),
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Options {
    out: PathBuf,
    size: Size,
    seed: u64,
    /// The program to make it with; the one of a release if none is named.
    binary: Option<PathBuf>,
}

/// Makes the register and says what it holds.
pub(crate) fn world(root: &Path, words: &[String]) -> Result<ExitCode> {
    let options = Options::read(words)?;
    ensure!(!options.out.exists(), "{} is there already", options.out.display());
    let lists = match options.size {
        Size::Full => lists_of_others(root)?,
        Size::Links(links) => synthetic::write(&options.out, links, options.seed)?,
    };
    let house = House::new(root, &options)?;
    for list in &lists {
        eprintln!("{}", list.display());
        house.import(list)?;
    }
    if options.size != Size::Full {
        lists.iter().try_for_each(std::fs::remove_file)?;
    }
    print!("{}", house.told()?);
    Ok(ExitCode::SUCCESS)
}

fn lists_of_others(root: &Path) -> Result<Vec<PathBuf>> {
    let shared = std::env::var_os("COMITY_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let lists: Vec<PathBuf> = LISTS.iter().map(|list| shared.join("data").join(list)).collect();
    match lists.iter().find(|list| !list.exists()) {
        Some(missing) => bail!("the full register needs {}", missing.display()),
        None => Ok(lists),
    }
}

impl Options {
    fn read(words: &[String]) -> Result<Self> {
        let mut options = Self { out: PathBuf::new(), size: Size::Full, seed: 1, binary: None };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let mut value = || words.next().with_context(|| format!("{word} wants a value"));
            match word.as_str() {
                "--size" => options.size = size(value()?)?,
                "--seed" => options.seed = value()?.parse().context("--seed wants a number")?,
                "--binary" => options.binary = Some(value()?.into()),
                option if option.starts_with("--") => bail!("there is no option {option}"),
                out => options.out = out.into(),
            }
        }
        ensure!(options.out.file_name().is_some(), "name the file of the register: cargo xtask world OUT");
        Ok(options)
    }
}

fn size(word: &str) -> Result<Size> {
    match word {
        "full" => Ok(Size::Full),
        "100k" => Ok(Size::Links(100_000)),
        "1m" => Ok(Size::Links(1_000_000)),
        other => bail!("--size is full, 100k or 1m, not `{other}`"),
    }
}

/// The program, and the register that it makes.
struct House<'o> {
    binary: PathBuf,
    gazetteer: PathBuf,
    register: &'o Path,
}

impl<'o> House<'o> {
    fn new(root: &Path, options: &'o Options) -> Result<Self> {
        let gazetteer = match std::env::var_os("COMITY_GAZETTEER") {
            Some(path) => path.into(),
            None => gazetteer::compiled(root, "release")?,
        };
        let binary = match &options.binary {
            Some(binary) => binary.canonicalize().with_context(|| format!("{}", binary.display()))?,
            None => gazetteer::binary(root, "release")?,
        };
        Ok(Self { binary, gazetteer, register: &options.out })
    }

    fn comity(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.binary);
        command.env("COMITY_GAZETTEER", &self.gazetteer).arg("--register").arg(self.register);
        command.args(["--by", "xtask"]).args(arguments);
        command
    }

    /// Rows that could not be read are a part of a real list.
    fn import(&self, list: &Path) -> Result<()> {
        let ended = self.comity(&["import", "--problems", "0"]).arg(list).output().context("start comity")?;
        let said = || String::from_utf8_lossy(&ended.stderr).into_owned();
        ensure!(matches!(ended.status.code(), Some(0 | 1)), "import of {}: {}", list.display(), said());
        Ok(())
    }

    /// What it holds, a line each, with the digest by which two registers of one content are known.
    fn told(&self) -> Result<String> {
        Ok(told(&self.json(&["verify", "--json"])?, &self.json(&["ask", "coverage", "--json"])?))
    }

    fn json(&self, arguments: &[&str]) -> Result<Value> {
        Ok(serde_json::from_str(&output(&mut self.comity(arguments))?)?)
    }
}

/// `verified` and `coverage` are what `comity verify` and `comity ask coverage` answer.
fn told(verified: &Value, coverage: &Value) -> String {
    let line = |n: &Value, what: &str| format!("{:>9} {what}", n.to_string());
    let mut lines = vec![line(&verified["entries"], "entries"), line(&coverage["ties"], "ties")];
    for figure in coverage["figures"].as_array().into_iter().flatten() {
        let label = figure["label"].as_str().unwrap_or_default().to_lowercase();
        lines.push(line(&figure["possible"], &label));
    }
    lines.push(format!("content {}\n", verified["content"].as_str().unwrap_or_default()));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Options> {
        Options::read(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn options_are_read_and_others_refused() {
        let found = read("big.db --size 1m --seed 7").unwrap();
        assert_eq!((found.size, found.seed), (Size::Links(1_000_000), 7));
        assert_eq!(read("full.db").unwrap().size, Size::Full);
        for (line, says) in [
            ("", "name the file"),
            ("x.db --size 2m", "full, 100k or 1m"),
            ("x.db --seed", "wants a value"),
            ("x.db --fast", "no option --fast"),
        ] {
            let error = read(line).unwrap_err().to_string();
            assert!(error.contains(says), "{line}: {error}");
        }
    }

    #[test]
    fn what_it_holds_is_told_with_its_digest() {
        let verified = serde_json::json!({ "entries": 12, "content": "9f3a" });
        let coverage = serde_json::json!({ "ties": 3, "figures": [{ "label": "Sources", "possible": 2 }] });
        assert_eq!(
            told(&verified, &coverage),
            "       12 entries\n        3 ties\n        2 sources\ncontent 9f3a\n"
        );
    }
}
