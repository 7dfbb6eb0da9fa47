//! Whatever is sent, the work is bounded and nothing breaks.

use std::time::{Duration, Instant};

use comity_search::{NameResolution, Typing};
use proptest::prelude::*;

use crate::search;

/// Without optimisation and beside other tests; a small part of it with.
const AT_MOST: Duration = Duration::from_secs(3);

#[track_caller]
fn check(text: &str) {
    for typing in [Typing::Going, Typing::Done] {
        let began = Instant::now();
        let results = search().results(text, typing, 8);
        let took = began.elapsed();
        assert!(results.hits.len() <= 8, "{text}");
        assert!(took < AT_MOST, "{text:?} took {took:?}");
    }
    search().resolve(text);
}

#[test]
fn hostile_texts() {
    search().hits("Tokyo", Typing::Going, 8);
    for text in [
        "",
        " ",
        "a",
        "s",
        "北",
        "\u{301}\u{301}\u{301}",
        "--––——",
        "%00",
        "\u{202e}",
        "'\"<script>",
        "和",
        " and ",
        " x ",
    ] {
        check(text);
    }
    check(&"a ".repeat(150));
    check(&"san jose ".repeat(40));
    check(&"q".repeat(300));
    check(&"北".repeat(300));
    check(&"\u{301}".repeat(300));
    check(&"new york ".repeat(4));
    check("a b c d e f g h");
    check("saint st saint st saint st saint st");
}

#[test]
fn nothing_is_not_something() {
    assert!(search().hits("", Typing::Done, 8).is_empty());
    assert!(search().hits("\u{301}", Typing::Going, 8).is_empty());
    assert_eq!(search().resolve("zzqqxxyy"), NameResolution::None(Vec::new()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_is_answered(text in "\\PC{0,40}") {
        check(&text);
    }

    #[test]
    fn one_slip_is_never_decided(at in 1_usize..7) {
        let mut letters: Vec<char> = "hamamatsu".chars().collect();
        letters.remove(at);
        let text: String = letters.into_iter().collect();
        prop_assert!(!matches!(search().resolve(&text), NameResolution::One(_)), "{}", text);
    }
}
