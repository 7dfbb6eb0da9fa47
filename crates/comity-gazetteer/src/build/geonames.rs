//! The official GeoNames dump files, in their own format: tab-separated, UTF-8, columns as in their readme.

use std::io::{self, BufRead};

use crate::build::Build;
use comity_model::{Line, read_line};

use crate::build::count::{Fate, FileCount};
use crate::build::draft::{Draft, Standing, millionths};
use crate::country::Iso2;
use crate::layout::NameKind;

const SMALLEST: u32 = 500;
/// Of the columns for names, in characters.
const LONGEST_NAME: usize = 400;
/// In bytes: the names of a place come to 10,000 characters at most, says the readme of the files.
const LONGEST_LINE: usize = 1 << 20;
/// The byte order mark that some editors put before a file.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// All codes of populated places and of divisions.
const PLACES: [&str; 19] = [
    "PPL", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPLA5", "PPLC", "PPLCD", "PPLCH", "PPLF", "PPLG", "PPLH",
    "PPLL", "PPLQ", "PPLR", "PPLS", "PPLW", "PPLX", "STLMT",
];
const DIVISIONS: [&str; 25] = [
    "ADM1", "ADM1H", "ADM2", "ADM2H", "ADM3", "ADM3H", "ADM4", "ADM4H", "ADM5", "ADM5H", "ADMD", "ADMDH",
    "ADMS", "LTER", "PCL", "PCLD", "PCLF", "PCLH", "PCLI", "PCLIX", "PCLS", "PRSH", "TERR", "ZN", "ZNB",
];

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
        mut reader: impl BufRead,
        read: impl Fn(&mut Self, &[&str]) -> Read,
    ) -> io::Result<()> {
        let mut count = FileCount::of(file);
        self.seen.clear();
        let (mut number, mut line) = (0, Vec::new());
        while let Some(length) = read_line(&mut reader, LONGEST_LINE, &mut line)? {
            number += 1;
            let bytes = if number == 1 { line.strip_prefix(MARK).unwrap_or(&line) } else { &line };
            let text = String::from_utf8_lossy(bytes);
            let text = text.trim_end_matches('\r');
            let taken = match std::str::from_utf8(bytes) {
                _ if length != Line::Whole => Err("a line of at most 1 MiB"),
                Err(_) => Err("UTF-8"),
                Ok(_) if text.is_empty() || text.starts_with('#') => Ok(Fate::PassedOver),
                Ok(_) => read(self, &text.split('\t').collect::<Vec<&str>>()),
            };
            count.add(taken);
            if let Err(expected) = taken {
                self.problem(file, number, text, expected);
            }
        }
        if count.lines == 0 {
            self.problem(file, 0, "", "at least one line");
        }
        self.files.push(count);
        Ok(())
    }

    fn place_line(&mut self, columns: &[&str]) -> Read {
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
            _,
            _,
            _,
            changed,
        ] = *columns
        else {
            return Err("19 columns separated by tabs");
        };
        let id: u32 = id.parse().map_err(|_| "a number in column 1 (geonameid)")?;
        check_name(name, "a name of 1 to 400 characters in column 2")?;
        let point = millionths(lat, lon).ok_or("latitude and longitude in degrees in columns 5 and 6")?;
        let population: u64 = if population.is_empty() {
            0
        } else {
            population.parse().map_err(|_| "a number in column 15 (population)")?
        };
        let population =
            u32::try_from(population).map_err(|_| "fewer than four billion inhabitants in column 15")?;
        let Some(standing) = standing(class, feature, population)? else { return Ok(Fate::PassedOver) };
        check_country(country, "a country code such as NL in column 9")?;
        if !self.seen.insert(id) {
            return Err("an id in column 1 that no line above has");
        }
        if is_day(changed) && changed > self.latest.as_str() {
            changed.clone_into(&mut self.latest);
        }
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
        Ok(Fate::Taken)
    }

    fn division_line(&mut self, columns: &[&str], standing: Standing) -> Read {
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
        check_country(country, "a code that begins with a country's, such as US, in column 1")?;
        check_name(name, "a name of 1 to 400 characters in column 2")?;
        if !self.seen.insert(id) {
            return Err("an id in column 4 that no line above has");
        }
        self.codes.insert(code.to_owned(), id);
        let draft = self.drafts.entry(id).or_insert_with(|| Draft::new(id, standing, name, country));
        draft.standing = standing;
        ascii.clone_into(&mut draft.ascii);
        draft.admin1 = first;
        draft.admin2 = None;
        if let (Standing::First, [_, short]) = (standing, parts.as_slice()) {
            draft.add_name(NameKind::Code, "", short);
        }
        Ok(Fate::Taken)
    }

    fn country_line(&mut self, columns: &[&str]) -> Read {
        let [iso2, iso3, _, _, name, _, _, population, _, _, _, _, _, _, _, _, id, _, _] = *columns else {
            return Err("19 columns separated by tabs");
        };
        check_country(iso2, "a country code such as NL in column 1")?;
        check_name(name, "a name of 1 to 400 characters in column 5")?;
        let id: u32 = id.parse().map_err(|_| "a number in column 17 (geonameid)")?;
        let population: u64 = population.parse().map_err(|_| "a number in column 8 (population)")?;
        let population =
            u32::try_from(population).map_err(|_| "fewer than four billion inhabitants in column 8")?;
        if !self.seen.insert(id) {
            return Err("an id in column 17 that no line above has");
        }
        self.countries.insert(iso2.to_owned(), (iso3.to_owned(), Some(id)));
        let draft = self.drafts.entry(id).or_insert_with(|| Draft::new(id, Standing::Country, name, iso2));
        draft.standing = Standing::Country;
        draft.population = population;
        draft.add_names(NameKind::Code, [iso2, iso3]);
        Ok(Fate::Taken)
    }

    /// The older format ends after the eighth column.
    fn alternate_line(&mut self, columns: &[&str]) -> Read {
        let ([number, id, lang, text, flags @ ..], 8 | 10) = (columns, columns.len()) else {
            return Err("8 or 10 columns: alternateNameId, geonameid, language, name, four marks, two days");
        };
        number.parse::<u32>().map_err(|_| "a number in column 1 (alternateNameId)")?;
        let id: u32 = id.parse().map_err(|_| "a number in column 2 (geonameid)")?;
        let mut marks = flags.iter().take(4);
        if !marks.all(|mark| matches!(*mark, "" | "0" | "1")) {
            return Err("1 or nothing in columns 5 to 8");
        }
        let marked = |n: usize| flags.get(n).is_some_and(|flag| *flag == "1");
        let kind = match *lang {
            "link" | "post" | "phon" | "tcid" | "iata" | "icao" | "faac" => return Ok(Fate::PassedOver),
            "wkdt" | "unlc" => NameKind::Identifier,
            "abbr" => NameKind::Code,
            _ if marked(3) => NameKind::Former,
            _ if marked(2) => NameKind::Colloquial,
            _ => NameKind::Other,
        };
        check_name(text, "a name of 1 to 400 characters in column 4")?;
        let Some(draft) = self.drafts.get_mut(&id) else { return Ok(Fate::PassedOver) };
        draft.add_name(kind, lang, text);
        Ok(Fate::Taken)
    }
}

/// What a line was good for, or what was expected of it.
type Read = Result<Fate, &'static str>;

fn check_name(name: &str, expected: &'static str) -> Result<(), &'static str> {
    let fits = (1..=LONGEST_NAME).contains(&name.chars().count()) && !name.trim().is_empty();
    if fits { Ok(()) } else { Err(expected) }
}

fn check_country(code: &str, expected: &'static str) -> Result<(), &'static str> {
    code.parse::<Iso2>().map(drop).map_err(|_| expected)
}

fn is_day(text: &str) -> bool {
    text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// `None` for what the index does not hold; an error for codes that GeoNames does not have.
fn standing(class: &str, feature: &str, population: u32) -> Result<Option<Standing>, &'static str> {
    let known = match class {
        "P" => PLACES.contains(&feature),
        "A" => DIVISIONS.contains(&feature),
        class => matches!(class, "" | "H" | "L" | "R" | "S" | "T" | "U" | "V"),
    };
    Ok(match (class, feature) {
        // Some entries of the official files have a class and no code.
        ("P" | "A", "") => None,
        _ if !known => return Err("a feature class and code of GeoNames in columns 7 and 8"),
        ("P", feature) if LEFT_OUT.contains(&feature) => None,
        ("P", feature) => (population >= SMALLEST || SEATS.contains(&feature)).then_some(Standing::Populated),
        ("A", "ADM1") => Some(Standing::First),
        ("A", "ADM2") => Some(Standing::Second),
        ("A", feature) if feature.starts_with("PCL") => Some(Standing::Country),
        _ => None,
    })
}

fn division_code(country: &str, admin1: &str, admin2: &str, standing: Standing) -> String {
    match standing {
        Standing::Second => format!("{country}.{admin1}.{admin2}"),
        _ => format!("{country}.{admin1}"),
    }
}
