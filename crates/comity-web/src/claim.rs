//! Claims: what one source says, what we take it to mean and why, and everything decided about it.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use comity_answer::claims_on_same_subject;
use comity_model::{ClaimId, FuzzyDate, Judge, Mention, Source};
use comity_register::{ClaimDossier, HeldClaim, HeldReading};
use schemars::JsonSchema;
use serde::Serialize;

use crate::cite::Cited;
use crate::cite_files::cited_claim;
use crate::error::WebError;
use crate::names::Names;
use crate::review::{OpenEnd, ends};
use crate::shell::Shell;
use crate::takedown::gone;
use crate::visit::Visit;
use crate::words;

/// How many others are shown beside a claim: more than a reader compares.
const BESIDE: usize = 20;

/// A claim with all that hangs on it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ClaimInFull")]
pub(crate) struct Filed {
    #[serde(flatten)]
    file: ClaimDossier,
    /// The source it is taken from, where its own only reports it.
    #[serde(skip_serializing_if = "Option::is_none")]
    root: Option<Source>,
    /// Other claims about the same thing.
    beside: Vec<ClaimDossier>,
    /// What is still open, and what it may mean.
    open: Vec<OpenEnd>,
    #[serde(skip)]
    names: Names,
    /// One line to copy into a paper.
    citation: String,
}

/// `GET /claims/{id}`: the words, their reading, their source, and what was decided.
pub(crate) async fn claim(visit: Visit, Path(id): Path<String>) -> Result<Response, WebError> {
    let known = visit.known().await?;
    let register = visit.state.register();
    let missing = || WebError::Missing { noun: "claim", id: id.clone(), instead: Vec::new() };
    let claim: ClaimId = id.parse().map_err(|_| missing())?;
    let Some(file) = register.claim(claim, known).await? else {
        return Err(gone(&visit, "claim", &id, missing()).await);
    };
    let snapshot = visit.snapshot().await?;
    let mut beside = Vec::new();
    for other in claims_on_same_subject(&snapshot, claim).into_iter().take(BESIDE) {
        beside.extend(register.claim(other, known).await?);
    }
    let held = std::iter::once(&file).chain(&beside).map(|file| &file.held);
    let names = Names::of(&snapshot, held);
    let root = file.held.claim.cites.as_ref().and_then(|root| snapshot.source(root).cloned());
    let (citation, cited) = (citation(&file, &visit), cited_claim(&visit, &file).await?);
    let filed =
        Filed { open: ends(&visit, &snapshot, &file.held).await?, file, root, beside, names, citation };
    Ok(visit.reply(filed, |shell, filed| ClaimPage { shell, filed, cited }))
}

fn citation(file: &ClaimDossier, visit: &Visit) -> String {
    let source = file.source.as_ref().map_or("source not on file", |source| source.title.as_str());
    let (claim, today) = (&file.held.claim, FuzzyDate::day(visit.state.today()));
    format!(
        "{} {source}, {}. In: Comity, claim {}, entry {}. Read on {}.",
        words::sentence(&words::claim(claim)),
        claim.locator,
        file.held.id,
        file.held.entry.0,
        words::date(&today)
    )
}

#[derive(Template)]
#[template(path = "claim.html")]
struct ClaimPage {
    shell: Shell,
    filed: Filed,
    cited: Cited,
}

/// Each mention beside what it is taken to mean.
fn read(held: &HeldClaim) -> impl Iterator<Item = (&Mention, &HeldReading)> {
    let mentions = held.claim.mentions().into_iter();
    mentions.filter_map(|(slot, mention)| Some((mention, held.readings.iter().find(|one| one.slot == slot)?)))
}

/// Who matched the mention.
fn judged(reading: &HeldReading) -> &'static str {
    match reading.judge {
        None => "said in the record itself",
        Some(Judge::Person) => "matched by a person",
        Some(Judge::Machine) if reading.entity.is_none() => "not matched",
        Some(Judge::Machine) => "matched automatically",
    }
}
