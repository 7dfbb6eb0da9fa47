//! Every kind of reply against the schemas of the specification, and its own examples through our reader.

use std::path::Path;

use axum::http::StatusCode;
use comity_fixtures::shared;
use jsonschema::{Draft, Registry, Validator};
use serde_json::Value;

use crate::places;
use crate::visitor::{Visitor, encoded};

const SPECIFICATION: &str = "data/reconciliation-spec/0.2";

fn read(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// As published, but for the name of the meta-schema, which no version of JSON Schema has.
fn schema(folder: &Path, name: &str) -> Value {
    let mut schema = read(&folder.join("schemas").join(name).with_extension("json"));
    schema.as_object_mut().unwrap().remove("$schema");
    schema
}

/// A schema with the two that others refer to.
fn validator(folder: &Path, name: &str) -> Validator {
    let referred = ["type", "openapi"].map(|name| schema(folder, name));
    let resources = referred.iter().map(|schema| (schema["$id"].as_str().unwrap(), schema));
    let registry = Registry::new().draft(Draft::Draft7).extend(resources).unwrap().prepare().unwrap();
    let options = jsonschema::options().with_draft(Draft::Draft7).with_registry(&registry);
    options.build(&schema(folder, name)).unwrap()
}

fn check(validator: &Validator, what: &str, value: &Value) {
    let errors: Vec<String> =
        validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{what}: {errors:#?} in {value:#}");
}

#[tokio::test]
async fn every_reply_validates() {
    let Some(folder) = shared(SPECIFICATION) else { return };
    for with_places in [true, false] {
        let service = Visitor::before_bodies(with_places.then(places::a_dozen)).await;
        for (schema, urls) in REPLIES {
            let validator = validator(&folder, schema);
            for url in *urls {
                check(&validator, url, &service.json(url).await);
            }
        }
        let batch = validator(&folder, "reconciliation-result-batch");
        for queries in BATCHES {
            let reply = service.post("/reconcile", &format!("queries={}", encoded(queries)), &[]).await;
            assert_eq!(reply.status, StatusCode::OK, "{}", reply.text);
            check(&batch, queries, &serde_json::from_str(&reply.text).unwrap());
        }
        let extended = validator(&folder, "data-extension-response");
        let all = service.json("/reconcile/properties").await;
        let wanted = serde_json::json!({ "ids": ["gn5134086", "gn2911298", "c40", "nobody"], "properties": all["properties"] });
        let form = format!("extend={}", encoded(&wanted.to_string()));
        check(
            &extended,
            "every property",
            &serde_json::from_str(&service.post("/reconcile", &form, &[]).await.text).unwrap(),
        );
        check(&extended, "by GET", &service.json(&format!("/reconcile?{form}")).await);
    }
}

/// Schemas and the addresses whose replies they describe.
const REPLIES: &[(&str, &[&str])] = &[
    ("manifest", &["/reconcile", "/reconcile?format=json"]),
    (
        "suggest-entities-response",
        &[
            "/reconcile/suggest/entity?prefix=roch",
            "/reconcile/suggest/entity?prefix=c40&cursor=0&limit=1",
            "/reconcile/suggest/entity?prefix=",
            "/reconcile/suggest/entity",
            "/reconcile/suggest/entity?prefix=%E5%9C%A3",
        ],
    ),
    ("suggest-types-response", &["/reconcile/suggest/type", "/reconcile/suggest/type?prefix=ci"]),
    (
        "suggest-properties-response",
        &["/reconcile/suggest/property?prefix=l", "/reconcile/suggest/property?type=event"],
    ),
    (
        "data-extension-property-proposal",
        &[
            "/reconcile/properties",
            "/reconcile/properties?type=city&limit=3",
            "/reconcile/properties?type=network",
        ],
    ),
];

const BATCHES: [&str; 3] = [
    "{}",
    r#"{"q0":{"query":"Rochester","type":"city","type_strict":"should","properties":[{"pid":"country","v":"US"}]},
        "q1":{"query":"C40","type":["network","organisation"],"limit":3},"q2":{"query":""},"q3":{"query":"Nowhere at all","type":"network"}}"#,
    r#"{"a":{"properties":[{"pid":"identifier","v":"c40"}]},"b":{"properties":[{"pid":"identifier","v":["nothing","x"]}]},
        "c":{"query":"Eurocites","type":"network"},"d":{"query":"Metropolis","type":"event"}}"#,
];

#[tokio::test]
async fn the_examples_of_requests_are_read_as_the_schemas_say() {
    let Some(folder) = shared(SPECIFICATION) else { return };
    let service = Visitor::before_bodies(Some(places::a_dozen())).await;
    let mut seen = 0;
    for (kind, field) in [("reconciliation-query-batch", "queries"), ("data-extension-query", "extend")] {
        for (validity, is_valid) in [("valid", true), ("invalid", false)] {
            let Ok(examples) = std::fs::read_dir(folder.join("examples").join(kind).join(validity)) else {
                continue;
            };
            for example in examples {
                let path = example.unwrap().path();
                let text = std::fs::read_to_string(&path).unwrap();
                let reply = service.post("/reconcile", &format!("{field}={}", encoded(&text)), &[]).await;
                // Types and properties of a library are none of ours: read all the same, and said so in the reply.
                let understood = reply.status.is_success() || reply.text.contains("there is no property");
                assert_eq!(understood, is_valid, "{}: {}", path.display(), reply.text);
                seen += 1;
            }
        }
    }
    assert!(seen >= 9, "only {seen} examples were found");
}

#[test]
fn the_schemas_can_tell_good_from_bad() {
    let Some(folder) = shared(SPECIFICATION) else { return };
    for name in ["reconciliation-result-batch", "manifest", "data-extension-response"] {
        let validator = validator(&folder, name);
        for (validity, is_valid) in [("valid", true), ("invalid", false)] {
            for example in std::fs::read_dir(folder.join("examples").join(name).join(validity)).unwrap() {
                let path = example.unwrap().path();
                assert_eq!(validator.is_valid(&read(&path)), is_valid, "{}", path.display());
            }
        }
    }
}
