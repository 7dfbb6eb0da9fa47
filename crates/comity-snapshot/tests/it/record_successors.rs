//! What passes from a place to the one it merged into, and what is said of it.

use comity_model::{Day, FuzzyDate};
use comity_snapshot::wording;

use crate::record::{record, snapshot};

#[test]
fn a_place_that_merged_into_another() {
    let text = "
        city old
        city new
        city b
        agreement pact
        source list third-party-list 2001-01-01
        source law official-page 2010-01-01
        old party pact 1985/.. per list
        b party pact 1985/.. per list
        attribute old dissolved 2009-12-31 per law
        new succeeds old 2010-01-01/.. per law kind=merger
        ";
    let held = snapshot(text);
    let is_silent = |text: &str| record(&snapshot(text), "pact").is_not_reaffirmed_by(Day::FUTURE);
    assert!(is_silent(text));
    let later = "source own official-list 2015-01-01\nold party pact per own";
    assert!(!is_silent(&format!("{text}\n{later}")), "a later list reaffirms it");
    let node = |id: &str| held.node(&id.parse().expect("an id")).expect("on file");
    assert_eq!(record(&held, "pact").successions()[0].to, node("new"));
    let passed = |day: &str| {
        let day: FuzzyDate = day.parse().expect("a day");
        wording::passed_on(&held, &record(&held, "pact"), day.latest())
    };
    assert_eq!(passed("2009-12-31"), None, "nothing had passed on yet");
    assert_eq!(passed("2012").as_deref(), Some("passed from Old to New in 2010, not named since"));
    assert_eq!(held.predecessors(node("new")), [node("old")]);
}
