//! Mentions that nobody could resolve and that may belong to the two sides: shown, never counted.

use std::collections::{BTreeMap, BTreeSet};

use comity_model::{ClaimId, OpenMention};
use comity_snapshot::{EntityIx, Snapshot, Territory, fold};

use super::both_territories::BothTerritories;
use crate::answer::PleaseCheck;

pub(super) fn please_check(snapshot: &Snapshot, sides: &BothTerritories) -> Vec<PleaseCheck> {
    let mut by_claim: BTreeMap<ClaimId, Vec<&OpenMention>> = BTreeMap::new();
    for open in snapshot.open() {
        by_claim.entry(open.claim).or_default().push(open);
    }
    let (near, far) = (Names::of(snapshot, &sides.near), Names::of(snapshot, &sides.far));
    by_claim.values().filter_map(|ends| check(snapshot, ends, &near, &far)).collect()
}

/// The claim belongs here when one end may lie in each side; `ends` are its open ones.
fn check(
    snapshot: &Snapshot,
    ends: &[&OpenMention],
    near: &Names<'_>,
    far: &Names<'_>,
) -> Option<PleaseCheck> {
    let first = ends.first()?;
    let others: Vec<EntityIx> = first.others.iter().filter_map(|id| snapshot.node(id)).collect();
    let holds = |side: &Names<'_>| others.iter().any(|node| side.territory.holds(*node));
    let fits = |side: &Names<'_>, but: &OpenMention| holds(side) || may_hold_another(side, ends, but);
    let open = ends
        .iter()
        .copied()
        .find(|end| (near.may_hold(end) && fits(far, end)) || (far.may_hold(end) && fits(near, end)))?;
    let side = if near.may_hold(open) { near } else { far };
    let written: Vec<String> = ends.iter().copied().map(as_written).collect();
    Some(PleaseCheck {
        claim: open.claim,
        written_as: written.join(" – "),
        may_be: side.namesakes(open).into_iter().map(|node| snapshot.refer(node)).collect(),
        others: others.into_iter().map(|node| snapshot.refer(node)).collect(),
        source: snapshot.refer_source(&open.source),
        locator: open.locator.to_string(),
        why: open.why.to_string(),
    })
}

fn may_hold_another(side: &Names<'_>, ends: &[&OpenMention], but: &OpenMention) -> bool {
    ends.iter().any(|end| *end != but && side.may_hold(end))
}

fn as_written(open: &OpenMention) -> String {
    let parts = [Some(&open.text), open.admin.as_ref(), open.country.as_ref()];
    parts.into_iter().flatten().map(smol_str::SmolStr::as_str).collect::<Vec<_>>().join(", ")
}

/// The names by which a source could mean something within one side.
struct Names<'w> {
    territory: &'w Territory,
    bearers: BTreeMap<String, BTreeSet<EntityIx>>,
    /// Names and codes of the countries it is in or is.
    countries: BTreeSet<String>,
    /// A whole country takes in everything that is written to be in it.
    whole_country: bool,
}

impl<'w> Names<'w> {
    fn of(snapshot: &Snapshot, territory: &'w Territory) -> Self {
        let mut bearers: BTreeMap<String, BTreeSet<EntityIx>> = BTreeMap::new();
        for node in territory.members() {
            for name in snapshot.names(*node) {
                bearers.entry(fold(name)).or_default().insert(*node);
            }
        }
        let nation = snapshot.nation(territory.root());
        let countries = nation.map(|nation| {
            let code = snapshot.entity(nation).country.as_deref();
            snapshot.names(nation).chain(code).map(fold).collect()
        });
        let whole_country = nation == Some(territory.root());
        Self { territory, bearers, countries: countries.unwrap_or_default(), whole_country }
    }

    /// The name fits, and the country too where one is written; for a country, its name alone is enough.
    fn may_hold(&self, open: &OpenMention) -> bool {
        let written = open.country.as_deref().map(fold);
        let in_country = written.map(|country| self.countries.contains(&country));
        match in_country {
            Some(false) => false,
            Some(true) if self.whole_country => true,
            Some(true) | None => self.bearers.contains_key(&fold(&open.text)),
        }
    }

    fn namesakes(&self, open: &OpenMention) -> Vec<EntityIx> {
        self.bearers.get(&fold(&open.text)).into_iter().flatten().copied().collect()
    }
}
