//! One file into the register, as one batch.

use std::collections::BTreeMap;

use comity_gazetteer::Gazetteer;
use comity_model::{
    Claim, ClaimId, Decision, Entity, EntityId, Holdings, Judgement, PersonName, Record, Shape, Slot,
};
use comity_reconcile::Reciprocals;
use comity_register::{NewBatch, Register, Timestamp};

use crate::error::IngestError;
use crate::headings::table_text;
use crate::looked_columns::{CountryColumns, country_columns};
use crate::names::NameIndex;
use crate::origin;
use crate::report::ImportReport;
use crate::resolve::Resolver;
use crate::rows::{ResolvedRows, side};

/// Who imports, when, and how the file is to be read.
#[derive(Debug, Clone)]
pub struct ImportOptions {
    pub reading: comity_source::ReadOptions,
    pub by: PersonName,
    pub at: Timestamp,
    /// Read, resolve and report, but record nothing.
    pub dry_run: bool,
}

/// Imports a file: text as it is; one sheet of a workbook, one table of a page or the features of a map as if they
/// were text.
///
/// The batch lands whole or not at all; importing the same bytes again adds nothing. `progress` hears how many
/// records were taken so far.
pub async fn import(
    register: &Register,
    gazetteer: &Gazetteer,
    file: &str,
    bytes: &[u8],
    options: &ImportOptions,
    progress: &mut (dyn FnMut(u64) + Send),
) -> Result<ImportReport, IngestError> {
    let Some(found) = table_text(gazetteer, file, bytes, &options.reading)? else {
        return import_text(register, gazetteer, file, bytes, options, progress).await;
    };
    let options = ImportOptions { reading: found.reading(&options.reading), ..options.clone() };
    let mut report = import_text(register, gazetteer, file, &found.text, &options, progress).await?;
    (report.encoding, report.encoding_sure) = (found.encoding, found.encoding_sure);
    report.notes.extend(found.notes);
    report
        .notes
        .extend(found.others.iter().map(|name| (format!("another sheet or table, not read: {name}"), 1)));
    Ok(report)
}

/// Reads `bytes`, resolves every name in them, and records claims and readings in one batch.
///
/// Rows are read twice, so that each may be settled by its reciprocal, and are not
/// held: memory grows with the number of distinct names, not of rows.
pub(crate) async fn import_text(
    register: &Register,
    gazetteer: &Gazetteer,
    file: &str,
    bytes: &[u8],
    options: &ImportOptions,
    progress: &mut (dyn FnMut(u64) + Send),
) -> Result<ImportReport, IngestError> {
    let holdings = register.holdings(register.head().await?.seq).await?;
    let mut reading = options.reading.clone();
    let mut first_look = comity_source::read(file, bytes, &reading)?;
    let CountryColumns { all, fips } = country_columns(gazetteer, &first_look.columns, &first_look.samples);
    (reading.countries, reading.fips) = (all, fips);
    if !reading.countries.is_empty() {
        first_look = comity_source::read(file, bytes, &reading)?;
    }
    let known_source =
        first_look.source.as_ref().and_then(|new| holdings.sources.iter().find(|old| old.id == new.id));
    if let Some(known) = known_source {
        reading.seen.clone_from(&known.seen);
        reading.issuer = reading.issuer.or_else(|| known.issuer.clone());
        reading.derived_from = reading.derived_from.or_else(|| known.derived_from.clone());
    }
    let origins = origin::records(&reading, first_look.source.as_ref(), &holdings, gazetteer)?;
    let FirstLook { reciprocals, judged } = FirstLook::of(first_look);
    let resolver = Resolver::new(gazetteer, NameIndex::new(&holdings.entities));
    let rows = comity_source::read(file, bytes, &reading)?;
    let left_open = holdings.open.iter().map(|open| open.claim).collect();
    let mut rows = ResolvedRows::new(rows, resolver, reciprocals, on_file(holdings), left_open)
        .after(origins)
        .judged(judged);
    if options.dry_run {
        let taken = rows.by_ref().zip(1..).map(|(_, n)| progress(n)).count();
        debug_assert!(taken > 0 || rows.report().rows == 0, "rows yield records");
        return Ok(rows.into_report());
    }
    let title = options.reading.title.clone().unwrap_or_else(|| file.to_owned());
    let batch = NewBatch { title, by: options.by.to_string(), at: options.at.clone() };
    let committed = register.commit(batch, &mut rows, progress).await?;
    let mut report = rows.into_report();
    report.batch = committed.batch;
    report.added = committed.added.into_iter().map(|(kind, count)| (kind.to_owned(), count)).collect();
    report.unchanged = committed.unchanged;
    Ok(report)
}

/// What the rows say of each other.
#[derive(Default)]
struct FirstLook {
    reciprocals: Reciprocals,
    /// Mentions that the file itself brings readings of, and whether they leave it open.
    judged: BTreeMap<(ClaimId, Slot), bool>,
}

impl FirstLook {
    fn of(rows: comity_source::TableReader<'_>) -> Self {
        let mut look = Self::default();
        for record in rows.flat_map(|row| row.records) {
            match record {
                Record::Claim(claim) => observe(&mut look.reciprocals, &claim),
                Record::Judgement(Judgement { decision: Decision::Resolve { claim, readings }, .. }) => {
                    let said = readings.iter().map(|said| ((claim, said.slot), said.entity.is_none()));
                    look.judged.extend(said);
                }
                _ => {}
            }
        }
        look
    }
}

fn observe(heard: &mut Reciprocals, claim: &Claim) {
    let Shape::Link { subject, object, .. } = &claim.shape else { return };
    for partner in &object.with {
        heard.observe(side(subject), side(partner));
    }
}

/// What the register already says of each entity: a new import repeats it and does not overwrite it.
fn on_file(holdings: Holdings) -> BTreeMap<EntityId, Entity> {
    holdings.entities.into_iter().map(|entity| (entity.id.clone(), entity)).collect()
}
