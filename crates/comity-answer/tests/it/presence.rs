//! Who weighs how much.

use comity_answer::{Answer, Cell};

use crate::cases::shared;
use crate::{answer, page, world};

/// A list looked through whole carries one for its own time, and not against a larger number of the same time.
#[test]
fn a_list_looked_through_whole_is_enough_for_its_time() {
    let short = shared("presence");
    let looked = "looked member per s object=n completeness=complete found=3 period=2010";
    let quotients = |more: &str, at: &str| {
        let text = page(&world(&format!("{short}\n{looked}\n{more}")), &format!("presence n at={at}"));
        text.lines().filter(|line| line.contains("  6.7  ") || line.contains(": 6.7 (")).count()
    };
    assert_eq!([quotients("", "2010"), quotients("", "2015")], [2, 0]);
    let counted =
        |when: &str| format!("count 9 cities {when} per s link=member object.entity=n wording=members");
    assert_eq!([quotients(&counted("2010"), "2010"), quotients(&counted("2018"), "2010")], [0, 2]);
    let part = "looked member per s subject=france object=n completeness=complete found=2 period=2010";
    assert!(!page(&world(&format!("{short}\n{part}")), "presence n at=2010").contains("  6.7  "));
}

#[test]
fn golden_quotients() {
    let golden: serde_json::Value = serde_json::from_str(&comity_fixtures::golden("representation")).unwrap();
    for case in golden["cases"].as_array().unwrap() {
        let text = format!(
            "nation us country=US\n network n\n source s report 2024 \"S\"\n count {} cities per s link=member object.entity=n wording=all\n \
             count {} cities per s link=member subject.within=us object.entity=n wording=there\n attribute us gdp-share {} per s",
            case["n"], case["x"], case["p0"]
        );
        let Answer::Report(sheet) = answer(&world(&text), "presence n") else { panic!("a sheet") };
        let table = &sheet.tables[0];
        let expected = |value: &serde_json::Value, key: &str| {
            let place = table.columns.iter().position(|column| column.key == key).unwrap();
            let Cell::Number(found) = table.rows[0].cells[place] else { panic!("{key} is a number") };
            assert!((value.as_f64().unwrap() - found).abs() < 1e-9, "{case}: {key} {found}");
        };
        expected(&case["RQ"], "quotient");
        expected(&case["clopper_pearson_95"][0], "low");
        expected(&case["clopper_pearson_95"][1], "high");
        expected(&case["wilson_95"][0], "wilson_low");
        expected(&case["wilson_95"][1], "wilson_high");
        if case["p_two_sided"].as_f64().unwrap() >= 0.0001 {
            expected(&case["p_two_sided"], "p");
        }
    }
}
