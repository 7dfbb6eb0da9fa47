//! Whose word a file is, and what it copies.

use comity_ingest::fill;
use comity_model::Source;
use comity_source::ReadOptions;

use crate::Desk;

const TWINS: &[u8] = b"city,country,sister,sister country\nLyon,France,Leipzig,Germany\n";

impl Desk {
    async fn sources(&self) -> Vec<Source> {
        let head = self.register.head().await.unwrap().seq;
        self.register.holdings(head).await.unwrap().sources
    }
}

fn by(issuer: &str) -> ReadOptions {
    ReadOptions { issuer: Some(issuer.parse().unwrap()), ..ReadOptions::default() }
}

fn from(parent: &str) -> ReadOptions {
    ReadOptions { derived_from: Some(parent.parse().unwrap()), ..ReadOptions::default() }
}

#[tokio::test]
async fn a_city_may_be_the_issuer_before_it_is_on_file() {
    let desk = Desk::open().await;
    desk.import_as("twins.csv", TWINS, by("gn2996944")).await.unwrap();
    let [source] = &desk.sources().await[..] else { panic!("one source") };
    assert_eq!(source.issuer.as_ref().map(ToString::to_string).as_deref(), Some("gn2996944"));
    let again = desk.import("twins.csv", TWINS).await;
    assert_eq!(again.added.values().sum::<u64>(), 0, "what was said of the file is kept: {:?}", again.added);
}

#[tokio::test]
async fn who_and_what_is_nowhere_is_refused() {
    let desk = Desk::open().await;
    let nobody = desk.import_as("twins.csv", TWINS, by("nobody")).await.unwrap_err();
    assert_eq!(nobody.to_string(), "the issuer nobody is neither on file nor a place of the gazetteer");
    let nothing = desk.import_as("twins.csv", TWINS, from("nothing")).await.unwrap_err();
    assert_eq!(nothing.to_string(), "it is said to copy the source nothing, and none of that id is on file");
    assert_eq!(desk.sources().await.len(), 0);
}

#[tokio::test]
async fn a_copy_brings_its_parent_from_the_atlas() {
    let desk = Desk::open().await;
    desk.import_as("twins.csv", TWINS, from("wikipedia-sister-cities")).await.unwrap();
    let ids: Vec<String> = desk.sources().await.iter().map(|source| source.id.to_string()).collect();
    assert_eq!(ids.len(), 2, "{ids:?}");
    assert_eq!(ids[1], "wikipedia-sister-cities");
}

/// Both world lists of twin towns, where they are here, have the same parent; so has any other nothing.
#[tokio::test]
async fn the_world_lists_descend_from_one_encyclopaedia() {
    for path in ["twin-cities-wikipedia/twin_cities_raw.csv", "sister-cities-worldlist/sister_cities.csv"] {
        let Some(path) = comity_fixtures::shared(&format!("data/{path}")) else { return };
        let bytes = std::fs::read(path).unwrap();
        let reading = comity_source::read("list.csv", &bytes, &ReadOptions::default()).unwrap();
        let parent = reading.source.and_then(|source| source.derived_from).map(|id| id.to_string());
        assert_eq!(parent.as_deref(), Some("wikipedia-sister-cities"));
    }
    let own = comity_source::read("twins.csv", TWINS, &ReadOptions::default()).unwrap();
    assert_eq!(own.source.and_then(|source| source.derived_from), None);
}

/// Whoever issues a source of the atlas, and whatever one copies, is in the atlas.
#[tokio::test]
async fn the_atlas_names_no_issuer_that_it_does_not_have() {
    let desk = Desk::open().await;
    fill(&desk.register, "2026-05-03T12:00:00Z".parse().unwrap()).await.unwrap();
    let head = desk.register.head().await.unwrap().seq;
    let holdings = desk.register.holdings(head).await.unwrap();
    let issued = holdings.sources.iter().filter_map(|source| source.issuer.as_ref());
    assert!(issued.clone().count() >= 30, "{}", issued.count());
    for issuer in issued {
        assert!(holdings.entities.iter().any(|entity| entity.id == *issuer), "{issuer}");
    }
    for parent in holdings.sources.iter().filter_map(|source| source.derived_from.as_ref()) {
        assert!(holdings.sources.iter().any(|source| source.id == *parent), "{parent}");
    }
}
