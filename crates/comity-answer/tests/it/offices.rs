//! Offices abroad beside rival numbers.

use expect_test::expect;

use crate::{page, world};

const WORLD: &str = r#"
    nation us "United States" country=US
    nation japan country=JP
    state ohio in us
    state utah in us
    city tokyo in japan
    office ohio-tokyo "Ohio in Tokyo" in tokyo
    office utah-tokyo "Utah in Tokyo" in tokyo
    office ohio-utah "Ohio in Utah" in utah
    source note report 2024 "The note"
    source list report 1994 "A list"
    source paper press 1982 "A paper"
    ohio keeps ohio-tokyo 1980/1990 per list
    utah keeps utah-tokyo per list
    ohio keeps ohio-utah 1980/1990 per list
    count 19 offices 1982 per note link=keeps subject.within=us object.within=tokyo counting=objects wording="offices in Tokyo"
    count 22 offices 1982 per paper link=keeps subject.within=us object.within=tokyo counting=objects wording="offices in Tokyo"
"#;

#[test]
fn on_a_day_and_as_claimed() {
    expect![[r#"
        OFFICES ABROAD OF THE UNITED STATES IN TOKYO
        as of 1982

        As of 1982, one office abroad is on record. Sources count offices in Tokyo: 19 in 1982 and 22 in 1982.
          offices in Tokyo, 1982: 19 offices
              Sources: The note (2024), row 4: 19 offices: offices in Tokyo
          offices in Tokyo, 1982: 22 offices
              Sources: A paper (1982), row 5: 22 offices: offices in Tokyo

        By country and keeper
          Country  ·  Kept by a  ·  Offices
          Japan  ·  state  ·  1
              Sources: A list (1994), row 1: 1980 to 1990

        Offices
          Kept by  ·  Office  ·  City  ·  Country  ·  Since  ·  On that day
          Ohio, United States  ·  Ohio in Tokyo, Japan  ·  Tokyo, Japan  ·  Japan  ·  since 1980  ·  on record
              Sources: A list (1994), row 1: 1980 to 1990
          Utah, United States  ·  Utah in Tokyo, Japan  ·  Tokyo, Japan  ·  Japan  ·  date unknown  ·  first reported 1994
              Sources: A list (1994), row 2: date unknown

        Claimed by sources, beside what is on file
          Each number is compared with what is on file for the time it describes; covered is what is on file over what is claimed.
          What is counted  ·  Claimed  ·  When  ·  According to  ·  On file for that time  ·  Covered at least  ·  Covered at most
          offices in Tokyo  ·  22 offices  ·  1982  ·  A paper  ·  1 (1 to 2)  ·  0.045  ·  0.045
              Sources: A paper (1982), row 5: 22 offices: offices in Tokyo
          offices in Tokyo  ·  19 offices  ·  1982  ·  The note  ·  1 (1 to 2)  ·  0.053  ·  0.053
              Sources: The note (2024), row 4: 19 offices: offices in Tokyo

        Searched
          Offices abroad: A list (1994): 3 found, completeness unknown
    "#]].assert_eq(&page(&world(WORLD), "offices us tokyo at=1982"));
}
