//! The fifteen kinds of link: which entities may stand at their ends and what may be said of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::claim::{Modality, Polarity, Standing};
use crate::closed::closed;
use crate::date::FuzzyDate;
use crate::entity::EntityKind::{
    self, Act, Agreement, Event, Network, Office, Organisation, Person, Polity, Programme,
};
use crate::id::{ClaimId, EntityId, SourceId};
use crate::period::Period;

closed! {
    /// Direction: subject → object.
    LinkKind, "kind of link" {
        Within = "within",
        Member = "member",
        Holds = "holds",
        Party = "party",
        Keeps = "keeps",
        Adopts = "adopts",
        Concerns = "concerns",
        TakesPart = "takes-part",
        Backs = "backs",
        Runs = "runs",
        Founds = "founds",
        Coordinates = "coordinates",
        Position = "position",
        Represents = "represents",
        Succeeds = "succeeds",
    }
}

closed! {
    /// What can be said of a link; each kind of link allows a few of them.
    LinkAttribute, "attribute of a link" {
        Kind = "kind",
        Role = "role",
        Dues = "dues",
        Post = "post",
        OnBehalfOf = "on-behalf-of",
        Capacity = "capacity",
        Organ = "organ",
        Vote = "vote",
        Stance = "stance",
        Amount = "amount",
        Currency = "currency",
        Spell = "spell",
        Standing = "standing",
    }
}

/// What is said of one link, by attribute.
pub type LinkAttributes = BTreeMap<LinkAttribute, SmolStr>;

/// A link that the vocabulary does not allow.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadLink {
    #[error("{kind} cannot start at a {subject}")]
    Subject { kind: LinkKind, subject: EntityKind },
    #[error("{kind} cannot lead from a {subject} to a {object}")]
    Object { kind: LinkKind, subject: EntityKind, object: EntityKind },
    #[error("{kind} has no attribute {attribute}; it has: {allowed}")]
    Attribute { kind: LinkKind, attribute: LinkAttribute, allowed: String },
    #[error("`{value}` is no {attribute} of {kind}; one of: {allowed}")]
    Value { kind: LinkKind, attribute: LinkAttribute, value: SmolStr, allowed: String },
}

impl LinkKind {
    /// The kinds of entity that may stand at its two ends.
    pub const fn domain(self) -> (&'static [EntityKind], &'static [EntityKind]) {
        match self {
            Self::Within => (
                &[Polity, Organisation, Office, Event, Network, Programme],
                &[Polity, Organisation, Event, Programme],
            ),
            Self::Member => (&[Polity, Organisation, Network], &[Network]),
            Self::Holds => (&[Person], &[Polity, Organisation, Network]),
            Self::Party => (&[Polity, Organisation, Network], &[Agreement]),
            Self::Keeps => (&[Polity, Organisation], &[Office]),
            Self::Adopts => (&[Polity, Organisation, Network], &[Act]),
            Self::Concerns => (&[Agreement, Act, Programme, Event], &[Polity, Act, Agreement, Organisation]),
            Self::TakesPart => (&[Polity, Organisation, Network, Person], &[Event]),
            Self::Backs => (
                &[Organisation, Polity, Programme],
                &[Network, Programme, Agreement, Event, Polity, Organisation],
            ),
            Self::Runs => (&[Polity, Organisation, Network], &[Programme, Event, Office]),
            Self::Founds => (&[Person, Polity, Organisation, Network], &[Network, Organisation, Programme]),
            Self::Coordinates => (&[Organisation], &[Polity, Network]),
            Self::Position => (&[Polity, Organisation, Network], &[Agreement, Act]),
            Self::Represents => (&[Network, Organisation], &[Organisation, Event]),
            Self::Succeeds => (EntityKind::ALL, EntityKind::ALL),
        }
    }

    /// The attributes it may have, each with its closed list of values; an empty list means free text.
    pub const fn attributes(self) -> &'static [(LinkAttribute, &'static [&'static str])] {
        use LinkAttribute as A;
        match self {
            Self::Within => &[(A::Kind, &["territory", "seat", "part"])],
            Self::Member => &[(A::Role, ROLES), (A::Dues, &[])],
            Self::Holds => &[(A::Post, &[]), (A::OnBehalfOf, &[])],
            Self::Party => &[(A::Capacity, &["signatory", "witness", "guarantor"])],
            Self::Keeps | Self::Runs | Self::Founds => &[],
            Self::Adopts => &[(A::Organ, &[]), (A::Vote, &[])],
            Self::Concerns => &[(A::Stance, &["with", "beside", "against", "none", "contested"])],
            Self::TakesPart => &[(A::Role, EVENT_ROLES)],
            Self::Backs => &[
                (A::Kind, &["money", "delivery", "staff", "space"]),
                (A::Amount, &[]),
                (A::Currency, &[]),
                (A::Spell, &[]),
            ],
            Self::Coordinates => &[(A::Kind, &["advice", "detail", "grant", "licence", "veto"])],
            Self::Position => &[(A::Stance, &["for", "against", "abstain"])],
            Self::Represents => &[(A::Standing, &["consultative", "observer", "seat"])],
            Self::Succeeds => &[(A::Kind, &["merger", "split", "rename", "renewal"])],
        }
    }

    /// Whether the vocabulary allows this link between such ends.
    pub fn check_ends(self, subject: EntityKind, object: EntityKind) -> Result<(), BadLink> {
        let (subjects, objects) = self.domain();
        if !subjects.contains(&subject) {
            return Err(BadLink::Subject { kind: self, subject });
        }
        let same_kind = self != Self::Succeeds || subject == object;
        if objects.contains(&object) && same_kind {
            Ok(())
        } else {
            Err(BadLink::Object { kind: self, subject, object })
        }
    }

    /// Whether the vocabulary allows these attributes and values.
    pub fn check_attributes(self, attributes: &LinkAttributes) -> Result<(), BadLink> {
        for (&attribute, value) in attributes {
            let Some((_, values)) = self.attributes().iter().find(|(allowed, _)| *allowed == attribute)
            else {
                let allowed: Vec<_> = self.attributes().iter().map(|(a, _)| a.as_str()).collect();
                return Err(BadLink::Attribute { kind: self, attribute, allowed: allowed.join(", ") });
            };
            if !values.is_empty() && !values.contains(&value.as_str()) {
                let (value, allowed) = (value.clone(), values.join(", "));
                return Err(BadLink::Value { kind: self, attribute, value, allowed });
            }
        }
        Ok(())
    }
}

/// Roles in networks, lowest first.
pub const ROLES: &[&str] = &[
    "participant",
    "observer",
    "associate",
    "member",
    "founding-member",
    "committee-chair",
    "board",
    "presidency",
    "secretariat",
];

const EVENT_ROLES: &[&str] =
    &["host", "organiser", "leader", "delegate", "speaker", "signatory", "invited-absent"];

/// A dated relation derived from one claim whose ends have been resolved.
///
/// One claim may yield several links (each party of an agreement); `part` counts them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    pub claim: ClaimId,
    pub part: u8,
    pub kind: LinkKind,
    pub subject: EntityId,
    pub object: EntityId,
    pub attributes: LinkAttributes,
    /// As the source states it, already narrowed by the day it describes.
    pub valid: Period,
    /// The day the source describes.
    pub observed: Option<FuzzyDate>,
    pub source: SourceId,
    pub locator: SmolStr,
    /// A name people use for its claim (S20); may be empty.
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub label: SmolStr,
    /// Where the source has it from; itself when it cites nobody.
    pub root: SourceId,
    pub polarity: Polarity,
    pub modality: Modality,
    pub standing: Standing,
    /// Who ended it, where the source says that it ended and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<EntityId>,
    /// What the source calls an object that exists only through its links (sister-city …). May be empty.
    pub called: SmolStr,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_checked() {
        assert!(LinkKind::Member.check_ends(Polity, Network).is_ok());
        let refused = LinkKind::Member.check_ends(Person, Network).unwrap_err();
        assert_eq!(refused.to_string(), "member cannot start at a person");
        assert!(LinkKind::Succeeds.check_ends(Network, Organisation).is_err());
    }

    #[test]
    fn attributes_are_closed() {
        let said = |attribute, value: &str| LinkAttributes::from([(attribute, SmolStr::new(value))]);
        assert!(LinkKind::Member.check_attributes(&said(LinkAttribute::Role, "board")).is_ok());
        assert!(LinkKind::Member.check_attributes(&said(LinkAttribute::Role, "boss")).is_err());
        assert!(LinkKind::Keeps.check_attributes(&said(LinkAttribute::Role, "board")).is_err());
    }
}
