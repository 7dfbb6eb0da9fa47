//! The other claims on what a claim speaks of: the page of a claim and `conflicts` mean the same by it.

use comity_answer::{Answer, CachedSnapshot, claims_on_same_subject};
use comity_fixtures::small_world;
use comity_model::{ClaimId, Holdings, Mention, Shape};

use crate::answer;

const COUNTS: &str = r#"
    network c40 "C40 Cities"
    source paper press 2020 "The paper"
    source list official-list 2020 "The list"
    count 96 cities 2020 per paper link=member object.entity=c40 wording="members of C40"
    count 40 cities 2020 per list link=member object.entity=c40 wording="cities in it"
    count 7 countries 2020 per list link=member counting=hosts object.entity=c40 wording="countries of C40"
"#;

/// The list writes the network otherwise, and means the same one.
fn written_otherwise(mut holdings: Holdings) -> Holdings {
    let list = holdings
        .statements
        .iter_mut()
        .find(|one| one.claim.source.as_str() == "list")
        .expect("a claim of the list");
    let Shape::Count { scope, .. } = &mut list.claim.shape else { panic!("the list counts") };
    let id = scope.object.entity.as_ref().and_then(|mention| mention.id.clone()).expect("an id");
    scope.object.entity = Some(Mention::named("Cities C40").known_as(id));
    holdings
}

/// The claims of one disagreement, ascending.
fn in_conflict(snapshot: &CachedSnapshot) -> Vec<ClaimId> {
    let Answer::Conflicts(found) = answer(snapshot, "conflicts") else { panic!("conflicts has its answer") };
    let [one] = found.tensions.as_slice() else { panic!("{} tensions", found.tensions.len()) };
    let mut claims: Vec<ClaimId> =
        one.sides.iter().flat_map(|side| &side.evidence).map(|evidence| evidence.claim).collect();
    claims.sort_unstable();
    claims
}

#[test]
fn what_a_source_calls_it_does_not_matter() {
    let snapshot = CachedSnapshot::new(written_otherwise(small_world(COUNTS)));
    let claims = in_conflict(&snapshot);
    let [one, other] = claims.as_slice() else { panic!("{claims:?}") };
    assert_eq!(claims_on_same_subject(&snapshot, *one), [*other]);
    assert_eq!(claims_on_same_subject(&snapshot, *other), [*one]);
}

#[test]
fn a_link_an_attribute_and_nothing() {
    let snapshot = CachedSnapshot::new(small_world(
        r#"
        city lyon
        city leipzig
        city turin
        network c40
        source list official-list 2020 "The list"
        source paper press 2021 "The paper"
        lyon — leipzig 1981/.. per list
        lyon — leipzig 1984/.. per paper
        lyon — turin 1981/.. per list
        attribute c40 founded 2005 per list
        attribute c40 founded 2006 per paper
        attribute c40 purpose talk per paper
    "#,
    ));
    let beside = |claim| claims_on_same_subject(&snapshot, claim).len();
    let mut links: Vec<usize> = snapshot.links().iter().map(|link| beside(link.claim)).collect();
    links.sort_unstable();
    assert_eq!(links, [0, 0, 1, 1, 1, 1], "two ends of the tie with Turin, and of the one that two tell of");
    let statements: Vec<usize> = snapshot.statements().iter().map(|one| beside(one.id)).collect();
    assert_eq!(statements.iter().sum::<usize>(), 2);
    assert_eq!(beside(ClaimId::of(&[b"nothing on file"])), 0);
}
