//! One file into the register, as one batch.

use std::collections::BTreeMap;

use comity_gazetteer::Gazetteer;
use comity_model::{Claim, ClaimId, Decision, Judgement, PersonName, Record, Shape, Slot};
use comity_reconcile::{PartnerSide, Reciprocals};
use comity_register::{Intake, NewBatch, Register, Timestamp};
use comity_source::TableReader;

use crate::error::IngestError;
use crate::headings::table_text;
use crate::looked_columns::{CountryColumns, country_columns};
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
/// Rows are read twice, three times where some are settled by their reciprocals, and are not held; while some are
/// written the next are resolved. Of what is on file only what they speak of is looked up.
pub(crate) async fn import_text(
    register: &Register,
    gazetteer: &Gazetteer,
    file: &str,
    bytes: &[u8],
    options: &ImportOptions,
    progress: &mut (dyn FnMut(u64) + Send),
) -> Result<ImportReport, IngestError> {
    let mut on_file = register.lookup(register.head().await?.seq).await?;
    let mut reading = options.reading.clone();
    let mut first_look = comity_source::read(file, bytes, &reading)?;
    let CountryColumns { all, fips } = country_columns(gazetteer, &first_look.columns, &first_look.samples);
    (reading.countries, reading.fips) = (all, fips);
    if !reading.countries.is_empty() {
        first_look = comity_source::read(file, bytes, &reading)?;
    }
    let source = first_look.source.clone();
    let known_source = match &source {
        Some(new) => on_file.source(&new.id).await?,
        None => None,
    };
    if let Some(known) = known_source {
        reading.seen.clone_from(&known.seen);
        reading.issuer = reading.issuer.or_else(|| known.issuer.clone());
        reading.derived_from = reading.derived_from.or_else(|| known.derived_from.clone());
    }
    let origins = origin::records(&reading, source.as_ref(), &mut on_file, gazetteer).await?;
    let FirstLook { mut reciprocals, judged } = FirstLook::of(first_look);
    if reciprocals.are_awaited() {
        observe(&mut reciprocals, comity_source::read(file, bytes, &reading)?);
    }
    let rows = comity_source::read(file, bytes, &reading)?;
    let resolver = Resolver::new(gazetteer);
    let mut rows = ResolvedRows::new(rows, resolver, reciprocals, on_file).after(origins).judged(judged);
    if options.dry_run {
        take(&mut rows, None, progress).await?;
        return Ok(rows.into_report());
    }
    let title = options.reading.title.clone().unwrap_or_else(|| file.to_owned());
    let batch = NewBatch { title, by: options.by.to_string(), at: options.at.clone() };
    let mut intake = register.take_in(batch);
    take(&mut rows, Some(&mut intake), progress).await?;
    let committed = intake.finish().await?;
    let mut report = rows.into_report();
    report.batch = committed.batch;
    report.added = committed.added.into_iter().map(|(kind, count)| (kind.to_owned(), count)).collect();
    report.unchanged = committed.unchanged;
    Ok(report)
}

/// Hands every record of the rows on, to nobody for a dry run.
async fn take(
    rows: &mut ResolvedRows<'_, '_>,
    mut intake: Option<&mut Intake>,
    progress: &mut (dyn FnMut(u64) + Send),
) -> Result<(), IngestError> {
    let mut taken = 0;
    while let Some(page) = rows.next_page().await? {
        taken += page.len() as u64;
        if let Some(intake) = &mut intake {
            intake.take(page).await?;
        }
        progress(taken);
    }
    Ok(())
}

/// What the rows say of each other.
#[derive(Default)]
struct FirstLook {
    reciprocals: Reciprocals,
    /// Mentions that the file itself brings readings of, and whether they leave it open.
    judged: BTreeMap<(ClaimId, Slot), bool>,
}

impl FirstLook {
    fn of(rows: TableReader<'_>) -> Self {
        let mut look = Self::default();
        for record in rows.flat_map(|row| row.records) {
            match record {
                Record::Claim(claim) => {
                    pairs(&claim).for_each(|(one, other)| look.reciprocals.await_answers(one, other));
                }
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

fn observe(reciprocals: &mut Reciprocals, rows: TableReader<'_>) {
    for record in rows.flat_map(|row| row.records) {
        if let Record::Claim(claim) = record {
            pairs(&claim).for_each(|(one, other)| reciprocals.observe(one, other));
        }
    }
}

/// The partners of a claim, two and two.
fn pairs(claim: &Claim) -> impl Iterator<Item = (PartnerSide<'_>, PartnerSide<'_>)> {
    let ends = match &claim.shape {
        Shape::Link { subject, object, .. } => Some((subject, object)),
        _ => None,
    };
    ends.into_iter().flat_map(|(subject, object)| object.with.iter().map(|with| (side(subject), side(with))))
}
