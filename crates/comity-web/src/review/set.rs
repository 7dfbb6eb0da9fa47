//! Several decisions at once, never before they were shown: all that say the same, or all that are likely enough.

use askama::Template;
use axum::extract::Form;
use axum::response::Response;
use comity_answer::{QueueItem, alike, stretch};
use comity_ingest::{Actor, Choice, ReviewCandidate};
use comity_model::{EntityId, excerpt};
use comity_register::PendingId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::decide::own;
use super::desk;
use super::queue_filter::{QueueFilter, field};
use crate::agent::Agent;
use crate::error::WebError;
use crate::scope::SessionScope;
use crate::shell::Shell;
use crate::visit::Visit;

/// So many are shown, and decided, together at most.
const TOGETHER: u32 = 300;
/// Of a hundred, where the address does not say: of those at it, few are wrong.
const LIKELY: u16 = 95;
/// Each mention with what it would be taken to mean, in one field: an id has no such sign in it.
const BESIDE: char = '~';

/// Mentions that one press would settle.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReviewSet")]
pub(crate) struct Set {
    items: Vec<Proposed>,
    /// All have the meaning that one of them was given; `None`: each has its own likeliest.
    entity: Option<ReviewCandidate>,
    /// Of a hundred; what the likeliest meaning of each has at least.
    at_least: Option<u16>,
}

/// A mention and what it would be taken to mean.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Proposed {
    asked: QueueItem,
    meaning: ReviewCandidate,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Which {
    entity: String,
    at_least: String,
    next: String,
}

/// `GET /review/set`: with `item` and `entity` all mentions that say the same; else, narrowed as the queue is,
/// those whose likeliest meaning has `at_least` so much of a hundred.
pub(crate) async fn set(visit: Visit) -> Result<Response, WebError> {
    let (wanted, which): (QueueFilter, Which) = (visit.fields()?, visit.fields()?);
    let set = match (wanted.item()?, which.entity.trim()) {
        (Some(item), entity) if !entity.is_empty() => same(&visit, item, &entity.parse()?).await?,
        _ => likely(&visit, &wanted, &which).await?,
    };
    let next = own(&which.next).map_or_else(|| wanted.front(), str::to_owned);
    Ok(visit.reply(set, |shell, set| SetPage { shell, set, wanted, next }))
}

async fn same(visit: &Visit, item: PendingId, entity: &EntityId) -> Result<Set, WebError> {
    let desk = desk(visit);
    let missing = || WebError::Missing { noun: "entity", id: entity.to_string(), instead: Vec::new() };
    let meaning = desk.named(entity).await?.ok_or_else(missing)?;
    let all = alike(desk.register, visit.known().await?, item, TOGETHER).await?;
    let items = all.into_iter().map(|asked| Proposed { asked, meaning: meaning.clone() }).collect();
    Ok(Set { items, entity: Some(meaning), at_least: None })
}

async fn likely(visit: &Visit, wanted: &QueueFilter, which: &Which) -> Result<Set, WebError> {
    let at_least: u16 = which.at_least.trim().parse().unwrap_or(LIKELY);
    let desk = desk(visit);
    let mut args = wanted.args(0)?;
    args.at_least = at_least * 10;
    let all = stretch(desk.register, visit.known().await?, &args, TOGETHER).await?;
    let items = all.into_iter().filter_map(|asked| {
        let meaning = desk.likeliest(&asked.claim, asked.id.slot)?;
        // What the machine makes of it today counts, not what it made of it when it came in.
        (meaning.score >= Some(at_least * 10)).then_some(Proposed { asked, meaning })
    });
    Ok(Set { items: items.collect(), entity: None, at_least: Some(at_least) })
}

/// `POST /review/set`: settles each mention that was shown and left ticked, as one batch.
pub(crate) async fn accept(
    agent: Agent,
    visit: Visit,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, WebError> {
    let text = |name: &str| form.iter().find(|(of, _)| of == name).map_or("", |(_, value)| value.as_str());
    let by = &agent.signs(SessionScope::Review, text("by"))?;
    let each = form.iter().filter(|(name, _)| name == "each").map(|(_, value)| one(value));
    let each = each.collect::<Result<Vec<(PendingId, Choice)>, WebError>>()?;
    let hand = Actor { by, at: &visit.state.now() };
    let done = desk(&visit).decide_each(&each, text("why"), hand).await?;
    Ok(visit.written(done, own(text("next")).unwrap_or("/review")))
}

fn one(value: &str) -> Result<(PendingId, Choice), WebError> {
    let (item, entity) = value.split_once(BESIDE).ok_or_else(|| WebError::Field {
        field: "each",
        cause: format!("`{}` is not a mention and its meaning", excerpt(value)),
    })?;
    Ok((item.parse().map_err(|bad| field("each", &bad))?, Choice::Means(entity.parse()?)))
}

impl Proposed {
    /// As the form sends it back.
    fn value(&self) -> String {
        format!("{}{BESIDE}{}", self.asked.id, self.meaning.id)
    }
}

#[derive(Template)]
#[template(path = "review_set.html")]
struct SetPage {
    shell: Shell,
    set: Set,
    wanted: QueueFilter,
    next: String,
}
