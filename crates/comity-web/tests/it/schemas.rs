//! Every reply is what the API document says of its address; a field that is renamed or added fails here.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use comity_register::{Request, Target};
use serde_json::Value;

use crate::contract::Contract;
use crate::places;
use crate::visitor::{TOKEN, Visitor};

#[tokio::test]
async fn every_question_answers_its_example_as_promised() {
    let reader = Visitor::before_the_atlas().await;
    let contract = Contract::written_down();
    let questions = reader.json("/api/v1/ask").await;
    for question in questions["items"].as_array().unwrap() {
        let (id, href) = (question["id"].as_str().unwrap(), question["href"].as_str().unwrap());
        let answer = reader.json(&format!("/api/v1{href}")).await;
        contract.check(&format!("/ask/{id}"), "get", href, &answer);
    }
}

/// Addresses under `/api/v1` by the path that the document has of them.
const NOUNS: &[(&str, &[&str])] = &[
    ("/", &[""]),
    ("/explore", &["/explore", "/explore?entity=c40&limit=2"]),
    ("/explore/{file}", &["/explore/ties.json?entity=c40", "/explore/ties.json?at=2019"]),
    ("/map", &["/map?at=2019", "/map?entity=c40", "/map?layer=agreements&known=batch:1"]),
    ("/search", &["/search?q=rochester", "/search?q=new", "/search?q=rochester%20and%20japan"]),
    ("/suggest", &["/suggest?q=roch", "/suggest?q=rochester%20and%20japan", "/suggest?q=members"]),
    ("/entities", &["/entities?limit=3", "/entities?kind=agreement", "/entities?level=city&country=US"]),
    ("/networks", &["/networks"]),
    ("/entities/{id}", &["/entities/gn5128581", "/entities/c40?at=2010", "/entities/metropolis"]),
    ("/sources", &["/sources"]),
    ("/sources/{id}", &["/sources/twin-list", "/sources/city-paper?limit=1"]),
    ("/claims", &["/claims?limit=500", "/claims?entity=c40&limit=2", "/claims?source=cidob-note-302"]),
    (
        "/brief",
        &["/brief?of=gn5128581&with=japan", "/brief?of=gn5128581", "/brief?of=c40", "/brief?of=japan"],
    ),
    ("/compare", &["/compare?a=gn5128581&a=rochester", "/compare?a=c40&a=metropolis&a=japan", "/compare"]),
    ("/checked", &["/checked", "/checked?source=cidob-note-302-es"]),
    ("/ask", &["/ask"]),
    ("/ask/{question}/claims", &["/ask/members/claims?network=c40&under=/total&limit=5"]),
    ("/changes", &["/changes", "/changes?limit=1"]),
    ("/changes/{id}", &["/changes/1", "/changes/2?limit=500", "/changes/4", "/changes/5"]),
    ("/takedowns", &["/takedowns"]),
    ("/files", &["/files"]),
    ("/about", &["/about"]),
    ("/review", &["/review", "/review?q=rochester", "/review?source=city-paper"]),
    ("/review/set", &["/review/set?at_least=1"]),
    ("/review/duplicates", &["/review/duplicates", "/review/duplicates?kind=network"]),
];

/// In front of the atlas and a dozen places, with a decision, a batch that was taken back and a take-down.
async fn lived_in() -> Visitor {
    let reader = Visitor::before_the_atlas_with(places::a_dozen()).await;
    let claim = waiting(&reader).await;
    write(&reader, &format!("/review/{claim}"), "by=ana&slot=subject&decide=not&entity=gn5140405").await;
    write(&reader, "/changes/3/undo", "by=ana&why=a+slip").await;
    let request =
        Request { target: Target::Entity("hostile".parse().unwrap()), also: Vec::new(), namesakes: false };
    let at = "2026-05-05T10:00:00Z".parse().unwrap();
    reader.register().await.erase(&request, "asked for", "ben", &at).await.unwrap();
    reader
}

/// The claim whose subject waits for a check in the tests' world.
async fn waiting(reader: &Visitor) -> String {
    let check = reader.json("/api/v1/review?source=twin-list").await;
    check["item"]["claim"]["id"].as_str().unwrap().to_owned()
}

async fn write(reader: &Visitor, path: &str, form: &str) -> Value {
    let token = format!("Bearer {TOKEN}");
    let done = reader.post(&format!("/api/v1{path}"), form, &[("authorization", &token)]).await;
    assert_eq!(done.status, StatusCode::OK, "{path}: {}", done.text);
    serde_json::from_str(&done.text).unwrap()
}

#[tokio::test]
async fn every_noun_is_as_promised() {
    let reader = lived_in().await;
    let contract = Contract::written_down();
    for (path, url) in each(NOUNS) {
        contract.check(path, "get", url, &reader.json(&format!("/api/v1{url}")).await);
    }
    let claims = reader.json("/api/v1/claims?limit=500").await;
    let ids =
        claims["claims"]["items"].as_array().unwrap().iter().map(|file| file["held"]["id"].as_str().unwrap());
    for id in ids.step_by(20).chain([waiting(&reader).await.as_str()]) {
        let url = format!("/claims/{id}");
        contract.check("/claims/{id}", "get", &url, &reader.json(&format!("/api/v1{url}")).await);
    }
}

#[tokio::test]
async fn every_write_says_what_it_did_as_promised() {
    let reader = Visitor::at_home().await;
    let contract = Contract::written_down();
    let claim = waiting(&reader).await;
    for (path, url, form) in [
        ("/review/{id}", format!("/review/{claim}"), "by=ana&slot=subject&entity=gn5134086"),
        ("/review/undo", "/review/undo".to_owned(), "by=ana"),
        (
            "/review/set",
            "/review/set".to_owned(),
            &format!("by=ana&entity=gn5134086&each={claim}.subject%7Egn5134086"),
        ),
        (
            "/review/duplicates",
            "/review/duplicates".to_owned(),
            "by=ana&goes=hostile&stays=c40&sameness=distinct",
        ),
        ("/changes/{id}/undo", "/changes/1/undo".to_owned(), "by=ana&why=wrong+file"),
        ("/sessions/links", "/sessions/links".to_owned(), "name=Ben&scope=edit"),
    ] {
        contract.check(path, "post", &url, &write(&reader, &url, form).await);
    }
}

/// Addresses of the reconciliation service, by the path that the document has of them.
const SERVICE: &[(&str, &[&str])] = &[
    ("/reconcile", &["/reconcile", QUERIES, DATA]),
    ("/reconcile/suggest/entity", &["/reconcile/suggest/entity?prefix=roch&limit=1"]),
    ("/reconcile/suggest/type", &["/reconcile/suggest/type", "/reconcile/suggest/type?prefix=ci&limit=1"]),
    ("/reconcile/suggest/property", &["/reconcile/suggest/property?prefix=l"]),
    ("/reconcile/flyout/entity", &["/reconcile/flyout/entity?id=c40"]),
    ("/reconcile/flyout/type", &["/reconcile/flyout/type?id=city"]),
    ("/reconcile/flyout/property", &["/reconcile/flyout/property?id=country"]),
    ("/reconcile/properties", &["/reconcile/properties", "/reconcile/properties?type=city&limit=3"]),
];
/// One with candidates, one without, one refused.
const QUERIES: &str = "/reconcile?queries=%7B\
    %22a%22:%7B%22query%22:%22Rochester%22,%22type%22:%5B%22city%22,%22planet%22%5D%7D,\
    %22b%22:%7B%22query%22:%22Nowhere+at+all%22%7D,%22c%22:%7B%22limit%22:1%7D%7D";
/// Text, a number, degrees and a thing.
const DATA: &str = "/reconcile?extend=%7B%22ids%22:%5B%22gn5134086%22,%22c40%22%5D,%22properties%22:%5B\
    %7B%22id%22:%22country%22%7D,%7B%22id%22:%22lat%22%7D,\
    %7B%22id%22:%22population%22%7D,%7B%22id%22:%22name%22%7D%5D%7D";

#[tokio::test]
async fn every_reply_to_a_client_that_reconciles_is_as_promised() {
    let service = Visitor::before_bodies(Some(places::a_dozen())).await;
    let contract = Contract::written_down();
    for (path, url) in each(SERVICE) {
        contract.check(path, "get", url, &service.json(url).await);
    }
    for url in [QUERIES, DATA] {
        let (path, form) = url.split_once('?').unwrap();
        let reply = service.post(path, form, &[]).await;
        contract.check(path, "post", url, &serde_json::from_str(&reply.text).unwrap());
    }
}

fn each(table: &'static [(&str, &[&str])]) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.iter().flat_map(|(path, urls)| urls.iter().map(move |url| (*path, *url)))
}

/// An address that is not asked here is an address whose fields may be renamed unseen.
#[test]
fn every_address_is_held_to_its_promise() {
    let contract = Contract::written_down();
    let questions: Vec<String> =
        comity_answer::questions().iter().map(|question| format!("/ask/{}", question.id)).collect();
    let asked =
        each(NOUNS).chain(each(SERVICE)).map(|(path, _)| path).chain(questions.iter().map(String::as_str));
    let asked: BTreeSet<&str> = asked.chain(["/claims/{id}"]).collect();
    let unasked = contract.addresses().filter(|(path, method)| *method == "get" && !asked.contains(path));
    assert_eq!(unasked.collect::<Vec<_>>(), Vec::<(&str, &str)>::new());
}

#[tokio::test]
async fn no_schema_says_nothing() {
    let document = Visitor::at_home().await.json("/openapi.json").await;
    let mut empty = Vec::new();
    find_empty(&document, "", &mut empty);
    assert_eq!(empty, Vec::<String>::new());
    let names = document["components"]["schemas"].as_object().unwrap().keys();
    let twice: Vec<&String> =
        names.filter(|name| name.ends_with(|last: char| last.is_ascii_digit())).collect();
    assert_eq!(twice, Vec::<&String>::new(), "two types of one name");
}

/// Media types without a schema, and schemas that any value fits.
fn find_empty(value: &Value, place: &str, empty: &mut Vec<String>) {
    let above = place.rsplit('/').nth(1).unwrap_or_default();
    let is_schema =
        ["schema", "items", "additionalProperties"].iter().any(|key| place.ends_with(&format!("/{key}")));
    let says_nothing =
        value == &Value::Bool(true) || value.as_object().is_some_and(serde_json::Map::is_empty);
    if says_nothing && (is_schema || ["content", "properties"].contains(&above))
        || place.ends_with("/application~1json") && value["schema"].is_null()
    {
        empty.push(place.to_owned());
    }
    for (key, within) in value.as_object().into_iter().flatten() {
        find_empty(within, &format!("{place}/{}", key.replace('/', "~1")), empty);
    }
    for (at, within) in value.as_array().into_iter().flatten().enumerate() {
        find_empty(within, &format!("{place}/{at}"), empty);
    }
}
