//! What one source says of a tie, with what it takes to weigh it against others.

use comity_model::{
    Bounds, ClaimId, Day, EntityKind, FuzzyDate, Level, Link, LinkAttribute, LinkAttributes, LinkKind,
    Modality, Period, Polarity, Source, SourceId, SourceKind, Standing, Statement,
};
use comity_names::fold;
use schemars::JsonSchema;
use serde::Serialize;
use smol_str::SmolStr;

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
    pub source: SourceId,
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
    /// Whose own word the source is, side or not.
    pub issuer: Option<EntityIx>,
    /// Who acted, where it says who ended, suspended or revived it.
    pub by: Option<EndingActor>,
    /// Accepted, and nobody found its reading garbled.
    pub is_firm: bool,
    /// The role, post or grant that it names: what ends it ends nothing else.
    pub role: LinkAttributes,
    /// The role is an office in a network, beside the membership.
    pub is_office: bool,
}

/// Who speaks in a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// A side, or a body within it.
    Side(EntityIx),
    AllSides,
    Others,
}

impl Voice {
    /// The one side that speaks.
    pub(super) const fn side(self) -> Option<EntityIx> {
        match self {
            Self::Side(side) => Some(side),
            Self::AllSides | Self::Others => None,
        }
    }

    /// Whether both are sides, and not one and the same.
    pub(super) fn is_other_side(self, other: Self) -> bool {
        matches!((self, other), (Self::Side(a), Self::Side(b)) if a != b)
    }
}

/// Who ended, suspended or revived a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EndingActor {
    /// A side, or a body within it; `who` is the place that the side became, where that acted.
    Side {
        side: EntityIx,
        who: EntityIx,
    },
    /// The nation that a side is in.
    Nation(EntityIx),
    Court,
    Law,
}

impl Testimony {
    /// What a link's claim says of the tie between `sides`.
    pub fn of_link(snapshot: &Snapshot, link: &Link, sides: &[EntityIx]) -> Self {
        let says = match (link.polarity, link.modality) {
            (Polarity::Denied, _) => Says::Denied,
            (_, Modality::Planned) => Says::Planned,
            (_, Modality::Alleged) => Says::Alleged,
            (_, Modality::Done) => Says::Holds,
        };
        let spoken = Spoken { source: &link.source, root: &link.root, says };
        let said = Self::of(snapshot, link.claim, &spoken, sides);
        let by = link.by.as_ref().filter(|_| link.valid.says_ended());
        let by = by.and_then(|by| actor(snapshot, snapshot.node(by)?, sides));
        Self {
            valid: link.valid.clone(),
            by: by.or(said.by),
            is_firm: link.standing == Standing::Accepted,
            role: link.attributes.clone(),
            is_office: link.kind == LinkKind::Member
                && link.attributes.get(&LinkAttribute::Role).is_some_and(is_office),
            ..said.seen_on(link.observed.as_ref())
        }
    }

    /// What a statement says of the state of a thing, and so of the tie that it is; `None`: of a plan to end it, nothing.
    pub fn of_state(
        snapshot: &Snapshot,
        statement: &Statement,
        says: Says,
        sides: &[EntityIx],
    ) -> Option<Self> {
        let claim = &statement.claim;
        let says = match (claim.modality, says) {
            (Modality::Done, says) => says,
            (Modality::Planned, Says::Holds | Says::Planned) => Says::Planned,
            (Modality::Alleged, Says::Holds) => Says::Alleged,
            _ => return None,
        };
        let root = claim.cites.as_ref().unwrap_or(&claim.source);
        let said = Self::of(snapshot, statement.id, &Spoken { source: &claim.source, root, says }, sides);
        let by = claim.by.as_ref().and_then(|by| snapshot.node(by.id.as_ref()?));
        Some(Self {
            valid: claim.valid.clone(),
            by: by.and_then(|by| actor(snapshot, by, sides)).or(said.by),
            is_firm: statement.standing == Standing::Accepted,
            ..said.seen_on(claim.observed.as_ref())
        })
    }

    fn of(snapshot: &Snapshot, claim: ClaimId, spoken: &Spoken<'_>, sides: &[EntityIx]) -> Self {
        let Spoken { source: id, root, says } = *spoken;
        let source = snapshot.source(id);
        let (voice, origin) = (voice(snapshot, source, sides), origin(snapshot, root));
        let issuer = source.and_then(|source| snapshot.node(source.issuer.as_ref()?));
        Self {
            claim,
            source: id.clone(),
            says,
            valid: Period::unstated(),
            seen: source.and_then(|source| source.date.as_ref()).map(Bounds::from),
            read: snapshot.read_day(id),
            rung: rung(source, voice),
            is_list: is_silent_list(snapshot, &origin),
            origin,
            voice,
            by: voice.side().and_then(|side| heir_that_speaks(snapshot, issuer?, side)),
            issuer,
            is_firm: false,
            role: LinkAttributes::new(),
            is_office: false,
        }
    }

    fn seen_on(mut self, observed: Option<&FuzzyDate>) -> Self {
        self.seen = observed.map(Bounds::from).or(self.seen);
        self
    }

    /// The side that acted or speaks, if one did.
    pub(super) fn side(&self) -> Voice {
        match self.by {
            Some(EndingActor::Side { side, .. }) => Voice::Side(side),
            Some(_) => Voice::Others,
            None => self.voice,
        }
    }

    /// Who acted comes first: whoever decides for a side outranks a report that names nobody. Then the rung.
    pub(super) fn rank(&self) -> Rank {
        let decided = self.by.is_some() || self.voice != Voice::Others || self.rung == Rung::DecidingBody;
        (decided, u8::MAX - self.rung as u8)
    }

    /// The last day on which it was told; undated ones are told when read.
    pub(super) fn told(&self) -> Option<Day> {
        self.seen.map(|seen| seen.latest).or(self.read)
    }
}

/// Whether somebody who decides is known to have acted, and the rung; the higher holds.
pub(super) type Rank = (bool, u8);

/// Where something is said, and where that has it from.
struct Spoken<'a> {
    source: &'a SourceId,
    root: &'a SourceId,
    says: Says,
}

/// What somebody who acted is to the sides; `None`: nobody who can end or suspend it.
fn actor(snapshot: &Snapshot, by: EntityIx, sides: &[EntityIx]) -> Option<EndingActor> {
    let entity = snapshot.entity(by);
    match side_of(snapshot, by, sides) {
        Some(side) => {
            Some(heir_that_speaks(snapshot, by, side).unwrap_or(EndingActor::Side { side, who: side }))
        }
        None if entity.kind == EntityKind::Act => Some(EndingActor::Law),
        None if entity.is(Level::Nation) => Some(EndingActor::Nation(by)),
        None => (entity.kind == EntityKind::Organisation && fold(&entity.class).ends_with("court"))
            .then_some(EndingActor::Court),
    }
}

/// What is held in a network by who is a member of it.
fn is_office(role: &SmolStr) -> bool {
    matches!(role.as_str(), "committee-chair" | "board" | "presidency" | "secretariat")
}

/// The side that something is, or is within, or in whose place it is: what a side became speaks where that sat.
fn side_of(snapshot: &Snapshot, node: EntityIx, sides: &[EntityIx]) -> Option<EntityIx> {
    if sides.contains(&node) {
        return Some(node);
    }
    let above = snapshot.ancestors(node);
    let within = sides.iter().copied().find(|side| above.contains(side));
    within.or_else(|| sides.iter().copied().find(|side| heir_that_speaks(snapshot, node, *side).is_some()))
}

/// What a side became, where something is that, or is within it, and not of the side as it was.
fn heir_that_speaks(snapshot: &Snapshot, node: EntityIx, side: EntityIx) -> Option<EndingActor> {
    let mut heirs = snapshot.heirs(side).peekable();
    heirs.peek()?;
    let above = snapshot.ancestors(node);
    if node == side || above.contains(&side) {
        return None;
    }
    let who = heirs.find(|heir| *heir == node || above.contains(heir))?;
    Some(EndingActor::Side { side, who })
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
    let issuer = source.issuer.as_ref().and_then(|id| snapshot.node(id));
    issuer.and_then(|issuer| side_of(snapshot, issuer, sides)).map_or(Voice::Others, Voice::Side)
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
