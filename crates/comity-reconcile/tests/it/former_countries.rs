//! Countries of the past, and codes, as evidence for the country of today.

use comity_gazetteer::Gazetteer;
use comity_model::Level;
use comity_reconcile::{Query, reconcile};

#[test]
fn a_country_of_the_past_leads_to_those_after_it() {
    let gazetteer = Gazetteer::open(comity_fixtures::gazetteer_bytes()).unwrap();
    let mut wrong = Vec::new();
    for (name, country, expect) in [
        ("Leipzig", "DDR", "match gn2879139"),
        ("Kinshasa", "Zaire", "match gn2314302"),
        ("Ouagadougou", "Haute-Volta", "match gn2357048"),
        ("Tallinn", "Estonian SSR", "match gn588409"),
        ("Prague", "Tschechoslowakei", "match gn3067696"),
        ("Bratislava", "ČSSR", "match gn3060972"),
        ("Kyiv", "USSR", "match gn703448"),
        ("Novosibirsk", "СССР", "match gn1496747"),
        ("Zagreb", "Yugoslavia", "match gn3186886"),
        ("Novi Sad", "Jugoslawien", "match gn3194360"),
        // Half a dozen are called so, the largest in Russia.
        ("Krasnoarmeysk", "USSR", "review"),
        ("Asmara", "Ethiopia", "match gn343300"),
        ("Juba", "Sudan", "match gn373303"),
        ("Dubai", "UAE", "match gn292223"),
        ("Ankara", "Türkiye Cumhuriyeti", "match gn323786"),
        ("Hamburg", "276", "match gn2911298"),
        ("Hamburg", "FIPS GM", "match gn2911298"),
        ("Xyzzyville", "USSR", "none"),
    ] {
        let found = reconcile(&gazetteer, &Query::named(name).in_country(country));
        let best = found.candidates.first().map_or(String::new(), |best| best.id.to_string());
        let told = format!("{} {best}", found.decision.as_str());
        if !told.starts_with(expect) {
            wrong.push(format!("{name}, {country}: {told}, not {expect}: {}", found.reason));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_became_of_the_country_is_said() {
    let gazetteer = Gazetteer::open(comity_fixtures::gazetteer_bytes()).unwrap();
    let kyiv = reconcile(&gazetteer, &Query::named("Kyiv").in_country("USSR"));
    assert!(
        kyiv.candidates[0].reasons().contains("in UA, which came after USSR"),
        "{}",
        kyiv.candidates[0].reasons()
    );
    let country = kyiv.country.unwrap();
    assert_eq!(country.why, "USSR is a country of the past (ISO 3166 withdrew its code in 1992)");
}

#[test]
fn a_country_of_the_past_itself_is_none_of_today() {
    let gazetteer = Gazetteer::open(comity_fixtures::gazetteer_bytes()).unwrap();
    let check = |name: &str, level: Option<Level>, expect: &str| {
        let found = reconcile(&gazetteer, &Query { level, ..Query::named(name) });
        let best = found.candidates.first().map_or(String::new(), |best| best.place.label().into_owned());
        let told = format!("{} {best}: {}", found.decision.as_str(), found.reason);
        assert!(told.starts_with(expect), "{name}: {told}");
    };
    let gdr = "review Germany: German Democratic Republic is a country of the past (ISO 3166 withdrew its code in 1990); \
               after it came Germany";
    // A town in Tibet is called so too.
    check("DDR", None, gdr);
    check("DDR", Some(Level::Nation), gdr);
    check("DDR", Some(Level::City), gdr);
    check(
        "Tschechoslowakei",
        None,
        "review Czechia: Czechoslovakia is a country of the past (ISO 3166 withdrew its code in 1993); after it came \
         Czechia, Slovakia",
    );
    check(
        "Zaire",
        None,
        "review Congo (DRC): Zaire is a country of the past (ISO 3166 withdrew its code in 1997); today it is called Congo (DRC)",
    );
    check("Zaire", Some(Level::Nation), "match Congo (DRC)");
    check("Burma", Some(Level::City), "review Burma: Burmā");
    check("Gold Coast", None, "match Gold Coast");
}
