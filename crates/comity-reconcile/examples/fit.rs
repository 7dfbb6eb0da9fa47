//! Fits the weights on the shared name files and on names that their country lacks: `cargo run --release --example fit`.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measuring tool prints, and stops where the data is not there"
)]

use comity_gazetteer::Gazetteer;
use comity_reconcile::{Query, fit, reconcile};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Where the name comes from, and a country of kindred names it is asked in.
const KINDRED: [(&str, &str); 16] = [
    ("AT", "DE"),
    ("CH", "DE"),
    ("DE", "AT"),
    ("SK", "CZ"),
    ("CZ", "SK"),
    ("CZ", "PL"),
    ("BE", "FR"),
    ("FR", "BE"),
    ("PT", "BR"),
    ("ES", "MX"),
    ("GB", "US"),
    ("US", "GB"),
    ("MD", "RO"),
    ("BY", "UA"),
    ("TW", "CN"),
    ("SI", "HR"),
];

fn main() {
    let bytes = std::fs::read(format!("{ROOT}/data/gazetteer/comity.gaz")).unwrap();
    let gazetteer = Gazetteer::open(bytes).unwrap();
    let mut examples = Vec::new();
    for file in ["messy1000", "cldr1000"] {
        let path = format!("{ROOT}/../shared/data/names-messy/{file}.tsv");
        let table = std::fs::read_to_string(path).unwrap();
        for line in table.lines().skip(1) {
            let [name, country, id, ..] = *line.split('\t').collect::<Vec<_>>() else { panic!("{line}") };
            let id: u32 = id.parse().unwrap();
            examples.extend(example(&gazetteer, Query::named(name).in_country(country), Some(id), 1.0));
            examples.extend(example(&gazetteer, Query::named(name), Some(id), 0.5));
        }
    }
    examples.extend(strangers(&gazetteer));
    examples.extend(neighbours(&gazetteer));
    let start: Vec<f64> = comity_reconcile::weights().iter().map(|weight| f64::from(*weight)).collect();
    println!("{} rows, mean log-likelihood {:.4} before", examples.len(), fit::likelihood(&examples, &start));
    let fitted = fit::fit(&examples, &start, 3000);
    println!("{:.4} after; weights, then none:", fit::likelihood(&examples, &fitted));
    println!("{}", fitted.iter().map(|weight| format!("{weight:.2}")).collect::<Vec<_>>().join(", "));
}

fn example(gazetteer: &Gazetteer, query: Query<'_>, truth: Option<u32>, weight: f64) -> Option<fit::Example> {
    let found = reconcile(gazetteer, &query);
    let truth = found.candidates.iter().position(|candidate| Some(candidate.place.geonames()) == truth);
    let candidates = found
        .candidates
        .iter()
        .map(|candidate| candidate.features.iter().map(|feature| feature.score).collect())
        .collect();
    (!found.candidates.is_empty()).then_some(fit::Example { candidates, truth, weight })
}

/// Villages asked for in the wrong country: what stands in for places we do not hold.
fn strangers(gazetteer: &Gazetteer) -> Vec<fit::Example> {
    let mut examples = Vec::new();
    for (home, asked) in KINDRED {
        let asked_code = asked.parse().unwrap();
        let villages = gazetteer
            .places_in(home.parse().unwrap())
            .filter(|place| (600..3_000).contains(&place.population()));
        let unknown = villages.filter(|place| {
            gazetteer.lookup(place.name()).iter().all(|hit| hit.place.country() != asked_code)
        });
        for place in unknown.step_by(7).take(150) {
            examples.extend(example(gazetteer, Query::named(place.name()).in_country(asked), None, 0.15));
        }
    }
    examples
}

/// Towns of every size asked for by their own name in their own country.
fn neighbours(gazetteer: &Gazetteer) -> Vec<fit::Example> {
    let all =
        gazetteer.places().filter(|place| place.is(comity_model::Level::City) && !place.is_part_of_city());
    all.step_by(97)
        .filter_map(|place| {
            example(
                gazetteer,
                Query::named(place.name()).in_country(place.country().as_str()),
                Some(place.geonames()),
                0.3,
            )
        })
        .collect()
}
