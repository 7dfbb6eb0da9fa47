//! What a page is about, for search engines and catalogues: JSON-LD in the words of schema.org.

use comity_answer::{Answer, Profile, Snapshot};
use comity_export::ReferenceKind;
use comity_model::{EntityKind, FuzzyDate, Level, Point};
use serde_json::{Map, Value, json};

use crate::api::API;
use crate::cite::Cited;

/// A place or body, as far as schema.org has a word for it; empty for a person and what else it has none for.
pub(crate) fn of_entity(snapshot: &Snapshot, profile: &Profile, cited: &Cited) -> String {
    let id = &profile.entity.id;
    let kinds =
        snapshot.entity_by_id(id).map(|entity| kinds(entity.kind, &entity.levels)).unwrap_or_default();
    if kinds.is_empty() {
        return String::new();
    }
    let address = |id: &str| format!("{}/entities/{id}", cited.base);
    let own = address(id.as_str());
    let mut thing = Map::from_iter([
        ("@context".to_owned(), "https://schema.org".into()),
        ("@id".to_owned(), own.as_str().into()),
        ("@type".to_owned(), if let [kind] = kinds[..] { kind.into() } else { kinds.into() }),
        ("name".to_owned(), profile.entity.name.as_str().into()),
        ("url".to_owned(), own.as_str().into()),
        ("identifier".to_owned(), id.as_str().into()),
    ]);
    let names: Vec<&str> = profile.names.iter().map(|name| name.text.as_str()).collect();
    let same = elsewhere(profile);
    put(
        &mut thing,
        "description",
        (!profile.tells_apart.is_empty()).then(|| profile.tells_apart.as_str().into()),
    );
    put(&mut thing, "alternateName", (!names.is_empty()).then(|| names.into()));
    put(&mut thing, "sameAs", (!same.is_empty()).then(|| same.into()));
    put(&mut thing, "geo", profile.point.map(geo));
    let around = profile.within.first();
    let around = around
        .map(|place| json!({ "@type": "Place", "@id": address(place.id.as_str()), "name": place.name }));
    put(&mut thing, "containedInPlace", around.filter(|_| profile.entity.kind == EntityKind::Polity));
    in_script(&Value::Object(thing))
}

/// An answer as a data set, with its files.
pub(crate) fn of_answer(cited: &Cited, answer: &Answer) -> String {
    let tables = answer.tables();
    let tables = tables.iter().map(|table| (format!("/tables/{}.csv", table.id), "text/csv"));
    let files =
        tables.map(|(below, media)| download(&format!("{}{}", cited.base, cited.beside(&below)), media));
    let json = download(&format!("{}{API}{}", cited.base, cited.beside("")), "application/json");
    let mut set = data_set(cited, answer.summary());
    put(&mut set, "temporalCoverage", cited.covers().map(Value::from));
    put(&mut set, "distribution", Some(std::iter::once(json).chain(files).collect()));
    in_script(&Value::Object(set))
}

/// The register as a data set, with the files that anybody can fetch whole.
pub(crate) fn of_register(cited: &Cited, summary: &str) -> String {
    let files = [
        ("/ties.graphml", "application/xml"),
        ("/ties.gexf", "application/xml"),
        ("/codebook.md", "text/markdown"),
    ];
    let files =
        files.map(|(below, media)| download(&format!("{}{}", cited.base, cited.beside(below)), media));
    let mut set = data_set(cited, summary);
    put(&mut set, "distribution", Some(files.into_iter().collect()));
    in_script(&Value::Object(set))
}

fn data_set(cited: &Cited, summary: &str) -> Map<String, Value> {
    debug_assert_eq!(cited.kind(), ReferenceKind::Dataset, "only data is described as data");
    let publisher = json!({ "@type": "Organization", "name": comity_messages::say!("cite-publisher") });
    let mut set = Map::from_iter([
        ("@context".to_owned(), "https://schema.org".into()),
        ("@type".to_owned(), "Dataset".into()),
        ("@id".to_owned(), cited.permalink().into()),
        ("url".to_owned(), cited.permalink().into()),
        ("name".to_owned(), cited.title().into()),
        ("version".to_owned(), cited.version().into()),
        ("creator".to_owned(), publisher.clone()),
        ("publisher".to_owned(), publisher),
    ]);
    put(&mut set, "description", (!summary.is_empty()).then(|| summary.into()));
    put(&mut set, "dateModified", cited.issued().map(FuzzyDate::as_str).map(Value::from));
    set
}

fn put(thing: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    if let Some(value) = value {
        thing.insert(name.to_owned(), value);
    }
}

fn download(address: &str, media: &str) -> Value {
    json!({ "@type": "DataDownload", "contentUrl": address, "encodingFormat": media })
}

/// What it is; a place may be several.
fn kinds(kind: EntityKind, levels: &[Level]) -> Vec<&'static str> {
    match kind {
        EntityKind::Network | EntityKind::Organisation | EntityKind::Office => vec!["Organization"],
        EntityKind::Polity => {
            let mut kinds: Vec<&'static str> = levels.iter().map(|level| of_level(*level)).collect();
            kinds.sort_unstable();
            kinds.dedup();
            if kinds.is_empty() { vec!["Place"] } else { kinds }
        }
        EntityKind::Person
        | EntityKind::Agreement
        | EntityKind::Act
        | EntityKind::Event
        | EntityKind::Programme => Vec::new(),
    }
}

const fn of_level(level: Level) -> &'static str {
    match level {
        Level::City => "City",
        Level::Nation => "Country",
        Level::Supranational => "Organization",
        Level::County | Level::Metro | Level::State | Level::IndigenousNation => "AdministrativeArea",
    }
}

/// The same thing in other registers.
fn elsewhere(profile: &Profile) -> Vec<String> {
    let geonames = profile.entity.id.as_geonames().map(|id| format!("https://sws.geonames.org/{id}/"));
    let wikidata = Some(&profile.wikidata).filter(|id| !id.is_empty());
    let wikidata = wikidata.map(|id| format!("http://www.wikidata.org/entity/{id}"));
    geonames.into_iter().chain(wikidata).collect()
}

fn geo(point: Point) -> Value {
    json!({ "@type": "GeoCoordinates", "latitude": point.lat(), "longitude": point.lon() })
}

/// No text can end the element it stands in: what has a meaning in HTML is escaped as JSON allows.
fn in_script(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_ends_the_element() {
        let hostile = json!({ "name": "</script><script>alert(1)</script> & <!--" });
        let written = in_script(&hostile);
        assert!(!written.contains(['<', '>', '&']), "{written}");
        assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), hostile);
    }

    #[test]
    fn a_city_state_is_both() {
        assert_eq!(kinds(EntityKind::Polity, &[Level::City, Level::Nation]), ["City", "Country"]);
        assert_eq!(kinds(EntityKind::Polity, &[Level::County, Level::Metro]), ["AdministrativeArea"]);
        assert!(kinds(EntityKind::Person, &[]).is_empty());
    }
}
