//! Files into a register: every row has a fate, and nothing is recorded twice.
#![expect(clippy::unwrap_used, reason = "a test may stop where it finds nothing")]

mod atlas;
mod field_cases;
mod files;
mod office_workbooks;
mod origins;
mod pages;
mod proposals;
mod real_lists;
mod round_trip;
mod workbooks;

use std::sync::Arc;

use comity_gazetteer::Gazetteer;
use comity_ingest::{ImportOptions, ImportReport, IngestError, import};
use comity_register::Register;
use tempfile::TempDir;

/// A register of its own and the compiled gazetteer.
pub(crate) struct Desk {
    pub(crate) register: Register,
    pub(crate) gazetteer: Arc<Gazetteer>,
    _folder: TempDir,
}

impl Desk {
    pub(crate) async fn open() -> Self {
        let gazetteer = Gazetteer::open(comity_fixtures::gazetteer_bytes()).unwrap();
        Self::with(Arc::new(gazetteer)).await
    }

    /// An empty register, and places that are open already.
    pub(crate) async fn with(gazetteer: Arc<Gazetteer>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let location = folder.path().join("comity.db").to_string_lossy().parse().unwrap();
        let register = Register::open(&location).await.unwrap();
        Self { register, gazetteer, _folder: folder }
    }

    pub(crate) async fn import(&self, file: &str, bytes: &[u8]) -> ImportReport {
        self.import_as(file, bytes, comity_source::ReadOptions::default()).await.unwrap()
    }

    pub(crate) async fn import_as(
        &self,
        file: &str,
        bytes: &[u8],
        reading: comity_source::ReadOptions,
    ) -> Result<ImportReport, IngestError> {
        let options = ImportOptions { reading, ..options() };
        let report = import(&self.register, &self.gazetteer, file, bytes, &options, &mut |_| {}).await?;
        assert_eq!(report.rows, report.accepted + report.to_review + report.problem_rows, "{report:?}");
        Ok(report)
    }
}

pub(crate) fn options() -> ImportOptions {
    ImportOptions {
        reading: comity_source::ReadOptions::default(),
        by: "ana".parse().unwrap(),
        at: "2026-05-03T10:00:00Z".parse().unwrap(),
        dry_run: false,
    }
}
