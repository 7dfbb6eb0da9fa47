//! A city's networks over time: a role that ended, one without an end, a membership denied.

use comity_answer::{Answer, Picture};
use expect_test::expect;

use crate::{answer, page, world};

const WORLD: &str = r#"
    nation us "United States" country=US
    city ny "New York" in us
    network c40 "C40"
    network iclei "ICLEI"
    source page report 2014 "A page"
    source list report 2019 "A list"
    source paper press 2016 "A paper"
    ny member c40 2010/2013 per page role=presidency
    ny member c40 per list
    ny member iclei 1990/.. per page
    not ny member iclei 2014/.. per paper
"#;

#[test]
fn one_line_a_role() {
    expect![[r#"
        NEW YORK, UNITED STATES: NETWORKS OVER TIME
        as of 2015

        New York: 1 network on record, of 2 that any source names.
          networks on record: 1
              Sources: A page (2014), row 1: 2010 to 2013
                       A list (2019), row 2: date unknown
          networks that any source names: 2
              Sources: A page (2014), row 3: since 1990
                       A paper (2016), row 4: is not so (since 2014)
                       A page (2014), row 1: 2010 to 2013
                       A list (2019), row 2: date unknown

        Networks and roles
          Network  ·  Role  ·  Stated time  ·  Last reported  ·  On that day
          ICLEI  ·  member  ·  since 1990  ·  2014  ·  sources disagree
              Sources: A page (2014), row 3: since 1990
          C40  ·  presidency  ·  2010 to 2013  ·  –  ·  last reported 2012
              Sources: A page (2014), row 1: 2010 to 2013
          C40  ·  member  ·  date unknown  ·  2019  ·  last reported 2012
              Sources: A list (2019), row 2: date unknown

        Searched
          Networks: A list (2019): 1 found, completeness unknown
          Networks: A page (2014): 2 found, completeness unknown
          Networks: A paper (2016): 1 found, completeness unknown
    "#]]
    .assert_eq(&page(&world(WORLD), "memberships ny at=2015"));
}

#[test]
fn the_lines_of_the_picture_have_open_ends() {
    let Answer::Report(sheet) = answer(&world(WORLD), "memberships ny at=2019") else { panic!("a sheet") };
    let Picture::Intervals { rows } = &sheet.charts[0].picture else { panic!("intervals") };
    let ends: Vec<_> = rows
        .iter()
        .map(|row| (row.label.as_str(), row.spans[0].start_latest, row.spans[0].end_latest))
        .collect();
    assert_eq!(
        ends,
        [
            ("ICLEI", Some(1990.99), None),
            ("C40 (presidency)", Some(2010.99), Some(2013.99)),
            ("C40", Some(2019.99), None)
        ]
    );
}

#[test]
fn a_year_beside_its_day_is_no_rival_of_it() {
    let world = world(
        r#"
        city bay "South Bay"
        network uclg "UCLG"
        source a press 2004-06 "A"
        source b press 2004-07 "B"
        source c press 2004-08 "C"
        source d press 2004-09 "D"
        bay member uclg 2004 per a role=board
        bay member uclg 2004-05-05 per b role=board
        bay member uclg 2004-06 per c role=board
        bay member uclg per d role=board
    "#,
    );
    let said = page(&world, "memberships bay at=2004");
    assert!(said.contains("UCLG  ·  board  ·  5 May 2004 or June 2004  ·"), "{said}");
}
