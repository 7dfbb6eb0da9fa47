//! What the places of one country are in: members of networks, holders of posts, in programmes.

use std::collections::BTreeSet;

use comity_model::{Day, EntityKind, Link, LinkKind, Polarity, Window};
use comity_snapshot::record::TieRecord;
use comity_snapshot::timeslice::membership_role;
use comity_snapshot::{EntityIx, Evidence, Fact, Layer, Snapshot, Territory, facts};

use crate::cached_snapshot::CachedSnapshot;

/// One of the two that stand side by side.
pub(super) struct Side<'w> {
    pub(super) name: String,
    pub(super) territory: Territory,
    members: Vec<MemberOf<'w>>,
    pub(super) posts: Vec<PostIn<'w>>,
    pub(super) programmes: Vec<InProgramme>,
    window: Window,
}

/// One place in one network.
pub(super) struct MemberOf<'w> {
    network: EntityIx,
    fact: Fact<'w>,
    record: TieRecord,
}

impl MemberOf<'_> {
    pub(super) fn evidence(&self, snapshot: &Snapshot) -> Vec<Evidence> {
        self.fact.evidence(snapshot)
    }
}

/// One place in one role above plain membership.
pub(super) struct PostIn<'w> {
    pub(super) member: EntityIx,
    pub(super) network: EntityIx,
    pub(super) role: &'w str,
    pub(super) fact: Fact<'w>,
    pub(super) record: TieRecord,
}

/// One place or body of the side in one programme.
pub(super) struct InProgramme {
    pub(super) programme: EntityIx,
    pub(super) actor: EntityIx,
    pub(super) evidence: Vec<Evidence>,
}

/// A link of membership, with its ends.
struct MemberLink<'w> {
    link: &'w Link,
    place: EntityIx,
    network: EntityIx,
}

/// Roles that are a post.
const POSTS: [&str; 4] = ["committee-chair", "board", "presidency", "secretariat"];

impl<'w> Side<'w> {
    pub(super) fn of(snapshot: &'w CachedSnapshot, root: EntityIx, window: Window) -> Self {
        let territory = snapshot.territory(root);
        let places: Vec<EntityIx> = territory.members().to_vec();
        let links = || places.iter().flat_map(|place| memberships(snapshot, *place));
        let members = facts(links().map(|one| ((one.place, one.network), one.link)));
        let members = members.into_iter().map(|(ends, fact)| {
            let record = fact.record(snapshot);
            MemberOf { network: ends.1, fact, record }
        });
        let in_post = links().filter(|one| POSTS.contains(&membership_role(one.link)));
        let posts = facts(in_post.map(|one| ((one.place, one.network, membership_role(one.link)), one.link)));
        let posts = posts.into_iter().map(|(held, fact)| {
            let (record, (member, network, role)) = (fact.own_record(snapshot), held);
            PostIn { member, network, role, fact, record }
        });
        Self {
            name: snapshot.name(root),
            members: members.collect(),
            posts: posts.collect(),
            programmes: programmes(snapshot, &territory, window),
            territory,
            window,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.members.is_empty() && self.programmes.is_empty()
    }

    /// Memberships on record on the day asked about.
    pub(super) fn on_record(&self) -> impl Iterator<Item = &MemberOf<'w>> {
        self.members.iter().filter(|one| one.record.on(self.window).presumed)
    }

    pub(super) fn networks(&self) -> BTreeSet<EntityIx> {
        self.on_record().map(|one| one.network).collect()
    }

    /// A claim of each of its members in a network.
    pub(super) fn members_of(&self, snapshot: &Snapshot, network: EntityIx) -> Vec<Evidence> {
        let own = self.on_record().filter(|one| one.network == network);
        own.flat_map(|one| one.evidence(snapshot).into_iter().take(1)).collect()
    }

    /// Claims of its members in networks that another side is in as well.
    pub(super) fn in_networks_of(&self, snapshot: &Snapshot, other: &Side<'_>) -> Vec<Evidence> {
        let shared = other.networks();
        let own = self.on_record().filter(|one| shared.contains(&one.network));
        own.flat_map(|one| one.evidence(snapshot).into_iter().take(1)).collect()
    }

    pub(super) fn members_in(&self, window: Window) -> usize {
        self.members.iter().filter(|one| one.record.on(window).presumed).count()
    }

    pub(super) fn posts_on_record(&self, window: Window) -> usize {
        self.posts.iter().filter(|post| post.record.on(window).presumed).count()
    }

    /// The first in which a source has one of its members.
    pub(super) fn first_year(&self) -> Option<i64> {
        let began = self.members.iter().map(|one| one.fact.began().latest);
        began.filter(|day| *day != Day::FUTURE).min().and_then(Day::year)
    }

    /// Three claims of members on record in a window.
    pub(super) fn some_evidence(&self, snapshot: &Snapshot, window: Window) -> Vec<Evidence> {
        let held = self.members.iter().filter(|one| one.record.on(window).presumed).take(3);
        held.flat_map(|one| one.evidence(snapshot).into_iter().take(1)).collect()
    }
}

/// Asserted memberships of a place.
fn memberships(snapshot: &Snapshot, place: EntityIx) -> impl Iterator<Item = MemberLink<'_>> {
    let is_place = snapshot.entity(place).kind == EntityKind::Polity;
    let all = snapshot.outgoing(place).filter(move |_| is_place);
    let said = all.filter(|(link, _)| link.kind == LinkKind::Member && link.polarity == Polarity::Asserted);
    said.map(move |(link, network)| MemberLink { link, place, network })
}

/// Those that places and bodies of the territory are in on some day of the window, by programme.
fn programmes(snapshot: &CachedSnapshot, territory: &Territory, window: Window) -> Vec<InProgramme> {
    let slice = snapshot.timeslice(window);
    let all = slice.affiliations().iter().filter(|one| one.layer == Layer::Programmes);
    let own = all.filter(|one| one.standing.presumed && territory.holds(one.actor));
    let mut found: Vec<InProgramme> = own
        .map(|one| InProgramme {
            programme: one.thing,
            actor: one.actor,
            evidence: slice.evidence_of(snapshot, one),
        })
        .collect();
    found.sort_by_key(|one| (one.programme, one.actor));
    found
}
