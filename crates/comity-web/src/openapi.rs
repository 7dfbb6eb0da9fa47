//! The API described for programs: OpenAPI 3.1, one line for each address.

use axum::Json;
use comity_answer::questions;
use serde_json::{Map, Value, json};

use crate::reconcile;
use crate::visit::API;

/// An address, what it gives, and the fields it takes besides the two clocks.
struct Address {
    path: &'static str,
    gives: &'static str,
    fields: &'static [(&'static str, &'static str)],
}

const PAGING: [(&str, &str); 2] = [
    ("after", "the `next` of the stretch before"),
    ("limit", "items in a stretch, 1 to 500; 50 if left out"),
];

const ADDRESSES: &[Address] = &[
    Address { path: "/", gives: "how much is on file, and the questions with their answers", fields: &[] },
    Address { path: "/map", gives: "places and the ties between them on one day", fields: MAP },
    Address { path: "/search", gives: "entities by name, in any script", fields: SEARCH },
    Address { path: "/entities", gives: "entities by kind", fields: ENTITIES },
    Address { path: "/networks", gives: "the networks among them", fields: LIST },
    Address { path: "/entities/{id}", gives: "the profile of one entity", fields: &[] },
    Address { path: "/sources", gives: "every source with the number of its claims", fields: &[] },
    Address { path: "/sources/{id}", gives: "one source and its claims in its own order", fields: LIST },
    Address { path: "/claims", gives: "claims by what they are about, or by id", fields: CLAIMS },
    Address { path: "/claims/{id}", gives: "one claim: words, readings, source, decisions", fields: &[] },
    Address { path: "/ask", gives: "the questions there are", fields: &[] },
    Address { path: "/ask/{question}/claims", gives: "the claims behind a part of an answer", fields: PROOF },
    Address {
        path: "/ask/{question}/charts/{file}",
        gives: "a picture of an answer: {chart}.svg or .png",
        fields: &[],
    },
    Address {
        path: "/ask/{question}/tables/{file}",
        gives: "a table of an answer: {table}.csv",
        fields: &[],
    },
    Address { path: "/changes", gives: "batches, newest first", fields: LIST },
    Address { path: "/takedowns", gives: "what was taken down, when and why, without names", fields: LIST },
    Address { path: "/changes/{id}", gives: "one batch and its entries", fields: LIST },
    Address { path: "/files", gives: "the files for researchers, and what each takes", fields: &[] },
    Address {
        path: "/files/{name}",
        gives: "one of them: panel.csv, ties.graphml, ties.gexf …",
        fields: FILES,
    },
    Address { path: "/about", gives: "version and licences", fields: &[] },
    Address {
        path: "/review",
        gives: "one thing that waits for a check, and what follows it",
        fields: REVIEW,
    },
    Address { path: "/review/set", gives: "mentions that can be settled together", fields: REVIEW_SET },
    Address { path: "/review/duplicates", gives: "pairs on file that may be one", fields: DUPLICATES },
];

const LIST: &[(&str, &str)] = &PAGING;
const SEARCH: &[(&str, &str)] = &[("q", "a name, or its start"), PAGING[1]];
const MAP: &[(&str, &str)] = &[
    ("entity", "only ties of this entity"),
    ("layer", "layers separated by commas: agreements, networks …"),
];
const ENTITIES: &[(&str, &str)] = &[
    ("kind", "polity, network, organisation …"),
    ("level", "city, county, state, nation …"),
    ("country", "ISO 3166-1 alpha-2"),
    PAGING[0],
    PAGING[1],
];
const CLAIMS: &[(&str, &str)] = &[
    ("ids", "these claims, separated by commas"),
    ("entity", "claims that speak of all of these entities, separated by commas"),
    ("link", "member, party, backs …"),
    ("source", "the id of a source"),
    ("standing", "accepted, proposed, disputed …"),
    PAGING[0],
    PAGING[1],
];
const PROOF: &[(&str, &str)] =
    &[("under", "JSON Pointer to the part; all of the answer if left out"), PAGING[0], PAGING[1]];
const REVIEW: &[(&str, &str)] = &[
    ("source", "only what this source says"),
    ("kind", "only this kind of thing: polity, network …; claim for proposals"),
    ("country", "only this country, as the source writes it; - for none stated"),
    ("band", "how likely the likeliest meaning is: likely, fair, faint, none"),
    ("item", "the place in the queue: a claim, a full stop and the mention's slot"),
    ("q", "search for this instead of what is proposed"),
];
const DUPLICATES: &[(&str, &str)] = &[
    ("kind", "polity, network, agreement …"),
    ("pair", "the pair to begin with: the id that would go, ~, the id that would stay"),
];
const REVIEW_SET: &[(&str, &str)] = &[
    REVIEW[0],
    REVIEW[1],
    REVIEW[2],
    REVIEW[3],
    ("at_least", "of a hundred: how likely each must be; 95 if left out"),
    ("item", "instead: all mentions of which its source says the same as of this one"),
    ("entity", "with item: what they would all mean"),
];
const FILES: &[(&str, &str)] = &[
    ("layers", "graphs: agreements, networks, events …, joined by commas"),
    ("kinds", "ties: member, party, backs …, joined by commas"),
    ("of", "ties with an end in this state or country; a panel of every polity in it"),
    ("level", "projection: city, county, metro, state or nation"),
    ("certain", "projection: yes for only what is confirmed"),
    ("network", "panel: networks, joined by commas"),
    ("from", "panel: the first year"),
    ("to", "panel: the last year"),
];

/// `GET /openapi.json`.
pub(crate) async fn openapi() -> Json<Value> {
    Json(document())
}

/// The whole description; the same for every register.
pub(crate) fn document() -> Value {
    let mut paths = Map::new();
    for address in ADDRESSES {
        let fields = address.fields.iter().map(|(name, help)| field(name, help, false));
        paths.insert(
            address.path.to_owned(),
            json!({ "get": operation(address.path, address.gives, fields) }),
        );
    }
    for question in questions() {
        let fields = question.arguments.iter().map(|one| field(one.name, one.help, one.required));
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
    let clocks = [
        field("at", "the day asked about (EDTF); today if left out", false),
        field("known", "as on file then: a date, a time, #entry, batch:N or batch:N^", false),
    ];
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

fn field(name: &str, help: &str, required: bool) -> Value {
    json!({ "name": name, "in": "query", "required": required, "description": help, "schema": { "type": "string" } })
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
