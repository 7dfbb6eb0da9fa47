//! From bytes to an open file: is it text, records or a table, and which profile fits it?

use std::io::{BufReader, Read};
use std::sync::Arc;

use comity_model::Completeness;
use encoding_rs::Encoding;

use crate::about;
use crate::column_look::{self, ColumnLook};
use crate::cut::Next;
use crate::delimiter;
use crate::encoding::Decoding;
use crate::error::SourceError;
use crate::header::Header;
use crate::limits::Limits;
use crate::profile::ListProfile;
use crate::reading::{Counts, Lines, ReadOptions, RowStream, TableReader};
use crate::records::{self, RecordRows};
use crate::shipped;
use crate::stray_quote::stray_quotes;
use crate::table::{Adopted, BoundShape, CutText, TableRows, cut};

/// Opens a file; its rows are read as the result is iterated, so that memory stays flat.
///
/// `file` names it in problems and, for want of a title, in its source. The error says why nothing of it
/// can be read; what is wrong with a row comes with the row.
pub fn read<'a>(file: &str, bytes: &'a [u8], options: &ReadOptions) -> Result<TableReader<'a>, SourceError> {
    options.limits.check_file(file, bytes)?;
    let decoding = decode(file, bytes, options)?;
    let start = start(decoding, bytes);
    if start.trim().is_empty() {
        return Err(SourceError::Empty { file: file.to_owned() });
    }
    if records::is_jsonl(&start) {
        if let Some(header) = records::header(&start) {
            header.check().map_err(|reason| SourceError::Newer { file: file.to_owned(), reason })?;
        }
        let text = BufReader::new(decoding.reader(bytes));
        let lines = Lines { text, line: Vec::new(), number: 0, limits: options.limits };
        return Ok(of_records(file, decoding, RowStream::Lines(Box::new(lines))));
    }
    check_table(file, &start)?;
    let delimiter = delimiter(decoding, bytes, options);
    let strays = if decoding.is_bytewise() { stray_quotes(bytes, delimiter) } else { Vec::new() };
    let table = || cut(delimiter, decoding, bytes, &strays, options.limits);
    let top = top(file, table(), options.limits)?;
    if top.first().is_some_and(records::is_table) {
        let rows = RecordRows::new(table(), options.limits);
        return Ok(of_records(file, decoding, RowStream::Records(Box::new(rows))));
    }
    let widest = top.iter().map(csv::StringRecord::len).max().unwrap_or_default();
    let choice = choose(file, &top, options);
    let ProfileChoice { profile, header, above } =
        choice.or_else(|misfit| options.limits.check_columns(file, widest).and(Err(misfit)))?;
    options.limits.check_columns(file, header.written.len())?;
    let looks = column_look::look(table(), above, header.written.len());
    let table = table();
    let mut reader =
        of_table(file, bytes, options, decoding, ProfileChoice { profile, header, above }, table, &looks);
    for stray in &strays {
        let note = format!("a quotation mark that never closes, passed over: line {}", stray.line);
        reader.counts.notes.insert(note, 1);
    }
    Ok(reader)
}

/// What the first bytes say a file is, where it is no text.
pub(crate) fn sign(bytes: &[u8]) -> Option<&'static str> {
    const SIGNS: [(&[u8], &str); 4] = [
        (b"PK\x03\x04", "a spreadsheet or another zip archive"),
        (b"%PDF", "a PDF"),
        (b"\xd0\xcf\x11\xe0", "an old office document"),
        (b"\x1f\x8b", "a gzip archive"),
    ];
    SIGNS.iter().find(|(sign, _)| bytes.starts_with(sign)).map(|(_, what)| *what)
}

pub(crate) fn decode(file: &str, bytes: &[u8], options: &ReadOptions) -> Result<Decoding, SourceError> {
    let binary = || (Encoding::for_bom(bytes).is_none() && bytes.contains(&0)).then_some("binary data");
    if let Some(looks_like) = sign(bytes).or_else(binary) {
        return Err(SourceError::NoTable { file: file.to_owned(), looks_like });
    }
    let of_profile = options.profile.as_ref().and_then(|profile| profile.table.encoding.as_ref());
    let Some(label) = options.encoding.as_ref().or(of_profile) else {
        return Ok(Decoding::detect(bytes));
    };
    Decoding::named(label, bytes).ok_or_else(|| SourceError::UnknownEncoding { name: label.clone() })
}

/// The first few thousand characters.
fn start(decoding: Decoding, bytes: &[u8]) -> String {
    let mut start = Vec::new();
    let read = decoding.reader(bytes).take(4_096).read_to_end(&mut start);
    read.expect("decoded text is in memory");
    String::from_utf8_lossy(&start).into_owned()
}

pub(crate) fn check_table(file: &str, start: &str) -> Result<(), SourceError> {
    let start = start.trim_start().to_lowercase();
    let looks_like = match start.chars().next() {
        Some('{' | '[') => "JSON",
        Some('<')
            if start.contains("<html") || start.starts_with("<!doctype") || start.starts_with("<?xml") =>
        {
            "a web page or XML"
        }
        _ => return Ok(()),
    };
    Err(SourceError::NoTable { file: file.to_owned(), looks_like })
}

fn delimiter(decoding: Decoding, bytes: &[u8], options: &ReadOptions) -> u8 {
    let of_profile = options.profile.as_ref().and_then(|profile| profile.table.delimiter);
    let said = options.delimiter.or(of_profile).and_then(|said| u8::try_from(said).ok());
    said.unwrap_or_else(|| delimiter::detect(decoding.reader(bytes)))
}

/// The first rows, in which the header is looked for: some files open with a title.
fn top(file: &str, mut table: CutText<'_>, limits: Limits) -> Result<Vec<csv::StringRecord>, SourceError> {
    const ROWS: usize = 12;
    let mut top = Vec::new();
    while top.len() < ROWS {
        let mut cells = csv::StringRecord::new();
        match table.next_filled().expect("decoded text is in memory") {
            Next::End => break,
            Next::Row => table.fill(&mut cells),
            Next::TooLong { bytes, .. } if top.is_empty() => {
                return Err(limits.long_row(file, 1, bytes));
            }
            Next::TooLong { .. } => {}
        }
        top.push(cells);
    }
    Ok(top)
}

/// A profile and the header it fits.
struct ProfileChoice {
    profile: ListProfile,
    header: Header,
    /// Rows above the first row of data.
    above: u64,
}

/// The profile that is asked for, or else the shipped one that fits best.
fn choose(
    file: &str,
    top: &[csv::StringRecord],
    options: &ReadOptions,
) -> Result<ProfileChoice, SourceError> {
    let (host, network) = (options.host.as_deref(), options.network.as_deref());
    if let Some(profile) = options.profile.clone().map(|profile| profile.given(host, network)) {
        if !profile.table.header {
            let header = Header::numbered(top.iter().map(csv::StringRecord::len).max().unwrap_or(0));
            return match profile.fit(&header) {
                Some(_) => Ok(ProfileChoice { profile: profile.clone(), header, above: 0 }),
                None => Err(misfit(file, &profile, top)),
            };
        }
        let fits = headers(top).find(|(_, header)| profile.fit(header).is_some());
        let (row, header) = fits.ok_or_else(|| misfit(file, &profile, top))?;
        return Ok(ProfileChoice { profile: profile.clone(), header, above: row });
    }
    let mut shipped: Vec<ListProfile> =
        shipped::profiles().into_iter().map(|profile| profile.given(host, network)).collect();
    shipped.retain(|profile| host.is_none() || profile.name == "pairs");
    shipped.retain(|profile| network.is_none() || profile.name == "members");
    let fits = headers(top).find_map(|(row, header)| {
        let profile = shipped::best(&shipped, &header)?.clone();
        Some(ProfileChoice { profile, header, above: row })
    });
    fits.ok_or_else(|| SourceError::NoProfile {
        file: file.to_owned(),
        headers: sentence(top),
        known: shipped::names(),
    })
}

/// Rows that may hold the names of the columns: those of several cells first, since a title stands alone.
fn headers(top: &[csv::StringRecord]) -> impl Iterator<Item = (u64, Header)> {
    let rows = || (1..).zip(top.iter().map(Header::new));
    rows().filter(|(_, header)| !header.is_title()).chain(rows().filter(|(_, header)| header.is_title()))
}

fn misfit(file: &str, profile: &ListProfile, top: &[csv::StringRecord]) -> SourceError {
    SourceError::Misfit {
        file: file.to_owned(),
        profile: profile.name.clone(),
        needs: profile.needs(),
        headers: sentence(top),
    }
}

fn sentence(top: &[csv::StringRecord]) -> String {
    top.first().map(|cells| Header::new(cells).sentence()).unwrap_or_default()
}

fn of_records<'a>(file: &str, decoding: Decoding, rows: RowStream<'a>) -> TableReader<'a> {
    TableReader {
        file: file.to_owned(),
        profile: None,
        source: None,
        encoding: decoding.name().into_owned(),
        encoding_sure: decoding.sure,
        repairs: decoding.repairs,
        columns: Vec::new(),
        samples: Vec::new(),
        completeness: Completeness::Unknown,
        rows,
        counts: Counts::default(),
    }
}

fn of_table<'a>(
    file: &str,
    bytes: &'a [u8],
    options: &ReadOptions,
    decoding: Decoding,
    choice: ProfileChoice,
    mut table: CutText<'a>,
    looks: &[ColumnLook],
) -> TableReader<'a> {
    let ProfileChoice { profile, header, above } = choice;
    let source = about::source(file, bytes, &profile, options);
    for _ in 0..above {
        table.next_filled().expect("the same rows were read to find the header");
    }
    let mut shape = BoundShape::of(&profile, &header).expect("the profile was chosen because it fits");
    let known = shape.roles();
    for place in options.countries.iter().filter(|place| !known.has(**place)) {
        let is_fips = options.fips.contains(place);
        shape.adopt(*place, if is_fips { Adopted::Fips } else { Adopted::Country });
    }
    if let Some(start) = column_look::start(&header, looks, &shape.roles()) {
        shape.adopt_start(start);
    }
    let known = shape.roles();
    for place in (0..header.written.len()).filter(|place| !known.has(*place)) {
        if looks.get(place).is_some_and(ColumnLook::is_of_codes) {
            shape.adopt(place, Adopted::Code);
        }
    }
    let mut roles = shape.roles();
    for (place, _) in looks.iter().enumerate().filter(|(_, look)| look.is_of_addresses()) {
        roles.add(&[place], "web addresses, not read");
    }
    let columns = roles.of(&header);
    let known = profile.names_of_columns();
    let rows = TableRows {
        table,
        header,
        source: source.id.clone(),
        shape,
        missing: profile.table.missing,
        styles: looks.iter().map(ColumnLook::style).collect(),
        limits: options.limits,
        number: above,
        cells: csv::StringRecord::new(),
        above: csv::StringRecord::new(),
        known,
        other_table: None,
        numbers: Arc::clone(&options.row_numbers),
    };
    TableReader {
        file: file.to_owned(),
        profile: Some(profile.name),
        source: Some(source),
        encoding: decoding.name().into_owned(),
        encoding_sure: decoding.sure,
        repairs: decoding.repairs,
        columns,
        samples: looks.iter().map(|look| look.samples.clone()).collect(),
        completeness: profile.completeness,
        rows: RowStream::Table(Box::new(rows)),
        counts: Counts::default(),
    }
}
