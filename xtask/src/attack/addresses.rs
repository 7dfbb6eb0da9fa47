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
    /// Those that have to be there.
    pub(super) needed: Vec<String>,
    /// Fields of the form, or of a document in JSON.
    pub(super) form: Vec<String>,
}

/// All addresses, both as API and as pages, and those that no description has.
pub(super) fn described(server: &str) -> Result<Vec<Address>> {
    let answer = http::get(server, "/openapi.json", PATIENCE)?.context("no description of the API")?;
    ensure!(answer.status == 200, "/openapi.json answered {}", answer.status);
    let document = serde_json::from_slice(&answer.body).context("the description of the API")?;
    let mut addresses = read(&document);
    for path in
        ["/healthz", "/readyz", "/openapi.json", "/static/site.css", "/static/site.js", "/enter/{code}"]
    {
        addresses.push(Address {
            method: "GET".to_owned(),
            path: path.to_owned(),
            fields: vec![],
            needed: vec![],
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
            let parameters = about["parameters"].as_array().into_iter().flatten();
            let parameters = parameters.map(|field| whole(document, field));
            let queries = || parameters.clone().filter(|field| field["in"] == "query");
            let names = |field: &Value| field["name"].as_str().map(ToOwned::to_owned);
            let address = Address {
                method: method.to_uppercase(),
                path: String::new(),
                fields: queries().filter_map(names).collect(),
                needed: queries().filter(|field| field["required"] == true).filter_map(names).collect(),
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

/// A parameter, wherever in the document it stands.
fn whole<'d>(document: &'d Value, field: &'d Value) -> &'d Value {
    let place = field["$ref"].as_str().and_then(|place| place.strip_prefix('#'));
    place.and_then(|place| document.pointer(place)).unwrap_or(field)
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
            entities: ids(server, "/api/v1/entities?kind=polity&limit=500", "items", "id")?,
            claims: ids(server, "/api/v1/claims?link=party&limit=200", "claims/items", "held/id")?,
            sources: ids(server, "/api/v1/sources", "items", "id")?,
            batches: ids(server, "/api/v1/changes?limit=100", "items", "id")?,
            questions: ids(server, "/api/v1/ask", "items", "id")?,
            files: ids(server, "/api/v1/files", "files", "name")?,
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

/// What stands at one place in each item of a list in an answer; both places are named by keys between slashes.
fn ids(server: &str, path: &str, list: &str, place: &str) -> Result<Vec<String>> {
    let answer = http::get(server, path, PATIENCE)?.with_context(|| format!("no answer at {path}"))?;
    ensure!(answer.status == 200, "{path} answered {}", answer.status);
    let value: Value = serde_json::from_slice(&answer.body).with_context(|| path.to_owned())?;
    let items = value.pointer(&format!("/{list}")).and_then(Value::as_array);
    let items = items.with_context(|| format!("{path} has no list `{list}`"))?;
    let text = |item: &Value| item.pointer(&format!("/{place}")).and_then(words);
    items.iter().map(|item| text(item).with_context(|| format!("{path} has no `{place}`"))).collect()
}

/// A text or a number as it stands in an address.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
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
            "components": {"parameters": {"at": {"name": "at", "in": "query"}}},
            "paths": {
                "/claims/{id}": {"get": {"parameters": [
                    {"name": "id", "in": "path"}, {"$ref": "#/components/parameters/at"}]}},
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
