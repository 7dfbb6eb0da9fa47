//! How complete it is.

use expect_test::expect;

use crate::{page, world};

#[test]
fn claimed_against_on_file() {
    let world = world(
        r#"
        nation united-states "United States" country=US
        city austin in united-states
        city paris country=FR
        network c40 "C40"
        network council
        source note report 2024-02 "Note 302"
        source list official-list 2020 "C40 list"
        austin member c40 2005/.. per list
        austin member c40 per note
        paris member c40 per list
        count 96 cities per list link=member object.entity=c40 wording="cities in C40"
        count 200 cities per note link=member object.entity=council wording="cities in the council"
        open "Miami" member per list other=c40
    "#,
    );
    expect![[r#"
        HOW COMPLETE IS WHAT IS ON FILE?
        as of 2026

        2 ties are on file, 1 of them on a single source. Members are on file for 1 of 2 networks.

        On file
          Ties on file: 2
          Ties on a single source: 1
          Statements on file: 5
          Sources: 2
          Networks with members on file: 1
          Networks: 2
          Statements to match: 1

        By network
          Claimed is the largest number of members that any source gives, whenever; covered is what is on record on the day over it. Ties are all that any source ever told of; on one source, the share of them that all who tell have from one and the same. Searches are on record as such, those that found nothing too. Last reported is the latest day that a source describes. A row carries the claim of the number and one claim each of the first 100 ties.
          Network  ·  Claimed  ·  On record  ·  Covered  ·  Ties  ·  On one source  ·  Searches  ·  Found nothing  ·  Last search  ·  Age  ·  Last reported
          C40  ·  96  ·  1  ·  0.010  ·  2  ·  0.50  ·  0  ·  0  ·  February 2024  ·  2  ·  February 2024
              Sources: C40 list (2020), row 4: 96 cities: cities in C40
          Council  ·  200  ·  0  ·  0  ·  0  ·  –  ·  0  ·  0  ·  not yet searched  ·  –  ·  –
              Sources: Note 302 (February 2024), row 5: 200 cities: cities in the council

        By country
          Claimed and on file are added up over the networks of which a source says how many members it has there; the next table tells them apart. All other columns are of every tie on file that touches the country.
          Country  ·  Claimed  ·  On record  ·  Covered  ·  Ties  ·  On one source  ·  Searches  ·  Found nothing  ·  Last search  ·  Age  ·  Last reported  ·  Not yet searched
          United States  ·  –  ·  –  ·  –  ·  1  ·  0  ·  0  ·  0  ·  February 2024  ·  2  ·  February 2024  ·  Agreements, Events, Offices abroad, Resolutions and laws
              Sources: Note 302 (February 2024), row 2: date unknown

        Claimed numbers beside what is on file
          What is counted  ·  Claimed  ·  When  ·  On file  ·  According to
          cities in C40  ·  96 cities  ·  as of 2020  ·  2 of 96 on file  ·  C40 list, row 4
              Sources: C40 list (2020), row 4: 96 cities: cities in C40
          cities in the council  ·  200 cities  ·  as of February 2024  ·  0 of 200 on file  ·  Note 302, row 5
              Sources: Note 302 (February 2024), row 5: 200 cities: cities in the council

        Not yet matched
          1 of C40 list

        Searched
          Networks: C40 list (2020): 2 found, completeness unknown
          Networks: Note 302 (February 2024): 1 found, completeness unknown

        Not yet searched: agreements, events, offices abroad, resolutions and laws
        1 statement of the whole register is not yet matched
    "#]]
    .assert_eq(&page(&world, "coverage at=2026"));
    let text = page(&world, "coverage c40 at=2019-12-31");
    assert!(text.contains("C40  ·  96  ·  1 (1 to 2)  ·"), "{text}");
}

// On the day Boston is surely a member; Austin may be, seen in 2020; Paris left in 2019 or is one still: of 6, 1 to 3.
// Austin rests on the list alone, for the echo has it from there: 1 of 3 ties. Two looks at France found nothing.
const DEPTH: &str = r#"
    nation us "United States" country=US
    nation france country=FR
    city austin in us
    city boston in us
    city paris in france
    network c40 "C40"
    network council
    source list official-list 2020 "C40 list"
    source note report 2024-02 "Note 302"
    source echo press 2021 "Echo"
    austin member c40 2005/.. per list
    austin member c40 2005/.. per echo cites=list
    boston member c40 2007/.. per list
    boston member c40 per note
    paris member c40 2005/2019 per list
    paris member c40 2005/ per note
    count 4 cities per list link=member object.entity=c40 wording="cities in C40"
    count 6 cities per note link=member object.entity=c40 wording="cities in C40"
    count 9 cities per echo link=member object.entity=c40 wording="cities in C40" standing=rejected
    count 2 cities per list link=member subject.within=us object.entity=c40 wording="US cities in C40"
    count 3 cities per note link=member subject.within=us object.entity=c40 wording="US cities in C40"
    looked member per note subject=france object=council completeness=partial found=0 when=2022-05
    looked adopts per note subject=france found=0 when=2023
"#;

#[test]
fn by_network_and_by_country() {
    let text = page(&world(DEPTH), "coverage at=2024-02");
    let tables = text.split("\nBy network\n").nth(1).unwrap_or_default().split("\nLooked at").next();
    expect![[r#"
          Claimed is the largest number of members that any source gives, whenever; covered is what is on record on the day over it. Ties are all that any source ever told of; on one source, the share of them that all who tell have from one and the same. Searches are on record as such, those that found nothing too. Last reported is the latest day that a source describes. A row carries the claim of the number and one claim each of the first 100 ties.
          Network  ·  Claimed  ·  On record  ·  Covered  ·  Ties  ·  On one source  ·  Searches  ·  Found nothing  ·  Last search  ·  Age  ·  Last reported
          C40  ·  6  ·  2 (1 to 3)  ·  0.33  ·  3  ·  0.33  ·  0  ·  0  ·  February 2024  ·  0  ·  February 2024
              Sources: Note 302 (February 2024), row 8: 6 cities: cities in C40
          Council  ·  –  ·  0  ·  –  ·  0  ·  –  ·  1  ·  1  ·  May 2022  ·  1  ·  –

        By country
          Claimed and on file are added up over the networks of which a source says how many members it has there; the next table tells them apart. All other columns are of every tie on file that touches the country.
          Country  ·  Claimed  ·  On record  ·  Covered  ·  Ties  ·  On one source  ·  Searches  ·  Found nothing  ·  Last search  ·  Age  ·  Last reported  ·  Not yet searched
          United States  ·  3  ·  2 (1 to 2)  ·  0.67  ·  2  ·  0.50  ·  0  ·  0  ·  February 2024  ·  0  ·  February 2024  ·  Agreements, Events, Offices abroad, Resolutions and laws
              Sources: Note 302 (February 2024), row 11: 3 cities: US cities in C40
          France  ·  –  ·  –  ·  –  ·  1  ·  0  ·  2  ·  2  ·  February 2024  ·  0  ·  February 2024  ·  Agreements, Events, Offices abroad
              Sources: Note 302 (February 2024), row 6: since 2005

        By network and country, where a source says how many
          Network  ·  Country  ·  Claimed  ·  On record  ·  Covered
          C40  ·  United States  ·  3  ·  2 (1 to 2)  ·  0.67
              Sources: Note 302 (February 2024), row 11: 3 cities: US cities in C40

        Claimed numbers beside what is on file
          What is counted  ·  Claimed  ·  When  ·  On file  ·  According to
          US cities in C40  ·  2 cities  ·  as of 2020  ·  2 of 2 on file  ·  C40 list, row 10
              Sources: C40 list (2020), row 10: 2 cities: US cities in C40
          US cities in C40  ·  3 cities  ·  as of February 2024  ·  2 (1 to 2) of 3 on file  ·  Note 302, row 11
              Sources: Note 302 (February 2024), row 11: 3 cities: US cities in C40
          cities in C40  ·  4 cities  ·  as of 2020  ·  2 (2 to 3) of 4 on file  ·  C40 list, row 7
              Sources: C40 list (2020), row 7: 4 cities: cities in C40
          cities in C40  ·  9 cities  ·  as of 2021  ·  2 (1 to 3) of 9 on file  ·  Echo, row 9
              Sources: Echo (2021), row 9: 9 cities: cities in C40
          cities in C40  ·  6 cities  ·  as of February 2024  ·  2 (1 to 3) of 6 on file  ·  Note 302, row 8
              Sources: Note 302 (February 2024), row 8: 6 cities: cities in C40

        Searched
          Networks: Echo (2021): 1 found, completeness unknown
          Networks: C40 list (2020): 3 found, completeness unknown
          Networks: Note 302 (February 2024): 0 found, partial, May 2022
          Resolutions and laws: Note 302 (February 2024): 0 found, completeness unknown, 2023

        Not yet searched: agreements, events, offices abroad
    "#]].assert_eq(tables.unwrap_or_default());
    let of_france = page(&world(DEPTH), "coverage france at=2024-02");
    assert!(!of_france.contains("United States  ·"), "{of_france}");
}
