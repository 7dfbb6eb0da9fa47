//! A snapshot out of its file is the one that was made, and a file that is not whole is noticed.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use comity_fixtures::{atlas, small_world};
use comity_model::{EntityId, Holdings, LinkKind, Seq};
use comity_snapshot::{BadSnapshotFile, Snapshot, SnapshotKey, fold};

fn key(holdings: &Holdings) -> SnapshotKey {
    SnapshotKey {
        program: "this one".to_owned(),
        known: holdings.known,
        head: holdings.head.clone(),
        remade: 0,
    }
}

#[track_caller]
fn check(holdings: Holdings) {
    let key = key(&holdings);
    let made = Snapshot::new(holdings);
    let file = made.to_file(&key);
    let opened = Snapshot::open_file(file.clone(), |of| *of == key).unwrap();
    assert!(opened.links().iter().eq(made.links()));
    assert!(opened.entities().iter().eq(made.entities()));
    assert!(opened.statements().iter().eq(made.statements()));
    assert!(opened.open().iter().eq(made.open()));
    assert_eq!(opened.sources(), made.sources());
    assert_eq!((opened.claims(), opened.known(), opened.head()), (made.claims(), made.known(), made.head()));
    for node in made.nodes() {
        let entity = made.entity(node);
        assert_eq!(opened.node(&entity.id), Some(node));
        assert!(opened.outgoing(node).eq(made.outgoing(node)));
        assert!(opened.incoming(node).eq(made.incoming(node)));
        assert!(opened.statements_about(node).eq(made.statements_about(node)));
        assert_eq!(opened.ancestors(node), made.ancestors(node));
        assert_eq!((opened.ties(node), opened.open_about(node)), (made.ties(node), made.open_about(node)));
        let name = fold(&entity.name);
        assert!(opened.bearers(&name).eq(made.bearers(&name)));
    }
    assert!(opened.folded_names().eq(made.folded_names()));
    assert_eq!(opened.node(&EntityId::new("nobody-at-all").unwrap()), None);
    // Whatever else lies in it: read back and put again, it is the same bytes.
    assert!(opened.to_file(&key) == file, "a row is not taken as it was put");
}

#[test]
fn what_is_opened_is_what_was_made() {
    check(Holdings::default());
    check(Holdings { known: Seq(7), head: "7e".to_owned(), ..small_world(WORLD) });
    check(atlas());
}

const WORLD: &str = "
    nation france
    city lyon in france
    city leipzig
    network c40
    source city-of-leipzig official-list 2024
    lyon — leipzig 1981/.. per city-of-leipzig
    lyon member c40 2005 per city-of-leipzig
";

#[test]
fn who_asks_for_links_of_one_kind_reads_no_others() {
    let (holdings, few) = (atlas(), LinkKind::Succeeds);
    let key = key(&holdings);
    let made = Snapshot::new(holdings);
    let file = made.to_file(&key);
    let [one, all] = [(), ()].map(|()| Snapshot::open_file(file.clone(), |of| *of == key).unwrap());
    let pairs = |of: &Snapshot| of.facts(few).into_iter().map(|(ends, _)| ends).collect::<Vec<_>>();
    assert_eq!(pairs(&one), pairs(&made));
    assert_eq!(all.all_links().filter(|(link, _, _)| link.kind == few).count() > 0, !pairs(&one).is_empty());
    assert!(one.bytes() < all.bytes(), "{} bytes are read, of all {}", one.bytes(), all.bytes());
}

#[test]
fn every_byte_counts() {
    let holdings = small_world(WORLD);
    let key = key(&holdings);
    let file = Snapshot::new(holdings).to_file(&key);
    for place in 0..file.len() {
        let mut damaged = file.clone();
        damaged[place] ^= 0x10;
        assert!(Snapshot::open_file(damaged, |of| *of == key).is_err(), "byte {place} of {}", file.len());
    }
    for len in [0, 1, 11, 15, 40, file.len() / 2, file.len() - 1] {
        assert!(Snapshot::open_file(file[..len].to_vec(), |of| *of == key).is_err(), "the first {len} bytes");
    }
    let longer = [file.as_slice(), b"x"].concat();
    assert!(Snapshot::open_file(longer, |of| *of == key).is_err());
}

#[test]
fn a_file_of_another_state_is_told_from_a_damaged_one() {
    let holdings = small_world(WORLD);
    let key = key(&holdings);
    let file = Snapshot::new(holdings).to_file(&key);
    let others = [
        SnapshotKey { program: "a newer one".to_owned(), ..key.clone() },
        SnapshotKey { known: Seq(key.known.0 + 1), ..key.clone() },
        SnapshotKey { head: "ff".to_owned(), ..key.clone() },
        SnapshotKey { remade: 1, ..key.clone() },
    ];
    for other in others {
        assert_eq!(
            Snapshot::open_file(file.clone(), |of| *of == other).unwrap_err(),
            BadSnapshotFile::OtherState
        );
    }
    let foreign = Snapshot::open_file(b"SQLite format 3".to_vec(), |of| *of == key).unwrap_err();
    assert_eq!(foreign, BadSnapshotFile::Foreign);
}
