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

#[test]
fn a_state_is_drawn_at_its_largest_city() {
    let world = world(
        r#"
        state bavaria
        city munich in bavaria country=DE pop=1500000 at=48.14,11.58
        city augsburg in bavaria country=DE pop=300000 at=48.4,9.99
        city lyon country=FR at=45.76,4.84
        state elsewhere
        source s report 2000 "S"
        lyon — bavaria 1981/.. per s
        lyon — elsewhere 1982/.. per s
        "#,
    );
    let args = MapArgs { at: AT.date("2000", today()).expect("a year"), entity: None, networks: false };
    let drawn = map(&world, &args).expect("all are on file");
    let bavaria = drawn.places.iter().find(|place| place.id.as_str() == "bavaria").expect("drawn");
    assert_eq!((bavaria.lat, bavaria.drawn_at.as_deref()), (48.14, Some("Munich")));
    expect![[r#"One tie is not drawn, because a place has no known point. One tie of a state or region is drawn at its largest city on file."#]]
        .assert_eq(&drawn.note);
}
