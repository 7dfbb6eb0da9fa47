//! What texts of every kind mean, among a few things on file and all places of the gazetteer.

mod bounds;
mod queries;

use std::sync::LazyLock;

use comity_gazetteer::Gazetteer;
use comity_model::{Entity, EntityId, EntityKind, Holdings, Level, Name};
use comity_search::Search;
use comity_snapshot::Snapshot;

static GAZETTEER: LazyLock<Gazetteer> =
    LazyLock::new(|| Gazetteer::open(comity_fixtures::gazetteer_bytes()).expect("a gazetteer"));

/// Places on file, by their GeoNames ids, and a few bodies that no gazetteer lists.
static SNAPSHOT: LazyLock<Snapshot> = LazyLock::new(|| {
    let id = |text: &str| EntityId::new(text).expect("an id");
    let mut c40 = Entity::new(id("c40"), EntityKind::Network, "C40 Cities");
    c40.names.push(Name { text: "C40城市气候领导联盟".into(), lang: "zh".into() });
    let eurocities = Entity::new(id("eurocities"), EntityKind::Network, "Eurocities");
    let mut entities = vec![c40, eurocities];
    entities.extend(ON_FILE.iter().map(|geonames| on_file(*geonames)));
    entities.sort_by(|one, other| one.id.cmp(&other.id));
    Snapshot::new(Holdings { entities, ..Holdings::default() })
});

fn on_file(geonames: u32) -> Entity {
    let place = GAZETTEER.by_geonames(geonames).expect("a place of the gazetteer");
    let mut entity = Entity::new(place.id(), EntityKind::Polity, place.name());
    entity.levels = place.levels();
    entity.country = Some(place.country().to_string().into());
    entity.population = Some(u64::from(place.population()));
    let nation = GAZETTEER.nation(place.country()).filter(|nation| *nation != place);
    let above = [place.admin1().filter(|state| !place.is(Level::State) && *state != place), nation];
    entity.within = above.into_iter().flatten().map(|place| place.id()).collect();
    entity
}

fn search() -> Search<'static> {
    Search::new(&SNAPSHOT, Some(&GAZETTEER))
}

/// Nations, states, then cities from all continents.
const ON_FILE: [u32; 60] = [
    6_252_001, 1_814_991, 1_861_060, 2_635_167, 2_017_370, 2_921_044, 3_017_382, 614_540, 3_996_063,
    6_251_999, 5_128_638, 5_037_779, 4_398_678, 4_197_000, 5_332_921, 5_128_581, 5_134_086, 5_043_473,
    1_850_147, 1_816_670, 524_901, 2_867_714, 4_407_066, 2_246_451, 2_988_507, 4_717_560, 1_275_339,
    5_368_361, 5_391_959, 4_140_963, 745_044, 2_761_369, 2_886_242, 2_657_896, 3_448_439, 1_796_236,
    1_809_858, 1_863_289, 703_448, 1_581_130, 1_566_083, 1_835_848, 264_371, 360_630, 2_660_646, 3_099_434,
    2_655_603, 4_049_979, 5_746_545, 4_250_542, 4_409_896, 498_817, 1_853_909, 2_950_159, 3_530_597,
    4_887_398, 2_673_730, 1_862_415, 2_996_944, 272_103,
];
