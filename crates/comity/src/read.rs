//! `comity read`: the places and bodies named in documents, one JSON line each.

use std::fs;
use std::io::Write;
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

pub(crate) async fn run(
    args: Args,
    global: &GlobalOptions,
    out: &mut (impl Write + Send),
) -> Result<Outcome> {
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
    if bytes.starts_with(b"%PDF") || bytes.starts_with(b"PK\x03\x04") {
        bail!("{} is no plain text: PDF and office files are not read yet", path.display());
    }
    Ok(Text::from_bytes(&bytes))
}
