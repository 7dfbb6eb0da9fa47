//! `comity read`: the places and bodies named in documents, one JSON line each.

use std::fs;
use std::io::{Stdout, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use comity_model::{MESSAGE, shortened};
use comity_reader::{DocumentReading, Lexicon, Text};

use crate::global_options::{GlobalOptions, Outcome};
use crate::input::{self, most};

/// Find the places and bodies named in plain-text documents.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "One JSON line per document: {doc, text_len, mentions: [{start, end, text, kind, candidates}], \
    proposals}.\nA document may have 16 MiB; what is larger, or no ordinary file, is reported and passed over.\nOffsets count Unicode scalar values of the text.\n\nExamples:\n  comity read minutes.txt\n  \
    comity read folder/ --out mentions.jsonl"
)]
pub(crate) struct Args {
    /// Files, or folders of .txt and .md files.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Where the lines go instead of the standard output.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

pub(crate) async fn run(args: Args, global: &GlobalOptions, out: &mut Stdout) -> Result<Outcome> {
    let register = global.open_or_empty().await?;
    let gazetteer = global.gazetteer()?;
    let holdings = register.holdings(register.head().await?.seq).await?;
    let lexicon = Lexicon::new(&holdings.entities);
    let mut file = args.out.as_ref().map(fs::File::create).transpose().context("create the output file")?;
    let documents = documents(&args.paths)?;
    let mut problems = 0;
    for path in &documents {
        match text_of(path) {
            Ok(text) => {
                let reading = comity_reader::read(&path.to_string_lossy(), &text, &gazetteer, &lexicon);
                write_line(&reading, file.as_mut().map_or(out as &mut dyn Write, |file| file))?;
                tell(&reading, &text)?;
            }
            Err(error) => {
                problems += 1;
                writeln!(std::io::stderr(), "{}", shortened(&format!("{error:#}"), MESSAGE))?;
            }
        }
    }
    if problems > 0 && problems == documents.len() {
        bail!("no document could be read");
    }
    Ok(Outcome::with_problems(problems))
}

fn write_line(reading: &DocumentReading, out: &mut dyn Write) -> Result<()> {
    serde_json::to_writer(&mut *out, reading)?;
    Ok(writeln!(out)?)
}

fn tell(reading: &DocumentReading, text: &Text) -> Result<()> {
    let DocumentReading { doc, text_len, mentions, .. } = reading;
    let encoding =
        if text.encoding() == "UTF-8" { String::new() } else { format!(", read as {}", text.encoding()) };
    writeln!(std::io::stderr(), "{doc}: {text_len} characters{encoding}, {} mentions", mentions.len())?;
    let misread = misread_words(text.slice(0, text.len()));
    if misread > 0 {
        let why = "names in it are missed: correct the text first";
        writeln!(
            std::io::stderr(),
            "{doc}: {misread} words have digits among their letters, as a scan has; {why}"
        )?;
    }
    Ok(())
}

/// The files named, and the plain-text files of the folders named, in order.
fn documents(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut documents = Vec::new();
    for path in paths {
        if !path.is_dir() {
            documents.push(path.clone());
            continue;
        }
        let mut inside = Vec::new();
        for entry in fs::read_dir(path).with_context(|| format!("read {}", path.display()))? {
            inside.push(entry?.path());
        }
        inside
            .retain(|file| file.extension().is_some_and(|extension| extension == "txt" || extension == "md"));
        inside.sort();
        documents.extend(inside);
    }
    Ok(documents)
}

/// The text of a document; what is wrong with one does not keep the others from being read.
fn text_of(path: &Path) -> Result<Text> {
    let bytes = input::bytes(path, most::DOCUMENT)?;
    if let Some(what) = no_text(&bytes) {
        bail!("{} is no plain text: {what}", path.display());
    }
    Ok(Text::from_bytes(&bytes))
}

/// What the bytes are, where they are no text.
fn no_text(bytes: &[u8]) -> Option<&'static str> {
    const PDF: &str = "PDF is not read yet; give its text, which a scan has none of until it is recognised";
    const OFFICE: &str = "office files are not read yet; give their text";
    const PICTURE: &str = "it looks like a picture or another binary file";
    let is_utf_16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let is_picture = bytes.starts_with(b"\x89PNG") || bytes.starts_with(b"\xff\xd8\xff");
    match bytes {
        [b'%', b'P', b'D', b'F', ..] => Some(PDF),
        [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(OFFICE),
        _ if is_picture || bytes.contains(&0) && !is_utf_16 => Some(PICTURE),
        _ => None,
    }
}

/// Words with a digit between letters (`D0wney`): text recognised from a scan, in which names are not found. 0 where they are
/// fewer than one in fifty, as codes and chemistry are in any text.
fn misread_words(text: &str) -> usize {
    let (misread, all) =
        (text.split_whitespace().filter(|word| is_misread(word)).count(), text.split_whitespace().count());
    if misread > 2 && misread * 50 >= all { misread } else { 0 }
}

fn is_misread(word: &str) -> bool {
    let mut threes = word.as_bytes().windows(3);
    threes.any(|three| {
        matches!(three, [a, b, c] if a.is_ascii_alphabetic() && b.is_ascii_digit() && c.is_ascii_alphabetic())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_recognised_from_a_scan_is_told() {
        assert_eq!(misread_words("The C1ty of D0wney and R0scommon C0unty"), 4);
        assert_eq!(misread_words("The City of Downey, resolution 2013-17, CO2 and H2O"), 0);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert!(no_text(b"%PDF-1.7").is_some_and(|what| what.contains("a scan has none")));
        assert!(no_text(b"\x89PNG\r\n").is_some());
        assert!(no_text(b"text\0").is_some());
        assert!(no_text(b"\xff\xfea\0").is_none());
        assert!(no_text("Köln".as_bytes()).is_none());
    }
}
