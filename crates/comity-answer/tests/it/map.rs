//! What a map draws.

use std::collections::BTreeMap;

use comity_answer::{AT, MapArgs, MapColumns, MapScope, MapTie, map, map_columns};
use comity_model::{Day, EntityId, Window};
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

fn scope(entity: Option<&str>, with: Option<&str>) -> MapScope {
    let named = |id: Option<&str>| id.map(|id| id.parse::<EntityId>().expect("an id"));
    MapScope { entity: named(entity), with: named(with) }
}

fn drawn(networks: bool, entity: Option<&str>) -> String {
    let args =
        MapArgs { at: AT.date("2000", today()).expect("a year"), scope: scope(entity, None), networks };
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
    let args = MapArgs {
        at: AT.date("2000", today()).expect("a year"),
        scope: MapScope::default(),
        networks: false,
    };
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
    fn drawn(&mut self, days: Window) -> Vec<String> {
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

impl Columns {
    /// "lyon moscow dated 2 sources: 2022-03-03/.. suspended", as the columns after those of the days say.
    fn against(mut self) -> Vec<String> {
        let lengths = |key: &str| usize::try_from(self.head[key].as_u64().expect("a number")).expect("small");
        let (ties, spans) = (lengths("ties"), lengths("interruptions"));
        let ids = self.head["ids"].clone();
        let states = self.head["states"].clone();
        let ends = self.ends_of_ties();
        let (dated, sources) = (self.take(ties).to_vec(), self.take(ties).to_vec());
        let count = self.shorts(ties);
        let (from, to) = (self.integers(spans), self.integers(spans));
        let state = self.take(spans).to_vec();
        assert_eq!(self.at, self.rest.len(), "nothing is left over");
        let day = |day: i32| if day == i32::MAX { "..".to_owned() } else { Day(day).to_string() };
        let mut first = 0;
        let mut lines = Vec::new();
        for tie in 0..ties {
            let of_tie = first..first + usize::from(count[tie]);
            first = of_tie.end;
            let spans = of_tie.map(|n| {
                let state = states[usize::from(state[n])].as_str().expect("a word");
                format!(" {}/{} {state}", day(from[n]), day(to[n]))
            });
            let [a, b] = ends[tie].map(|end| ids[end].as_str().expect("an id").to_owned());
            let is_dated = if dated[tie] == 1 { "dated" } else { "undated" };
            lines.push(format!("{a} {b} {is_dated} {} sources:{}", sources[tie], spans.collect::<String>()));
        }
        lines
    }

    /// Skips the columns of the days.
    fn ends_of_ties(&mut self) -> Vec<[usize; 2]> {
        let number = |key: &str| usize::try_from(self.head[key].as_u64().expect("a number")).expect("small");
        let (places, ties) = (self.head["ids"].as_array().expect("a list").len(), number("ties"));
        let stretches = number("stretches");
        let _point_and_country = (self.integers(places), self.integers(places), self.shorts(places));
        let ends = self.integers(ties).into_iter().zip(self.integers(ties));
        let ends = ends.map(|(a, b)| [a, b].map(|end| usize::try_from(end).expect("an index"))).collect();
        let _layers = (self.take(ties).len(), self.shorts(ties));
        let _days = (self.integers(stretches), self.integers(stretches), self.take(stretches).len());
        ends
    }
}

const STOPPED: &str = r#"
    nation france country=FR
    city lyon in france country=FR at=45.76,4.84
    city paris in france country=FR at=48.86,2.35
    city moscow country=RU at=55.75,37.62
    city kazan country=RU at=55.79,49.12
    network n
    source s report 2020 "S"
    source t report 2023 "T"
    agreement pact
    lyon party pact 1981/.. per s
    moscow party pact 1981/.. per s
    attribute pact state suspended 2022-03/.. per t
    paris — kazan per s
    lyon — paris 1990/.. per s
    lyon member n 2005/2010 per s
    kazan member n per s
"#;

fn against(entity: &str, with: Option<&str>) -> String {
    let world = world(STOPPED);
    let all = map_columns(&world, &scope(Some(entity), with)).expect("all are on file");
    Columns::of(&all).against().join("\n")
}

#[test]
fn what_stands_against_a_tie_is_in_the_columns() {
    expect!["lyon moscow dated 1 sources: 2022-03-31/.. suspended"].assert_eq(&against("moscow", None));
}

#[test]
fn ties_of_one_side_with_another() {
    expect!["kazan paris dated 1 sources:"].assert_eq(&against("france", Some("kazan")));
    expect!["kazan paris dated 1 sources:"].assert_eq(&against("kazan", Some("france")));
}

#[test]
fn a_network_is_its_members_and_not_their_pairs() {
    expect![[r#"
        kazan kazan dated 0 sources:
        lyon lyon dated 0 sources: 2010-12-31/.. ended"#]]
    .assert_eq(&against("n", None));
    expect!["lyon lyon dated 0 sources: 2010-12-31/.. ended"].assert_eq(&against("france", Some("n")));
}

#[test]
fn a_network_on_a_day_is_its_members() {
    let members = |entity, with, at| {
        let at = AT.date(at, today()).expect("days");
        let args = MapArgs { at, networks: true, scope: scope(entity, with) };
        let day = map(&world(STOPPED), &args).expect("all are on file");
        let one = |tie: &MapTie| format!("{} {} {}", day.places[tie.a].id, day.places[tie.b].id, tie.n);
        let ties: Vec<String> = day.ties.iter().map(one).collect();
        assert!(day.places.iter().all(|place| place.ties == 1), "{:?}", day.places);
        ties.join(", ")
    };
    assert_eq!(members(Some("n"), None, "2008"), "lyon lyon 1");
    assert_eq!(members(Some("n"), None, "2020"), "kazan kazan 1");
    assert_eq!(members(None, Some("n"), "2020"), "kazan kazan 1");
    assert_eq!(members(Some("n"), Some("france"), "2008"), "lyon lyon 1");
    assert_eq!(members(Some("france"), Some("n"), "2020"), "");
}

#[test]
fn the_map_of_all_days_draws_each_day_as_the_map_of_that_day() {
    let world = world(PLACES);
    for entity in [None, Some("ulm"), Some("lyon"), Some("n")] {
        let all = map_columns(&world, &scope(entity, None)).expect("all are on file");
        for text in
            ["1980", "1980-12-31", "1981-06", "2000", "2020-05-04", "2021", "2026-05-04", "2040", "1979/1985"]
        {
            let args = MapArgs {
                at: AT.date(text, today()).expect("days"),
                networks: entity.is_some(),
                scope: scope(entity, None),
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
