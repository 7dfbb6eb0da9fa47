//! The official GeoNames dump files, in their own format: tab-separated, UTF-8, columns as in their readme.

use std::io::{self, BufRead};

use crate::build::Build;
use crate::build::draft::{Draft, Standing, millionths};
use crate::layout::NameKind;

const DUMP_COLUMNS: usize = 19;
const SMALLEST: u32 = 500;

/// Seats of government and capitals stay whatever their population, as in the official `cities500`.
const SEATS: [&str; 7] = ["PPLC", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPLG", "PPLCH"];
/// Populated no more, or not places of their own.
const LEFT_OUT: [&str; 4] = ["PPLQ", "PPLW", "PPLH", "PPLCH"];

impl Build {
    /// A `geoname` table: `cities500.txt`, `allCountries.txt`, `NL.txt` …
    ///
    /// Takes populated places of 500 inhabitants and more and seats of divisions; points, populations and names of
    /// first- and second-order divisions and countries; nothing else.
    ///
    /// # Errors
    /// When the reader does. Lines that cannot be understood become problems.
    pub fn places(&mut self, file: &str, reader: impl BufRead) -> io::Result<()> {
        self.each_line(file, reader, Self::place_line)
    }

    /// `admin1CodesASCII.txt`: code, name, ASCII name, GeoNames id.
    pub fn first_order(&mut self, file: &str, reader: impl BufRead) -> io::Result<()> {
        self.each_line(file, reader, |build, columns| build.division_line(columns, Standing::First))
    }

    /// `admin2Codes.txt`: code, name, ASCII name, GeoNames id.
    pub fn second_order(&mut self, file: &str, reader: impl BufRead) -> io::Result<()> {
        self.each_line(file, reader, |build, columns| build.division_line(columns, Standing::Second))
    }

    /// `countryInfo.txt`.
    pub fn country_info(&mut self, file: &str, reader: impl BufRead) -> io::Result<()> {
        self.each_line(file, reader, Self::country_line)
    }

    /// `alternateNamesV2.txt`. Comes after the places: names of places not held are passed over.
    pub fn alternate_names(&mut self, file: &str, reader: impl BufRead) -> io::Result<()> {
        self.each_line(file, reader, Self::alternate_line)
    }

    /// The readers above return what they expected when a line is not it.
    fn each_line(
        &mut self,
        file: &str,
        reader: impl BufRead,
        read: impl Fn(&mut Self, &[&str]) -> Result<(), &'static str>,
    ) -> io::Result<()> {
        for (number, line) in (1..).zip(reader.split(b'\n')) {
            let line = line?;
            let Ok(text) = std::str::from_utf8(&line) else {
                self.problem(file, number, &String::from_utf8_lossy(&line), "UTF-8");
                continue;
            };
            let text = text.trim_end_matches('\r');
            if text.is_empty() || text.starts_with('#') {
                continue;
            }
            let columns: Vec<&str> = text.split('\t').collect();
            if let Err(expected) = read(self, &columns) {
                self.problem(file, number, text, expected);
            }
        }
        Ok(())
    }

    fn place_line(&mut self, columns: &[&str]) -> Result<(), &'static str> {
        let [
            id,
            name,
            ascii,
            others,
            lat,
            lon,
            class,
            feature,
            country,
            _,
            admin1,
            admin2,
            _,
            _,
            population,
            ..,
        ] = *columns
        else {
            return Err("19 columns separated by tabs");
        };
        if columns.len() != DUMP_COLUMNS {
            return Err("19 columns separated by tabs");
        }
        let id: u32 = id.parse().map_err(|_| "a number in column 1 (geonameid)")?;
        let point = millionths(lat, lon).ok_or("latitude and longitude in degrees in columns 5 and 6")?;
        let population: u64 = if population.is_empty() {
            0
        } else {
            population.parse().map_err(|_| "a number in column 15 (population)")?
        };
        let population =
            u32::try_from(population).map_err(|_| "fewer than four billion inhabitants in column 15")?;
        let Some(standing) = standing(class, feature, population) else { return Ok(()) };
        if standing != Standing::Populated && !self.drafts.contains_key(&id) && standing != Standing::Country
        {
            self.codes.entry(division_code(country, admin1, admin2, standing)).or_insert(id);
        }
        let draft = self.drafts.entry(id).or_insert_with(|| Draft::new(id, standing, name, country));
        ascii.clone_into(&mut draft.ascii);
        feature.clone_into(&mut draft.feature);
        draft.point = Some(point);
        draft.population = draft.population.max(population);
        if standing != Standing::Country && draft.admin1.is_none() {
            let first = (!admin1.is_empty()).then(|| format!("{country}.{admin1}"));
            draft.admin2 =
                first.as_ref().filter(|_| !admin2.is_empty()).map(|first| format!("{first}.{admin2}"));
            draft.admin1 = first;
        }
        draft.add_names(NameKind::Other, others.split(','));
        Ok(())
    }

    fn division_line(&mut self, columns: &[&str], standing: Standing) -> Result<(), &'static str> {
        let [code, name, ascii, id] = *columns else {
            return Err("4 columns: code, name, ascii name, geonameid");
        };
        let id: u32 = id.parse().map_err(|_| "a number in column 4 (geonameid)")?;
        let parts: Vec<&str> = code.split('.').collect();
        let (country, first) = match (standing, parts.as_slice()) {
            (Standing::First, [country, _]) => (*country, None),
            (Standing::Second, [country, first, _]) => (*country, Some(format!("{country}.{first}"))),
            (Standing::First, _) => return Err("a code such as US.NY in column 1"),
            _ => return Err("a code such as US.NY.055 in column 1"),
        };
        self.codes.insert(code.to_owned(), id);
        let draft = self.drafts.entry(id).or_insert_with(|| Draft::new(id, standing, name, country));
        draft.standing = standing;
        ascii.clone_into(&mut draft.ascii);
        draft.admin1 = first;
        draft.admin2 = None;
        if let (Standing::First, [_, short]) = (standing, parts.as_slice()) {
            draft.add_name(NameKind::Code, "", short);
        }
        Ok(())
    }

    fn country_line(&mut self, columns: &[&str]) -> Result<(), &'static str> {
        let Some(([iso2, iso3, _, _, name], rest)) = columns.split_first_chunk::<5>() else {
            return Err("19 columns separated by tabs");
        };
        let (Some(population), Some(id)) = (rest.get(2), rest.get(11)) else {
            return Err("19 columns separated by tabs");
        };
        let id: u32 = id.parse().map_err(|_| "a number in column 17 (geonameid)")?;
        let population: u64 = population.parse().map_err(|_| "a number in column 8 (population)")?;
        self.countries.insert((*iso2).to_owned(), ((*iso3).to_owned(), Some(id)));
        let draft = self.drafts.entry(id).or_insert_with(|| Draft::new(id, Standing::Country, name, iso2));
        draft.standing = Standing::Country;
        draft.population =
            u32::try_from(population).map_err(|_| "fewer than four billion inhabitants in column 8")?;
        draft.add_names(NameKind::Code, [*iso2, *iso3]);
        Ok(())
    }

    fn alternate_line(&mut self, columns: &[&str]) -> Result<(), &'static str> {
        let [_, id, lang, text, flags @ ..] = columns else {
            return Err("alternateNameId, geonameid, language, name");
        };
        let id: u32 = id.parse().map_err(|_| "a number in column 2 (geonameid)")?;
        let Some(draft) = self.drafts.get_mut(&id) else { return Ok(()) };
        let marked = |n: usize| flags.get(n).is_some_and(|flag| *flag == "1");
        let kind = match *lang {
            "link" | "post" | "phon" | "tcid" | "iata" | "icao" | "faac" => return Ok(()),
            "wkdt" | "unlc" => NameKind::Identifier,
            "abbr" => NameKind::Code,
            _ if marked(3) => NameKind::Former,
            _ if marked(2) => NameKind::Colloquial,
            _ => NameKind::Other,
        };
        draft.add_name(kind, lang, text);
        Ok(())
    }
}

fn standing(class: &str, feature: &str, population: u32) -> Option<Standing> {
    match (class, feature) {
        ("P", feature) if LEFT_OUT.contains(&feature) => None,
        ("P", feature) => (population >= SMALLEST || SEATS.contains(&feature)).then_some(Standing::Populated),
        ("A", "ADM1") => Some(Standing::First),
        ("A", "ADM2") => Some(Standing::Second),
        ("A", feature) if feature.starts_with("PCL") => Some(Standing::Country),
        _ => None,
    }
}

fn division_code(country: &str, admin1: &str, admin2: &str, standing: Standing) -> String {
    match standing {
        Standing::Second => format!("{country}.{admin1}.{admin2}"),
        _ => format!("{country}.{admin1}"),
    }
}
