//! Worlds of lists that name all there are, and of what they leave out.

use expect_test::expect;

use crate::record::check;

const MEMBERS: &str = "
    nation us country=US
    nation fr country=FR
    city rochester in us
    city lyon in fr
    network n
    source old official-list 2010-01-01 issuer=n
    source new official-list 2012-06-01 issuer=n
    rochester member n per old
    lyon member n per old
    lyon member n per new
    ";

fn members(rest: &str) -> String {
    format!("{MEMBERS}{rest}")
}

#[test]
fn left_off_the_list_of_the_network() {
    check(
        &members("looked member per new object=n read=whole exhaustive=true"),
        "rochester member n",
        &["2010-01-01", "2012-05-31", "2012-06-01", "2014-01-01"],
        &expect![[r"
            2010-01-01 OnRecord Observed [certain presumed possible]
            2012-05-31 OnRecord Carried [presumed possible]
            2012-06-01 PresumedEnded [possible]
            2014-01-01 PresumedEnded [possible]
        "]],
    );
}

#[test]
fn a_list_that_was_read_whole_and_does_not_claim_to_name_all() {
    check(
        &members("looked member per new object=n read=whole completeness=complete"),
        "rochester member n",
        &["2012-06-01", "2014-01-01"],
        &expect![[r"
            2012-06-01 OnRecord Carried [presumed possible]
            2014-01-01 OnRecord Carried [presumed possible]
        "]],
    );
}

#[test]
fn an_unresolved_row_that_could_be_the_one() {
    check(
        &members(
            "
            looked member per new object=n exhaustive=true
            open \"Rochster\" member per new country=\"Us\" other=n
            ",
        ),
        "rochester member n",
        &["2012-06-01", "2014-01-01"],
        &expect![[r"
            2012-06-01 OnRecord Carried [presumed possible]
            2014-01-01 OnRecord Carried [presumed possible]
        "]],
    );
}

#[test]
fn an_unresolved_row_of_another_country() {
    check(
        &members(
            "
            looked member per new object=n exhaustive=true
            open \"Rochster\" member per new country=\"Fr\" other=n
            ",
        ),
        "rochester member n",
        &["2012-06-01"],
        &expect![[r"
            2012-06-01 PresumedEnded [possible]
        "]],
    );
}

#[test]
fn left_off_and_named_again() {
    check(
        &members(
            "
            looked member per new object=n exhaustive=true
            source last official-list 2016-01-01 issuer=n
            rochester member n per last
            ",
        ),
        "rochester member n",
        &["2012-06-01", "2015-12-31", "2016-01-01", "2018-01-01"],
        &expect![[r"
            2012-06-01 PresumedEnded [possible]
            2015-12-31 PresumedEnded [possible]
            2016-01-01 OnRecord Observed [certain presumed possible]
            2018-01-01 OnRecord Carried [presumed possible]
        "]],
    );
}

#[test]
fn a_list_of_somebody_else_s_matter_denies_nothing() {
    check(
        &members(
            "
            source other third-party-list 2012-07-01
            looked member per other object=n exhaustive=true
            ",
        ),
        "rochester member n",
        &["2012-07-01"],
        &expect![[r"
            2012-07-01 OnRecord Carried [presumed possible]
        "]],
    );
}

#[test]
fn an_absence_that_the_network_states() {
    check(
        &members(
            "
            source note official-page 2013-01-01 issuer=n
            absence \"no member in the United States\" per note link=member subject.within=us object.entity=n
            ",
        ),
        "rochester member n",
        &["2012-12-31", "2013-01-01"],
        &expect![[r"
            2012-12-31 OnRecord Carried [presumed possible]
            2013-01-01 PresumedEnded [possible]
        "]],
    );
}

/// The network denies it for years, on one day of which another sees it: they disagree on those, and the network's is the later
/// word. Of a list of some day of 2013 nobody knows whether it was made before or after that.
#[test]
fn an_absence_over_years_in_which_another_sees_it() {
    let told = |days: &str| {
        members(&format!(
            "
            source note official-page 2016-01-01 issuer=n
            source paper press 2013-06-01
            rochester member n per paper
            absence \"no member in the United States\" {days} per note link=member subject.within=us object.entity=n
            "
        ))
    };
    let days = ["2012-12-31", "2013-03-01", "2014-12-31", "2015-01-01", "2018-01-01"];
    check(
        &told("2013-01-01/2015-01-01"),
        "rochester member n",
        &days,
        &expect![[r"
        2012-12-31 OnRecord Interpolated [presumed possible]
        2013-03-01 SourcesDisagree [possible]
        2014-12-31 SourcesDisagree [possible]
        2015-01-01 SourcesDisagree [possible]
        2018-01-01 PresumedEnded [possible]
    "]],
    );
    check(
        &told("2013"),
        "rochester member n",
        &days,
        &expect![[r"
        2012-12-31 OnRecord Interpolated [presumed possible]
        2013-03-01 OnRecord Interpolated [presumed possible]
        2014-12-31 OnRecord Carried [presumed possible]
        2015-01-01 OnRecord Carried [presumed possible]
        2018-01-01 OnRecord Carried [presumed possible]
    "]],
    );
}

#[test]
fn left_off_inside_an_interval_is_disagreement_on_its_day() {
    check(
        &members(
            "
            looked member per new object=n exhaustive=true
            source story report 2014-01-01
            rochester member n 2009/.. per story
            ",
        ),
        "rochester member n",
        &["2012-05-31", "2012-06-01", "2012-06-02", "2014-01-01"],
        &expect![[r"
            2012-05-31 OnRecord Observed [certain presumed possible]
            2012-06-01 SourcesDisagree [possible]
            2012-06-02 OnRecord Observed [certain presumed possible]
            2014-01-01 OnRecord Observed [certain presumed possible]
        "]],
    );
}

#[test]
fn a_city_s_own_list_of_its_ties() {
    check(
        "
        city a
        city b
        agreement pact
        source world third-party-list 2010-01-01
        source own official-list 2015-01-01 issuer=a
        a party pact 1990/.. per world
        b party pact 1990/.. per world
        looked party per own subject=a exhaustive=true
        ",
        "pact",
        &["2014-12-31", "2015-01-01"],
        &expect![[r"
            2014-12-31 OnRecord Carried [presumed possible]
            2015-01-01 PresumedEnded [possible]
        "]],
    );
}

#[test]
fn denied_before_anybody_named_it() {
    check(
        "
        city a
        network n
        source one press 2010-01-01
        source two official-list 2015-01-01 issuer=n
        not a member n 2010-01-01 per one
        a member n per two
        ",
        "a member n",
        &["2009-12-31", "2010-01-01", "2014-12-31", "2015-01-01"],
        &expect![[r"
            2009-12-31 NotPlaced [possible]
            2010-01-01 Denied []
            2014-12-31 Denied []
            2015-01-01 OnRecord Observed [certain presumed possible]
        "]],
    );
}

#[test]
fn a_plan_without_a_day_is_one_for_two_years() {
    check(
        "
        city a
        network n
        source one press 2010-01-01
        a member n per one modality=planned
        ",
        "a member n",
        &["2009-12-31", "2010-01-01", "2011-12-31", "2012-01-01"],
        &expect![[r"
            2009-12-31 NotPlaced [possible]
            2010-01-01 Planned [possible]
            2011-12-31 Planned [possible]
            2012-01-01 OutcomeUnknown [possible]
        "]],
    );
}
