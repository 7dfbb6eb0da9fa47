//! CSL-JSON, for Zotero, pandoc and all that reads the Citation Style Language (1.0.2).

use comity_answer::wording;
use comity_model::FuzzyDate;
use serde_json::{Map, Value, json};

use super::{Reference, ReferenceKind, one_line, parts};

pub(super) fn written(reference: &Reference) -> String {
    let mut item = Map::new();
    item.insert("id".to_owned(), reference.plain_key().into());
    item.insert("type".to_owned(), kind(reference.kind).into());
    if !reference.author.is_empty() {
        item.insert("author".to_owned(), json!([{ "literal": one_line(&reference.author) }]));
    }
    let texts = [
        ("title", one_line(&reference.title)),
        ("publisher", one_line(&reference.publisher)),
        ("version", one_line(&reference.version)),
        ("genre", one_line(&reference.medium)),
        ("URL", reference.plain_url()),
        ("language", one_line(&reference.language)),
        ("note", one_line(&reference.note)),
    ];
    for (name, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        item.insert(name.to_owned(), text.into());
    }
    let dates = [("issued", &reference.issued), ("accessed", &reference.accessed)];
    for (name, date) in dates.into_iter().filter_map(|(name, date)| Some((name, date.as_ref()?))) {
        item.insert(name.to_owned(), dated(date));
    }
    let items = Value::Array(vec![Value::Object(item)]);
    serde_json::to_string_pretty(&items).expect("a reference is plain data") + "\n"
}

const fn kind(kind: ReferenceKind) -> &'static str {
    match kind {
        ReferenceKind::Dataset => "dataset",
        ReferenceKind::Page => "webpage",
        ReferenceKind::Report => "report",
        ReferenceKind::Newspaper => "article-newspaper",
        ReferenceKind::Document => "document",
    }
}

/// A vague date in words: a program must not take it for a day.
fn dated(date: &FuzzyDate) -> Value {
    let parts = parts(date);
    if parts.is_empty() {
        json!({ "literal": wording::date(date) })
    } else {
        json!({ "date-parts": [parts] })
    }
}
