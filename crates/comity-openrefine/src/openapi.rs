//! The service's addresses for the OpenAPI document: they lie beside `/api/v1`, not under it.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value as Json, json};

use crate::extend::{Data, Proposals};
use crate::flyout::InJson;
use crate::manifest::Manifest;
use crate::suggest::{EntityName, Suggestions};
use crate::wire::reply::{BatchReply, PropertyName, TypeInFull};

/// Address, what it gives, and its fields.
struct Address {
    path: &'static str,
    gives: &'static str,
    fields: &'static [(&'static str, &'static str)],
    /// The fields may be sent as a form too.
    is_form: bool,
    reply: Reply,
}

/// What comes back.
#[derive(Clone, Copy)]
enum Reply {
    Json(fn(&mut SchemaGenerator) -> Schema),
    Html,
}

impl Reply {
    /// By media type.
    fn content(self, schemas: &mut SchemaGenerator) -> Json {
        match self {
            Self::Json(of) => json!({ "application/json": { "schema": of(schemas) } }),
            Self::Html => json!({ "text/html": { "schema": { "type": "string" } } }),
        }
    }
}

const PREFIX: (&str, &str) = ("prefix", "what was typed: the beginning of a name, or an id");
const CURSOR: (&str, &str) = ("cursor", "suggestions to skip: the `cursor` of the reply before");
const LIMIT: (&str, &str) = ("limit", "how many, 1 to 100; 10 if left out");
const TYPE: (&str, &str) = ("type", "only of this type: city, network …");
const SUGGEST: &[(&str, &str)] = &[PREFIX, CURSOR, LIMIT, TYPE];
const ID: &[(&str, &str)] = &[("id", "as a suggestion gave it")];

const ADDRESSES: [Address; 10] = [
    Address {
        path: "/reconcile",
        gives: "the manifest; with `queries` candidates for names, with `extend` data about entities \
                (Reconciliation Service API 0.2)",
        fields: &[
            ("queries", "JSON: a batch of at most 100 queries"),
            ("extend", "JSON: ids and properties wanted"),
        ],
        is_form: true,
        reply: Reply::Json(any),
    },
    json::<Suggestions<EntityName>>("/reconcile/suggest/entity", "entities whose name begins so", SUGGEST),
    json::<Suggestions<TypeInFull>>(
        "/reconcile/suggest/type",
        "types whose name begins so",
        &[PREFIX, CURSOR, LIMIT],
    ),
    json::<Suggestions<PropertyName>>(
        "/reconcile/suggest/property",
        "properties whose name begins so",
        SUGGEST,
    ),
    json::<InJson>("/reconcile/flyout/entity", "a few lines of HTML about an entity", ID),
    json::<InJson>("/reconcile/flyout/type", "a few lines of HTML about a type", ID),
    json::<InJson>("/reconcile/flyout/property", "a few lines of HTML about a property", ID),
    json::<Proposals>(
        "/reconcile/properties",
        "the properties that can be fetched",
        &[TYPE, ("limit", "how many")],
    ),
    page("/reconcile/preview/{id}", "a small page about an entity, made for a frame"),
    page("/reconcile/view/{id}", "leads to the profile, or shows what the gazetteer knows"),
];

const fn json<T: JsonSchema>(
    path: &'static str,
    gives: &'static str,
    fields: &'static [(&'static str, &'static str)],
) -> Address {
    Address { path, gives, fields, is_form: false, reply: Reply::Json(SchemaGenerator::subschema_for::<T>) }
}

const fn page(path: &'static str, gives: &'static str) -> Address {
    Address { path, gives, fields: &[], is_form: false, reply: Reply::Html }
}

/// The manifest; with `queries` a reply to each, with `extend` data.
fn any(schemas: &mut SchemaGenerator) -> Schema {
    let manifest = schemas.subschema_for::<Manifest>();
    let (data, batch) = (schemas.subschema_for::<Data>(), schemas.subschema_for::<BatchReply>());
    json_schema!({ "anyOf": [manifest, data, batch] })
}

/// Path and path item of each, the host's page about an entity among them; they lie beside an API, not under it.
pub fn addresses(schemas: &mut SchemaGenerator) -> impl Iterator<Item = (String, Json)> {
    ADDRESSES.iter().map(|address| (address.path.to_owned(), item(address, &address.reply.content(schemas))))
}

fn item(address: &Address, content: &Json) -> Json {
    let mut item = json!({ "servers": [{ "url": "/" }], "get": got(address, content) });
    if address.is_form {
        item["post"] = posted(address, content);
    }
    item
}

fn got(address: &Address, content: &Json) -> Json {
    let text = json!({ "type": "string" });
    let in_path = address
        .path
        .ends_with("{id}")
        .then(|| json!({ "name": "id", "in": "path", "required": true, "schema": text }));
    let fields = address.fields.iter().map(|(name, help)| {
        json!({ "name": name, "in": "query", "required": false, "description": help, "schema": text })
    });
    let parameters: Vec<Json> = in_path.into_iter().chain(fields).collect();
    json!({ "summary": address.gives, "parameters": parameters, "responses": responses(address, content) })
}

fn posted(address: &Address, content: &Json) -> Json {
    let mut fields = Map::new();
    for (name, help) in address.fields {
        fields.insert((*name).to_owned(), json!({ "type": "string", "description": help }));
    }
    let form = json!({ "schema": { "type": "object", "properties": fields } });
    json!({
        "summary": address.gives,
        "requestBody": { "required": true, "content": { "application/x-www-form-urlencoded": form } },
        "responses": responses(address, content),
    })
}

fn responses(address: &Address, content: &Json) -> Json {
    json!({
        "200": { "description": address.gives, "content": content },
        "default": { "description": "refused", "content": { "application/problem+json": {
            "schema": { "$ref": "#/components/schemas/Problem" },
        } } },
    })
}
