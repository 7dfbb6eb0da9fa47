//! Money of states beside that of the federal government, worked out by hand: 75 million of 2015 at an index of 237 are 150
//! million at one of 474. What Ohio alone spends in 2016 is not set beside the ministry's plan of that year.

use expect_test::expect;

use crate::{page, world};

const WORLD: &str = r#"
    nation us "United States" country=US
    state ohio in us
    organisation trade "A ministry of trade" class=ministry
    source book report 2016 "A book"
    source plan report 2014 "A plan"
    trade within us per book
    count 75000000 USD 2015 per book subject.level=state subject.within=us counting=money purpose=exports wording="what states spend"
    count 61000000 USD 2013 per book subject.level=state subject.within=us counting=money purpose=exports wording="what states spend"
    count 462000000 USD 2015 per book subject.entity=trade counting=money purpose=exports wording="what the ministry has"
    count 500000000 USD 2016 per plan subject.entity=trade counting=money purpose=exports wording="what the ministry has" modality=planned
    count 9000000 EUR 2015 per book subject.entity=ohio counting=money purpose=tourism wording="what Ohio spends"
    attribute us price-index 237 2015 per book unit="USD, 1982-84 = 100"
    attribute us price-index 232 2013 per book unit="USD, 1982-84 = 100"
    attribute us price-index 474 2050 per book unit="USD, 1982-84 = 100"
    attribute us price-index 474 2020 per book unit="USD, 1982-84 = 100"
    count 4000000 USD 2016 per book subject.entity=ohio counting=money purpose=exports wording="what Ohio spends"
"#;

#[test]
fn states_beside_the_federal_government() {
    expect![[r#"
        MONEY FOR PROMOTION ABROAD OF THE UNITED STATES
        as of 2024

        For 2015, what states spend is put at 75 million USD, and what the ministry has at 462 million, 6.2 times as much. 6 sums for promotion abroad are on file, for years from 2013 to 2016.
          sums on file: 6
              Sources: A book (2016), row 3: 61000000 USD: what states spend
                       A book (2016), row 6: 9000000 EUR: what Ohio spends
                       A book (2016), row 2: 75000000 USD: what states spend
                       A book (2016), row 4: 462000000 USD: what the ministry has
              and       2 more
          times as much: 6.2
              Sources: A book (2016), row 2: 75000000 USD: what states spend
                       A book (2016), row 4: 462000000 USD: what the ministry has
          what states spend, in millions, in prices of 2020: 150
              Sources: A book (2016), row 2: 75000000 USD: what states spend
                       A book (2016), row 7: price index: 237 USD, 1982-84 = 100
                       A book (2016), row 10: price index: 474 USD, 1982-84 = 100
          what the ministry has, in millions, in prices of 2020: 924
              Sources: A book (2016), row 4: 462000000 USD: what the ministry has
                       A book (2016), row 7: price index: 237 USD, 1982-84 = 100
                       A book (2016), row 10: price index: 474 USD, 1982-84 = 100

        Sums
          Year  ·  What  ·  By  ·  Purpose  ·  Amount  ·  Currency  ·  In prices of 2020  ·  On file as
          2013  ·  what states spend  ·  states  ·  exports  ·  61  ·  USD  ·  125  ·  stated
              Sources: A book (2016), row 3: 61000000 USD: what states spend
          2015  ·  what Ohio spends  ·  states  ·  tourism  ·  9  ·  EUR  ·  –  ·  stated
              Sources: A book (2016), row 6: 9000000 EUR: what Ohio spends
          2015  ·  what states spend  ·  states  ·  exports  ·  75  ·  USD  ·  150  ·  stated
              Sources: A book (2016), row 2: 75000000 USD: what states spend
          2015  ·  what the ministry has  ·  federal  ·  exports  ·  462  ·  USD  ·  924  ·  stated
              Sources: A book (2016), row 4: 462000000 USD: what the ministry has
          2016  ·  what Ohio spends  ·  states  ·  exports  ·  4  ·  USD  ·  –  ·  stated
              Sources: A book (2016), row 11: 4000000 USD: what Ohio spends
          2016  ·  what the ministry has  ·  federal  ·  exports  ·  500  ·  USD  ·  –  ·  proposed
              Sources: A plan (2014), row 5: 500000000 USD: what the ministry has

        To keep in mind
          Fiscal years begin before the calendar year they are named for, and the bodies count different things as promotion.
    "#]].assert_eq(&page(&world(WORLD), "spending us at=2024"));
}

#[test]
fn for_one_purpose() {
    expect![[r#"
        MONEY FOR PROMOTION ABROAD OF THE UNITED STATES
        as of 2024

        One sum for promotion abroad is on file, for 2015.
          sums on file: 1
              Sources: A book (2016), row 6: 9000000 EUR: what Ohio spends

        Sums
          Year  ·  What  ·  By  ·  Purpose  ·  Amount  ·  Currency  ·  In prices of 2020  ·  On file as
          2015  ·  what Ohio spends  ·  states  ·  tourism  ·  9  ·  EUR  ·  –  ·  stated
              Sources: A book (2016), row 6: 9000000 EUR: what Ohio spends

        To keep in mind
          Fiscal years begin before the calendar year they are named for, and the bodies count different things as promotion.
    "#]].assert_eq(&page(&world(WORLD), "spending us tourism at=2024"));
}

#[test]
fn sums_of_one_year_disagree_and_those_of_two_do_not() {
    let rival = r#"
    source rival report 2016 "A rival"
    count 90000000 USD 2015 per rival subject.level=state subject.within=us counting=money purpose=exports wording="what states spend"
    "#;
    expect![[r#"
        WHERE SOURCES DISAGREE
        as of 24 November 2026

        Sources disagree: 1 tension.

        Contradictions: 0
          none found

        Tensions: 1
          numbers or dates of about the same time that cannot both be right
          what states spend
            90000000 USD: what states spend
                A rival (2016), row 12: 90000000 USD: what states spend
            75000000 USD: what states spend
                A book (2016), row 2: 75000000 USD: what states spend

        Possible copying errors: 0
          none found
    "#]]
    .assert_eq(&page(&world(&format!("{WORLD}{rival}")), "conflicts"));
}
