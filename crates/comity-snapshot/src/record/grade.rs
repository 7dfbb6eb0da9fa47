//! How well a tie is proved.

use schemars::JsonSchema;
use serde::Serialize;

use super::Rung;

/// How well a tie is proved, whatever the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EvidenceGrade {
    /// Sources that do not have it from one another.
    pub independent: usize,
    /// Lists that do not say where they have it from.
    pub lists: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best: Option<Rung>,
    /// Sides that say so each for itself; a paper that all signed is the best rung.
    #[serde(skip_serializing_if = "is_none_of_them")]
    pub sides: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a field by reference")]
const fn is_none_of_them(sides: &usize) -> bool {
    *sides == 0
}

impl EvidenceGrade {
    /// The mark of evidence: 1 one source, 2 two or more, 3 a side says so, 4 both sides or the signed paper; 0 where
    /// nobody says that it holds.
    pub fn boxes(&self) -> usize {
        match self.best {
            None => 0,
            Some(Rung::SignedPaper) => 4,
            _ if self.sides >= 2 => 4,
            Some(Rung::DecidingBody | Rung::OwnWord) => 3,
            _ if self.sources() >= 2 => 2,
            Some(_) => 1,
        }
    }

    /// For sorting: the mark, then how many say so.
    pub fn rank(&self) -> (usize, usize) {
        (self.boxes(), self.sources())
    }

    /// Sources and lists together: rows of one file are one, a copy is what it was copied from.
    pub const fn sources(&self) -> usize {
        self.independent + self.lists
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_box_is_earned() {
        let grade = |best, sources, sides| {
            let grade = EvidenceGrade { independent: 0, lists: sources, best, sides };
            grade.boxes()
        };
        assert_eq!(grade(None, 0, 0), 0);
        assert_eq!(grade(Some(Rung::ThirdPartyList), 1, 0), 1);
        assert_eq!(grade(Some(Rung::ThirdPartyList), 2, 0), 2);
        assert_eq!(grade(Some(Rung::Press), 3, 0), 2);
        assert_eq!(grade(Some(Rung::OwnWord), 1, 1), 3);
        assert_eq!(grade(Some(Rung::OwnWord), 2, 2), 4);
        assert_eq!(grade(Some(Rung::SignedPaper), 1, 0), 4);
    }
}
