//! Take-downs: what is no longer here, since when and why, without saying what it was.

use askama::Template;
use axum::response::Response;
use comity_register::TakeDown;

use crate::error::WebError;
use crate::paging::{Stretch, Turn, cut_at};
use crate::problem::Suggestion;
use crate::shell::Shell;
use crate::visit::Visit;
use crate::words;

/// `GET /takedowns`: every take-down, newest first; as JSON with the entries, for whoever keeps a copy.
pub(crate) async fn takedowns(visit: Visit) -> Result<Response, WebError> {
    let turn: Turn = visit.fields()?;
    let (limit, after) = (turn.limit(), turn.after()?.unwrap_or(0));
    let take_downs = cut_at(visit.state.register().take_downs().await?, after, limit);
    Ok(visit.reply(take_downs, |shell, take_downs| TakeDownsPage { shell, take_downs }))
}

/// The refusal for a thing that is not here: 410 with the reason where it was taken down, else `missing`.
pub(crate) async fn gone(visit: &Visit, noun: &str, id: &str, missing: WebError) -> WebError {
    match visit.state.register().taken_down(&format!("{noun}:{id}")).await {
        Ok(Some(down)) => WebError::Gone {
            day: words::moment(down.at.as_str()),
            why: down.why,
            list: Suggestion { title: "all take-downs".to_owned(), href: "/takedowns".to_owned() },
        },
        Ok(None) => missing,
        Err(error) => error.into(),
    }
}

#[derive(Template)]
#[template(path = "takedowns.html")]
struct TakeDownsPage {
    shell: Shell,
    take_downs: Stretch<TakeDown>,
}
