//! What holds of every record, over worlds thrown at random.

use std::collections::BTreeSet;

use comity_fixtures::Dice;
use comity_model::{Day, Window};
use comity_snapshot::record::{TieRecord, TieStanding, TieState};

use crate::record::{record, snapshot};

const PLACES: &str = "
    nation us country=US
    city a in us
    city b
    city heir
    network n
    office desk
    organisation court class=court
    act law class=law-or-policy
    agreement pact
    person ann
    person bob
    person eve
    ";

/// The ties that a world may speak of.
const TIES: [&str; 7] = [
    "a party pact",
    "b party pact",
    "a member n",
    "a keeps desk",
    "ann holds n",
    "bob holds n",
    "eve holds n",
];

fn date(dice: &mut Dice) -> String {
    let (year, month, day) = (1990 + dice.below(14), 1 + dice.below(12), 1 + dice.below(28));
    match dice.below(3) {
        0 => format!("{year}"),
        1 => format!("{year}-{month:02}"),
        _ => format!("{year}-{month:02}-{day:02}"),
    }
}

fn year(date: &str) -> &str {
    date.split('-').next().unwrap_or_default()
}

fn period(dice: &mut Dice) -> String {
    let (one, two) = (date(dice), date(dice));
    let (from, to) = if year(&one) < year(&two) { (one, two) } else { (two, one) };
    let is_one_year = year(&from) == year(&to);
    match dice.below(7) {
        0 | 1 => String::new(),
        2 => from,
        3 => format!("{from}/.."),
        4 => format!("{from}/"),
        5 => format!("/{to}"),
        _ if is_one_year => from,
        _ => format!("{from}/{to}"),
    }
}

fn source(dice: &mut Dice, name: &str) -> String {
    let kinds = ["signed-instrument", "council-record", "official-list", "press", "third-party-list"];
    let kind = dice.one_of(&kinds).expect("a kind");
    let dated = if dice.below(4) == 0 { format!("seen={}", date(dice)) } else { date(dice) };
    let issuer =
        dice.one_of(&["", "issuer=a", "issuer=b", "issuer=n", "issuer=us", "issuer=heir"]).expect("one");
    format!("source {name} {kind} {dated} {issuer}\n")
}

fn claim(dice: &mut Dice, place: usize) -> String {
    let (valid, source) = (period(dice), dice.below(5));
    let tail = format!("{valid} per s{source} locator=\"row {place}\"");
    if dice.below(3) == 0 {
        let state = dice.one_of(&["ended", "suspended", "revived", "active", "proposed"]).expect("a state");
        let thing = dice.one_of(&["pact", "pact", "desk"]).expect("a thing");
        return format!("attribute {thing} state {state} {tail} {}\n", actor(dice));
    }
    let tie = dice.one_of(&TIES).expect("a tie");
    let post = match tie.contains("holds") {
        true => dice.one_of(&["post=chair", "post=chair", "post=co-chair"]).expect("a post"),
        false if tie.contains("member") => dice.one_of(&["", "role=board", "role=member"]).expect("a role"),
        false => "",
    };
    let not = if dice.below(8) == 0 { "not " } else { "" };
    let how = dice.one_of(&["", "", "", "modality=planned", "standing=disputed"]).expect("one");
    format!("{not}{tie} {tail} {post} {how} {}\n", actor(dice))
}

fn actor(dice: &mut Dice) -> &'static str {
    let actors = ["", "", "", "by=a", "by=b", "by=us", "by=court", "by=law", "by=heir"];
    dice.one_of(&actors).expect("one")
}

/// Sources, lists that name all, and claims; the claims apart, for their order is not to matter.
fn world(dice: &mut Dice) -> (String, Vec<String>) {
    let mut sources: String = (0..5).map(|n| source(dice, &format!("s{n}"))).collect();
    if dice.below(2) == 0 {
        sources.push_str("looked member per s0 object=n exhaustive=true\n");
    }
    if dice.below(4) == 0 {
        let kind = dice.one_of(&["merger", "rename", "split"]).expect("a kind");
        sources.extend([format!("heir succeeds b {} per s1 kind={kind}\n", date(dice))]);
    }
    if dice.below(6) == 0 {
        sources.extend([format!("attribute n dissolved {} per s2\n", date(dice))]);
    }
    let claims = (0..2 + dice.below(8)).map(|place| claim(dice, place)).collect();
    (format!("{PLACES}{sources}"), claims)
}

fn ties() -> [&'static str; 6] {
    ["pact", "a member n", "a keeps desk", "ann holds n", "bob holds n", "eve holds n"]
}

fn days() -> impl Iterator<Item = Day> {
    let first = Day::from_ymd(1988, 1, 1).0;
    (0..8_000).step_by(61).map(move |offset| Day(first + offset))
}

/// Everything that is answered of a tie on each of those days.
fn answers(record: &TieRecord) -> Vec<TieStanding> {
    days().map(|day| record.on(Window::day(day))).collect()
}

#[test]
fn certain_is_presumed_and_presumed_is_possible_and_on_record() {
    let mut dice = Dice::new(11);
    for _ in 0..300 {
        let (sources, claims) = world(&mut dice);
        let text = format!("{sources}{}", claims.concat());
        let snapshot = snapshot(&text);
        for tie in ties() {
            let record = record(&snapshot, tie);
            for day in days() {
                let standing = record.on(Window::day(day));
                let TieStanding { state, basis, certain, presumed, possible } = standing;
                assert_eq!(presumed, state == TieState::OnRecord, "{tie} on {day}: {standing:?}\n{text}");
                assert_eq!(presumed, basis.is_some(), "{tie} on {day}: {standing:?}\n{text}");
                assert!(!certain || presumed, "{tie} on {day}: {standing:?}\n{text}");
                assert!(!presumed || possible, "{tie} on {day}: {standing:?}\n{text}");
                let mut stretches = record.on_record().into_iter();
                let stretch = stretches.find(|one| one.days.from <= day && day <= one.days.to);
                assert_eq!(stretch.map(|one| one.basis), basis, "{tie} on {day}: its stretches\n{text}");
            }
        }
    }
}

#[test]
fn the_order_of_claims_and_what_is_said_of_others_do_not_matter() {
    let mut dice = Dice::new(12);
    for _ in 0..150 {
        let (sources, mut claims) = world(&mut dice);
        let told = snapshot(&format!("{sources}{}", claims.concat()));
        claims.reverse();
        let other = "city c\nagreement other\nc party other 1999/.. per s1 locator=x\n";
        let again = snapshot(&format!("{sources}{other}{}", claims.concat()));
        for tie in ties() {
            let (one, two) = (record(&told, tie), record(&again, tie));
            assert_eq!(answers(&one), answers(&two), "{tie}\n{sources}{}", claims.concat());
            assert_eq!(answers(&one), answers(&one), "{tie}: asked twice");
        }
    }
}

#[test]
fn a_year_is_on_some_day_of_it() {
    let mut dice = Dice::new(13);
    for _ in 0..40 {
        let (sources, claims) = world(&mut dice);
        let text = format!("{sources}{}", claims.concat());
        let snapshot = snapshot(&text);
        for (tie, year) in ties().into_iter().zip([1992, 1995, 1998, 2001, 2003]) {
            let record = record(&snapshot, tie);
            let window = Window { from: Day::from_ymd(year, 1, 1), to: Day::from_ymd(year, 12, 31) };
            let all: Vec<TieStanding> =
                (window.from.0..=window.to.0).map(|day| record.on(Window::day(Day(day)))).collect();
            let whole = record.on(window);
            let some = |is: fn(&TieStanding) -> bool| all.iter().any(is);
            let marks = (some(|one| one.presumed), some(|one| one.possible));
            assert_eq!((whole.presumed, whole.possible), marks, "{tie} in {year}\n{text}");
            // A sighting of the year is certain of some day of it, and of no day that could be named.
            assert!(whole.certain || !some(|one| one.certain), "{tie} in {year}\n{text}");
            assert!(whole.presumed || !whole.certain, "{tie} in {year}\n{text}");
            assert_eq!(whole.state, all[all.len() - 1].state, "{tie} in {year}\n{text}");
        }
    }
}

/// A side is named beside others only where they left the tie differently, and one of them stopped it by then.
#[test]
fn sides_are_told_apart_where_they_differ() {
    let (mut dice, mut told) = (Dice::new(15), 0);
    for _ in 0..300 {
        let (sources, claims) = world(&mut dice);
        let text = format!("{sources}{}", claims.concat());
        let snapshot = snapshot(&text);
        for tie in ties() {
            let record = record(&snapshot, tie);
            for day in days() {
                let left = record.sides_on(day);
                told += usize::from(!left.is_empty());
                let states: BTreeSet<TieState> = left.iter().map(|one| one.state).collect();
                let sides: BTreeSet<_> = left.iter().map(|one| one.side).collect();
                assert!(left.is_empty() || states.len() > 1, "{tie} on {day}: {left:?}\n{text}");
                assert_eq!(sides.len(), left.len(), "{tie} on {day}: {left:?}\n{text}");
            }
        }
    }
    assert!(told >= 20, "the worlds have such ties: {told}");
}

#[test]
fn at_most_one_chair_is_on_record_on_a_day() {
    let mut dice = Dice::new(14);
    for _ in 0..300 {
        let (sources, claims) = world(&mut dice);
        let text = format!("{sources}{}", claims.concat());
        let snapshot = snapshot(&text);
        let node = |id: &str| snapshot.node(&id.parse().expect("an id")).expect("on file");
        let posts = ["ann", "bob", "eve"].map(|person| snapshot.post_records(node(person), node("n")));
        for day in days() {
            let there = posts.iter().flatten().filter(|(_, record)| record.on(Window::day(day)).presumed);
            let there: Vec<&str> = there.map(|(post, _)| post.as_str()).collect();
            let chairs = there.iter().filter(|post| **post == "chair").count();
            assert!(chairs == 0 || there.len() == 1, "{there:?} on {day}\n{text}");
        }
    }
}
