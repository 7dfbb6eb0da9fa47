//! A place while the index is being built: everything the files say about it so far.

use crate::layout::NameKind;

/// What the files say a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Standing {
    #[default]
    Populated,
    First,
    Second,
    Country,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct DraftName {
    pub(super) kind: NameKind,
    pub(super) lang: String,
    pub(super) text: String,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub(super) geonames: u32,
    pub(super) standing: Standing,
    pub(super) name: String,
    pub(super) ascii: String,
    pub(super) country: String,
    /// Code of the first-order division, `US.NY`.
    pub(super) admin1: Option<String>,
    /// Code of the second-order division, `US.NY.055`.
    pub(super) admin2: Option<String>,
    pub(super) feature: String,
    /// What the division is called where it stands: Prefecture, Land …
    pub(super) title: String,
    /// Millionths of a degree.
    pub(super) point: Option<(i32, i32)>,
    pub(super) computed_point: bool,
    pub(super) population: u32,
    pub(super) names: Vec<DraftName>,
}

impl Draft {
    pub(super) fn new(geonames: u32, standing: Standing, name: &str, country: &str) -> Self {
        let (name, country) = (name.to_owned(), country.to_ascii_uppercase());
        Self { geonames, standing, name, country, ..Self::default() }
    }

    pub(super) fn add_name(&mut self, kind: NameKind, lang: &str, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.names.push(DraftName { kind, lang: lang.to_owned(), text: text.to_owned() });
        }
    }

    pub(super) fn add_names<'n>(&mut self, kind: NameKind, texts: impl IntoIterator<Item = &'n str>) {
        for text in texts {
            self.add_name(kind, "", text);
        }
    }

    pub(super) fn is_part_of_city(&self) -> bool {
        self.feature == "PPLX"
    }
}

/// Degrees as text → millionths; `None` off the earth.
pub(super) fn millionths(lat: &str, lon: &str) -> Option<(i32, i32)> {
    let point = comity_model::Point::from_degrees(lat.trim().parse().ok()?, lon.trim().parse().ok()?)?;
    #[expect(clippy::cast_possible_truncation, reason = "180 million fits an i32")]
    let whole = |degrees: f64| (degrees * 1e6).round() as i32;
    Some((whole(point.lat()), whole(point.lon())))
}
