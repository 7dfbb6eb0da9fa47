//! Says who: one claim, its source and the place in it.

use comity_graph::cancel::check;
use comity_model::{ClaimId, Link, Source, SourceId, Standing, Statement};
use serde::Serialize;

use crate::words;
use crate::world::World;

/// One claim behind a figure or a row: always one step away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    pub claim: ClaimId,
    pub source: SourceRef,
    /// Where in the source.
    pub locator: String,
    /// What it says of the time, in plain words: "since 1981", "ended in March 2022", "is not so".
    pub says: String,
    /// The day it describes, EDTF; empty: not stated.
    pub observed: String,
    /// Where the source has it from, when it only reports it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub root: Option<SourceRef>,
    pub standing: Standing,
    /// What to know before using it; may be empty.
    pub caveat: String,
}

/// A source as a row names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceRef {
    pub id: SourceId,
    pub title: String,
    /// In plain words: "press", "third-party list".
    pub kind: String,
    /// When it was published, in plain words: "18 March 2022", "undated".
    pub date: String,
}

impl SourceRef {
    /// By its id alone where the register does not hold it.
    pub(crate) fn of(id: &SourceId, source: Option<&Source>) -> Self {
        Self {
            id: id.clone(),
            title: source.map_or_else(|| id.to_string(), |source| source.title.to_string()),
            kind: source.map(|source| source.kind.as_str().replace('-', " ")).unwrap_or_default(),
            date: source
                .and_then(|source| source.date.as_ref())
                .map_or_else(|| "undated".to_owned(), words::date),
        }
    }
}

impl World {
    pub(crate) fn refer_source(&self, id: &SourceId) -> SourceRef {
        SourceRef::of(id, self.source(id))
    }

    pub(crate) fn prove(&self, link: &Link) -> Evidence {
        check();
        Evidence {
            claim: link.claim,
            source: self.refer_source(&link.source),
            locator: link.locator.to_string(),
            says: words::saying(link),
            observed: link.observed.as_ref().map(ToString::to_string).unwrap_or_default(),
            root: (link.root != link.source).then(|| self.refer_source(&link.root)),
            standing: link.standing,
            caveat: self.caveat(&link.source, ""),
        }
    }

    pub(crate) fn prove_statement(&self, statement: &Statement) -> Evidence {
        let claim = &statement.claim;
        Evidence {
            claim: statement.id,
            source: self.refer_source(&claim.source),
            locator: claim.locator.to_string(),
            says: words::statement(claim),
            observed: claim.observed.as_ref().map(ToString::to_string).unwrap_or_default(),
            root: claim.cites.as_ref().map(|root| self.refer_source(root)),
            standing: statement.standing,
            caveat: self.caveat(&claim.source, &claim.caveat),
        }
    }

    /// The claim's own caveat, then that of its source.
    fn caveat(&self, source: &SourceId, own: &str) -> String {
        let source = self.source(source).map_or("", |source| source.caveat.as_str());
        [own, source].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}
