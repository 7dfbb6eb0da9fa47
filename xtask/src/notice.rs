//! `cargo xtask notice`: whose work is in the program and under which licences, made from the lock files.

mod crates;
mod licence;
mod scripts;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use licence::Texts;

const FILE: &str = "NOTICE";

const HEAD: &str = "\
Comity: the open register, atlas and observatory of city diplomacy.
Licensed under the Apache License, Version 2.0, whose text is in the file LICENSE.

The program contains the works of others named below, each under its own licence. Where several licences are
offered and Apache-2.0 is one of them, that one is taken. The texts that the others ask to be kept stand at the end.

Made by `cargo xtask notice` from Cargo.lock and web/package-lock.json; not to be edited.


DATA

GeoNames: places and their names. CC BY 4.0, https://www.geonames.org/
Unicode CLDR: names of countries and their divisions. Unicode-3.0, https://cldr.unicode.org/
Natural Earth: land and borders on the map. Public domain, https://www.naturalearthdata.com/


FONTS

DejaVu Sans 2.37: letters in pictures. Bitstream Vera licence, at the end
";

/// As the fonts themselves bear it.
const FONTS: &str = include_str!("notice/dejavu.txt");

/// A work of somebody else that is in the program.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Work {
    pub(crate) name: String,
    pub(crate) version: String,
    /// An SPDX expression, as the work states it.
    pub(crate) licence: String,
    /// Where its files are.
    folder: PathBuf,
}

/// All of other people's crates that the program is linked from.
pub(crate) fn crates(root: &Path) -> Result<Vec<Work>> {
    crates::works(root)
}

/// What of other people's is in the pages.
pub(crate) fn scripts(root: &Path) -> Result<Vec<Work>> {
    scripts::works(root)
}

/// Writes the file anew.
pub(crate) fn write(root: &Path) -> Result<ExitCode> {
    fs::write(root.join(FILE), made(root)?).context("write NOTICE")?;
    Ok(ExitCode::SUCCESS)
}

/// # Errors
/// When the file is not what the lock files say.
pub(crate) fn check(root: &Path) -> Result<()> {
    let found = fs::read_to_string(root.join(FILE)).unwrap_or_default();
    if found != made(root)? {
        bail!("NOTICE is not what the lock files say: run `cargo xtask notice`");
    }
    Ok(())
}

fn made(root: &Path) -> Result<String> {
    let (crates, scripts) = (crates::works(root)?, scripts::works(root)?);
    let mut text = format!("{HEAD}\n\nRUST CRATES\n\n{}", listed(&crates));
    write!(text, "\n\nSCRIPTS AND STYLES OF THE PAGES\n\n{}", listed(&scripts))?;
    text.push_str("\n\nLICENCE TEXTS\n");
    for (licence, works) in texts(crates.iter().chain(&scripts))? {
        write!(text, "\n{}\n{works}\n\n{licence}\n", "-".repeat(80))?;
    }
    write!(text, "\n{}\nDejaVu Sans\n\n{FONTS}\n", "-".repeat(80))?;
    Ok(text)
}

fn listed(works: &[Work]) -> String {
    let line = |work: &Work| format!("{} {}: {}\n", work.name, work.version, work.licence);
    works.iter().map(line).collect::<Vec<_>>().concat()
}

/// The texts to be kept, each once, with the works it goes with; in the order of the first of these.
fn texts<'w>(works: impl Iterator<Item = &'w Work>) -> Result<Vec<(String, String)>> {
    let mut by_text: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for work in works {
        let of = match licence::texts(work)? {
            Texts::None => continue,
            Texts::Kept(texts) => texts,
        };
        for text in of {
            by_text.entry(text).or_default().push(format!("{} {}", work.name, work.version));
        }
    }
    let mut texts: Vec<(String, String)> =
        by_text.into_iter().map(|(text, works)| (text, works.join(", "))).collect();
    texts.sort_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
    Ok(texts)
}
