//! A mapping for a table that no shipped profile fits: which columns name places and countries, told by their cells.

use std::fmt::Write as _;
use std::io::Cursor;

use comity_gazetteer::Gazetteer;
use comity_source::{ColumnRole, ListProfile, ReadOptions, Sheet, SheetRow, SourceRow, read};

use crate::error::IngestError;
use crate::headings::table_text;
use crate::place_column::{are_mostly, is_country, is_known_place};

/// How the table may be read.
#[derive(Debug, Clone, PartialEq)]
pub struct ProfileProposal {
    /// A profile in TOML.
    pub profile: String,
    /// What is lacking before anything can be read, in a sentence; empty where nothing is.
    pub lacking: &'static str,
    /// What each column is read as under it; none where something is lacking.
    pub columns: Vec<ColumnRole>,
    /// The first rows under it; none where something is lacking.
    pub rows: Vec<SourceRow>,
}

/// Rows that are looked at, and of them those in which the heads are looked for. Guessed: enough to tell a column of
/// places from one of remarks, in a moment.
const ROWS: usize = 200;
const TOP: usize = 12;
/// Rows that are shown.
const SHOWN: usize = 5;
/// Looks at a table; `None` where no column names places.
///
/// Two columns of places are partners, and a country belongs to the one it stands beside. One column of places says
/// not whose partners they are: that must come with `reading.host`.
pub fn propose(
    gazetteer: &Gazetteer,
    file: &str,
    bytes: &[u8],
    reading: &ReadOptions,
) -> Result<Option<ProfileProposal>, IngestError> {
    let table = table_text(gazetteer, file, bytes, reading)?;
    let reading = &table.as_ref().map_or_else(|| reading.clone(), |table| table.reading(reading));
    let text = table.as_ref().map_or(bytes, |table| table.text.as_slice());
    let rows = Sheet::open(file, Cursor::new(text), None, reading.limits)?.top(ROWS)?;
    let Some(found) = LookedColumns::of(&rows, gazetteer) else { return Ok(None) };
    let Some((profile, lacking)) = found.profile(file, reading.host.as_deref()) else { return Ok(None) };
    let mut proposal = ProfileProposal { profile, lacking, columns: Vec::new(), rows: Vec::new() };
    if lacking.is_empty() {
        let profile = Some(ListProfile::from_toml(file, &proposal.profile)?);
        let options = ReadOptions { profile, ..reading.clone() };
        let mut rows = read(file, text, &options)?;
        proposal.columns.clone_from(&rows.columns);
        proposal.rows = rows.by_ref().take(SHOWN).collect();
    }
    Ok(Some(proposal))
}

/// The columns of a table that say who and where, by name and place.
#[derive(Debug, Default)]
struct LookedColumns {
    places: Vec<(usize, String)>,
    countries: Vec<(usize, String)>,
}

impl LookedColumns {
    fn of(rows: &[SheetRow], gazetteer: &Gazetteer) -> Option<Self> {
        let filled = |row: &SheetRow| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        let widest = rows.iter().take(TOP).map(filled).max().filter(|width| *width > 0)?;
        let header = rows.iter().position(|row| filled(row) == widest)?;
        let (heads, rows) = (&rows.get(header)?.cells, rows.get(header + 1..)?);
        let mut found = Self::default();
        for (place, head) in heads.iter().enumerate() {
            let head = head.trim();
            let repeated = heads.iter().take(place).any(|earlier| earlier.trim() == head);
            if head.is_empty() || repeated {
                continue;
            }
            let cells = rows.iter().filter_map(|row| row.cells.get(place));
            let cells: Vec<&str> = cells.map(str::trim).filter(|cell| !cell.is_empty()).collect();
            if are_mostly(&cells, |cell| is_country(gazetteer, cell)) {
                found.countries.push((place, head.to_owned()));
            } else if cells.len() * 2 > rows.len()
                && are_mostly(&cells, |cell| is_known_place(gazetteer, cell))
            {
                found.places.push((place, head.to_owned()));
            }
        }
        Some(found)
    }

    /// The profile and what it lacks.
    fn profile(&self, file: &str, host: Option<&str>) -> Option<(String, &'static str)> {
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let about = format!("Proposed for {file} by what its cells look like.");
        let mut toml = format!("name = {}\nabout = {}\n\n[pairs]\n", quoted(stem), quoted(&about));
        let lacking = match (self.places.as_slice(), host) {
            ([], _) => return None,
            ([one], Some(host)) => {
                let country = self.countries.first().map(|(_, name)| name.as_str());
                writeln!(toml, "host = {}\nb = {}", quoted(host), party(&one.1, country)).ok()?;
                ""
            }
            ([one], None) => {
                let country = self.countries.first().map(|(_, name)| name.as_str());
                writeln!(toml, "# host = \"City, Country\"\nb = {}", party(&one.1, country)).ok()?;
                "no column says whose partners these are: --host \"City, Country\" does, or `host` in the profile"
            }
            ([a, b, rest @ ..], _) => {
                for (end, name) in [("a", a), ("b", b)] {
                    writeln!(toml, "{end} = {}", party(&name.1, self.country_of(name.0, [a.0, b.0]))).ok()?;
                }
                let more = "more than two columns hold places: say in a profile which two are partners";
                if rest.is_empty() { "" } else { more }
            }
        };
        Some((toml, lacking))
    }

    /// Of two columns of countries each end has one, in order; a single one is that of the nearer name.
    fn country_of(&self, end: usize, ends: [usize; 2]) -> Option<&str> {
        let [first, second] = ends;
        let name = match self.countries.as_slice() {
            [(at, name)] => {
                let near = if at.abs_diff(second) < at.abs_diff(first) { second } else { first };
                (near == end).then_some(name)
            }
            [(_, one), (_, other), ..] => Some(if end == first { one } else { other }),
            [] => None,
        };
        name.map(String::as_str)
    }
}

fn party(name: &str, country: Option<&str>) -> String {
    let country = country.map(|country| format!(", country = {}", quoted(country))).unwrap_or_default();
    format!("{{ name = {}{country} }}", quoted(name))
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => {
                write!(quoted, "\\u{:04X}", u32::from(c)).expect("a string takes any text");
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
