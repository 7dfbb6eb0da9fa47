//! What several sides of a comparison have in common, and what each has alone: partners and networks.

use std::collections::BTreeMap;

use comity_answer::{EntityRef, Layer, Tie};
use comity_messages::say;
use comity_model::{EntityId, EntityKind};

use super::row::{ComparedCell, ComparedFact, ComparedRow};
use super::side::ComparedSide;
use crate::words;

/// Names in one cell.
const NAMES: usize = 8;

/// Shared first, then what is of one side alone.
pub(super) fn rows(sides: &[ComparedSide<'_>]) -> Vec<ComparedRow> {
    if sides.len() < 2 {
        return Vec::new();
    }
    let partners: Vec<Vec<&Tie>> = sides.iter().map(|side| side.on_record().collect()).collect();
    let networks: Vec<Vec<&Tie>> = sides.iter().map(networks_of).collect();
    let none = |layer: Layer| move |side: &ComparedSide<'_>| side.none(layer);
    let own = |cells: Vec<ComparedCell>| sides.iter().zip(cells).map(|(side, cell)| side.own(cell)).collect();
    let [both, apart] = split(sides, &partners, none(Layer::Agreements)).map(own);
    let [met, alone] = split(sides, &networks, none(Layer::Networks));
    let is_cut = sides.iter().any(ComparedSide::has_many_rows);
    let [both, apart] = if is_cut { [(); 2].map(|()| many(sides)) } else { [both, apart] };
    let is_cut = sides.iter().any(ComparedSide::is_in_many_networks);
    let [met, alone] = if is_cut { [(); 2].map(|()| many(sides)) } else { [met, alone] };
    let row = |id, title, cells| ComparedRow { id, title, cells };
    vec![
        row("shared", say!("compare-shared"), both),
        row("alone", say!("compare-alone"), apart),
        row("networks-shared", say!("compare-networks-shared"), met),
        row("networks-alone", say!("compare-networks-alone"), alone),
    ]
}

/// Where one side has more ties than rows nobody can say what another shares with it.
fn many(sides: &[ComparedSide<'_>]) -> Vec<ComparedCell> {
    sides.iter().map(|_| ComparedCell::default().or(say!("compare-many-rows"))).collect()
}

/// The networks that it is on record in; of a network, its own members are not.
fn networks_of<'a>(side: &ComparedSide<'a>) -> Vec<&'a Tie> {
    if side.profile.entity.kind == EntityKind::Network {
        return Vec::new();
    }
    let rows = side.group(Layer::Networks).map(|group| group.rows.as_slice()).unwrap_or_default();
    rows.iter().filter(|tie| tie.record.standing.presumed).collect()
}

/// What another side has too, and what none has.
fn split(
    sides: &[ComparedSide<'_>],
    ties: &[Vec<&Tie>],
    none: impl Fn(&ComparedSide<'_>) -> String,
) -> [Vec<ComparedCell>; 2] {
    let mut holders: BTreeMap<&EntityId, Vec<usize>> = BTreeMap::new();
    for (place, own) in ties.iter().enumerate() {
        for tie in own {
            let holders = holders.entry(&tie.other.id).or_default();
            if holders.last() != Some(&place) {
                holders.push(place);
            }
        }
    }
    let is_shared = |tie: &Tie| holders.get(&tie.other.id).is_some_and(|holders| holders.len() > 1);
    let (mut both, mut apart) = (Vec::new(), Vec::new());
    for (side, own) in sides.iter().zip(ties) {
        let (shared, alone): (Vec<&Tie>, Vec<&Tie>) = own.iter().copied().partition(|tie| is_shared(tie));
        let nothing = if own.is_empty() { none(side) } else { say!("compare-no-such") };
        both.push(named(&shared).or(nothing.clone()));
        apart.push(named(&alone).or(nothing));
    }
    [both, apart]
}

/// Each once, with the claims of all ties to it.
fn named(ties: &[&Tie]) -> ComparedCell {
    let mut by_name: BTreeMap<(&str, &EntityId), Vec<&Tie>> = BTreeMap::new();
    for tie in ties {
        let EntityRef { id, name, .. } = &tie.other;
        by_name.entry((name, id)).or_default().push(tie);
    }
    let facts = by_name.into_iter().map(|((name, _), ties)| ComparedFact::new(name, words::of_ties(&ties)));
    ComparedCell::first(NAMES, facts)
}
