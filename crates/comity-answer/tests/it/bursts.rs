//! Bursts of acts among everything that began.

use crate::{page, world};

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
fn a_sighting_is_no_beginning() {
    let line = |n: i32| format!("city c{n} in us\n c{n} member net {} per s\n", 2010 + n % 3);
    let head = "nation us country=US\n network net\n source s report 2020 \"S\"\n".to_owned();
    let text = page(&world(&(head + &(0..9).map(line).collect::<String>())), "bursts us sort=memberships");
    assert!(text.contains("No pattern can be read: none of 9 memberships on file is dated;"), "{text}");
}
