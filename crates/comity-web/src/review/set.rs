//! Several decisions at once, never before they were shown: all that say the same, or all that are likely enough.

mod proposed;
mod shown;

use askama::Template;
use axum::extract::Form;
use axum::response::Response;
use comity_answer::alike;
use comity_ingest::Actor;
use comity_model::EntityId;
use comity_register::PendingId;
use serde::Deserialize;

pub(crate) use self::proposed::Set;
use self::proposed::{Proposed, likely};
use self::shown::{ROWS, Shown};
use super::decide::own;
use super::desk;
use super::queue_filter::QueueFilter;
use crate::agent::Agent;
use crate::error::WebError;
use crate::paging::{Turn, cut_at};
use crate::scope::SessionScope;
use crate::shell::Shell;
use crate::visit::Visit;
use crate::words;

/// Of what says the same so many are read.
const ALIKE: u32 = 300;
/// Of a hundred, where the address does not say: of those at it, few are wrong.
const LIKELY: u16 = 95;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Which {
    entity: String,
    at_least: String,
    next: String,
}

/// `GET /review/set`: with `item` and `entity` all mentions that say the same; else, narrowed as the queue is,
/// those whose likeliest meaning has `at_least` so much of a hundred and nothing against it.
pub(crate) async fn set(visit: Visit) -> Result<Response, WebError> {
    let (wanted, which): (QueueFilter, Which) = (visit.fields()?, visit.fields()?);
    let turn: Turn = visit.fields()?;
    let set = match (wanted.item()?, which.entity.trim()) {
        (Some(item), entity) if !entity.is_empty() => same(&visit, item, &entity.parse()?, &turn).await?,
        _ => likely(&visit, &wanted, which.at_least.trim().parse().unwrap_or(LIKELY), &turn).await?,
    };
    let next = own(&which.next).map_or_else(|| wanted.front(), str::to_owned);
    Ok(visit.reply(set, |shell, set| SetPage { shell, set, wanted, next }))
}

/// One row a mention: their words are the same, their other ends are not.
async fn same(visit: &Visit, item: PendingId, entity: &EntityId, turn: &Turn) -> Result<Set, WebError> {
    let desk = desk(visit);
    let missing = || WebError::Missing { noun: "entity", id: entity.to_string(), instead: Vec::new() };
    let meaning = desk.named(entity).await?.ok_or_else(missing)?;
    let all = alike(desk.register, visit.known().await?, item, ALIKE).await?;
    let page = cut_at(all, turn.after()?.unwrap_or(0), u32::from(ROWS));
    let rows = page.items.into_iter().map(|item| Proposed::one(item, meaning.clone())).collect();
    Ok(Set { rows, entity: Some(meaning), at_least: None, held_back: 0, next: page.next })
}

/// `POST /review/set`: settles each row that was shown and ticked, as one batch.
pub(crate) async fn accept(
    agent: Agent,
    visit: Visit,
    Form(form): Form<Vec<(String, String)>>,
) -> Result<Response, WebError> {
    let text = |name: &str| form.iter().find(|(of, _)| of == name).map_or("", |(_, value)| value.as_str());
    let by = &agent.signs(SessionScope::Review, text("by"))?;
    let ticked = form.iter().filter(|(name, _)| name == "each").map(|(_, value)| value.as_str());
    let shown = Shown::read(ticked, text("entity"))?;
    shown.must_stand(&visit).await?;
    let hand = Actor { by, at: &visit.state.now() };
    let done = desk(&visit).decide_each(&shown.choices(), text("why"), hand).await?;
    Ok(visit.written(done, own(text("next")).unwrap_or("/review")))
}

#[derive(Template)]
#[template(path = "review_set.html")]
struct SetPage {
    shell: Shell,
    set: Set,
    wanted: QueueFilter,
    next: String,
}

impl SetPage {
    fn rows(&self) -> u64 {
        self.set.rows.len() as u64
    }

    fn statements(&self) -> u64 {
        self.set.rows.iter().map(|row| row.items.len() as u64).sum()
    }
}
