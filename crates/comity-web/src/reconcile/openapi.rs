//! The service's addresses for the OpenAPI document: they lie beside `/api/v1`, not under it.

use serde_json::{Map, Value as Json, json};

/// Address, what it gives, and its fields.
struct Address {
    path: &'static str,
    gives: &'static str,
    fields: &'static [(&'static str, &'static str)],
    /// The fields may be sent as a form too.
    is_form: bool,
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
    },
    looked_up("/reconcile/suggest/entity", "entities whose name begins so", SUGGEST),
    looked_up("/reconcile/suggest/type", "types whose name begins so", &[PREFIX, CURSOR, LIMIT]),
    looked_up("/reconcile/suggest/property", "properties whose name begins so", SUGGEST),
    looked_up("/reconcile/flyout/entity", "a few lines of HTML about an entity", ID),
    looked_up("/reconcile/flyout/type", "a few lines of HTML about a type", ID),
    looked_up("/reconcile/flyout/property", "a few lines of HTML about a property", ID),
    looked_up("/reconcile/properties", "the properties that can be fetched", &[TYPE, ("limit", "how many")]),
    looked_up("/reconcile/preview/{id}", "a small page about an entity, made for a frame", &[]),
    looked_up("/reconcile/view/{id}", "leads to the profile, or shows what the gazetteer knows", &[]),
];

const fn looked_up(
    path: &'static str,
    gives: &'static str,
    fields: &'static [(&'static str, &'static str)],
) -> Address {
    Address { path, gives, fields, is_form: false }
}

/// Path and path item of each.
pub(crate) fn addresses() -> impl Iterator<Item = (String, Json)> {
    ADDRESSES.iter().map(|address| (address.path.to_owned(), item(address)))
}

fn item(address: &Address) -> Json {
    let mut item = json!({ "servers": [{ "url": "/" }], "get": got(address) });
    if address.is_form {
        item["post"] = posted(address);
    }
    item
}

fn got(address: &Address) -> Json {
    let text = json!({ "type": "string" });
    let in_path = address
        .path
        .ends_with("{id}")
        .then(|| json!({ "name": "id", "in": "path", "required": true, "schema": text }));
    let fields = address.fields.iter().map(|(name, help)| {
        json!({ "name": name, "in": "query", "required": false, "description": help, "schema": text })
    });
    let parameters: Vec<Json> = in_path.into_iter().chain(fields).collect();
    json!({ "summary": address.gives, "parameters": parameters, "responses": responses(address) })
}

fn posted(address: &Address) -> Json {
    let field =
        |(name, help): &(&str, &str)| ((*name).to_owned(), json!({ "type": "string", "description": help }));
    let fields: Map<String, Json> = address.fields.iter().map(field).collect();
    let form = json!({ "schema": { "type": "object", "properties": fields } });
    json!({
        "summary": address.gives,
        "requestBody": { "required": true, "content": { "application/x-www-form-urlencoded": form } },
        "responses": responses(address),
    })
}

fn responses(address: &Address) -> Json {
    let is_page = address.path.ends_with("{id}");
    let media = if is_page { "text/html" } else { "application/json" };
    json!({
        "200": { "description": address.gives, "content": { media: {} } },
        "default": { "description": "refused", "content": { "application/problem+json": {
            "schema": { "$ref": "#/components/schemas/Problem" },
        } } },
    })
}
