//! What is on record and how well: agreements and memberships, dated or not, on one source or on several.

use std::collections::{BTreeMap, BTreeSet};

use comity_model::{Link, LinkKind, Polarity, SourceId};
use comity_snapshot::{EntityIx, Snapshot};
use schemars::JsonSchema;
use serde::Serialize;

/// What is on record, and how well, for a home page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct RegisterInShort {
    /// With two parties and more, of whom some source says so.
    pub agreements: u64,
    /// Those of which some source gives a date.
    pub dated_agreements: u64,
    /// Those that more than one source tells of, as far as they say where they have it from: a copy is its parent.
    pub agreements_on_several: u64,
    /// A member and its network, each pair once.
    pub memberships: u64,
    pub dated_memberships: u64,
    pub memberships_on_several: u64,
}

/// What sources say of one agreement, or of one membership.
#[derive(Default)]
struct TieClaims<'w> {
    parties: BTreeSet<EntityIx>,
    origins: BTreeSet<&'w SourceId>,
    is_dated: bool,
}

impl RegisterInShort {
    /// Cost: one pass over the links.
    pub(crate) fn of(snapshot: &Snapshot) -> Self {
        let mut agreements: BTreeMap<EntityIx, TieClaims<'_>> = BTreeMap::new();
        let mut memberships: BTreeMap<(EntityIx, EntityIx), TieClaims<'_>> = BTreeMap::new();
        for (link, subject, object) in snapshot.all_links() {
            if link.polarity == Polarity::Denied {
                continue;
            }
            match link.kind {
                LinkKind::Party => agreements.entry(object).or_default().add(snapshot, link, subject),
                LinkKind::Member => {
                    memberships.entry((subject, object)).or_default().add(snapshot, link, subject);
                }
                _ => {}
            }
        }
        agreements.retain(|_, said| said.parties.len() > 1);
        let (dated_agreements, agreements_on_several) = dated_and_on_several(agreements.values());
        let (dated_memberships, memberships_on_several) = dated_and_on_several(memberships.values());
        Self {
            agreements: agreements.len() as u64,
            dated_agreements,
            agreements_on_several,
            memberships: memberships.len() as u64,
            dated_memberships,
            memberships_on_several,
        }
    }
}

fn dated_and_on_several<'s, 'w: 's>(all: impl Iterator<Item = &'s TieClaims<'w>>) -> (u64, u64) {
    all.fold((0, 0), |(dated, several), said| {
        (dated + u64::from(said.is_dated), several + u64::from(said.origins.len() > 1))
    })
}

impl<'w> TieClaims<'w> {
    fn add(&mut self, snapshot: &'w Snapshot, link: &'w Link, party: EntityIx) {
        self.parties.insert(party);
        self.origins.insert(origin(snapshot, &link.root));
        self.is_dated |= !link.valid.as_str().is_empty();
    }
}

/// Where a source has it from: a copy is its parent.
fn origin<'w>(snapshot: &'w Snapshot, id: &'w SourceId) -> &'w SourceId {
    let mut id = id;
    let mut met = BTreeSet::from([id]);
    while let Some(parent) = snapshot.source(id).and_then(|source| source.derived_from.as_ref()) {
        if !met.insert(parent) {
            break;
        }
        id = parent;
    }
    id
}
