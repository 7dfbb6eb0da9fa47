//! The file: a header, a table of sections, then fixed-size little-endian records that are read where they lie.

/// Raised whenever a section or a record changes its meaning.
pub const FORMAT_VERSION: u32 = 3;

pub(crate) const MAGIC: &[u8; 8] = b"COMITYGZ";
pub(crate) const HEADER: usize = 16;
pub(crate) const SECTION_ENTRY: usize = 16;

/// What the parts of the file hold, in the order of their table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    /// JSON: counts, sources, languages, feature codes, countries.
    Info,
    /// `PlaceRecord`s in the order of their GeoNames ids.
    Places,
    /// Texts, each after its length in two bytes.
    Texts,
    /// Name records: text u32, language u16, kind u16.
    Names,
    /// All keys in byte order, end to end.
    KeyText,
    /// Where each key starts, and the end: u32.
    KeyStarts,
    /// Where each key's postings start, and the end: u32.
    PostingStarts,
    /// Place index (low 28 bits) and name kind (high 4 bits), the most populous place first.
    Postings,
    /// Buckets of the delete neighbourhood: u32 starts.
    DeleteStarts,
    /// Key numbers, by bucket.
    Deletes,
    /// Starts of each (country, key length) run in the two sections after it.
    RunStarts,
    /// Letter sets of the keys of each run: u32.
    RunLetters,
    /// Key numbers of each run: u32.
    RunKeys,
    /// Starts of each one-degree cell in the next section.
    CellStarts,
    /// Place indices by cell.
    Cells,
    /// Starts of each country's places in the next section.
    CountryStarts,
    /// Place indices by country, the most populous first.
    CountryPlaces,
    /// How unusual each letter is after the two before it, in sixteenths of a bit, one table a country: u8.
    Surprisal,
}

pub(crate) const SECTIONS: usize = Section::Surprisal as usize + 1;

/// Keys of this many characters or more share the last run.
pub(crate) const LONGEST_RUN: usize = 47;
pub(crate) const RUNS_PER_COUNTRY: usize = LONGEST_RUN + 1;

/// How a place comes by a name. The order is the order of trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// The gazetteer's own heading.
    Main,
    /// Another name in use.
    Other,
    /// A nickname.
    Colloquial,
    /// No longer in use.
    Former,
    /// Our own transcription into Latin letters.
    Romanised,
    /// An administrative code or abbreviation: only looked at for countries and divisions.
    Code,
    /// The words of a country's name in alphabetical order, without the empty ones.
    Words,
    /// An identifier in another register (Wikidata, UN/LOCODE), not a name.
    Identifier,
}

impl NameKind {
    const ALL: [Self; 8] = [
        Self::Main,
        Self::Other,
        Self::Colloquial,
        Self::Former,
        Self::Romanised,
        Self::Code,
        Self::Words,
        Self::Identifier,
    ];

    pub(crate) fn from_code(code: u32) -> Self {
        Self::ALL[code as usize & 7]
    }

    pub(crate) fn code(self) -> u32 {
        self as u32
    }
}

pub(crate) const POSTING_KIND_SHIFT: u32 = 28;

/// One place as it lies in the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct PlaceRecord {
    pub(crate) geonames: u32,
    /// Millionths of a degree; `i32::MIN` for none.
    pub(crate) lat: i32,
    pub(crate) lon: i32,
    pub(crate) population: u32,
    /// Place index + 1; 0 for none. The same for the next three.
    pub(crate) admin1: u32,
    pub(crate) admin2: u32,
    pub(crate) canonical: u32,
    pub(crate) names: u32,
    pub(crate) name: u32,
    pub(crate) ascii: u32,
    pub(crate) name_count: u16,
    pub(crate) country: u16,
    pub(crate) feature: u8,
    pub(crate) levels: u8,
    pub(crate) flags: u8,
}

pub(crate) const PLACE_BYTES: usize = 48;
pub(crate) const NO_POINT: i32 = i32::MIN;
/// The point was computed from the seat or the members.
pub(crate) const FLAG_COMPUTED: u8 = 1;
/// A part of a city.
pub(crate) const FLAG_PART: u8 = 2;

impl PlaceRecord {
    pub(crate) fn to_bytes(self) -> [u8; PLACE_BYTES] {
        let mut bytes = [0; PLACE_BYTES];
        let words = [
            self.geonames,
            self.lat.cast_unsigned(),
            self.lon.cast_unsigned(),
            self.population,
            self.admin1,
            self.admin2,
            self.canonical,
            self.names,
            self.name,
            self.ascii,
            u32::from(self.name_count) | u32::from(self.country) << 16,
            u32::from_le_bytes([self.feature, self.levels, self.flags, 0]),
        ];
        for (slot, word) in bytes.chunks_exact_mut(4).zip(words) {
            slot.copy_from_slice(&word.to_le_bytes());
        }
        bytes
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Self {
        let word = |n| read_u32(bytes, n);
        let [feature, levels, flags, _] = word(11).to_le_bytes();
        Self {
            geonames: word(0),
            lat: word(1).cast_signed(),
            lon: word(2).cast_signed(),
            population: word(3),
            admin1: word(4),
            admin2: word(5),
            canonical: word(6),
            names: word(7),
            name: word(8),
            ascii: word(9),
            name_count: u16::try_from(word(10) & 0xffff).expect("masked to sixteen bits"),
            country: u16::try_from(word(10) >> 16).expect("shifted to sixteen bits"),
            feature,
            levels,
            flags,
        }
    }
}

/// The `n`-th u32 of a section.
pub(crate) fn read_u32(section: &[u8], n: usize) -> u32 {
    let at = n * 4;
    u32::from_le_bytes(section[at..at + 4].try_into().expect("a slice of four bytes"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_reads_what_it_writes() {
        let record = PlaceRecord {
            geonames: 5_134_086,
            lat: 43_154_780,
            lon: -77_615_560,
            population: 209_802,
            admin1: 7,
            admin2: 8,
            canonical: 0,
            names: 12,
            name: 13,
            ascii: 14,
            name_count: 90,
            country: 233,
            feature: 4,
            levels: 1,
            flags: FLAG_COMPUTED,
        };
        assert_eq!(PlaceRecord::from_bytes(&record.to_bytes()), record);
    }
}
