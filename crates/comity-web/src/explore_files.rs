//! What the explorer shows, to take away: the ties of one look as files, alone or all in one archive.

use axum::extract::Path;
use axum::response::Response;
use comity_answer::{Layer, TieViewArgs, Undated, ViewSubject, tie_view, view_graph};
use comity_export::{Edition, ReferenceKind, Takeaway, TakeawayFile};
use serde::Deserialize;

use crate::cite::{Cited, CitedPage};
use crate::error::WebError;
use crate::explore::{Subjects, edition, view_title};
use crate::fields::fields_of;
use crate::map::MapFilter;
use crate::problem::Suggestion;
use crate::visit::Visit;

/// What an address of the explorer says besides whose ties the page has.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Look {
    layer: String,
    of: String,
    undated: String,
    stopped: String,
}

/// `GET /explore/{file}`: the ties that `/explore` shows with the same fields.
pub(crate) async fn file(visit: Visit, Path(name): Path<String>) -> Result<Response, WebError> {
    let file = TakeawayFile::ALL.into_iter().find(|file| file.name() == name);
    let file = file.ok_or_else(|| missing(&name))?;
    let snapshot = visit.snapshot().await?;
    let args = args(&visit)?;
    let view = tie_view(&snapshot, &args)?;
    let graph = view_graph(&snapshot, &view)?;
    let content = visit.state.register().content(snapshot.known()).await?;
    let edition = Edition { content, ..edition(&snapshot) };
    let title = view_title(&Subjects::of(&visit, &snapshot)?, &args.of, &snapshot);
    let cited = cited(&visit, title).await?;
    let takeaway = Takeaway {
        view: &view,
        graph: &graph,
        edition: &edition,
        reference: cited.reference(),
        asked: &args.at.words(),
    };
    let mut bytes = Vec::new();
    file.write(takeaway, &mut bytes).map_err(|error| WebError::File { name, error })?;
    Ok(visit.file(file.media_type(), &kept_as(cited.file_name(), file), bytes))
}

/// Two views of one register are two files in a folder of downloads.
fn kept_as(key: &str, file: TakeawayFile) -> String {
    let ending = file.name().rsplit('.').next().unwrap_or_default();
    format!("{key}.{ending}")
}

fn args(visit: &Visit) -> Result<TieViewArgs, WebError> {
    let look: Look = visit.fields()?;
    let named: Vec<&str> = look.layer.split(',').map(str::trim).collect();
    let drawn = |layer: &Layer| named.iter().any(|word| word.eq_ignore_ascii_case(layer.word()));
    Ok(TieViewArgs {
        at: visit.clocks.at.clone(),
        is_today: !visit.clocks.at_written,
        scope: visit.fields::<MapFilter>()?.scope()?,
        layers: Layer::ALL.into_iter().filter(drawn).collect(),
        of: ViewSubject::read(&look.of)?,
        undated: undated(&look.undated),
        stopped: yes_or_no(&look.stopped),
    })
}

/// Its address names the day: what a view of today shows unasked, it asks for.
async fn cited(visit: &Visit, title: String) -> Result<Cited, WebError> {
    let page = CitedPage {
        path: "/explore".to_owned(),
        takes: fields_of("/explore/{file}"),
        title,
        kind: ReferenceKind::Dataset,
        known: visit.known().await?,
        has_day: true,
    };
    let cited = Cited::page(visit, page).await?;
    let is_unsaid = undated(&visit.fields::<Look>()?.undated).is_none() && !visit.clocks.at_written;
    Ok(if is_unsaid { cited.saying("undated", Undated::All.word()) } else { cited })
}

fn undated(word: &str) -> Option<Undated> {
    Undated::ALL.into_iter().find(|one| one.word().eq_ignore_ascii_case(word.trim()))
}

fn yes_or_no(word: &str) -> Option<bool> {
    let is = |other: &str| word.trim().eq_ignore_ascii_case(other);
    if is("yes") { Some(true) } else { is("no").then_some(false) }
}

/// The forms that there are.
fn missing(name: &str) -> WebError {
    let forms = TakeawayFile::ALL.into_iter().map(TakeawayFile::name);
    let instead = forms.map(|name| Suggestion { title: name.to_owned(), href: format!("/explore/{name}") });
    WebError::Missing { noun: "file of the explorer called", id: name.to_owned(), instead: instead.collect() }
}
