//! The shapes that leave the house.

use comity_answer::questions;
use expect_test::expect;

use crate::{answer, world};

#[test]
fn one_tie_as_json() {
    let world = world("city lyon\n city leipzig\n source s report 2024 \"S\"\n lyon — leipzig 1981/.. per s");
    let answer = serde_json::to_value(answer(&world, "with lyon leipzig at=2024")).unwrap();
    assert_eq!(answer["question"], "with");
    assert_eq!(answer["moment"]["words"], "2024");
    expect![[r#"
        [
          {
            "evidence": [
              {
                "caveat": "",
                "claim": "a2e8e9b33502374132708ab8",
                "locator": "row 1",
                "observed": "2024",
                "says": "sister city, since 1981",
                "source": {
                  "date": "2024",
                  "id": "s",
                  "kind": "report",
                  "title": "S"
                },
                "standing": "accepted"
              }
            ],
            "kind": "sister city",
            "last_seen": {
              "date": "2024",
              "words": "2024"
            },
            "layer": "agreements",
            "near": {
              "country": "",
              "id": "lyon",
              "kind": "polity",
              "name": "Lyon",
              "place": "",
              "slug": "lyon",
              "what": "city"
            },
            "other": {
              "country": "",
              "id": "leipzig",
              "kind": "polity",
              "name": "Leipzig",
              "place": "",
              "slug": "leipzig",
              "what": "city"
            },
            "period": "1981/..",
            "record": {
              "basis": "observed",
              "certain": true,
              "evidence": {
                "best": "report",
                "independent": 1,
                "lists": 0
              },
              "possible": true,
              "presumed": true,
              "state": "on-record"
            },
            "rivals": [],
            "said_to_be": [],
            "since": "since 1981",
            "state_words": "on record",
            "via": {
              "country": "",
              "id": "ag-bf5417396fac6421",
              "kind": "agreement",
              "name": "Leipzig – Lyon",
              "place": "",
              "slug": "leipzig-lyon",
              "what": "sister city"
            }
          }
        ]"#]]
    .assert_eq(&serde_json::to_string_pretty(&answer["ties"]["rows"]).unwrap());
}

/// Every question, asked of cities `a` and `b`, network `n`, sources `s` and `t`.
pub(crate) const EVERY: &[&str] = &[
    "with a b",
    "profile a",
    "members n",
    "between a b",
    "presence n",
    "compare a=s b=t",
    "timeline a",
    "joined a",
    "first a",
    "memberships a",
    "seats n",
    "lineage n",
    "indirect n",
    "weight n",
    "generations a",
    "series a summit",
    "actors n",
    "bursts",
    "acts",
    "act-counts divestment",
    "acts-and-twins a b a",
    "offices",
    "lapsed",
    "missions",
    "capacity",
    "spending",
    "presence-of a b",
    "needs",
    "connected",
    "ranking cities=a of=b",
    "backbone",
    "communities",
    "bridges",
    "layers",
    "change from=2000 to=2020",
    "what-if remove=a",
    "before-after a",
    "withdrawal a",
    "backing",
    "robustness",
    "partners a",
    "checked",
    "history #1",
    "reciprocity",
    "sameness a b",
    "conflicts",
    "coverage",
];

#[test]
fn every_question_has_an_answer_on_an_empty_register() {
    let world =
        world("city a\n city b\n network n\n source s report 2024 \"S\"\n source t report 2024 \"T\"");
    for question in questions() {
        let line = EVERY.iter().find(|line| line.split(' ').next() == Some(question.id)).unwrap();
        let json = serde_json::to_value(answer(&world, line)).unwrap();
        assert_eq!(json["question"], question.id);
        assert!(!json["title"].as_str().unwrap().is_empty());
    }
}
