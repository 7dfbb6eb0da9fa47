//! Every question there is, by group: the one file that names them all.

use crate::question::Question;

/// All of them, by group.
pub const fn questions() -> &'static [Question] {
    QUESTIONS
}

const QUESTIONS: &[Question] = &[
    crate::with::QUESTION,
    crate::profile::QUESTION,
    crate::members::QUESTION,
    crate::between::QUESTION,
    crate::timeline::QUESTION,
    crate::joined::QUESTION,
    crate::first::QUESTION,
    crate::memberships::QUESTION,
    crate::seats::QUESTION,
    crate::lineage::QUESTION,
    crate::indirect::QUESTION,
    crate::presence::QUESTION,
    crate::weight::QUESTION,
    crate::generations::QUESTION,
    crate::series::QUESTION,
    crate::actors::QUESTION,
    crate::bursts::QUESTION,
    crate::acts::QUESTION,
    crate::act_counts::QUESTION,
    crate::acts_and_twins::QUESTION,
    crate::offices::QUESTION,
    crate::lapsed::QUESTION,
    crate::connected::QUESTION,
    crate::ranking::QUESTION,
    crate::backbone::QUESTION,
    crate::communities::QUESTION,
    crate::bridges::QUESTION,
    crate::layers::QUESTION,
    crate::change::QUESTION,
    crate::what_if::QUESTION,
    crate::before_after::QUESTION,
    crate::withdrawal::QUESTION,
    crate::backing::QUESTION,
    crate::robustness::QUESTION,
    crate::partners::QUESTION,
    crate::compare::QUESTION,
    crate::checked::QUESTION,
    crate::conflicts::QUESTION,
    crate::coverage::QUESTION,
    crate::history::QUESTION,
    crate::reciprocity::QUESTION,
    crate::sameness::QUESTION,
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
