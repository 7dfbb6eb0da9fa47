//! On record, sources disagree, ended: one membership, worked out by hand for each.

use comity_answer::{Answer, BoundedCount, TieState};

use crate::{answer, world};

/// What the sources say of the membership of Lyon, and how it stands at `at`.
#[track_caller]
fn check(claims: &str, at: &str, state: TieState, words: &str) {
    let text = format!(
        "city lyon\n network eurocities\n source a report 2019 \"A\"\n source b press 2022-03 \"B\"\n source old report \"Old\"\n {claims}"
    );
    let Answer::Members(members) = answer(&world(&text), &format!("members eurocities at={at}")) else {
        panic!("members")
    };
    let ties: Vec<_> = members.members.rows.iter().chain(&members.others.rows).collect();
    let found: Vec<(TieState, &str)> =
        ties.iter().map(|tie| (tie.record.standing.state, tie.state_words.as_str())).collect();
    assert_eq!(found, [(state, words)]);
    assert_eq!(members.total.count, BoundedCount::of(ties.iter().map(|tie| tie.record.standing)));
}

#[test]
fn a_sighting_is_certain_on_its_day_only() {
    check("lyon member eurocities per a", "2019", TieState::OnRecord, "on record");
    check("lyon member eurocities per a", "2024", TieState::NotPlaced, "may still hold (last seen 2019)");
    check("lyon member eurocities 1990/.. per a", "2000", TieState::OnRecord, "on record");
    check("lyon member eurocities 1990/.. per a", "1980", TieState::NotYet, "not yet");
    check("lyon member eurocities 199X/.. per a", "1995", TieState::NotPlaced, "may have held (seen 2019)");
}

#[test]
fn an_end_is_an_end() {
    check("lyon member eurocities 1990/2005 per a", "2010", TieState::Ended, "ended 2005");
    check("lyon member eurocities 1990/2005 per a", "2005-06-30", TieState::NotPlaced, "may hold (ended 2005)");
}

#[test]
fn rivals_make_it_disputed() {
    let both = "lyon member eurocities 1990/.. per a\n not lyon member eurocities 1990/.. per b";
    check(both, "2019", TieState::SourcesDisagree, "disputed (last seen 2019)");
    let ended = "lyon member eurocities 1990/.. per a\n lyon member eurocities 1990/2010 per b";
    check(ended, "2019", TieState::SourcesDisagree, "disputed: ended 2010, says one source (last seen 2019)");
    check(ended, "2000", TieState::OnRecord, "on record");
}

#[test]
fn a_second_spell_is_no_dispute() {
    let again = "lyon member eurocities 1990/1995 per a\n lyon member eurocities 2005/.. per b";
    check(again, "2010", TieState::OnRecord, "on record");
    check(again, "2000", TieState::Ended, "ended 1995");
}

#[test]
fn who_ceased_to_chair_did_not_leave() {
    let chaired =
        "lyon member eurocities 2005/2008 per b role=presidency\n lyon member eurocities 1990/.. per a";
    check(chaired, "2019", TieState::OnRecord, "on record");
}

#[test]
fn only_denials_are_no_tie() {
    check("not lyon member eurocities per a", "2019", TieState::Denied, "denied");
}

#[test]
fn a_doubted_plan_or_copy_is_never_confirmed() {
    check(
        "lyon member eurocities per a standing=disputed",
        "2019",
        TieState::NotPlaced,
        "may still hold (last seen 2019)",
    );
    check(
        "lyon member eurocities per a modality=planned",
        "2019",
        TieState::NotPlaced,
        "may still hold (last seen 2019)",
    );
}
