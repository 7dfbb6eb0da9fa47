//! What is left of an entry's words when a name is taken out of them.

use std::collections::BTreeSet;

use comity_ledger::about::about;
use comity_model::Record;
use serde_json::{Map, Value};

use super::spelling::{Spellings, TextKind};
use crate::entry::EntryKind;

/// What is looked for in the words of every entry.
#[derive(Debug, Default)]
pub(crate) struct Sought {
    /// Of entities and claims.
    pub(crate) ids: BTreeSet<String>,
    pub(crate) spellings: Spellings,
    /// Ids that look as if they were sought, and are somebody else's.
    pub(crate) others: BTreeSet<String>,
}

/// What became of the words.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Clean,
    /// Without the name they still say what they said: the new words.
    Cut(String),
    /// Without it they say nothing, or something else.
    Gone,
}

/// The words of one entry, looked through.
#[derive(Debug)]
pub(crate) struct Redaction {
    pub(crate) outcome: Outcome,
    /// The texts in which it was found.
    pub(crate) texts: Vec<String>,
    /// Whether a mention or an id of the record is meant, and not only words about it.
    pub(crate) names: bool,
}

impl Sought {
    /// Whether a body is worth looking through; quicker than doing so.
    pub(crate) fn may_be_in(&self, body: &str) -> bool {
        body.contains('\\')
            || self.ids.iter().any(|id| body.contains(id.as_str()))
            || self.spellings.may_be_in(body)
    }

    /// Looks through the body of an entry about `subject`.
    pub(crate) fn redact(&self, kind: EntryKind, subject: &str, body: &str) -> Redaction {
        let Ok(mut value) = serde_json::from_str::<Value>(body) else {
            return Redaction { outcome: Outcome::Clean, texts: Vec::new(), names: false };
        };
        let mut search = Search { sought: self, texts: Vec::new(), names: false };
        search.walk(&mut value, Field { key: "", parent: "" });
        let Search { texts, names, .. } = search;
        let outcome = if texts.is_empty() {
            Outcome::Clean
        } else {
            left(kind, subject, value).map_or(Outcome::Gone, Outcome::Cut)
        };
        Redaction { outcome, texts, names }
    }

    /// Whether a text in this field is, or holds, what is sought.
    fn is_in(&self, text: &str, class: Class) -> bool {
        match class {
            Class::Id if self.others.contains(text) => false,
            Class::Id => self.ids.contains(text) || self.spellings.are_in(text, TextKind::Name),
            Class::Source => self.spellings.are_in(text, TextKind::Sentence),
            Class::Words(kind) => self.spellings.are_in(text, kind),
        }
    }
}

/// The new words, where they are still words about the same thing.
fn left(kind: EntryKind, subject: &str, value: Value) -> Option<String> {
    if !kind.is_record() {
        return Some(value.to_string());
    }
    let record: Record = serde_json::from_value(value).ok()?;
    let line = record.to_line();
    let sound = Record::from_line(&line).is_ok_and(|record| about(&record) == subject);
    sound.then_some(line)
}

/// Where in a body a text stands.
#[derive(Clone, Copy)]
struct Field<'a> {
    key: &'a str,
    parent: &'a str,
}

/// What a text is, by its field.
#[derive(Clone, Copy)]
enum Class {
    /// Of an entity or a claim: it cannot be cut, only left out.
    Id,
    /// Of a source: a file's name is in it.
    Source,
    Words(TextKind),
}

impl Field<'_> {
    fn class(self) -> Class {
        match self.key {
            "id" if self.parent == "source" => Class::Source,
            "id" | "entity" | "claim" | "a" | "b" | "subject" | "object" | "within" | "issuer" => Class::Id,
            "source" | "cites" | "derived_from" => Class::Source,
            "text" if self.parent != "opinion" => Class::Words(TextKind::Name),
            "name" => Class::Words(TextKind::Name),
            _ => Class::Words(TextKind::Sentence),
        }
    }
}

struct Search<'a> {
    sought: &'a Sought,
    texts: Vec<String>,
    names: bool,
}

impl Search<'_> {
    /// Cuts what is sought out of a value; `false`: nothing of it may stay.
    fn walk(&mut self, value: &mut Value, field: Field<'_>) -> bool {
        match value {
            Value::String(text) => self.text(text, field),
            Value::Array(items) => {
                items.retain_mut(|item| self.walk(item, field));
                true
            }
            Value::Object(fields) => self.fields(fields, field),
            Value::Null | Value::Bool(_) | Value::Number(_) => true,
        }
    }

    fn fields(&mut self, fields: &mut Map<String, Value>, field: Field<'_>) -> bool {
        let is_source = fields.get("record").is_some_and(|record| record == "source");
        let parent = if is_source { "source" } else { field.key };
        let keys: Vec<String> = fields.keys().cloned().collect();
        for key in &keys {
            let field = Field { key, parent };
            let stays = fields.get_mut(key).is_none_or(|value| self.walk(value, field));
            if !stays {
                fields.remove(key);
            }
        }
        true
    }

    fn text(&mut self, text: &mut String, field: Field<'_>) -> bool {
        let class = if self.sought.ids.contains(text.as_str()) { Class::Id } else { field.class() };
        if !self.sought.is_in(text, class) {
            return true;
        }
        self.texts.push(text.clone());
        self.names |= !matches!(class, Class::Words(TextKind::Sentence));
        let Class::Words(kind) = class else { return false };
        if let Some(cut) = self.sought.spellings.cut(text, kind) {
            *text = cut;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::super::spelling::{Reach, Spelling};
    use super::*;

    fn check(body: &str, expect: &Outcome) {
        let spellings = Spellings::new(Spelling::new("Anna Schmidt", Reach::Sentence));
        let sought = Sought { ids: ["p7".to_owned()].into(), spellings, ..Sought::default() };
        let record = Record::from_line(body).unwrap();
        let kind = crate::batch_writer::kind_of(&record);
        assert_eq!(sought.redact(kind, &about(&record), body).outcome, *expect, "{body}");
    }

    #[test]
    fn words_about_something_else_lose_the_name_alone() {
        check(
            r#"{"record":"source","id":"letter","kind":"report","title":"A letter of Anna Schmidt"}"#,
            &Outcome::Cut(
                r#"{"record":"source","id":"letter","kind":"report","title":"A letter of (taken down)"}"#
                    .to_owned(),
            ),
        );
        check(
            r#"{"record":"judgement","judge":"machine","decision":{"resolve":{"claim":"000000000000000000000000","readings":[{"slot":"subject","entity":"lyon"},{"slot":"object","entity":"p7"}]}}}"#,
            &Outcome::Cut(
                r#"{"record":"judgement","judge":"machine","decision":{"resolve":{"claim":"000000000000000000000000","readings":[{"slot":"subject","entity":"lyon"},{"slot":"object"}]}}}"#.to_owned(),
            ),
        );
        check(
            r#"{"record":"source","id":"letter","kind":"report","title":"A letter","issuer":"p7"}"#,
            &Outcome::Cut(
                r#"{"record":"source","id":"letter","kind":"report","title":"A letter"}"#.to_owned(),
            ),
        );
        check(r#"{"record":"source","id":"letter","kind":"report","title":"A letter"}"#, &Outcome::Clean);
    }

    #[test]
    fn what_says_nothing_without_it_goes() {
        check(
            r#"{"record":"source","id":"anna-schmidt-csv","kind":"report","title":"A list"}"#,
            &Outcome::Gone,
        );
        check(r#"{"record":"entity","id":"p7","kind":"person","name":"Anna"}"#, &Outcome::Gone);
        check(
            r#"{"record":"judgement","judge":"person","decision":{"same":{"a":"p7","b":"p8","sameness":"same"}}}"#,
            &Outcome::Gone,
        );
    }
}
