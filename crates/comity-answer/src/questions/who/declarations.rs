//! Agreements of few parties, which tie each to each, and declarations open to signature, which do not.

use std::collections::BTreeSet;

use comity_messages::{Language, say};
use comity_model::LinkKind;
use comity_snapshot::wording;
use comity_snapshot::{EntityIx, FEW_PARTIES, Layer, Snapshot, facts};

use crate::report::ties::{agreement_ties, direct_tie, sort_ties};
use crate::report::{At, Tie, TieGroup};

/// What an entity signed.
pub(super) struct Signed {
    /// One row for each other party of each agreement of few parties.
    pub(super) pairs: Vec<Tie>,
    /// One row a declaration.
    pub(super) declarations: TieGroup,
    /// Signatures of others under the declarations.
    pub(super) co_signatures: u64,
    /// Who gave them, each once.
    pub(super) co_signers: u64,
}

/// Cost: one pass over the parties of what it signed.
pub(super) fn signed(snapshot: &Snapshot, node: EntityIx, at: &At) -> Signed {
    let signed = snapshot.outgoing_of(LinkKind::Party, node);
    let mut co_signers = BTreeSet::new();
    let mut co_signatures = 0;
    let mut declarations = Vec::new();
    for (agreement, fact) in facts(signed.map(|(link, agreement)| (agreement, link))) {
        let parties = snapshot.parties(agreement);
        if parties.len() <= FEW_PARTIES {
            continue;
        }
        let mut tie = direct_tie(snapshot, (node, agreement), &fact, (LinkKind::Party, true), at);
        let class = snapshot.entity(agreement).class.as_str();
        let sort = || say!("declaration-of-parties", sort = wording::agreement(class), n = parties.len());
        (tie.kind, tie.kind_key) = (sort(), Language::English.within(sort));
        declarations.push(tie);
        co_signatures += parties.len() as u64 - 1;
        co_signers.extend(parties.into_iter().filter(|party| *party != node));
    }
    let pairs = agreement_ties(snapshot, node, at);
    sort_ties(&mut declarations);
    Signed {
        pairs,
        declarations: TieGroup::new(Layer::Agreements, &say!("declarations-title"), declarations),
        co_signatures,
        co_signers: co_signers.len() as u64,
    }
}
