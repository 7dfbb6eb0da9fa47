//! What a map draws.

use std::collections::BTreeMap;

use comity_answer::{AT, MapArgs, MapColumns, map, map_columns};
use comity_model::{EntityId, Window};
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

/// The columns of `map.bin`, as docs/API.md describes them.
struct Columns {
    head: serde_json::Value,
    rest: Vec<u8>,
    at: usize,
}

impl Columns {
    fn of(map: &MapColumns<'_>) -> Self {
        let head = serde_json::to_value(&map.head).expect("plain data");
        Self { head, rest: map.columns.clone(), at: 0 }
    }

    fn take(&mut self, bytes: usize) -> &[u8] {
        let from = self.at;
        self.at = (from + bytes).next_multiple_of(4);
        &self.rest[from..from + bytes]
    }

    fn integers(&mut self, n: usize) -> Vec<i32> {
        let bytes = self.take(4 * n).chunks(4);
        bytes.map(|four| i32::from_le_bytes(four.try_into().expect("four bytes"))).collect()
    }

    fn shorts(&mut self, n: usize) -> Vec<u16> {
        let bytes = self.take(2 * n).chunks(2);
        bytes.map(|two| u16::from_le_bytes(two.try_into().expect("two bytes"))).collect()
    }

    /// "lyon leipzig observed 1", as they stand within some days.
    fn drawn(mut self, days: Window) -> Vec<String> {
        let words = |key: &str| {
            let words = self.head[key].as_array().expect("a list").iter();
            words.map(|word| word.as_str().expect("text").to_owned()).collect::<Vec<_>>()
        };
        let (ids, layers) = (words("ids"), words("layers"));
        let number = |key: &str| usize::try_from(self.head[key].as_u64().expect("a number")).expect("small");
        let (ties, stretches) = (number("ties"), number("stretches"));
        let places = ids.len();
        let _point_and_country = (self.integers(places), self.integers(places), self.shorts(places));
        let (a, b) = (self.integers(ties), self.integers(ties));
        let layer = self.take(ties).to_vec();
        let lengths = self.shorts(ties);
        let (from, to) = (self.integers(stretches), self.integers(stretches));
        let observed = self.take(stretches).to_vec();
        assert_eq!(self.at, self.rest.len(), "nothing is left over");
        let mut drawn: BTreeMap<String, (bool, u32)> = BTreeMap::new();
        let mut first = 0;
        for tie in 0..ties {
            let of_tie = first..first + usize::from(lengths[tie]);
            first = of_tie.end;
            let held: Vec<usize> =
                of_tie.filter(|n| from[*n] <= days.to.0 && to[*n] >= days.from.0).collect();
            if held.is_empty() {
                continue;
            }
            let [a, b] =
                [a[tie], b[tie]].map(|place| ids[usize::try_from(place).expect("an index")].as_str());
            let seen = drawn.entry(format!("{a} {b} {}", layers[usize::from(layer[tie])])).or_default();
            seen.0 |= held.iter().any(|n| observed[*n] == 1);
            seen.1 += 1;
        }
        drawn.into_iter().map(|(pair, (observed, n))| format!("{pair} {observed} {n}")).collect()
    }
}

#[test]
fn the_map_of_all_days_draws_each_day_as_the_map_of_that_day() {
    let world = world(PLACES);
    for entity in [None, Some("ulm"), Some("lyon")] {
        let entity: Option<EntityId> = entity.map(|id| id.parse().expect("an id"));
        let all = map_columns(&world, entity.as_ref()).expect("all are on file");
        for text in
            ["1980", "1980-12-31", "1981-06", "2000", "2020-05-04", "2021", "2026-05-04", "2040", "1979/1985"]
        {
            let args = MapArgs {
                at: AT.date(text, today()).expect("days"),
                networks: entity.is_some(),
                entity: entity.clone(),
            };
            let day = map(&world, &args).expect("all are on file");
            let mut expected: Vec<String> = day
                .ties
                .iter()
                .map(|tie| {
                    let [a, b] = [tie.a, tie.b].map(|place| day.places[place].id.as_str());
                    format!("{a} {b} {} {} {}", tie.layer.word(), tie.basis == "observed", tie.n)
                })
                .collect();
            expected.sort();
            assert_eq!(Columns::of(&all).drawn(args.at.window), expected, "{entity:?} {text}");
        }
    }
}
