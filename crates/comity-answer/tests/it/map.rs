//! What a map draws.

use comity_answer::{AT, MapArgs, map};
use expect_test::expect;

use crate::{today, world};

const PLACES: &str = r#"
    city lyon country=FR at=45.76,4.84
    city leipzig country=DE at=51.34,12.37
    city ulm country=DE at=48.4,9.99
    city nowhere
    network n
    source s report 2020 "S"
    lyon — leipzig 1981/.. per s
    lyon — ulm per s
    lyon — nowhere per s
    leipzig member n per s
    ulm member n per s
"#;

fn drawn(networks: bool, entity: Option<&str>) -> String {
    let entity = entity.map(|id| id.parse().expect("an id"));
    let args = MapArgs { at: AT.date("2000", today()).expect("a year"), entity, networks };
    let drawn = map(&world(PLACES), &args).expect("all are on file");
    serde_json::to_string_pretty(&drawn).expect("plain data")
}

#[test]
fn agreements_alone() {
    expect![[r#"
        {
          "at": "2000",
          "known": "1",
          "note": "",
          "places": [
            {
              "id": "leipzig",
              "name": "Leipzig",
              "country": "DE",
              "lat": 51.34,
              "lon": 12.37,
              "ties": 1
            },
            {
              "id": "lyon",
              "name": "Lyon",
              "country": "FR",
              "lat": 45.76,
              "lon": 4.84,
              "ties": 1
            }
          ],
          "ties": [
            {
              "a": 0,
              "b": 1,
              "layer": "agreements",
              "basis": "observed",
              "n": 1
            }
          ]
        }"#]]
    .assert_eq(&drawn(false, None));
}

#[test]
fn networks_on_request_and_one_city() {
    expect![[r#"
        {
          "at": "2000",
          "known": "1",
          "note": "",
          "places": [],
          "ties": []
        }"#]]
    .assert_eq(&drawn(true, Some("ulm")));
}
