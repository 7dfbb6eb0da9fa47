//! One file into the register, as one batch.

use comity_gazetteer::Gazetteer;
use comity_model::PersonName;
use comity_register::{Intake, Lookup, NewBatch, Register, Timestamp};
use comity_source::ReadOptions;

use crate::error::IngestError;
use crate::first_look::FirstLook;
use crate::headings::table_text;
use crate::looked_columns::{CountryColumns, country_columns};
use crate::memory_limits::MemoryLimits;
use crate::origin;
use crate::report::ImportReport;
use crate::rows::ResolvedRows;

/// Who imports, when, and how the file is to be read.
#[derive(Debug, Clone)]
pub struct ImportOptions {
    pub reading: ReadOptions,
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
    let on_file = register.lookup(register.head().await?.seq).await?;
    let input = Input { file, bytes, reading: options.reading.clone() };
    let mut rows = resolved(gazetteer, input, on_file, MemoryLimits::default()).await?;
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

/// A file, and how it is to be read.
struct Input<'a> {
    file: &'a str,
    bytes: &'a [u8],
    reading: ReadOptions,
}

/// The rows of a file, to be resolved page by page.
async fn resolved<'a, 'g>(
    gazetteer: &'g Gazetteer,
    input: Input<'a>,
    mut on_file: Lookup,
    limits: MemoryLimits,
) -> Result<ResolvedRows<'a, 'g>, IngestError> {
    let Input { file, bytes, mut reading } = input;
    let mut first = comity_source::read(file, bytes, &reading)?;
    let CountryColumns { all, fips } = country_columns(gazetteer, &first.columns, &first.samples);
    (reading.countries, reading.fips) = (all, fips);
    if !reading.countries.is_empty() {
        first = comity_source::read(file, bytes, &reading)?;
    }
    let source = first.source.clone();
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
    let mut look = FirstLook::of(first);
    if look.reciprocals.are_awaited() {
        look.hear(comity_source::read(file, bytes, &reading)?);
    }
    let rows = comity_source::read(file, bytes, &reading)?;
    Ok(ResolvedRows::new(rows, gazetteer, look, on_file, limits).after(origins))
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

#[cfg(test)]
mod tests {
    use comity_fixtures::Dice;
    use comity_model::{
        Claim, Entity, EntityId, EntityKind, LinkAttributes, LinkKind, Mention, Record, Shape, Source,
        SourceId, SourceKind,
    };

    use super::*;

    const NETWORKS: [&str; 8] =
        ["Alpha League", "Beta League", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta"];
    const SOURCE: &str = "a-list";

    fn network(number: usize, id: usize) -> Record {
        let id = EntityId::new(&format!("network-{id}")).unwrap();
        Record::Entity(Entity::new(id, EntityKind::Network, NETWORKS[number]))
    }

    fn member(row: usize, number: usize) -> Record {
        let subject = Mention { kind: Some(EntityKind::Polity), ..Mention::named("Lyon") };
        let object = Mention { kind: Some(EntityKind::Network), ..Mention::named(NETWORKS[number]) };
        let attributes = LinkAttributes::default();
        let shape = Shape::Link { subject, kind: LinkKind::Member, object, attributes };
        Record::Claim(Claim::new(SourceId::new(SOURCE).unwrap(), &format!("row {row}"), shape))
    }

    /// Memberships, and between them the networks that they name: some never, some twice under one name.
    fn records(seed: u64) -> Vec<u8> {
        let mut dice = Dice::new(seed);
        let source = SourceId::new(SOURCE).unwrap();
        let mut records = vec![Record::Source(Source::new(source, SourceKind::OfficialList, "A list"))];
        for row in 0..120 {
            let number = dice.below(NETWORKS.len());
            records.push(match dice.below(12) {
                0 => network(number, number),
                1 if number < 3 => network(number, number + 100),
                _ => member(row, number),
            });
        }
        records.iter().flat_map(|record| [record.to_line().into_bytes(), b"\n".to_vec()].concat()).collect()
    }

    /// Pairs whose identifiers are sometimes those of places in another country than stated.
    fn table(seed: u64) -> Vec<u8> {
        const SIDES: [&str; 6] = [
            "Lyon,France,2996944",
            "Lyon,Germany,2996944",
            "Leipzig,Germany,2879139",
            "Leipzig,France,2879139",
            "Xyzzyville,France,",
            "Lyon,France,1",
        ];
        let mut dice = Dice::new(seed);
        let mut table = "city1,country1,geonames1,city2,country2,geonames2\n".to_owned();
        for _ in 0..60 {
            let sides = [dice.one_of(&SIDES).unwrap(), dice.one_of(&SIDES).unwrap()];
            table.extend([*sides[0], ",", sides[1], "\n"]);
        }
        table.into_bytes()
    }

    #[tokio::test]
    async fn what_comes_of_a_file_does_not_depend_on_how_much_of_it_is_held() {
        let gazetteer = Gazetteer::open(comity_fixtures::gazetteer_bytes()).unwrap();
        let register = Register::temporary().await.unwrap();
        let held = async |file: &str, bytes: &[u8], limits| {
            let input = Input { file, bytes, reading: ReadOptions::default() };
            let lookup = register.lookup(register.head().await.unwrap().seq).await.unwrap();
            let mut rows = resolved(&gazetteer, input, lookup, limits).await.unwrap();
            let mut records = Vec::new();
            while let Some(page) = rows.next_page().await.unwrap() {
                records.extend(page);
            }
            let report = rows.into_report();
            (records, report.accepted, report.to_review, report.notes)
        };
        for seed in 0..8 {
            for (file, bytes) in [("list.jsonl", records(seed)), ("pairs.csv", table(seed))] {
                let all = held(file, &bytes, MemoryLimits { rows: usize::MAX, mentions: usize::MAX }).await;
                assert!(all.1 > 0 && all.2 > 0, "{file} by seed {seed} tries both");
                for limits in [MemoryLimits { rows: 7, mentions: 8 }, MemoryLimits { rows: 1, mentions: 0 }] {
                    assert_eq!(held(file, &bytes, limits).await, all, "{file} by seed {seed}, {limits:?}");
                }
            }
        }
    }
}
