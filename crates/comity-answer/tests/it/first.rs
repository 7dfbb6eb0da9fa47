//! The first member from a place, by dates that are open at one end.

use expect_test::expect;

use crate::{check, world};

const WORLD: &str = r#"
    nation us country=US
    city boston in us
    city austin in us
    nation france country=FR
    city lyon in france
    network c40
    network iula
    source list report 2010 "A list"
    source paper press 2006 "A paper"
    attribute c40 founded 2005 per paper
    attribute c40 founded 2005-10 per list
    boston member c40 2007/.. per paper
    austin member c40 per list observed=2009
    lyon member c40 2005/.. per paper
    not boston member iula per paper
"#;

#[test]
fn dates_decide_and_denials_do_not_count() {
    check(
        &world(WORLD),
        "first us",
        &expect![[r#"
            FIRST MEMBERS FROM US
            as of 24 November 2026

            1 network has a dated member on file.
              networks with a dated member: 1
                  Sources: A list (2010), row 2: founded: 2005-10
                           A paper (2006), row 1: founded: 2005
                           A paper (2006), row 3: since 2007
              from founding to the first member, at most: median (shortest to longest): 3 years
                  Sources: A list (2010), row 2: founded: 2005-10
                           A paper (2006), row 1: founded: 2005
                           A paper (2006), row 3: since 2007

            First members
              Network  ·  Founded  ·  First member on file  ·  Joined  ·  At least  ·  At most
              C40  ·  October 2005 or 2005  ·  Boston, Us  ·  2007  ·  1  ·  3
                  Sources: A list (2010), row 2: founded: 2005-10

            Searched
              Networks: A list (2010): 1 found, completeness unknown
              Networks: A paper (2006): 2 found, completeness unknown

            How this was found
              On record: a source says so for this day, or said so earlier and nothing has ended it, as long as ties of its kind are carried. A source that describes a day makes certain that day only; one without a date speaks from the day it was read. Counts are of what is on record. (ISO 8601-2 (EDTF))
              A member seen on a day joined no later than that day; the first is the one that surely joined earliest. Years run from founding to joining, least and most that the dates allow.
              On file up to entry 1, head 9f3a
        "#]],
    );
}

#[test]
fn nobody_was_there_before_the_day_asked_about() {
    check(
        &world(WORLD),
        "first us at=2006",
        &expect![[r#"
            FIRST MEMBERS FROM US
            as of 2006

            No dated membership of a network from Us is on file.

            Searched
              Networks: A list (2010): 1 found, completeness unknown
              Networks: A paper (2006): 2 found, completeness unknown

            How this was found
              On record: a source says so for this day, or said so earlier and nothing has ended it, as long as ties of its kind are carried. A source that describes a day makes certain that day only; one without a date speaks from the day it was read. Counts are of what is on record. (ISO 8601-2 (EDTF))
              A member seen on a day joined no later than that day; the first is the one that surely joined earliest. Years run from founding to joining, least and most that the dates allow.
              On file up to entry 1, head 9f3a
        "#]],
    );
}
