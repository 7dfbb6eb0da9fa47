//! A checked document as plain data: its statements by verdict, each with both sides and what would change it.

use comity_snapshot::{Evidence, SourceRef};
use schemars::JsonSchema;
use serde::Serialize;

use super::CheckedStatement;
use super::verdict::Verdict;
use super::weighed::Weighed;
use crate::report::About;

/// A document's statements against all else on file.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CheckedDocument {
    #[serde(flatten)]
    pub about: About,
    /// How many of each verdict, or why there is none.
    pub summary: String,
    /// `None`: no document on file has labelled statements.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceRef>,
    /// The gravest verdict first.
    pub groups: Vec<VerdictGroup>,
}

/// The statements with one verdict, in the order of the document.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct VerdictGroup {
    pub verdict: &'static str,
    /// In words.
    pub title: String,
    pub means: String,
    /// How many there are; `statements` may hold fewer, as `limit` says.
    pub n: usize,
    pub statements: Vec<WeighedStatement>,
}

/// What stands under one label of the document.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct WeighedStatement {
    /// What people call it; where it stands, if they do not.
    pub name: String,
    /// At least one; the first with the gravest verdict is what decides.
    pub parts: Vec<WeighedPart>,
}

/// One claim of a statement.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct WeighedPart {
    /// Where in the document.
    pub locator: String,
    pub says: String,
    pub verdict: &'static str,
    pub verdict_in_words: String,
    pub why: String,
    /// What would lead to another verdict.
    pub would_change: String,
    /// The document's own claim.
    pub own: Evidence,
    /// Who says so too and does not have it from here.
    #[serde(rename = "for")]
    pub backing: Vec<Evidence>,
    /// Who does not.
    pub against: Vec<Evidence>,
}

impl VerdictGroup {
    /// With the first statements, `limit` at most.
    pub(super) fn of(verdict: Verdict, all: &[&CheckedStatement], limit: usize) -> Self {
        let shown = all.iter().take(limit).map(|one| WeighedStatement::of(&one.name, &one.claims));
        Self {
            verdict: verdict.word(),
            title: verdict.text(),
            means: verdict.meaning().text(),
            n: all.len(),
            statements: shown.collect(),
        }
    }

    /// How many are not shown.
    pub fn left_out(&self) -> usize {
        self.n - self.statements.len()
    }
}

impl WeighedStatement {
    /// What its verdict is of: its parts stand with the gravest first.
    pub(super) fn of(name: &str, claims: &[Weighed]) -> Self {
        let mut claims: Vec<&Weighed> = claims.iter().collect();
        claims.sort_by_key(|claim| claim.verdict);
        Self { name: name.to_owned(), parts: claims.into_iter().map(WeighedPart::of).collect() }
    }

    /// The part that decides.
    pub fn gravest(&self) -> &WeighedPart {
        self.parts.first().expect("a statement has at least one part")
    }
}

impl WeighedPart {
    fn of(weighed: &Weighed) -> Self {
        Self {
            locator: weighed.locator.clone(),
            says: weighed.says.clone(),
            verdict: weighed.verdict.word(),
            verdict_in_words: weighed.verdict.text(),
            why: weighed.why.clone(),
            would_change: weighed.would_change.text(),
            own: weighed.own.clone(),
            backing: weighed.backing.clone(),
            against: weighed.against.clone(),
        }
    }
}
