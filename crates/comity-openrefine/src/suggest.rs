//! Completing what someone types: entities, types and properties.

use axum::extract::{RawQuery, State};
use axum::response::Response;
use comity_answer::{Search, Typing};
use comity_model::excerpt;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::catalogue::Catalogue;
use crate::error::ServiceError;
use crate::fields::fields;
use crate::host::Host;
use crate::limits;
use crate::property::PROPERTIES;
use crate::query::{fresh, in_catalogue};
use crate::subject::Subject;
use crate::types::Type;
use crate::wire::reply::{self, PropertyName, TypeInFull, TypeName};

/// What a suggest request may say; anything else is left alone.
#[derive(Debug, Default, Deserialize)]
struct Fields {
    #[serde(default)]
    prefix: String,
    #[serde(default)]
    cursor: String,
    #[serde(default)]
    limit: String,
    #[serde(default, rename = "type")]
    of: String,
}

/// The same, understood.
struct Typed {
    prefix: String,
    /// Suggestions to skip.
    cursor: usize,
    limit: usize,
    of: Option<Type>,
}

impl Typed {
    fn read(query: Option<String>) -> Result<Self, ServiceError> {
        let Fields { prefix, cursor, limit, of } = fields(&query.unwrap_or_default())?;
        Ok(Self {
            prefix: prefix.trim().chars().take(limits::NAME_LETTERS).collect(),
            cursor: number("cursor", &cursor, 0, 0, limits::DEEPEST)?,
            limit: number("limit", &limit, limits::USUAL_SUGGESTIONS, 1, limits::SUGGESTIONS)?,
            of: if of.is_empty() { None } else { Some(known(&of)?) },
        })
    }

    /// The stretch asked for, and where the next one starts, if there is one.
    fn stretch<T: Serialize>(&self, mut all: Vec<T>) -> Response {
        let reached = self.cursor + self.limit;
        let cursor = (all.len() > reached).then_some(reached);
        all.truncate(reached);
        fresh(Suggestions { result: all.into_iter().skip(self.cursor).collect(), cursor })
    }
}

/// A stretch of suggestions; `cursor` is that of the next one, if there is one.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "{T}Suggestions")]
pub(crate) struct Suggestions<T> {
    result: Vec<T>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cursor: Option<usize>,
}

/// An entity whose name begins so.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ReconcileEntity")]
pub(crate) struct EntityName {
    id: String,
    name: String,
    description: String,
    /// Its types.
    notable: Vec<TypeName>,
}

/// A type by its id, or a refusal that lists them.
pub(crate) fn known(text: &str) -> Result<Type, ServiceError> {
    Type::find(text).ok_or_else(|| ServiceError::Field {
        field: "type",
        cause: format!("`{}` is none of {}", excerpt(text), Type::list()),
    })
}

/// A whole number within bounds.
pub(crate) fn number(
    field: &'static str,
    text: &str,
    usual: usize,
    least: usize,
    most: usize,
) -> Result<usize, ServiceError> {
    if text.is_empty() {
        return Ok(usual);
    }
    let number = text.parse().ok().filter(|n| (least..=most).contains(n));
    number.ok_or_else(|| ServiceError::Field {
        field,
        cause: format!("expected a whole number from {least} to {most}, not `{}`", excerpt(text)),
    })
}

/// `GET /reconcile/suggest/entity?prefix=`: by beginning, id or whole name.
pub(crate) async fn entities<H: Host>(
    State(host): State<H>,
    RawQuery(query): RawQuery,
) -> Result<Response, H::Error> {
    let typed = Typed::read(query)?;
    let (prefix, wanted, of) = (typed.prefix.clone(), typed.cursor + typed.limit + 1, typed.of);
    let found = in_catalogue(&host, move |catalogue| {
        subjects(catalogue, &prefix, of, wanted).iter().map(entity).collect::<Vec<_>>()
    });
    Ok(typed.stretch(found.await?))
}

fn entity(subject: &Subject<'_>) -> EntityName {
    EntityName {
        id: subject.id().to_string(),
        name: subject.name().into_owned(),
        description: subject.description(),
        notable: reply::types(subject),
    }
}

/// Ids first, then what the text may mean or begin, the likeliest first.
fn subjects<'a>(catalogue: Catalogue<'a>, prefix: &str, of: Option<Type>, wanted: usize) -> Vec<Subject<'a>> {
    if prefix.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<Subject<'a>> = Vec::new();
    let fits = |subject: &Subject<'_>| of.is_none_or(|of| is(subject, of));
    let mut add = |subject: Option<Subject<'a>>| add_new(&mut found, subject.filter(fits), wanted);
    add(catalogue.identified(prefix));
    // With a type, what is of another is left out: look further.
    let reach = if of.is_some() { wanted * 4 } else { wanted };
    let search = Search::new(catalogue.snapshot, catalogue.gazetteer);
    for hit in search.hits(prefix, Typing::Going, reach) {
        add(catalogue.by_id(hit.entity.id.as_str()));
    }
    found
}

/// Adds a subject that is not there yet, while fewer than `most` are.
fn add_new<'a>(found: &mut Vec<Subject<'a>>, subject: Option<Subject<'a>>, most: usize) {
    let new = subject.filter(|one| found.iter().all(|known| known.id() != one.id()));
    found.extend(new.filter(|_| found.len() < most));
}

fn is(subject: &Subject<'_>, of: Type) -> bool {
    subject.types().into_iter().any(|one| one == of || one.broader() == Some(of))
}

/// `GET /reconcile/suggest/type?prefix=`: all of them where nothing is typed.
pub(crate) async fn types<H: Host>(RawQuery(query): RawQuery) -> Result<Response, H::Error> {
    let typed = Typed::read(query)?;
    let found = Type::ALL.into_iter().filter(|one| begins(&typed.prefix, &[one.id(), one.name()]));
    Ok(typed.stretch(found.map(TypeInFull::from).collect()))
}

/// `GET /reconcile/suggest/property?prefix=&type=`: all of them where nothing is typed.
pub(crate) async fn properties<H: Host>(RawQuery(query): RawQuery) -> Result<Response, H::Error> {
    let typed = Typed::read(query)?;
    let fits = PROPERTIES.iter().filter(|property| property.fits(typed.of));
    let found = fits.filter(|property| begins(&typed.prefix, &[property.id, property.name]));
    Ok(typed.stretch(found.map(PropertyName::from).collect()))
}

/// Whether a word of one of the texts begins so.
fn begins(prefix: &str, texts: &[&str]) -> bool {
    let prefix = prefix.to_lowercase();
    texts.iter().any(|text| {
        let text = text.to_lowercase();
        text.starts_with(&prefix) || text.split([' ', ',', '(']).any(|word| word.starts_with(&prefix))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_begin_anywhere() {
        assert!(begins("prov", &["state", "State, province or region"]));
        assert!(begins("", &["city"]));
        assert!(!begins("rovince", &["State, province or region"]));
    }
}
