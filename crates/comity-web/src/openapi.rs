//! The API described for programs: OpenAPI 3.1, one line for each address.

use axum::Json;
use comity_answer::{AT, Argument, FIRST_YEAR, KNOWN, Range, questions};
use serde_json::{Map, Value, json};

use crate::fields::ADDRESSES;
use crate::reconcile;
use crate::research;
use crate::visit::API;

/// `GET /openapi.json`.
pub(crate) async fn openapi() -> Json<Value> {
    Json(document())
}

/// The whole description; the same for every register.
pub(crate) fn document() -> Value {
    let mut paths = Map::new();
    for address in ADDRESSES {
        let fields = address.fields.iter().map(field);
        paths.insert(
            address.path.to_owned(),
            json!({ "get": operation(address.path, address.gives, fields) }),
        );
    }
    for file in research::KINDS {
        let path = format!("/files/{}", file.name);
        let get = operation(&path, file.title, file.arguments.iter().map(field));
        paths.insert(path, json!({ "get": get }));
    }
    for question in questions() {
        let fields = question.arguments.iter().map(field);
        let path = format!("/ask/{}", question.id);
        let get = operation(&path, question.help, fields);
        paths.insert(path, json!({ "get": get }));
    }
    for (path, does, form) in WRITES {
        paths.insert((*path).to_owned(), json!({ "post": change(path, does, form) }));
    }
    paths.extend(reconcile::addresses());
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Comity",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Who is tied to whom, through what, since when and according to whom.",
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
        },
        "servers": [{ "url": API }],
        "paths": paths,
        "components": { "schemas": { "Problem": problem() }, "securitySchemes": SECURITY.clone() },
    })
}

/// Path, what it does, and the fields of its form.
const WRITES: &[(&str, &str, &[&str])] = &[
    ("/changes/{id}/undo", "takes a batch out of force; history keeps it", &["by", "why"]),
    (
        "/review/{id}",
        "a person says what a mention means (slot, decide, entity) or what a claim is worth (verdict)",
        &["by", "slot", "decide", "entity", "name", "kind", "country", "verdict", "why", "next", "stay"],
    ),
    ("/review/set", "settles each mention named, as one batch", &["by", "each", "why", "next"]),
    (
        "/review/duplicates",
        "says whether two are one (same, distinct, unsure); goes becomes stays",
        &["by", "goes", "stays", "sameness", "why", "next"],
    ),
    ("/review/undo", "takes back the person's last decision", &["by", "next"]),
    (
        "/sessions/links",
        "gives a link that opens a session for a person, once (name; scope: review or edit; hours, 24 if left out)",
        &["name", "scope", "hours"],
    ),
];

/// What shows who writes: the token, with the person in `by`, or the cookie of a session, which names its own.
static SECURITY: std::sync::LazyLock<Value> = std::sync::LazyLock::new(|| {
    json!({
        "token": { "type": "http", "scheme": "bearer" },
        "session": { "type": "apiKey", "in": "cookie", "name": "comity-PORT" },
    })
});

fn operation(path: &str, gives: &str, fields: impl Iterator<Item = Value>) -> Value {
    let clocks = [AT, KNOWN].iter().map(field);
    let fields: Vec<Value> = fields.filter(|field| field["name"] != "at").collect();
    let parameters: Vec<Value> = in_path(path).chain(fields).chain(clocks).collect();
    json!({
        "summary": gives,
        "parameters": parameters,
        "responses": {
            "200": { "description": gives, "content": { "application/json": {} } },
            "304": { "description": "not changed since the ETag sent along" },
            "default": refusal(),
        },
    })
}

fn change(path: &str, does: &str, form: &[&str]) -> Value {
    let fields: Map<String, Value> =
        form.iter().map(|name| ((*name).to_owned(), json!({ "type": "string" }))).collect();
    let by_token_alone = path.starts_with("/sessions/");
    let security =
        if by_token_alone { json!([{ "token": [] }]) } else { json!([{ "token": [] }, { "session": [] }]) };
    json!({
        "summary": does,
        "security": security,
        "parameters": in_path(path).collect::<Vec<_>>(),
        "requestBody": { "required": true, "content": { "application/x-www-form-urlencoded": {
            "schema": { "type": "object", "properties": fields },
        } } },
        "responses": {
            "200": { "description": "what was recorded", "content": { "application/json": {} } },
            "default": refusal(),
        },
    })
}

/// The parameters that stand in braces.
fn in_path(path: &str) -> impl Iterator<Item = Value> {
    path.split('/')
        .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
        .map(|name| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } }))
}

fn field(one: &Argument) -> Value {
    let mut field = json!({
        "name": one.name,
        "in": "query",
        "required": one.required,
        "description": one.hint(),
        "schema": schema(one.range),
    });
    if field["schema"]["type"] == "array" {
        field["style"] = "form".into();
        field["explode"] = false.into();
    }
    field
}

fn schema(range: Range) -> Value {
    let (text, short) = (Range::TEXT, Range::SHORT);
    match range {
        Range::Entity | Range::Source | Range::Text { .. } => json!({ "type": "string", "maxLength": text }),
        Range::Date | Range::Eras | Range::Moment => json!({ "type": "string", "maxLength": short }),
        Range::Year => json!({ "type": "integer", "minimum": FIRST_YEAR }),
        Range::Whole { least, most } => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Range::Number { least, most } => json!({ "type": "number", "minimum": least, "maximum": most }),
        Range::Word { of } => json!({ "type": "string", "enum": of }),
        Range::Words { of } => json!({ "type": "array", "items": { "type": "string", "enum": of } }),
        Range::Entities { most } | Range::Items { most, .. } => {
            json!({ "type": "array", "maxItems": most, "items": { "type": "string", "maxLength": text } })
        }
    }
}

fn refusal() -> Value {
    json!({ "description": "refused", "content": { "application/problem+json": {
        "schema": { "$ref": "#/components/schemas/Problem" },
    } } })
}

/// RFC 9457, with what exists instead.
fn problem() -> Value {
    json!({
        "type": "object",
        "required": ["title", "status", "detail"],
        "properties": {
            "title": { "type": "string" },
            "status": { "type": "integer" },
            "detail": { "type": "string" },
            "id": { "type": "string", "description": "the number of a failure in the log of the server" },
            "instead": { "type": "array", "items": {
                "type": "object",
                "properties": { "title": { "type": "string" }, "href": { "type": "string" } },
            } },
        },
    })
}
