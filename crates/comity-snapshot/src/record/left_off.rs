//! Ties that a list leaves out which names all there are, in its own matter.

use comity_model::{Bounds, Day, LinkKind, OpenMention};
use comity_names::fold;

use super::ending::End;
use super::stretch::Stretch;
use super::testimony::Testimony;
use crate::snapshot::{EntityIx, Exhaustive, Reach, Snapshot};

/// One tie, as lists may name it.
pub(super) struct Tie<'a> {
    pub(super) kind: LinkKind,
    pub(super) subject: EntityIx,
    pub(super) object: EntityIx,
    /// The other parties of an agreement; a list of ties goes by them.
    pub(super) partners: &'a [EntityIx],
}

impl Snapshot {
    /// The dated lists that leave a tie out, and could have named it. A list is of its issuer's own matter: a party's ties, a
    /// network's members.
    pub(super) fn left_off(&self, tie: &Tie<'_>, said: &[Testimony]) -> Vec<End> {
        let own = self.lists_without(tie, said).filter(|list| tie.is_matter_of(list));
        own.map(|list| End::left_off(Stretch::from(list.days), list.is_throughout))
            .filter(|end| end.presumed < Day::FUTURE)
            .collect()
    }

    /// The lists of others that leave it out: whose, and on which days. They end nothing.
    pub(super) fn unlisted(&self, tie: &Tie<'_>, said: &[Testimony]) -> Vec<(EntityIx, Bounds)> {
        let others = self.lists_without(tie, said).filter(|list| !tie.is_matter_of(list));
        others.map(|list| (list.issuers[0], list.days)).collect()
    }

    fn lists_without<'a>(
        &'a self,
        tie: &'a Tie<'_>,
        said: &'a [Testimony],
    ) -> impl Iterator<Item = &'a Exhaustive> {
        let silent = |list: &&Exhaustive| !said.iter().any(|one| one.source == list.source);
        let about = self.exhaustive(tie.kind).iter().filter(silent);
        let about = about.filter(|list| tie.is_within(self, &list.reach));
        about.filter(|list| !self.open_in(&list.source).any(|open| tie.may_be(self, open)))
    }
}

impl Tie<'_> {
    fn is_matter_of(&self, list: &Exhaustive) -> bool {
        let is_members = self.kind == LinkKind::Member && list.issuers.contains(&self.object);
        is_members || list.issuers.contains(&self.subject)
    }

    fn is_within(&self, snapshot: &Snapshot, reach: &Reach) -> bool {
        match reach {
            Reach::Ends { subject, object } => {
                let of_subject = subject.is_none_or(|place| lies_in(snapshot, self.subject, place));
                let mut objects = self.partners.iter().chain([&self.object]);
                of_subject && object.is_none_or(|place| objects.any(|end| lies_in(snapshot, *end, place)))
            }
            Reach::Scope(ties) => ties.takes_in(snapshot, self.subject, self.object),
        }
    }

    /// Whether a mention that nobody has resolved could be the one that seems left out.
    fn may_be(&self, snapshot: &Snapshot, open: &OpenMention) -> bool {
        let ends = self.partners.iter().chain([&self.subject, &self.object]);
        open.kind == self.kind && ends.into_iter().any(|end| may_mean(snapshot, open, *end))
    }
}

/// Whether what is written could mean a thing: not in a country that is surely another, and of a name that shares a word or
/// is spelt much alike, or that cannot be compared with it.
fn may_mean(snapshot: &Snapshot, open: &OpenMention, node: EntityIx) -> bool {
    if open.country.as_ref().is_some_and(|country| is_elsewhere(snapshot, country, node)) {
        return false;
    }
    let written = fold(&open.text);
    let is_plain = |text: &str| text.is_ascii() && !text.is_empty();
    snapshot.names(node).map(fold).any(|name| {
        let shared = written.split(' ').any(|word| word.len() > 2 && name.split(' ').any(|own| own == word));
        shared || !is_plain(&written) || !is_plain(&name) || is_misspelt(&written, &name)
    })
}

fn is_misspelt(written: &str, name: &str) -> bool {
    comity_names::osa(written, name, 2).is_some()
}

/// Whether a country as written is on file, and is not the one that a thing is in.
fn is_elsewhere(snapshot: &Snapshot, country: &str, node: EntityIx) -> bool {
    let Some(own) = snapshot.nation(node) else { return false };
    let written = fold(country);
    let is_called = |nation: EntityIx| snapshot.names(nation).any(|name| fold(name) == written);
    !is_called(own) && snapshot.nation_called(&written).is_some_and(|nation| nation != own)
}

fn lies_in(snapshot: &Snapshot, node: EntityIx, place: EntityIx) -> bool {
    node == place || snapshot.ancestors(node).contains(&place)
}
