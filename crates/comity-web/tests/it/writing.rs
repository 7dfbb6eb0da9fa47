//! What a change leaves behind, and taking it back.

use axum::http::{StatusCode, header};
use comity_model::{Decision, Judge, Judgement, Reading, Record, Slot};
use comity_register::NewBatch;
use comity_web::SessionScope;

use crate::places;
use crate::visitor::{TOKEN, Visitor};

const UNDO: &str = "why=wrong+file";

#[tokio::test]
async fn a_person_takes_a_batch_back() {
    let reader = Visitor::at_home().await.entered("Ana B.", SessionScope::Edit).await;
    let done = reader.post("/changes/1/undo", UNDO, &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert_eq!(done.header(&header::LOCATION), "/changes/2");
    let page = reader.page("/changes/1").await;
    let seen = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(seen.contains("undone by"), "{page}");
    assert_eq!(reader.json("/api/v1/changes/2").await["batch"]["by"], "Ana B.");
    let again = reader.post("/changes/1/undo", UNDO, &[]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert_eq!(reader.json("/api/v1/claims").await["total"], 0);
    assert_ne!(reader.json("/api/v1/claims?known=batch:1").await["total"], 0);
}

#[tokio::test]
async fn every_change_names_a_person_and_a_reason() {
    let program = Visitor::at_home().await;
    let token = format!("Bearer {TOKEN}");
    let token = [("authorization", token.as_str())];
    for (form, says) in [
        ("by=+&why=x", "every change names a person"),
        ("why=x", "every change names a person"),
        ("by=Comity&why=x", "kept for what no person did"),
        ("by=%D0%A1omity&why=x", "kept for what no person did"),
        ("by=An%E2%80%AEa&why=x", "U+202E"),
        ("by=ana&why=", "why it is taken back"),
    ] {
        let refused = program.post("/api/v1/changes/1/undo", form, &token).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{form}");
        assert!(refused.text.contains(says), "{form}: {}", refused.text);
    }
    let done = program.post("/api/v1/changes/1/undo", "by=+Zoe%CC%88+&why=x", &token).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.text);
    assert_eq!(program.json("/api/v1/changes/2").await["batch"]["by"], "Zo\u{eb}");
}

/// The one thing that waits in the tests' world: its claim's id.
async fn asked(reader: &Visitor) -> String {
    let check = reader.json("/api/v1/review").await;
    assert_eq!((&check["waiting"], &check["put_off"], &check["all"]), (&1.into(), &0.into(), &1.into()));
    let item = check["item"]["id"].as_str().unwrap().to_owned();
    item.strip_suffix(".subject").unwrap().to_owned()
}

#[tokio::test]
async fn a_decision_settles_what_was_waiting() {
    let reader = Visitor::at_home().await.entered("ana", SessionScope::Review).await;
    let claim = asked(&reader).await;
    let page = reader.page("/review").await;
    assert!(page.contains("Rochester &#60;i&#62; (United States) – Tokyo (Japan)"), "{page}");
    let form = "slot=subject&entity=gn5134086&why=the+list+is+of+New+York";
    let done = reader.post(&format!("/review/{claim}"), form, &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert_eq!(reader.json("/api/v1/review").await["all"], 0);
    let settled = reader.page(done.header(&header::LOCATION)).await;
    assert!(settled.contains("matched by a person"), "{settled}");
    assert!(settled.contains("the list is of New York"));
    let unknown = reader.post(&format!("/review/{claim}"), "slot=subject&entity=nowhere", &[]).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn each_decision_can_be_taken_back_by_whoever_took_it() {
    let reader = Visitor::at_home().await.entered("ana", SessionScope::Review).await;
    let claim = asked(&reader).await;
    let decide = format!("/review/{claim}");
    let next = "next=%2Freview%3Fsource%3Dtwin-list&stay=%2Freview%3Fsource%3Dtwin-list";
    for form in ["decide=unsure", "decide=not&entity=gn5134086", "decide=new&name=Rochester+Hills"] {
        let form = format!("slot=subject&{form}&{next}");
        let done = reader.post(&decide, &form, &[]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        assert_eq!(done.header(&header::LOCATION), "/review?source=twin-list");
    }
    assert_eq!(reader.json("/api/v1/review").await["all"], 0);
    let token = format!("Bearer {TOKEN}");
    let of_another = reader.post("/review/undo", "by=ben", &[("authorization", &token)]).await;
    assert_eq!(of_another.status, StatusCode::NOT_FOUND);
    for (put_off, not) in [(1, 1), (1, 0), (0, 0)] {
        let back = reader.post("/review/undo", next, &[]).await;
        let there = format!("/review?source=twin-list&item={claim}.subject");
        assert_eq!(back.header(&header::LOCATION), there, "{}", back.text);
        let check = reader.json("/api/v1/review").await;
        assert_eq!(check["put_off"], put_off);
        assert_eq!(check["item"]["not"].as_array().unwrap().len(), not);
    }
    assert_eq!(reader.post("/review/undo", "", &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_form_of_the_queue_leads_nowhere_else() {
    let reader = Visitor::at_home().await.entered("ana", SessionScope::Review).await;
    let claim = asked(&reader).await;
    let form = "slot=subject&decide=unsure&next=https%3A%2F%2Fevil.example%2Freview";
    let done = reader.post(&format!("/review/{claim}"), form, &[]).await;
    assert_eq!(done.header(&header::LOCATION), format!("/claims/{claim}"));
}

#[tokio::test]
async fn several_are_settled_together_only_as_they_were_shown() {
    let reader = Visitor::at_home().await.entered("ana", SessionScope::Review).await;
    let claim = asked(&reader).await;
    let page = reader.page(&format!("/review/set?item={claim}.subject&entity=gn5134086")).await;
    let each = format!("{claim}.subject~gn5134086");
    assert!(page.contains(&format!("value=\"{each}\"")), "{page}");
    assert_eq!(reader.post("/review/set", "", &[]).await.status, StatusCode::BAD_REQUEST);
    let form = format!("each={}&entity=gn5134086&next=/review", each.replace('~', "%7E"));
    let done = reader.post("/review/set", &form, &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert_eq!(reader.json("/api/v1/review").await["all"], 0);
    let again = reader.post("/review/set", &form, &[]).await;
    assert_eq!(again.status, StatusCode::CONFLICT, "{}", again.text);
    assert!(again.text.contains("1 of 1 are settled already"), "{}", again.text);
}

#[tokio::test]
async fn nothing_is_ticked_for_a_person() {
    let reader = Visitor::at_home().await.entered("ana", SessionScope::Review).await;
    let claim = asked(&reader).await;
    let page = reader.page(&format!("/review/set?item={claim}.subject&entity=gn5134086")).await;
    assert!(page.contains("type=\"checkbox\" name=\"each\""), "{page}");
    assert!(!page.contains("checked"), "{page}");
}

/// Two rows of one list with the same words, and one whose words put the place elsewhere; none was settled.
fn open_rows() -> Vec<Record> {
    let source = r#"{"record":"source","id":"towns","kind":"third-party-list","title":"Towns"}"#;
    let mut records = vec![Record::from_line(source).unwrap()];
    for (row, place) in [
        (1, r#"{"text":"Hamamatsu","country":"Japan"}"#),
        (2, r#"{"text":"Hamamatsu","country":"Japan"}"#),
        (3, r#"{"text":"Lyon","admin":"Texas","country":"France"}"#),
    ] {
        let member = format!(r#"{{"subject":{place},"kind":"member","object":{{"text":"C40","id":"c40"}}}}"#);
        let line = format!(
            r#"{{"record":"claim","source":"towns","locator":"row {row}","shape":{{"link":{member}}}}}"#
        );
        let record = Record::from_line(&line).unwrap();
        let Record::Claim(claim) = &record else { unreachable!("the line is a claim") };
        let reading = Reading { slot: Slot::Subject, entity: None, score: 980, why: "open".into() };
        let decision = Decision::Resolve { claim: claim.id(), readings: vec![reading] };
        let judgement = Judgement { judge: Judge::Machine, decision, why: "read".into() };
        records.extend([record, Record::Judgement(judgement)]);
    }
    records
}

#[tokio::test]
async fn a_row_is_a_written_name_and_nothing_is_offered_that_a_reason_speaks_against() {
    let reader = Visitor::before_the_atlas_with(places::a_dozen()).await;
    let at = "2026-05-05T10:00:00Z".parse().unwrap();
    let batch = NewBatch { title: "towns.csv".to_owned(), by: "ana".to_owned(), at };
    reader.register().await.commit(batch, open_rows(), &mut |_| ()).await.unwrap();
    let reader = reader.entered("ana", SessionScope::Review).await;
    let address = "/api/v1/review/set?source=towns&at_least=50";
    let set = reader.json(address).await;
    let rows = set["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 1, "{set}");
    assert_eq!(
        (&rows[0]["written"], &rows[0]["meaning"]["id"]),
        (&"Hamamatsu (Japan)".into(), &"gn1863289".into())
    );
    assert_eq!((rows[0]["items"].as_array().unwrap().len(), &set["held_back"]), (2, &1.into()));
    let ids: Vec<&str> =
        rows[0]["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect();
    let form = format!("each={}%7Egn1863289", ids.join("%2C"));
    let done = reader.post("/review/set", &form, &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert_eq!(reader.json(address).await["rows"].as_array().unwrap().len(), 0);
}

#[tokio::test]
async fn what_the_page_did_not_show_is_not_settled() {
    let reader = Visitor::at_home().await.entered("ana", SessionScope::Review).await;
    let claim = asked(&reader).await;
    let each = format!("each={claim}.subject%7E");
    for (form, status) in [
        (format!("{each}gn5128581"), StatusCode::CONFLICT),
        (format!("{each}gn5134086&entity=gn5128581"), StatusCode::CONFLICT),
        ([format!("{each}gn5134086").as_str(); 51].join("&"), StatusCode::BAD_REQUEST),
    ] {
        let refused = reader.post("/review/set", &form, &[]).await;
        assert_eq!(refused.status, status, "{form}: {}", refused.text);
    }
    assert_eq!(reader.json("/api/v1/review").await["all"], 1);
}

#[tokio::test]
async fn the_queue_is_narrowed_in_its_address() {
    let reader = Visitor::at_home().await.entered("ana", SessionScope::Review).await;
    let narrowed = reader.json("/api/v1/review?source=city-paper").await;
    assert_eq!((&narrowed["waiting"], &narrowed["all"]), (&0.into(), &1.into()));
    let countries = &reader.json("/api/v1/review?kind=polity").await["facets"][2]["values"];
    assert_eq!((&countries[0]["title"], &countries[0]["n"]), (&"United States".into(), &1.into()));
    assert_eq!(reader.get("/review?band=sure").await.status, StatusCode::BAD_REQUEST);
    assert_eq!(reader.get("/review?item=nothing").await.status, StatusCode::BAD_REQUEST);
}
