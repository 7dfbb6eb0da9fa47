//! A merger of two that a third is said to have joined, and who went along.

use expect_test::expect;

use crate::{page, world};

const WORLD: &str = r#"
    city lyon country=FR
    city bonn country=DE
    city ulm country=DE
    network iula "IULA"
    network fmcu "FMCU"
    network metropolis "Metropolis"
    network uclg "UCLG"
    network next "UCLG Next"
    source note report 2024 "The note"
    source wiki press 2010 "A wiki"
    source paper press 2012 "A paper"
    uclg succeeds iula 2004/ per note kind=merger
    uclg succeeds fmcu 2004-05/ per wiki kind=merger
    uclg succeeds metropolis 2004/ per wiki kind=merger
    not uclg succeeds metropolis 2004/.. per paper
    next succeeds uclg 2020/ per note kind=rename
    lyon member iula 1950/2004 per note
    bonn member iula 1950/2004 per note
    lyon member uclg per wiki
    not bonn member uclg per wiki
    ulm member uclg per wiki
    attribute iula founded 1913 per note
    attribute uclg founded 2004-05-05 per wiki
    attribute uclg founded 2004 per note
"#;

#[test]
fn before_and_after_by_steps() {
    expect![[r#"
        UCLG: BEFORE AND AFTER
        as of 2021

        UCLG has 3 forerunners and 1 successor on file.
          forerunners: 3
              Sources: A wiki (2010), row 2: since May 2004
                       The note (2024), row 1: since 2004
                       A wiki (2010), row 3: since 2004
                       A paper (2012), row 4: is not so (since 2004)
          successors: 1
              Sources: The note (2024), row 5: since 2020

        Steps
          Before  ·  After  ·  How  ·  Stated time  ·  What sources say  ·  Steps away
          FMCU  ·  UCLG  ·  merger  ·  since May 2004  ·  on record  ·  1
              Sources: A wiki (2010), row 2: since May 2004
          IULA  ·  UCLG  ·  merger  ·  since 2004  ·  on record  ·  1
              Sources: The note (2024), row 1: since 2004
          Metropolis  ·  UCLG  ·  merger  ·  since 2004  ·  sources disagree  ·  1
              Sources: A wiki (2010), row 3: since 2004
          UCLG  ·  UCLG Next  ·  rename  ·  since 2020  ·  on record  ·  1
              Sources: The note (2024), row 5: since 2020

        Who went along
          Everyone whom a source ever called a member, by what is on file.
          Before  ·  After  ·  Members before  ·  Members after  ·  In both  ·  Who went along
          IULA  ·  UCLG  ·  2  ·  2  ·  1  ·  Lyon
              Sources: The note (2024), row 6: 1950 to 2004

        Searched
          Before and after: The note (2024): 2 found, completeness unknown
          Before and after: A paper (2012): 1 found, completeness unknown
          Before and after: A wiki (2010): 2 found, completeness unknown
    "#]]
    .assert_eq(&page(&world(WORLD), "lineage uclg at=2021"));
}

#[test]
fn two_steps_back() {
    let text = page(&world(WORLD), "lineage next at=2021");
    assert!(text.contains("4 forerunners and no successor on file."), "{text}");
}
