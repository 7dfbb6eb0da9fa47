//! What part of its backing each backer gives: by amounts where all are known, else all alike.

use std::collections::BTreeMap;

use comity_messages::{Message, message};
use comity_model::{Certainty, Link, LinkAttribute, LinkKind, Polarity};
use comity_snapshot::relations::{Relation, RelationKind, Relations};
use comity_snapshot::{EntityIx, Evidence};

use crate::report::Figure;

/// The backers of one thing.
pub(crate) struct Shares {
    /// Each backer with its share; they add up to 1.
    pub(crate) of: Vec<(EntityIx, f64)>,
    pub(crate) basis: SharesBy,
    pub(crate) evidence: Vec<Evidence>,
}

impl Shares {
    /// The share of all backers that are not kept.
    pub(crate) fn without(&self, kept: impl Fn(EntityIx) -> bool) -> f64 {
        self.of.iter().filter(|(backer, _)| !kept(*backer)).map(|(_, share)| share).sum()
    }
}

/// What the shares rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SharesBy {
    /// Every backer's amount is on file, in one currency.
    Amounts,
    /// It is assumed that each gives the same.
    Equal,
}

impl SharesBy {
    pub(crate) fn words(self) -> Message {
        match self {
            Self::Amounts => message!("backing-by-amounts"),
            Self::Equal => message!("backing-no-amounts"),
        }
    }
}

/// Of everything that is backed on the day.
pub(crate) fn all_shares(relations: &Relations<'_>) -> BTreeMap<EntityIx, Shares> {
    let backed = relations.by_object(|how| how == RelationKind::Backs);
    backed.into_iter().map(|(thing, backers)| (thing, shares(relations, &backers))).collect()
}

fn shares(relations: &Relations<'_>, backers: &[Relation]) -> Shares {
    let stated: Vec<Option<(f64, String)>> = backers.iter().map(|one| amount(relations, one)).collect();
    let currencies: Vec<&str> = stated.iter().flatten().map(|(_, currency)| currency.as_str()).collect();
    let all = currencies.len() == backers.len() && currencies.iter().all(|one| *one == currencies[0]);
    let total: f64 = stated.iter().flatten().map(|(amount, _)| amount).sum();
    let basis = if all && total > 0.0 { SharesBy::Amounts } else { SharesBy::Equal };
    #[expect(clippy::cast_precision_loss, reason = "a thing has few backers")]
    let equal = 1.0 / backers.len() as f64;
    let mut of = Vec::with_capacity(backers.len());
    for (one, stated) in backers.iter().zip(&stated) {
        let share = match (basis, stated) {
            (SharesBy::Amounts, Some((amount, _))) => amount / total,
            _ => equal,
        };
        of.push((one.subject, share));
    }
    Shares {
        of,
        basis,
        evidence: backers.iter().flat_map(|one| relations.evidence_of(one)).take(Figure::SHOWN).collect(),
    }
}

/// The largest amount that a claim of the day states, with its currency.
fn amount(relations: &Relations<'_>, backing: &Relation) -> Option<(f64, String)> {
    let links = relations.snapshot.outgoing(backing.subject).filter(|(link, to)| {
        let holds = link.valid.holds(relations.window).some_day() > Certainty::No;
        link.kind == LinkKind::Backs && *to == backing.object && link.polarity == Polarity::Asserted && holds
    });
    links.filter_map(|(link, _)| said(link)).max_by(|a, b| a.0.total_cmp(&b.0))
}

/// How much a link gives, in which currency; `None` where it does not say.
fn said(link: &Link) -> Option<(f64, String)> {
    let amount = link.attributes.get(&LinkAttribute::Amount)?.parse::<f64>().ok()?;
    let currency = link.attributes.get(&LinkAttribute::Currency).map(ToString::to_string);
    Some((amount, currency.unwrap_or_default())).filter(|(amount, _)| *amount > 0.0)
}
