//! What is found is the same in every language: only the words differ.

use comity_answer::Answer;
use comity_messages::Language;

use crate::cases::shared;
use crate::{answer, world};

/// The tables of an answer, and how many rows each has.
fn rows(answer: &Answer) -> Vec<(String, usize)> {
    answer.tables().into_iter().map(|table| (table.id.to_owned(), table.rows.len())).collect()
}

#[track_caller]
fn check(file: &str, asked: &str, table: &str) {
    let world = world(&shared(file));
    let english = rows(&answer(&world, asked));
    assert!(english.iter().any(|(id, n)| id == table && *n > 0), "{asked}: {english:?}");
    let chinese = Language::Chinese.within(|| rows(&answer(&world, asked)));
    assert_eq!(chinese, english, "{asked}");
}

#[test]
fn a_ban_bars_in_every_language() {
    check("partners", "partners lyon at=2020 limit=4", "ruled-out");
}

#[test]
fn a_trade_is_found_in_every_language() {
    check("missions", "missions us china sector=parts at=2024", "missions");
}

#[test]
fn a_kind_in_an_address_chooses_the_same_in_every_language() {
    let world = world(
        r#"
        city a
        city b
        city c
        agreement first "A – B" class=sister-city
        agreement second "A – C" class=memorandum
        source list third-party-list 2020 "A list"
        a party first 1981/.. per list
        b party first 1981/.. per list
        a party second 1982/.. per list
        c party second 1982/.. per list
        "#,
    );
    let chosen = |kind: &str| {
        let told = [("entity", "a"), ("at", "2020"), ("kind", kind)];
        let told = told.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        let page = comity_answer::ask_beside(&world, Some(&world), crate::today(), "profile", &told);
        rows(&page.expect("a page of the place"))
    };
    let english = chosen("sister city");
    assert_ne!(english, chosen(""));
    assert_eq!(Language::Chinese.within(|| chosen("sister city")), english);
}
