//! How well a tie is proved, in words.

use comity_messages::say;

use crate::record::{EvidenceGrade, Rung};

/// What stands beside the mark of evidence: "1 list", "2 sources, 1 list", "a side says so, 3 sources".
pub fn evidence(grade: &EvidenceGrade) -> String {
    let sources = sources(grade);
    match (grade.boxes(), grade.best) {
        (0, _) => say!("evidence-none"),
        (3, _) => say!("evidence-side", sources = sources),
        (4, Some(Rung::SignedPaper)) => say!("evidence-paper", sources = sources),
        (4, _) => say!("evidence-sides", sources = sources),
        _ => sources,
    }
}

/// Lists that do not say where they have it from are not called sources: they may be copies of each other.
fn sources(grade: &EvidenceGrade) -> String {
    let sources = say!("evidence-sources", n = grade.independent);
    match (grade.independent, grade.lists) {
        (0, lists) => say!("evidence-lists", n = lists),
        (_, 0) => sources,
        (_, lists) => {
            let lists = say!("evidence-lists", n = lists);
            say!("evidence-both", sources = sources, lists = lists)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(independent: usize, lists: usize, best: Rung) -> String {
        evidence(&EvidenceGrade { independent, lists, best: Some(best), sides: 0 })
    }

    #[test]
    fn lists_are_not_called_sources() {
        assert_eq!(words(0, 1, Rung::ThirdPartyList), "1 list");
        assert_eq!(words(0, 2, Rung::ThirdPartyList), "2 lists");
        assert_eq!(words(2, 1, Rung::Press), "2 sources, 1 list");
        assert_eq!(words(1, 0, Rung::OwnWord), "a side says so, 1 source");
        assert_eq!(words(1, 0, Rung::SignedPaper), "signed paper, 1 source");
    }
}
