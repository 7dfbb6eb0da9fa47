//! Which columns of the table hold what, for each column of names.

use comity_model::Level;
use comity_source::SheetRow;

use super::error::TableError;
use super::name_column::{CellSource, NameColumn, Position};

/// The names of the columns are looked for in so many rows: some tables open with a title.
pub const TOP: usize = 12;

/// What the command gives each name beside the table's own columns.
pub(super) const ADDED: [&str; 13] = [
    "comity_id",
    "geonames_id",
    "match_name",
    "match_country",
    "match_admin",
    "match_lat",
    "match_lon",
    "score",
    "decision",
    "reasons",
    "alternatives",
    "match_level",
    "match_type",
];
/// Those of them that are numbers, by place.
pub(super) const NUMBERS: [usize; 4] = [1, 5, 6, 7];

/// Columns by name, or by number where no name fits; each option once for each column of names, in their order, or not
/// at all: `-` where a name has no such column, `=TEXT` where TEXT holds for every row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnOptions {
    /// Of the names.
    pub name: Vec<String>,
    pub country: Vec<String>,
    /// Of the state, province or county.
    pub admin: Vec<String>,
    /// In degrees.
    pub lat: Vec<String>,
    /// In degrees.
    pub lon: Vec<String>,
    /// Latitude and longitude in one cell.
    pub point: Vec<String>,
    /// Inhabitants.
    pub population: Vec<String>,
    /// GeoNames, Wikidata or UN/LOCODE.
    pub id: Vec<String>,
    /// What the names are, for all at once or for each.
    pub kind: Vec<String>,
}

/// Where a table says what.
#[derive(Debug, Clone)]
pub struct Columns {
    pub(super) names: Vec<NameColumn>,
    /// The row that holds the names of the columns, and those above it.
    pub(super) above: Vec<SheetRow>,
    pub(super) header: SheetRow,
}

impl Columns {
    /// Looks for them in the first [`TOP`] rows of a table.
    ///
    /// # Errors
    /// When a column is not there, or an option is given for some of the names only.
    pub fn find(options: &ColumnOptions, top: &[SheetRow]) -> Result<Self, TableError> {
        let place = top.iter().position(|row| is_header(row, options)).unwrap_or(0);
        let header = top.get(place).ok_or(TableError::Empty)?.clone();
        let find = ColumnFinder { header: &header.cells, names: options.name.len() };
        let country = find.each("--country", &options.country)?;
        let admin = find.each("--admin", &options.admin)?;
        let (lat, lon) = (find.each("--lat", &options.lat)?, find.each("--lon", &options.lon)?);
        let point = find.each("--point", &options.point)?;
        let population = find.each("--population", &options.population)?;
        let id = find.each("--id", &options.id)?;
        let kinds = kinds(&options.kind, options.name.len())?;
        let mut names = Vec::new();
        for (n, name) in options.name.iter().enumerate() {
            let name = find.column(name)?;
            names.push(NameColumn {
                heading: header.cells.get(name).unwrap_or_default().trim().to_owned(),
                name,
                country: nth(&country, n),
                admin: nth(&admin, n),
                position: position_of(nth(&lat, n), nth(&lon, n), nth(&point, n))?,
                population: nth(&population, n),
                id: nth(&id, n),
                level: kinds.get(n).copied().flatten(),
            });
        }
        Ok(Self { names, above: top.iter().take(place).cloned().collect(), header })
    }

    /// The names of the added columns; numbered where the table has such columns already.
    pub(super) fn added(&self) -> Vec<String> {
        let taken = |names: &[String]| self.header.cells.iter().any(|cell| names.iter().any(|n| n == cell));
        let suffixes = std::iter::once(String::new()).chain((2..).map(|n| format!("_{n}")));
        let mut free = suffixes.map(|suffix| self.added_with(&suffix)).filter(|names| !taken(names));
        free.next().expect("some number is not taken")
    }

    fn added_with(&self, suffix: &str) -> Vec<String> {
        let several = self.names.len() > 1;
        let prefixes =
            self.names.iter().map(|of| if several { format!("{}_", of.heading) } else { String::new() });
        prefixes.flat_map(|prefix| ADDED.map(|added| format!("{prefix}{added}{suffix}"))).collect()
    }

    /// Cells a row must have: columns without a name at the end may be left out.
    pub(super) fn least_width(&self) -> usize {
        let named = |cell: &&str| !cell.trim().is_empty();
        self.header.cells.iter().collect::<Vec<_>>().iter().rposition(named).map_or(0, |last| last + 1)
    }
}

fn is_header(row: &SheetRow, options: &ColumnOptions) -> bool {
    options.name.iter().all(|name| position(&row.cells, name, HeadingMatch::Name).is_some())
}

fn nth(sources: &[CellSource], n: usize) -> CellSource {
    sources.get(n).cloned().unwrap_or(CellSource::Nothing)
}

fn position_of(lat: CellSource, lon: CellSource, point: CellSource) -> Result<Position, TableError> {
    match (lat, lon, point) {
        (CellSource::Nothing, CellSource::Nothing, CellSource::Nothing) => Ok(Position::Nothing),
        (CellSource::Nothing, CellSource::Nothing, CellSource::In(point)) => Ok(Position::Point(point)),
        (CellSource::In(lat), CellSource::In(lon), CellSource::Nothing) => Ok(Position::Degrees { lat, lon }),
        (CellSource::Nothing, CellSource::In(_), _) => {
            Err(TableError::HalfAPosition { given: "--lon", missing: "--lat" })
        }
        (CellSource::In(_), CellSource::Nothing, _) => {
            Err(TableError::HalfAPosition { given: "--lat", missing: "--lon" })
        }
        _ => Err(TableError::PositionWithoutColumn),
    }
}

/// For one name, for each, or for all.
fn kinds(given: &[String], names: usize) -> Result<Vec<Option<Level>>, TableError> {
    let kinds: Vec<Option<Level>> = given.iter().map(|kind| level(kind)).collect::<Result<_, _>>()?;
    match kinds.as_slice() {
        [one] => Ok(vec![*one; names]),
        [] => Ok(kinds),
        each if each.len() == names => Ok(kinds),
        _ => Err(TableError::UnevenKinds { given: kinds.len(), names }),
    }
}

fn level(kind: &str) -> Result<Option<Level>, TableError> {
    Ok(Some(match kind.trim().to_lowercase().as_str() {
        "-" => return Ok(None),
        "city" | "town" | "municipality" => Level::City,
        "county" | "district" => Level::County,
        "metro" => Level::Metro,
        "state" | "province" | "region" | "prefecture" => Level::State,
        "country" | "nation" => Level::Nation,
        _ => return Err(TableError::Kind(kind.to_owned())),
    }))
}

struct ColumnFinder<'h> {
    header: &'h csv::StringRecord,
    names: usize,
}

impl ColumnFinder<'_> {
    /// What an option says for each of the names.
    fn each(&self, option: &'static str, given: &[String]) -> Result<Vec<CellSource>, TableError> {
        if !given.is_empty() && given.len() != self.names {
            return Err(TableError::Uneven { option, given: given.len(), names: self.names });
        }
        given.iter().map(|given| self.source(given)).collect()
    }

    fn source(&self, given: &str) -> Result<CellSource, TableError> {
        match (given, given.strip_prefix('=')) {
            ("-", _) => Ok(CellSource::Nothing),
            (_, Some(text)) => Ok(CellSource::Always(text.to_owned())),
            (column, None) => self.column(column).map(CellSource::In),
        }
    }

    fn column(&self, wanted: &str) -> Result<usize, TableError> {
        let mut ways = [HeadingMatch::Name, HeadingMatch::Letters, HeadingMatch::Number].into_iter();
        ways.find_map(|way| position(self.header, wanted, way)).ok_or_else(|| TableError::NoColumn {
            wanted: wanted.to_owned(),
            names: self.header.iter().map(|name| name.trim().to_owned()).collect(),
        })
    }
}

/// How a wanted column may be told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum HeadingMatch {
    Name,
    /// Whatever the case, spaces and marks.
    Letters,
    Number,
}

fn position(header: &csv::StringRecord, wanted: &str, way: HeadingMatch) -> Option<usize> {
    match way {
        HeadingMatch::Name => header.iter().position(|name| name.trim() == wanted.trim()),
        HeadingMatch::Letters => {
            let wanted = Some(letters(wanted)).filter(|wanted| !wanted.is_empty())?;
            header.iter().position(|name| letters(name) == wanted)
        }
        HeadingMatch::Number => {
            let number = wanted.parse::<usize>().ok()?.checked_sub(1)?;
            (number < header.len()).then_some(number)
        }
    }
}

fn letters(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}
