//! The built-in atlas: packaged records that an empty register is filled with.

use comity_model::{Record, read_jsonl};
use comity_register::{Committed, NewBatch, Register, Timestamp};
use rust_embed::RustEmbed;

use crate::error::IngestError;

#[derive(RustEmbed)]
#[folder = "../../data/atlas"]
#[include = "*.jsonl"]
struct Atlas;

/// Every record of the atlas: sources and entities first, then what speaks of them.
pub fn built_in_records() -> Result<Vec<Record>, IngestError> {
    let mut files: Vec<_> = Atlas::iter().collect();
    files.sort();
    let mut records = Vec::new();
    for file in files {
        let Some(content) = Atlas::get(&file) else { continue };
        let (read, problems) = read_jsonl(&file, &String::from_utf8_lossy(&content.data));
        if let Some(problem) = problems.into_iter().next() {
            return Err(IngestError::Atlas { problem });
        }
        records.extend(read);
    }
    records.sort_by_key(|record| Record::KINDS.iter().position(|kind| *kind == record.kind()));
    Ok(records)
}

/// Brings the atlas into a register as one batch: all of it into an empty one, and what is new or changed into
/// one that has an older edition. Judgements of its users stand.
pub async fn fill(register: &Register, at: Timestamp) -> Result<Committed, IngestError> {
    let batch = NewBatch {
        title: format!("the built-in atlas {}", env!("CARGO_PKG_VERSION")),
        by: "Comity".to_owned(),
        at,
    };
    Ok(register.commit(batch, built_in_records()?, &mut |_| {}).await?)
}
