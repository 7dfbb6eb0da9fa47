//! What one source says, as it says it: the five shapes of a claim.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::closed::{UnknownWord, closed, is_default};
use crate::date::FuzzyDate;
use crate::id::{ClaimId, SourceId};
use crate::issue_area::IssueArea;
use crate::link::{LinkAttributes, LinkKind};
use crate::mention::{Mention, Slot};
use crate::period::Period;
use crate::scope::{Quantity, Scope};

closed! {
    /// Whether the source says that it is so, or that it is not.
    #[derive(Default)]
    Polarity, "polarity" { #[default] Asserted = "asserted", Denied = "denied" }
}

closed! {
    /// How the source says it.
    #[derive(Default)]
    Modality, "modality" { #[default] Done = "done", Planned = "planned", Alleged = "alleged" }
}

closed! {
    /// What people have decided about a claim. `Proposed` is machine output that nobody has looked at.
    #[derive(Default)]
    Standing, "standing of a claim" {
        #[default]
        Accepted = "accepted",
        Proposed = "proposed",
        Disputed = "disputed",
        Rejected = "rejected",
        Retracted = "retracted",
    }
}

closed! {
    /// What an attribute claim may be about.
    EntityAttribute, "attribute of an entity" {
        Name = "name",
        Population = "population",
        Area = "area",
        Gdp = "gdp",
        UrbanPopulationShare = "urban-population-share",
        PopulationShare = "population-share",
        GdpShare = "gdp-share",
        Founded = "founded",
        Dissolved = "dissolved",
        Seat = "seat",
        IssueArea = "issue-area",
        Generation = "generation",
        Access = "access",
        Basis = "basis",
        Dues = "dues",
        Type = "type",
        LegalStatus = "legal-status",
        State = "state",
        Force = "force",
        Fate = "fate",
        Series = "series",
        Staffing = "staffing",
        Place = "place",
        Date = "date",
        Slogan = "slogan",
        Purpose = "purpose",
        /// Of a mission: the trades it is for, in the source's words.
        Sector = "sector",
        /// Of a mission: how many days it took.
        Days = "days",
        /// Of a mission: how many went along; the unit says what is counted (people, firms).
        Delegation = "delegation",
        /// What a place looks for, and what it has to give: an issue area, of which the words of the claim say more.
        Seeks = "seeks",
        Offers = "offers",
        /// Of an office: posts or people, by the unit.
        Staff = "staff",
        /// Of an office: money a year; the unit is the currency.
        Budget = "budget",
        /// Of an office: under whom it stands.
        Placement = "placement",
        /// Of an office: the order, ordinance or resolution that made it.
        FoundingAct = "founding-act",
        /// Of a nation: prices of a year; the unit names the base.
        PriceIndex = "price-index",
    }
}

closed! {
    /// What a source may say of whether an agreement holds.
    AgreementState, "state of an agreement" {
        Proposed = "proposed",
        Approved = "approved",
        Signed = "signed",
        Active = "active",
        Dormant = "dormant",
        Suspended = "suspended",
        Ended = "ended",
        Revived = "revived",
        Contested = "contested",
    }
}

closed! {
    /// How a claimed number relates to another set's.
    Comparison, "comparison" { MoreThan = "more-than", FewerThan = "fewer-than", AsMany = "as-many-as" }
}

/// "More than the federal department spent."
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "CountComparison")]
pub struct Compared {
    pub how: Comparison,
    pub to: Scope,
}

/// The five shapes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Shape {
    Link {
        subject: Mention,
        kind: LinkKind,
        object: Mention,
        #[serde(default, skip_serializing_if = "LinkAttributes::is_empty")]
        attributes: LinkAttributes,
    },
    Attribute {
        entity: Mention,
        attribute: EntityAttribute,
        value: SmolStr,
        #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
        unit: SmolStr,
    },
    Count {
        scope: Box<Scope>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        quantity: Option<Quantity>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        compared: Option<Box<Compared>>,
    },
    Absence {
        scope: Box<Scope>,
    },
    /// Never tested, only attributed.
    Opinion {
        text: SmolStr,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        author: Option<Mention>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        about: Vec<Mention>,
    },
}

/// One statement of one source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    pub source: SourceId,
    /// Where in the source: page, paragraph, row.
    pub locator: SmolStr,
    /// A name people use for it (S20).
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub label: SmolStr,
    pub shape: Shape,
    #[serde(default, skip_serializing_if = "is_default")]
    pub valid: Period,
    /// The day the source describes; its own date where this is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observed: Option<FuzzyDate>,
    /// The root source, when this one only reports it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cites: Option<SourceId>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub polarity: Polarity,
    #[serde(default, skip_serializing_if = "is_default")]
    pub modality: Modality,
    /// `Proposed` for machine output; left out for what a person stands behind.
    #[serde(default, skip_serializing_if = "is_default")]
    pub standing: Standing,
    /// Who acted, where it says what became of something: the side itself, a body within it, its nation, a court.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Mention>,
    /// Why, or until when, as the source has it: "until a year after peace".
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub reason: SmolStr,
    /// The statement in our own words, for a reader.
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub words: SmolStr,
    /// What a reader should know before using it.
    #[serde(default, skip_serializing_if = "SmolStr::is_empty")]
    pub caveat: SmolStr,
}

impl Claim {
    /// A plain, accepted assertion.
    pub fn new(source: SourceId, locator: &str, shape: Shape) -> Self {
        Self {
            source,
            locator: SmolStr::new(locator),
            label: SmolStr::default(),
            shape,
            valid: Period::unstated(),
            observed: None,
            cites: None,
            polarity: Polarity::Asserted,
            modality: Modality::Done,
            standing: Standing::Accepted,
            by: None,
            reason: SmolStr::default(),
            words: SmolStr::default(),
            caveat: SmolStr::default(),
        }
    }

    /// The digest of what the source says and where: the same however the mentions are resolved, and
    /// whatever we say about it in our own words.
    pub fn id(&self) -> ClaimId {
        let shape = serde_json::to_vec(&self.shape.verbatim()).expect("a shape is plain data");
        ClaimId::of(&[
            self.source.as_str().as_bytes(),
            self.locator.as_bytes(),
            &shape,
            self.valid.as_str().as_bytes(),
            self.polarity.as_str().as_bytes(),
            self.modality.as_str().as_bytes(),
        ])
    }

    /// A state and an issue area are of the vocabulary's, an amount has a currency; who acted and why is said only of what
    /// became of something.
    pub(crate) fn check(&self) -> Result<(), String> {
        self.shape.check()?;
        let tells_what_became = match &self.shape {
            Shape::Attribute { attribute, .. } => {
                matches!(attribute, EntityAttribute::State | EntityAttribute::Fate)
            }
            Shape::Link { .. } => self.valid.says_ended(),
            Shape::Count { .. } | Shape::Absence { .. } | Shape::Opinion { .. } => false,
        };
        if tells_what_became || (self.by.is_none() && self.reason.is_empty()) {
            Ok(())
        } else {
            Err("`by` and `reason` are said of a state, a fate or the end of a link alone".to_owned())
        }
    }

    /// Its mentions that stand for the ends of a link or the bearer of an attribute.
    pub fn mentions(&self) -> Vec<(Slot, &Mention)> {
        match &self.shape {
            Shape::Link { subject, object, .. } => {
                let mut all = vec![(Slot::Subject, subject)];
                if object.with.is_empty() {
                    all.push((Slot::Object, object));
                }
                all.extend((0_u8..).zip(&object.with).map(|(n, party)| (Slot::With(n), party)));
                all
            }
            Shape::Attribute { entity, .. } => vec![(Slot::Subject, entity)],
            Shape::Count { .. } | Shape::Absence { .. } | Shape::Opinion { .. } => Vec::new(),
        }
    }

    /// Its mentions as they may be changed, in the order of [`Claim::mentions`].
    pub fn mentions_mut(&mut self) -> Vec<(Slot, &mut Mention)> {
        match &mut self.shape {
            Shape::Link { subject, object, .. } => {
                let mut all = vec![(Slot::Subject, subject)];
                if object.with.is_empty() {
                    all.push((Slot::Object, object));
                } else {
                    all.extend((0_u8..).zip(&mut object.with).map(|(n, party)| (Slot::With(n), party)));
                }
                all
            }
            Shape::Attribute { entity, .. } => vec![(Slot::Subject, entity)],
            Shape::Count { .. } | Shape::Absence { .. } | Shape::Opinion { .. } => Vec::new(),
        }
    }
}

impl Shape {
    fn check(&self) -> Result<(), String> {
        use EntityAttribute::{Offers, Seeks, State};
        let word = |error: UnknownWord| error.to_string();
        match self {
            Self::Attribute { attribute: State, value, .. } => {
                value.parse::<AgreementState>().map(drop).map_err(word)
            }
            Self::Attribute { attribute: Seeks | Offers, value, .. } => {
                value.parse::<IssueArea>().map(drop).map_err(word)
            }
            Self::Count { scope, quantity, .. } => scope.check(quantity.as_ref()),
            Self::Absence { scope } => scope.check(None),
            Self::Attribute { .. } | Self::Link { .. } | Self::Opinion { .. } => Ok(()),
        }
    }

    /// The word for it in files and pages.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Link { .. } => "link",
            Self::Attribute { .. } => "attribute",
            Self::Count { .. } => "count",
            Self::Absence { .. } => "absence",
            Self::Opinion { .. } => "opinion",
        }
    }

    fn verbatim(&self) -> Self {
        match self {
            Self::Link { subject, kind, object, attributes } => Self::Link {
                subject: subject.verbatim(),
                kind: *kind,
                object: object.verbatim(),
                attributes: attributes.clone(),
            },
            Self::Attribute { entity, attribute, value, unit } => Self::Attribute {
                entity: entity.verbatim(),
                attribute: *attribute,
                value: value.clone(),
                unit: unit.clone(),
            },
            Self::Count { .. } | Self::Absence { .. } | Self::Opinion { .. } => self.clone(),
        }
    }
}
