//! One column of names and what belongs to it: what is asked about the name in a row.

use comity_model::{Level, Point};
use comity_reconcile::{PartnerSide, Query};
use comity_source::cell;

/// A column of names, and where the table says more about them.
#[derive(Debug, Clone)]
pub(super) struct NameColumn {
    pub(super) heading: String,
    pub(super) name: usize,
    pub(super) country: CellSource,
    pub(super) admin: CellSource,
    pub(super) position: Position,
    pub(super) population: CellSource,
    pub(super) id: CellSource,
    pub(super) level: Option<Level>,
}

/// Where something is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CellSource {
    Nothing,
    In(usize),
    /// The same in every row.
    Always(String),
}

/// Where a position is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Position {
    Nothing,
    Degrees { lat: usize, lon: usize },
    Point(usize),
}

/// A cell that could not be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BadCell {
    pub(super) column: usize,
    pub(super) text: String,
    pub(super) expected: &'static str,
}

/// What a row asks about one name.
pub(super) struct RowQuery<'r> {
    pub(super) query: Query<'r>,
    /// The stated latitude is none, but would be one as a longitude: the point with both exchanged.
    pub(super) exchanged: Option<Point>,
    pub(super) bad: Vec<BadCell>,
}

impl CellSource {
    fn of<'r>(&'r self, row: &'r csv::StringRecord) -> Option<&'r str> {
        match self {
            Self::Nothing => None,
            Self::In(column) => row.get(*column).and_then(cell::said),
            Self::Always(text) => Some(text),
        }
    }
}

impl NameColumn {
    pub(super) fn row_query<'r>(&'r self, row: &'r csv::StringRecord) -> RowQuery<'r> {
        let mut bad = Vec::new();
        let (point, exchanged) = self.position.of(row, &mut bad);
        let query = Query {
            level: self.level,
            point,
            population: self.population(row, &mut bad),
            identifier: self.id.of(row),
            ..Query::named(row.get(self.name).unwrap_or_default())
                .in_country(self.country.of(row).unwrap_or_default())
                .in_admin(self.admin.of(row).unwrap_or_default())
        };
        RowQuery { query, exchanged, bad }
    }

    /// What the row says of this name where the names of a row are partners of each other.
    pub(super) fn side<'r>(&'r self, row: &'r csv::StringRecord) -> PartnerSide<'r> {
        let name = row.get(self.name).unwrap_or_default();
        PartnerSide { name, country: self.country.of(row), admin: self.admin.of(row) }
    }

    fn population(&self, row: &csv::StringRecord, bad: &mut Vec<BadCell>) -> Option<u64> {
        let text = self.population.of(row).and_then(figure)?;
        let number = cell::whole_number(text);
        if let (None, CellSource::In(column)) = (number, &self.population) {
            bad.push(BadCell { column: *column, text: text.to_owned(), expected: "a number of inhabitants" });
        }
        number
    }
}

impl Position {
    /// The point, or else the point with latitude and longitude exchanged.
    fn of(self, row: &csv::StringRecord, bad: &mut Vec<BadCell>) -> (Option<Point>, Option<Point>) {
        let said = |column: usize| row.get(column).and_then(cell::said).and_then(figure);
        match self {
            Self::Nothing => (None, None),
            Self::Point(column) => {
                let text = said(column);
                let point = text.and_then(cell::point);
                if let (Some(text), None) = (text, point) {
                    let expected = "a point such as (48.85, 2.35) or POINT (2.35 48.85)";
                    bad.push(BadCell { column, text: text.to_owned(), expected });
                }
                (point, None)
            }
            Self::Degrees { lat, lon } => match (said(lat), said(lon)) {
                (None, None) => (None, None),
                (Some(_), None) => (None, missing(bad, lon)),
                (None, Some(_)) => (None, missing(bad, lat)),
                (Some(north), Some(east)) => degrees((lat, north), (lon, east), bad),
            },
        }
    }
}

/// What statistics programs write where they have no figure; as a country `NA` is Namibia.
fn figure(text: &str) -> Option<&str> {
    (!["na", "nan", "none"].iter().any(|none| text.eq_ignore_ascii_case(none))).then_some(text)
}

fn missing(bad: &mut Vec<BadCell>, column: usize) -> Option<Point> {
    bad.push(BadCell { column, text: String::new(), expected: "both a latitude and a longitude" });
    None
}

fn degrees(
    (lat, north): (usize, &str),
    (lon, east): (usize, &str),
    bad: &mut Vec<BadCell>,
) -> (Option<Point>, Option<Point>) {
    const LATITUDE: &str = "a latitude between -90 and 90";
    let latitude = degrees_within(180.0, north);
    let longitude = degrees_within(180.0, east);
    if latitude.is_none() {
        bad.push(BadCell { column: lat, text: north.to_owned(), expected: LATITUDE });
    }
    if longitude.is_none() {
        bad.push(BadCell {
            column: lon,
            text: east.to_owned(),
            expected: "a longitude between -180 and 180",
        });
    }
    let Some((latitude, longitude)) = latitude.zip(longitude) else { return (None, None) };
    let point = Point::from_degrees(latitude, longitude);
    let exchanged = Point::from_degrees(longitude, latitude).filter(|_| point.is_none());
    if point.is_none() && exchanged.is_none() && degrees_within(90.0, north).is_none() {
        bad.push(BadCell { column: lat, text: north.to_owned(), expected: LATITUDE });
    }
    (point, exchanged)
}

fn degrees_within(most: f64, text: &str) -> Option<f64> {
    cell::degrees(text).filter(|degrees| degrees.abs() <= most)
}
