//! What every exported file says of itself: which release it is from and whose work is in it.

use std::io::Write;

use comity_answer::AsOf;
use comity_model::{FileHeader, RECORD_FORMAT, Seq};

use crate::error::ExportError;

/// Which state of the register a file was made from: enough to make it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The program's version.
    pub version: String,
    pub known: Seq,
    /// The ledger's hash at `known`.
    pub head: String,
    /// The digest of what the register says at `known`; empty where nobody computed it.
    pub content: String,
}

impl Edition {
    /// Of an answer that knew the register so far; `version` is the program's.
    pub fn of(version: &str, moment: &AsOf) -> Self {
        Self {
            version: version.to_owned(),
            known: moment.known,
            head: moment.head.clone(),
            content: String::new(),
        }
    }

    /// The release number, for a column or an attribute, with the whole head: `0.1.0+1234.9f3a5b…`.
    ///
    /// `comity ask … --known '#1234'` on the same ledger gives the same answer; the head tells that it is the same.
    pub fn release(&self) -> String {
        let Self { version, known, head, .. } = self;
        format!("{version}+{}.{head}", known.0)
    }

    /// The same with as much of the head as fits under a picture.
    fn short_release(&self) -> String {
        let release = self.release();
        let beyond = self.head.len().saturating_sub(HEAD);
        release.get(..release.len() - beyond).unwrap_or(&release).to_owned()
    }

    /// What the first line of a file of records says.
    pub fn header(&self) -> FileHeader {
        FileHeader {
            version: RECORD_FORMAT,
            program: format!("Comity {}", self.version).into(),
            known: Some(self.known),
            head: self.head.as_str().into(),
            content: self.content.as_str().into(),
        }
    }
}

/// Hexadecimal digits of the head that a citation gives: 64 bits.
const HEAD: usize = 16;

/// What to cite: short enough for the foot of a picture, enough to make it again.
///
/// `asked` is the day asked about, in words; empty where a file is about none.
pub fn citation(edition: &Edition, asked: &str) -> String {
    let asked = if asked.is_empty() { String::new() } else { format!(", as of {asked}") };
    format!("Comity, release {}{asked}", edition.short_release())
}

/// `CITATION.cff` for a folder of files (Citation File Format 1.2.0).
pub fn write_citation_file(edition: &Edition, mut out: impl Write) -> Result<(), ExportError> {
    writeln!(out, "cff-version: 1.2.0\nmessage: \"{CITATION_MESSAGE}\"\ntype: dataset")?;
    writeln!(
        out,
        "title: \"{CITATION_TITLE}\"\nauthors:\n  - name: Comity\nversion: \"{}\"",
        edition.release()
    )?;
    out.flush()?;
    Ok(())
}

const CITATION_MESSAGE: &str =
    "To cite these files, take this. Each row names its source: cite that for what it says.";
const CITATION_TITLE: &str = "Comity: the open register of city diplomacy";

/// The sentence that goes with every file.
pub fn notice(edition: &Edition) -> String {
    let Edition { version, known, head, content } = edition;
    let content = if content.is_empty() { String::new() } else { format!(", content {content}") };
    format!(
        "Comity {version}, register entry {}, head {head}{content}. Each row names its source; what a source says is its own. \
         Places: GeoNames, CC BY 4.0. Names of countries: Unicode CLDR.",
        known.0
    )
}
