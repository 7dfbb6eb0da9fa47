//! A gazetteer of a few lines in the official format.

use comity_gazetteer::{Build, Gazetteer, NameKind};
use comity_model::{EntityId, Level, Point};

const COUNTRIES: &str = "US\tUSA\t840\tUS\tUnited States\tWashington\t9629091\t327167434\tNA\t.us\tUSD\tDollar\t1\t\t\ten\t6252001\tCA,MX\t\n\
    DE\tDEU\t276\tGM\tGermany\tBerlin\t357021\t82927922\tEU\t.de\tEUR\tEuro\t49\t\t\tde\t2921044\tCH,PL\t\n\
    SG\tSGP\t702\tSN\tSingapore\tSingapore\t693\t5638676\tAS\t.sg\tSGD\tDollar\t65\t\t\ten\t1880251\t\t\n";
const FIRST: &str = "US.NY\tNew York\tNew York\t5128638\nUS.MN\tMinnesota\tMinnesota\t5037779\nDE.16\tLand Berlin\tLand Berlin\t2950157\n";
const PLACES: &str = "5134086\tRochester\tRochester\tROC,Roczester,Рочестер\t43.15478\t-77.61556\tP\tPPLA2\tUS\t\tNY\t055\t\t\t209802\t\t160\tAmerica/New_York\t2022-01-01\n\
    5043473\tRochester\tRochester\t\t44.02163\t-92.4699\tP\tPPLA2\tUS\t\tMN\t109\t\t\t112225\t\t310\tAmerica/Chicago\t2022-01-01\n\
    2950159\tBerlin\tBerlin\tBerlín,柏林\t52.52437\t13.41053\tP\tPPLC\tDE\t\t16\t00\t11000\t\t3426354\t74\t43\tEurope/Berlin\t2022-01-01\n\
    1880252\tSingapore\tSingapore\tSingapur\t1.28967\t103.85007\tP\tPPLC\tSG\t\t\t\t\t\t5638700\t\t14\tAsia/Singapore\t2022-01-01\n\
    1\tHamlet\tHamlet\t\t43\t-77\tP\tPPL\tUS\t\tNY\t\t\t\t12\t\t1\tAmerica/New_York\t2022-01-01\n";

#[expect(clippy::unwrap_used, reason = "a fixture is part of its tests")]
fn small() -> Gazetteer {
    Gazetteer::open(small_bytes()).unwrap()
}

#[expect(clippy::unwrap_used, reason = "a fixture is part of its tests")]
fn small_bytes() -> Vec<u8> {
    let mut build = Build::default();
    build.country_info("countryInfo.txt", COUNTRIES.as_bytes()).unwrap();
    build.first_order("admin1CodesASCII.txt", FIRST.as_bytes()).unwrap();
    build.places("cities500.txt", PLACES.as_bytes()).unwrap();
    let names = "1\t5134086\tfr\tRochester-la-Neuve\t\t\t\t\n2\t5134086\twkdt\tQ49218\t\t\t\t\n3\t2950159\tde\tSpree-Athen\t\t\t1\t\n";
    build.alternate_names("alternateNamesV2.txt", names.as_bytes()).unwrap();
    let (bytes, problems) = build.finish();
    assert_eq!(problems, vec![]);
    bytes
}

#[test]
fn a_file_that_holds_less_than_it_says_is_refused() {
    let mut bytes = small_bytes();
    let said = b"\"places\":";
    let at = bytes.windows(said.len()).position(|window| window == said).unwrap() + said.len();
    bytes[at] = b'9';
    let refused = Gazetteer::open(bytes).unwrap_err().to_string();
    assert_eq!(refused, "the gazetteer is cut off or damaged: it holds more or less than it says");
    let cut = small_bytes();
    assert!(Gazetteer::open(cut[..cut.len() / 2].to_vec()).is_err());
}

fn ids(gazetteer: &Gazetteer, name: &str) -> Vec<u32> {
    gazetteer.lookup(name).iter().map(|hit| hit.place.geonames()).collect()
}

#[test]
fn a_name_finds_its_places_the_most_populous_first() {
    let gazetteer = small();
    assert_eq!(ids(&gazetteer, "ROCHESTER "), [5_134_086, 5_043_473]);
    assert_eq!(ids(&gazetteer, "рочестер"), [5_134_086]);
    assert_eq!(ids(&gazetteer, "柏林"), [2_950_159]);
    assert_eq!(ids(&gazetteer, "Hamlet"), [] as [u32; 0], "fewer than 500 inhabitants");
    assert_eq!(gazetteer.prefix("roch", 9).len(), 2);
}

#[test]
fn slips_of_the_pen_are_found_and_counted() {
    let gazetteer = small();
    let one = gazetteer.one_edit("Rohcester");
    assert_eq!((one[0].key, one[0].edits), ("rochester", 1));
    assert!(gazetteer.one_edit("Rohcestr").is_empty());
    let two = gazetteer.two_edits("Rohcestr", "US".parse().ok());
    assert_eq!((two[0].key, two[0].edits), ("rochester", 2));
    assert!(gazetteer.two_edits("Rohcestr", "DE".parse().ok()).is_empty());
}

#[test]
fn a_division_of_one_city_is_an_alias_of_it() {
    let gazetteer = small();
    let berlin = gazetteer.place(&EntityId::geonames(2_950_157)).unwrap();
    assert_eq!(berlin.id(), EntityId::geonames(2_950_159));
    assert_eq!(berlin.levels(), [Level::City, Level::State]);
    assert!(gazetteer.by_geonames(2_950_157).unwrap().is_alias());
}

#[test]
fn divisions_answer_to_names_and_codes_within_their_country() {
    let gazetteer = small();
    let us = "US".parse().unwrap();
    assert_eq!(gazetteer.division(us, "Minnesota")[0].geonames(), 5_037_779);
    assert_eq!(gazetteer.division(us, "State of New York")[0].geonames(), 5_128_638);
    assert_eq!(gazetteer.division(us, "NY")[0].geonames(), 5_128_638);
    assert!(gazetteer.division("DE".parse().unwrap(), "NY").is_empty());
    assert_eq!(ids(&gazetteer, "NY"), [] as [u32; 0], "a code is not a name");
}

#[test]
fn divisions_without_a_point_get_their_seat_or_their_members() {
    let gazetteer = small();
    let state = gazetteer.by_geonames(5_037_779).unwrap();
    assert!(state.has_computed_point());
    assert!(state.point().unwrap().km_to(Point::from_degrees(44.02163, -92.4699).unwrap()) < 0.01);
    assert_eq!(state.population(), 112_225);
}

#[test]
fn countries_answer_to_names_codes_and_near_misses() {
    let gazetteer = small();
    for (text, code) in [
        ("Germany", "DE"),
        ("deu", "DE"),
        ("in Germany", "DE"),
        ("Germnay", "DE"),
        ("Ohio, United States", "US"),
    ] {
        assert_eq!(
            gazetteer.country(text).map(|found| found.iso2.to_string()).as_deref(),
            Some(code),
            "{text}"
        );
    }
    assert_eq!(gazetteer.country("Ohio, United States").unwrap().within.as_deref(), Some("Ohio"));
    assert_eq!(gazetteer.country("Atlantis"), None);
}

#[test]
fn other_registers_numbers_lead_to_the_place() {
    let gazetteer = small();
    assert_eq!(gazetteer.by_identifier("Q49218")[0].geonames(), 5_134_086);
    let berlin = gazetteer.by_geonames(2_950_159).unwrap();
    assert!(
        berlin
            .names()
            .any(|name| name.text == "Spree-Athen" && name.lang == "de" && name.kind == NameKind::Colloquial)
    );
}

#[test]
fn places_near_a_point_come_nearest_first() {
    let gazetteer = small();
    let near = gazetteer.near(Point::from_degrees(43.0, -77.6).unwrap(), 1500.0);
    assert_eq!(near.iter().map(|(place, _)| place.geonames()).collect::<Vec<_>>(), [5_134_086, 5_043_473]);
    assert!(gazetteer.near(Point::from_degrees(-43.0, 77.6).unwrap(), 500.0).is_empty());
}

#[test]
fn a_line_that_cannot_be_read_is_reported() {
    let mut build = Build::default();
    let broken = "5134086\tRochester\tRochester\t\t143.15\t-77.6\tP\tPPL\tUS\t\tNY\t\t\t\t1000\t\t1\tAmerica/New_York\t2022-01-01\nhalf a line\n";
    build.places("cities500.txt", broken.as_bytes()).unwrap();
    let (_, problems) = build.finish();
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(said[0].starts_with("cities500.txt:1: expected latitude and longitude in degrees"), "{said:?}");
    assert_eq!(said[1], "cities500.txt:2: expected 19 columns separated by tabs, found `half a line`");
}

#[test]
fn foreign_and_cut_bytes_are_refused() {
    assert!(Gazetteer::open(b"PK\x03\x04 something else".to_vec()).is_err());
    let (mut bytes, _) = Build::default().finish();
    assert!(Gazetteer::open(bytes.clone()).is_ok(), "an empty gazetteer is one");
    bytes.truncate(bytes.len() - 1);
    assert!(Gazetteer::open(bytes).is_err());
}
