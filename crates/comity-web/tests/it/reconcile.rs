//! The reconciliation service at its edges: no gazetteer, namesakes across kinds, limits, strangers.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use comity_web::Admission;
use serde_json::{Value, json};

use crate::places;
use crate::visitor::{Visitor, access, encoded, links, words};

async fn ask(service: &Visitor, queries: &str) -> (StatusCode, Value) {
    let form = encoded(queries);
    let reply = service.post("/reconcile", &format!("queries={form}"), &[]).await;
    (reply.status, serde_json::from_str(&reply.text).unwrap())
}

/// The answer to one query, beside another that can always be answered.
async fn one(service: &Visitor, query: Value) -> Value {
    let (status, mut reply) = ask(
        service,
        &json!({ "q": query, "other": { "query": "Eurocities", "type": "network" } }).to_string(),
    )
    .await;
    assert_eq!(status, StatusCode::OK, "{reply}");
    reply["q"].take()
}

fn ids(answer: &Value) -> Vec<&str> {
    answer["result"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn without_a_gazetteer_bodies_answer_and_places_are_refused() {
    let service = Visitor::before_bodies(None).await;
    let network = one(&service, json!({ "query": "c40 cities", "type": "network" })).await;
    assert_eq!((ids(&network), &network["decision"]), (vec!["c40"], &json!("match")));
    let untyped = one(&service, json!({ "query": "C40 Cities" })).await;
    assert_eq!(
        (ids(&untyped), &untyped["decision"]),
        (vec!["c40"], &json!("review")),
        "a place might be called so"
    );
    let on_file = one(&service, json!({ "query": "Rochester", "type": "city" })).await;
    assert_eq!((ids(&on_file), &on_file["decision"]), (vec!["gn5134086"], &json!("review")));
    let place = one(&service, json!({ "query": "Lyon", "type": "city" })).await;
    assert_eq!(place["error"]["status"], 503);
    let (status, problem) = ask(&service, r#"{"q0":{"query":"Lyon"},"q1":{"query":"Nice"}}"#).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(problem["detail"].as_str().unwrap().contains("no gazetteer"), "{problem}");
}

#[tokio::test]
async fn a_city_and_a_network_of_one_name_are_told_apart_by_type() {
    let service = Visitor::before_bodies(Some(places::a_dozen())).await;
    let both = one(&service, json!({ "query": "Metropolis" })).await;
    assert_eq!(both["decision"], "review", "{both}");
    let mut found = ids(&both);
    found.sort_unstable();
    assert_eq!(found, ["gn4244462", "metropolis"]);
    let network = one(&service, json!({ "query": "Metropolis", "type": "network" })).await;
    assert_eq!((ids(&network), &network["decision"]), (vec!["metropolis"], &json!("match")));
    let city = one(&service, json!({ "query": "Metropolis", "type": "city", "type_strict": "any", "properties": [{ "pid": "iso2", "v": "US" }] })).await;
    assert_eq!((ids(&city), &city["decision"]), (vec!["gn4244462"], &json!("match")));
}

#[tokio::test]
async fn types_bind_as_strictly_as_is_said() {
    let service = Visitor::before_bodies(Some(places::a_dozen())).await;
    let strict = |types: Value, how: &str| json!({ "query": "Singapore", "type": types, "type_strict": how });
    let all = one(&service, strict(json!(["city", "country"]), "all")).await;
    assert_eq!(ids(&all), ["gn1880252"]);
    let none = one(&service, strict(json!(["city", "state"]), "all")).await;
    assert_eq!((ids(&none), &none["decision"]), (vec![], &json!("none")));
    let should =
        one(&service, json!({ "query": "C40", "type": "organisation", "type_strict": "should" })).await;
    assert_eq!(
        (ids(&should), &should["decision"]),
        (vec!["c40"], &json!("review")),
        "shown, never the match"
    );
    let any = one(&service, json!({ "query": "C40", "type": "organisation", "type_strict": "any" })).await;
    assert_eq!(any["decision"], "none");
    let foreign =
        one(&service, json!({ "query": "C40", "type": "DifferentiatedPerson", "type_strict": "should" }))
            .await;
    assert_eq!((ids(&foreign), &foreign["decision"]), (vec!["c40"], &json!("review")));
    assert_eq!(foreign["notes"], json!(["there is no type `DifferentiatedPerson`; it was not used"]));
    let must =
        one(&service, json!({ "query": "C40", "type": "DifferentiatedPerson", "type_strict": "all" })).await;
    assert!(must["error"]["message"].as_str().unwrap().contains("there is no type"), "{must}");
}

#[tokio::test]
async fn identifiers_decide() {
    let service = Visitor::before_bodies(Some(places::a_dozen())).await;
    for query in [
        json!({ "query": "gn5134086" }),
        json!({ "query": "Q49218" }),
        json!({ "properties": [{ "pid": "geonames", "v": 5_134_086 }] }),
        json!({ "query": "the flour city", "properties": [{ "pid": "unlocode", "v": "USROC" }] }),
    ] {
        let found = one(&service, query.clone()).await;
        assert_eq!((ids(&found), &found["decision"]), (vec!["gn5134086"], &json!("match")), "{query}");
    }
    let merged = one(&service, json!({ "query": "old-c40" })).await;
    assert_eq!(ids(&merged), ["c40"]);
    let unknown = one(&service, json!({ "properties": [{ "pid": "wikidata", "v": "Q1" }] })).await;
    assert_eq!(unknown["decision"], "none");
}

#[tokio::test]
async fn evidence_that_is_not_used_is_said() {
    let service = Visitor::before_bodies(Some(places::a_dozen())).await;
    let query = json!({ "query": "Lyon", "properties": [
        { "pid": "country", "v": "France" }, { "pid": "point", "v": "-45.75,4.85" }, { "pid": "mayor", "v": "x" },
    ]});
    let found = one(&service, query).await;
    let notes: Vec<&str> =
        found["notes"].as_array().unwrap().iter().map(|note| note.as_str().unwrap()).collect();
    assert_eq!(notes[0], "`mayor` is no evidence and was not used");
    assert!(notes[1].contains("with a sign turned"), "{notes:?}");
    assert_eq!(found["decision"], "review", "the point speaks against it");
}

#[tokio::test]
async fn similar_names_of_bodies_wait_for_a_person() {
    let service = Visitor::before_bodies(Some(places::a_dozen())).await;
    let found = one(&service, json!({ "query": "Eurocites", "type": "network" })).await;
    assert_eq!((ids(&found), &found["decision"]), (vec!["eurocities"], &json!("review")));
    assert!(found["result"][0]["score"].as_f64().unwrap() < 50.0);
}

#[tokio::test]
async fn limits_are_named() {
    let service = Visitor::before_bodies(None).await;
    let many: Vec<String> = (0..101).map(|n| format!(r#""q{n}":{{"query":"x"}}"#)).collect();
    let (status, problem) = ask(&service, &format!("{{{}}}", many.join(","))).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(problem["detail"].as_str().unwrap().contains("at most 100"), "{problem}");
    let long = one(&service, json!({ "query": "x".repeat(501), "type": "network" })).await;
    assert_eq!(long["error"]["status"], 413);
    let heavy = service.post("/reconcile", &format!("queries={}", "x".repeat(1_100_000)), &[]).await;
    assert_eq!(heavy.status, StatusCode::PAYLOAD_TOO_LARGE);
    for (url, says) in [
        ("/reconcile/suggest/entity?prefix=a&limit=101", "1 to 100"),
        ("/reconcile/suggest/entity?prefix=a&cursor=-1", "0 to 2000"),
        ("/reconcile/suggest/entity?prefix=a&type=planet", "planet"),
        ("/reconcile/properties?type=planet", "planet"),
        ("/reconcile/flyout/type?id=planet", "planet"),
        ("/reconcile?queries=nonsense", "not a JSON object"),
        ("/reconcile?query=Lyon", "ended with version 0.1"),
        ("/reconcile?callback=alert", "JSONP"),
    ] {
        let reply = service.get(url).await;
        assert!(reply.status.is_client_error(), "{url}");
        assert_eq!(reply.header(&header::CONTENT_TYPE), "application/problem+json", "{url}");
        assert!(reply.text.contains(says), "{url}: {}", reply.text);
    }
    let wrong_form = service.post("/reconcile", "", &[]).await;
    assert!(wrong_form.text.contains("expected `queries` or `extend`"), "{}", wrong_form.text);
}

#[tokio::test]
async fn suggestions_come_in_stretches() {
    let service = Visitor::before_bodies(Some(places::a_dozen())).await;
    let first = service.json("/reconcile/suggest/entity?prefix=p&limit=1").await;
    assert_eq!(ids(&first), ["paris-agreement"], "one letter finds what is on file");
    let first = service.json("/reconcile/suggest/entity?prefix=paris&limit=2").await;
    assert_eq!((ids(&first), &first["cursor"]), (vec!["gn2988507", "gn4717560"], &json!(2)));
    let rest = service.json("/reconcile/suggest/entity?prefix=paris&limit=2&cursor=2").await;
    assert_eq!((ids(&rest), &rest["cursor"]), (vec!["paris-agreement"], &Value::Null));
    let typed = service.json("/reconcile/suggest/entity?prefix=paris&type=agreement").await;
    assert_eq!(ids(&typed), ["paris-agreement"]);
    let by_id = service.json("/reconcile/suggest/entity?prefix=gn2988507").await;
    assert_eq!(ids(&by_id), ["gn2988507"]);
}

#[tokio::test]
async fn any_site_may_ask_a_public_server_and_read_refusals() {
    let service = Visitor::let_in_by(Admission { public: true, ..access() }).await;
    let from = |method: Method, url: &str| {
        Request::builder().method(method).uri(url).header(header::ORIGIN, "https://lite.example")
    };
    let asks = from(Method::OPTIONS, "/reconcile")
        .header(header::ACCESS_CONTROL_REQUEST_METHOD, "POST")
        .header(header::ACCESS_CONTROL_REQUEST_HEADERS, "content-type");
    let allowed = service.send(asks.body(Body::empty()).unwrap()).await;
    assert!(allowed.header(&header::ACCESS_CONTROL_ALLOW_METHODS).contains("POST"));
    assert_eq!(allowed.header(&header::ACCESS_CONTROL_ALLOW_HEADERS), "*");
    for url in [
        "/reconcile/suggest/type",
        "/reconcile/preview/c40",
        "/reconcile/preview/nobody",
        "/reconcile?queries=x",
    ] {
        let reply = service.send(from(Method::GET, url).body(Body::empty()).unwrap()).await;
        assert_eq!(reply.header(&header::ACCESS_CONTROL_ALLOW_ORIGIN), "*", "{url}");
    }
}

#[tokio::test]
async fn a_browser_gets_a_page_and_a_program_the_manifest() {
    let service = Visitor::before_bodies(Some(places::a_dozen())).await;
    let browser = Request::get("/reconcile")
        .header(header::HOST, "localhost:8421")
        .header(header::ACCEPT, "text/html,application/xhtml+xml,*/*;q=0.8");
    let page = service.send(browser.body(Body::empty()).unwrap()).await;
    assert!(page.header(&header::CONTENT_TYPE).starts_with("text/html"));
    assert!(words(&page.text).contains("http://localhost:8421/reconcile"), "{}", page.text);
    assert!(links(&page.text).contains(&"/reconcile?format=json".to_owned()));
    let program = service.get("/reconcile").await;
    assert_eq!(program.header(&header::CONTENT_TYPE), "application/json");
    assert_eq!(program.header(&header::VARY), "accept, host");
}

#[tokio::test]
async fn a_view_leads_to_the_profile_or_says_what_the_gazetteer_knows() {
    let service = Visitor::before_bodies(Some(places::a_dozen())).await;
    let on_file = service.get("/reconcile/view/gn5134086").await;
    assert_eq!(
        (on_file.status, on_file.header(&header::LOCATION)),
        (StatusCode::SEE_OTHER, "/entities/gn5134086")
    );
    let listed = service.page("/reconcile/view/gn2996944").await;
    assert!(words(&listed).contains("nothing about its ties is on file"), "{listed}");
    let unknown = service.get("/reconcile/view/atlantis").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert!(unknown.header(&header::CONTENT_TYPE).starts_with("text/html"));
}

#[tokio::test]
async fn names_from_outside_stay_text_in_previews() {
    let service = Visitor::before_bodies(None).await;
    for url in ["/reconcile/preview/hostile", "/reconcile/preview/%3Cscript%3E"] {
        assert!(!service.get(url).await.text.contains("<script>"), "{url}");
    }
    let flyout = service.json("/reconcile/flyout/entity?id=hostile").await;
    assert!(!flyout["html"].as_str().unwrap().contains("<script>"), "{flyout}");
}

#[tokio::test]
async fn the_same_batch_gets_the_same_bytes() {
    let service = Visitor::before_bodies(Some(places::a_dozen())).await;
    let queries =
        "queries=%7B%22a%22%3A%7B%22query%22%3A%22Paris%22%7D%2C%22b%22%3A%7B%22query%22%3A%22C40%22%7D%7D";
    let posted = service.post("/reconcile", queries, &[]).await.text;
    let got = service.page(&format!("/reconcile?{queries}")).await;
    assert_eq!(posted, got);
    assert_eq!(posted, service.post("/reconcile", queries, &[]).await.text);
}
