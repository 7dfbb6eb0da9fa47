//! Who may change the register, and who may read it from where.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use comity_web::{Admission, Hosts, SessionScope};

use crate::visitor::{TOKEN, Visitor, access, links, words};

const UNDO: &str = "by=Ana+B.&why=wrong+file";

#[tokio::test]
async fn coming_from_this_machine_proves_nothing() {
    let relayed = Visitor::at_home().await;
    for url in
        ["/changes/1/undo", "/api/v1/changes/1/undo", "/review/undo", "/review/set", "/review/duplicates"]
    {
        let refused = relayed.post(url, UNDO, &[]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{url}: {}", refused.text);
        assert!(words(&refused.text).contains("the link that"), "{}", refused.text);
    }
    assert_eq!(relayed.json("/api/v1/changes").await["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn the_token_must_be_whole() {
    let stranger = Visitor::at_home().await.moved_away();
    for wrong in ["Bearer open-sesamf", "Bearer open-sesam", "Bearer ", "Basic open-sesame", "open-sesame"] {
        let refused = stranger.post("/changes/1/undo", UNDO, &[("authorization", wrong)]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{wrong}");
    }
    let right = format!("Bearer {TOKEN}");
    let done = stranger.post("/api/v1/changes/1/undo", UNDO, &[("authorization", &right)]).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.text);
    let nobody_has_one = Visitor::let_in_by(Admission { admin_token: String::new(), ..access() }).await;
    let refused = nobody_has_one.post("/changes/1/undo", UNDO, &[("authorization", "Bearer ")]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_link_opens_one_session_and_looking_at_it_none() {
    let reader = Visitor::at_home().await;
    let link = reader.link("Ana B.", SessionScope::Review);
    for _ in 0..3 {
        let looked = reader.get(&link).await;
        assert_eq!(looked.status, StatusCode::OK);
        assert_eq!(
            (looked.header(&header::CACHE_CONTROL), looked.header(&header::SET_COOKIE)),
            ("no-store", "")
        );
    }
    let strange = reader.post(&link, "", &[("origin", "https://evil.example")]).await;
    assert_eq!(strange.status, StatusCode::FORBIDDEN);
    let opened = reader.post(&link, "", &[]).await;
    let cookie = opened.header(&header::SET_COOKIE);
    assert!(
        cookie.starts_with("comity-8420=") && !cookie.contains(link.strip_prefix("/enter/").unwrap()),
        "{cookie}"
    );
    assert!(cookie.ends_with("; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict"), "{cookie}");
    for used in [reader.get(&link).await, reader.post(&link, "", &[]).await, reader.get("/enter/0").await] {
        assert_eq!(used.status, StatusCode::GONE, "{}", used.text);
    }
}

#[tokio::test]
async fn a_session_over_https_stays_there() {
    let named = Hosts::new("127.0.0.1:8420".parse().unwrap(), vec!["comity.example".parse().unwrap()]);
    let reader = Visitor::let_in_by(Admission { hosts: named, ..access() }).await;
    let link = reader.link("ana", SessionScope::Review);
    let opened = reader.post(&link, "", &[("origin", "https://comity.example")]).await;
    assert!(opened.header(&header::SET_COOKIE).ends_with("; Secure"), "{}", opened.text);
}

#[tokio::test]
async fn a_session_writes_under_its_name_until_it_is_left() {
    let ana = Visitor::at_home().await.entered("Ana B.", SessionScope::Edit).await;
    let page = ana.page("/changes/1").await;
    assert!(page.contains("It is recorded with your name: Ana B."), "{page}");
    let other_name = ana.post("/changes/1/undo", "by=Ben&why=x", &[]).await;
    assert_eq!(other_name.status, StatusCode::BAD_REQUEST);
    assert!(
        words(&other_name.text).contains("writes as Ana B. and under no other name"),
        "{}",
        other_name.text
    );
    let left = ana.post("/leave", "", &[]).await;
    assert!(left.header(&header::SET_COOKIE).starts_with("comity-8420=; Path=/; Max-Age=0"));
    assert_eq!(ana.post("/changes/1/undo", UNDO, &[]).await.status, StatusCode::FORBIDDEN);
    assert!(!ana.page("/changes/1").await.contains("Ana B."));
}

#[tokio::test]
async fn another_sites_form_is_refused() {
    let ana = Visitor::at_home().await.entered("Ana B.", SessionScope::Edit).await;
    for strange in [
        [("origin", "https://evil.example"), ("accept", "*/*")],
        [("origin", "http://127.0.0.1:3333"), ("accept", "*/*")],
        [("origin", "null"), ("accept", "*/*")],
        [("origin", "http://127.0.0.1:8420"), ("sec-fetch-site", "cross-site")],
        [("origin", "http://127.0.0.1:8420"), ("sec-fetch-site", "same-site")],
    ] {
        let reply = ana.post("/changes/1/undo", UNDO, &strange).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "{strange:?}");
    }
    let unsaid = Request::post("/changes/1/undo").header(header::HOST, "127.0.0.1:8420");
    let unsaid = unsaid.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    assert_eq!(ana.send(unsaid.body(Body::from(UNDO)).unwrap()).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_link_reaches_as_far_as_it_says() {
    let ana = Visitor::at_home().await.entered("Ana B.", SessionScope::Review).await;
    let page = words(&ana.page("/changes/1").await);
    assert!(page.contains("Your link is for matching only."), "{page}");
    let refused = ana.post("/changes/1/undo", UNDO, &[]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(words(&refused.text).contains("the scope edit"), "{}", refused.text);
    let form = "name=Ben&scope=edit";
    assert_eq!(ana.post("/api/v1/sessions/links", form, &[]).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_holder_of_the_token_gives_links() {
    let admin = Visitor::at_home().await;
    let token = format!("Bearer {TOKEN}");
    let token = [("authorization", token.as_str())];
    let given = admin.post("/api/v1/sessions/links", "name=Ben+C.&scope=edit&hours=2", &token).await;
    let link: serde_json::Value = serde_json::from_str(&given.text).unwrap();
    assert_eq!((&link["name"], &link["scope"]), (&"Ben C.".into(), &"edit".into()));
    let path = link["link"].as_str().unwrap().strip_prefix("http://127.0.0.1:8420").unwrap();
    assert!(admin.page(path).await.contains("Go on as Ben C.?"));
    for (form, field) in [
        ("name=Comity&scope=edit", "name"),
        ("name=Ben&scope=admin", "scope"),
        ("name=Ben&scope=edit&hours=0", "hours"),
        ("name=Ben&scope=edit&hours=1000", "hours"),
    ] {
        let refused = admin.post("/api/v1/sessions/links", form, &token).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{form}");
        assert!(refused.text.contains(&format!("\"detail\":\"{field}: ")), "{}", refused.text);
    }
    assert_eq!(
        admin.post("/api/v1/sessions/links", "name=Ben&scope=edit", &[]).await.status,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn whoever_trusts_this_machine_says_so() {
    let trusting = || Admission { trusted_loopback: "Ana B.".parse().ok(), ..access() };
    let reader = Visitor::let_in_by(trusting()).await;
    for passed_on in ["x-forwarded-for", "x-real-ip", "forwarded", "via"] {
        let reply = reader.post("/changes/1/undo", "why=x", &[(passed_on, "203.0.113.9")]).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "{passed_on}");
    }
    let done = reader.post("/changes/1/undo", "why=x", &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert_eq!(reader.json("/api/v1/changes/2").await["batch"]["by"], "Ana B.");
    let away = Visitor::let_in_by(trusting()).await.moved_away();
    assert_eq!(away.post("/changes/1/undo", "why=x", &[]).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn pages_say_whether_one_may_decide() {
    let reader = Visitor::at_home().await;
    let check = reader.json("/api/v1/review").await;
    let claim = check["item"]["id"].as_str().unwrap().split('.').next().unwrap();
    let set = format!("/review/set?item={claim}.subject&entity=gn5134086");
    for page in ["/review", &set, "/changes/1", &format!("/claims/{claim}")] {
        let text = reader.page(page).await;
        assert!(text.contains("<code>comity serve</code> printed"), "{page}: {text}");
        assert!(!text.contains("name=\"by\""), "{page}: {text}");
    }
    let reader = reader.entered("Ana B.", SessionScope::Review).await;
    let text = reader.page("/review").await;
    assert!(text.contains("Your name, shown with your decisions: <strong>Ana B.</strong>"), "{text}");
    assert!(text.contains("action=\"/leave\""), "{text}");
}

#[tokio::test]
async fn a_strange_name_for_this_server_is_not_answered() {
    let reader = Visitor::at_home().await;
    let by =
        |host: &str, url: &str| Request::get(url).header(header::HOST, host).body(Body::empty()).unwrap();
    for own in ["127.0.0.1:8420", "localhost:8420", "[::1]:8420"] {
        assert_eq!(reader.send(by(own, "/sources")).await.status, StatusCode::OK, "{own}");
    }
    for url in ["/sources", "/api/v1/sources", "/reconcile", "/static/site.css", "/enter/0"] {
        let refused = reader.send(by("evil.example:8420", url)).await;
        assert_eq!(refused.status, StatusCode::MISDIRECTED_REQUEST, "{url}");
        assert!(words(&refused.text).contains("--host evil.example"), "{}", refused.text);
    }
    assert_eq!(reader.send(by("10.0.0.7", "/healthz")).await.status, StatusCode::OK);
    let absolute = Request::get("http://evil.example/sources").header(header::HOST, "localhost");
    let absolute = reader.send(absolute.body(Body::empty()).unwrap()).await;
    assert_eq!(absolute.status, StatusCode::MISDIRECTED_REQUEST);
}

#[tokio::test]
async fn other_sites_may_read_what_is_public() {
    let from = |origin: &str, url: &str| {
        Request::get(url).header(header::ORIGIN, origin).body(Body::empty()).unwrap()
    };
    let home = Visitor::at_home().await;
    let public = Visitor::let_in_by(Admission { public: true, ..access() }).await;
    for (reader, url, origin, allowed) in [
        (&home, "/api/v1/sources", "https://lite.example", ""),
        (&home, "/api/v1/sources", "http://localhost:3333", "http://localhost:3333"),
        (&home, "/api/v1/sources", "http://localhost.evil.example", ""),
        (&home, "/reconcile/suggest/type", "https://lite.example", ""),
        (&public, "/api/v1/sources", "https://lite.example", "*"),
        (&public, "/reconcile/suggest/type", "https://lite.example", "*"),
        (&public, "/sources", "https://lite.example", ""),
    ] {
        let reply = reader.send(from(origin, url)).await;
        assert_eq!(reply.header(&header::ACCESS_CONTROL_ALLOW_ORIGIN), allowed, "{url} from {origin}");
    }
}

#[tokio::test]
async fn under_a_path_of_its_own_every_link_leads_back() {
    let named =
        Hosts::new("127.0.0.1:8420".parse().unwrap(), vec!["https://city.example/atlas".parse().unwrap()]);
    let reader = Visitor::let_in_by(Admission { hosts: named, ..access() }).await;
    for front in ["/atlas", "/atlas/", "/"] {
        let page = reader.page(front).await;
        assert!(page.contains("<html data-mount=\"/atlas\" "), "{front}");
        let led = links(&page);
        let own: Vec<&String> = led.iter().filter(|link| link.starts_with('/')).collect();
        assert!(own.len() > 10 && own.iter().all(|link| link.starts_with("/atlas/")), "{front}: {own:?}");
        for link in own {
            assert!(!reader.get(link).await.text.contains("There is no page"), "{link}");
        }
    }
    let merged = reader.get("/atlas/leave").await;
    assert_eq!(merged.status, StatusCode::METHOD_NOT_ALLOWED);
    let manifest = reader.json("/atlas/reconcile").await;
    let seen = manifest["view"]["url"].as_str().unwrap();
    assert!(seen.contains("/atlas/reconcile/view/"), "{seen}");
    let left = reader.post("/atlas/leave", "", &[("origin", "https://city.example")]).await;
    assert_eq!((left.status, left.header(&header::LOCATION)), (StatusCode::SEE_OTHER, "/atlas/"));
}
