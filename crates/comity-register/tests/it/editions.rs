//! Packaged records in a newer edition: what is new, changed or gone, and what their users wrote or decided since.

use comity_model::{Claim, Judge, Record, Standing};
use comity_register::{EditionPlan, NewBatch, Register};

use crate::open::on_both;
use crate::world::{id, links, now, pair, polity, resolve, source, verdict, without_place};

/// Packaged claims say themselves which places they mean.
fn tie(one: &str, other: &str) -> Claim {
    let mut claim = pair("atlas-list", one, other);
    for ((_, mention), name) in claim.mentions_mut().into_iter().zip([one, other]) {
        mention.id = Some(id(&name.to_lowercase()));
    }
    claim
}

fn first_edition() -> Vec<Record> {
    let claims = [tie("Lyon", "Leipzig"), tie("Lyon", "Turin")].map(Record::Claim);
    let places = ["lyon", "leipzig", "turin"].map(polity);
    [source("atlas-list"), source("atlas-note")].into_iter().chain(places).chain(claims).collect()
}

/// Whose word the list is, other words for one claim, another instead of the second, and a place more.
fn second_edition() -> Vec<Record> {
    let mut list = source("atlas-list");
    if let Record::Source(list) = &mut list {
        list.issuer = Some(id("lyon"));
    }
    let mut told = tie("Lyon", "Leipzig");
    told.words = "Lyon and Leipzig are twinned".into();
    let claims = [told, tie("Lyon", "Minsk")].map(Record::Claim);
    let places = ["lyon", "leipzig", "turin", "minsk"].map(polity);
    [list, source("atlas-note")].into_iter().chain(places).chain(claims).collect()
}

async fn take(register: &Register, title: &str, records: Vec<Record>) -> Option<comity_model::BatchId> {
    let at = "2026-05-01T10:00:00Z".parse().unwrap();
    let batch = NewBatch { title: title.to_owned(), by: "ana".to_owned(), at };
    register.commit(batch, records, &mut |_| {}).await.unwrap().batch
}

async fn plan(register: &Register, edition: Vec<Record>) -> EditionPlan {
    register.plan_edition("the atlas ", edition).await.unwrap()
}

/// Numbers only: new, changed, unchanged, withdrawn, kept, left.
fn counts(plan: &EditionPlan) -> [u64; 6] {
    let [new, changed] = [&plan.new, &plan.changed].map(|kinds| kinds.values().sum());
    [new, changed, plan.unchanged, plan.withdrawn, plan.kept, plan.left]
}

#[test]
fn a_new_edition_is_one_batch_that_can_be_taken_back() {
    on_both(async |register: Register| {
        assert_eq!(counts(&plan(&register, first_edition()).await), [7, 0, 0, 0, 0, 0], "an empty register");
        take(&register, "the atlas 1", first_edition()).await;
        let before = now(&register).await;
        let again = plan(&register, first_edition()).await;
        assert_eq!((counts(&again), again.records.len()), ([0, 0, 7, 0, 0, 0], 0));

        let renewal = plan(&register, second_edition()).await;
        assert_eq!(counts(&renewal), [2, 2, 4, 1, 0, 0]);
        assert_eq!(now(&register).await, before, "nothing was changed so far");
        let batch = take(&register, "the atlas 2", renewal.records).await.unwrap();
        let held = now(&register).await;
        assert_eq!(links(&held).len(), 4);
        assert!(links(&held).iter().all(|link| !link.contains("Turin")), "{:?}", links(&held));
        assert_eq!(held.sources[0].issuer, Some(id("lyon")));
        let renewed = plan(&register, second_edition()).await;
        assert_eq!((counts(&renewed), renewed.records.len()), ([0, 0, 8, 0, 0, 0], 0));

        let at = "2026-05-02T10:00:00Z".parse().unwrap();
        register.undo(batch, "", "ana", &at).await.unwrap();
        assert_eq!(without_place(now(&register).await), without_place(before));
        assert_eq!(register.verify(None).await.unwrap(), []);
    });
}

#[test]
fn what_others_wrote_or_decided_stands() {
    on_both(async |register: Register| {
        take(&register, "the atlas 1", first_edition()).await;
        let mut own = source("atlas-list");
        if let Record::Source(own) = &mut own {
            own.caveat = "as I have it".into();
        }
        let disputed = verdict(tie("Lyon", "Leipzig").id(), Standing::Disputed);
        let mine = Record::Claim(Claim { words: "mine too".into(), ..tie("Lyon", "Turin") });
        take(&register, "my corrections", vec![own, disputed, mine]).await;

        let renewal = plan(&register, second_edition()).await;
        assert_eq!(counts(&renewal), [2, 1, 4, 0, 2, 0], "my source and my claim are kept");
        take(&register, "the atlas 2", renewal.records).await;
        let held = now(&register).await;
        assert_eq!((held.sources[0].caveat.as_str(), held.disputes.len()), ("as I have it", 1));
        assert!(links(&held).iter().any(|link| link.contains("Turin")));
    });
}

/// An edition's own decision does not come back over that of a person who decided otherwise since.
#[test]
fn a_decision_of_the_edition_is_brought_once() {
    on_both(async |register: Register| {
        let claim = tie("Lyon", "Leipzig");
        let edition = || [first_edition(), vec![verdict(claim.id(), Standing::Disputed)]].concat();
        take(&register, "the atlas 1", edition()).await;
        take(&register, "mine", vec![verdict(claim.id(), Standing::Accepted)]).await;
        let renewal = plan(&register, edition()).await;
        assert_eq!((counts(&renewal), renewal.records.len()), ([0, 0, 8, 0, 0, 0], 0));
        assert!(now(&register).await.disputes.is_empty());
    });
}

#[test]
fn a_claim_that_was_gone_comes_back() {
    on_both(async |register: Register| {
        take(&register, "the atlas 1", first_edition()).await;
        let all = links(&now(&register).await);
        let fewer = || first_edition().into_iter().take(6).collect::<Vec<_>>();
        let gone = plan(&register, fewer()).await;
        assert_eq!(counts(&gone), [0, 0, 6, 1, 0, 0]);
        take(&register, "the atlas 2", gone.records).await;
        assert_eq!(links(&now(&register).await).len(), 2);
        assert_eq!(counts(&plan(&register, fewer()).await), [0, 0, 6, 0, 0, 0]);

        let back = plan(&register, first_edition()).await;
        assert_eq!(counts(&back), [0, 1, 6, 0, 0, 0]);
        take(&register, "the atlas 3", back.records).await;
        assert_eq!(links(&now(&register).await), all);
        assert_eq!(counts(&plan(&register, first_edition()).await), [0, 0, 7, 0, 0, 0]);
    });
}

/// Readings by hand are decisions on the claim, and outlive its other words.
#[test]
fn a_reading_by_hand_outlives_a_new_edition() {
    on_both(async |register: Register| {
        take(&register, "the atlas 1", first_edition()).await;
        let claim = tie("Lyon", "Leipzig");
        take(&register, "mine", vec![resolve(Judge::Person, &claim, &["lyon", "turin"])]).await;
        let renewal = plan(&register, second_edition()).await;
        take(&register, "the atlas 2", renewal.records).await;
        assert!(links(&now(&register).await).iter().any(|link| link.contains("Turin")));
    });
}
