//! The gazetteer itself: opened over its bytes, asked by name, by number, by beginning, by place.

use std::ops::Range;

use comity_model::EntityId;
use serde::{Deserialize, Serialize};

use crate::country::Iso2;
use crate::layout::{
    FORMAT_VERSION, HEADER, MAGIC, NameKind, PLACE_BYTES, POSTING_KIND_SHIFT, PlaceRecord, SECTION_ENTRY,
    SECTIONS, Section, read_u32,
};
use crate::place::PlaceRef;
use comity_names::{fold, romanise};

/// All places and their names. Cheap to open: nothing is copied but one small table.
///
/// Place names are kept as written; lookups fold them first.
pub struct Gazetteer {
    bytes: Box<dyn AsRef<[u8]> + Send + Sync>,
    sections: [Range<usize>; SECTIONS],
    info: Info,
}

/// Names read for one beginning: some milliseconds.
const MOST_KEYS: usize = 10_000;

/// A place found under a key, and how it comes by that name.
#[derive(Debug, Clone, Copy)]
pub struct Hit<'g> {
    pub place: PlaceRef<'g>,
    pub kind: NameKind,
}

/// What is in the index, from where and under which licence.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Info {
    pub format: u32,
    pub sources: Vec<SourceInfo>,
    pub places: u32,
    pub populated: u32,
    pub divisions: u32,
    pub countries: u32,
    pub names: u32,
    pub keys: u32,
    /// Places whose point was computed from their seat or members.
    pub computed_points: u32,
    /// Divisions that are another name of a populated place.
    pub coextensive: u32,
    pub(crate) languages: Vec<String>,
    pub(crate) features: Vec<String>,
    pub(crate) iso: Vec<CountryCode>,
}

/// Where the places come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceInfo {
    pub title: String,
    /// The edition's date or version, as the source gives it.
    pub edition: String,
    pub licence: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct CountryCode {
    pub(crate) iso2: Iso2,
    pub(crate) iso3: String,
    /// Index of the country's own place + 1; 0 when it has none.
    pub(crate) place: u32,
}

impl CountryCode {
    /// Whether a text is one of its codes, in letters of any size.
    pub(crate) fn is(&self, text: &str) -> bool {
        let code = if text.len() == 2 { self.iso2.as_str() } else { &self.iso3 };
        code.eq_ignore_ascii_case(text)
    }
}

/// The bytes are not a gazetteer that this program can read.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("the file is not a gazetteer: it starts with other bytes")]
    Foreign,
    #[error("the gazetteer has format {found}, this program reads {FORMAT_VERSION}: build it again")]
    Version { found: u32 },
    #[error("the gazetteer is cut off or damaged: {part}")]
    Damaged { part: &'static str },
}

impl Gazetteer {
    /// Reads the table of sections and the description; everything else is read where it lies, when asked for.
    ///
    /// # Errors
    /// When the bytes are no gazetteer, are cut off, or were built by another version.
    pub fn open(bytes: impl AsRef<[u8]> + Send + Sync + 'static) -> Result<Self, OpenError> {
        let all = bytes.as_ref();
        if all.get(..8) != Some(MAGIC.as_slice()) {
            return Err(OpenError::Foreign);
        }
        let found = all.get(8..12).map_or(0, |version| read_u32(version, 0));
        if found != FORMAT_VERSION {
            return Err(OpenError::Version { found });
        }
        let sections = sections(all)?;
        let info: Info = serde_json::from_slice(&all[sections[Section::Info as usize].clone()])
            .map_err(|_| OpenError::Damaged { part: "its description" })?;
        if !is_as_described(&info, &sections) {
            return Err(OpenError::Damaged { part: "it holds more or less than it says" });
        }
        Ok(Self { sections, info, bytes: Box::new(bytes) })
    }

    pub fn info(&self) -> &Info {
        &self.info
    }

    /// Places that bear the name in its own script, written alike but for case, accents and punctuation.
    ///
    /// The most populous first. Codes and identifiers are not names.
    pub fn lookup(&self, name: &str) -> Vec<Hit<'_>> {
        self.lookup_key(&fold(name))
    }

    /// As [`Self::lookup`], after both sides are written in Latin letters. Looser: use it second.
    pub fn lookup_romanised(&self, name: &str) -> Vec<Hit<'_>> {
        self.lookup_key(&romanise(name))
    }

    /// As [`Self::lookup`], for a name that is folded already.
    pub fn lookup_key(&self, key: &str) -> Vec<Hit<'_>> {
        let real = |hit: &Hit<'_>| hit.kind < NameKind::Code;
        self.key_number(key).map_or_else(Vec::new, |key| self.hits(key).filter(real).collect())
    }

    /// Places one of whose names begins with `beginning` once both are folded; the most populous first, at most `limit`.
    ///
    /// Cost: reads the first ten thousand names that begin so; ask with two letters or more.
    pub fn prefix(&self, beginning: &str, limit: usize) -> Vec<PlaceRef<'_>> {
        let mut places: Vec<PlaceRef<'_>> = Vec::new();
        for key in self.keys_from(&fold(beginning)).take(MOST_KEYS) {
            places.extend(self.hits(key).filter(|hit| hit.kind < NameKind::Romanised).map(|hit| hit.place));
        }
        places.sort_by_key(|place| (std::cmp::Reverse(place.population()), place.geonames()));
        places.dedup();
        places.truncate(limit);
        places
    }

    /// The place with this GeoNames id: the division itself, even if it is an alias (see [`PlaceRef::canonical`]).
    pub fn by_geonames(&self, id: u32) -> Option<PlaceRef<'_>> {
        let mut below = 0;
        let mut above = self.info.places;
        while below < above {
            let middle = u32::midpoint(below, above);
            match self.record(middle).geonames.cmp(&id) {
                std::cmp::Ordering::Less => below = middle + 1,
                std::cmp::Ordering::Greater => above = middle,
                std::cmp::Ordering::Equal => return Some(self.at(middle)),
            }
        }
        None
    }

    /// The place behind `gn<id>`; aliases answer with the place that stands for them.
    pub fn place(&self, id: &EntityId) -> Option<PlaceRef<'_>> {
        Some(self.by_geonames(id.as_geonames()?)?.canonical())
    }

    /// Places with this identifier in another register: `Q60` (Wikidata) or `USNYC` (UN/LOCODE).
    ///
    /// Empty when the gazetteer was built without the official alternate names.
    pub fn by_identifier(&self, identifier: &str) -> Vec<PlaceRef<'_>> {
        let key = fold(identifier);
        let identifiers = |hit: &Hit<'_>| hit.kind == NameKind::Identifier;
        self.key_number(&key)
            .map_or_else(Vec::new, |key| self.hits(key).filter(identifiers).map(|hit| hit.place).collect())
    }

    /// Every place, in the order of GeoNames ids.
    pub fn places(&self) -> impl Iterator<Item = PlaceRef<'_>> {
        (0..self.info.places).map(|index| self.at(index))
    }

    /// Every country that has a place of its own, in alphabetical order of codes.
    pub fn countries(&self) -> impl Iterator<Item = (Iso2, PlaceRef<'_>)> {
        let own = |code: &CountryCode| code.place.checked_sub(1).map(|index| (code.iso2, self.at(index)));
        self.info.iso.iter().filter_map(own)
    }

    /// The country's own place.
    pub fn nation(&self, country: Iso2) -> Option<PlaceRef<'_>> {
        let code = &self.info.iso[self.country_number(country)?];
        code.place.checked_sub(1).map(|index| self.at(index))
    }

    /// The populated places of a country, the most populous first.
    pub fn places_in(&self, country: Iso2) -> impl Iterator<Item = PlaceRef<'_>> {
        let starts = self.section(Section::CountryStarts);
        let run = self.country_number(country).map_or(0..0, |n| read_u32(starts, n)..read_u32(starts, n + 1));
        let places = self.section(Section::CountryPlaces);
        run.map(move |n| self.at(read_u32(places, n as usize)))
    }

    pub(crate) fn country_number(&self, country: Iso2) -> Option<usize> {
        self.info.iso.binary_search_by_key(&country, |code| code.iso2).ok()
    }

    pub(crate) fn at(&self, index: u32) -> PlaceRef<'_> {
        PlaceRef::new(self, index, self.record(index))
    }

    fn record(&self, index: u32) -> PlaceRecord {
        let start = index as usize * PLACE_BYTES;
        PlaceRecord::from_bytes(&self.section(Section::Places)[start..start + PLACE_BYTES])
    }

    /// Who bears the key with this number.
    pub(crate) fn hits(&self, key: u32) -> impl Iterator<Item = Hit<'_>> {
        let starts = self.section(Section::PostingStarts);
        let postings = self.section(Section::Postings);
        let run = read_u32(starts, key as usize)..read_u32(starts, key as usize + 1);
        run.map(move |n| {
            let posting = read_u32(postings, n as usize);
            let index = posting & ((1 << POSTING_KIND_SHIFT) - 1);
            Hit { place: self.at(index), kind: NameKind::from_code(posting >> POSTING_KIND_SHIFT) }
        })
    }

    pub(crate) fn text(&self, offset: u32) -> &str {
        let texts = self.section(Section::Texts);
        let start = offset as usize;
        let len = usize::from(u16::from_le_bytes([texts[start], texts[start + 1]]));
        std::str::from_utf8(&texts[start + 2..start + 2 + len]).expect("the builder wrote whole texts")
    }

    pub(crate) fn section(&self, section: Section) -> &[u8] {
        &(*self.bytes).as_ref()[self.sections[section as usize].clone()]
    }
}

impl std::fmt::Debug for Gazetteer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Gazetteer").field("places", &self.info.places).finish_non_exhaustive()
    }
}

/// Whether there are as many places and keys as the description says: what is read later is read by these counts.
fn is_as_described(info: &Info, sections: &[Range<usize>; SECTIONS]) -> bool {
    let length = |section: Section| sections[section as usize].len();
    let (keys, places) = (info.keys as usize, info.places as usize);
    let starts = (keys + 1) * size_of::<u32>();
    length(Section::Places) == places * PLACE_BYTES
        && length(Section::KeyStarts) == starts
        && length(Section::PostingStarts) == starts
}

fn sections(all: &[u8]) -> Result<[Range<usize>; SECTIONS], OpenError> {
    let table =
        all.get(HEADER..HEADER + SECTIONS * SECTION_ENTRY).ok_or(OpenError::Damaged { part: "its table" })?;
    let mut sections = [const { 0..0 }; SECTIONS];
    for (section, entry) in sections.iter_mut().zip(table.chunks_exact(SECTION_ENTRY)) {
        let (start, len) = entry.split_at(8);
        let (start, len) = number(start).zip(number(len)).ok_or(OpenError::Damaged { part: "its table" })?;
        let end = start
            .checked_add(len)
            .filter(|end| *end <= all.len())
            .ok_or(OpenError::Damaged { part: "its end is missing" })?;
        *section = start..end;
    }
    Ok(sections)
}

/// A length or a place of eight bytes; `None` beyond what this machine counts.
fn number(bytes: &[u8]) -> Option<usize> {
    usize::try_from(u64::from_le_bytes(bytes.try_into().expect("eight bytes"))).ok()
}
