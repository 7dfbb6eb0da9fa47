//! What is to be imported: a file, or the folder of tables that an export wrote.

use std::path::Path;

use anyhow::{Context, Result};
use comity_ingest::RecordTable;
use comity_model::Record;

use crate::input::{Input, most};

/// Open to be read.
pub(super) enum Given {
    File(Input),
    /// By kind of record.
    Tables(Vec<(&'static str, Input)>),
}

/// Held in memory.
pub(super) enum GivenBytes {
    File(Vec<u8>),
    Tables(Vec<RecordTable>),
}

impl Given {
    pub(super) fn open(path: &Path) -> Result<Self> {
        let tables = Record::KINDS.into_iter().map(|kind| (kind, path.join(format!("{kind}.csv"))));
        let tables: Vec<_> = tables.filter(|(_, table)| path.is_dir() && table.exists()).collect();
        if tables.is_empty() {
            return Ok(Self::File(Input::open(path, most::TABLE)?));
        }
        let opened = tables.into_iter().map(|(kind, table)| Ok((kind, Input::open(&table, most::TABLE)?)));
        Ok(Self::Tables(opened.collect::<Result<_>>()?))
    }

    pub(super) fn bytes(self, path: &Path) -> Result<GivenBytes> {
        let reading = || format!("read {}", path.display());
        Ok(match self {
            Self::File(input) => GivenBytes::File(input.bytes().with_context(reading)?),
            Self::Tables(inputs) => {
                let held =
                    inputs.into_iter().map(|(kind, input)| Ok(RecordTable { kind, bytes: input.bytes()? }));
                GivenBytes::Tables(held.collect::<Result<_>>().with_context(reading)?)
            }
        })
    }
}
