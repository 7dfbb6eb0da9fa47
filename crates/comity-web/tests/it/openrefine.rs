//! What OpenRefine sends, in its order and its own form: manifest, batches of ten, suggest, preview, data.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};

use crate::places;
use crate::visitor::{Reply, Visitor, encoded, words};

/// A client that knows the service by its manifest alone.
struct Client {
    service: Visitor,
    manifest: Value,
}

impl Client {
    /// OpenRefine's browser side asks for JSON from another origin.
    async fn registers() -> Self {
        let service = Visitor::before_bodies(Some(places::a_dozen())).await;
        let request = Request::get("/reconcile")
            .header(header::HOST, "127.0.0.1:8420")
            .header(header::ORIGIN, "http://127.0.0.1:3333")
            .header(header::ACCEPT, "application/json, text/javascript, */*; q=0.01");
        let reply = service.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!(reply.header(&header::ACCESS_CONTROL_ALLOW_ORIGIN), "http://127.0.0.1:3333");
        let manifest = serde_json::from_str(&reply.text).unwrap();
        Self { service, manifest }
    }

    /// OpenRefine's server side posts up to ten queries as a form.
    async fn reconciles(&self, queries: &Value) -> Value {
        let form = format!("queries={}", encoded(&queries.to_string()));
        let reply = self.posts(&form).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
        serde_json::from_str(&reply.text).unwrap()
    }

    async fn extends(&self, wanted: &Value) -> Value {
        let reply = self.posts(&format!("extend={}", encoded(&wanted.to_string()))).await;
        serde_json::from_str(&reply.text).unwrap()
    }

    async fn posts(&self, form: &str) -> Reply {
        let of = [("user-agent", "OpenRefine/3.9"), ("accept", "*/*")];
        self.service.post("/reconcile", form, &of).await
    }

    /// An address that the manifest gives, without the server's own part.
    fn address(&self, pointer: &str) -> String {
        let said = self.manifest.pointer(pointer).and_then(Value::as_str).unwrap();
        said.strip_prefix("http://127.0.0.1:8420").unwrap_or(said).to_owned()
    }
}

fn best<'v>(reply: &'v Value, key: &str) -> (&'v str, bool) {
    let first = &reply[key]["result"][0];
    (first["id"].as_str().unwrap_or("nothing"), first["match"].as_bool().unwrap_or(false))
}

#[tokio::test]
async fn ten_rows_of_a_table_get_their_places_and_bodies() {
    let client = Client::registers().await;
    let of_us = json!([{ "pid": "country", "v": "United States" }]);
    let reply = client
        .reconciles(&json!({
            "q0": { "query": "Lyon", "type": "city", "type_strict": "should", "properties": [{ "pid": "country", "v": "France" }] },
            "q1": { "query": "Rochester", "type": "city", "type_strict": "should", "properties": of_us },
            "q2": { "query": "Rochester", "type": "city", "type_strict": "should",
                    "properties": [{ "pid": "country", "v": { "id": "gn6252001", "name": "United States" } }, { "pid": "state", "v": "Minnesota" }] },
            "q3": { "query": "圣保罗", "type": "city", "type_strict": "should", "properties": [{ "pid": "country", "v": "BR" }] },
            "q4": { "query": "C40 Cities", "type": "network", "type_strict": "should" },
            "q5": { "query": "Bloomberg Philanthropies" },
            "q6": { "query": "Xyzzyqwertz", "type": "city", "type_strict": "should" },
            "q7": { "query": "Paris", "properties": [{ "pid": "lat", "v": 33.66 }, { "pid": "lon", "v": -95.56 }] },
            "q8": { "query": "Hambourg", "type": "city", "type_strict": "should", "properties": [{ "pid": "country", "v": "Germany" }], "limit": 1 },
            "q9": { "query": "", "type": "city", "type_strict": "should" },
        }))
        .await;
    assert_eq!(best(&reply, "q0"), ("gn2996944", true));
    assert_eq!(best(&reply, "q1"), ("gn5134086", false), "two Rochesters: nothing but their size decides");
    assert_eq!(best(&reply, "q2"), ("gn5043473", true));
    assert_eq!(best(&reply, "q3"), ("gn3448439", true));
    assert_eq!(best(&reply, "q4"), ("c40", true));
    assert_eq!(best(&reply, "q5"), ("bloomberg-philanthropies", true));
    assert_eq!(best(&reply, "q6"), ("nothing", false));
    assert_eq!(best(&reply, "q7").0, "gn4717560");
    assert_eq!(best(&reply, "q8"), ("gn2911298", true));
    assert_eq!(reply["q8"]["result"].as_array().map(Vec::len), Some(1));
    // No match and no answer are two things.
    assert_eq!((&reply["q6"]["decision"], &reply["q6"]["error"]), (&json!("none"), &Value::Null));
    assert_eq!(reply["q9"]["error"]["status"], 400);
    let matches = |entry: &Value| {
        let result = entry["result"].as_array().unwrap();
        result.iter().filter(|one| one["match"] == true).count()
    };
    assert!(reply.as_object().unwrap().values().all(|entry| matches(entry) <= 1));
}

#[tokio::test]
async fn the_reasons_come_along() {
    let client = Client::registers().await;
    let reply = client
        .reconciles(
            &json!({ "q0": { "query": "Rochester", "properties": [{ "pid": "country", "v": "US" }] } }),
        )
        .await;
    let first = &reply["q0"]["result"][0];
    let ids: Vec<&str> =
        first["features"].as_array().unwrap().iter().map(|part| part["id"].as_str().unwrap()).collect();
    assert_eq!(ids[..4], ["name", "country", "division", "kind"]);
    assert!(reply["q0"]["reason"].as_str().unwrap().contains("nothing but their size"), "{reply}");
    assert_eq!(first["description"], "city or town in New York, United States; 209,802 people");
    assert_eq!(first["type"], json!([{ "id": "city", "name": "City or town" }]));
}

#[tokio::test]
async fn a_cell_is_matched_by_hand() {
    let client = Client::registers().await;
    let service = client.address("/suggest/entity/service_path");
    let found = client.service.json(&format!("{service}?prefix=roch")).await;
    let ids: Vec<&str> =
        found["result"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["gn5134086", "gn5043473"]);
    let flyout = client.address("/suggest/entity/flyout_service_path").replace("${id}", "gn5043473");
    let flyout = client.service.json(&flyout).await;
    assert_eq!(flyout["id"], "gn5043473");
    assert!(
        flyout["html"].as_str().unwrap().contains("City or town in Minnesota, United States"),
        "{flyout}"
    );
    let preview = client.address("/preview/url").replace("{{id}}", "gn5043473");
    let preview = client.service.get(&preview).await;
    assert_eq!(preview.headers.get(header::X_FRAME_OPTIONS), None, "it is made to be framed");
    assert!(preview.header(&header::CONTENT_SECURITY_POLICY).contains("sandbox"));
    let said = words(&preview.text);
    for part in ["Rochester", "Minnesota, United States", "112,225", "5043473"] {
        assert!(said.contains(part), "{part} is missing: {said}");
    }
}

#[tokio::test]
async fn types_and_properties_are_chosen_from_lists() {
    let client = Client::registers().await;
    let types =
        client.service.json(&format!("{}?prefix=net", client.address("/suggest/type/service_path"))).await;
    assert_eq!(types["result"][0]["id"], "network");
    let service = client.address("/suggest/property/service_path");
    let properties = client.service.json(&format!("{service}?prefix=pop&type=city")).await;
    assert_eq!(properties["result"][0]["id"], "population");
    let none = client.service.json(&format!("{service}?prefix=pop&type=network")).await;
    assert_eq!(none, json!({ "result": [] }));
    let flyout = client.address("/suggest/property/flyout_service_path").replace("${id}", "population");
    assert!(client.service.json(&flyout).await["html"].as_str().unwrap().contains("Inhabitants."));
}

#[tokio::test]
async fn columns_are_added_from_reconciled_values() {
    let client = Client::registers().await;
    let propose = client.address("/extend/propose_properties/service_path");
    let proposed = client.service.json(&format!("{propose}?type=city")).await;
    let offered = proposed["properties"].as_array().unwrap();
    assert!(
        ["lat", "population", "iso2", "geonames", "wikidata", "country", "division", "name"]
            .iter()
            .all(|wanted| offered.iter().any(|one| one["id"] == *wanted))
    );
    let data = client
        .extends(&json!({
            "ids": ["gn2911298", "c40", "gn999999999"],
            "properties": [
                { "id": "lat" }, { "id": "population" }, { "id": "iso3" }, { "id": "geonames" }, { "id": "wikidata" },
                { "id": "country", "settings": { "lang": "de" } }, { "id": "name", "settings": { "lang": "fr", "limit": "1" } },
                { "id": "names", "settings": { "lang": "zh" } },
            ],
        }))
        .await;
    assert_eq!(
        data["rows"]["gn2911298"],
        json!({
            "lat": [{ "float": 53.55073 }], "population": [{ "int": 1_973_896 }], "iso3": [{ "str": "DEU" }],
            "geonames": [{ "str": "2911298" }], "wikidata": [{ "str": "Q1055" }],
            "country": [{ "id": "gn2921044", "name": "Germany" }], "name": [{ "str": "Hambourg" }], "names": [],
        })
    );
    assert_eq!(data["rows"]["c40"]["names"], json!([{ "str": "C40城市集团" }]));
    assert_eq!(data["rows"]["gn999999999"]["lat"], json!([]), "what we do not know is empty");
    assert_eq!(
        data["meta"][5],
        json!({ "id": "country", "name": "Country", "type": { "id": "country", "name": "Country" } })
    );
}
