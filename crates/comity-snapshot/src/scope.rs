//! Which links a count or an absence is about, found in what is held.

use std::collections::{BTreeMap, BTreeSet};

use comity_model::{Counting, Filter, Link, LinkKind, Mention, Scope, Window};
use smol_str::SmolStr;

use crate::fact::{Fact, facts};
use crate::record::{BoundedCount, TieStanding};
use crate::snapshot::exhaustive::{is_of_sort, named, node_of};
use crate::snapshot::{EntityIx, Snapshot, Territory};

/// A scope whose mentions are resolved, so that links can be tested against it.
pub struct ResolvedScope<'w> {
    snapshot: &'w Snapshot,
    link: LinkKind,
    subject: ResolvedFilter<'w>,
    object: ResolvedFilter<'w>,
    except: BTreeSet<EntityIx>,
    counting: Counting,
}

struct ResolvedFilter<'w> {
    filter: &'w Filter,
    entity: Option<EntityIx>,
    within: Option<Territory>,
    population_from: Option<u64>,
}

impl<'w> ResolvedScope<'w> {
    /// `None` where the scope is not about links, or names something that is not on file.
    /// `big` replaces the number of inhabitants from which the scope has a city be big.
    pub fn new(snapshot: &'w Snapshot, scope: &'w Scope, big: Option<u64>) -> Option<Self> {
        Some(Self {
            snapshot,
            link: scope.link?,
            subject: ResolvedFilter::new(snapshot, &scope.subject, big)?,
            object: ResolvedFilter::new(snapshot, &scope.object, big)?,
            except: scope.except.iter().filter_map(|mention| node_of(snapshot, mention)).collect(),
            counting: scope.counting,
        })
    }

    pub fn counting(&self) -> Counting {
        self.counting
    }

    /// The links that the scope takes in, by subject and object; the exceptions are left out.
    pub fn facts(&self) -> BTreeMap<(EntityIx, EntityIx), Fact<'w>> {
        let snapshot = self.snapshot;
        let links: Vec<(&Link, EntityIx, EntityIx)> = match (self.subject.entity, self.object.entity) {
            (Some(subject), _) => {
                snapshot.outgoing(subject).map(|(link, object)| (link, subject, object)).collect()
            }
            (None, Some(object)) => {
                snapshot.incoming(object).map(|(link, subject)| (link, subject, object)).collect()
            }
            (None, None) => {
                snapshot.links_of(self.link, |subject, object| self.takes_in(subject, object)).collect()
            }
        };
        let kept = links
            .into_iter()
            .filter(|(link, subject, object)| link.kind == self.link && self.takes_in(*subject, *object));
        facts(kept.map(|(link, subject, object)| ((subject, object), link))).into_iter().collect()
    }

    /// Whether a link between these would be one of those it is about.
    pub fn takes_in(&self, subject: EntityIx, object: EntityIx) -> bool {
        self.subject.takes(self.snapshot, subject)
            && self.object.takes(self.snapshot, object)
            && !self.except.contains(&subject)
            && !self.except.contains(&object)
    }

    /// How many the register has of what the scope counts.
    pub fn count(&self, window: Window) -> BoundedCount {
        self.count_of(&self.facts(), window)
    }

    /// How many of `facts`, which are some of its own.
    pub fn count_of(&self, facts: &BTreeMap<(EntityIx, EntityIx), Fact<'w>>, window: Window) -> BoundedCount {
        let mut counted: BTreeMap<(EntityIx, EntityIx), TieStanding> = BTreeMap::new();
        for (ends, fact) in facts {
            let standing = fact.standing(self.snapshot, window);
            let known = counted.entry(self.counted(*ends)).or_insert(standing);
            *known = known.or(standing);
        }
        BoundedCount::of(counted.into_values())
    }

    /// What a link counts for.
    fn counted(&self, (subject, object): (EntityIx, EntityIx)) -> (EntityIx, EntityIx) {
        match self.counting {
            Counting::Subjects => (subject, subject),
            Counting::Objects => (object, object),
            Counting::Links | Counting::Money => (subject, object),
            Counting::Hosts => {
                let host = self.snapshot.nation(object).unwrap_or(object);
                (host, host)
            }
        }
    }
}

impl<'w> ResolvedFilter<'w> {
    /// `None` where it names something that is not on file.
    fn new(snapshot: &Snapshot, filter: &'w Filter, big: Option<u64>) -> Option<Self> {
        let [entity, within] = named(snapshot, filter)?;
        Some(Self {
            filter,
            entity,
            within: within.map(|node| snapshot.territory(node)),
            population_from: filter.population_from.map(|from| big.unwrap_or(from)),
        })
    }

    /// A polity whose population is not known is no big city.
    fn takes(&self, snapshot: &Snapshot, node: EntityIx) -> bool {
        self.entity.is_none_or(|only| only == node)
            && self.within.as_ref().is_none_or(|within| within.holds(node))
            && is_of_sort(snapshot, self.filter, self.population_from, node)
    }
}

/// Whether two scopes take in the same things: resolved mentions count by what they mean, not by their wording.
pub fn same_scope(a: &Scope, b: &Scope) -> bool {
    resolved(a) == resolved(b)
}

/// A scope by meaning alone: equal for all that take in the same things.
pub(crate) fn resolved(scope: &Scope) -> Scope {
    Scope {
        wording: SmolStr::default(),
        subject: resolved_filter(&scope.subject),
        object: resolved_filter(&scope.object),
        except: scope.except.iter().map(resolved_mention).collect(),
        ..scope.clone()
    }
}

fn resolved_filter(filter: &Filter) -> Filter {
    Filter {
        entity: filter.entity.as_ref().map(resolved_mention),
        within: filter.within.as_ref().map(resolved_mention),
        ..filter.clone()
    }
}

fn resolved_mention(mention: &Mention) -> Mention {
    match &mention.id {
        Some(id) => Mention { id: Some(id.clone()), ..Mention::default() },
        None => mention.clone(),
    }
}
