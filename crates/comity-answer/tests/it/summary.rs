//! Every answer opens with a sentence that could be read aloud, the same in text and in JSON, and each figure of it is in the answer.

use comity_answer::{Answer, render_text};
use serde_json::Value;

use crate::{answer, world};

const WORLD: &str = r#"
    nation france country=FR
    nation japan country=JP
    city lyon in france pop=522250
    city nice in france
    city fukui in japan
    city sabae in japan
    network c40 "C40"
    network uclg "UCLG"
    source one third-party-list "One list"
    source two third-party-list "Another list"
    source page official-page 2015-10-24 "A page"
    source list official-list 2019 "The list"
    source press press 2022 "A paper"
    lyon — fukui per one
    nice — fukui per one
    nice — fukui per two
    lyon — sabae 1985/.. per page
    nice — sabae 1984/.. per page
    nice — sabae 1984/2022 per press
    lyon member c40 per list
    nice member c40 per list
    c40 member uclg per list
"#;

/// FACE: what no sentence says any more.
const UNSAID: [&str; 8] = [
    "confirmed, ",
    "may still hold",
    "last seen",
    "Says who",
    "not looked yet",
    "not found",
    "nowhere heard",
    "to come or denied",
];

/// The sentence of an answer, once all that must be so of it is.
#[track_caller]
fn said(asked: &str) -> String {
    let world = world(WORLD);
    let answer = answer(&world, asked);
    let summary = answer.summary().to_owned();
    let mut json = serde_json::to_value(&answer).expect("an answer is JSON");
    assert_eq!(json["summary"], Value::from(summary.as_str()), "{asked}");
    let text = render_text(&answer);
    let first = text.lines().skip(2).find(|line| !line.trim().is_empty()).unwrap_or_default();
    assert_eq!(first.trim(), summary, "{asked}: the first line under the title");
    assert!(summary.ends_with('.') && summary.chars().count() <= 320, "{asked}: {summary}");
    assert!(UNSAID.iter().all(|words| !summary.contains(words)), "{asked}: {summary}");
    json.as_object_mut().expect("an answer is an object").remove("summary");
    let json = json.to_string();
    let numbers = summary.split(|letter: char| !letter.is_ascii_digit() && letter != ',');
    for number in numbers.map(|number| number.replace(',', "")).filter(|number| !number.is_empty()) {
        assert!(json.contains(&number), "{asked}: {number} of `{summary}` is not in the answer");
    }
    summary
}

#[test]
fn entities() {
    assert_eq!(
        said("profile lyon at=2026"),
        "1 sister city on record: from one source; 1 dated; none confirmed by Lyon."
    );
}

#[test]
fn pairs_and_members() {
    let all = [
        "profile france at=2026",
        "profile c40 at=2020",
        "profile fukui at=2026",
        "with france japan at=2026",
        "with lyon c40 at=2020",
        "with lyon uclg at=2020",
        "between lyon fukui at=2026",
        "between lyon c40 at=2020",
        "members c40 at=2020",
        "timeline lyon",
        "conflicts lyon",
        "coverage",
        "coverage c40",
        "memberships lyon at=2020",
    ];
    for asked in all {
        said(asked);
    }
}

/// The page of an agreement says who names it, how new that is and what became of it.
#[test]
fn agreements() {
    let said = |a: &str, b: &str| {
        let Answer::Between(between) = answer(&world(WORLD), &format!("between {a} {b} at=2026")) else {
            panic!("what ties two")
        };
        let via = between.direct.rows[0].via.as_ref().map(|via| via.id.to_string());
        said(&format!("profile {} at=2026", via.unwrap()))
    };
    assert_eq!(
        said("lyon", "sabae"),
        "On record since 1985, 1 statement. Last reported 24 October 2015, over 11 years ago. No report of an end. \
         Neither side has confirmed it."
    );
    assert_eq!(said("nice", "sabae"), "Reported ended in 2022. Began 1984. Not counted among current ties.");
    assert_eq!(said("lyon", "fukui"), "Undated: may or may not have held then. Start unknown.");
}

/// Where the register carries no answer the sentence says what it would have to hold.
#[test]
fn without_an_answer() {
    assert_eq!(said("memberships sabae"), "No membership of Sabae in a network is on file.");
}
