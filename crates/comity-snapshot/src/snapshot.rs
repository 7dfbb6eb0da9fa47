//! What the register holds, as arrays that questions can be asked of.

mod about;
mod adjacency;
mod by_claim;
mod bytes;
mod called;
mod containment;
mod describe;
mod english;
mod entity_ix;
mod entity_ref;
mod evidence;
pub(crate) mod exhaustive;
mod file;
mod ids;
mod layer;
mod merged;
mod names;
mod near;
mod overlay;
mod record_column;
mod stored;
mod territory;
mod ties;
mod triples;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

use comity_graph::cancel::check;
use comity_model::{
    ClaimId, Coverage, Day, Dispute, Entity, EntityId, EntityKind, FuzzyDate, Holdings, IdentityJudgement,
    Level, Link, LinkKind, OpenMention, Seq, Source, SourceId, Statement,
};
use rayon::prelude::*;

pub use called::NameMatch;
pub use entity_ix::EntityIx;
pub use entity_ref::EntityRef;
pub use evidence::{Evidence, SourceRef};
pub(crate) use exhaustive::{Exhaustive, Reach};
pub use file::{BadSnapshotFile, SnapshotKey};
pub use layer::Layer;
pub use record_column::{RecordColumn, RecordColumnIter};
pub use territory::Territory;

use about::About;
use adjacency::Adjacency;
use containment::Containment;
use exhaustive::ExhaustiveLists;
use ids::Ids;
use names::Names;
use triples::Triples;

/// An id that nothing on file bears.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("nothing on file is called `{id}`")]
pub struct NotOnFile {
    pub id: EntityId,
}

/// Everything known at one moment, immutable. Questions are pure functions over it.
///
/// Whatever goes from thing to thing comes by here, so here is looked whether anybody still wants the answer.
#[derive(Debug)]
pub struct Snapshot {
    known: Seq,
    head: String,
    sources: Vec<Source>,
    source_places: HashMap<SourceId, usize>,
    entities: RecordColumn<Entity>,
    /// How many of them have a record.
    recorded: u32,
    ids: Ids,
    canon: BTreeMap<EntityId, EntityId>,
    links: RecordColumn<Link>,
    kinds: Vec<LinkKind>,
    /// How many claims the links are of.
    link_claims: u32,
    ends: Vec<(EntityIx, EntityIx)>,
    outgoing: Adjacency,
    incoming: Adjacency,
    containment: Containment,
    /// By country code; where several bear one, the last stands for it.
    nations: BTreeMap<String, Vec<EntityIx>>,
    names: Names,
    statements: RecordColumn<Statement>,
    about: About,
    coverage: Vec<Coverage>,
    disputes: Vec<Dispute>,
    told: Vec<IdentityJudgement>,
    waiting: BTreeMap<SourceId, u64>,
    open: RecordColumn<OpenMention>,
    imported: BTreeMap<SourceId, FuzzyDate>,
    open_about: BTreeMap<EntityId, u64>,
    triples: OnceLock<Triples>,
    exhaustive: OnceLock<ExhaustiveLists>,
    tie_counts: OnceLock<Vec<u32>>,
    successions: OnceLock<HashMap<EntityIx, Vec<usize>>>,
}

/// So many parties of an agreement have duties to each other; more have signed a declaration.
pub const FEW_PARTIES: usize = 3;

impl Snapshot {
    /// Cost: one pass over links and names; a million links take less than a second.
    pub fn new(holdings: Holdings) -> Self {
        let Holdings { known, head, sources, mut entities, links, statements, .. } = holdings;
        let Holdings { coverage, disputes, told, canon, waiting, open, imported, .. } = holdings;
        check();
        entities.par_iter_mut().for_each(english::rename);
        let mut nodes = numbered(&entities);
        let recorded = u32::try_from(entities.len()).expect("a register holds fewer than 2^32 entities");
        add_unnamed(&mut entities, &mut nodes, &links);
        let ends: Vec<(EntityIx, EntityIx)> =
            links.par_iter().map(|link| (nodes[&link.subject], nodes[&link.object])).collect();
        check();
        let outgoing = Adjacency::build(entities.len(), ends.iter().map(|(subject, _)| *subject));
        let incoming = Adjacency::build(entities.len(), ends.iter().map(|(_, object)| *object));
        check();
        let containment = Containment::made(&entities, &nodes, &links, &ends);
        let nations = nations(&entities);
        let names = Names::build(&entities);
        check();
        let about =
            About::made(&statements, entities.len(), |id| nodes.get(canon.get(id).unwrap_or(id)).copied());
        Self {
            known,
            head,
            source_places: source_places(&sources),
            sources,
            ids: Ids::made(entities.iter().map(|entity| entity.id.as_str())),
            recorded,
            canon,
            kinds: links.iter().map(|link| link.kind).collect(),
            link_claims: claims_of(links.iter().map(|link| link.claim)),
            links: RecordColumn::made(links),
            ends,
            outgoing,
            incoming,
            containment,
            nations,
            names,
            entities: RecordColumn::made(entities),
            statements: RecordColumn::made(statements),
            about,
            coverage,
            disputes,
            told,
            waiting,
            open_about: open_about(&open),
            open: RecordColumn::made(open),
            imported,
            triples: OnceLock::new(),
            exhaustive: OnceLock::new(),
            tie_counts: OnceLock::new(),
            successions: OnceLock::new(),
        }
    }

    /// The ledger entry up to which it knows.
    pub fn known(&self) -> Seq {
        self.known
    }

    /// The hash of the ledger there.
    pub fn head(&self) -> &str {
        &self.head
    }

    /// By id; a merged id gives the entity it became.
    pub fn entity_by_id(&self, id: &EntityId) -> Option<&Entity> {
        self.node(id).map(|node| self.entity(node))
    }

    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.source_places.get(id).map(|place| &self.sources[*place])
    }

    /// The day on which a source was read: as it says itself, else when it was taken in; `None`: nobody noted it.
    pub fn read_day(&self, id: &SourceId) -> Option<Day> {
        let seen = self.source(id).and_then(|source| source.seen.as_ref());
        seen.or_else(|| self.imported.get(id)).map(FuzzyDate::earliest)
    }

    /// By id.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// Those in the register, then those that exist only through links, each by id.
    pub fn entities(&self) -> &RecordColumn<Entity> {
        &self.entities
    }

    /// Dated relations; one claim may have several.
    pub fn links(&self) -> &RecordColumn<Link> {
        &self.links
    }

    /// Claims that are not links.
    pub fn statements(&self) -> &RecordColumn<Statement> {
        &self.statements
    }

    /// How many claims stand behind it: those with links and those without.
    pub fn claims(&self) -> usize {
        self.link_claims as usize + self.statements.len()
    }

    /// Statements that mention it, by claim.
    pub fn statements_about(&self, node: EntityIx) -> impl Iterator<Item = &Statement> {
        check();
        self.about.rows.of(node).map(|place| &self.statements[place])
    }

    /// Its own name and the others it goes by, as written.
    pub fn names(&self, node: EntityIx) -> impl Iterator<Item = &str> {
        check();
        let entity = self.entity(node);
        std::iter::once(entity.name.as_str()).chain(entity.names.iter().map(|name| name.text.as_str()))
    }

    /// Who bears this folded name.
    pub fn bearers(&self, key: &str) -> impl Iterator<Item = EntityIx> {
        self.names.bearers(key)
    }

    /// Whose name in another script may be written so in Latin letters.
    pub fn romanised_bearers(&self, key: &str) -> impl Iterator<Item = EntityIx> {
        self.names.romanised_bearers(key)
    }

    /// Whose folded names start with it, in the order of those names.
    pub fn bearers_from(&self, key: &str) -> impl Iterator<Item = EntityIx> {
        self.names.starting(key)
    }

    /// Every folded name with who bears it.
    pub fn folded_names(&self) -> impl Iterator<Item = (&str, EntityIx)> {
        self.names.all()
    }

    /// The entities a statement mentions.
    pub fn mentioned_in(&self, statement: &Statement) -> BTreeSet<EntityIx> {
        about::ids(&statement.claim.shape).filter_map(|id| self.node(id)).collect()
    }

    pub fn coverage(&self) -> &[Coverage] {
        &self.coverage
    }

    pub fn disputes(&self) -> &[Dispute] {
        &self.disputes
    }

    /// What was decided about pairs of entities.
    pub fn identity_judgements(&self) -> &[IdentityJudgement] {
        &self.told
    }

    /// How many claims of each source wait for a person.
    pub fn waiting(&self) -> &BTreeMap<SourceId, u64> {
        &self.waiting
    }

    pub fn open(&self) -> &RecordColumn<OpenMention> {
        &self.open
    }

    /// How many claims about it have another end that nobody has resolved.
    pub fn open_about(&self, node: EntityIx) -> u64 {
        self.open_about.get(&self.entity(node).id).copied().unwrap_or(0)
    }

    pub fn node(&self, id: &EntityId) -> Option<EntityIx> {
        let id = self.canon.get(id).unwrap_or(id);
        self.ids.find(id)
    }

    /// The place of an id that a caller gives directly.
    pub fn require(&self, id: &EntityId) -> Result<EntityIx, NotOnFile> {
        self.node(id).ok_or_else(|| NotOnFile { id: id.clone() })
    }

    /// The same of an id that may be left out.
    pub fn require_any(&self, id: Option<&EntityId>) -> Result<Option<EntityIx>, NotOnFile> {
        id.map(|id| self.require(id)).transpose()
    }

    /// All that lies within the place of an id that may be left out.
    pub fn territory_of(&self, id: Option<&EntityId>) -> Result<Option<Territory>, NotOnFile> {
        Ok(self.require_any(id)?.map(|node| self.territory(node)))
    }

    pub fn entity(&self, node: EntityIx) -> &Entity {
        &self.entities[node.index()]
    }

    pub fn nodes(&self) -> impl Iterator<Item = EntityIx> {
        (0..self.entities.len()).map(EntityIx::new)
    }

    pub fn of_kind(&self, kind: EntityKind) -> impl Iterator<Item = EntityIx> {
        self.nodes().filter(move |node| self.entity(*node).kind == kind)
    }

    /// Links that start at it, in the order of the holdings, with their other ends.
    pub fn outgoing(&self, node: EntityIx) -> impl Iterator<Item = (&Link, EntityIx)> {
        check();
        self.outgoing.of(node).map(|place| (&self.links[place], self.ends[place].1))
    }

    /// Links that lead to it, in the order of the holdings, with their other ends.
    pub fn incoming(&self, node: EntityIx) -> impl Iterator<Item = (&Link, EntityIx)> {
        check();
        self.incoming.of(node).map(|place| (&self.links[place], self.ends[place].0))
    }

    /// The same of one kind; no others are read.
    pub fn outgoing_of(&self, kind: LinkKind, node: EntityIx) -> impl Iterator<Item = (&Link, EntityIx)> {
        check();
        let of_kind = self.outgoing.of(node).filter(move |place| self.kinds[*place] == kind);
        of_kind.map(|place| (&self.links[place], self.ends[place].1))
    }

    /// The same of one kind; no others are read.
    pub fn incoming_of(&self, kind: LinkKind, node: EntityIx) -> impl Iterator<Item = (&Link, EntityIx)> {
        check();
        let of_kind = self.incoming.of(node).filter(move |place| self.kinds[*place] == kind);
        of_kind.map(|place| (&self.links[place], self.ends[place].0))
    }

    /// The links of one kind from one to another; no others are read.
    pub(crate) fn between(
        &self,
        kind: LinkKind,
        [subject, object]: [EntityIx; 2],
    ) -> impl Iterator<Item = &Link> {
        check();
        let such = move |place: &usize| self.kinds[*place] == kind && self.ends[*place].1 == object;
        self.outgoing.of(subject).filter(such).map(|place| &self.links[place])
    }

    /// Every link with its two ends.
    pub fn all_links(&self) -> impl Iterator<Item = (&Link, EntityIx, EntityIx)> {
        check();
        self.links.iter().zip(&self.ends).map(|(link, (subject, object))| (link, *subject, *object))
    }

    /// The links of one kind whose ends are such, in the order of the holdings; no others are read.
    pub(crate) fn links_of(
        &self,
        kind: LinkKind,
        are_such: impl Fn(EntityIx, EntityIx) -> bool,
    ) -> impl Iterator<Item = (&Link, EntityIx, EntityIx)> {
        check();
        let ends = self.kinds.iter().zip(&self.ends).enumerate();
        let of_kind =
            ends.filter(move |(_, (each, _))| **each == kind).map(|(place, (_, ends))| (place, *ends));
        let such = of_kind.filter(move |(_, (subject, object))| are_such(*subject, *object));
        such.map(|(place, (subject, object))| (&self.links[place], subject, object))
    }

    /// An agreement of more parties than have duties to each other: it is counted once, and never makes pairs.
    pub fn is_declaration(&self, thing: EntityIx) -> bool {
        self.entity(thing).kind == EntityKind::Agreement && self.parties(thing).len() > FEW_PARTIES
    }

    /// The links by which others succeed it, with those; most things have thousands of other links and none of these.
    pub(crate) fn successions_of(&self, node: EntityIx) -> impl Iterator<Item = (&Link, EntityIx)> {
        let all = self.successions.get_or_init(|| {
            let mut all: HashMap<EntityIx, Vec<usize>> = HashMap::new();
            let of_kind = self.kinds.iter().enumerate().filter(|(_, kind)| **kind == LinkKind::Succeeds);
            for (place, _) in of_kind {
                all.entry(self.ends[place].1).or_default().push(place);
            }
            all
        });
        let places = all.get(&node).into_iter().flatten();
        places.map(|place| (&self.links[*place], self.ends[*place].0))
    }

    /// The parties of an agreement, each once, in order.
    pub fn parties(&self, agreement: EntityIx) -> BTreeSet<EntityIx> {
        let parties = self.incoming_of(LinkKind::Party, agreement);
        parties.map(|(_, party)| party).collect()
    }
}

fn numbered(entities: &[Entity]) -> HashMap<EntityId, EntityIx> {
    entities.iter().enumerate().map(|(place, entity)| (entity.id.clone(), EntityIx::new(place))).collect()
}

/// Agreements known by their parties alone have no entity record: they get one without a name.
fn add_unnamed(entities: &mut Vec<Entity>, nodes: &mut HashMap<EntityId, EntityIx>, links: &[Link]) {
    let mut found: Vec<(EntityId, EntityKind)> =
        links.par_iter().flat_map_iter(|link| missing(link, nodes)).collect();
    found.par_sort_unstable();
    found.dedup_by(|a, b| a.0 == b.0);
    for (id, kind) in found {
        nodes.insert(id.clone(), EntityIx::new(entities.len()));
        entities.push(Entity::new(id, kind, ""));
    }
}

/// The ends of a link that have no entity record, with what they must be.
fn missing(link: &Link, nodes: &HashMap<EntityId, EntityIx>) -> Vec<(EntityId, EntityKind)> {
    let unknown = sides(link).into_iter().filter(|(id, _)| !nodes.contains_key(*id));
    unknown.map(|(id, kind)| (id.clone(), kind)).collect()
}

/// The ends of a link, with what they must be at least.
fn sides(link: &Link) -> [(&EntityId, EntityKind); 2] {
    let (subjects, objects) = link.kind.domain();
    [(&link.subject, subjects[0]), (&link.object, objects[0])]
}

fn open_about(open: &[OpenMention]) -> BTreeMap<EntityId, u64> {
    let mut about = BTreeMap::new();
    for id in open.iter().flat_map(|mention| &mention.others) {
        *about.entry(id.clone()).or_insert(0) += 1;
    }
    about
}

/// Where each source stands.
fn source_places(sources: &[Source]) -> HashMap<SourceId, usize> {
    (0..).zip(sources).map(|(place, source)| (source.id.clone(), place)).collect()
}

/// How many claims these are; most claims make one link, or two that follow each other.
fn claims_of(links: impl Iterator<Item = ClaimId>) -> u32 {
    let mut claims: Vec<ClaimId> = links.collect();
    claims.sort_unstable();
    claims.dedup();
    u32::try_from(claims.len()).expect("a register holds fewer than 2^32 claims")
}

fn nations(entities: &[Entity]) -> BTreeMap<String, Vec<EntityIx>> {
    let mut nations: BTreeMap<String, Vec<EntityIx>> = BTreeMap::new();
    for (place, nation) in entities.iter().enumerate().filter(|(_, entity)| entity.is(Level::Nation)) {
        if let Some(code) = &nation.country {
            nations.entry(code.to_string()).or_default().push(EntityIx::new(place));
        }
    }
    nations
}
