//! Who weighs how much.

use comity_answer::Answer;
use expect_test::expect;

use crate::{answer, page, world};

const COUNCIL: &str = r#"
    nation united-states "United States" country=US
    network council "Mayors Migration Council"
    source note report 2024-02 "Note 302"
    source wup report 2018 "World Urbanization Prospects"
    source bank report 2024 "World Bank"
    count 200 cities per note link=member object.entity=council wording="cities in it"
    count 40 cities per note link=member subject.within=united-states object.entity=council wording="of them in the United States"
    attribute united-states urban-population-share 0.0626 2020 per wup
    attribute united-states gdp-share 25% per bank
"#;

#[test]
fn counts_against_every_sourced_share() {
    expect![[r#"
        WHO WEIGHS HOW MUCH IN MAYORS MIGRATION COUNCIL
        as of 24 November 2026

        United States: 40 of 200 = 0.200 (counted by Note 302)
          Says who? Note 302 (February 2024), row 2: 40 cities: of them in the United States
          and       Note 302 (February 2024), row 1: 200 cities: cities in it
          3.2 × its share of urban population of 0.0626  ·  95 %: 2.35 to 4.19; Wilson 2.40 to 4.17  ·  p < 0.0001
              Says who? World Urbanization Prospects (2018), row 3: share of urban population: 0.0626
          0.80 × its share of GDP of 0.25  ·  95 %: 0.59 to 1.05; Wilson 0.60 to 1.04  ·  p = 0.1203
              Says who? World Bank (2024), row 4: share of GDP: 25%

        Not looked yet: networks

        To keep in mind
          The answer depends on what it is measured against: read all rows together.
    "#]].assert_eq(&page(&world(COUNCIL), "presence council"));
}

#[test]
fn links_with_uncertain_dates_give_a_range() {
    let text = r#"
        nation france country=FR
        city lyon in france
        city nice in france
        city ulm country=DE
        network n
        source s report 2020 "S"
        lyon member n 2000/.. per s
        nice member n per s
        ulm member n 2000/.. per s
        attribute france population-share 0.1 per s
    "#;
    let Answer::Presence(presence) = answer(&world(text), "presence n at=2010") else { panic!("presence") };
    let [basis] = presence.rows.as_slice() else { panic!("one basis") };
    assert_eq!((basis.x, basis.n), (2, 3));
    assert!((basis.share_low - 0.5).abs() < 1e-12 && (basis.share_high - 2.0 / 3.0).abs() < 1e-12);
}

#[test]
fn golden_quotients() {
    let Some(path) = comity_fixtures::shared("goldens/golden_representation.json") else { return };
    let golden: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    for case in golden["cases"].as_array().unwrap() {
        let text = format!(
            "nation us country=US\n network n\n source s report 2024 \"S\"\n count {} cities per s link=member object.entity=n wording=all\n \
             count {} cities per s link=member subject.within=us object.entity=n wording=there\n attribute us gdp-share {} per s",
            case["n"], case["x"], case["p0"]
        );
        let Answer::Presence(presence) = answer(&world(&text), "presence n") else { panic!("presence") };
        let found = &presence.rows[0].quotients[0];
        let expected = |value: &serde_json::Value, found: f64| {
            assert!((value.as_f64().unwrap() - found).abs() < 1e-9, "{case}: {found}");
        };
        expected(&case["RQ"], found.quotient);
        expected(&case["clopper_pearson_95"][0], found.exact_low);
        expected(&case["clopper_pearson_95"][1], found.exact_high);
        expected(&case["wilson_95"][0], found.wilson_low);
        expected(&case["wilson_95"][1], found.wilson_high);
        expected(&case["p_two_sided"], found.p);
    }
}
