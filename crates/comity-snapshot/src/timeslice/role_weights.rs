//! What an actor is in a thing, and how much that weighs.

use comity_model::{Link, LinkAttribute, LinkKind};
use smol_str::SmolStr;

/// Every role with its weight unless told otherwise. Those in networks follow Taylor's scale: 0 none, 1 participant
/// or observer, 2 member, 3 chair of a committee, 4 board, 5 presidency or secretariat; the others are set beside it.
const ROLES: [(&str, f64); 20] = [
    ("participant", 1.0),
    ("observer", 1.0),
    ("associate", 1.0),
    ("member", 2.0),
    ("founding-member", 2.0),
    ("committee-chair", 3.0),
    ("board", 4.0),
    ("presidency", 5.0),
    ("secretariat", 5.0),
    ("witness", 1.0),
    ("guarantor", 2.0),
    ("signatory", 2.0),
    ("delegate", 1.0),
    ("speaker", 2.0),
    ("host", 3.0),
    ("organiser", 3.0),
    ("leader", 3.0),
    ("keeper", 2.0),
    ("adopter", 2.0),
    ("founder", 2.0),
];

/// A set of roles in an affiliation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Roles(u32);

impl Roles {
    pub const NONE: Self = Self(0);

    /// What a link makes its subject in its object; who was invited and stayed away is in nothing.
    pub fn of(link: &Link) -> Option<Self> {
        let said = |attribute: LinkAttribute| link.attributes.get(&attribute).map(SmolStr::as_str);
        let word = match link.kind {
            LinkKind::Member => said(LinkAttribute::Role).unwrap_or("member"),
            LinkKind::Party => said(LinkAttribute::Capacity).unwrap_or("signatory"),
            LinkKind::TakesPart => said(LinkAttribute::Role).unwrap_or("participant"),
            LinkKind::Keeps => "keeper",
            LinkKind::Adopts => "adopter",
            LinkKind::Founds => "founder",
            LinkKind::Runs => "organiser",
            LinkKind::Within => "host",
            _ => return None,
        };
        let place = ROLES.iter().position(|(role, _)| *role == word)?;
        Some(Self(1 << place))
    }

    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn holds(self, place: usize) -> bool {
        self.0 & (1 << place) != 0
    }
}

/// What a membership says its subject is in the network; a plain member where it says nothing.
pub fn membership_role(link: &Link) -> &str {
    link.attributes.get(&LinkAttribute::Role).map_or("member", |role| role.as_str())
}

/// A weight for every role.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RoleWeights([f64; ROLES.len()]);

impl Default for RoleWeights {
    fn default() -> Self {
        Self(ROLES.map(|(_, weight)| weight))
    }
}

impl RoleWeights {
    /// `member:2,board:4`: the others keep theirs. `None` for a role that is none or a weight below 0 or above 100.
    pub fn read(text: &str) -> Option<Self> {
        let mut weights = Self::default();
        for part in text.split(',') {
            let (role, weight) = part.split_once(':')?;
            let place = ROLES.iter().position(|(known, _)| *known == role.trim().replace(' ', "-"))?;
            let weight: f64 = weight.trim().parse().ok()?;
            weights.0[place] = Some(weight).filter(|weight| (0.0..=100.0).contains(weight))?;
        }
        Some(weights)
    }

    /// The largest weight among the roles; 0 without one.
    pub fn of(&self, roles: Roles) -> f64 {
        let held = (0..ROLES.len()).filter(|place| roles.holds(*place));
        held.map(|place| self.0[place]).fold(0.0, f64::max)
    }

    /// Each role with its weight, in the order of the table.
    pub fn rows(&self) -> impl Iterator<Item = (&'static str, f64)> {
        ROLES.iter().zip(self.0).map(|((role, _), weight)| (*role, weight))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_read_and_refused() {
        let weights = RoleWeights::read("member:3, board:4.5").unwrap();
        let named = |wanted: &str| weights.rows().find(|(role, _)| *role == wanted).unwrap().1;
        let read = [named("member"), named("board"), named("observer")].map(|weight| weight.to_string());
        assert_eq!(read, ["3", "4.5", "1"]);
        assert_eq!(["boss:1", "board", "board:-1", "board:x", ""].map(RoleWeights::read), [None; 5]);
    }

    #[test]
    fn every_role_of_the_vocabulary_has_a_weight() {
        let vocabulary = [LinkKind::Member, LinkKind::Party, LinkKind::TakesPart];
        let values = vocabulary.iter().flat_map(|kind| kind.attributes()).flat_map(|(_, values)| *values);
        for role in values.filter(|role| **role != "invited-absent") {
            assert!(ROLES.iter().any(|(known, _)| known == role), "{role}");
        }
    }
}
