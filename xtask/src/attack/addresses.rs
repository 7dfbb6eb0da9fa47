//! Every address that the service describes in `/openapi.json`, and what may stand in its places.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::http;

const PATIENCE: Duration = Duration::from_mins(1);

/// One address and method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) method: String,
    /// With its places in braces: `/api/v1/claims/{id}`.
    pub(super) path: String,
    /// Fields of the query.
    pub(super) fields: Vec<String>,
    /// Fields of the form, or of a document in JSON.
    pub(super) form: Vec<String>,
}

/// All addresses, both as API and as pages, and those that no description has.
pub(super) fn described(server: &str) -> Result<Vec<Address>> {
    let answer = http::get(server, "/openapi.json", PATIENCE)?.context("no description of the API")?;
    ensure!(answer.status == 200, "/openapi.json answered {}", answer.status);
    let document = serde_json::from_slice(&answer.body).context("the description of the API")?;
    let mut addresses = read(&document);
    for path in ["/healthz", "/openapi.json", "/static/site.css", "/static/site.js"] {
        addresses.push(Address {
            method: "GET".to_owned(),
            path: path.to_owned(),
            fields: vec![],
            form: vec![],
        });
    }
    Ok(addresses)
}

fn read(document: &Value) -> Vec<Address> {
    let base = document["servers"][0]["url"].as_str().unwrap_or_default();
    let mut addresses = Vec::new();
    for (path, methods) in document["paths"].as_object().into_iter().flatten() {
        for (method, about) in methods.as_object().into_iter().flatten() {
            let own = about["servers"][0]["url"].as_str().or(methods["servers"][0]["url"].as_str());
            let fields = about["parameters"].as_array().into_iter().flatten();
            let fields =
                fields.filter(|field| field["in"] == "query").filter_map(|field| field["name"].as_str());
            let address = Address {
                method: method.to_uppercase(),
                path: String::new(),
                fields: fields.map(ToOwned::to_owned).collect(),
                form: form(about),
            };
            for base in [own.unwrap_or(base), ""] {
                let path = format!("{}{path}", base.trim_end_matches('/'));
                addresses.push(Address { path, ..address.clone() });
            }
        }
    }
    addresses.dedup();
    addresses
}

fn form(about: &Value) -> Vec<String> {
    let contents = about["requestBody"]["content"].as_object().into_iter().flatten();
    let fields = contents.filter_map(|(_, content)| content["schema"]["properties"].as_object());
    fields.flatten().map(|(name, _)| name.clone()).collect()
}

/// What may stand in a place in braces, as the register has it.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) entities: Vec<String>,
    pub(super) claims: Vec<String>,
    pub(super) sources: Vec<String>,
    pub(super) batches: Vec<String>,
    pub(super) questions: Vec<String>,
    pub(super) files: Vec<String>,
}

impl Known {
    pub(super) fn ask(server: &str) -> Result<Self> {
        Ok(Self {
            entities: ids(server, "/api/v1/entities?kind=polity&limit=500", &["id"])?,
            claims: ids(server, "/api/v1/claims?link=party&limit=200", &["id"])?,
            sources: ids(server, "/api/v1/sources", &["id"])?,
            batches: ids(server, "/api/v1/changes?limit=100", &["id", "batch"])?,
            questions: ids(server, "/api/v1/ask", &["id"])?,
            files: ids(server, "/api/v1/files", &["name", "id", "file"])?,
        })
    }

    /// What may stand in a place of this name on this path.
    pub(super) fn of(&self, path: &str, place: &str) -> &[String] {
        let noun = |noun: &str| path.contains(noun);
        match place {
            "question" => &self.questions,
            "name" => &self.files,
            _ if noun("/claims/") || noun("/review/") => &self.claims,
            _ if noun("/sources/") => &self.sources,
            _ if noun("/changes/") => &self.batches,
            _ => &self.entities,
        }
    }
}

/// What stands under one of these keys in an answer.
fn ids(server: &str, path: &str, keys: &[&str]) -> Result<Vec<String>> {
    let answer = http::get(server, path, PATIENCE)?.with_context(|| format!("no answer at {path}"))?;
    ensure!(answer.status == 200, "{path} answered {}", answer.status);
    let value: Value = serde_json::from_slice(&answer.body).with_context(|| path.to_owned())?;
    let mut found = Vec::new();
    gather(&value, keys, &mut found);
    found.sort();
    found.dedup();
    Ok(found)
}

/// Every text or number under one of these keys, wherever it stands.
fn gather(value: &Value, keys: &[&str], found: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| gather(item, keys, found)),
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::String(text) if keys.contains(&key.as_str()) => found.push(text.clone()),
                    Value::Number(number) if keys.contains(&key.as_str()) => found.push(number.to_string()),
                    nested => gather(nested, keys, found),
                }
            }
        }
        _ => {}
    }
}

/// The path with each place filled in turn.
pub(super) fn filled(path: &str, mut fill: impl FnMut(&str) -> String) -> String {
    let mut whole = String::new();
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        let (place, behind) = after.split_once('}').unwrap_or((after, ""));
        whole.push_str(before);
        whole.push_str(&fill(place.trim_start_matches('*')));
        rest = behind;
    }
    whole + rest
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_description_is_read() {
        let document = json!({
            "servers": [{"url": "/api/v1"}],
            "paths": {
                "/claims/{id}": {"get": {"parameters": [{"name": "id", "in": "path"}, {"name": "at", "in": "query"}]}},
                "/review/undo": {"post": {"requestBody": {"content": {"application/x-www-form-urlencoded": {
                    "schema": {"properties": {"by": {}}}}}}}},
            },
        });
        let found = read(&document);
        let paths: Vec<&str> = found.iter().map(|address| address.path.as_str()).collect();
        assert_eq!(paths, ["/api/v1/claims/{id}", "/claims/{id}", "/api/v1/review/undo", "/review/undo"]);
        assert_eq!(
            (found[0].fields.as_slice(), found[2].form.as_slice()),
            (&["at".to_owned()][..], &["by".to_owned()][..])
        );
    }

    #[test]
    fn places_are_filled() {
        assert_eq!(filled("/ask/{question}/charts/{file}", str::to_uppercase), "/ask/QUESTION/charts/FILE");
    }
}
