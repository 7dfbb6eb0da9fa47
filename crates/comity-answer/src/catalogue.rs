//! Every question there is, by group: the one file that names them all.

use crate::question::Question;

/// All of them, by group.
pub const fn questions() -> &'static [Question] {
    QUESTIONS
}

const QUESTIONS: &[Question] = &[
    crate::questions::who::with::QUESTION,
    crate::questions::who::profile::QUESTION,
    crate::questions::who::members::QUESTION,
    crate::questions::who::between::QUESTION,
    crate::questions::who::timeline::QUESTION,
    crate::questions::who::joined::QUESTION,
    crate::questions::who::first::QUESTION,
    crate::questions::who::memberships::QUESTION,
    crate::questions::who::seats::QUESTION,
    crate::questions::who::lineage::QUESTION,
    crate::questions::who::indirect::QUESTION,
    crate::questions::representation::presence::QUESTION,
    crate::questions::representation::presence_of::QUESTION,
    crate::questions::representation::weight::QUESTION,
    crate::questions::representation::generations::QUESTION,
    crate::questions::representation::series::QUESTION,
    crate::questions::representation::actors::QUESTION,
    crate::questions::activity::bursts::QUESTION,
    crate::questions::activity::acts::QUESTION,
    crate::questions::activity::act_counts::QUESTION,
    crate::questions::activity::acts_and_twins::QUESTION,
    crate::questions::activity::offices::QUESTION,
    crate::questions::activity::lapsed::QUESTION,
    crate::questions::activity::missions::QUESTION,
    crate::questions::activity::capacity::QUESTION,
    crate::questions::activity::spending::QUESTION,
    crate::questions::connectivity::connected::QUESTION,
    crate::questions::connectivity::ranking::QUESTION,
    crate::questions::connectivity::backbone::QUESTION,
    crate::questions::connectivity::communities::QUESTION,
    crate::questions::connectivity::bridges::QUESTION,
    crate::questions::connectivity::layers::QUESTION,
    crate::questions::connectivity::change::QUESTION,
    crate::questions::scenario::what_if::QUESTION,
    crate::questions::scenario::before_after::QUESTION,
    crate::questions::scenario::withdrawal::QUESTION,
    crate::questions::scenario::backing::QUESTION,
    crate::questions::scenario::robustness::QUESTION,
    crate::questions::partners::QUESTION,
    crate::questions::partners::needs::QUESTION,
    crate::questions::quality::compare::QUESTION,
    crate::questions::quality::checked::QUESTION,
    crate::questions::quality::conflicts::QUESTION,
    crate::questions::quality::coverage::QUESTION,
    crate::questions::quality::history::QUESTION,
    crate::questions::quality::reciprocity::QUESTION,
    crate::questions::quality::sameness::QUESTION,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_stand_by_group_under_names_of_their_own() {
        assert!(questions().is_sorted_by_key(|question| question.group));
        let mut ids: Vec<&str> = questions().iter().map(|question| question.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), questions().len());
    }
}
