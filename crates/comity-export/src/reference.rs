//! What a page or a source is cited by, in the forms that papers and reference managers read.

mod apa;
mod bibtex;
mod csl;
mod ris;

use comity_model::{FuzzyDate, month_name};

/// Who made what, when, and where it is found. Empty texts are left out of every form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// What a bibliography calls it.
    pub key: String,
    pub kind: ReferenceKind,
    pub author: String,
    pub title: String,
    pub publisher: String,
    /// When it was published. `None`: undated.
    pub issued: Option<FuzzyDate>,
    /// When it was read.
    pub accessed: Option<FuzzyDate>,
    /// Which edition of it, in words.
    pub version: String,
    /// What it is, where the kind does not say: "Data set".
    pub medium: String,
    pub url: String,
    /// As BCP 47 has it.
    pub language: String,
    pub note: String,
}

/// What is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferenceKind {
    Dataset,
    Page,
    Report,
    Newspaper,
    Document,
}

/// A form of a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferenceFormat {
    Apa,
    Bibtex,
    Ris,
    Csl,
}

impl ReferenceFormat {
    pub const ALL: [Self; 4] = [Self::Apa, Self::Bibtex, Self::Ris, Self::Csl];
    /// Of each, in the same order.
    pub const MEDIA_TYPES: [&'static str; 4] = [
        "text/plain; charset=utf-8",
        "application/x-bibtex; charset=utf-8",
        "application/x-research-info-systems; charset=utf-8",
        "application/vnd.citationstyles.csl+json",
    ];

    /// As an address has it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Apa => "apa",
            Self::Bibtex => "bibtex",
            Self::Ris => "ris",
            Self::Csl => "csl",
        }
    }

    /// How a file in it ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Apa => "txt",
            Self::Bibtex => "bib",
            Self::Ris => "ris",
            Self::Csl => "json",
        }
    }

    pub const fn media_type(self) -> &'static str {
        Self::MEDIA_TYPES[self as usize]
    }
}

impl Reference {
    /// In this form; the same reference, the same bytes.
    pub fn written(&self, format: ReferenceFormat) -> String {
        match format {
            ReferenceFormat::Apa => apa::written(self),
            ReferenceFormat::Bibtex => bibtex::written(self),
            ReferenceFormat::Ris => ris::written(self),
            ReferenceFormat::Csl => csl::written(self),
        }
    }

    /// Letters, digits and hyphens of the key: all that every form allows.
    fn plain_key(&self) -> String {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
        self.key.chars().map(plain).collect()
    }

    /// An address that breaks out of no field: what no address may hold is percent-encoded.
    fn plain_url(&self) -> String {
        let mut url = String::new();
        for c in self.url.trim().chars() {
            if c.is_control() || c.is_whitespace() || "{}\\\"<>^`|".contains(c) {
                let mut bytes = [0; 4];
                url.extend(c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
            } else {
                url.push(c);
            }
        }
        url
    }
}

/// On one line: each stretch of blanks, line ends and control characters is one blank.
fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Year, month and day, as far as they are stated without doubt; empty where they are not.
fn parts(date: &FuzzyDate) -> Vec<u16> {
    let parts: Option<Vec<u16>> = date.as_str().split('-').map(|part| part.parse().ok()).collect();
    let parts = parts.unwrap_or_default();
    let is_month = parts.get(1).is_none_or(|month| (1..=12).contains(month));
    if parts.len() <= 3 && is_month && date.as_str().len() >= 4 { parts } else { Vec::new() }
}

fn month(number: u16) -> &'static str {
    month_name(usize::from(number)).unwrap_or_default()
}
