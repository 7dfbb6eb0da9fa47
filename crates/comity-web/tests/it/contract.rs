//! What the API document promises of each reply, held against a reply.

use jsonschema::Validator;
use serde_json::{Value, json};

/// The document as `manners` wrote it down: schemas made afresh would follow every field that is renamed.
const WRITTEN_DOWN: &str = include_str!("snapshots/it__manners__the_public_face_is_written_down.snap");

/// The document with every object closed: a field that no schema names is an error. As published, schemas are open,
/// for what is added keeps the version of the API.
pub(crate) struct Contract {
    document: Value,
}

impl Contract {
    pub(crate) fn written_down() -> Self {
        let (_, document) = WRITTEN_DOWN.trim_start_matches("---").split_once("---").unwrap();
        let mut document: Value = serde_json::from_str(document).unwrap();
        each(&mut document["components"]["schemas"], close_within);
        Self { document }
    }

    /// Path and method of every address that replies in JSON.
    pub(crate) fn addresses(&self) -> impl Iterator<Item = (&str, &str)> {
        let paths = self.document["paths"].as_object().unwrap();
        let all = paths.iter().flat_map(|(path, item)| {
            item.as_object().unwrap().keys().map(move |method| (path.as_str(), method.as_str()))
        });
        all.filter(|(path, method)| self.schema(path, method).is_object())
    }

    fn schema(&self, path: &str, method: &str) -> &Value {
        &self.document["paths"][path][method]["responses"]["200"]["content"]["application/json"]["schema"]
    }

    /// Holds a reply against what is promised of its address, by the path as the document has it.
    #[track_caller]
    pub(crate) fn check(&self, path: &str, method: &str, what: &str, reply: &Value) {
        let validator = self.validator(path, method);
        let errors = validator.iter_errors(reply).map(|error| {
            let said: String = error.to_string().chars().take(300).collect();
            format!("{}: {said}", error.instance_path())
        });
        let errors: Vec<String> = errors.collect();
        assert!(errors.is_empty(), "{what}: {errors:#?}");
    }

    #[track_caller]
    fn validator(&self, path: &str, method: &str) -> Validator {
        let mut schema = self.schema(path, method).clone();
        assert!(schema.is_object(), "nothing is promised of {method} {path}");
        close(&mut schema);
        schema["components"] = self.document["components"].clone();
        jsonschema::draft202012::new(&schema).unwrap()
    }
}

/// Closes a schema where it describes a value; what stands beside `$ref` or `anyOf` sees the fields they name.
fn close(schema: &mut Value) {
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("unevaluatedProperties".to_owned(), json!(false));
    }
    close_within(schema);
}

fn close_within(schema: &mut Value) {
    for (key, within) in schema.as_object_mut().into_iter().flatten() {
        match key.as_str() {
            "properties" | "prefixItems" => each(within, close),
            "items" | "additionalProperties" => close(within),
            "allOf" | "anyOf" | "oneOf" => each(within, close_within),
            _ => {}
        }
    }
}

fn each(schemas: &mut Value, change: fn(&mut Value)) {
    match schemas {
        Value::Object(schemas) => schemas.values_mut().for_each(change),
        Value::Array(schemas) => schemas.iter_mut().for_each(change),
        _ => {}
    }
}
