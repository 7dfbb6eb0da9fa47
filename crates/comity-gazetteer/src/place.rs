//! One place of the gazetteer, seen where it lies: identity, names, point, what contains it.

use std::borrow::Cow;

use comity_messages::{FiledPlace, Language};
use comity_model::{EntityId, Level, Point};

use crate::country::Iso2;
use crate::gazetteer::Gazetteer;
use crate::layout::{FLAG_COMPUTED, FLAG_PART, NO_POINT, NameKind, PlaceRecord, Section, read_u32};

/// A populated place, a division or a country. Copying it copies a reference.
#[derive(Clone, Copy)]
pub struct PlaceRef<'g> {
    gazetteer: &'g Gazetteer,
    index: u32,
    record: PlaceRecord,
}

/// A name as its source wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceName<'g> {
    pub text: &'g str,
    /// Language code; empty when the source does not say.
    pub lang: &'g str,
    pub kind: NameKind,
}

impl<'g> PlaceRef<'g> {
    pub(crate) fn new(gazetteer: &'g Gazetteer, index: u32, record: PlaceRecord) -> Self {
        Self { gazetteer, index, record }
    }

    /// The entity: `gn<id>` of the place that stands for it.
    pub fn id(&self) -> EntityId {
        EntityId::geonames(self.canonical().geonames())
    }

    /// This record's own GeoNames id, alias or not.
    pub fn geonames(&self) -> u32 {
        self.record.geonames
    }

    /// The populated place that stands for a coextensive division; the place itself otherwise.
    #[must_use]
    pub fn canonical(&self) -> Self {
        self.record.canonical.checked_sub(1).map_or(*self, |index| self.gazetteer.at(index))
    }

    pub fn is_alias(&self) -> bool {
        self.record.canonical != 0
    }

    pub fn name(&self) -> &'g str {
        self.gazetteer.text(self.record.name)
    }

    /// As English has it, for readers; the name it is matched by is [`Self::name`].
    pub fn label(&self) -> Cow<'g, str> {
        self.filed().in_english()
    }

    /// As the reader's language has it, else as English does.
    pub fn own_language_label(&self) -> Cow<'g, str> {
        let own = match Language::current() {
            Language::English => None,
            Language::Chinese => self.filed().in_chinese(),
        };
        own.map_or_else(|| self.label(), Cow::Borrowed)
    }

    fn filed(&self) -> FiledPlace<'g> {
        let english = self.names().find(|name| name.lang == "en" && name.kind <= NameKind::Other);
        FiledPlace {
            name: self.name(),
            geonames: self.geonames(),
            country: self.gazetteer.info().iso[usize::from(self.record.country)].iso2.as_str(),
            is_nation: self.is(Level::Nation),
            tagged: english.map(|name| name.text),
        }
    }

    pub fn ascii_name(&self) -> &'g str {
        self.gazetteer.text(self.record.ascii)
    }

    pub fn country(&self) -> Iso2 {
        self.gazetteer.info().iso[usize::from(self.record.country)].iso2
    }

    /// ISO 3166-1 alpha-3; empty when unknown.
    pub fn iso3(&self) -> &'g str {
        &self.gazetteer.info().iso[usize::from(self.record.country)].iso3
    }

    /// The state, province or region it lies in; for a city state that is an alias of the city itself.
    pub fn admin1(&self) -> Option<Self> {
        self.record.admin1.checked_sub(1).map(|index| self.gazetteer.at(index))
    }

    /// The county or district it lies in.
    pub fn admin2(&self) -> Option<Self> {
        self.record.admin2.checked_sub(1).map(|index| self.gazetteer.at(index))
    }

    pub fn point(&self) -> Option<Point> {
        if self.record.lat == NO_POINT {
            return None;
        }
        let degrees = |millionths: i32| f64::from(millionths) / 1e6;
        Point::from_degrees(degrees(self.record.lat), degrees(self.record.lon))
    }

    /// The point was computed from the seat or the members, not given.
    pub fn has_computed_point(&self) -> bool {
        self.record.flags & FLAG_COMPUTED != 0
    }

    /// Inhabitants; 0 when the source does not say.
    pub fn population(&self) -> u32 {
        self.record.population
    }

    /// GeoNames feature code such as `PPLC`, `ADM1`; empty when the source does not say.
    pub fn feature_code(&self) -> &'g str {
        &self.gazetteer.info().features[usize::from(self.record.feature)]
    }

    /// A borough or quarter, not a city of its own.
    pub fn is_part_of_city(&self) -> bool {
        self.record.flags & FLAG_PART != 0
    }

    pub fn is(&self, level: Level) -> bool {
        self.record.levels & level_bit(level) != 0
    }

    /// What it governs: Singapore is city and nation.
    pub fn levels(&self) -> Vec<Level> {
        Level::ALL.iter().copied().filter(|level| self.is(*level)).collect()
    }

    /// Every name, the heading first, then in the order of trust, language and text.
    pub fn names(&self) -> impl Iterator<Item = PlaceName<'g>> + use<'g> {
        let gazetteer = self.gazetteer;
        let names = gazetteer.section(Section::Names);
        let first = self.record.names as usize;
        (first..first + usize::from(self.record.name_count)).map(move |n| {
            let [kind, lang] = [read_u32(names, n * 2 + 1) >> 16, read_u32(names, n * 2 + 1) & 0xffff];
            PlaceName {
                text: gazetteer.text(read_u32(names, n * 2)),
                lang: &gazetteer.info().languages[lang as usize],
                kind: NameKind::from_code(kind),
            }
        })
    }
}

pub(crate) fn level_bit(level: Level) -> u8 {
    1 << (level as u8)
}

impl PartialEq for PlaceRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && std::ptr::eq(self.gazetteer, other.gazetteer)
    }
}

impl Eq for PlaceRef<'_> {}

impl std::fmt::Debug for PlaceRef<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} ({})", self.geonames(), self.name(), self.country())
    }
}
