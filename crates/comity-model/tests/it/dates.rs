//! `cases/golden/dates.json`, whole: bounds and holdings of bare intervals.

use comity_model::{Day, FuzzyDate, Holding, Period, Window};
use serde_json::Value;

fn golden() -> Value {
    serde_json::from_str(&comity_fixtures::golden("dates")).unwrap()
}

fn strict(value: &Value) -> Day {
    match value.as_str() {
        Some("inf") => Day::FUTURE,
        Some(_) => Day::PAST,
        None => {
            let part = |n: usize| value[n].as_i64().unwrap();
            Day::from_ymd(part(0), u8::try_from(part(1)).unwrap(), u8::try_from(part(2)).unwrap())
        }
    }
}

#[test]
fn bounds_are_those_of_the_standard() {
    let golden = golden();
    let bounds = golden["bounds"].as_object().unwrap();
    assert_eq!(bounds.len(), 16);
    for (text, expect) in bounds {
        let period: Period = text.parse().unwrap();
        assert_eq!(period.start().earliest, strict(&expect["lower_strict"]), "{text} starts");
        assert_eq!(period.end().latest, strict(&expect["upper_strict"]), "{text} ends");
    }
}

#[test]
fn windows_are_answered_as_enumerated() {
    let golden = golden();
    let cases = golden["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 11);
    for case in cases {
        let text = |key: &str| case[key].as_str().unwrap();
        let period: Period = format!("{}/{}", text("start"), text("end")).parse().unwrap();
        let day = |key| text(key).parse::<FuzzyDate>().unwrap().earliest();
        let expect = match text("status") {
            "throughout" => Holding::Throughout,
            "some_day_certain" => Holding::SomeDay,
            "possible" => Holding::Possible,
            _ => Holding::No,
        };
        assert_eq!(period.holds(Window { from: day("lo"), to: day("hi") }), expect, "{case}");
    }
}
