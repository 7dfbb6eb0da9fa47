//! Which columns of the table hold what, for each column of names.

use anyhow::{Context, Result, bail, ensure};
use comity_model::Level;
use comity_source::SheetRow;

use crate::reconcile::Args;
use crate::reconcile::asked::{Asked, Position, Said};

/// The names of the columns are looked for in so many rows: some tables open with a title.
pub(super) const TOP: usize = 12;

/// What the command gives each name beside the table's own columns.
pub(super) const ADDED: [&str; 11] = [
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
];
/// Those of them that are numbers, by place.
pub(super) const NUMBERS: [usize; 4] = [1, 5, 6, 7];

pub(super) struct Columns {
    pub(super) asked: Vec<Asked>,
    /// The row that holds the names of the columns, and those above it.
    pub(super) above: Vec<SheetRow>,
    pub(super) header: SheetRow,
}

impl Columns {
    /// # Errors
    /// When a column is not there, or an option is given for some of the names only.
    pub(super) fn find(args: &Args, top: &[SheetRow]) -> Result<Self> {
        let is_header =
            |row: &&SheetRow| args.name.iter().all(|name| position(&row.cells, name, Way::Name).is_some());
        let place = top.iter().position(|row| is_header(&row)).unwrap_or(0);
        let header = top.get(place).context("the table has no rows")?.clone();
        let find = Find { header: &header.cells, names: args.name.len() };
        let country = find.each("--country", &args.country)?;
        let admin = find.each("--admin", &args.admin)?;
        let (lat, lon) = (find.each("--lat", &args.lat)?, find.each("--lon", &args.lon)?);
        let point = find.each("--point", &args.point)?;
        let population = find.each("--population", &args.population)?;
        let id = find.each("--id", &args.id)?;
        let kinds = kinds(&args.kind, args.name.len())?;
        let mut asked = Vec::new();
        for (n, name) in args.name.iter().enumerate() {
            let name = find.column(name)?;
            let of = |said: &[Said]| said.get(n).cloned().unwrap_or(Said::Nothing);
            asked.push(Asked {
                heading: header.cells.get(name).unwrap_or_default().trim().to_owned(),
                name,
                country: of(&country),
                admin: of(&admin),
                position: position_of(of(&lat), of(&lon), of(&point))?,
                population: of(&population),
                id: of(&id),
                level: kinds.get(n).copied().flatten(),
            });
        }
        Ok(Self { asked, above: top.iter().take(place).cloned().collect(), header })
    }

    /// The names of the added columns; numbered where the table has such columns already.
    pub(super) fn added(&self) -> Vec<String> {
        let names = |suffix: &str| -> Vec<String> {
            let of = |asked: &Asked| {
                let prefix = if self.asked.len() > 1 { format!("{}_", asked.heading) } else { String::new() };
                ADDED.map(|added| format!("{prefix}{added}{suffix}"))
            };
            self.asked.iter().flat_map(of).collect()
        };
        let taken = |names: &[String]| self.header.cells.iter().any(|cell| names.iter().any(|n| n == cell));
        let numbered = std::iter::once(String::new()).chain((2..).map(|n| format!("_{n}")));
        numbered.map(|suffix| names(&suffix)).find(|names| !taken(names)).expect("some number is not taken")
    }

    /// Cells a row must have: columns without a name at the end may be left out.
    pub(super) fn least_width(&self) -> usize {
        let named = |cell: &&str| !cell.trim().is_empty();
        self.header.cells.iter().collect::<Vec<_>>().iter().rposition(named).map_or(0, |last| last + 1)
    }
}

fn position_of(lat: Said, lon: Said, point: Said) -> Result<Position> {
    match (lat, lon, point) {
        (Said::Nothing, Said::Nothing, Said::Nothing) => Ok(Position::Nothing),
        (Said::Nothing, Said::Nothing, Said::In(point)) => Ok(Position::Point(point)),
        (Said::In(lat), Said::In(lon), Said::Nothing) => Ok(Position::Degrees { lat, lon }),
        (Said::Nothing, Said::In(_), _) => bail!("--lon needs --lat"),
        (Said::In(_), Said::Nothing, _) => bail!("--lat needs --lon"),
        _ => bail!("a position needs a column: give --lat and --lon, or --point"),
    }
}

/// For one name, for each, or for all.
fn kinds(given: &[String], names: usize) -> Result<Vec<Option<Level>>> {
    let kinds: Vec<Option<Level>> = given.iter().map(|kind| level(kind)).collect::<Result<_>>()?;
    match kinds.as_slice() {
        [one] => Ok(vec![*one; names]),
        kinds => {
            ensure!(
                kinds.is_empty() || kinds.len() == names,
                "--kind is given {} times for {names} names: give it once, or once for each",
                kinds.len()
            );
            Ok(kinds.to_vec())
        }
    }
}

fn level(kind: &str) -> Result<Option<Level>> {
    Ok(Some(match kind.trim().to_lowercase().as_str() {
        "-" => return Ok(None),
        "city" | "town" | "municipality" => Level::City,
        "county" | "district" => Level::County,
        "metro" => Level::Metro,
        "state" | "province" | "region" | "prefecture" => Level::State,
        "country" | "nation" => Level::Nation,
        _ => bail!("there is no kind `{kind}`: there are city, county, metro, state and country"),
    }))
}

struct Find<'h> {
    header: &'h csv::StringRecord,
    names: usize,
}

impl Find<'_> {
    /// What an option says for each of the names.
    fn each(&self, option: &str, given: &[String]) -> Result<Vec<Said>> {
        ensure!(
            given.is_empty() || given.len() == self.names,
            "{option} is given for {} of {} columns of names: give it for each, in their order; `-` where there is none",
            given.len(),
            self.names
        );
        given
            .iter()
            .map(|given| match (given.as_str(), given.strip_prefix('=')) {
                ("-", _) => Ok(Said::Nothing),
                (_, Some(text)) => Ok(Said::Always(text.to_owned())),
                (column, None) => self.column(column).map(Said::In),
            })
            .collect()
    }

    fn column(&self, wanted: &str) -> Result<usize> {
        [Way::Name, Way::Letters, Way::Number]
            .into_iter()
            .find_map(|way| position(self.header, wanted, way))
            .with_context(|| {
                let names: Vec<&str> = self.header.iter().map(str::trim).collect();
                format!("there is no column `{wanted}`; the file has: {}", names.join(", "))
            })
    }
}

/// How a wanted column may be told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Name,
    /// Whatever the case, spaces and marks.
    Letters,
    Number,
}

fn position(header: &csv::StringRecord, wanted: &str, way: Way) -> Option<usize> {
    let letters =
        |text: &str| -> String { text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect() };
    match way {
        Way::Name => header.iter().position(|name| name.trim() == wanted.trim()),
        Way::Letters => {
            let wanted = Some(letters(wanted)).filter(|wanted| !wanted.is_empty())?;
            header.iter().position(|name| letters(name) == wanted)
        }
        Way::Number => {
            let number = wanted.parse::<usize>().ok()?.checked_sub(1)?;
            (number < header.len()).then_some(number)
        }
    }
}
