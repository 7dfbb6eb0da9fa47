//! What a table says besides the name, as the engine takes it; what it cannot take is noted, never dropped.

use comity_model::{Level, Point};
use comity_reconcile::Query;

use crate::catalogue::Catalogue;
use crate::property;
use crate::question::{Stated, Value};
use crate::subject::Subject;
use crate::types::Type;

/// The evidence of one query, and a sentence for each value that is not used.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Evidence {
    pub(crate) country: Option<String>,
    pub(crate) admin: Option<String>,
    pub(crate) level: Option<Level>,
    pub(crate) point: Option<Point>,
    pub(crate) population: Option<u64>,
    pub(crate) identifier: Option<String>,
    pub(crate) notes: Vec<String>,
}

/// Values that only make sense together or one instead of the other.
#[derive(Default)]
struct Parts {
    lat: Option<f64>,
    lon: Option<f64>,
    county: Option<String>,
}

impl Evidence {
    pub(crate) fn read(catalogue: Catalogue<'_>, said: &[Stated]) -> Self {
        let mut evidence = Self::default();
        let mut parts = Parts::default();
        for Stated { property, values } in said {
            let Some(known) = property::find(property).filter(|known| known.is_evidence) else {
                evidence.notes.push(format!("`{property}` is no evidence and was not used"));
                continue;
            };
            let mut values = values.iter().filter(|value| !value.text().is_empty());
            let Some(value) = values.next() else { continue };
            evidence.take(catalogue, known.id, value, &mut parts);
            let others: Vec<String> = values.map(Value::text).collect();
            if !others.is_empty() {
                evidence
                    .notes
                    .push(format!("`{property}` has several values; not used: {}", others.join(", ")));
            }
        }
        evidence.join(parts);
        evidence
    }

    fn take(&mut self, catalogue: Catalogue<'_>, id: &str, value: &Value, parts: &mut Parts) {
        let text = value.text();
        match id {
            "country" | "iso2" | "iso3" => {
                let code = thing(catalogue, value).and_then(|place| place.iso2());
                self.country = Some(code.unwrap_or(text));
            }
            "division" => self.admin = Some(name(catalogue, value)),
            "county" => parts.county = Some(name(catalogue, value)),
            "level" => self.level = self.understood(id, &text, level(&text)),
            "point" => self.point = self.understood(id, &text, text.parse().ok()),
            "lat" => parts.lat = self.understood(id, &text, degrees(&text, 90.0)),
            "lon" => parts.lon = self.understood(id, &text, degrees(&text, 180.0)),
            "population" => self.population = self.understood(id, &text, people(&text)),
            "geonames" => self.identifier = Some(format!("gn{}", text.trim_start_matches("gn"))),
            _ => self.identifier = Some(text),
        }
    }

    fn understood<T>(&mut self, id: &str, text: &str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.notes.push(format!("`{text}` cannot be read as {id} and was not used"));
        }
        value
    }

    fn join(&mut self, parts: Parts) {
        match (parts.lat, parts.lon) {
            (Some(lat), Some(lon)) => self.point = Point::from_degrees(lat, lon),
            (None, None) => {}
            _ => self.notes.push("`lat` and `lon` are used together only".to_owned()),
        }
        match (&self.admin, parts.county) {
            (None, county) => self.admin = county,
            (Some(_), Some(county)) => {
                self.notes.push(format!("`county` ({county}) is not used beside `division`"));
            }
            (Some(_), None) => {}
        }
    }

    /// For the engine.
    pub(crate) fn query<'q>(&'q self, name: &'q str) -> Query<'q> {
        Query {
            name,
            country: self.country.as_deref(),
            admin: self.admin.as_deref(),
            level: self.level,
            point: self.point,
            population: self.population,
            identifier: self.identifier.as_deref(),
            ..Query::default()
        }
    }
}

fn thing<'a>(catalogue: Catalogue<'a>, value: &Value) -> Option<Subject<'a>> {
    match value {
        Value::Thing { id, .. } => catalogue.by_id(id),
        _ => None,
    }
}

fn name(catalogue: Catalogue<'_>, value: &Value) -> String {
    thing(catalogue, value).map_or_else(|| value.text(), |place| place.filed_name().to_owned())
}

fn level(text: &str) -> Option<Level> {
    Type::find(text).and_then(Type::level)
}

fn degrees(text: &str, most: f64) -> Option<f64> {
    text.parse().ok().filter(|degrees: &f64| degrees.abs() <= most)
}

/// `8,804,190` and `8804190.0` are the same number of people.
fn people(text: &str) -> Option<u64> {
    let plain: String =
        text.chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}' | '\u{202f}' | '\'')).collect();
    let whole = plain.split_once('.').filter(|(_, rest)| rest.bytes().all(|byte| byte == b'0'));
    whole.map_or(plain.as_str(), |(whole, _)| whole).parse().ok()
}

#[cfg(test)]
mod tests {
    use comity_answer::Snapshot;
    use comity_model::Holdings;

    use super::*;

    fn read(said: &[(&str, &str)]) -> Evidence {
        let snapshot = Snapshot::new(Holdings::default());
        let said: Vec<Stated> = said
            .iter()
            .map(|(property, value)| Stated {
                property: (*property).to_owned(),
                values: vec![Value::Text((*value).to_owned())],
            })
            .collect();
        Evidence::read(Catalogue { gazetteer: None, snapshot: &snapshot }, &said)
    }

    #[test]
    fn latitude_and_longitude_make_a_point() {
        let found = read(&[("latitude", "43.15"), ("lng", "-77.61"), ("population", "210,565")]);
        assert_eq!(found.point.map(|point| point.to_string()).as_deref(), Some("43.15,-77.61"));
        assert_eq!(found.population, Some(210_565));
        assert!(found.notes.is_empty());
    }

    #[test]
    fn what_is_not_used_is_said() {
        let found = read(&[("lat", "95"), ("mayor", "Ann"), ("division", "Oise"), ("county", "Clermont")]);
        assert_eq!(found.admin.as_deref(), Some("Oise"));
        assert_eq!(
            found.notes,
            [
                "`95` cannot be read as lat and was not used",
                "`mayor` is no evidence and was not used",
                "`county` (Clermont) is not used beside `division`",
            ]
        );
    }

    #[test]
    fn empty_cells_say_nothing() {
        assert_eq!(read(&[("country", " "), ("point", "")]), Evidence::default());
    }
}
