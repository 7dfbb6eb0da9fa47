//! GeoJSON as a table: a row for each feature, its properties as columns, and where it lies as points.
//!
//! A point is where the place lies that the row names; a line leads from one partner to the other. Other outlines are
//! told and not read.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::error::SourceError;
use crate::found_table::{FoundTable, FoundTables};
use crate::limits::Limits;
use crate::table_row::Notes;

/// Whether a text begins as a collection of features does.
pub(crate) fn is_geojson(file: &str, start: &str) -> bool {
    let named = file.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("geojson"));
    let is_object = start.trim_start().starts_with('{');
    is_object && (named || start.contains("\"FeatureCollection\""))
}

/// The one table of a collection.
pub(crate) fn tables(file: &str, text: &str, limits: Limits) -> Result<FoundTables, SourceError> {
    let mut rows = Features {
        file,
        limits,
        columns: Vec::new(),
        places: BTreeMap::new(),
        rows: Vec::new(),
        bytes: 0,
        cells: 0,
    };
    let mut found = None;
    let read = Collection { features: &mut rows, refused: &mut found }
        .deserialize(&mut serde_json::Deserializer::from_str(text));
    if let Some(refused) = found {
        return Err(refused);
    }
    read.map_err(|error| SourceError::Unreadable { file: file.to_owned(), reason: error.to_string() })?;
    let mut notes = Notes::new();
    let table = rows.table(&mut notes);
    let tables = table.into_iter().collect();
    Ok(FoundTables { form: "GeoJSON", title: String::new(), tables, notes })
}

#[derive(Deserialize)]
struct Feature {
    #[serde(default)]
    properties: Option<Properties>,
    #[serde(default)]
    geometry: Option<Geometry>,
}

/// In the order of the file: a country belongs to the name before it.
#[derive(Default)]
struct Properties(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Properties {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PropertiesVisitor)
    }
}

struct PropertiesVisitor;

impl<'de> Visitor<'de> for PropertiesVisitor {
    type Value = Properties;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("properties")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Properties, A::Error> {
        let mut properties = Vec::new();
        while let Some(entry) = map.next_entry()? {
            properties.push(entry);
        }
        Ok(Properties(properties))
    }
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    coordinates: Option<Coordinates>,
}

/// As much of the numbers of a geometry as is needed: an outline may have millions.
#[derive(Debug, Clone)]
enum Coordinates {
    Number(f64),
    /// The first, the second and the last of a list.
    List(Vec<Coordinates>),
}

impl<'de> Deserialize<'de> for Coordinates {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CoordinatesVisitor)
    }
}

struct CoordinatesVisitor;

#[expect(clippy::cast_precision_loss, reason = "degrees")]
impl<'de> Visitor<'de> for CoordinatesVisitor {
    type Value = Coordinates;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("numbers, or lists of them")
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Coordinates, E> {
        Ok(Coordinates::Number(number))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Coordinates, E> {
        Ok(Coordinates::Number(number as f64))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Coordinates, E> {
        Ok(Coordinates::Number(number as f64))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Coordinates, A::Error> {
        let mut kept: Vec<Coordinates> = Vec::new();
        while let Some(next) = list.next_element()? {
            kept.truncate(2);
            kept.push(next);
        }
        Ok(Coordinates::List(kept))
    }
}

impl Coordinates {
    /// `POINT (lon lat)`.
    fn point(&self) -> Option<String> {
        let Self::List(numbers) = self else { return None };
        let [Self::Number(lon), Self::Number(lat), ..] = numbers.as_slice() else { return None };
        Some(format!("POINT ({lon} {lat})"))
    }

    fn ends(&self) -> Option<(String, String)> {
        let Self::List(points) = self else { return None };
        Some((points.first()?.point()?, points.last().filter(|_| points.len() > 1)?.point()?))
    }
}

/// Where a feature lies.
enum Place {
    Point(String),
    Line(String, String),
    /// Of another kind, or of none.
    Other(String),
}

impl Place {
    fn of(geometry: Option<&Geometry>) -> Self {
        let Some(Geometry { kind, coordinates }) = geometry else { return Self::Other("none".to_owned()) };
        let found = coordinates.as_ref().and_then(|coordinates| match kind.as_str() {
            "Point" => coordinates.point().map(Self::Point),
            "LineString" => coordinates.ends().map(|(from, to)| Self::Line(from, to)),
            _ => None,
        });
        found.unwrap_or_else(|| Self::Other(kind.clone()))
    }
}

struct Features<'f> {
    file: &'f str,
    limits: Limits,
    /// Names of properties as they first came.
    columns: Vec<String>,
    places: BTreeMap<String, usize>,
    rows: Vec<(Vec<String>, Place)>,
    bytes: u64,
    cells: u64,
}

impl Features<'_> {
    fn take(&mut self, feature: Feature) -> Result<(), SourceError> {
        let mut row = vec![String::new(); self.columns.len()];
        for (name, value) in feature.properties.unwrap_or_default().0 {
            let place = *self.places.entry(name).or_insert_with_key(|name| {
                self.columns.push(name.clone());
                self.columns.len() - 1
            });
            self.limits.check_columns(self.file, self.columns.len())?;
            let text = said(&value);
            self.bytes += text.len() as u64;
            if row.len() <= place {
                row.resize(place + 1, String::new());
            }
            if let Some(cell) = row.get_mut(place) {
                *cell = text;
            }
        }
        self.cells += self.columns.len() as u64;
        self.limits.check_cells(self.file, self.cells)?;
        self.rows.push((row, Place::of(feature.geometry.as_ref())));
        self.limits.check_rows(self.file, self.rows.len() as u64)?;
        self.limits.check_bytes(self.file, self.bytes)
    }

    /// A name that no property has.
    fn own(&self, name: &str) -> String {
        if self.places.contains_key(name) { format!("{name} of the map") } else { name.to_owned() }
    }

    fn table(self, notes: &mut Notes) -> Option<FoundTable> {
        let has_points = self.rows.iter().any(|(_, place)| matches!(place, Place::Point(_)));
        let has_lines = self.rows.iter().any(|(_, place)| matches!(place, Place::Line(..)));
        let width = self.columns.len();
        let points = has_points.then(|| self.own("point"));
        let lines = has_lines.then(|| [self.own("point 1"), self.own("point 2")]);
        let mut table = FoundTable::default();
        let names = self.columns.iter().cloned();
        table.rows.push(names.chain(points).chain(lines.into_iter().flatten()).collect());
        for (mut row, place) in self.rows {
            row.resize(width, String::new());
            if let Place::Other(kind) = &place {
                let note = format!("features whose place is not read: {}", comity_model::shortened(kind, 40));
                *notes.entry(note).or_default() += 1;
            }
            let (point, from, to) = match place {
                Place::Point(point) => (point, String::new(), String::new()),
                Place::Line(from, to) => (String::new(), from, to),
                Place::Other(_) => Default::default(),
            };
            row.extend(has_points.then_some(point));
            row.extend(has_lines.then_some([from, to]).into_iter().flatten());
            table.rows.push(row);
        }
        (table.rows.len() > 1 && width > 0).then_some(table)
    }
}

/// A value as a cell; a list of texts as its parts.
fn said(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(parts) if parts.iter().all(|part| !part.is_array() && !part.is_object()) => {
            parts.iter().map(said).collect::<Vec<_>>().join("; ")
        }
        other => other.to_string(),
    }
}

/// Hands on the features of a collection one by one; none is held whole.
struct Collection<'c, 'f> {
    features: &'c mut Features<'f>,
    refused: &'c mut Option<SourceError>,
}

impl<'de> DeserializeSeed<'de> for Collection<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Collection<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a collection of features")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { features, refused } = self;
        while let Some(key) = map.next_key::<String>()? {
            if key == "features" {
                map.next_value_seed(List { features, refused })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

struct List<'c, 'f> {
    features: &'c mut Features<'f>,
    refused: &'c mut Option<SourceError>,
}

impl<'de> DeserializeSeed<'de> for List<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for List<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of features")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(feature) = list.next_element::<Feature>()? {
            if let Err(refused) = self.features.take(feature) {
                let error = A::Error::custom(refused.to_string());
                *self.refused = Some(refused);
                return Err(error);
            }
        }
        Ok(())
    }
}
