//! Who may change the register, and what a change leaves behind.

use axum::http::{StatusCode, header};

use crate::visitor::{TOKEN, Visitor, link_to};

const UNDO: &str = "by=Ana+B.&why=wrong+file";

#[tokio::test]
async fn a_person_at_this_machine_takes_a_batch_back() {
    let reader = Visitor::at_home().await;
    let done = reader.post("/changes/1/undo", UNDO, &[("origin", "http://127.0.0.1:8420")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert_eq!(done.header(&header::LOCATION), "/changes/2");
    assert!(done.header(&header::SET_COOKIE).starts_with("by=Ana%20B."));
    let page = reader.page("/changes/1").await;
    assert!(page.contains("taken back by"), "{page}");
    let again = reader.post("/changes/1/undo", UNDO, &[]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert_eq!(reader.json("/api/v1/claims").await["total"], 0);
    assert_ne!(reader.json("/api/v1/claims?known=batch:1").await["total"], 0);
}

#[tokio::test]
async fn strangers_may_not_write() {
    let stranger = Visitor::at_home().await.moved_away();
    assert_eq!(stranger.post("/changes/1/undo", UNDO, &[]).await.status, StatusCode::FORBIDDEN);
    let bearer = format!("Bearer {TOKEN}");
    let wrong = [("authorization", "Bearer open-sesamf")];
    assert_eq!(stranger.post("/changes/1/undo", UNDO, &wrong).await.status, StatusCode::FORBIDDEN);
    let right = [("authorization", bearer.as_str())];
    let done = stranger.post("/api/v1/changes/1/undo", UNDO, &right).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.text);
}

#[tokio::test]
async fn another_sites_form_is_refused() {
    let reader = Visitor::at_home().await;
    for strange in [
        [("origin", "https://evil.example"), ("accept", "*/*")],
        [("origin", "http://evil.example:8420"), ("host", "evil.example:8420")],
        [("x-forwarded-for", "203.0.113.9"), ("accept", "*/*")],
        [("origin", "null"), ("accept", "*/*")],
    ] {
        let reply = reader.post("/changes/1/undo", UNDO, &strange).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "{strange:?}");
    }
}

#[tokio::test]
async fn every_change_names_a_person_and_a_reason() {
    let reader = Visitor::at_home().await;
    let nobody = reader.post("/changes/1/undo", "by=+&why=x", &[]).await;
    assert_eq!(nobody.status, StatusCode::BAD_REQUEST);
    let silent = reader.post("/changes/1/undo", "by=ana&why=", &[]).await;
    assert_eq!(silent.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_decision_settles_what_was_waiting() {
    let reader = Visitor::at_home().await;
    let queue = reader.json("/api/v1/review").await;
    assert_eq!(queue["total"], 1);
    let page = reader.page("/review").await;
    let claim = link_to(&page, "/claims/").trim_start_matches("/claims/").to_owned();
    let form = "by=ana&slot=subject&entity=gn5134086&why=the+list+is+of+New+York";
    let done = reader.post(&format!("/review/{claim}"), form, &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert_eq!(reader.json("/api/v1/review").await["total"], 0);
    let settled = reader.page(done.header(&header::LOCATION)).await;
    assert!(settled.contains("decided by a person"), "{settled}");
    assert!(settled.contains("the list is of New York"));
    let unknown = reader.post(&format!("/review/{claim}"), "by=ana&slot=subject&entity=nowhere", &[]).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}
