//! Bursts of acts among everything that began.

use expect_test::expect;

use crate::{page, try_answer, world};

/// Two acts and eighteen agreements a year, but nine acts and eleven agreements in 1982 and 1983.
fn busy() -> String {
    let head = "nation us country=US\n nation far country=FR\n source s report 2020 \"S\"\n".to_owned();
    let line = |year: i32, n: i32| {
        let (city, acts) = (format!("c{year}-{n}"), if (1982..1984).contains(&year) { 9 } else { 2 });
        let began = if n < acts {
            format!("act a{city} class=divestment\n {city} adopts a{city} {year} per s")
        } else {
            format!("city p{city} in far\n {city} — p{city} {year}/.. per s")
        };
        format!("city {city} in us\n {began}\n")
    };
    head + &(1978..1990).flat_map(|year| (0..20).map(move |n| line(year, n))).collect::<String>()
}

#[test]
fn two_busy_years_are_one_burst() {
    let text = page(&world(&busy()), "bursts us sort=divestment limit=2");
    // By hand: 38 of 240 is the usual rate, 9 of 20 the best of a burst: 1982 and 1983.
    assert!(
        text.contains("38 of 38 acts of the sort “divestment” on file are dated. They surge once, 1982 to 1983: 18 of them."),
        "{text}"
    );
    assert!(text.contains("1982  ·  1983  ·  18"), "{text}");
    assert!(text.contains("1980s  ·  divestment  ·  34"), "{text}");
}

#[test]
fn undated_and_rival_dates_are_no_years() {
    let text = r#"
        nation us country=US
        city a in us
        act one class=divestment
        act two class=divestment
        source s report 1990 "S"
        source t report 1991 "T"
        a adopts one 1982 per s
        a adopts one 1984 per t
        a adopts two per s
    "#;
    expect![[r#"
        SURGES: ACTS OF US
        as of 24 November 2026

        No pattern can be read: none of 2 acts on file is dated; it takes 20 with a year of their own.
          acts on file: 2
              Sources: S (1990), row 1: 1982
                       T (1991), row 2: 1984
                       S (1990), row 3: date unknown
          acts with a year of their own: 0

        Searched
          Resolutions and laws: S (1990): 2 found, completeness unknown
          Resolutions and laws: T (1991): 1 found, completeness unknown

        Not yet searched: agreements, networks, events

        To keep in mind
          Sorts on file: divestment.
    "#]]
    .assert_eq(&page(&world(text), "bursts us"));
}

#[test]
fn a_sighting_is_no_beginning() {
    let line = |n: i32| format!("city c{n} in us\n c{n} member net {} per s\n", 2010 + n % 3);
    let head = "nation us country=US\n network net\n source s report 2020 \"S\"\n".to_owned();
    let text = page(&world(&(head + &(0..9).map(line).collect::<String>())), "bursts us sort=memberships");
    assert!(text.contains("No pattern can be read: none of 9 memberships on file is dated;"), "{text}");
}

#[test]
fn a_burst_is_more_than_the_usual() {
    let error = try_answer(&world("nation us country=US"), "bursts us ratio=1").unwrap_err();
    assert_eq!(error.to_string(), "ratio: expected a number from 1.01 to 100, not `1`");
}
