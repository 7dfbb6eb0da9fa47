//! `comity read`: the places and bodies named in documents, one JSON line each.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use comity_model::Problem;
use comity_reader::{DocumentReading, Lexicon, Text};
use comity_register::Access;

use crate::house::{House, Outcome};

/// Find the places and bodies named in plain-text documents.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "One JSON line per document: {doc, text_len, mentions: [{start, end, text, kind, candidates}], \
    proposals}.\nOffsets count Unicode scalar values of the text.\n\nExamples:\n  comity read minutes.txt\n  \
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

pub(crate) async fn run(args: Args, house: &House, out: &mut (impl Write + Send)) -> Result<Outcome> {
    let register = house.open(Access::Read).await?;
    let gazetteer = house.gazetteer()?;
    let holdings = register.holdings(register.head().await?.seq).await?;
    let lexicon = Lexicon::new(&holdings.entities);
    let mut file = args.out.as_ref().map(fs::File::create).transpose().context("create the output file")?;
    let mut problems = 0;
    for path in documents(&args.paths)? {
        match text_of(&path)? {
            Ok(text) => {
                let reading = comity_reader::read(&path.to_string_lossy(), &text, &gazetteer, &lexicon);
                write_line(&reading, file.as_mut().map_or(out as &mut dyn Write, |file| file))?;
                tell(&reading, &text)?;
            }
            Err(problem) => {
                problems += 1;
                writeln!(std::io::stderr(), "{problem}")?;
            }
        }
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

fn text_of(path: &Path) -> Result<Result<Text, Problem>> {
    let bytes = fs::read(path).with_context(|| format!("read {}", path.display()))?;
    let problem = |text: String, expected: &str| Problem {
        file: path.to_string_lossy().into_owned(),
        row: 0,
        column: String::new(),
        text,
        expected: expected.to_owned(),
    };
    if bytes.starts_with(b"%PDF") || bytes.starts_with(b"PK\x03\x04") {
        let start = String::from_utf8_lossy(bytes.get(..4).unwrap_or_default()).into_owned();
        return Ok(Err(problem(start, "plain text: PDF and office files are not read yet")));
    }
    Ok(Text::from_bytes(&bytes).map_err(|error| problem(error.to_string(), "a smaller document")))
}
