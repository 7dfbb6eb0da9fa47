//! The open record format: one JSON object a line, or one CSV table per kind of record; what goes in comes out.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::claim::Claim;
use crate::coverage::Coverage;
use crate::entity::Entity;
use crate::file_header::FileHeader;
use crate::judgement::Judgement;
use crate::problem::Problem;
use crate::source::Source;

/// One line of a file in the open record format.
///
/// ```
/// use comity_model::Record;
/// let line = r#"{"record":"source","id":"note","kind":"report","title":"A note"}"#;
/// let record = Record::from_line(line).unwrap();
/// assert_eq!(record.to_line(), line);
/// assert!(Record::from_line(r#"{"record":"source","id":"A note"}"#).is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "record", rename_all = "kebab-case")]
#[expect(
    clippy::large_enum_variant,
    reason = "most records are claims; a box each would cost more than it saves"
)]
pub enum Record {
    Source(Source),
    Entity(Entity),
    Claim(Claim),
    Judgement(Judgement),
    Coverage(Coverage),
}

impl Record {
    /// The kinds of record, in the order in which one may refer to another.
    pub const KINDS: [&'static str; 5] = ["source", "entity", "claim", "judgement", "coverage"];

    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Source(_) => "source",
            Self::Entity(_) => "entity",
            Self::Claim(_) => "claim",
            Self::Judgement(_) => "judgement",
            Self::Coverage(_) => "coverage",
        }
    }

    /// Canonical JSON on one line: fields in the order of the type, nothing left-out is written.
    pub fn to_line(&self) -> String {
        serde_json::to_string(self).expect("a record is plain data")
    }

    /// The error is a sentence naming the field and what was expected.
    pub fn from_line(line: &str) -> Result<Self, String> {
        let record: Self = serde_json::from_str(line).map_err(|error| error.to_string())?;
        if line.contains("\"\"") {
            record.says_something()?;
        }
        record.check().map(|()| record)
    }

    /// The error: a text that has to be there is empty, which a table could not tell from one that is left out.
    fn says_something(&self) -> Result<(), String> {
        let mut value = serde_json::to_value(self).expect("a record is plain data");
        leave_out_empty(&mut value);
        serde_json::from_value(value).map(|_: Self| ()).map_err(|error| error.to_string())
    }

    fn check(&self) -> Result<(), String> {
        if let Self::Claim(Claim { shape: crate::Shape::Link { kind, attributes, .. }, .. }) = self {
            kind.check_attributes(attributes).map_err(|error| error.to_string())?;
        }
        if let Self::Claim(claim) = self { claim.check() } else { Ok(()) }
    }
}

fn leave_out_empty(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(leave_out_empty),
        Value::Object(fields) => {
            fields.retain(|_, one| one.as_str() != Some(""));
            fields.values_mut().for_each(leave_out_empty);
        }
        _ => {}
    }
}

/// Reads records line by line; blank lines and headers of this or an older version are passed over.
pub fn read_jsonl(file: &str, text: &str) -> (Vec<Record>, Vec<Problem>) {
    let (mut records, mut problems) = (Vec::new(), Vec::new());
    for (row, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        match Record::from_line(line) {
            Ok(record) => records.push(record),
            Err(_) if FileHeader::of(line).is_some_and(|header| header.check().is_ok()) => {}
            Err(expected) => {
                problems.push(Problem::new(file, row, "", line, &format!("a record ({expected})")));
            }
        }
    }
    (records, problems)
}
