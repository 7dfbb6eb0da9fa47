//! Which of the licences that a work offers is taken, and the texts that go with it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::Work;

/// What has to be kept of a work besides its name.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Texts {
    /// Taken under our own licence, whose text is in LICENSE.
    None,
    Kept(Vec<String>),
}

/// Under which a work may be taken without keeping any text: our own, and those that ask for nothing.
const ASKS_NOTHING: [&str; 4] = ["Apache-2.0", "Apache-2.0 WITH LLVM-exception", "0BSD", "MIT-0"];

/// # Errors
/// When a text must be kept and the work's folder has none: somebody has to look.
pub(super) fn texts(work: &Work) -> Result<Texts> {
    let notice = files(&work.folder, &["NOTICE"])?;
    if offers(&work.licence).iter().any(|licence| ASKS_NOTHING.contains(licence)) {
        return Ok(if notice.is_empty() { Texts::None } else { Texts::Kept(notice) });
    }
    let mut found = files(&work.folder, &["LICENSE", "LICENCE", "COPYING", "UNLICENSE"])?;
    if found.is_empty() {
        found.push(stated(work)?);
    }
    Ok(Texts::Kept(found.into_iter().chain(notice).collect()))
}

/// The licences of which one may be chosen; one where all hold together.
fn offers(expression: &str) -> Vec<&str> {
    if expression.contains(" AND ") {
        return vec![expression];
    }
    let plain = expression.trim_matches(['(', ')']);
    plain.split(" OR ").flat_map(|part| part.split('/')).map(str::trim).collect()
}

/// The files of a folder whose names begin so, in order of name; of the Apache licence there is a copy in LICENSE.
fn files(folder: &Path, beginnings: &[&str]) -> Result<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("read {}", folder.display()))? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.retain(|name: &String| {
        let upper = name.to_uppercase();
        beginnings.iter().any(|start| upper.starts_with(start)) && !upper.contains("APACHE")
    });
    names.sort();
    names.iter().map(|name| text(&folder.join(name))).collect()
}

/// A licence's text with its lines ended in one way, so that copies are told as such.
fn text(file: &Path) -> Result<String> {
    let bytes = fs::read(file).with_context(|| format!("read {}", file.display()))?;
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().map(str::trim_end).collect();
    Ok(lines.join("\n").trim_matches('\n').to_owned())
}

/// For works that name a licence and come without its text.
fn stated(work: &Work) -> Result<String> {
    let known = STANDARD.iter().find(|(licence, _)| offers(&work.licence).contains(licence));
    match known {
        Some((_, text)) => Ok(format!("Copyright (c) the authors of {}\n\n{}", work.name, text.trim())),
        None => {
            bail!("{} {} ({}) comes without the text of its licence", work.name, work.version, work.licence)
        }
    }
}

const STANDARD: [(&str, &str); 1] = [("MIT", include_str!("mit.txt"))];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_licence_of_several_is_taken() {
        assert_eq!(offers("MIT OR Apache-2.0"), ["MIT", "Apache-2.0"]);
        assert_eq!(offers("MIT/Apache-2.0"), ["MIT", "Apache-2.0"]);
        assert_eq!(offers("(MIT OR Apache-2.0) AND Unicode-3.0"), ["(MIT OR Apache-2.0) AND Unicode-3.0"]);
    }

    #[test]
    fn a_text_is_kept_where_the_licence_asks_for_it() {
        let folder = std::env::temp_dir().join(format!("comity-notice-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let write = |name: &str, text: &str| fs::write(folder.join(name), text).expect("a file");
        write("LICENSE-MIT", "Copyright A\r\n\r\nPermission …\n\n");
        write("LICENSE-APACHE", "Apache License");
        write("Cargo.toml", "[package]");
        let of = |licence: &str| Work {
            name: "a".to_owned(),
            version: "1.0.0".to_owned(),
            licence: licence.to_owned(),
            folder: folder.clone(),
        };
        assert_eq!(texts(&of("MIT OR Apache-2.0")).expect("texts"), Texts::None);
        let kept = Texts::Kept(vec!["Copyright A\n\nPermission …".to_owned()]);
        assert_eq!(texts(&of("MIT")).expect("texts"), kept);
        fs::remove_file(folder.join("LICENSE-MIT")).expect("a file");
        assert!(texts(&of("ISC")).is_err_and(|error| error.to_string().contains("a 1.0.0 (ISC)")));
        fs::remove_dir_all(&folder).expect("the folder");
    }
}
