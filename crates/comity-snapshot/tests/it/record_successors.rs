//! Worlds of places and networks that became others: what passes to those, and what they say of it.

use comity_snapshot::record::EndedBy;
use expect_test::expect;

use crate::record::{check, record, snapshot};

const MERGED: &str = "
    city old
    city new
    city b
    network n
    agreement pact
    source list third-party-list 2001-01-01
    source members official-list 2008-01-01 issuer=n
    source law official-page 2010-01-01
    old party pact 1985/.. per list
    b party pact 1985/.. per list
    old member n per members
    attribute old dissolved 2009-12-31 per law
    new succeeds old 2010-01-01/.. per law kind=merger
    ";

#[test]
fn what_a_merged_city_was_tied_to_goes_on() {
    for (tie, expected) in [
        (
            "pact",
            expect![[r"
        2009-12-31 OnRecord Carried [presumed possible]
        2010-01-01 OnRecord Carried [presumed possible]
        2012-01-01 OnRecord Carried [presumed possible]
        2014-01-01 OnRecord Carried [presumed possible]
    "]],
        ),
        (
            "old member n",
            expect![[r"
        2009-12-31 OnRecord Carried [presumed possible]
        2010-01-01 OnRecord Carried [presumed possible]
        2012-01-01 OnRecord Carried [presumed possible]
        2014-01-01 NotPlaced [possible]
    "]],
        ),
    ] {
        check(MERGED, tie, &["2009-12-31", "2010-01-01", "2012-01-01", "2014-01-01"], &expected);
    }
}

#[test]
fn the_successor_ends_what_passed_to_it() {
    let text = format!(
        "{MERGED}
        organisation council in new
        source minutes council-record 2013-05-02 issuer=council
        attribute pact state ended 2013-05-01 per minutes"
    );
    check(
        &text,
        "pact",
        &["2013-04-30", "2013-05-01"],
        &expect![[r"
        2013-04-30 OnRecord Observed [presumed possible]
        2013-05-01 Ended []
    "]],
    );
    let held = snapshot(&text);
    let new = held.node(&"new".parse().expect("an id")).expect("on file");
    assert_eq!(record(&held, "pact").ended_by(), Some(EndedBy::Party(new)), "and not the place that is gone");
}

/// The old city and the new one are one side: neither contests what the other did, and both together are not both sides.
#[test]
fn the_successor_sits_where_its_predecessor_sat() {
    let text = format!(
        "{MERGED}
        source first official-list 2005-01-01 issuer=old
        source later official-list 2015-01-01 issuer=new
        old party pact per first
        old party pact per later"
    );
    assert_eq!(record(&snapshot(&text), "pact").evidence().sides, 1);
    let revived = format!(
        "{text}
        source minutes council-record 2008-01-01 issuer=old
        attribute pact state ended 2007-12-31 per minutes"
    );
    check(
        &revived,
        "pact",
        &["2008-01-01", "2012-01-01", "2015-01-01"],
        &expect![[r"
        2008-01-01 Ended []
        2012-01-01 Ended []
        2015-01-01 OnRecord Observed [certain presumed possible]
    "]],
    );
}

#[test]
fn a_city_that_changed_its_name() {
    check(
        "
        city leningrad
        city petersburg
        city b
        agreement pact
        source list third-party-list 1985-01-01
        source law official-page 1992-01-01
        leningrad party pact 1970/.. per list
        b party pact 1970/.. per list
        attribute leningrad dissolved 1991-09-06 per law
        petersburg succeeds leningrad 1991-09-06 per law kind=rename
        ",
        "pact",
        &["1985-01-01", "1991-09-06", "2000-01-01"],
        &expect![[r"
            1985-01-01 OnRecord Observed [certain presumed possible]
            1991-09-06 OnRecord Carried [presumed possible]
            2000-01-01 OnRecord Carried [presumed possible]
        "]],
    );
}

#[test]
fn a_city_that_was_divided_passes_nothing_on() {
    check(
        "
        city old
        city north
        city south
        city b
        agreement pact
        source list third-party-list 2001-01-01
        source law official-page 2010-01-01
        old party pact 1985/.. per list
        b party pact 1985/.. per list
        attribute old dissolved 2009-12-31 per law
        north succeeds old 2010-01-01/.. per law kind=split
        south succeeds old 2010-01-01/.. per law kind=split
        ",
        "pact",
        &["2009-12-30", "2009-12-31", "2012-01-01"],
        &expect![[r"
            2009-12-30 OnRecord Carried [presumed possible]
            2009-12-31 PresumedEnded []
            2012-01-01 PresumedEnded []
        "]],
    );
}
