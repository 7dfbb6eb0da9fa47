//! A table of what people type and what they want: first in the search, resolved or offered first when asked.

use comity_search::{FoundBy, NameResolution, Search, Typing};
use comity_snapshot::Snapshot;

use crate::search;

/// What is wanted comes first, finished or still being typed.
#[track_caller]
fn first(text: &str, wanted: &str) {
    for typing in [Typing::Done, Typing::Going] {
        let results = search().results(text, typing, 8);
        assert_eq!(results.pair, None, "{text}");
        let names: Vec<String> = results.hits.iter().map(|hit| hit.entity.full()).collect();
        assert_eq!(names.first().map(String::as_str), Some(wanted), "{text} {typing:?}: {names:?}");
    }
}

/// It is first, and it is what the text means: nothing else is asked.
#[track_caller]
fn means(text: &str, wanted: &str) {
    first(text, wanted);
    let NameResolution::One(id) = search().resolve(text) else {
        panic!("{text}: {:?}", search().resolve(text))
    };
    assert_eq!(search().hits(id.as_str(), Typing::Done, 1)[0].entity.full(), wanted, "{text}");
}

/// It is first among several that may be meant.
#[track_caller]
fn may_mean(text: &str, wanted: &str) {
    first(text, wanted);
    let NameResolution::Several(all) = search().resolve(text) else { panic!("{text} is decided") };
    assert!(all.len() > 1, "{text}");
    assert_eq!(all[0].full(), wanted, "{text}");
}

/// Nothing on file bears it; it is first among what comes near, and is not taken for what was meant.
#[track_caller]
fn is_near(text: &str, wanted: &str) {
    first(text, wanted);
    let NameResolution::None(near) = search().resolve(text) else { panic!("{text} is decided") };
    assert_eq!(near[0].full(), wanted, "{text}");
    assert_eq!(search().hits(text, Typing::Done, 1)[0].found_by, FoundBy::Misspelt, "{text}");
}

/// The two things that a line names.
#[track_caller]
fn asks_for(text: &str, one: &str, other: &str) {
    let pair = search().pair(text).unwrap_or_else(|| panic!("{text} names no two things"));
    assert_eq!((pair.one.entity.name.as_str(), pair.other.entity.name.as_str()), (one, other), "{text}");
}

const NEW_YORK: &str = "New York City, New York, United States";
const ROCHESTER: &str = "Rochester, New York, United States";
const ST_LOUIS: &str = "St. Louis, Missouri, United States";

#[test]
fn the_twenty() {
    means("Rochester NY", ROCHESTER);
    means("Rochester, NY", ROCHESTER);
    means("纽约", NEW_YORK);
    means("纽约市", NEW_YORK);
    may_mean("Nueva York", NEW_YORK);
    means("NYC", NEW_YORK);
    is_near("New Yrok", NEW_YORK);
    means("東京", "Tokyo, Japan");
    means("北京", "Beijing, China");
    means("Peking", "Beijing, China");
    is_near("Beijng", "Beijing, China");
    means("Москва", "Moscow, Russia");
    means("Munchen", "Munich, Germany");
    may_mean("st louis", ST_LOUIS);
    may_mean("Saint Louis", ST_LOUIS);
    is_near("Rochster", ROCHESTER);
    means("US", "United States");
    means("USA", "United States");
    means("UK", "United Kingdom");
    asks_for("us china", "United States", "China");
}

#[test]
fn scripts() {
    means("东京", "Tokyo, Japan");
    means("紐約", NEW_YORK);
    means("莫斯科", "Moscow, Russia");
    means("서울", "Seoul, KR");
    means("القاهرة", "Cairo, EG");
    means("Αθήνα", "Athens, GR");
    means("サンパウロ", "São Paulo, BR");
    means("sao paulo", "São Paulo, BR");
    means("Лос-Анджелес", "Los Angeles, California, United States");
}

#[test]
fn letters_and_short_forms() {
    means("Muenchen", "Munich, Germany");
    means("Zurich", "Zürich, CH");
    means("Koeln", "Köln, Germany");
    means("D.C.", "Washington, United States");
    means("U.S.A.", "United States");
    means("LA", "Los Angeles, California, United States");
    means("Saint Petersburg", "Saint Petersburg, Russia");
    means("great britain", "United Kingdom");
    first("NYC", NEW_YORK);
}

#[test]
fn a_name_with_where_it_is() {
    means("Springfield, IL", "Springfield, United States");
    means("springfield missouri", "Springfield, Missouri, United States");
    means("Rochester, Minnesota", "Rochester, Minnesota, United States");
    means("rochester-new-york", ROCHESTER);
    means("Rochester, New York, USA", ROCHESTER);
    means("st louis mo", ST_LOUIS);
    means("Paris, France", "Paris, France");
    means("Birmingham, UK", "Birmingham, United Kingdom");
    means("sister cities of Rochester NY", ROCHESTER);
    is_near("Rochster NY", ROCHESTER);
}

#[test]
fn countries_cities_and_their_namesakes() {
    means("China", "China");
    means("Mexico", "Mexico");
    // In some languages Lebanon is called so.
    first("Lyon", "Lyon, France");
    first("UAE", "United Arab Emirates");
    may_mean("Georgia", "Georgia");
    may_mean("New York", NEW_YORK);
    means("New York State", "New York, United States");
    may_mean("Paris", "Paris, France");
    may_mean("Birmingham", "Birmingham, United Kingdom");
    may_mean("Rochester", ROCHESTER);
}

#[test]
fn a_former_name_is_said_to_be_one() {
    for (text, wanted) in
        [("Bombay", "Mumbai, IN"), ("Saigon", "Ho Chi Minh City, VN"), ("Peking", "Beijing, China")]
    {
        means(text, wanted);
        assert_eq!(search().hits(text, Typing::Done, 1)[0].why, "former name", "{text}");
    }
    assert_eq!(search().hits("NYC", Typing::Done, 1)[0].why, "abbreviation");
    assert_eq!(search().hits("Москва", Typing::Done, 1)[0].why, "in Cyrillic letters");
    assert_eq!(search().hits("Rochster", Typing::Done, 1)[0].why, "if “Rochster” is misspelt");
    assert_eq!(search().hits("Tokyo", Typing::Done, 1)[0].why, "");
}

#[test]
fn slips() {
    is_near("Los Angelse", "Los Angeles, California, United States");
    is_near("Pariss", "Paris, France");
    is_near("Chicgo", "Chicago, United States");
    is_near("Saint Petersbrug", "Saint Petersburg, Russia");
    is_near("euroctiies", "Eurocities");
    is_near("Hamamatus", "Hamamatsu, Japan");
}

#[test]
fn two_in_one_line() {
    asks_for("Rochester – Hamamatsu", "Rochester", "Hamamatsu");
    asks_for("Rochester NY and Hamamatsu", "Rochester", "Hamamatsu");
    asks_for("Rochster and Hamamatsu", "Rochester", "Hamamatsu");
    asks_for("which US cities are tied to Chinese cities?", "United States", "China");
    asks_for("uk japan", "United Kingdom", "Japan");
    asks_for("new york tokyo", "New York City", "Tokyo");
    asks_for("美国中国", "United States", "China");
    asks_for("russia x germany", "Russia", "Germany");
    assert_eq!(search().pair("Rochester, New York"), None);
    assert_eq!(search().pair("sister cities of Rochester NY"), None);
    assert_eq!(search().pair("Rochester"), None);
    assert_eq!(search().pair("zzqqxx yyqqzz"), None);
}

#[test]
fn beginnings_lead_on() {
    let begun = |text| search().hits(text, Typing::Going, 3)[0].entity.name.clone();
    assert_eq!(begun("Hamama"), "Hamamatsu");
    assert_eq!(begun("моск"), "Moscow");
    assert_eq!(begun("euroc"), "Eurocities");
    assert_eq!(begun("united st"), "United States");
}

#[test]
fn what_is_not_on_file_is_found_but_never_meant() {
    let NameResolution::None(_) = search().resolve("Melbourne") else {
        panic!("nothing of that name is on file")
    };
    assert!(!search().hits("Melbourne", Typing::Done, 1)[0].on_file);
}

#[test]
fn any_script() {
    for (text, wanted) in [
        ("도쿄", "Tokyo, Japan"),
        ("דמשק", "Damascus, Syria"),
        ("תל אביב", "Tel Aviv, Tel Aviv District, Israel"),
        ("دبي", "Dubai, United Arab Emirates"),
        ("Θεσσαλονίκη", "Thessaloniki, Central Macedonia, Greece"),
        ("กรุงเทพ", "Bangkok, Thailand"),
        ("मुंबई", "Mumbai, IN"),
        ("თბილისი", "Tbilisi, Georgia"),
        ("Երևան", "Yerevan, Armenia"),
        ("Київ", "Kyiv, UA"),
        ("Санкт-Петербург", "Saint Petersburg, Russia"),
    ] {
        first(text, wanted);
    }
}

#[test]
fn abbreviations() {
    for (text, wanted) in [
        ("SF", "San Francisco, California, United States"),
        ("DC", "Washington, United States"),
        ("Washington DC", "Washington, United States"),
        ("Ft Worth", "Fort Worth, Texas, United States"),
        ("PRC", "China"),
        ("NRW", "North Rhine-Westphalia, Germany"),
        ("NSW", "New South Wales, Australia"),
        ("DPRK", "North Korea"),
        ("Sankt Petersburg", "Saint Petersburg, Russia"),
        ("Portland OR", "Portland, United States"),
        ("Paris TX", "Paris, United States"),
        ("London, Ontario", "London, Ontario, Canada"),
        ("Cambridge MA", "Cambridge, Massachusetts, United States"),
    ] {
        first(text, wanted);
    }
}

#[test]
fn countries_that_are_no_more_lead_to_those_that_came_after() {
    let found = |text| -> Vec<String> {
        let hits = search().hits(text, Typing::Done, 3);
        hits.into_iter()
            .filter(|hit| hit.found_by == FoundBy::FormerName)
            .map(|hit| hit.entity.name)
            .collect()
    };
    assert_eq!(found("Czechoslovakia"), ["Czechia", "Slovakia"]);
    assert_eq!(found("USSR"), ["Russia", "Georgia", "Ukraine"]);
    assert_eq!(found("Yugoslavia")[0], "Serbia");
    assert_eq!(found("East Germany"), ["Germany"]);
    assert_eq!(found("Swaziland"), ["Eswatini"]);
    assert_eq!(found("Burma"), ["Myanmar"]);
    assert_eq!(search().pair("East Germany"), None);
}

#[test]
fn former_names_of_cities() {
    for (text, wanted) in [
        ("Madras", "Chennai"),
        ("Leningrad", "Saint Petersburg"),
        ("Constantinople", "Istanbul"),
        ("Danzig", "Gdańsk"),
        ("Lemberg", "Lviv"),
        ("Canton", "Guangzhou"),
        ("Stalingrad", "Volgograd"),
        ("Königsberg", "Kaliningrad"),
        ("Léopoldville", "Kinshasa"),
    ] {
        let hit = &search().hits(text, Typing::Done, 1)[0];
        assert_eq!((hit.entity.name.as_str(), hit.why.as_str()), (wanted, "former name"), "{text}");
    }
}

#[test]
fn slips_of_every_kind() {
    for (text, wanted) in [
        ("Philadelhpia", "Philadelphia"),
        ("Barcelna", "Barcelona"),
        ("Copenhagan", "Copenhagen"),
        ("Los Angles", "Los Angeles"),
        ("Mineapolis", "Minneapolis"),
        ("Cincinatti", "Cincinnati"),
        ("Johanesburg", "Johannesburg"),
        ("Reykavik", "Reykjavík"),
        ("Sidney Australia", "Sydney"),
    ] {
        let results = search().results(text, Typing::Done, 3);
        assert_eq!(results.pair, None, "{text}");
        assert_eq!(results.hits[0].entity.name, wanted, "{text}");
    }
}

#[test]
fn two_in_one_line_in_other_words() {
    asks_for("germany france", "Germany", "France");
    asks_for("berlin paris", "Berlin", "Paris");
    asks_for("chicago and shanghai", "Chicago", "Shanghai");
    asks_for("日本 中国", "Japan", "China");
    asks_for("中国と日本", "China", "Japan");
    asks_for("Париж и Москва", "Paris", "Moscow");
    asks_for("Wien und Paris", "Vienna", "Paris");
    asks_for("tokyo–seoul", "Tokyo", "Seoul");
}

#[test]
fn peoples() {
    for (text, wanted) in [
        ("chinese cities", "China"),
        ("French towns", "France"),
        ("korean cities", "South Korea"),
        ("Nigerian cities", "Nigeria"),
        ("vietnamese cities", "Vietnam"),
        ("pakistani cities", "Pakistan"),
        ("Kenyan towns", "Kenya"),
        ("Panamanian cities", "Panama"),
    ] {
        assert_eq!(search().hits(text, Typing::Done, 1)[0].entity.name, wanted, "{text}");
    }
}

#[test]
fn places_are_called_as_in_english_and_found_by_both_names() {
    let named = |text: &str| search().hits(text, Typing::Done, 1)[0].entity.full();
    assert_eq!(named("Rehovot"), "Rehovot, Central District, Israel");
    assert_eq!(named("Reẖovot"), named("Rehovot"));
    assert_eq!(named("Hebei Sheng"), "Hebei, China");
    assert_eq!(named("Taiwan, Province of China"), "Taiwan");
    assert_eq!(named("Russian Federation"), "Russia");
    assert_eq!(named("Veliky Novgorod"), "Velikiy Novgorod, Novgorod, Russia");
}

#[test]
fn a_state_of_unknown_size_is_no_hamlet() {
    let holdings = comity_fixtures::small_world(
        r#"
        nation us "United States" country=US
        state ca "California" in us country=US
        city california in us country=US pop=6608
        "#,
    );
    let snapshot = Snapshot::new(holdings);
    let NameResolution::Several(all) = Search::new(&snapshot, None).resolve("California") else {
        panic!("the village is meant by the name of the state")
    };
    assert_eq!(all.len(), 2);
}

#[test]
fn what_only_sounds_so_in_another_script_leaves_no_doubt() {
    means("Lyon", "Lyon, France");
}
