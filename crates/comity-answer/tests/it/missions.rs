//! Missions by year, host and trade.

use expect_test::expect;

use crate::{page, world};

const WORLD: &str = r#"
    nation us "United States" country=US
    nation japan country=JP
    nation china country=CN
    state ohio in us
    city tokyo in japan
    city shanghai in china
    person jane "Jane Roe"
    event first "Ohio in Asia 2011" class=mission
    event second "Ohio in Japan 2013" class=mission
    event third "Ohio in Japan 1994" class=mission
    event summit "A summit" class=summit
    source paper press 2011-10 "A paper"
    source plan press 2013-01 "Another paper"
    first within tokyo per paper
    first within shanghai per paper
    ohio takes-part first 2011-09 per paper role=organiser
    jane takes-part first 2011-09 per paper role=leader
    attribute first date 2011-09-17/2011-09-24 per paper
    attribute first sector agriculture per paper
    attribute first sector "car parts" per paper
    attribute first delegation 20 unit=people per paper
    second within japan per plan modality=planned
    ohio takes-part second 2013-05 per plan role=organiser modality=planned
    attribute second date 2013-05-01/2013-05-08 per plan modality=planned
    attribute second days 8 per plan modality=planned
    third within tokyo per paper
    ohio takes-part third per paper role=organiser
"#;

#[test]
fn by_year_host_and_trade() {
    expect![[r#"
        MISSIONS ABROAD OF THE UNITED STATES
        as of 2024

        3 missions abroad are on file, the first in 2011 and the last in 2013. More went to Japan than to any other country: 3. Of one of them the announcement is on file, not whether it took place.
          missions: 3
              Sources: A paper (October 2011), row 13: date unknown
                       A paper (October 2011), row 6: sector: agriculture
                       Another paper (January 2013), row 12: days: 8
          missions to Japan: 3
              Sources: A paper (October 2011), row 13: date unknown
                       A paper (October 2011), row 6: sector: agriculture
                       Another paper (January 2013), row 12: days: 8
          missions of which only the announcement is on file: 1
              Sources: Another paper (January 2013), row 12: days: 8

        By year
          One more has no year of its own.
          Year  ·  Reported  ·  Announced only
          2011  ·  1  ·  0
              Sources: A paper (October 2011), row 6: sector: agriculture
          2013  ·  0  ·  1
              Sources: Another paper (January 2013), row 12: days: 8

        By country visited
          Country  ·  Reported  ·  Announced only
          Japan  ·  2  ·  1
              Sources: A paper (October 2011), row 13: date unknown
          China  ·  1  ·  0
              Sources: A paper (October 2011), row 6: sector: agriculture

        By trade
          Trade  ·  Reported  ·  Announced only
          agriculture  ·  1  ·  0
              Sources: A paper (October 2011), row 6: sector: agriculture
          car parts  ·  1  ·  0
              Sources: A paper (October 2011), row 6: sector: agriculture

        Missions
          When  ·  Mission  ·  Sent by  ·  Led by  ·  Places visited  ·  Trades  ·  Days  ·  Went along  ·  On file as
            ·  Ohio in Japan 1994, Japan  ·  Ohio, United States  ·  –  ·  Tokyo, Japan  ·  –  ·  –  ·  –  ·  reported
              Sources: A paper (October 2011), row 13: date unknown
          17 September 2011 to 24 September 2011  ·  Ohio in Asia 2011, China, Japan  ·  Ohio, United States  ·  Jane Roe  ·  Shanghai, China; Tokyo, Japan  ·  agriculture and car parts  ·  –  ·  20 people  ·  reported
              Sources: A paper (October 2011), row 6: sector: agriculture
          1 May 2013 to 8 May 2013  ·  Ohio in Japan 2013, Japan  ·  Ohio, United States  ·  –  ·  Japan  ·  –  ·  8  ·  –  ·  announced
              Sources: Another paper (January 2013), row 12: days: 8

        Searched
          Events: A paper (October 2011): 2 found, completeness unknown
          Events: Another paper (January 2013): 1 found, completeness unknown
    "#]].assert_eq(&page(&world(WORLD), "missions us at=2024"));
}

#[test]
fn of_one_country_and_trade() {
    expect![[r#"
        MISSIONS ABROAD OF THE UNITED STATES TO CHINA
        as of 2024

        One mission abroad is on file, in 2011.
          missions: 1
              Sources: A paper (October 2011), row 6: sector: agriculture
          missions of which only the announcement is on file: 0

        By year
          Year  ·  Reported  ·  Announced only
          2011  ·  1  ·  0
              Sources: A paper (October 2011), row 6: sector: agriculture

        By country visited
          Country  ·  Reported  ·  Announced only
          China  ·  1  ·  0
              Sources: A paper (October 2011), row 6: sector: agriculture
          Japan  ·  1  ·  0
              Sources: A paper (October 2011), row 6: sector: agriculture

        By trade
          Trade  ·  Reported  ·  Announced only
          agriculture  ·  1  ·  0
              Sources: A paper (October 2011), row 6: sector: agriculture
          car parts  ·  1  ·  0
              Sources: A paper (October 2011), row 6: sector: agriculture

        Missions
          When  ·  Mission  ·  Sent by  ·  Led by  ·  Places visited  ·  Trades  ·  Days  ·  Went along  ·  On file as
          17 September 2011 to 24 September 2011  ·  Ohio in Asia 2011, China, Japan  ·  Ohio, United States  ·  Jane Roe  ·  Shanghai, China; Tokyo, Japan  ·  agriculture and car parts  ·  –  ·  20 people  ·  reported
              Sources: A paper (October 2011), row 6: sector: agriculture

        Searched
          Events: A paper (October 2011): 2 found, completeness unknown
          Events: Another paper (January 2013): 1 found, completeness unknown
    "#]].assert_eq(&page(&world(WORLD), "missions us china sector=parts at=2024"));
}
