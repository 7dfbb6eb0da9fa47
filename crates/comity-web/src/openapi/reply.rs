//! What comes back from an address: a value whose schema is made from its type, or a file.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};

/// Where schemas stand in the document, each once.
const SCHEMAS: &str = "/components/schemas";

/// What an address gives.
#[derive(Clone, Copy)]
pub(crate) enum Reply {
    Json(fn(&mut SchemaGenerator) -> Schema),
    /// Of one of these media types.
    File(&'static [&'static str]),
    /// The same, or JSON.
    FileOrJson(&'static [&'static str], fn(&mut SchemaGenerator) -> Schema),
}

impl Reply {
    pub(crate) const fn json<T: JsonSchema>() -> Self {
        Self::Json(SchemaGenerator::subschema_for::<T>)
    }

    pub(crate) const fn file_or_json<T: JsonSchema>(media: &'static [&'static str]) -> Self {
        Self::FileOrJson(media, SchemaGenerator::subschema_for::<T>)
    }

    /// By media type.
    pub(crate) fn content(self, schemas: &mut SchemaGenerator) -> Value {
        match self {
            Self::Json(of) => as_json(&of(schemas)),
            Self::File(media) => as_file(media),
            Self::FileOrJson(media, of) => {
                let mut content = as_file(media);
                content["application/json"] = json!({ "schema": of(schemas) });
                content
            }
        }
    }
}

/// The content of a reply in JSON.
pub(crate) fn as_json(schema: &Schema) -> Value {
    json!({ "application/json": { "schema": schema } })
}

/// The content of a reply that is a file of one of these media types.
pub(super) fn as_file(media: &[&str]) -> Value {
    let bytes = json!({ "schema": { "type": "string" } });
    media.iter().map(|media| ((*media).to_owned(), bytes.clone())).collect()
}

/// Makes schemas of what is written, not of what is read: a field that is always written is required.
pub(super) fn schemas() -> SchemaGenerator {
    let mut settings = SchemaSettings::draft2020_12().for_serialize();
    settings.definitions_path = SCHEMAS.into();
    settings.meta_schema = None;
    settings.with_transform(RecursiveTransform(for_programs)).into_generator()
}

/// Descriptions come from the comments of the types: without examples in Rust, and in the words of JSON.
fn for_programs(schema: &mut Schema) {
    if let Some(Value::String(words)) = schema.get_mut("description") {
        *words = in_json(words);
    }
}

fn in_json(comment: &str) -> String {
    let words = comment.split("\n\n```").next().unwrap_or_default();
    let words = words.replace("`None`", "`null`").replace("[`", "`").replace("`]", "`");
    words.split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_is_said_in_the_words_of_json() {
        let comment = "At most [`Figure::SHOWN`] claims.\n`None`: not\nknown.\n\nMore.\n\n```\nuse x;\n```";
        assert_eq!(in_json(comment), "At most `Figure::SHOWN` claims. `null`: not known.\n\nMore.");
    }
}
