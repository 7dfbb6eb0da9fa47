//! The columns that say who: a name and where it is, as one mention.

use comity_model::{EntityId, EntityKind, Mention, Point};
use serde::Deserialize;
use smol_str::SmolStr;

use crate::cell;
use crate::header::{Columns, Header};
use crate::roles::Roles;
use crate::table_row::TableRow;

/// Which columns describe one end of a link. `C` is their names in a profile, their places once a file is open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Party<C = Columns> {
    /// The first that says something.
    pub(crate) name: C,
    #[serde(default)]
    pub(crate) country: C,
    #[serde(default)]
    pub(crate) admin: C,
    #[serde(default)]
    pub(crate) level: C,
    #[serde(default)]
    pub(crate) lat: C,
    #[serde(default)]
    pub(crate) lon: C,
    /// Both in one cell.
    #[serde(default)]
    pub(crate) point: C,
    #[serde(default)]
    pub(crate) population: C,
    /// Its item in Wikidata or its UN/LOCODE.
    #[serde(default)]
    pub(crate) code: C,
    /// Its number in GeoNames.
    #[serde(default)]
    pub(crate) geonames: C,
    /// The country by its code of FIPS 10-4, whose letters mean others in ISO 3166.
    #[serde(default)]
    pub(crate) fips: C,
    /// The page that the name leads to, where it is called otherwise.
    #[serde(default)]
    pub(crate) link: C,
    /// What the part of a name after a comma or in brackets says.
    #[serde(default)]
    pub(crate) split: Split,
}

/// `Gering, Nebraska` and `Chambly (Oise)` say where they are; the name stays as written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Split {
    #[default]
    No,
    /// After the first comma: the division.
    CommaAdmin,
    /// After the last comma: the country.
    CommaCountry,
    /// In the last brackets: the country.
    BracketCountry,
}

impl Split {
    fn context(self, name: &str) -> (Option<&str>, Option<&str>) {
        match self {
            Self::No => (None, None),
            Self::CommaAdmin => (None, name.split_once(',').and_then(|(_, admin)| cell::said(admin))),
            Self::CommaCountry => (name.rsplit_once(',').and_then(|(_, country)| cell::said(country)), None),
            Self::BracketCountry => {
                let inside = name.strip_suffix(')').and_then(|open| open.rsplit_once('('));
                (inside.and_then(|(_, country)| cell::said(country)), None)
            }
        }
    }
}

impl Party<Columns> {
    /// Those of its name and of where it is.
    pub(crate) fn columns(&self) -> [&Columns; 3] {
        [&self.name, &self.country, &self.admin]
    }

    /// Of a table out of a page, the links and flags of a name stand in columns called after it.
    pub(crate) fn bind(&self, header: &Header) -> Party<Vec<usize>> {
        let name = header.all(&self.name);
        let (links, flags) = (beside(&name, "link", header), beside(&name, "flag", header));
        Party {
            name,
            country: header.all(&self.country).into_iter().chain(flags).collect(),
            admin: header.all(&self.admin),
            level: header.all(&self.level),
            lat: header.all(&self.lat),
            lon: header.all(&self.lon),
            point: header.all(&self.point),
            population: header.all(&self.population),
            code: header.all(&self.code),
            geonames: header.all(&self.geonames),
            fips: header.all(&self.fips),
            link: header.all(&self.link).into_iter().chain(links).collect(),
            split: self.split,
        }
    }
}

/// The columns called after these.
fn beside(places: &[usize], what: &str, header: &Header) -> Vec<usize> {
    let names = places.iter().map(|place| format!("{} ({what})", header.name(*place)));
    header.all(&Columns(names.collect()))
}

impl Party<Vec<usize>> {
    /// How many columns it speaks of.
    pub(crate) fn width(&self) -> usize {
        let Self { name, country, admin, level, lat, lon, point, population, .. } = self;
        let all = [name, country, admin, level, lat, lon, point, population];
        all.iter().filter(|places| !places.is_empty()).count()
    }

    /// What each column is read as, of whom.
    pub(crate) fn roles(&self, of: &str) -> Roles {
        let mut roles = Roles::default();
        let Self {
            name,
            country,
            admin,
            level,
            lat,
            lon,
            point,
            population,
            code,
            geonames,
            fips,
            link,
            split: _,
        } = self;
        for (places, what) in [
            (name, "name"),
            (country, "country"),
            (admin, "division"),
            (level, "kind of place"),
            (lat, "latitude"),
            (lon, "longitude"),
            (point, "point"),
            (population, "population"),
            (code, "identifier"),
            (geonames, "GeoNames id"),
            (fips, "country"),
            (link, "linked page"),
        ] {
            roles.add(places, format!("{what} {of}").trim());
        }
        roles
    }

    /// The mention in this row; `None` where the name says nothing.
    ///
    /// A number or point that cannot be read is noted and left out: it is context only.
    pub(crate) fn mention(&self, row: &mut TableRow<'_>) -> Option<Mention> {
        let name = SmolStr::new(row.said(&self.name)?);
        Some(self.named(&name, row))
    }

    /// The mention of this name with the context the row gives it.
    pub(crate) fn named(&self, name: &str, row: &mut TableRow<'_>) -> Mention {
        let (country, admin) = self.split.context(name);
        let (fips, id) = (self.fips(row), self.id(row));
        row.keep(&self.link);
        let or = |places, split: Option<&str>| row.said(places).or(split).map(SmolStr::new);
        Mention {
            text: SmolStr::new(name),
            country: or(&self.country, country).or(fips),
            admin: or(&self.admin, admin),
            kind: Some(EntityKind::Polity),
            level: or(&self.level, None),
            point: self.point(row),
            population: self.population(row),
            id,
            ..Mention::default()
        }
    }

    /// `GM` of FIPS is Germany, and the Gambia without the word.
    fn fips(&self, row: &mut TableRow<'_>) -> Option<SmolStr> {
        let text = row.said(&self.fips)?;
        let is_country = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
        if !is_country {
            row.note(&self.fips, "not a country's code, left out");
        }
        is_country.then(|| SmolStr::new(format!("FIPS {text}")))
    }

    /// What a register of others calls it: `gn2996944`, `q456`, `frlio`. Whether it is known there is asked later.
    fn id(&self, row: &mut TableRow<'_>) -> Option<EntityId> {
        if let Some(text) = row.said(&self.geonames) {
            let number = last_part(text).strip_suffix(".0").unwrap_or(last_part(text)).parse();
            if number.is_err() {
                row.note(&self.geonames, "not a GeoNames id, left out");
            }
            return number.ok().map(EntityId::geonames);
        }
        let text = row.said(&self.code)?;
        let id = code_of(&last_part(text).replace(' ', ""));
        if id.is_none() {
            row.note(&self.code, "not an identifier, left out");
        }
        id
    }

    fn population(&self, row: &mut TableRow<'_>) -> Option<u64> {
        let text = row.said(&self.population)?.to_owned();
        let number = cell::whole_number(&text);
        if number.is_none() {
            row.note(&self.population, "not a whole number, left out");
        }
        number.filter(|number| *number > 0)
    }

    fn point(&self, row: &mut TableRow<'_>) -> Option<Point> {
        if let Some(text) = row.said(&self.point) {
            let point = cell::point(text);
            if point.is_none() {
                row.note(&self.point, "not a point on the earth, left out");
            }
            return point;
        }
        let (lat, lon) = (row.said(&self.lat)?, row.said(&self.lon)?);
        let point =
            cell::degrees(lat).zip(cell::degrees(lon)).and_then(|(lat, lon)| Point::from_degrees(lat, lon));
        if point.is_none() {
            row.note(&self.lat, "not a point on the earth, left out");
        }
        point
    }
}

/// `Q456` or `FRLIO`.
pub(crate) fn code_of(text: &str) -> Option<EntityId> {
    let lower = text.to_lowercase();
    let is_item =
        lower.strip_prefix('q').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    let (country, place) = lower.split_at_checked(2)?;
    let is_letters = country.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_locode = is_letters && place.len() == 3 && place.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (is_item || is_locode).then(|| EntityId::new(&lower).ok()).flatten()
}

/// `Q456` of `http://www.wikidata.org/entity/Q456`, and the text itself where it is no address.
fn last_part(text: &str) -> &str {
    let bare = text.trim_end_matches('/');
    bare.rsplit('/').next().filter(|_| bare.contains("://")).unwrap_or(bare)
}
