//! The API described for programs: OpenAPI 3.1, one line for each address.

mod reply;

use axum::Json;
use comity_answer::{AT, Answer, Argument, FIRST_YEAR, KNOWN, Range, questions};
use comity_ingest::UndoneDecision;
use comity_register::{Committed, Undone};
use schemars::SchemaGenerator;
use serde_json::{Map, Value, json};

use crate::addresses::ADDRESSES;
use crate::api::API;
use crate::fields::fields_of;
use crate::problem::Problem;
use crate::research;
use crate::session::SessionLink;

pub(crate) use reply::{Reply, as_json};

/// `GET /openapi.json`.
pub(crate) async fn openapi() -> Json<Value> {
    Json(document())
}

/// The whole description; the same for every register.
pub(crate) fn document() -> Value {
    let mut schemas = reply::schemas();
    let paths = paths(&mut schemas);
    schemas.subschema_for::<Problem>();
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
        "components": {
            "parameters": { "at": field(&AT), "known": field(&KNOWN) },
            "schemas": schemas.take_definitions(true),
            "securitySchemes": SECURITY.clone(),
        },
    })
}

fn paths(schemas: &mut SchemaGenerator) -> Map<String, Value> {
    let mut paths = Map::new();
    for address in ADDRESSES {
        let content = address.reply.content(schemas);
        let get = operation(address.path, address.gives, fields_of(address.path), &content);
        paths.insert(address.path.to_owned(), json!({ "get": get }));
    }
    for file in research::KINDS {
        let path = format!("/files/{}", file.name);
        let content = reply::as_file(&[file.media_type]);
        let get = operation(&path, file.title, file.arguments, &content);
        paths.insert(path, json!({ "get": get }));
    }
    for question in questions() {
        let path = format!("/ask/{}", question.id);
        let content = as_json(&Answer::schema_for(question.id, schemas));
        let get = operation(&path, &question.help.text(), question.arguments, &content);
        paths.insert(path, json!({ "get": get }));
    }
    for write in WRITES {
        let post = change(write, &write.reply.content(schemas));
        paths.entry(write.path).or_insert_with(|| json!({}))["post"] = post;
    }
    paths.extend(comity_openrefine::addresses(schemas));
    paths
}

/// An address that changes something.
struct Write {
    path: &'static str,
    does: &'static str,
    /// The fields of its form.
    form: &'static [&'static str],
    reply: Reply,
}

const WRITES: &[Write] = &[
    Write {
        path: "/changes/{id}/undo",
        does: "takes a batch out of force; history keeps it",
        form: &["by", "why"],
        reply: Reply::json::<Undone>(),
    },
    Write {
        path: "/review/{id}",
        does: "a person says what a mention means (slot, decide, entity) or what a claim is worth (verdict)",
        form: &[
            "by", "slot", "decide", "entity", "name", "kind", "country", "verdict", "why", "next", "stay",
        ],
        reply: Reply::json::<Committed>(),
    },
    Write {
        path: "/review/set",
        does: "settles the rows of a page that are ticked, as one batch, if each still stands as it was shown",
        form: &["by", "each", "entity", "why", "next"],
        reply: Reply::json::<Committed>(),
    },
    Write {
        path: "/review/duplicates",
        does: "says whether two are one (same, distinct, unsure); goes becomes stays",
        form: &["by", "goes", "stays", "sameness", "why", "next"],
        reply: Reply::json::<Committed>(),
    },
    Write {
        path: "/review/undo",
        does: "takes back the person's last decision",
        form: &["by", "next"],
        reply: Reply::json::<UndoneDecision>(),
    },
    Write {
        path: "/sessions/links",
        does: "gives a link that opens a session for a person, once (name; scope: review or edit; hours, 24 if left out)",
        form: &["name", "scope", "hours"],
        reply: Reply::json::<SessionLink>(),
    },
];

/// What shows who writes: the token, with the person in `by`, or the cookie of a session, which names its own.
static SECURITY: std::sync::LazyLock<Value> = std::sync::LazyLock::new(|| {
    json!({
        "token": { "type": "http", "scheme": "bearer" },
        "session": { "type": "apiKey", "in": "cookie", "name": "comity-PORT" },
    })
});

fn operation(path: &str, gives: &str, fields: &[Argument], content: &Value) -> Value {
    let clocks = ["at", "known"].map(|name| json!({ "$ref": format!("#/components/parameters/{name}") }));
    let fields = fields.iter().filter(|field| field.name != AT.name).map(field);
    let parameters: Vec<Value> = in_path(path).chain(fields).chain(clocks).collect();
    json!({
        "summary": gives,
        "parameters": parameters,
        "responses": {
            "200": { "description": gives, "content": content },
            "304": { "description": "not changed since the ETag sent along" },
            "default": refusal(),
        },
    })
}

fn change(write: &Write, content: &Value) -> Value {
    let Write { path, does, form, .. } = write;
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
            "200": { "description": "what was recorded", "content": content },
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
