//! What one source says of a tie, with what it takes to weigh it against others.

use comity_model::{
    Bounds, ClaimId, Day, Link, Modality, Period, Polarity, Source, SourceId, SourceKind, Standing, Statement,
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::snapshot::{EntityIx, Snapshot};

/// The ladder of evidence, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Rung {
    /// Signed by all its sides.
    SignedPaper,
    /// An act of the body that decides for a side.
    DecidingBody,
    /// A side's own word or list.
    OwnWord,
    /// The list of an association that keeps one.
    AssociationList,
    /// A report or a scholarly work.
    Report,
    Press,
    /// A list that does not say where it has it from.
    ThirdPartyList,
}

/// What a source says of a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Says {
    Holds,
    Denied,
    Planned,
    Alleged,
    Ended,
    /// Over because nobody renewed it.
    Lapsed,
    Suspended,
    /// Taken up again.
    Revived,
}

/// One thing a source says of a tie.
#[derive(Debug, Clone)]
pub struct Testimony {
    pub claim: ClaimId,
    pub says: Says,
    pub valid: Period,
    /// The days that a dated source describes; `None`: undated.
    pub seen: Option<Bounds>,
    /// The day from which an undated source speaks; `None`: nobody noted when it was read.
    pub read: Option<Day>,
    pub rung: Rung,
    /// The source that it has it from: what two of one origin say, one of them says.
    pub origin: SourceId,
    /// A third-party list that is silent on where it has it from.
    pub is_list: bool,
    /// The side whose own word it is, or all of them for a signed paper.
    pub voice: Voice,
    /// Accepted, and nobody found its reading garbled.
    pub is_firm: bool,
    /// A role, a post or a grant is named: what ends it ends nothing else.
    pub is_of_role: bool,
}

/// Who speaks in a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// A side, or a body within it.
    Side(EntityIx),
    AllSides,
    Others,
}

impl Testimony {
    /// What a link's claim says of the tie between `sides`.
    pub fn of_link(snapshot: &Snapshot, link: &Link, sides: &[EntityIx]) -> Self {
        let source = snapshot.source(&link.source);
        let says = match (link.polarity, link.modality) {
            (Polarity::Denied, _) => Says::Denied,
            (_, Modality::Planned) => Says::Planned,
            (_, Modality::Alleged) => Says::Alleged,
            (_, Modality::Done) => Says::Holds,
        };
        let voice = voice(snapshot, source, sides);
        Self {
            claim: link.claim,
            says,
            valid: link.valid.clone(),
            seen: link.observed.as_ref().or_else(|| source?.date.as_ref()).map(Bounds::from),
            read: source.and_then(|source| source.seen.as_ref()).map(|day| Bounds::from(day).earliest),
            rung: rung(source, voice),
            origin: origin(snapshot, &link.root),
            is_list: is_silent_list(snapshot, &origin(snapshot, &link.root)),
            voice,
            is_firm: link.standing == Standing::Accepted,
            is_of_role: !link.attributes.is_empty(),
        }
    }
}

impl Testimony {
    /// What a statement says of the state of a thing, and so of the tie that it is.
    pub fn of_state(snapshot: &Snapshot, statement: &Statement, says: Says, sides: &[EntityIx]) -> Self {
        let claim = &statement.claim;
        let source = snapshot.source(&claim.source);
        let voice = voice(snapshot, source, sides);
        let seen = claim.observed.as_ref().or_else(|| source?.date.as_ref()).map(Bounds::from);
        let valid = if claim.valid.as_str().is_empty() {
            claim.observed.as_ref().map_or_else(Period::unstated, |day| {
                let days = Bounds::from(day);
                Period::from_bounds(day.as_str(), days, days)
            })
        } else {
            claim.valid.clone()
        };
        Self {
            claim: statement.id,
            says,
            valid,
            seen,
            read: source.and_then(|source| source.seen.as_ref()).map(|day| Bounds::from(day).earliest),
            rung: rung(source, voice),
            origin: origin(snapshot, claim.cites.as_ref().unwrap_or(&claim.source)),
            is_list: is_silent_list(
                snapshot,
                &origin(snapshot, claim.cites.as_ref().unwrap_or(&claim.source)),
            ),
            voice,
            is_firm: statement.standing == Standing::Accepted,
            is_of_role: false,
        }
    }
}

/// The source that a source copies, or that which that copies.
fn origin(snapshot: &Snapshot, root: &SourceId) -> SourceId {
    let mut origin = root;
    for _ in 0..8 {
        let Some(parent) = snapshot.source(origin).and_then(|source| source.derived_from.as_ref()) else {
            break;
        };
        origin = parent;
    }
    origin.clone()
}

/// A third-party list that does not say where it has anything from.
fn is_silent_list(snapshot: &Snapshot, origin: &SourceId) -> bool {
    snapshot.source(origin).is_some_and(|source| source.kind == SourceKind::ThirdPartyList)
}

fn voice(snapshot: &Snapshot, source: Option<&Source>, sides: &[EntityIx]) -> Voice {
    let Some(source) = source else { return Voice::Others };
    if source.kind == SourceKind::SignedInstrument {
        return Voice::AllSides;
    }
    let Some(issuer) = source.issuer.as_ref().and_then(|id| snapshot.node(id)) else { return Voice::Others };
    let own = sides.iter().find(|side| snapshot.territory(**side).holds(issuer));
    own.map_or(Voice::Others, |side| Voice::Side(*side))
}

fn rung(source: Option<&Source>, voice: Voice) -> Rung {
    let Some(source) = source else { return Rung::ThirdPartyList };
    match source.kind {
        SourceKind::SignedInstrument => Rung::SignedPaper,
        SourceKind::CouncilRecord => Rung::DecidingBody,
        _ if matches!(voice, Voice::Side(_)) => Rung::OwnWord,
        SourceKind::OfficialList | SourceKind::OfficialPage => Rung::AssociationList,
        SourceKind::ScholarlyWork | SourceKind::Report => Rung::Report,
        SourceKind::Press => Rung::Press,
        SourceKind::ThirdPartyList | SourceKind::Unknown => Rung::ThirdPartyList,
    }
}
