//! Who weighs how much.

use comity_answer::{Answer, Cell};
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
        OVER- OR UNDER-REPRESENTED IN MAYORS MIGRATION COUNCIL?
        as of 24 November 2026

        Note 302 counts 200 members, 40 of them in the United States: 3.2 times its share of urban population (2020), 0.80 of its share of GDP (as of 2024).
          United States, 40 of 200: 3.2 (2.3 to 4.2) × its share of urban population (2020)
              Sources: World Urbanization Prospects (2018), row 3: share of urban population: 0.0626
                       Note 302 (February 2024), row 2: 40 cities: of them in the United States
                       Note 302 (February 2024), row 1: 200 cities: cities in it
          United States, 40 of 200: 0.80 (0.59 to 1.0) × its share of GDP (as of 2024)
              Sources: World Bank (2024), row 4: share of GDP: 25%
                       Note 302 (February 2024), row 2: 40 cities: of them in the United States
                       Note 302 (February 2024), row 1: 200 cities: cities in it

        Against every sourced share
          Place  ·  Members  ·  From this place  ·  Total  ·  Measured against  ·  That share  ·  Times its share  ·  95 % from  ·  95 % to  ·  Wilson from  ·  Wilson to  ·  p  ·  Symmetric
          United States  ·  counted by Note 302  ·  40  ·  200  ·  share of urban population (2020)  ·  0.063  ·  3.2  ·  2.3  ·  4.2  ·  2.4  ·  4.2  ·  under 0.0001  ·  0.52
              Sources: World Urbanization Prospects (2018), row 3: share of urban population: 0.0626
          United States  ·  counted by Note 302  ·  40  ·  200  ·  share of GDP (as of 2024)  ·  0.25  ·  0.80  ·  0.59  ·  1.0  ·  0.60  ·  1.0  ·  0.12  ·  −0.11
              Sources: World Bank (2024), row 4: share of GDP: 25%

        Shares of members
          Place  ·  Members  ·  From this place  ·  Total  ·  Share  ·  Least by dates  ·  Most by dates  ·  How complete
          United States  ·  counted by Note 302  ·  40  ·  200  ·  0.20  ·  0.20  ·  0.20  ·  as the source counts
              Sources: Note 302 (February 2024), row 2: 40 cities: of them in the United States

        Not yet searched: networks

        To keep in mind
          Compare with more than one yardstick. An interval says what chance would do to a sample; it does not make an incomplete list complete.
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
        count 3 cities per s link=member object.entity=n wording="members"
    "#;
    // By hand: Lyon surely, Nice perhaps, Ulm surely: 1 of 2 at least, 2 of 3 at most.
    expect![[r#"
        OVER- OR UNDER-REPRESENTED IN N?
        as of 2010

        No source counts all members and those from one country, and the members on file are too few to stand for all, or nobody says how many there are: 2 on file of at most 3 claimed.

        Shares of members
          Place  ·  Members  ·  From this place  ·  Total  ·  Share  ·  Least by dates  ·  Most by dates  ·  How complete
          France  ·  members on record  ·  1  ·  2  ·  –  ·  –  ·  –  ·  no share is given: 2 on file of at most 3 claimed
              Sources: S (2020), row 1: since 2000

        Searched
          Networks: S (2020): 3 found, completeness unknown

        To keep in mind
          Compare with more than one yardstick. An interval says what chance would do to a sample; it does not make an incomplete list complete.
    "#]].assert_eq(&page(&world(text), "presence n at=2010"));
}

const SHORT: &str = r#"
    nation france country=FR
    city lyon in france
    city nice in france
    city ulm country=DE
    network n
    source s report 2020 "S"
    source t press 2019 "T"
    lyon member n 2000/.. per s
    nice member n 2000/2012 per t
    nice member n 2000/.. per s
    ulm member n 2000/.. per s
    attribute france population-share 0.1 per s
"#;

/// Of a hundred members three are on file; of three that nobody counted, nobody knows what part they are.
#[test]
fn a_short_list_carries_no_quotient() {
    let many = "count 100 cities per s link=member object.entity=n wording=members";
    expect![[r#"
        OVER- OR UNDER-REPRESENTED IN N?
        as of 2010

        No source counts all members and those from one country, and the members on file are too few to stand for all, or nobody says how many there are: 3 on file of at most 100 claimed.

        Shares of members
          Place  ·  Members  ·  From this place  ·  Total  ·  Share  ·  Least by dates  ·  Most by dates  ·  How complete
          France  ·  members on record  ·  2  ·  3  ·  –  ·  –  ·  –  ·  no share is given: 3 on file of at most 100 claimed
              Sources: T (2019), row 2: 2000 to 2012

        Searched
          Networks: S (2020): 3 found, completeness unknown
          Networks: T (2019): 1 found, completeness unknown

        To keep in mind
          Compare with more than one yardstick. An interval says what chance would do to a sample; it does not make an incomplete list complete.
    "#]].assert_eq(&page(&world(&format!("{SHORT}\n{many}")), "presence n at=2010"));
    let unknown = page(&world(SHORT), "presence n at=2010");
    assert!(
        unknown.contains("nobody says how many there are: 3 on file, number of members not claimed."),
        "{unknown}"
    );
    assert!(!unknown.contains("Against every sourced share"), "{unknown}");
}

/// A list looked through whole carries one for its own time, and not against a larger number of the same time.
#[test]
fn a_list_looked_through_whole_is_enough_for_its_time() {
    let looked = "looked member per s object=n completeness=complete found=3 period=2010";
    let quotients = |more: &str, at: &str| {
        let text = page(&world(&format!("{SHORT}\n{looked}\n{more}")), &format!("presence n at={at}"));
        text.lines().filter(|line| line.contains("  6.7  ") || line.contains(": 6.7 (")).count()
    };
    assert_eq!([quotients("", "2010"), quotients("", "2015")], [2, 0]);
    let counted =
        |when: &str| format!("count 9 cities {when} per s link=member object.entity=n wording=members");
    assert_eq!([quotients(&counted("2010"), "2010"), quotients(&counted("2018"), "2010")], [0, 2]);
    let part = "looked member per s subject=france object=n completeness=complete found=2 period=2010";
    assert!(!page(&world(&format!("{SHORT}\n{part}")), "presence n at=2010").contains("  6.7  "));
}

#[test]
fn golden_quotients() {
    let golden: serde_json::Value = serde_json::from_str(&comity_fixtures::golden("representation")).unwrap();
    for case in golden["cases"].as_array().unwrap() {
        let text = format!(
            "nation us country=US\n network n\n source s report 2024 \"S\"\n count {} cities per s link=member object.entity=n wording=all\n \
             count {} cities per s link=member subject.within=us object.entity=n wording=there\n attribute us gdp-share {} per s",
            case["n"], case["x"], case["p0"]
        );
        let Answer::Report(sheet) = answer(&world(&text), "presence n") else { panic!("a sheet") };
        let table = &sheet.tables[0];
        let expected = |value: &serde_json::Value, key: &str| {
            let place = table.columns.iter().position(|column| column.key == key).unwrap();
            let Cell::Number(found) = table.rows[0].cells[place] else { panic!("{key} is a number") };
            assert!((value.as_f64().unwrap() - found).abs() < 1e-9, "{case}: {key} {found}");
        };
        expected(&case["RQ"], "quotient");
        expected(&case["clopper_pearson_95"][0], "low");
        expected(&case["clopper_pearson_95"][1], "high");
        expected(&case["wilson_95"][0], "wilson_low");
        expected(&case["wilson_95"][1], "wilson_high");
        if case["p_two_sided"].as_f64().unwrap() >= 0.0001 {
            expected(&case["p_two_sided"], "p");
        }
    }
}
