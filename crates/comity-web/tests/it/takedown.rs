//! Somebody who was taken down is in no reply, whatever address and whatever moment is asked for.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use comity_model::{Record, Seq};
use comity_register::{NewBatch, Request, Target};

use crate::visitor::{Visitor, links};

/// Somebody who chairs a network, and whose name is in a title, a reason and a claim of their own.
const PERSON: &str = r#"{"record":"source","id":"letter","kind":"press","title":"A letter by Zyxo Markerová"}
{"record":"entity","id":"zyxo-markerova","kind":"person","name":"Zyxo Markerová","about":"once a mayor"}
{"record":"entity","id":"tests-network","kind":"network","name":"Network of Tests"}
{"record":"claim","source":"letter","locator":"p. 2","shape":{"link":{"subject":{"text":"Zyxo Markerová","id":"zyxo-markerova"},"kind":"member","object":{"text":"Network of Tests","id":"tests-network"}}}}
{"record":"claim","source":"letter","locator":"p. 3","shape":{"link":{"subject":{"text":"Markerová, Zyxo"},"kind":"member","object":{"text":"Network of Tests","id":"tests-network"}}}}
"#;

const QUERIES: [&str; 15] = [
    "/",
    "/search?q=zyxo",
    "/entities?kind=person",
    "/sources",
    "/claims?source=letter",
    "/changes",
    "/review",
    "/takedowns",
    "/feed.atom",
    "/entities/tests-network/feed.atom",
    "/sources/letter/cite/ris",
    "/ask/members?network=tests-network",
    "/ask/coverage",
    "/files/ties.graphml",
    "/files/panel.csv?network=tests-network",
];

/// Everything that is reached from these addresses in two steps, as pages and as JSON, at every moment of knowing.
async fn everything(reader: &Visitor, last: Seq) -> Vec<(String, String)> {
    let mut addresses: BTreeSet<String> = BTreeSet::new();
    for query in QUERIES {
        let and = if query.contains('?') { '&' } else { '?' };
        addresses.insert(query.to_owned());
        for seq in 1..=last.0 {
            addresses.insert(format!("{query}{and}known=%23{seq}"));
        }
    }
    let mut all = Vec::new();
    for _ in 0..2 {
        let mut found = BTreeSet::new();
        for address in &addresses {
            let page = reader.get(address).await;
            found.extend(links(&page.text).into_iter().filter(|link| link.starts_with('/')));
            let json = reader.get(&format!("/api/v1{address}")).await;
            all.push((address.clone(), page.text + &json.text));
        }
        let seen: BTreeSet<&String> = all.iter().map(|(address, _)| address).collect();
        let new = found.into_iter().filter(|link| !seen.contains(link) && !link.starts_with("/static"));
        addresses = new.take(150).collect();
    }
    all
}

fn say_the_name(replies: &[(String, String)]) -> Vec<&str> {
    let says = |text: &str| {
        let text = text.to_lowercase();
        text.contains("markerov") || text.contains("once a mayor")
    };
    replies.iter().filter(|(_, text)| says(text)).map(|(address, _)| address.as_str()).collect()
}

#[tokio::test]
async fn nobody_finds_who_was_taken_down() {
    let reader = Visitor::at_home().await;
    let register = reader.register().await;
    let records: Vec<Record> = PERSON.lines().map(|line| Record::from_line(line).unwrap()).collect();
    let claim = records.iter().find_map(|record| match record {
        Record::Claim(claim) => Some(claim.id()),
        _ => None,
    });
    let at: comity_register::Timestamp = "2026-05-04T10:00:00Z".parse().unwrap();
    let batch = NewBatch { title: "zyxo markerova.jsonl".to_owned(), by: "ana".to_owned(), at: at.clone() };
    register.commit(batch, records, &mut |_| ()).await.unwrap();
    let batch = register.batches(None, 1).await.unwrap()[0].id;
    register.undo(batch, "Zyxo Markerová asked", "ana", &at).await.unwrap();
    let last = register.head().await.unwrap().seq;
    assert!(say_the_name(&everything(&reader, last).await).len() > 5, "past worlds are at hand");

    let id = "zyxo-markerova".parse().unwrap();
    let request = Request { target: Target::Entity(id), also: Vec::new(), namesakes: false };
    register.erase(&request, "asked for", "ben", &at).await.unwrap();
    let last = register.head().await.unwrap().seq;
    assert_eq!(say_the_name(&everything(&reader, last).await), Vec::<&str>::new());

    let claim = format!("/claims/{}", claim.unwrap());
    for address in ["/entities/zyxo-markerova", &claim, "/entities/zyxo-markerova?known=batch:2"] {
        let page = reader.get(address).await;
        assert_eq!(page.status, StatusCode::GONE, "{address}");
        assert!(page.text.contains("asked for") && page.text.contains("/takedowns"), "{}", page.text);
        let json = reader.get(&format!("/api/v1{address}")).await;
        assert_eq!(json.status, StatusCode::GONE, "{address}");
        assert!(json.text.contains("taken down on 4 May 2026"), "{}", json.text);
    }
    let takedowns = reader.json("/api/v1/takedowns").await;
    assert_eq!(
        (&takedowns["items"][0]["what"], &takedowns["items"][0]["why"]),
        (&"person".into(), &"asked for".into())
    );
    assert!(reader.page("/takedowns").await.contains("person"));
    assert_eq!(reader.get("/entities/nobody-at-all").await.status, StatusCode::NOT_FOUND);
}
