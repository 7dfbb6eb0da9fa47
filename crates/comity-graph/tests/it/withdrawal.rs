//! What the golden networks lose when a backer leaves.

use crate::golden::{close, golden, number};
use comity_graph::{
    Entry, Labels, TwoMode,
    concentration::concentration,
    withdrawal::{curve, dependence, withdrawal},
};
use serde_json::Value;

struct World {
    cities: Labels,
    networks: Labels,
    backers: Labels,
    membership: TwoMode,
    funding: TwoMode,
}

fn world(golden: &Value) -> World {
    let members = golden["membership"].as_object().unwrap();
    let money = golden["funding"].as_object().unwrap();
    let letters: Vec<String> =
        members.values().flat_map(|all| all.as_str().unwrap().chars().map(String::from)).collect();
    let cities = Labels::new(letters.iter().map(String::as_str));
    let networks = Labels::new(members.keys().map(String::as_str));
    let backers =
        Labels::new(money.values().flat_map(|all| all.as_object().unwrap().keys().map(String::as_str)));
    let belongs = members.iter().flat_map(|(network, all)| {
        let thing = networks.node(network).unwrap();
        let actor = |letter: char| cities.node(&letter.to_string()).unwrap();
        all.as_str().unwrap().chars().map(move |letter| Entry { actor: actor(letter), thing, weight: 1.0 })
    });
    let membership = TwoMode::new(cities.len(), networks.len(), belongs.collect());
    let gives = money.iter().flat_map(|(network, all)| {
        let actor = networks.node(network).unwrap();
        let thing = |backer: &String| backers.node(backer).unwrap();
        all.as_object().unwrap().iter().map(move |(backer, amount)| Entry {
            actor,
            thing: thing(backer),
            weight: number(amount),
        })
    });
    let funding = TwoMode::new(networks.len(), backers.len(), gives.collect());
    World { cities, networks, backers, membership, funding }
}

#[test]
fn each_backer_costs_what_was_worked_out() {
    let golden = golden("withdrawal");
    let world = world(&golden);
    for (backer, expected) in golden["withdrawal"].as_object().unwrap() {
        let shares = dependence(&world.funding, world.backers.node(backer).unwrap());
        for (network, share) in expected["dependence_share"].as_object().unwrap() {
            close(shares[world.networks.node(network).unwrap() as usize], number(share));
        }
        let found = withdrawal(&world.membership, &shares, 0.5);
        let list = |key: &str| -> Vec<String> {
            expected[key].as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
        };
        let city = |node: u32| world.cities.name(node).to_owned();
        let pair = |&(a, b): &(u32, u32)| city(a) + &city(b);
        let failed: Vec<_> =
            found.networks_lost.iter().map(|&network| world.networks.name(network)).collect();
        assert_eq!(failed, list("networks_lost_at_threshold_0.5"), "{backer}");
        assert_eq!(found.ties_lost.iter().map(pair).collect::<Vec<_>>(), list("ties_lost"));
        assert_eq!(found.ties_thinned.iter().map(pair).collect::<Vec<_>>(), list("ties_thinned"));
        assert_eq!(
            found.isolated.iter().map(|&node| city(node)).collect::<Vec<_>>(),
            list("isolated_cities_after")
        );
        let (before, after) = found.connected_pairs;
        close(before as f64, number(&expected["pairs_connected_before_after"][0]));
        close(after as f64, number(&expected["pairs_connected_before_after"][1]));
    }
}

#[test]
fn the_curve_steps_where_a_network_falls() {
    let golden = golden("withdrawal");
    let world = world(&golden);
    let shares = dependence(&world.funding, world.backers.node("X").unwrap());
    let steps: Vec<_> = curve(&world.membership, &shares)
        .iter()
        .map(|step| (step.threshold, step.networks_lost.len()))
        .collect();
    assert_eq!(steps, [(1.0, 1), (0.6, 2)]);
}

#[test]
fn concentration_is_as_worked_out() {
    let golden = golden("withdrawal");
    for (network, given) in golden["funding"].as_object().unwrap() {
        let amounts: Vec<f64> = given.as_object().unwrap().values().map(number).collect();
        let found = concentration(&amounts).unwrap();
        close(found.index, number(&golden["HHI"][network]));
        close(found.effective, number(&golden["effective_backers_1/HHI"][network]));
    }
}
