//! What is known of an entity, in a sentence or two.

use std::collections::BTreeSet;

use comity_messages::{listed, say};
use comity_model::EntityId;
use comity_snapshot::record::{TieState, Voice};
use comity_snapshot::{EntityIx, Layer, Snapshot, wording};

use crate::answer::{EvidenceSpread, Profile};
use crate::report::{Tie, TieGroup};

/// How well the agreements on record are proved; `None`: there are none.
pub(super) fn spread(snapshot: &Snapshot, node: EntityIx, pairs: &[Tie]) -> Option<EvidenceSpread> {
    let held: Vec<&Tie> = pairs.iter().filter(|tie| tie.record.standing.presumed).collect();
    let grade = |tie: &Tie| (tie.record.evidence.independent + tie.record.evidence.lists) as u64;
    let count = |is: &dyn Fn(&Tie) -> bool| held.iter().filter(|tie| is(tie)).count() as u64;
    let sister_city = wording::agreement("sister-city");
    (!held.is_empty()).then(|| EvidenceSpread {
        on_record: held.len() as u64,
        on_several: count(&|tie| grade(tie) > 1),
        on_one: count(&|tie| grade(tie) <= 1),
        most: held.iter().map(|tie| grade(tie)).max().unwrap_or(0),
        lists_alone: held.iter().all(|tie| tie.record.evidence.independent == 0),
        sister_cities_alone: held.iter().all(|tie| tie.kind == sister_city),
        dated: count(&|tie| !tie.period.is_empty() || tie.last_seen.is_some()),
        confirmed: count(&|tie| is_confirmed(snapshot, node, tie)),
        open_matches: snapshot.open_about(node),
    })
}

/// Those with whom it has an agreement on record, each once, in the order of the rows.
pub(super) fn partners(pairs: &[Tie]) -> Vec<EntityId> {
    let held = pairs.iter().filter(|tie| tie.record.standing.state == TieState::OnRecord);
    let mut seen = BTreeSet::new();
    held.map(|tie| &tie.other.id).filter(|id| seen.insert(*id)).cloned().collect()
}

/// Whether it is the entity's own word, or signed paper.
fn is_confirmed(snapshot: &Snapshot, node: EntityIx, tie: &Tie) -> bool {
    let Some(agreement) = tie.via.as_ref().and_then(|via| snapshot.node(&via.id)) else { return false };
    let record = snapshot.agreement_record(agreement);
    record.confirmed_by().any(|own| speaks(own.voice, node))
}

fn speaks(voice: Voice, node: EntityIx) -> bool {
    voice == Voice::AllSides || voice == Voice::Side(node)
}

/// "13 sister cities on record: 1 on two lists, 12 on one; none dated; none confirmed by Rochester. 1 match open."
pub(super) fn summary(profile: &Profile) -> String {
    let name = profile.entity.name.as_str();
    let mut said: Vec<String> = profile.rolled_up.iter().map(|rolled| rolled.sentence.clone()).collect();
    if let Some(spread) = &profile.agreements {
        said.push(record_in_words(spread, name));
        if spread.open_matches > 0 {
            said.push(say!("profile-open", n = spread.open_matches));
        }
    }
    let besides = listed(profile.ties.iter().filter_map(|group| besides(profile, group)));
    if !besides.is_empty() {
        said.push(if said.is_empty() {
            say!("profile-on-record", parts = besides)
        } else {
            say!("profile-besides", parts = besides)
        });
    }
    let on_file: u64 = profile.ties.iter().map(TieGroup::on_file).sum();
    if !said.is_empty() {
        return crate::report::sentences(said);
    }
    if on_file > 0 && profile.ties.len() == 1 {
        return say!("profile-none-placed", name = name, n = on_file);
    }
    say!("profile-none", name = name)
}

fn record_in_words(spread: &EvidenceSpread, name: &str) -> String {
    let EvidenceSpread { on_several: several, on_one: one, on_record: n, .. } = *spread;
    let evidence = match (several, one, spread.lists_alone) {
        (0, _, true) => say!("spread-of-one-list", n = one),
        (0, _, false) => say!("spread-of-one-source", n = one),
        (_, 0, true) => say!("spread-all-lists", several = several),
        (_, 0, false) => say!("spread-all-sources", several = several),
        (_, _, true) if spread.most == 2 => say!("spread-of-two-lists", several = several, one = one),
        (_, _, true) => say!("spread-of-lists", several = several, one = one),
        (_, _, false) => say!("spread-of-sources", several = several, one = one),
    };
    let what = if spread.sister_cities_alone {
        say!("sister-cities-on-record", n = n)
    } else {
        say!("agreements-on-record", n = n)
    };
    say!(
        "profile-record",
        what = what,
        spread = evidence,
        dated = spread.dated,
        confirmed = spread.confirmed,
        name = name
    )
}

/// What there is of one other kind: "11 networks"; `None`: nothing that holds or took place.
fn besides(profile: &Profile, group: &TieGroup) -> Option<String> {
    let n = group.figure.count.presumed;
    let past =
        group.by_state.iter().find(|count| count.state == TieState::Happened).map_or(0, |count| count.n);
    let is_network = profile.entity.kind == comity_model::EntityKind::Network;
    let words = match group.layer {
        Layer::Agreements if group.rows.iter().any(|tie| tie.via.is_some()) => return None,
        Layer::Agreements if n > 0 => say!("count-declarations", n = n),
        Layer::Networks if n > 0 && is_network => say!("count-network-ties", n = n),
        Layer::Networks if n > 0 => say!("count-networks", n = n),
        Layer::Events if past > 0 => say!("count-events", n = past),
        Layer::Offices if n > 0 => say!("count-offices", n = n),
        Layer::Acts if n > 0 => say!("count-acts", n = n),
        Layer::Acts if past > 0 => say!("count-past-acts", n = past),
        Layer::Programmes if n > 0 => say!("count-programmes", n = n),
        Layer::Backing if n > 0 => say!("count-backing", n = n),
        Layer::Posts if n > 0 => say!("count-posts", n = n),
        _ => return None,
    };
    Some(words)
}
