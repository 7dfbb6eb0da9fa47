//! What waits for a person: its order, what is put off, what is like it, and what it does not mean.

use comity_model::{Claim, Decision, EntityId, Judge, Judgement, Reading, Record, Seq, Slot, Standing};
use comity_register::{Pending, PendingFilter, Place, Register};

use crate::open::on_both;
use crate::world::{commit, id, links, now, pair, polity, resolve, source, verdict};

fn judged(decision: Decision) -> Record {
    Record::Judgement(Judgement { judge: Judge::Person, decision, why: "seen".into() })
}

fn read(claim: &Claim, slot: Slot, entity: Option<&str>) -> Record {
    let reading = Reading { slot, entity: entity.map(id), score: 0, why: "".into() };
    judged(Decision::Resolve { claim: claim.id(), readings: vec![reading] })
}

fn not_meant(claim: &Claim, slot: Slot, entity: &str) -> Record {
    judged(Decision::NotMeant { claim: claim.id(), slot, entity: id(entity) })
}

/// `Lyon: Leipsic, …`: the mention that is asked about, in the order of the queue.
async fn queue(register: &Register, filter: &PendingFilter) -> Vec<String> {
    let known = register.head().await.unwrap().seq;
    let all = register.pending(known, filter, Place::default(), 100).await.unwrap();
    all.iter().map(asked).collect()
}

fn asked(pending: &Pending) -> String {
    let mentions = pending.claim.claim.mentions();
    let mention = mentions.iter().find(|(slot, _)| Some(*slot) == pending.slot);
    mention.map_or("the claim".to_owned(), |(_, mention)| mention.text.to_string())
}

/// Three pairs of which a machine could settle nothing but Lyon.
async fn three_pairs(register: &Register) -> [Claim; 3] {
    let claims =
        [pair("a", "Lyon", "Leipsic"), pair("a", "Rochester", "Leipsic"), pair("b", "Lyon", "Turin")];
    let readings = [["lyon", "?"], ["?", "?"], ["lyon", "?"]];
    let mut records = vec![source("a"), source("b"), polity("lyon"), polity("leipzig")];
    for (claim, readings) in claims.iter().zip(readings) {
        records.extend([Record::Claim(claim.clone()), resolve(Judge::Machine, claim, &readings)]);
    }
    commit(register, "2026-05-01T10:00:00Z", records).await;
    claims
}

#[test]
fn the_queue_is_in_order_and_ends_with_what_was_put_off() {
    on_both(async |register: Register| {
        let claims = three_pairs(&register).await;
        let all = PendingFilter::default();
        assert_eq!(queue(&register, &all).await, ["Leipsic", "Rochester", "Leipsic", "Turin"]);
        commit(&register, "2026-05-02T10:00:00Z", vec![read(&claims[1], Slot::Subject, None)]).await;
        assert_eq!(queue(&register, &all).await, ["Leipsic", "Leipsic", "Turin", "Rochester"]);
        let of_b = PendingFilter { source: Some("b".parse().unwrap()), ..PendingFilter::default() };
        assert_eq!(queue(&register, &of_b).await, ["Turin"]);
        let sure = PendingFilter { score: 901..1001, ..PendingFilter::default() };
        assert_eq!(queue(&register, &sure).await, Vec::<String>::new());

        let known = register.head().await.unwrap().seq;
        let last = register.pending(known, &all, Place::default(), 9).await.unwrap().pop().unwrap();
        assert!(last.place.deferred);
        assert_eq!(register.count_pending_before(known, &all, last.place).await.unwrap(), 3);
        let before = register.pending_before(known, &all, last.place, 1).await.unwrap();
        assert_eq!(before.iter().map(asked).collect::<Vec<_>>(), ["Turin"]);
        let counts = register.count_pending(known).await.unwrap();
        assert_eq!(counts.iter().map(|count| count.n).sum::<u64>(), 4);
        assert_eq!(counts.iter().filter(|count| count.deferred).map(|count| count.n).sum::<u64>(), 1);
        assert!(counts.iter().all(
            |count| (count.kind.as_str(), count.tenths) == ("polity", if count.deferred { 0 } else { 9 })
        ));
        assert_eq!(register.rebuild().await.unwrap(), register.dump_digest().await.unwrap());
    });
}

#[test]
fn what_a_source_says_twice_is_alike() {
    on_both(async |register: Register| {
        three_pairs(&register).await;
        let known = register.head().await.unwrap().seq;
        let all = register.pending(known, &PendingFilter::default(), Place::default(), 9).await.unwrap();
        assert_eq!(register.count_pending_alike(known, &all[0].alike).await.unwrap(), 2);
        let alike = register.pending_alike(known, &all[0].alike, 9).await.unwrap();
        assert_eq!(alike.iter().map(asked).collect::<Vec<_>>(), ["Leipsic", "Leipsic"]);
        assert_eq!(register.count_pending_alike(known, &all[3].alike).await.unwrap(), 1);

        let any = PendingFilter::default();
        let groups = register.pending_groups(known, &any, -1, 9).await.unwrap();
        assert_eq!(groups.iter().map(|group| group.n).collect::<Vec<_>>(), [2, 1, 1]);
        assert_eq!(groups[0].alike, all[0].alike);
        let later = register.pending_groups(known, &any, groups[0].at, 9).await.unwrap();
        assert_eq!(later, groups[1..]);
    });
}

#[test]
fn what_a_mention_does_not_mean_is_remembered() {
    on_both(async |register: Register| {
        let [claim, ..] = three_pairs(&register).await;
        let slot = Slot::With(0);
        commit(&register, "2026-05-02T10:00:00Z", vec![not_meant(&claim, slot, "leipzig")]).await;
        // A later reading of the machine, as a re-import with a better engine would bring it.
        let machine = resolve(Judge::Machine, &claim, &["lyon", "leipzig"]);
        commit(&register, "2026-05-03T10:00:00Z", vec![machine]).await;
        assert!(links(&now(&register).await).is_empty());
        let known = register.head().await.unwrap().seq;
        let held = register.pending_of_claim(known, claim.id()).await.unwrap().pop().unwrap().claim;
        assert_eq!(held.readings[1].not, [id("leipzig")]);
        assert_eq!(held.readings[1].entity, None::<EntityId>);

        // A person may think again, and once more.
        commit(&register, "2026-05-04T10:00:00Z", vec![read(&claim, slot, Some("leipzig"))]).await;
        assert_eq!(links(&now(&register).await).len(), 2);
        let again = commit(&register, "2026-05-05T10:00:00Z", vec![not_meant(&claim, slot, "leipzig")]).await;
        assert!(again.batch.is_some());
        assert!(links(&now(&register).await).is_empty());
        let same = commit(&register, "2026-05-06T10:00:00Z", vec![not_meant(&claim, slot, "leipzig")]).await;
        assert_eq!(same.batch, None);
        let at = "2026-05-07T10:00:00Z".parse().unwrap();
        register.undo(again.batch.unwrap(), "a slip", "ana", &at).await.unwrap();
        assert_eq!(links(&now(&register).await).len(), 2);
    });
}

#[test]
fn a_proposal_waits_as_a_whole_and_may_be_put_off() {
    on_both(async |register: Register| {
        let mut claim = pair("a", "Lyon", "Leipzig");
        claim.standing = Standing::Proposed;
        let records = vec![
            source("a"),
            polity("lyon"),
            polity("leipzig"),
            Record::Claim(claim.clone()),
            resolve(Judge::Machine, &claim, &["lyon", "leipzig"]),
        ];
        commit(&register, "2026-05-01T10:00:00Z", records).await;
        let all = PendingFilter::default();
        assert_eq!(queue(&register, &all).await, ["the claim"]);
        commit(&register, "2026-05-02T10:00:00Z", vec![verdict(claim.id(), Standing::Proposed)]).await;
        let known = register.head().await.unwrap().seq;
        assert!(register.pending_of_claim(known, claim.id()).await.unwrap()[0].place.deferred);
        commit(&register, "2026-05-03T10:00:00Z", vec![verdict(claim.id(), Standing::Accepted)]).await;
        assert_eq!(queue(&register, &all).await, Vec::<String>::new());
        assert_eq!(links(&now(&register).await).len(), 2);
    });
}

#[test]
fn the_last_decision_is_found_again_and_again() {
    on_both(async |register: Register| {
        let claims = three_pairs(&register).await;
        assert_eq!(register.last_decision("ana").await.unwrap(), None);
        let slot = Slot::With(0);
        for (claim, day) in claims.iter().zip(2..) {
            let at = format!("2026-05-0{day}T10:00:00Z");
            commit(&register, &at, vec![polity("leipzig"), read(claim, slot, Some("leipzig"))]).await;
        }
        let at = "2026-05-09T10:00:00Z".parse().unwrap();
        for batch in [4, 3, 2] {
            let last = register.last_decision("ana").await.unwrap().unwrap();
            assert_eq!(last.id.0, batch);
            register.undo(last.id, "", "ana", &at).await.unwrap();
        }
        assert_eq!(register.last_decision("ana").await.unwrap(), None);
        assert_eq!(queue(&register, &PendingFilter::default()).await.len(), 4);
        assert_eq!(register.verify(None).await.unwrap(), []);
        assert_eq!(
            register.pending(Seq(0), &PendingFilter::default(), Place::default(), 9).await.unwrap(),
            []
        );
    });
}
