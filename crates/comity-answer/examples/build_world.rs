//! How long it takes to build a world and to ask it: `cargo run --release -p comity-answer --example build_world`.

use std::io::Write;
use std::time::{Duration, Instant};

use comity_answer::{At, CachedSnapshot, ProfileArgs, TieFilter, ask, profile};
use comity_model::{ClaimId, LinkAttributes, Source, SourceId, SourceKind, Standing};
use comity_model::{
    Day, Entity, EntityId, EntityKind, Holdings, Level, Link, LinkKind, Modality, Polarity, Seq,
};

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout();
    for claims in [125_000, 500_000] {
        let holdings = holdings(claims);
        let links = holdings.links.len();
        let start = Instant::now();
        let world = CachedSnapshot::new(holdings);
        let built = start.elapsed();
        let (entity, at) = (EntityId::geonames(1), At::day(Day::from_ymd(2024, 1, 1)));
        let args = ProfileArgs { entity, at, limit: 500, only: TieFilter::default() };
        let start = Instant::now();
        let asked = profile(&world, &args).map(|profile| profile.figures.len());
        writeln!(out, "{links} links: world {built:.2?}, first profile {:.2?} ({asked:?})", start.elapsed())?;
        let start = Instant::now();
        let again = profile(&world, &args).map(|profile| profile.ties.len());
        writeln!(out, "  second profile {:.2?} ({again:?})", start.elapsed())?;
        let start = Instant::now();
        let cells = world.timeslice(args.at.window).len();
        writeln!(out, "  snapshot of who meets in what: {:.2?} ({cells} cells)", start.elapsed())?;
        for question in QUESTIONS {
            ask_twice(&world, question, &mut out)?;
        }
    }
    Ok(())
}

/// The questions that go over the whole graph.
const QUESTIONS: [&str; 6] = ["connected", "backbone", "communities", "bridges", "layers", "change"];

fn ask_twice(world: &CachedSnapshot, question: &str, out: &mut impl Write) -> std::io::Result<()> {
    let dates = [("from", "2000"), ("to", "2020")].map(|(name, date)| (name.to_owned(), date.to_owned()));
    let arguments = dates.into_iter().filter(|_| question == "change").collect();
    let mut took = [Duration::ZERO; 2];
    for each in &mut took {
        let start = Instant::now();
        let answer = ask(world, Day::from_ymd(2024, 1, 1), question, &arguments);
        *each = start.elapsed();
        if let Err(error) = answer {
            writeln!(out, "  {question}: {error}")?;
        }
    }
    writeln!(out, "  {question}: {:.2?}, again {:.2?}", took[0], took[1])
}

/// Pairs of 40,000 cities, two links a claim; spread by a multiplicative step, the same on every run.
fn holdings(claims: u32) -> Holdings {
    const CITIES: u32 = 40_000;
    let city = |n: u32| {
        let mut city = Entity::new(EntityId::geonames(n), EntityKind::Polity, &format!("City {n}"));
        city.levels = vec![Level::City];
        city
    };
    let source = SourceId::new("list").expect("a slug");
    let mut links = Vec::new();
    for n in 0..claims {
        let (a, b) =
            (EntityId::geonames(n % CITIES), EntityId::geonames((n.wrapping_mul(48_271) + 1) % CITIES));
        let agreement = EntityId::agreement(&[a.clone(), b.clone()], Some(&n.to_string()));
        for (part, subject) in [(0, a), (1, b)] {
            links.push(Link {
                claim: ClaimId::of(&[&n.to_le_bytes()]),
                part,
                kind: LinkKind::Party,
                subject,
                object: agreement.clone(),
                attributes: LinkAttributes::new(),
                valid: "1985/..".parse().expect("a period"),
                observed: "2024".parse().ok(),
                source: source.clone(),
                locator: "row".into(),
                label: "".into(),
                root: source.clone(),
                polarity: Polarity::Asserted,
                modality: Modality::Done,
                standing: Standing::Accepted,
                by: None,
                called: "sister-city".into(),
            });
        }
    }
    let sources = vec![Source::new(source, SourceKind::ThirdPartyList, "A list")];
    Holdings {
        known: Seq(1),
        sources,
        entities: (0..CITIES).map(city).collect(),
        links,
        ..Holdings::default()
    }
}
