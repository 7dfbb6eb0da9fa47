//! The ties as a graph for other programs: parallel edges, spells, and what two share.

use std::collections::BTreeMap;

use comity_answer::{ProjectionArgs, TieGraph, TieGraphArgs, TieWhat, projection, tie_graph};
use comity_model::Day;
use expect_test::expect;

use crate::{today, world};

const WORLD: &str = r#"
    nation us country=US
    city boston in us
    city lyon
    city kyoto
    network c40
    network metropolis
    organisation fund
    source list report 2019 "A list"
    boston member c40 2005/2010 per list
    boston member c40 2012/.. per list observed=2019
    lyon member c40 per list observed=2019
    lyon member metropolis 1990/2000 per list
    kyoto member metropolis 1995/1999 per list
    fund backs c40 2010/.. per list observed=2019 kind=money
    not kyoto member c40 per list
"#;

fn told(told: &[(&str, &str)]) -> BTreeMap<String, String> {
    told.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn text(graph: &TieGraph) -> String {
    let day = |day: Option<Day>| day.map_or("?".to_owned(), |day| day.to_string());
    let mut lines: Vec<String> = Vec::new();
    for edge in &graph.edges {
        let [from, to] = [edge.from, edge.to].map(|place| graph.nodes[place].id.to_string());
        lines.push(match &edge.what {
            TieWhat::Shared { count, newman, jaccard } => format!("{from} – {to} {count} {newman} {jaccard}"),
            TieWhat::Meeting(meeting) => format!("{from} – {to} in {}", meeting.through.id),
            TieWhat::Link(link) => {
                let spells: Vec<String> = link
                    .spells
                    .iter()
                    .map(|spell| format!("{}..{}", day(spell.start_earliest), day(spell.end_latest)))
                    .collect();
                format!(
                    "{from} {} {to} {:?} {} {}",
                    link.kind,
                    link.standing.state,
                    spells.join(" "),
                    link.attributes
                )
            }
        });
    }
    lines.join("\n")
}

#[test]
fn a_link_has_a_spell_for_each_stretch_and_a_denial_is_no_edge() {
    let world = world(WORLD);
    let all = tie_graph(&world, &TieGraphArgs::read(&world, today(), &told(&[])).unwrap()).unwrap();
    expect![[r#"
        boston member c40 NotPlaced 2005-01-01..2010-12-31 2012-01-01..? 
        fund backs c40 NotPlaced 2010-01-01..? kind=money
        kyoto member c40 Denied  
        kyoto member metropolis Ended 1995-01-01..1999-12-31 
        lyon member c40 NotPlaced ?..? 
        lyon member metropolis Ended 1990-01-01..2000-12-31 "#]]
    .assert_eq(&text(&all));
}

#[test]
fn a_day_a_layer_and_a_place_narrow_it() {
    let world = world(WORLD);
    let asked = told(&[("at", "2012"), ("layers", "networks"), ("of", "us")]);
    let some = tie_graph(&world, &TieGraphArgs::read(&world, today(), &asked).unwrap()).unwrap();
    expect!["boston member c40 OnRecord 2012-01-01..? "].assert_eq(&text(&some));
    let wrong = told(&[("layers", "friendship")]);
    assert!(TieGraphArgs::read(&world, today(), &wrong).is_err());
}

#[test]
fn two_share_what_both_are_in() {
    let world = world(WORLD);
    let asked = told(&[("at", "1995/2019"), ("level", "city")]);
    let graph = projection(&world, &ProjectionArgs::read(&world, today(), &asked).unwrap());
    expect![[r#"
        boston – lyon 1 1 0.5
        kyoto – lyon 1 1 0.5"#]]
    .assert_eq(&text(&graph));
}
