//! The built-in atlas: packaged records that an empty register is filled with.

use comity_model::{PersonName, Record, read_jsonl};
use comity_register::{Committed, EditionPlan, NewBatch, Register, Timestamp};
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

/// How the titles of batches begin that bring an edition of it.
const TITLE: &str = "the built-in atlas ";

/// Fills an empty register with the atlas, as one batch.
pub async fn fill(register: &Register, at: Timestamp) -> Result<Committed, IngestError> {
    let batch = NewBatch { title: title(), by: "Comity".to_owned(), at };
    Ok(register.commit(batch, built_in_records()?, &mut |_| {}).await?)
}

/// What bringing this edition of the atlas into a register would do that has an older one. Nothing is changed.
pub async fn plan_renewal(register: &Register) -> Result<EditionPlan, IngestError> {
    Ok(register.plan_edition(TITLE, built_in_records()?).await?)
}

/// Does what was planned, as one batch.
pub async fn renew(
    register: &Register,
    plan: &EditionPlan,
    by: &PersonName,
    at: Timestamp,
) -> Result<Committed, IngestError> {
    let batch = NewBatch { title: title(), by: by.to_string(), at };
    Ok(register.commit(batch, plan.records.iter().cloned(), &mut |_| {}).await?)
}

fn title() -> String {
    format!("{TITLE}{}", env!("CARGO_PKG_VERSION"))
}
