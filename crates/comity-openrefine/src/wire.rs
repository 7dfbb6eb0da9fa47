//! Version 0.2 of the protocol as it travels: JSON in, JSON out, nothing understood.

pub(crate) mod reply;

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value as Json};

use crate::limits;
use crate::question::{Question, Stated, Strictness, Value};
use crate::refusal::{Refusal, at_most};
use crate::types::Type;

/// The version spoken here.
pub(crate) const VERSION: &str = "0.2";

/// The queries of a batch by their keys, each read or refused by itself.
pub(crate) type Batch = BTreeMap<String, Result<Question, Refusal>>;

/// Reads `queries`; an error where it is no batch at all.
pub(crate) fn read_batch(text: &str) -> Result<Batch, Refusal> {
    let queries: Map<String, Json> = serde_json::from_str(text)
        .map_err(|bad| Refusal::malformed(format!("`queries` is not a JSON object of queries: {bad}")))?;
    at_most(limits::BATCH, queries.len(), "queries in a batch")?;
    Ok(queries.into_iter().map(|(key, query)| (key, read_query(query))).collect())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WireQuery {
    #[serde(default)]
    query: Option<String>,
    #[serde(default, rename = "type")]
    types: OneOrMany<String>,
    #[serde(default)]
    limit: Option<f64>,
    #[serde(default)]
    properties: Vec<WireProperty>,
    #[serde(default)]
    type_strict: Option<String>,
}

#[derive(Deserialize)]
struct WireProperty {
    pid: String,
    v: OneOrMany<WireValue>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum WireValue {
    Text(String),
    Number(f64),
    Flag(bool),
    Thing { id: String, name: Option<String> },
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany<T> {
    One(T),
    Many(Vec<T>),
}

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        Self::Many(Vec::new())
    }
}

impl<T> OneOrMany<T> {
    fn all(self) -> Vec<T> {
        match self {
            Self::One(one) => vec![one],
            Self::Many(many) => many,
        }
    }
}

fn read_query(query: Json) -> Result<Question, Refusal> {
    let query: WireQuery =
        serde_json::from_value(query).map_err(|bad| Refusal::malformed(format!("not a query: {bad}")))?;
    let name = query.query.as_deref().unwrap_or_default().trim().to_owned();
    at_most(limits::NAME_LETTERS, name.chars().count(), "letters of a name")?;
    at_most(limits::PROPERTIES, query.properties.len(), "properties of a query")?;
    if query.query.is_none() && query.properties.is_empty() {
        return Err(Refusal::malformed("a query needs `query` or at least one property"));
    }
    let strictness = read_strictness(query.type_strict.as_deref())?;
    let (types, unknown_types) = read_types(query.types.all(), strictness)?;
    Ok(Question {
        name,
        types,
        unknown_types,
        strictness,
        limit: read_limit(query.limit)?,
        said: query.properties.into_iter().map(read_property).collect::<Result<_, _>>()?,
    })
}

/// Ours, and the others: those are refused where they are a must.
fn read_types(texts: Vec<String>, strictness: Strictness) -> Result<(Vec<Type>, Vec<String>), Refusal> {
    let (mut types, mut unknown) = (Vec::new(), Vec::new());
    for text in texts {
        match Type::find(&text) {
            Some(one) => types.push(one),
            None if strictness == Strictness::Should => unknown.push(text),
            None => return Err(Refusal::Type(text)),
        }
    }
    Ok((types, unknown))
}

fn read_strictness(text: Option<&str>) -> Result<Strictness, Refusal> {
    match text {
        None | Some("should") => Ok(Strictness::Should),
        Some("any") => Ok(Strictness::Any),
        Some("all") => Ok(Strictness::All),
        Some(other) => Err(Refusal::malformed(format!("`type_strict` is any, should or all, not `{other}`"))),
    }
}

/// `5` and `5.0` are the same limit; more than we give is not an error.
fn read_limit(limit: Option<f64>) -> Result<usize, Refusal> {
    let Some(limit) = limit else { return Ok(limits::USUAL_CANDIDATES) };
    if limit < 1.0 || limit.fract() != 0.0 {
        return Err(Refusal::malformed(format!("`limit` is a whole number from 1 on, not {limit}")));
    }
    Ok(whole(limit).min(limits::CANDIDATES))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a whole number from 1 on, and `as` gives the largest count for what is beyond it"
)]
fn whole(limit: f64) -> usize {
    limit as usize
}

fn read_property(property: WireProperty) -> Result<Stated, Refusal> {
    let values: Vec<Value> = property.v.all().into_iter().map(Value::from).collect();
    at_most(limits::PROPERTIES, values.len(), "values of a property")?;
    let letters = values.iter().map(|value| value.text().chars().count()).max().unwrap_or(0);
    at_most(limits::NAME_LETTERS, letters, "letters of a value")?;
    Ok(Stated { property: property.pid, values })
}

impl From<WireValue> for Value {
    fn from(value: WireValue) -> Self {
        match value {
            WireValue::Text(text) => Self::Text(text),
            WireValue::Number(number) => Self::Number(number),
            WireValue::Flag(flag) => Self::Flag(flag),
            WireValue::Thing { id, name } => Self::Thing { id, name },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(text: &str) -> String {
        match read_batch(text) {
            Err(refusal) => refusal.to_string(),
            Ok(batch) => {
                batch.into_values().find_map(Result::err).map(|bad| bad.to_string()).unwrap_or_default()
            }
        }
    }

    #[test]
    fn a_query_as_openrefine_sends_it() {
        let batch = read_batch(
            r#"{"q0":{"query":" Rochester ","type":"city","type_strict":"should","limit":3,
                "properties":[{"pid":"country","v":{"id":"gn6252001","name":"United States"}},
                              {"pid":"population","v":210565},{"pid":"division","v":["NY","New York"]}]}}"#,
        )
        .unwrap();
        let question = batch["q0"].clone().unwrap();
        assert_eq!((question.name.as_str(), question.limit), ("Rochester", 3));
        assert_eq!((question.types, question.strictness), (vec![Type::City], Strictness::Should));
        let texts: Vec<Vec<String>> =
            question.said.iter().map(|said| said.values.iter().map(Value::text).collect()).collect();
        assert_eq!(texts, [vec!["United States"], vec!["210565"], vec!["NY", "New York"]]);
    }

    #[test]
    fn each_query_is_refused_by_itself() {
        let batch = read_batch(r#"{"q0":{"query":"Lyon"},"q1":{"limit":1},"q2":7}"#).unwrap();
        assert!(batch["q0"].is_ok() && batch["q1"].is_err() && batch["q2"].is_err());
    }

    #[test]
    fn refusals_name_what_is_wrong() {
        for (text, says) in [
            ("[1]", "not a JSON object"),
            (r#"{"q":{"query":"x","props":[]}}"#, "props"),
            (r#"{"q":{"query":"x","type":"Planet","type_strict":"any"}}"#, "there is no type `Planet`"),
            (r#"{"q":{"query":"x","limit":0}}"#, "`limit`"),
            (r#"{"q":{"query":"x","type_strict":"maybe"}}"#, "maybe"),
            (r#"{"q":{"properties":[]}}"#, "at least one property"),
        ] {
            let said = refusal(text);
            assert!(said.contains(says), "{text}: {said}");
        }
        let long = format!(r#"{{"q":{{"query":"{}"}}}}"#, "x".repeat(501));
        assert_eq!(refusal(&long), "letters of a name: 501, at most 500 are taken");
        let many: Vec<String> = (0..101).map(|n| format!(r#""q{n}":{{"query":"x"}}"#)).collect();
        assert_eq!(
            refusal(&format!("{{{}}}", many.join(","))),
            "queries in a batch: 101, at most 100 are taken"
        );
    }

    #[test]
    fn a_generous_limit_is_cut() {
        assert_eq!(read_limit(Some(1000.0)), Ok(50));
        assert_eq!(read_limit(Some(5.0)), Ok(5));
        assert_eq!(read_limit(None), Ok(8));
        assert!(read_limit(Some(2.5)).is_err());
    }
}
