//! Worlds in which something stops a tie, and who decides what it was.

use expect_test::expect;

use crate::record::check;

const PACT: &str = "
    nation us country=US
    nation ru country=RU
    city charlotte in us
    city voronezh in ru
    organisation council in charlotte
    agreement pact
    source list third-party-list 2020-01-01
    charlotte party pact 1991-04/.. per list
    voronezh party pact 1991-04/.. per list
    ";

fn pact(rest: &str) -> String {
    format!("{PACT}{rest}")
}

#[test]
fn the_council_suspended_what_a_list_calls_ended() {
    check(
        &pact(
            "
            source cut press 2022-04-21
            source paper press 2022-03-28
            attribute pact state ended 2022/ per cut
            attribute pact state suspended 2022-03-28/ per paper by=council reason=\"until a year after peace\"
            ",
        ),
        "pact",
        &["2022-02-24", "2022-03-27", "2022-03-28", "2022-04-21", "2026-01-01"],
        &expect![[r"
            2022-02-24 OnRecord Interpolated [presumed possible]
            2022-03-27 OnRecord Observed [presumed possible]
            2022-03-28 Suspended [possible]
            2022-04-21 Suspended [possible]
            2026-01-01 Suspended [possible]
        "]],
    );
}

#[test]
fn the_council_ended_what_a_list_calls_suspended() {
    check(
        &pact(
            "
            source cut press 2022-04-21
            source paper press 2022-03-28
            attribute pact state suspended 2022/ per cut
            attribute pact state ended 2022-03-28/ per paper by=charlotte
            ",
        ),
        "pact",
        &["2022-03-27", "2022-03-28", "2026-01-01"],
        &expect![[r"
            2022-03-27 OnRecord Observed [presumed possible]
            2022-03-28 Ended []
            2026-01-01 Ended []
        "]],
    );
}

#[test]
fn where_nobody_is_known_to_have_acted_sources_disagree() {
    check(
        &pact(
            "
            source cut press 2022-04-21
            source paper press 2022-03-18
            attribute pact state ended 2022/ per cut
            attribute pact state suspended 2022/ per paper
            ",
        ),
        "pact",
        &["2022-02-24", "2022-03-18", "2026-01-01"],
        &expect![[r"
            2022-02-24 OnRecord Carried [presumed possible]
            2022-03-18 SourcesDisagree [possible]
            2026-01-01 SourcesDisagree [possible]
        "]],
    );
}

#[test]
fn suspended_first_and_ended_later() {
    check(
        &pact(
            "
            source cut press 2023-02-01
            source paper council-record 2022-03-08
            attribute pact state suspended 2022-03-08 per paper
            attribute pact state ended 2023-01-15 per cut
            ",
        ),
        "pact",
        &["2022-03-08", "2023-01-14", "2023-02-01"],
        &expect![[r"
            2022-03-08 Suspended [possible]
            2023-01-14 Suspended [possible]
            2023-02-01 Ended []
        "]],
    );
}

#[test]
fn what_was_only_to_be_voted_on_ends_nothing() {
    check(
        &pact(
            "
            source news press 2022-03-03
            attribute pact state ended 2022-03-09/ per news modality=planned
            ",
        ),
        "pact",
        &["2022-03-10"],
        &expect![[r"
            2022-03-10 OnRecord Carried [presumed possible]
        "]],
    );
}

#[test]
fn two_days_of_one_end() {
    check(
        &pact(
            "
            source one press 2022-03-20
            source two press 2022-06-01
            attribute pact state ended 2022-03-09 per one
            attribute pact state ended 2022-05-15 per two
            ",
        ),
        "pact",
        &["2022-03-08", "2022-03-09", "2022-05-14", "2022-05-15"],
        &expect![[r"
            2022-03-08 OnRecord Observed [presumed possible]
            2022-03-09 SourcesDisagree [possible]
            2022-05-14 SourcesDisagree [possible]
            2022-05-15 Ended []
        "]],
    );
}

#[test]
fn ended_by_a_nation() {
    check(
        &pact(
            "
            source decree official-page 2022-05-01 issuer=ru
            source cut press 2022-05-03
            attribute pact state ended 2022-05-01 per decree by=ru
            attribute pact state suspended 2022-05 per cut
            ",
        ),
        "pact",
        &["2022-04-30", "2022-05-01", "2023-01-01"],
        &expect![[r"
            2022-04-30 OnRecord Observed [presumed possible]
            2022-05-01 Ended []
            2023-01-01 Ended []
        "]],
    );
}

#[test]
fn ended_by_a_court() {
    check(
        &pact(
            "
            organisation supreme-court class=court
            source ruling official-page 2021-06-19
            attribute pact state ended 2021-06-19 per ruling by=supreme-court
            ",
        ),
        "pact",
        &["2021-06-18", "2021-06-19", "2022-01-01"],
        &expect![[r"
            2021-06-18 OnRecord Observed [presumed possible]
            2021-06-19 Ended []
            2022-01-01 Ended []
        "]],
    );
}
