//! Sorts of actors by year, one backer without dates.

use expect_test::expect;

use crate::{page, world};

const WORLD: &str = r#"
    city lyon country=FR
    city bonn country=DE
    network c40 "C40"
    organisation fund "A fund" class=philanthropy
    organisation firm "A firm" class=firm
    source list report 2008 "A list"
    source page report 2006 "A page"
    attribute c40 founded 2005 per list
    lyon member c40 2005/.. per list
    bonn member c40 2006/2007 per list
    not bonn member c40 2007/.. per list
    fund backs c40 2007/ per list kind=money
    firm backs c40 per page kind=staff
"#;

#[test]
fn a_mix_by_year() {
    expect![[r#"
        ACTORS IN C40, BY TYPE
        as of 2008

        3 actors take part in C40 in 2008; the most frequent type is philanthropy, with 1.
          actors in 2008: 3
              Sources: A list (2008), row 2: since 2005
                       A page (2006), row 6: date unknown
                       A list (2008), row 5: since 2007

        By year and type
          Year  ·  Type  ·  Actors
          2005  ·  city  ·  1
              Sources: A list (2008), row 2: since 2005
          2006  ·  city  ·  2
              Sources: A list (2008), row 3: 2006 to 2007
          2006  ·  firm  ·  1
              Sources: A page (2006), row 6: date unknown
          2007  ·  city  ·  2
              Sources: A list (2008), row 3: 2006 to 2007
          2007  ·  firm  ·  1
              Sources: A page (2006), row 6: date unknown
          2007  ·  philanthropy  ·  1
              Sources: A list (2008), row 5: since 2007
          2008  ·  city  ·  1
              Sources: A list (2008), row 2: since 2005
          2008  ·  firm  ·  1
              Sources: A page (2006), row 6: date unknown
          2008  ·  philanthropy  ·  1
              Sources: A list (2008), row 5: since 2007

        How mixed
          Computed from the counts of the table above, whose rows carry the claims.
          Year  ·  Effective types
          2005  ·  1
          2006  ·  1.8
          2007  ·  2.7
          2008  ·  3

        Actors other than places
          Actor  ·  Type  ·  How  ·  When  ·  On that day
          A firm  ·  firm  ·  funds or supports (staff)  ·  date unknown  ·  last reported 2006
              Sources: A page (2006), row 6: date unknown
          A fund  ·  philanthropy  ·  funds or supports (money)  ·  since 2007  ·  on record
              Sources: A list (2008), row 5: since 2007

        Searched
          Networks: A list (2008): 3 found, completeness unknown
          Funds, supports or coordinates: A list (2008): 1 found, completeness unknown
          Funds, supports or coordinates: A page (2006): 1 found, completeness unknown
    "#]]
    .assert_eq(&page(&world(WORLD), "actors c40 at=2008"));
}

/// In 2007 C40 surely has two cities, of which Bonn left within the year, and a fund: 1/(4/9 + 1/9) = 1.8; at most the firm
/// too: 1/(1/4 + 1/16 + 1/16) = 2.667. The other network has one city alone.
#[test]
fn every_network_on_a_day() {
    let text = format!("{WORLD}\n network other\n lyon member other 2000/.. per list");
    expect![[r#"
        ACTORS IN EVERY NETWORK, BY TYPE
        as of 2007

        2 networks have actors on record; the most mixed is C40, with 3 types.
          networks with actors on record: 2
              Sources: A list (2008), row 3: 2006 to 2007
                       A list (2008), row 7: since 2000

        How mixed, the most mixed first
          Network  ·  Actors  ·  Effective types
          C40  ·  4 (3 to 4)  ·  2.7
              Sources: A list (2008), row 3: 2006 to 2007
          Other  ·  1  ·  1
              Sources: A list (2008), row 7: since 2000

        By network and type
          Network  ·  Type  ·  Actors
          C40  ·  city  ·  2
              Sources: A list (2008), row 3: 2006 to 2007
          C40  ·  firm  ·  1
              Sources: A page (2006), row 6: date unknown
          C40  ·  philanthropy  ·  1
              Sources: A list (2008), row 5: since 2007
          Other  ·  city  ·  1
              Sources: A list (2008), row 7: since 2000

        Searched
          Networks: A list (2008): 4 found, completeness unknown
          Funds, supports or coordinates: A list (2008): 1 found, completeness unknown
          Funds, supports or coordinates: A page (2006): 1 found, completeness unknown
    "#]]
    .assert_eq(&page(&world(&text), "actors at=2007"));
}
