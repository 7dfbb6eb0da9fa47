//! Small files whose every row has a known fate.

use comity_model::{Seq, Slot};
use comity_register::HeldClaim;

use crate::Desk;

pub(crate) async fn held(desk: &Desk) -> Vec<HeldClaim> {
    let head = desk.register.head().await.unwrap().seq;
    let source = desk.register.holdings(head).await.unwrap().sources.remove(0);
    desk.register.claims_of_source(&source.id, head, Seq(0), 100).await.unwrap()
}

fn reading(claim: &HeldClaim, slot: Slot) -> (Option<String>, String) {
    let reading = claim.readings.iter().find(|reading| reading.slot == slot).unwrap();
    (reading.entity.as_ref().map(ToString::to_string), reading.why.to_string())
}

#[tokio::test]
async fn a_row_is_accepted_or_waits_or_is_a_problem() {
    let desk = Desk::open().await;
    let file = "city1,country1,city2,country2\nRochester,New York\\, United States,Hamamatsu,Japan\n";
    let file = file.replace("New York\\, United States", "\"New York, United States\"");
    let file = file + "Xyzzyville,France,Hamamatsu,Japan\nLyon,France,,Germany\n";
    let report = desk.import("three.csv", file.as_bytes()).await;
    assert_eq!((report.accepted, report.to_review, report.problem_rows), (1, 1, 1));
    let held = held(&desk).await;
    assert_eq!(reading(&held[0], Slot::Subject).0.as_deref(), Some("gn5134086"));
    assert_eq!(reading(&held[1], Slot::Subject).0, None);
    assert!(held[1].waiting && !held[0].waiting);
}

#[tokio::test]
async fn the_reciprocal_row_settles_the_partners_country() {
    let desk = Desk::open().await;
    let file = "country,city,sister\nUnited States,\"Rochester, New York\",Würzburg\nGermany,Würzburg,\"Rochester, New York\"\n";
    let report = desk.import("both-ways.csv", file.as_bytes()).await;
    assert_eq!(report.accepted, 2, "{report:?}");
    let held = held(&desk).await;
    let (partner, why) = reading(&held[0], Slot::With(0));
    assert_eq!(partner.as_deref(), Some("gn2805615"));
    assert!(why.contains("the row that starts from the other end"), "{why}");
}

#[tokio::test]
async fn importing_again_adds_nothing() {
    let desk = Desk::open().await;
    let file = "city,country,C40,ICLEI\nVienna,Austria,1,1\nGraz,Austria,0,1\n".as_bytes();
    let first = desk.import("members.csv", file).await;
    assert_eq!((first.accepted, first.claims), (2, 3));
    let head = desk.register.head().await.unwrap();
    let second = desk.import("members.csv", file).await;
    assert_eq!(second.batch, None, "{:?}", second.added);
    assert_eq!(desk.register.head().await.unwrap(), head);
    assert!(desk.register.verify(None).await.unwrap().is_empty());
}
