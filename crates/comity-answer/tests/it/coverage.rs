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

        On file
          Statements on file: 5
          Sources: 2
          Networks with members on file: 1
          Networks: 2
          Waiting for someone to check: 1
          Ties: 2, of which 1 rest on one source

        Claimed numbers
          cities in C40: 96 cities (as of 2020): 2 of 96 on file
              Says who? C40 list (2020), row 4: 96 cities: cities in C40
          cities in the council: 200 cities (as of February 2024): 0 of 200 on file
              Says who? Note 302 (February 2024), row 5: 200 cities: cities in the council

        Networks
          C40: 0 members and 2 possible of 96 claimed, last look February 2024
          Council: 0 members of 200 claimed, not looked yet

        Looked at
          Networks: C40 list (2020): 2 found, how completely: not stated
          Networks: Note 302 (February 2024): 1 found, how completely: not stated

        Not looked yet: agreements, events, offices abroad, resolutions and laws
        Waiting for someone to check, in the whole register: 1 statements
    "#]]
    .assert_eq(&page(&world, "coverage at=2026"));
    assert!(page(&world, "coverage c40").contains("C40: 0 members and 2 possible of 96 claimed"));
}
