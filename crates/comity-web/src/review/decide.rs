//! A person's decision from a page, and taking the last one back.

use axum::extract::{Form, Path};
use axum::response::Response;
use comity_ingest::{Actor, Choice, NewEntity};
use comity_model::ClaimId;
use comity_register::PendingId;
use serde::Deserialize;

use super::desk;
use super::queue_filter::field;
use crate::agent::Agent;
use crate::error::WebError;
use crate::scope::SessionScope;
use crate::visit::Visit;

/// What one decision says.
#[derive(Debug, Deserialize)]
pub(crate) struct Decided {
    #[serde(default)]
    by: String,
    /// subject, object or with-N; empty for a decision about the claim as a whole.
    #[serde(default)]
    slot: String,
    /// means, new, not or unsure; `means` where nothing is said.
    #[serde(default)]
    decide: String,
    /// The entity it means, or does not mean.
    #[serde(default)]
    entity: String,
    /// Of something new.
    #[serde(default)]
    name: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    country: String,
    /// A standing of the claim: accepted, disputed, rejected.
    #[serde(default)]
    verdict: String,
    #[serde(default)]
    why: String,
    /// The page to go on to: one of the queue's own. The claim's where nothing is said.
    #[serde(default)]
    next: String,
    /// The page to stay at while the mention is still open, after one meaning was ruled out.
    #[serde(default)]
    stay: String,
}

/// `POST /review/{claim}`: a person says what a mention means, or what a claim is worth.
pub(crate) async fn decide(
    agent: Agent,
    visit: Visit,
    Path(claim): Path<ClaimId>,
    Form(form): Form<Decided>,
) -> Result<Response, WebError> {
    let by = &agent.signs(SessionScope::Review, &form.by)?;
    let (choice, slot) = (form.choice()?, form.slot()?);
    let hand = Actor { by, at: &visit.state.now() };
    let done = desk(&visit).decide(&[PendingId { claim, slot }], &choice, &form.why, hand).await?;
    let next = if matches!(choice, Choice::NotMeant(_)) { &form.stay } else { &form.next };
    let next = own(next).map_or_else(|| format!("/claims/{claim}"), str::to_owned);
    Ok(visit.written(done, &next))
}

/// Whose decision, and where to go on.
#[derive(Debug, Deserialize)]
pub(crate) struct Back {
    #[serde(default)]
    by: String,
    #[serde(default)]
    next: String,
}

/// `POST /review/undo`: takes back the last decision of this person that stands.
pub(crate) async fn undo(agent: Agent, visit: Visit, Form(form): Form<Back>) -> Result<Response, WebError> {
    let by = &agent.signs(SessionScope::Review, &form.by)?;
    let hand = Actor { by, at: &visit.state.now() };
    let back = desk(&visit).undo_last(hand).await?;
    let back = back.ok_or_else(|| WebError::Missing {
        noun: "decision to take back of",
        id: by.to_string(),
        instead: Vec::new(),
    })?;
    let here = own(&form.next).unwrap_or("/review");
    let next = back.item.map(|item| crate::address::link(here, &[("item", &item.to_string())]));
    let next = next.unwrap_or_else(|| here.to_owned());
    Ok(visit.written(back, &next))
}

impl Decided {
    fn choice(&self) -> Result<Choice, WebError> {
        if !self.verdict.is_empty() {
            return Ok(Choice::Worth(self.verdict.parse()?));
        }
        Ok(match self.decide.as_str() {
            "" | "means" => Choice::Means(self.entity.trim().parse()?),
            "not" => Choice::NotMeant(self.entity.trim().parse()?),
            "unsure" => Choice::Unsure,
            "new" => Choice::New(NewEntity {
                name: self.name.clone(),
                kind: Some(self.kind.as_str()).filter(|kind| !kind.is_empty()).map(str::parse).transpose()?,
                country: self.country.clone(),
            }),
            other => {
                let cause = format!("`{other}` is not one of: means, new, not, unsure");
                return Err(WebError::Field { field: "decide", cause });
            }
        })
    }

    fn slot(&self) -> Result<Option<comity_model::Slot>, WebError> {
        let slot = Some(self.slot.as_str()).filter(|slot| !slot.is_empty() && self.verdict.is_empty());
        slot.map(str::parse).transpose().map_err(|bad| field("slot", &bad))
    }
}

/// A page of the queue: a form may not send its reader anywhere else.
pub(super) fn own(next: &str) -> Option<&str> {
    let rest = next.strip_prefix("/review")?;
    (rest.is_empty() || rest.starts_with(['?', '/'])).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_leads_to_a_page_of_the_queue_only() {
        assert_eq!(own("/review?source=x"), Some("/review?source=x"));
        for elsewhere in ["", "//evil.example", "https://evil.example/review", "/reviewers"] {
            assert_eq!(own(elsewhere), None, "{elsewhere}");
        }
    }
}
