//! Every folder of `cases/source`: a file, perhaps a profile, and what is read from it.

use std::fmt::Write as _;
use std::path::Path;

use comity_model::{Mention, Record, Shape};
use comity_source::{ListProfile, ReadOptions, read, sheet_text};
use expect_test::expect_file;

const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cases/source");

#[test]
fn files_are_read_as_written_down() {
    let mut folders: Vec<_> = std::fs::read_dir(CASES).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    assert!(folders.len() > 10, "the cases are not where they should be");
    for folder in folders {
        expect_file![folder.join("expected.txt")].assert_eq(&told(&folder));
    }
}

fn told(folder: &Path) -> String {
    let names =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let input = names.filter(|name| name.starts_with("input")).max().unwrap();
    let profile = std::fs::read_to_string(folder.join("profile.toml")).ok();
    let profile = profile.map(|text| ListProfile::from_toml("profile.toml", &text).unwrap());
    let options = ReadOptions { profile, ..ReadOptions::default() };
    let bytes = std::fs::read(folder.join(&input)).unwrap();
    let table = match sheet_text(&input, &bytes, &options) {
        Ok(table) => table,
        Err(error) => return format!("error: {error}\n"),
    };
    let mut told = String::new();
    let (text, options) = match &table {
        Some(table) => (table.text.as_slice(), table.reading(&options)),
        None => (bytes.as_slice(), options),
    };
    if let Some(table) = &table {
        writeln!(told, "{}; not read: {}\n{}", table.encoding, table.others.join(", "), table.title).unwrap();
        for (note, times) in &table.notes {
            writeln!(told, "note: {note}, {times} times").unwrap();
        }
    }
    let mut reading = match read(&input, text, &options) {
        Ok(reading) => reading,
        Err(error) => return format!("error: {error}\n"),
    };
    let profile = reading.profile.as_deref().unwrap_or("records");
    writeln!(told, "{profile}, {}, {} repairs", reading.encoding, reading.repairs).unwrap();
    if table.is_some() {
        for column in &reading.columns {
            writeln!(told, "column {}: {}", column.name, column.role).unwrap();
        }
    }
    for row in reading.by_ref() {
        for record in &row.records {
            writeln!(told, "row {}: {}", row.number, one(record)).unwrap();
        }
        for problem in &row.problems {
            writeln!(told, "problem: {problem}").unwrap();
        }
    }
    for covered in reading.coverage() {
        let object = covered.object.map(|object| format!(" {object}")).unwrap_or_default();
        writeln!(
            told,
            "covered: {}{object}, {}, {} found",
            covered.link,
            covered.completeness,
            covered.found.unwrap()
        )
        .unwrap();
    }
    for (note, times) in &reading.counts().notes {
        writeln!(told, "note: {note}, {times} times").unwrap();
    }
    told
}

fn one(record: &Record) -> String {
    let Record::Claim(claim) = record else { return record.to_line() };
    let mut words = match &claim.shape {
        Shape::Link { subject, kind, object, attributes } => {
            let role: Vec<String> = attributes.values().map(|value| format!(" as {value}")).collect();
            let role = role.concat();
            format!("{} —{kind}→ {}{role}", mention(subject), mention(object))
        }
        Shape::Attribute { entity, attribute, value, .. } => {
            format!("{}: {attribute} {value}", mention(entity))
        }
        other => other.name().to_owned(),
    };
    if !claim.valid.as_str().is_empty() {
        write!(words, ", valid {}", claim.valid).unwrap();
    }
    if !claim.caveat.is_empty() {
        write!(words, ", kept: {}", claim.caveat).unwrap();
    }
    if let Some(observed) = &claim.observed {
        write!(words, ", seen {observed}").unwrap();
    }
    words
}

fn mention(mention: &Mention) -> String {
    let with: Vec<String> = mention.with.iter().map(self::mention).collect();
    let context = [
        mention.country.as_ref().map(ToString::to_string),
        mention.admin.as_ref().map(ToString::to_string),
        mention.level.as_ref().map(ToString::to_string),
        mention.point.map(|point| point.to_string()),
        mention.population.map(|population| population.to_string()),
        mention.id.as_ref().map(ToString::to_string),
    ];
    let context: Vec<String> = context.into_iter().flatten().collect();
    let context = if context.is_empty() { String::new() } else { format!(" ({})", context.join("; ")) };
    let with = if with.is_empty() { String::new() } else { format!(" with {}", with.join(" and ")) };
    format!("{}{context}{with}", mention.text)
}
