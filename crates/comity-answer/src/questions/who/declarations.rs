//! Agreements of few parties, which tie each to each, and declarations open to signature, which do not.

use std::collections::BTreeSet;

use comity_model::LinkKind;
use comity_snapshot::wording::{self, number};
use comity_snapshot::{EntityIx, Layer, Snapshot, facts};

use crate::report::ties::{agreement_ties_with, direct_tie, sort_ties};
use crate::report::{At, FEW_PARTIES, Tie, TieGroup};

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
    let signed = snapshot.outgoing(node).filter(|(link, _)| link.kind == LinkKind::Party);
    let mut partners = BTreeSet::new();
    let mut co_signers = BTreeSet::new();
    let mut co_signatures = 0;
    let mut declarations = Vec::new();
    for (agreement, fact) in facts(signed.map(|(link, agreement)| (agreement, link))) {
        let parties = snapshot.parties(agreement);
        if parties.len() <= FEW_PARTIES {
            partners.extend(parties);
            continue;
        }
        let mut tie = direct_tie(snapshot, (node, agreement), &fact, (LinkKind::Party, true), at);
        let class = snapshot.entity(agreement).class.as_str();
        tie.kind = format!("{}, {} parties", wording::agreement(class), number(&parties.len()));
        declarations.push(tie);
        co_signatures += parties.len() as u64 - 1;
        co_signers.extend(parties.into_iter().filter(|party| *party != node));
    }
    let mut pairs = agreement_ties_with(snapshot, node, at, |party| partners.contains(&party));
    pairs.retain(|tie| has_few_parties(snapshot, tie));
    sort_ties(&mut declarations);
    Signed {
        pairs,
        declarations: TieGroup::new(Layer::Agreements, "Declarations signed", declarations),
        co_signatures,
        co_signers: co_signers.len() as u64,
    }
}

fn has_few_parties(snapshot: &Snapshot, tie: &Tie) -> bool {
    let agreement = tie.via.as_ref().and_then(|via| snapshot.node(&via.id));
    agreement.is_none_or(|agreement| snapshot.parties(agreement).len() <= FEW_PARTIES)
}
