//! Two countries in the same networks, posts and programmes.

use expect_test::expect;

use crate::{page, world};

const WORLD: &str = r#"
    nation us "United States" country=US
    nation china country=CN
    city austin in us
    city boston in us
    city wuhan in china
    network old "Old union"
    network young "Young union"
    programme pairs "A programme of pairs"
    source list official-list 2020 "A list"
    austin member old 2016/2018 per list
    boston member old 2017/.. per list
    wuhan member old 2018/.. per list
    wuhan member young 2019/.. per list role=board
    boston member young 2019/2020 per list role=presidency
    wuhan runs pairs 2019/.. per list
    not austin member young per list
"#;

#[test]
fn on_a_day_and_by_year() {
    expect![[r#"
        CHINA AND THE UNITED STATES SIDE BY SIDE
        as of 30 June 2020

        As of 30 June 2020, China has 2 memberships on record, in 2 networks, and the United States 2, in 2; they share 2. Of posts in networks 1 of China and 1 of the United States are on file over all years; 1 and 1 were held on that day.
          memberships on record of China: 2
              Sources: A list (2020), row 3: since 2018
                       A list (2020), row 4: since 2019
          networks with members of China: 2
              Sources: A list (2020), row 3: since 2018
                       A list (2020), row 4: since 2019
          posts of China over all years: 1
              Sources: A list (2020), row 4: since 2019
          posts of China on that day: 1
              Sources: A list (2020), row 4: since 2019
          memberships on record of the United States: 2
              Sources: A list (2020), row 2: since 2017
                       A list (2020), row 5: 2019 to 2020
          networks with members of the United States: 2
              Sources: A list (2020), row 2: since 2017
                       A list (2020), row 5: 2019 to 2020
          posts of the United States over all years: 1
              Sources: A list (2020), row 5: 2019 to 2020
          posts of the United States on that day: 1
              Sources: A list (2020), row 5: 2019 to 2020
          networks that both are in: 2
              Sources: A list (2020), row 3: since 2018
                       A list (2020), row 4: since 2019

        In the same networks
          Network  ·  China  ·  United States
          Old union  ·  1  ·  1
              Sources: A list (2020), row 3: since 2018
          Young union  ·  1  ·  1
              Sources: A list (2020), row 4: since 2019

        Posts
          Place  ·  Network  ·  Role  ·  Stated time  ·  On that day
          Wuhan, China  ·  Young union  ·  board  ·  since 2019  ·  on record
              Sources: A list (2020), row 4: since 2019
          Boston, United States  ·  Young union  ·  presidency  ·  2019 to 2020  ·  on record
              Sources: A list (2020), row 5: 2019 to 2020

        Programmes
          Programme  ·  Place
          A programme of pairs  ·  Wuhan, China
              Sources: A list (2020), row 6: since 2019

        By year
          Statements of three members a year stand behind each row.
          Year  ·  China  ·  United States  ·  Posts of China  ·  Posts of the United States
          2016  ·  0  ·  1  ·  0  ·  0
              Sources: A list (2020), row 1: 2016 to 2018
          2017  ·  0  ·  2  ·  0  ·  0
              Sources: A list (2020), row 1: 2016 to 2018
          2018  ·  1  ·  2  ·  0  ·  0
              Sources: A list (2020), row 3: since 2018
          2019  ·  2  ·  2  ·  1  ·  1
              Sources: A list (2020), row 3: since 2018
          2020  ·  2  ·  2  ·  1  ·  1
              Sources: A list (2020), row 3: since 2018

        Searched
          Networks: A list (2020): 2 found, completeness unknown
          Programmes and foundings: A list (2020): 1 found, completeness unknown
          Networks: A list (2020): 4 found, completeness unknown
    "#]].assert_eq(&page(&world(WORLD), "presence-of china us at=2020-06-30"));
}
