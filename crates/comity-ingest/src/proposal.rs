//! A mapping for a table that no shipped profile fits: which columns name places and countries, told by their cells.

use std::fmt::Write as _;
use std::io::Cursor;

use comity_gazetteer::Gazetteer;
use comity_source::{ColumnRole, ListProfile, ReadOptions, Sheet, SourceRow, read};

use crate::error::IngestError;
use crate::headings::table_text;
use crate::looked_columns::{LookedColumns, ROWS};

const MORE: &str = "more than two columns hold places: say in a profile which two are partners";
const NO_OTHER_END: &str = "no column says whose partners or members these are: --host \"City, Country\" or --network NAME does, \
    or `host` or `network` in the profile";

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

/// Rows that are shown.
const SHOWN: usize = 5;

/// Looks at a table; `None` where no column names places.
///
/// Two columns of places are partners, and a country belongs to the one it stands beside. One column of places is that of
/// the partners of `reading.host`, of the members of `reading.network` or of the networks beside it, or else a list of places; where there
/// are days as well, it is a list of ties that lacks its other end.
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
    let Some((profile, lacking)) = found.profile(file, reading) else { return Ok(None) };
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

impl LookedColumns {
    /// The profile and what it lacks.
    fn profile(&self, file: &str, reading: &ReadOptions) -> Option<(String, &'static str)> {
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let about = format!("Proposed for {file} by what its cells look like.");
        let mut toml = format!("name = {}\nabout = {}\n\n", quoted(stem), quoted(&about));
        if !self.has_header {
            toml.push_str("[table]\nheader = false\n\n");
        }
        let (shape, lacking) = match self.places.as_slice() {
            [] => return None,
            [one] => self.of_one(&one.1, reading)?,
            [a, b, rest @ ..] => (self.of_two(a, b)?, if rest.is_empty() { "" } else { MORE }),
        };
        toml.push_str(&shape);
        Some((toml, lacking))
    }

    fn of_two(&self, a: &(usize, String), b: &(usize, String)) -> Option<String> {
        let mut toml = "[pairs]\n".to_owned();
        for (end, name) in [("a", a), ("b", b)] {
            writeln!(toml, "{end} = {}", party(&name.1, self.country_of(name.0, [a.0, b.0]))).ok()?;
        }
        Some(toml)
    }

    /// What a list of one column of places is, and what it lacks.
    fn of_one(&self, name: &str, reading: &ReadOptions) -> Option<(String, &'static str)> {
        let place = party(name, self.countries.first().map(|(_, name)| name.as_str()));
        let mut toml = String::new();
        if let Some(host) = &reading.host {
            writeln!(toml, "[pairs]\nhost = {}\nb = {place}", quoted(host)).ok()?;
            return Some((toml, ""));
        }
        if reading.network.is_some() || !self.networks.is_empty() || self.by_column {
            writeln!(toml, "[members]\nmember = {place}\nunknown = \"network\"").ok()?;
            if let Some(network) = &reading.network {
                writeln!(toml, "network = {}", quoted(network)).ok()?;
            }
            if let Some((_, list)) = self.networks.first() {
                writeln!(toml, "list = {}\nseparators = [\";\", \"|\", \"\\n\"]", quoted(list)).ok()?;
            }
            if self.by_column {
                toml.push_str("by_column = true\n");
            }
            return Some((toml, ""));
        }
        if self.has_dates {
            writeln!(toml, "[pairs]\n# host = \"City, Country\"\nb = {place}").ok()?;
            return Some((toml, NO_OTHER_END));
        }
        writeln!(
            toml,
            "# Places alone. --host \"City, Country\" makes them its partners, --network NAME its members."
        )
        .ok()?;
        writeln!(toml, "[entities]\nentity = {place}").ok()?;
        Some((toml, ""))
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
