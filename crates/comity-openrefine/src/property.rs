//! The properties of the service: what a table may say about a name, and what can be fetched about an entity.

use crate::types::Type;

/// One property: evidence in a query, a column in data extension, or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Property {
    /// As clients name it.
    pub id: &'static str,
    /// As people read it.
    pub name: &'static str,
    /// How it is written.
    pub help: &'static str,
    pub of: Of,
    /// Values of it help to tell which entity a name means.
    pub is_evidence: bool,
    /// It can be fetched.
    pub is_data: bool,
}

/// Which entities have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    All,
    /// Places alone.
    Places,
}

/// Every property, in the order in which they are offered.
pub(crate) const PROPERTIES: [Property; 18] = [
    both(
        "country",
        "Country",
        "As written, or its ISO 3166-1 code: in Italy, GR, Ohio, United States.",
        Of::All,
    ),
    both("division", "State, province or region", "As written, or its usual abbreviation.", Of::Places),
    both("county", "County or district", "As written.", Of::Places),
    both("level", "Level of government", "City, county, metro, state or country.", Of::Places),
    both(
        "point",
        "Point",
        "Latitude and longitude in degrees, separated by a comma: 43.15,-77.61.",
        Of::Places,
    ),
    both("lat", "Latitude", "Degrees north, with a decimal point.", Of::Places),
    both("lon", "Longitude", "Degrees east, with a decimal point.", Of::Places),
    both("population", "Population", "Inhabitants.", Of::Places),
    both("geonames", "GeoNames id", "5134086, or gn5134086.", Of::Places),
    both("wikidata", "Wikidata id", "Q49218.", Of::All),
    both("unlocode", "UN/LOCODE", "USROC.", Of::Places),
    both("iso2", "Country code (ISO 3166-1 alpha-2)", "US.", Of::All),
    both("iso3", "Country code (ISO 3166-1 alpha-3)", "USA.", Of::Places),
    data("name", "Name", "In the language of the setting; the usual name where no language is set."),
    data("names", "All names", "In the language of the setting; in every language where none is set."),
    data("type", "Type", "City or town, network of cities, person in a public role …"),
    data("about", "What tells it from its namesakes", "One line."),
    Property {
        id: "identifier",
        name: "Identifier",
        help: "Of any register held: gn5134086, Q49218, USROC, or our own: c40.",
        of: Of::All,
        is_evidence: true,
        is_data: false,
    },
];

const fn both(id: &'static str, name: &'static str, help: &'static str, of: Of) -> Property {
    Property { id, name, help, of, is_evidence: true, is_data: true }
}

const fn data(id: &'static str, name: &'static str, help: &'static str) -> Property {
    Property { id, name, help, of: Of::All, is_evidence: false, is_data: true }
}

/// By id, or by what tables call it: `state`, `latitude`, `kind`.
pub(crate) fn find(text: &str) -> Option<&'static Property> {
    let key = text.trim().to_lowercase();
    let id = match key.as_str() {
        "admin" | "admin1" | "state" | "province" | "region" => "division",
        "admin2" | "district" => "county",
        "latitude" => "lat",
        "longitude" | "lng" | "long" => "lon",
        "coordinates" | "coords" => "point",
        "kind" => "level",
        "country_code" | "country code" => "iso2",
        "geonames_id" => "geonames",
        "id" | "comity_id" => "identifier",
        other => other,
    };
    PROPERTIES.iter().find(|property| property.id == id)
}

impl Property {
    /// Whether entities of the type have it; of any type where none is given.
    pub(crate) fn fits(&self, wanted: Option<Type>) -> bool {
        self.of == Of::All || wanted.is_none_or(Type::is_place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_have_their_own_words() {
        assert_eq!(find("Latitude").map(|property| property.id), Some("lat"));
        assert_eq!(find("province").map(|property| property.id), Some("division"));
        assert_eq!(find("professionOrOccupation"), None);
    }

    #[test]
    fn a_network_has_no_inhabitants() {
        let population = find("population").unwrap();
        assert!(population.fits(Some(Type::City)) && population.fits(None));
        assert!(!population.fits(Some(Type::Network)));
    }
}
