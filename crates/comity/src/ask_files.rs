//! The tables and pictures of one answer as files in a folder: those that its page offers.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use comity_answer::Answer;
use comity_export::{Edition, citation, draw, render_png, write_table_csv};

use crate::global_options::Outcome;

/// Which files, and where.
pub(crate) struct Files {
    format: Format,
    folder: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Csv,
    Svg,
    Png,
}

impl Files {
    /// `None` where none were asked for.
    pub(crate) fn asked(format: Option<&str>, out: Option<String>) -> Result<Option<Self>> {
        let format = match (format, &out) {
            (None, None) => return Ok(None),
            (Some("csv"), _) => Format::Csv,
            (Some("svg"), _) => Format::Svg,
            (Some("png"), _) => Format::Png,
            (Some(other), _) => bail!("--format takes csv, svg or png, not `{other}`"),
            (None, Some(_)) => bail!("--out goes with --format csv, svg or png"),
        };
        let Some(folder) = out else { bail!("--format needs --out FOLDER") };
        Ok(Some(Self { format, folder: folder.into() }))
    }

    /// Names each file written; without anything to write, says so and reports a problem.
    pub(crate) fn write(&self, answer: &Answer, out: &mut impl Write) -> Result<Outcome> {
        std::fs::create_dir_all(&self.folder).with_context(|| format!("create {}", self.folder.display()))?;
        let written = match self.format {
            Format::Csv => self.tables(answer)?,
            Format::Svg | Format::Png => self.pictures(answer)?,
        };
        for path in &written {
            writeln!(out, "{}", path.display())?;
        }
        if written.is_empty() {
            let what = if matches!(self.format, Format::Csv) { "table" } else { "picture" };
            writeln!(
                std::io::stderr(),
                "this answer has no {what}: ask for its page, another format or --json"
            )?;
            return Ok(Outcome::Problems);
        }
        Ok(Outcome::Done)
    }

    fn tables(&self, answer: &Answer) -> Result<Vec<PathBuf>> {
        let edition = edition(answer);
        let mut written = Vec::new();
        for table in &answer.tables() {
            let path = self.folder.join(format!("{}.csv", table.id));
            write_table_csv(table, &edition, create(&path)?)?;
            written.push(path);
        }
        Ok(written)
    }

    fn pictures(&self, answer: &Answer) -> Result<Vec<PathBuf>> {
        let cite = citation(&edition(answer), &answer.about().moment.words);
        let mut written = Vec::new();
        for chart in &answer.charts() {
            let Some(svg) = draw(chart, &cite) else { continue };
            let (ending, bytes) = match self.format {
                Format::Png => ("png", render_png(&svg)?),
                _ => ("svg", svg.into_bytes()),
            };
            let path = self.folder.join(format!("{}.{ending}", chart.id));
            std::fs::write(&path, bytes).with_context(|| format!("write {}", path.display()))?;
            written.push(path);
        }
        Ok(written)
    }
}

fn edition(answer: &Answer) -> Edition {
    Edition::of(env!("CARGO_PKG_VERSION"), &answer.about().moment)
}

fn create(path: &Path) -> Result<BufWriter<File>> {
    File::create(path).map(BufWriter::new).with_context(|| format!("create {}", path.display()))
}
