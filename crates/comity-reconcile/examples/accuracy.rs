//! Measures the engine on the shared name files: `cargo run --release --example accuracy -- [rows to show]`.

#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a measuring tool prints, and stops where the data is not there"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use comity_gazetteer::Gazetteer;
use comity_reconcile::{MatchOutcome, PartnerSide, Query, Reciprocals, Reconciled, reconcile};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

fn main() {
    let show: usize = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(0);
    let only = std::env::args().nth(2).unwrap_or_default();
    let bytes = std::fs::read(format!("{ROOT}/data/gazetteer/comity.gaz")).unwrap();
    let gazetteer = Gazetteer::open(bytes).unwrap();
    if "messy".contains(&only) {
        for file in ["messy1000", "cldr1000"] {
            messy(&gazetteer, file, true, show);
            messy(&gazetteer, file, false, show);
        }
    }
    if "variants".contains(&only) {
        variants(&gazetteer, show);
    }
    if "world".contains(&only) {
        world_list(&gazetteer);
    }
    if "twins".contains(&only) {
        twins(&gazetteer, show);
    }
}

fn rows(path: &str, delimiter: u8) -> Vec<Vec<String>> {
    let path = format!("{ROOT}/../shared/data/{path}");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .quoting(delimiter != b'\t')
        .flexible(true)
        .from_path(path)
        .unwrap();
    reader.records().map(|row| row.unwrap().iter().map(ToOwned::to_owned).collect()).collect()
}

fn told(found: &Reconciled<'_>) -> String {
    let candidates = found.candidates.iter().take(3);
    let candidates: Vec<String> = candidates
        .map(|c| format!("{:?} {} {:.3} [{}]", c.place, c.place.population(), c.score, c.reasons()))
        .collect();
    format!("{} ({})\n      {}", found.decision.as_str(), found.reason, candidates.join("\n      "))
}

fn messy(gazetteer: &Gazetteer, file: &str, with_country: bool, show: usize) {
    let rows = rows(&format!("names-messy/{file}.tsv"), b'\t');
    let start = Instant::now();
    let (mut top, mut matched, mut right) = (0, 0, 0);
    let mut kinds: BTreeMap<&str, (usize, usize, usize, usize)> = BTreeMap::new();
    let mut shown = 0;
    let mut classes: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for row in &rows {
        let [name, country, id, kind, truth] = row.as_slice() else { panic!("{row:?}") };
        let query = Query { country: with_country.then_some(country.as_str()), ..Query::named(name) };
        let found = reconcile(gazetteer, &query);
        let first = found.candidates.first().is_some_and(|c| c.place.geonames().to_string() == *id);
        let is_match = found.decision == MatchOutcome::Match;
        top += usize::from(first);
        matched += usize::from(is_match);
        right += usize::from(is_match && first);
        let entry = kinds.entry(kind).or_default();
        *entry = (
            entry.0 + 1,
            entry.1 + usize::from(first),
            entry.2 + usize::from(is_match),
            entry.3 + usize::from(is_match && first),
        );
        let class = classes.entry(reason_class(&found)).or_default();
        *class = (class.0 + 1, class.1 + usize::from(first));
        if (!first || std::env::args().nth(3).is_some() && !is_match) && shown < show {
            shown += 1;
            println!("  {name} | {country} | {kind} | {truth} {id}\n    {}", told(&found));
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a thousand rows")]
    let share = |a: usize, b: usize| a as f64 / b.max(1) as f64;
    println!(
        "{file} {}: top-1 {:.3}, match {:.3}, precision of match {:.4} ({} wrong), {:.0} rows/s",
        if with_country { "with country" } else { "without" },
        share(top, rows.len()),
        share(matched, rows.len()),
        share(right, matched),
        matched - right,
        share(rows.len(), 1) / start.elapsed().as_secs_f64()
    );
    if with_country {
        for (class, (n, right)) in &classes {
            println!("      {class}: {n}, {right} right");
        }
    }
    if file == "messy1000" && with_country {
        for (kind, (n, top, matched, right)) in kinds {
            println!("    {kind}: {n} rows, {top} first, {matched} match, {right} right");
        }
    }
}

fn variants(gazetteer: &Gazetteer, show: usize) {
    let (mut n, mut same, mut wrong, mut shown) = (0, 0, 0, 0);
    let mut all = 0;
    for row in rows("name-variants/sample.csv", b',') {
        let [written, standard, iso, kind, ..] = row.as_slice() else { panic!("{row:?}") };
        if kind != "City" || written.to_lowercase() == standard.to_lowercase() {
            continue;
        }
        all += 1;
        let of = |name| reconcile(gazetteer, &Query::named(name).in_country(iso));
        let truth = of(standard);
        if truth.decision != MatchOutcome::Match {
            if shown < show {
                println!("  STANDARD {standard} | {iso}: {}", told(&truth));
            }
            continue;
        }
        n += 1;
        let found = of(written);
        let first = found.candidates.first().map(|c| c.place.geonames());
        let agrees = first == truth.candidates.first().map(|c| c.place.geonames());
        same += usize::from(agrees);
        wrong += usize::from(!agrees && found.decision == MatchOutcome::Match);
        if !agrees && shown < show {
            shown += 1;
            println!(
                "  {written} | {standard} = {:?} | {iso}\n    {}",
                truth.candidates[0].place,
                told(&found)
            );
        }
    }
    println!(
        "name-variants: {all} City rows differ, {n} standards decided match; {same} variants agree, {wrong} confidently elsewhere"
    );
}

fn twins(gazetteer: &Gazetteer, show: usize) {
    let mut names: BTreeSet<(String, String)> = BTreeSet::new();
    for row in rows("twin-cities-wikipedia/twin_cities_raw.csv", b',') {
        names.insert((row[0].clone(), row[1].clone()));
        names.insert((row[2].clone(), row[3].clone()));
    }
    let start = Instant::now();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut samples: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, country) in &names {
        let found = reconcile(gazetteer, &Query::named(name).in_country(country));
        let why = reason_class(&found);
        *counts.entry(why.clone()).or_default() += 1;
        samples.entry(why).or_default().push(format!("{name} | {country}: {}", told(&found)));
    }
    let seconds = start.elapsed().as_secs_f64();
    println!("twin-cities-wikipedia: {} distinct names, {seconds:.2} s", names.len());
    let matched: usize = counts.iter().filter(|(why, _)| why.starts_with("match")).map(|(_, n)| n).sum();
    println!("  decided match: {matched}");
    for (why, n) in &counts {
        #[expect(clippy::cast_precision_loss, reason = "some thousand rows")]
        let share = 100.0 * *n as f64 / names.len() as f64;
        println!("  {share:5.2} % {n:6} {why}");
        let list = &samples[why];
        for sample in list.iter().step_by((list.len() / show.max(1)).max(1)).take(show) {
            println!("      {sample}");
        }
    }
}

fn world_list(gazetteer: &Gazetteer) {
    let rows = rows("sister-cities-worldlist/sister_cities.csv", b',');
    let mut reciprocals = Reciprocals::default();
    for row in &rows {
        let host = PartnerSide { name: &row[2], country: Some(&row[1]), admin: None };
        reciprocals.observe(host, PartnerSide { name: &row[3], ..PartnerSide::default() });
    }
    let (mut alone, mut settled, mut review, mut none) = (0, 0, 0, 0);
    for row in &rows {
        let partner = PartnerSide { name: &row[3], ..PartnerSide::default() };
        let found = reconcile(gazetteer, &Query::named(partner.name));
        let back = reciprocals.settle(partner, &row[2]).map(|heard| {
            reconcile(gazetteer, &Query::named(partner.name).in_country(&heard.country)).decision
        });
        match (found.decision, back) {
            (MatchOutcome::Match, _) => alone += 1,
            (_, Some(MatchOutcome::Match)) => settled += 1,
            (MatchOutcome::Review, _) => review += 1,
            (MatchOutcome::None, _) => none += 1,
        }
    }
    println!(
        "sister-cities-worldlist: {} partners without their country: {alone} match alone, {settled} settled by the reciprocal row, {review} review, {none} none",
        rows.len()
    );
}

fn reason_class(found: &Reconciled<'_>) -> String {
    let Some(top) = found.candidates.first() else { return "none: no candidate".to_owned() };
    let how = &top.features[0].why;
    let is_misspelt = top.features.iter().any(|feature| feature.name == "letters" && feature.score < 0.0);
    let way = if is_misspelt {
        "misspelt"
    } else if how.contains("without `") {
        "affix"
    } else if how.starts_with('`') && how.contains(" is its name") {
        "exact"
    } else if how.starts_with('`') && how.contains(" is ") {
        "other name"
    } else {
        "part"
    };
    let reason = if found.reason.contains("tells them apart") {
        "homonym"
    } else if found.reason.contains("is known in") {
        "elsewhere"
    } else {
        ""
    };
    format!("{} {way} {reason}", found.decision.as_str())
}
