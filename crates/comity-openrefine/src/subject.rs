//! One thing that can be answered with: a place of the gazetteer, an entity on file, or both at once.

use comity_answer::wording::number;
use std::borrow::Cow;
use std::collections::BTreeSet;

use comity_gazetteer::{NameKind, PlaceRef};
use comity_model::{Entity, EntityId, Level, Point};

use crate::catalogue::Catalogue;
use crate::types::Type;

/// A candidate, a suggestion, a row of fetched data.
#[derive(Clone, Copy)]
pub(crate) struct Subject<'a> {
    catalogue: Catalogue<'a>,
    held: Held<'a>,
}

/// Who knows it.
#[derive(Clone, Copy)]
enum Held<'a> {
    Place(PlaceRef<'a>),
    Entity(&'a Entity),
    Both(PlaceRef<'a>, &'a Entity),
}

impl<'a> Subject<'a> {
    /// `None` where neither is given.
    pub(crate) fn new(
        catalogue: Catalogue<'a>,
        place: Option<PlaceRef<'a>>,
        entity: Option<&'a Entity>,
    ) -> Option<Self> {
        let held = match (place, entity) {
            (Some(place), Some(entity)) => Held::Both(place, entity),
            (Some(place), None) => Held::Place(place),
            (None, Some(entity)) => Held::Entity(entity),
            (None, None) => return None,
        };
        Some(Self { catalogue, held })
    }

    fn place(&self) -> Option<PlaceRef<'a>> {
        match self.held {
            Held::Place(place) | Held::Both(place, _) => Some(place),
            Held::Entity(_) => None,
        }
    }

    fn entity(&self) -> Option<&'a Entity> {
        match self.held {
            Held::Entity(entity) | Held::Both(_, entity) => Some(entity),
            Held::Place(_) => None,
        }
    }

    pub(crate) fn id(&self) -> EntityId {
        match self.held {
            Held::Place(place) => place.id(),
            Held::Entity(entity) | Held::Both(_, entity) => entity.id.clone(),
        }
    }

    /// As readers have it; an entity on file bears its English name already.
    pub(crate) fn name(&self) -> Cow<'a, str> {
        match self.held {
            Held::Place(place) => place.label(),
            Held::Entity(entity) | Held::Both(_, entity) => Cow::Borrowed(entity.name.as_str()),
        }
    }

    /// The name by which it is matched.
    pub(crate) fn filed_name(&self) -> &'a str {
        match self.held {
            Held::Place(place) | Held::Both(place, _) => place.name(),
            Held::Entity(entity) => entity.name.as_str(),
        }
    }

    pub(crate) fn is_on_file(&self) -> bool {
        self.entity().is_some()
    }

    pub(crate) fn types(&self) -> Vec<Type> {
        let levels = self.place().map(|place| place.levels()).filter(|levels| !levels.is_empty());
        let levels = levels.or_else(|| self.entity().map(|entity| entity.levels.clone())).unwrap_or_default();
        if !levels.is_empty() {
            return levels.into_iter().map(Type::from).collect();
        }
        vec![self.entity().map_or(Type::Place, |entity| Type::from(entity.kind))]
    }

    fn is(&self, level: Level) -> bool {
        self.types().contains(&Type::from(level))
    }

    /// ISO 3166-1 alpha-2.
    pub(crate) fn iso2(&self) -> Option<String> {
        let of_place = self.place().map(|place| place.country().to_string());
        of_place.or_else(|| self.entity().and_then(|entity| entity.country.as_ref()).map(ToString::to_string))
    }

    /// ISO 3166-1 alpha-3.
    pub(crate) fn iso3(&self) -> Option<&'a str> {
        self.place().map(|place| place.iso3()).filter(|code| !code.is_empty())
    }

    /// The country it lies in; none of itself.
    pub(crate) fn country(&self) -> Option<Subject<'a>> {
        if self.is(Level::Nation) && !self.is(Level::City) {
            return None;
        }
        let by_code = self.iso2().and_then(|code| self.catalogue.country(&code));
        by_code.or_else(|| self.within(Level::Nation)).filter(|country| country.id() != self.id())
    }

    /// The state, province or region it lies in.
    pub(crate) fn division(&self) -> Option<Subject<'a>> {
        match self.place() {
            Some(place) => self.other(place.admin1()),
            None => self.within(Level::State),
        }
    }

    /// The county or district it lies in.
    pub(crate) fn county(&self) -> Option<Subject<'a>> {
        match self.place() {
            Some(place) => self.other(place.admin2()),
            None => self.within(Level::County),
        }
    }

    fn other(&self, place: Option<PlaceRef<'a>>) -> Option<Subject<'a>> {
        place.and_then(|place| self.catalogue.of_place(place)).filter(|other| other.id() != self.id())
    }

    fn within(&self, level: Level) -> Option<Subject<'a>> {
        let around = self.entity()?.within.iter().filter_map(|id| self.catalogue.snapshot.entity_by_id(id));
        around.filter(|place| place.is(level)).find_map(|place| self.catalogue.of_entity(place))
    }

    pub(crate) fn point(&self) -> Option<Point> {
        self.place().and_then(|place| place.point()).or_else(|| self.entity().and_then(|entity| entity.point))
    }

    /// Inhabitants, where they are known.
    pub(crate) fn population(&self) -> Option<u64> {
        let of_place = self.place().map(|place| u64::from(place.population())).filter(|people| *people > 0);
        of_place.or_else(|| self.entity().and_then(|entity| entity.population))
    }

    pub(crate) fn geonames(&self) -> Option<u32> {
        self.place().map(|place| place.canonical().geonames()).or_else(|| self.id().as_geonames())
    }

    pub(crate) fn wikidata(&self) -> Option<&'a str> {
        let on_file = self.entity().and_then(|entity| entity.wikidata.as_deref());
        on_file.or_else(|| self.identifiers().find(|text| is_wikidata(text)))
    }

    pub(crate) fn unlocode(&self) -> Option<&'a str> {
        self.identifiers().find(|text| !is_wikidata(text))
    }

    fn identifiers(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let names = self.place().into_iter().flat_map(|place| place.names());
        names.filter(|name| name.kind == NameKind::Identifier).map(|name| name.text)
    }

    /// Names and their languages (empty where not stated), the usual ones first; each pair once.
    pub(crate) fn names(&self) -> Vec<(&'a str, &'a str)> {
        let on_file = self.entity().into_iter().flat_map(|entity| &entity.names);
        let on_file = on_file.map(|name| (name.text.as_str(), name.lang.as_str()));
        let listed = self.place().into_iter().flat_map(|place| place.names());
        let listed = listed.filter(|name| name.kind < NameKind::Romanised).map(|name| (name.text, name.lang));
        let mut once = BTreeSet::new();
        let all = std::iter::once((self.filed_name(), "")).chain(listed).chain(on_file);
        all.filter(|pair| once.insert(*pair)).collect()
    }

    /// The first name in this language; `pt` takes `pt-BR` where there is no plain one.
    pub(crate) fn name_in(&self, lang: &str) -> Option<&'a str> {
        let names = self.names();
        let plain = names.iter().find(|(_, own)| own.eq_ignore_ascii_case(lang));
        let of_region = |own: &str| own.split('-').next().is_some_and(|base| base.eq_ignore_ascii_case(lang));
        plain.or_else(|| names.iter().find(|(_, own)| of_region(own))).map(|(text, _)| *text)
    }

    /// `city or town in New York, United States; 210,565 people`.
    pub(crate) fn description(&self) -> String {
        let mut said =
            lower_first(&self.types().iter().map(|one| one.name()).collect::<Vec<_>>().join(" and "));
        let around = self.around();
        if !around.is_empty() {
            said = format!("{said} in {around}");
        }
        if let Some(people) = self.population().filter(|people| *people > 0) {
            let noun = if people == 1 { "person" } else { "people" };
            said = format!("{said}; {} {noun}", number(&people));
        }
        match self.about() {
            Some(about) => format!("{said}; {about}"),
            None => said,
        }
    }

    /// `New York, United States`.
    pub(crate) fn around(&self) -> String {
        let names = [self.division(), self.country()].into_iter().flatten();
        names.map(|place| place.name()).collect::<Vec<_>>().join(", ")
    }

    /// The line that tells it from its namesakes.
    pub(crate) fn about(&self) -> Option<&'a str> {
        self.entity().map(|entity| entity.about.as_str()).filter(|about| !about.is_empty())
    }
}

fn is_wikidata(text: &str) -> bool {
    text.strip_prefix('Q').is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
