//! From drafts to bytes: every section in its final order, so that the same files give the same index.

use std::collections::{BTreeSet, HashMap};

use comity_model::{Level, Point};

use crate::build::Build;
use crate::build::draft::{Draft, DraftName, Standing};
use crate::cells::{CELLS, cell_of};
use crate::country::{Iso2, country_words};
use crate::gazetteer::{CountryCode, Info};
use crate::layout::{
    FLAG_COMPUTED, FLAG_PART, FORMAT_VERSION, HEADER, MAGIC, NO_POINT, NameKind, POSTING_KIND_SHIFT,
    PlaceRecord, RUNS_PER_COUNTRY, SECTION_ENTRY, SECTIONS, Section,
};
use crate::place::level_bit;
use crate::typos::{DELETE_BUCKETS, SHORTEST, letter_set, neighbourhood, run_of};
use comity_names::LetterCounts;
use comity_names::{AffixKind, cores};
use comity_names::{fold, romanise};

/// The whole file.
pub(super) fn write(build: &Build, aliases: &HashMap<u32, u32>) -> Vec<u8> {
    let mut writer = Writer::new(build, aliases);
    writer.write_places();
    let keys = writer.write_keys();
    writer.write_deletes(&keys);
    writer.write_runs(&keys);
    writer.write_cells();
    writer.write_country_places();
    writer.write_surprisal(&keys);
    writer.finish(&keys)
}

struct Writer<'b> {
    build: &'b Build,
    drafts: Vec<&'b Draft>,
    /// GeoNames id → place index.
    index: HashMap<u32, u32>,
    /// Place index → the index that stands for it.
    canonical: Vec<u32>,
    languages: Vec<String>,
    features: Vec<String>,
    iso: Vec<CountryCode>,
    texts: Texts,
    records: Vec<PlaceRecord>,
    names: u32,
    sections: [Vec<u8>; SECTIONS],
}

/// Each text once.
#[derive(Default)]
struct Texts {
    bytes: Vec<u8>,
    offsets: HashMap<String, u32>,
}

impl Texts {
    fn offset(&mut self, text: &str) -> u32 {
        if let Some(offset) = self.offsets.get(text) {
            return *offset;
        }
        let offset = number(self.bytes.len());
        let len =
            u16::try_from(text.len()).expect("names are cut to a few hundred bytes before they get here");
        self.bytes.extend(len.to_le_bytes());
        self.bytes.extend(text.as_bytes());
        self.offsets.insert(text.to_owned(), offset);
        offset
    }
}

/// A folded name and its postings.
struct Key {
    text: String,
    postings: Vec<(u32, NameKind)>,
}

impl<'b> Writer<'b> {
    fn new(build: &'b Build, aliases: &HashMap<u32, u32>) -> Self {
        let mut drafts: Vec<&Draft> =
            build.drafts.values().filter(|draft| draft.country.parse::<Iso2>().is_ok()).collect();
        drafts.sort_unstable_by_key(|draft| draft.geonames);
        let index: HashMap<u32, u32> = (0..).zip(&drafts).map(|(n, draft)| (draft.geonames, n)).collect();
        let stands_for = |draft: &&Draft| aliases.get(&draft.geonames).and_then(|id| index.get(id)).copied();
        let canonical = (0..).zip(&drafts).map(|(n, draft)| stands_for(draft).unwrap_or(n)).collect();
        let languages = drafts.iter().flat_map(|draft| &draft.names).map(|name| name.lang.clone());
        let features = drafts.iter().map(|draft| draft.feature.clone());
        Self {
            languages: sorted(languages.chain([String::new()])),
            features: sorted(features),
            iso: country_codes(build, &drafts, &index),
            texts: Texts::default(),
            records: Vec::with_capacity(drafts.len()),
            names: 0,
            sections: [const { Vec::new() }; SECTIONS],
            build,
            drafts,
            index,
            canonical,
        }
    }

    fn put(&mut self, section: Section, numbers: impl IntoIterator<Item = u32>) {
        self.sections[section as usize].extend(numbers.into_iter().flat_map(u32::to_le_bytes));
    }

    fn write_places(&mut self) {
        for n in 0..self.drafts.len() {
            let record = self.record(n);
            self.records.push(record);
        }
        for n in 0..self.drafts.len() {
            let stands = self.canonical[n] as usize;
            // A municipality that is a city's other name makes the city no county.
            let own = if stands == n { u8::MAX } else { !level_bit(Level::County) };
            self.records[stands].levels |= self.records[n].levels & own;
        }
        let bytes = self.records.iter().flat_map(|record| record.to_bytes()).collect();
        self.sections[Section::Places as usize] = bytes;
    }

    fn record(&mut self, n: usize) -> PlaceRecord {
        let draft = self.drafts[n];
        let (lat, lon) = draft.point.unwrap_or((NO_POINT, NO_POINT));
        let (names, name_count) = self.put_names(draft);
        let ascii =
            if draft.ascii.is_empty() { any_ascii::any_ascii(&draft.name) } else { draft.ascii.clone() };
        let stands = self.canonical[n];
        let flag = |set: bool, flag: u8| if set { flag } else { 0 };
        PlaceRecord {
            geonames: draft.geonames,
            lat,
            lon,
            population: draft.population,
            admin1: self.container(draft.admin1.as_ref()),
            admin2: self.container(draft.admin2.as_ref()),
            canonical: if stands as usize == n { 0 } else { stands + 1 },
            names,
            name: self.texts.offset(&draft.name),
            ascii: self.texts.offset(&ascii),
            name_count,
            country: position(&self.iso, |code| code.iso2.as_str().cmp(&draft.country)),
            feature: u8::try_from(position(&self.features, |feature| feature.cmp(&draft.feature)))
                .expect("GeoNames has fewer than 256 codes for places"),
            levels: levels(draft),
            flags: flag(draft.computed_point, FLAG_COMPUTED) | flag(draft.is_part_of_city(), FLAG_PART),
        }
    }

    fn container(&self, code: Option<&String>) -> u32 {
        self.build.division(code).and_then(|id| self.index.get(&id)).map_or(0, |index| index + 1)
    }

    fn put_names(&mut self, draft: &Draft) -> (u32, u16) {
        let first = self.names;
        let names = names_of(draft);
        for name in &names {
            let lang = position(&self.languages, |lang| lang.cmp(&name.lang));
            let text = self.texts.offset(&name.text);
            self.put(Section::Names, [text, u32::from(lang) | name.kind.code() << 16]);
        }
        self.names += number(names.len());
        (first, u16::try_from(names.len()).expect("no place has 65,536 names"))
    }

    fn write_keys(&mut self) -> Vec<Key> {
        let mut by_text: HashMap<String, Vec<(u32, NameKind)>> = HashMap::new();
        for (n, draft) in self.drafts.iter().enumerate() {
            for (text, kind) in keys_of(draft) {
                by_text.entry(text).or_default().push((self.canonical[n], kind));
            }
        }
        let mut keys: Vec<Key> = by_text.into_iter().map(|(text, postings)| Key { text, postings }).collect();
        keys.sort_unstable_by(|a, b| a.text.as_bytes().cmp(b.text.as_bytes()));
        for key in &mut keys {
            self.settle(&mut key.postings);
        }
        let starts = running_total(keys.iter().map(|key| key.text.len()));
        self.put(Section::KeyStarts, starts);
        self.put(Section::PostingStarts, running_total(keys.iter().map(|key| key.postings.len())));
        self.sections[Section::KeyText as usize] = keys.iter().flat_map(|key| key.text.bytes()).collect();
        self.put(
            Section::Postings,
            keys.iter().flat_map(|key| &key.postings).map(|(n, kind)| n | kind.code() << POSTING_KIND_SHIFT),
        );
        keys
    }

    /// Each place once, by its best kind of name, the most populous first.
    fn settle(&self, postings: &mut Vec<(u32, NameKind)>) {
        postings.sort_unstable();
        postings.dedup_by_key(|(place, _)| *place);
        postings.sort_by_key(|(place, _)| std::cmp::Reverse(self.records[*place as usize].population));
    }

    fn write_deletes(&mut self, keys: &[Key]) {
        let mut entries: Vec<(u32, u32)> = Vec::new();
        for (n, key) in (0..).zip(keys).filter(|(_, key)| is_spelt(key)) {
            let letters: Vec<char> = key.text.chars().collect();
            entries.extend(neighbourhood(&letters).into_iter().map(|bucket| (bucket, n)));
        }
        entries.sort_unstable();
        self.put_buckets(Section::DeleteStarts, Section::Deletes, DELETE_BUCKETS as usize, &entries);
    }

    fn write_runs(&mut self, keys: &[Key]) {
        let mut entries: Vec<(u32, u32)> = Vec::new();
        for (n, key) in (0..).zip(keys).filter(|(_, key)| is_spelt(key)) {
            let run = run_of(key.text.chars().count());
            let mut countries = self.run_countries(key);
            countries.sort_unstable();
            countries.dedup();
            entries
                .extend(countries.into_iter().map(|country| (number(country * RUNS_PER_COUNTRY + run), n)));
        }
        entries.sort_unstable();
        let letters = entries.iter().map(|(_, key)| letter_set(keys[*key as usize].text.chars()));
        self.put(Section::RunLetters, letters);
        self.put_buckets(
            Section::RunStarts,
            Section::RunKeys,
            (self.iso.len() + 1) * RUNS_PER_COUNTRY,
            &entries,
        );
    }

    /// The countries a key is scanned for; after the last, the one list of all nations.
    fn run_countries(&self, key: &Key) -> Vec<usize> {
        let records = || key.postings.iter().map(|(place, _)| &self.records[*place as usize]);
        let nations =
            records().filter(|record| record.levels & level_bit(Level::Nation) != 0).map(|_| self.iso.len());
        records().map(|record| usize::from(record.country)).chain(nations).collect()
    }

    fn write_cells(&mut self) {
        let degrees = |millionths: i32| f64::from(millionths) / 1e6;
        let mut entries: Vec<(u32, u32)> = (0..)
            .zip(&self.records)
            .filter(|(n, record)| {
                self.drafts[*n as usize].standing == Standing::Populated && record.lat != NO_POINT
            })
            .filter_map(|(n, record)| {
                Some((number(cell_of(Point::from_degrees(degrees(record.lat), degrees(record.lon))?)), n))
            })
            .collect();
        entries.sort_unstable();
        self.put_buckets(Section::CellStarts, Section::Cells, CELLS, &entries);
    }

    fn write_country_places(&mut self) {
        let mut places: Vec<(u32, std::cmp::Reverse<u32>, u32)> = (0..)
            .zip(&self.records)
            .filter(|(n, _)| self.drafts[*n as usize].standing == Standing::Populated)
            .map(|(n, record)| (u32::from(record.country), std::cmp::Reverse(record.population), n))
            .collect();
        places.sort_unstable();
        let entries: Vec<(u32, u32)> = places.into_iter().map(|(country, _, n)| (country, n)).collect();
        self.put_buckets(Section::CountryStarts, Section::CountryPlaces, self.iso.len(), &entries);
    }

    fn write_surprisal(&mut self, keys: &[Key]) {
        let mut world = LetterCounts::default();
        let mut countries = vec![LetterCounts::default(); self.iso.len()];
        for key in keys.iter().filter(|key| key.text.is_ascii() && is_spelt(key)) {
            let headings = key.postings.iter().filter(|(_, kind)| *kind == NameKind::Main);
            let mut seen: Vec<u16> =
                headings.map(|(place, _)| self.records[*place as usize].country).collect();
            if seen.is_empty() {
                continue;
            }
            world.add(&key.text);
            seen.sort_unstable();
            seen.dedup();
            for country in seen {
                countries[usize::from(country)].add(&key.text);
            }
        }
        self.sections[Section::Surprisal as usize] =
            countries.iter().flat_map(|counts| counts.table(&world)).collect();
    }

    /// `entries` are sorted by bucket.
    fn put_buckets(&mut self, starts: Section, items: Section, buckets: usize, entries: &[(u32, u32)]) {
        let mut sizes = vec![0; buckets];
        for (bucket, _) in entries {
            sizes[*bucket as usize] += 1;
        }
        self.put(starts, running_total(sizes));
        self.put(items, entries.iter().map(|(_, item)| *item));
    }

    fn finish(mut self, keys: &[Key]) -> Vec<u8> {
        let info = self.info(keys);
        self.sections[Section::Info as usize] = serde_json::to_vec(&info).expect("plain data");
        self.sections[Section::Texts as usize] = std::mem::take(&mut self.texts.bytes);
        let mut file = MAGIC.to_vec();
        file.extend(FORMAT_VERSION.to_le_bytes());
        file.extend(number(SECTIONS).to_le_bytes());
        let mut at = HEADER + SECTIONS * SECTION_ENTRY;
        for section in &self.sections {
            file.extend((at as u64).to_le_bytes());
            file.extend((section.len() as u64).to_le_bytes());
            at += section.len();
        }
        self.sections.iter().for_each(|section| file.extend(section));
        file
    }

    fn count(&self, standings: &[Standing]) -> u32 {
        number(self.drafts.iter().filter(|draft| standings.contains(&draft.standing)).count())
    }

    fn info(&self, keys: &[Key]) -> Info {
        Info {
            format: FORMAT_VERSION,
            sources: self.build.sources.clone(),
            places: number(self.drafts.len()),
            populated: self.count(&[Standing::Populated]),
            divisions: self.count(&[Standing::First, Standing::Second]),
            countries: self.count(&[Standing::Country]),
            names: self.names,
            keys: number(keys.len()),
            computed_points: number(self.drafts.iter().filter(|draft| draft.computed_point).count()),
            coextensive: number(self.records.iter().filter(|record| record.canonical != 0).count()),
            languages: self.languages.clone(),
            features: self.features.clone(),
            iso: self.iso.clone(),
        }
    }
}

/// Only names are searched for slips of the pen, and only where there are letters enough.
fn is_spelt(key: &Key) -> bool {
    key.text.chars().count() >= SHORTEST && key.postings.iter().any(|(_, kind)| *kind < NameKind::Code)
}

/// The heading first, then each text once, by its best kind.
fn names_of(draft: &Draft) -> Vec<DraftName> {
    let heading = DraftName { kind: NameKind::Main, lang: String::new(), text: draft.name.clone() };
    let mut others: Vec<&DraftName> =
        draft.names.iter().filter(|name| name.text != draft.name && name.text.len() < 400).collect();
    others.sort_unstable_by_key(|name| (&name.text, name.kind, name.lang.is_empty(), &name.lang));
    others.dedup_by_key(|name| &name.text);
    others.sort_unstable();
    std::iter::once(heading).chain(others.into_iter().cloned()).collect()
}

/// Under which folded texts a place is found, and what kind of name each is. Repetitions are settled later.
fn keys_of(draft: &Draft) -> Vec<(String, NameKind)> {
    let mut keys = Vec::new();
    for name in names_of(draft).into_iter().chain((!draft.ascii.is_empty()).then(|| ascii_name(draft))) {
        let folded = fold(&name.text);
        if name.kind < NameKind::Code {
            let latin = romanise(&name.text);
            keys.extend((latin != folded && !latin.is_empty()).then_some((latin, NameKind::Romanised)));
            if matches!(draft.standing, Standing::First | Standing::Second) {
                keys.extend(cores(&folded).into_iter().map(|core| (core.text, NameKind::Other)));
            }
            if draft.standing == Standing::Country && folded.is_ascii() {
                keys.push((country_words(&folded), NameKind::Words));
            }
        }
        keys.push((folded, name.kind));
    }
    keys.retain(|(key, _)| !key.is_empty());
    keys
}

fn ascii_name(draft: &Draft) -> DraftName {
    DraftName { kind: NameKind::Other, lang: String::new(), text: draft.ascii.clone() }
}

fn levels(draft: &Draft) -> u8 {
    let municipal = || cores(&fold(&draft.name)).first().is_some_and(|core| core.kind == AffixKind::City);
    match draft.standing {
        Standing::Populated => level_bit(Level::City),
        Standing::First => level_bit(Level::State),
        Standing::Second if municipal() => level_bit(Level::County) | level_bit(Level::City),
        Standing::Second => level_bit(Level::County),
        Standing::Country => level_bit(Level::Nation),
    }
}

fn country_codes(build: &Build, drafts: &[&Draft], index: &HashMap<u32, u32>) -> Vec<CountryCode> {
    let used: BTreeSet<Iso2> = drafts.iter().filter_map(|draft| draft.country.parse().ok()).collect();
    used.into_iter()
        .map(|iso2: Iso2| {
            let known = build.countries.get(iso2.as_str());
            let place = known.and_then(|(_, id)| index.get(&(*id)?)).map_or(0, |index| index + 1);
            CountryCode { iso2, iso3: known.map(|(iso3, _)| iso3.clone()).unwrap_or_default(), place }
        })
        .collect()
}

fn sorted(words: impl Iterator<Item = String>) -> Vec<String> {
    words.collect::<BTreeSet<_>>().into_iter().collect()
}

fn position<T>(sorted: &[T], order: impl Fn(&T) -> std::cmp::Ordering) -> u16 {
    let at = sorted.binary_search_by(order).expect("the list was made from these very values");
    u16::try_from(at).expect("fewer than 65,536 countries, languages and codes")
}

fn running_total(sizes: impl IntoIterator<Item = usize>) -> Vec<u32> {
    let mut totals = vec![0];
    let mut total = 0;
    for size in sizes {
        total += size;
        totals.push(number(total));
    }
    totals
}

fn number(n: usize) -> u32 {
    u32::try_from(n).expect("an index is smaller than four gigabytes")
}
