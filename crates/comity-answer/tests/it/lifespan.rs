//! What ended, what is denied to have ended, and what was only proposed: the same for every question.

use crate::{page, world};

const TIES: &str = r#"
    city lyon country=FR
    city turin country=IT
    city porto country=PT
    network n
    network m
    source s report 2020 "S"
    source t report 2021 "T"
    lyon member n 2000/.. per s
    turin member n 2000/.. per s
    porto member n 2000/.. per s
    lyon member m 2000/.. per s
    turin member m 2000/.. per s
"#;

/// Pairs of cities that meet, by the questions that count them.
#[track_caller]
fn check(end: &str, at: &str, connected: &str, what_if: &str) {
    let world = world(&format!("{TIES}\n{end}"));
    let text = page(&world, &format!("connected at={at}"));
    assert!(text.contains(connected), "{text}");
    let text = page(&world, &format!("what-if remove=m at={at}"));
    assert!(text.contains(what_if), "{text}");
}

#[test]
fn what_was_dissolved_ties_nobody_afterwards() {
    let end = "attribute n dissolved 2010 per s";
    check(end, "2009", "ties between them: 3 pairs", "ties between places  ·  3  ·  3");
    check(end, "2015", "ties between them: 1 pairs", "ties between places  ·  1  ·  0");
}

#[test]
fn an_end_that_is_denied_is_none() {
    check(
        "attribute n dissolved 2010 per t polarity=denied",
        "2015",
        "ties between them: 3 pairs",
        "ties between places  ·  3  ·  3",
    );
}

#[test]
fn an_end_that_was_only_proposed_is_none() {
    check(
        "attribute n dissolved 2010 per t standing=proposed",
        "2015",
        "ties between them: 3 pairs",
        "ties between places  ·  3  ·  3",
    );
}

#[test]
fn what_was_only_proposed_is_on_no_page_of_an_entity() {
    let world = world(&format!(
        "{TIES}\nattribute n founded 1999 per s standing=proposed\nattribute n staffing 7 per s polarity=denied\n\
         count 97 cities per s link=member subject.level=city object.entity=n standing=proposed\n\
         opinion \"N is odd\" per s about=n standing=proposed\nattribute n founded 1998 per t"
    ));
    let text = page(&world, "profile entity=n");
    let (own, history) = text.split_once("What happened when").unwrap_or((&text, ""));
    assert!(own.contains("1998"), "{text}");
    for proposed in ["1999", "97", "odd", "staffing"] {
        assert!(!own.contains(proposed), "{proposed}: {own}\n--\n{history}");
    }
}
