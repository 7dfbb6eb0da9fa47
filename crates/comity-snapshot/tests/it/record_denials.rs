//! Worlds in which one source denies what another sees, and in which a tie begins anew.

use expect_test::expect;

use crate::record::check;

const NETWORK: &str = "
    city a
    network n
    source yes press 2012-06-01
    source no report 2016-01-01
    a member n per yes
    ";

/// They disagree on the denied days alone; after them the denial is the later word.
#[test]
fn denied_over_years_in_which_another_sees_it() {
    check(
        &format!("{NETWORK}not a member n 2010/2015 per no"),
        "a member n",
        &["2009-12-31", "2011-01-01", "2012-05-31", "2012-06-01", "2014-12-31", "2015-02-01", "2016-06-01"],
        &expect![[r"
            2009-12-31 NotPlaced [possible]
            2011-01-01 Denied []
            2012-05-31 Denied []
            2012-06-01 SourcesDisagree [possible]
            2014-12-31 SourcesDisagree [possible]
            2015-02-01 Ended []
            2016-06-01 Ended []
        "]],
    );
}

#[test]
fn denied_over_years_and_seen_after_them() {
    check(
        &format!(
            "{NETWORK}
            source later press 2017-03-01
            not a member n 2010/2015 per no
            a member n per later"
        ),
        "a member n",
        &["2012-06-01", "2014-12-31", "2016-01-01", "2017-03-01", "2018-01-01"],
        &expect![[r"
            2012-06-01 SourcesDisagree [possible]
            2014-12-31 SourcesDisagree [possible]
            2016-01-01 OnRecord Interpolated [presumed possible]
            2017-03-01 OnRecord Observed [certain presumed possible]
            2018-01-01 OnRecord Carried [presumed possible]
        "]],
    );
}

#[test]
fn denied_over_days_of_an_interval_that_one_source_states() {
    check(
        "
        city a
        network n
        source story report 2014-01-01
        source no report 2016-01-01
        a member n 2005/.. per story
        not a member n 2008-01-01/2009-12-31 per no
        ",
        "a member n",
        &["2007-12-31", "2008-01-01", "2009-12-31", "2010-01-01", "2014-01-01"],
        &expect![[r"
            2007-12-31 OnRecord Observed [certain presumed possible]
            2008-01-01 SourcesDisagree [possible]
            2009-12-31 SourcesDisagree [possible]
            2010-01-01 OnRecord Observed [certain presumed possible]
            2014-01-01 OnRecord Observed [certain presumed possible]
        "]],
    );
}

#[test]
fn denied_after_it_was_seen() {
    check(
        &format!("{NETWORK}not a member n 2013-01-01/2015-12-31 per no"),
        "a member n",
        &["2012-06-01", "2012-12-31", "2013-01-01", "2016-06-01"],
        &expect![[r"
            2012-06-01 OnRecord Observed [certain presumed possible]
            2012-12-31 OnRecord Carried [presumed possible]
            2013-01-01 Ended []
            2016-06-01 Ended []
        "]],
    );
}

const ENDED: &str = "
    city a
    city b
    agreement pact
    source list third-party-list 2005-01-01
    source paper press 2010-03-01
    source new press 2016-01-01
    a party pact 1990/.. per list
    b party pact 1990/.. per list
    attribute pact state ended 2010-02-01 per paper
    ";

/// Whoever says that it began after it had ended reports that it began again.
#[test]
fn a_beginning_after_an_end_is_a_new_spell() {
    check(
        &format!("{ENDED}a party pact 2015-05-01/.. per new"),
        "pact",
        &["2010-02-01", "2015-04-30", "2015-05-01", "2016-01-01", "2020-01-01"],
        &expect![[r"
            2010-02-01 Ended []
            2015-04-30 Ended []
            2015-05-01 OnRecord Observed [certain presumed possible]
            2016-01-01 OnRecord Observed [certain presumed possible]
            2020-01-01 OnRecord Carried [presumed possible]
        "]],
    );
}

/// The same paper without a beginning: it may only repeat what it does not know to have ended.
#[test]
fn a_sighting_after_an_end_is_disagreement() {
    check(
        &format!("{ENDED}a party pact per new"),
        "pact",
        &["2010-02-01", "2015-12-31", "2016-01-01", "2020-01-01"],
        &expect![[r"
            2010-02-01 Ended []
            2015-12-31 Ended []
            2016-01-01 SourcesDisagree [possible]
            2020-01-01 SourcesDisagree [possible]
        "]],
    );
}

/// Of a beginning whose bounds meet those of the end nobody can say which came first.
#[test]
fn a_beginning_in_the_year_of_the_end_is_disagreement() {
    check(
        &format!("{ENDED}a party pact 2010/.. per new"),
        "pact",
        &["2010-01-31", "2010-02-01", "2011-01-01", "2020-01-01"],
        &expect![[r"
            2010-01-31 OnRecord Observed [presumed possible]
            2010-02-01 Ended []
            2011-01-01 SourcesDisagree [possible]
            2020-01-01 SourcesDisagree [possible]
        "]],
    );
}
