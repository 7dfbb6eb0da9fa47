//! Small worlds and the record of a tie in them.

use comity_fixtures::small_world;
use comity_model::{EntityId, EntityKind, FuzzyDate, LinkKind, Window};
use comity_snapshot::Snapshot;
use comity_snapshot::record::{TieRecord, TieState};

pub(crate) fn snapshot(text: &str) -> Snapshot {
    Snapshot::new(small_world(text))
}

pub(crate) fn record(snapshot: &Snapshot, tie: &str) -> TieRecord {
    let node = |id: &str| snapshot.node(&EntityId::new(id).expect("an id")).expect("on file");
    match tie.split(' ').collect::<Vec<_>>().as_slice() {
        [act] if snapshot.entity(node(act)).kind == EntityKind::Act => snapshot.act_record(node(act)),
        [agreement] => snapshot.agreement_record(node(agreement)),
        [subject, kind, object] => snapshot.link_record(
            kind.parse::<LinkKind>().expect("a kind of link"),
            node(subject),
            node(object),
        ),
        other => panic!("{other:?} is no tie"),
    }
}

/// How it stands on a day.
pub(crate) fn state_on(record: &TieRecord, day: &str) -> TieState {
    let date: FuzzyDate = day.parse().expect("a date");
    record.on(Window { from: date.earliest(), to: date.latest() }).state
}
