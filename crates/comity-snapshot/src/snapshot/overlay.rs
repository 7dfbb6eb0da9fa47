//! A later moment laid over an earlier one: rows that are as they were stay where they lie, in memory or in a file.

mod about;
mod containment;
mod laid;
mod names;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use comity_graph::cancel::check;
use comity_model::{Changes, ClaimId, Dispute, EntityId, Holdings, Level, LinkKind, OpenMention, SourceId};

use super::adjacency::Adjacency;
use super::by_claim::{claim_at, replaced, rows_of};
use super::names::Names;
use super::{EntityIx, Ids, Snapshot, claims_of, english, source_places};
use laid::{Changed, Laid};

impl Snapshot {
    /// Adds to what changed since whatever leans on it here: claims about renamed and merged things, what lies in those,
    /// and agreements, which are called after their parties.
    pub fn reach(&self, changes: &mut Changes) {
        for id in &changes.renamed {
            changes.entities.extend(
                self.containment
                    .dangling
                    .get(id)
                    .into_iter()
                    .flatten()
                    .map(|child| self.entities[*child as usize].id.clone()),
            );
            let Some(node) = self.node(id) else { continue };
            changes.entities.insert(self.entity(node).id.clone());
            let inside = self.containment.children.of(node).map(|child| self.entities[child].id.clone());
            changes.entities.extend(inside);
            changes.claims.extend(self.statements_about(node).map(|statement| statement.id));
            for (link, _) in self.outgoing(node).chain(self.incoming(node)) {
                changes.claims.insert(link.claim);
            }
        }
        for claim in &changes.claims {
            for place in rows_of(&self.links, *claim) {
                let object = self.ends[place].1;
                if self.kinds[place] == LinkKind::Party {
                    changes.entities.insert(self.entity(object).id.clone());
                }
            }
        }
    }

    /// Claims of the links at these.
    pub fn claims_at(&self, entities: &BTreeSet<EntityId>) -> BTreeSet<ClaimId> {
        let nodes = entities.iter().filter_map(|id| self.ids.find(id));
        let places = nodes.flat_map(|node| self.outgoing.of(node).chain(self.incoming.of(node)));
        places.map(|place| claim_at(&self.links, place)).collect()
    }

    /// The snapshot of a later moment, given what of its holdings belongs to `changes`: the same as one made of all of
    /// them, as long as whatever is held otherwise by then is named there.
    ///
    /// Cost: a pass over columns of numbers and over names, and none over records, links and statements.
    #[must_use]
    pub fn laid_over(&self, changes: &Changes, holdings: Holdings) -> Self {
        let Holdings { known, head, sources, mut entities, links, statements, coverage, .. } = holdings;
        let Holdings { disputes, told, canon, waiting, open, imported, .. } = holdings;
        check();
        entities.iter_mut().for_each(english::rename);
        let before =
            claims_of(changes.claims.iter().flat_map(|claim| rows_of(&self.links, *claim).map(|_| *claim)));
        let link_claims = self.link_claims - before + claims_of(links.iter().map(|link| link.claim));
        let (gone, claims) = (changes.entities.clone(), changes.claims.clone());
        let laid = Laid::new(self, Changed { claims, gone, entities, links });
        check();
        let claims = || changes.claims.iter().copied();
        let (statements, said) = replaced(&self.statements, claims(), statements);
        let (open_about, was_open) = (self.open_about_over(&open, changes), open);
        let (open, _) = replaced(&self.open, claims(), was_open);
        let rows = laid.entities.order.len();
        let touched = self.touched(&laid);
        let after = Self {
            known,
            head,
            source_places: source_places(&sources),
            sources,
            ids: Ids::made(laid.nodes().map(|(_, origin)| laid.id(origin))),
            recorded: u32::try_from(laid.recorded).expect("fewer than there are entities"),
            kinds: self.kinds_over(&laid),
            link_claims,
            outgoing: Adjacency::build(rows, laid.ends.iter().map(|(subject, _)| *subject)),
            incoming: Adjacency::build(rows, laid.ends.iter().map(|(_, object)| *object)),
            containment: self.containment.laid_over(&laid),
            nations: self.nations_over(&laid),
            names: Names::laid_over(&self.names, &laid),
            about: self.about.laid_over(&laid, (&statements, &said), &canon),
            canon,
            coverage,
            disputes: self.disputes_over(disputes, changes),
            told,
            waiting: self.waiting_over(waiting, changes),
            imported,
            open_about,
            open,
            statements,
            entities: self.entities.laid_over(&laid.entities.order, laid.own),
            links: laid.linked,
            ends: laid.ends,
            triples: OnceLock::new(),
            exhaustive: OnceLock::new(),
            tie_counts: OnceLock::new(),
            successions: OnceLock::new(),
        };
        check();
        if let Some(counts) = self.recounted(&after, &laid.places, &touched) {
            drop(after.tie_counts.set(counts));
        }
        after
    }

    fn kinds_over(&self, laid: &Laid<'_>) -> Vec<LinkKind> {
        let origins = laid.links.order.iter().enumerate();
        let kinds = origins.map(|(now, origin)| {
            origin.place().map_or_else(|_| laid.linked[now].kind, |place| self.kinds[place])
        });
        kinds.collect()
    }

    fn nations_over(&self, laid: &Laid<'_>) -> BTreeMap<String, Vec<EntityIx>> {
        let mut nations: BTreeMap<String, Vec<EntityIx>> = BTreeMap::new();
        for (code, of_code) in &self.nations {
            let kept = of_code.iter().filter_map(|nation| laid.entities.now[nation.index()].map(EntityIx));
            nations.entry(code.clone()).or_default().extend(kept);
        }
        for (own, now) in laid.entities.added() {
            let entity = &laid.own[own];
            if let Some(code) = entity.country.as_ref().filter(|_| entity.is(Level::Nation)) {
                nations.entry(code.to_string()).or_default().push(EntityIx::new(now));
            }
        }
        for of_code in nations.values_mut() {
            of_code.sort_unstable();
        }
        nations.retain(|_, of_code| !of_code.is_empty());
        nations
    }

    fn open_about_over(&self, open: &[OpenMention], changes: &Changes) -> BTreeMap<EntityId, u64> {
        let mut about = self.open_about.clone();
        let gone = changes.claims.iter().flat_map(|claim| rows_of(&self.open, *claim));
        for id in gone.flat_map(|place| &self.open[place].others) {
            about.entry(id.clone()).and_modify(|count| *count -= 1);
        }
        for id in open.iter().flat_map(|mention| &mention.others) {
            *about.entry(id.clone()).or_insert(0) += 1;
        }
        about.retain(|_, count| *count > 0);
        about
    }

    fn waiting_over(&self, new: BTreeMap<SourceId, u64>, changes: &Changes) -> BTreeMap<SourceId, u64> {
        let mut waiting = self.waiting.clone();
        for (source, count) in &changes.waited {
            waiting.entry(source.clone()).and_modify(|all| *all -= count);
        }
        for (source, count) in new {
            *waiting.entry(source).or_default() += count;
        }
        waiting.retain(|_, count| *count > 0);
        waiting
    }

    fn disputes_over(&self, new: Vec<Dispute>, changes: &Changes) -> Vec<Dispute> {
        let kept = self.disputes.iter().filter(|dispute| !changes.claims.contains(&dispute.claim));
        let mut disputes: Vec<Dispute> = kept.cloned().chain(new).collect();
        disputes.sort_by_key(|dispute| dispute.claim);
        disputes
    }

    /// Whose record or links are others.
    fn touched(&self, laid: &Laid<'_>) -> BTreeSet<EntityId> {
        let mut touched: BTreeSet<EntityId> = laid.own.iter().map(|entity| entity.id.clone()).collect();
        touched.extend(laid.entities.gone().map(|gone| self.entities[gone].id.clone()));
        let gone = laid.links.gone().map(|gone| &self.links[gone]);
        for link in gone.chain(laid.links.added().map(|(_, now)| &laid.linked[now])) {
            touched.extend([link.subject.clone(), link.object.clone()]);
        }
        touched
    }
}
