//! Worlds of sources without a date, and of days before anything could have begun.

use expect_test::expect;

use crate::record::{check, record, snapshot};

const CITIES: &str = "
    city a
    city b
    agreement pact
    ";

/// What an undated list dates itself is dated; that it still goes on rests on the day it was read, and nothing is certain.
#[test]
fn an_undated_list_that_says_since_when() {
    check(
        &format!(
            "{CITIES}
            source list third-party-list seen=2026-02-01
            a party pact 1985-05-03/.. per list
            b party pact 1985-05-03/.. per list"
        ),
        "pact",
        &["1985-05-02", "1985-05-03", "2000-01-01", "2026-02-01", "2040-01-01"],
        &expect![[r"
            1985-05-02 NotYet []
            1985-05-03 OnRecord Observed [presumed possible]
            2000-01-01 OnRecord Carried [presumed possible]
            2026-02-01 OnRecord Carried [presumed possible]
            2040-01-01 OnRecord Carried [presumed possible]
        "]],
    );
}

#[test]
fn among_undated_sources_the_higher_rank_decides() {
    let ended = |kind: &str, read: &str| {
        format!(
            "{CITIES}
            source yes official-list seen=2026-02-01
            source no {kind} seen={read}
            a party pact per yes
            b party pact per yes
            attribute pact state ended per no"
        )
    };
    for read in ["2026-01-01", "2026-03-01"] {
        check(
            &ended("third-party-list", read),
            "pact",
            &["2026-06-01"],
            &expect![[r"
            2026-06-01 OnRecord Carried [presumed possible]
        "]],
        );
        check(
            &ended("council-record", read),
            "pact",
            &["2026-06-01"],
            &expect![[r"
            2026-06-01 Ended []
        "]],
        );
    }
}

#[test]
fn nothing_is_on_record_before_both_its_ends_were_there() {
    let text = "
        city a
        network n
        source news press 2011-01-01
        source old press 2006-01-01
        attribute n founded 2005-10-20 per news
        a member n per old
        a member n 2003/.. per news
        ";
    check(
        text,
        "a member n",
        &["2002-12-31", "2004-01-01", "2005-10-20", "2006-01-01"],
        &expect![[r"
        2002-12-31 NotYet []
        2004-01-01 OnRecord Observed [certain presumed possible]
        2005-10-20 OnRecord Observed [certain presumed possible]
        2006-01-01 OnRecord Observed [certain presumed possible]
    "]],
    );
    let bare = text.replace("2003/..", "");
    check(
        &bare,
        "a member n",
        &["2004-01-01", "2005-10-19", "2005-10-20", "2006-01-01"],
        &expect![[r"
        2004-01-01 NotYet []
        2005-10-19 NotYet []
        2005-10-20 NotPlaced [possible]
        2006-01-01 OnRecord Observed [certain presumed possible]
    "]],
    );
}

#[test]
fn newest_and_oldest_day_that_a_dated_source_speaks_for() {
    let text = format!(
        "{CITIES}
        source paper report 2001-03-01
        source later official-list 2019
        source page third-party-list seen=2026-02-01
        a party pact 1985-05-03/.. per paper
        a party pact per later
        b party pact per page"
    );
    let record = record(&snapshot(&text), "pact");
    let days = record.freshness().expect("dated sources");
    expect![[r#"1985-05-03 to 2019-12-31, read Some("2026-02-01")"#]].assert_eq(&format!(
        "{} to {}, read {:?}",
        days.earliest,
        days.latest,
        record.read_day().map(|day| day.to_string())
    ));
}

#[test]
fn support_without_an_end_is_carried_five_years() {
    check(
        "
        organisation fund
        network n
        source news press 2011-04-13
        fund backs n 2011-04-01/.. per news kind=staff
        ",
        "fund backs n",
        &["2011-03-31", "2011-04-13", "2016-04-12", "2016-04-13"],
        &expect![[r"
            2011-03-31 NotYet []
            2011-04-13 OnRecord Observed [certain presumed possible]
            2016-04-12 OnRecord Carried [presumed possible]
            2016-04-13 NotPlaced [possible]
        "]],
    );
}

/// A force that a court struck down, or that another law preempted, is over as if it had been repealed.
#[test]
fn acts_that_others_ended() {
    for fate in ["struck-down", "preempted"] {
        let text = format!(
            "
            city a
            act ban class=divestment
            source list report 1987-08-01
            source paper press 1990-05-02
            a adopts ban 1982-06 per list
            attribute ban fate {fate} 1990-05-01 per paper"
        );
        check(
            &text,
            "ban",
            &["1990-04-30", "1990-05-01", "1999-01-01"],
            &expect![[r"
            1990-04-30 OnRecord Observed [presumed possible]
            1990-05-01 Ended []
            1999-01-01 Ended []
        "]],
        );
    }
}
