//! Scenarios and real endings on a world small enough to count by hand.

use std::fmt::Write;

use expect_test::expect;

use crate::{page, world};

/// The funding and membership of the golden withdrawal: X gives most of N1 and N2.
const GOLDEN: &str = r#"
    network n1
    network n2
    network n3
    network n4
    organisation x class=philanthropy
    organisation y class=philanthropy
    organisation z class=philanthropy
    organisation dues class=firm
    organisation giver-f class=philanthropy
    city a
    city b
    city c
    city d
    city e
    city f
    city g
    source s report 2024 "S"
"#;

#[test]
fn a_withdrawal_as_the_golden_has_it() {
    let golden: serde_json::Value = serde_json::from_str(&comity_fixtures::golden("withdrawal")).unwrap();
    let mut text = GOLDEN.to_owned();
    for (network, given) in golden["funding"].as_object().unwrap() {
        for (backer, amount) in given.as_object().unwrap() {
            let backer = if backer == "F" { "giver-f".to_owned() } else { backer.to_lowercase() };
            let network = network.to_lowercase();
            let gift = format!("kind=money amount={amount} currency=USD");
            let _ = writeln!(text, "{backer} backs {network} {gift} 2020/.. per s");
        }
    }
    for (network, cities) in golden["membership"].as_object().unwrap() {
        for city in cities.as_str().unwrap().to_lowercase().chars() {
            let _ = writeln!(text, "{city} member {} 2020/.. per s", network.to_lowercase());
        }
    }
    expect![[r#"
        IF X WITHDREW
        as of 2024

        If X withdrew, N1 and N2 would lose 50 % of their backing or more. 11 pairs of places would share no network any more.
          networks that fail: 2
              Sources: S (2024), row 3: since 2020
                       S (2024), row 1: since 2020
                       S (2024), row 2: since 2020
                       S (2024), row 4: since 2020
          ties lost: 11
              Sources: S (2024), row 3: since 2020
                       S (2024), row 1: since 2020
                       S (2024), row 2: since 2020
                       S (2024), row 4: since 2020
          ties thinned: 1
              Sources: S (2024), row 3: since 2020
                       S (2024), row 1: since 2020
                       S (2024), row 2: since 2020
                       S (2024), row 4: since 2020
          places left alone: 2
              Sources: S (2024), row 3: since 2020
                       S (2024), row 1: since 2020
                       S (2024), row 2: since 2020
                       S (2024), row 4: since 2020
          pairs of places that lose their last path: 17
              Sources: S (2024), row 3: since 2020
                       S (2024), row 1: since 2020
                       S (2024), row 2: since 2020
                       S (2024), row 4: since 2020

        What it backs
          Network  ·  Share of its backing  ·  Backers on file  ·  From
          N1  ·  0.60  ·  3  ·  amounts on file
              Sources: S (2024), row 3: since 2020
          N2  ·  1  ·  1  ·  amounts on file
              Sources: S (2024), row 4: since 2020

        Places that share no network any more
          Place
          B
              Sources: S (2024), row 10: since 2020
          C
              Sources: S (2024), row 11: since 2020

        What is assumed
          An assumption, not found in a source: change it with `threshold`.
          If a network fails on losing this share
          0.50

        By what is taken to end a network
          If a network fails on losing this share  ·  Networks fail  ·  Ties lost  ·  Places left alone  ·  Pairs that lose their last path
          1  ·  1  ·  2  ·  0  ·  0
              Sources: S (2024), row 3: since 2020
          0.60  ·  2  ·  11  ·  2  ·  17
              Sources: S (2024), row 3: since 2020

        Searched
          Funds, supports or coordinates: S (2024): 2 found, completeness unknown

        To keep in mind
          Assumes a network fails at 50 % loss (θ): the curve shows every other share.
    "#]].assert_eq(&page(&world(&text), "withdrawal x at=2024"));
    let backing = page(&world(&text), "backing at=2024");
    assert!(backing.contains("3  ·  Dues, X and Y  ·  0.46  ·  2.2  ·  amounts on file"), "{backing}");
}
