//! An answer set for a terminal.

use comity_answer::{SourceNotes, TerminalOptions, render_terminal};
use expect_test::expect;

use crate::{answer, world};

/// A network of 70 cities, each by a source of its own.
fn large() -> String {
    std::iter::once(HEAD.to_owned()).chain((0..70).map(city)).collect::<Vec<_>>().join("\n")
}

const HEAD: &str = "network n \"Cities of the sea\"\nsource list official-list 2020 \"The list\"";

fn city(n: usize) -> String {
    format!(
        "city city-{n} \"Town of the {n} lighthouses\" country=FR\nsource s{n} report 2019 \"Report {n}\"\n\
             city-{n} member n 2001/.. per list\ncity-{n} member n 2001/.. per s{n}"
    )
}

#[test]
fn rows_and_sources_beyond_a_screen_are_counted() {
    let options = TerminalOptions { lines: Some(30), ..TerminalOptions::default() };
    let text = render_terminal(&answer(&world(&large()), "members n at=2010"), &options);
    expect![[r#"
        MEMBERS OF CITIES OF THE SEA
        as of 2010

        70 members on record.

        Members by country
          Country              Members
          country not on file       70  [1][2][3]…

        Members: 70
          Town of the 0 lighthouses, FR   member  since 2001  on record  [1][32]
          Town of the 1 lighthouses, FR   member  since 2001  on record  [1][33]
          Town of the 10 lighthouses, FR  member  since 2001  on record  [1][34]
          Town of the 11 lighthouses, FR  member  since 2001  on record  [2][1]
          Town of the 12 lighthouses, FR  member  since 2001  on record  [1][35]
          Town of the 13 lighthouses, FR  member  since 2001  on record  [1][36]
          Town of the 14 lighthouses, FR  member  since 2001  on record  [3][1]
          Town of the 15 lighthouses, FR  member  since 2001  on record  [1][37]
          Town of the 16 lighthouses, FR  member  since 2001  on record  [4][1]
          … and 61 more (--limit, or --format csv)

        Sources
          [1] The list (2020)
          [2] Report 11 (2019)
          [3] Report 14 (2019)
          … and 34 more (--sources full)

        Looked at: The list and others, 71 sources in all (--sources full names them).
        On file up to entry 1, head 9f3a. How this was found: --sources full.
    "#]]
    .assert_eq(&text);
}

#[test]
fn every_width_is_kept_and_nothing_is_lost_without_a_limit_of_lines() {
    let answer = answer(&world(&large()), "members n at=2010");
    for width in [40, 60, 80, 100] {
        for sources in [SourceNotes::Notes, SourceNotes::Full, SourceNotes::Nowhere] {
            let text = render_terminal(&answer, &TerminalOptions { width, lines: None, sources });
            assert!(text.lines().all(|line| line.chars().count() <= width), "{width}\n{text}");
            let rows = text.lines().filter(|line| line.trim_start().starts_with("Town of the ")).count();
            assert_eq!(rows, 70, "{width}\n{text}");
            let notes = text.lines().filter(|line| line.trim_start().starts_with('[')).count();
            let expect = match sources {
                SourceNotes::Notes => 12,
                SourceNotes::Full => 71,
                SourceNotes::Nowhere => 0,
            };
            assert_eq!(notes, expect, "{width}\n{text}");
        }
    }
}
