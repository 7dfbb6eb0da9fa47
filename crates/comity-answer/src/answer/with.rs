//! All that ties one place to another.

use comity_messages::say;
use comity_model::ClaimId;
use comity_snapshot::record::{BoundedCount, TieStanding};
use comity_snapshot::{EntityRef, SourceRef};
use schemars::JsonSchema;
use serde::Serialize;

use super::between::{Chain, Shared};
use crate::report::{About, Claimed, Table, Tie, TieGroup};

/// The officer's page.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct With {
    #[serde(flatten)]
    pub about: About,
    /// The answer in a sentence or two.
    pub summary: String,
    pub subject: EntityRef,
    pub object: EntityRef,
    /// Agreements on record, and those not ruled out; `near` lies in the subject, `other` in the object.
    pub ties: TieGroup,
    /// How many of those on record each place of the subject has; empty where these are few.
    pub places: Table,
    /// Agreements that ended, expired, are suspended or denied, or of which sources disagree.
    pub ended: TieGroup,
    /// Mentions nobody could resolve that may belong here: counted nowhere.
    pub please_check: Vec<PleaseCheck>,
    pub networks: NetworksShared,
    /// One row for each pair of participants.
    pub events: Vec<Shared>,
    /// How many events somebody of each side attended, each counted once.
    pub events_total: u64,
    /// Rows of `events` beyond the limit asked for.
    pub events_left_out: u64,
    pub offices: TieGroup,
    /// Resolutions and laws of the subject that concern the object.
    pub acts: TieGroup,
    /// Acts that are or may be in force over the subject: its own, and those of what it lies in.
    pub rules: Table,
    /// Other direct ties: funds, posts, coordination.
    pub others: TieGroup,
    pub peers: Peers,
    /// Of two places that no agreement on record ties: the shortest ways from one to the other; `None`: not looked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chains: Option<Vec<Chain>>,
    /// Numbers that sources claim of these ties.
    pub claimed: Vec<Claimed>,
}

/// One statement a person should look at: "Rochester, United States – Hamamatsu".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PleaseCheck {
    pub claim: ClaimId,
    /// As the source writes what is not resolved.
    pub written_as: String,
    /// Those of the subject, or of the object, whom it may mean; empty: only the country fits.
    pub may_be: Vec<EntityRef>,
    /// The other end, where it is resolved.
    pub others: Vec<EntityRef>,
    pub source: SourceRef,
    pub locator: String,
    /// Why it was left open.
    pub why: String,
}

/// How much the two sides meet in networks, and how many networks were looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NetworksShared {
    /// Networks with somebody of each side in them.
    #[serde(flatten)]
    pub count: BoundedCount,
    /// Networks on file of which members are on file or that were looked at.
    pub looked_at: u64,
    pub networks: u64,
    /// One row a network, whoever of each side is in it.
    pub met: Vec<NetworkMet>,
    /// One row for each pair of members.
    pub rows: Vec<Shared>,
    pub left_out: u64,
    /// Where one side is a network: who of the other is in it.
    pub memberships: TieGroup,
}

/// A network with somebody of each side in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NetworkMet {
    pub network: EntityRef,
    /// How both sides being in it stands, by the pair of which most is known.
    pub standing: TieStanding,
    pub near: Those,
    pub far: Those,
}

/// Who of one side is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Those {
    pub n: u64,
    /// The most populous of them, at most 5.
    pub first: Vec<EntityRef>,
}

impl Those {
    pub const NAMED: usize = 5;

    /// How many are not named.
    pub fn others(&self) -> u64 {
        self.n.saturating_sub(self.first.len() as u64)
    }
}

impl std::fmt::Display for Those {
    /// "Rochester", "Tokyo, Yokohama and 12 more".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<&str> = self.first.iter().map(|who| who.name.as_str()).collect();
        let first = names.join(", ");
        let rest = self.others();
        f.write_str(&if rest > 0 { say!("named-and-more", named = first, n = rest) } else { first })
    }
}

/// Peers with ties to the object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Peers {
    /// The state or country they share with the subject; `None`: nothing on file contains the subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<EntityRef>,
    /// How many pairs are tied, each counted once however many ties it has.
    pub pairs: u64,
    pub ties: Vec<Tie>,
    pub left_out: u64,
}
