//! Offices for international affairs by city and year.

use expect_test::expect;

use crate::{page, world};

const WORLD: &str = r#"
    nation us "United States" country=US
    city austin in us
    city boston in us
    organisation desk "International desk" class=unit
    organisation bureau "World bureau" class=unit
    organisation ministry "A ministry" class=unit
    organisation silent "A silent office" class=unit
    source budget council-record 2012 "A budget"
    source later council-record 2020 "A later budget"
    desk within austin per budget kind=part
    bureau within boston per budget kind=part
    ministry within us per budget kind=part
    silent within austin per budget kind=part
    attribute ministry staff 900 per budget unit=people
    attribute desk founded 1999 per budget
    attribute desk founding-act "Ordinance 7" per budget
    attribute desk placement "the mayor" per budget
    attribute desk staff 3 2012 per budget unit=people
    attribute desk staff 5 2020 per later unit=people
    attribute desk budget 226000 2012 per budget unit=USD
    attribute bureau founded 2005 per budget
"#;

#[test]
fn what_is_published_of_each() {
    expect![[r#"
        OFFICES FOR INTERNATIONAL AFFAIRS OF THE UNITED STATES
        as of 2024

        2 offices of cities and states for international affairs are on file. Of one it is published how many work there, and of one what it may spend. The oldest is that of Austin, of 1999.
          offices: 2
              Sources: A budget (2012), row 8: placement: the mayor
                       A budget (2012), row 12: founded: 2005
          offices of which the staff is published: 1
              Sources: A budget (2012), row 9: staff: 3 people
          offices of which a budget is published: 1
              Sources: A budget (2012), row 11: budget: 226000 USD

        Offices
          Place  ·  Office  ·  Founded  ·  Made by  ·  Stands under  ·  Staff  ·  Budget
          Austin, United States  ·  International desk, United States  ·  1999  ·  Ordinance 7  ·  the mayor  ·  5 people (2020)  ·  226,000 USD (2012)
              Sources: A budget (2012), row 8: placement: the mayor
          Boston, United States  ·  World bureau, United States  ·  2005  ·  –  ·  –  ·  –  ·  –
              Sources: A budget (2012), row 12: founded: 2005

        By city and year
          Year  ·  Place  ·  What  ·  Value  ·  Unit
          2012  ·  Austin, United States  ·  staff  ·  3  ·  people
              Sources: A budget (2012), row 9: staff: 3 people
          2012  ·  Austin, United States  ·  budget  ·  226,000  ·  USD
              Sources: A budget (2012), row 11: budget: 226000 USD
          2020  ·  Austin, United States  ·  staff  ·  5  ·  people
              Sources: A later budget (2020), row 10: staff: 5 people

        Searched
          Places: A budget (2012): 4 found, completeness unknown
    "#]].assert_eq(&page(&world(WORLD), "capacity us at=2024"));
}

#[test]
fn on_an_earlier_day_less_is_published() {
    expect![[r#"
        OFFICES FOR INTERNATIONAL AFFAIRS OF AUSTIN
        as of 2015

        One office of a city or state for international affairs is on file. Of one it is published how many work there, and of one what it may spend.
          offices: 1
              Sources: A budget (2012), row 8: placement: the mayor
          offices of which the staff is published: 1
              Sources: A budget (2012), row 9: staff: 3 people
          offices of which a budget is published: 1
              Sources: A budget (2012), row 11: budget: 226000 USD

        Offices
          Place  ·  Office  ·  Founded  ·  Made by  ·  Stands under  ·  Staff  ·  Budget
          Austin, United States  ·  International desk, United States  ·  1999  ·  Ordinance 7  ·  the mayor  ·  3 people (2012)  ·  226,000 USD (2012)
              Sources: A budget (2012), row 8: placement: the mayor

        By city and year
          Year  ·  Place  ·  What  ·  Value  ·  Unit
          2012  ·  Austin, United States  ·  staff  ·  3  ·  people
              Sources: A budget (2012), row 9: staff: 3 people
          2012  ·  Austin, United States  ·  budget  ·  226,000  ·  USD
              Sources: A budget (2012), row 11: budget: 226000 USD

        Searched
          Places: A budget (2012): 2 found, completeness unknown
    "#]].assert_eq(&page(&world(WORLD), "capacity austin at=2015"));
}
