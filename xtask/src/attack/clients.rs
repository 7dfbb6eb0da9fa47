//! Hostile clients beside good ones: the good ones must not notice.

mod good;
mod hostile;

use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;
use std::time::Duration;

use anyhow::Result;

use super::addresses::Known;
use super::dice::Dice;
use super::options::Options;
use super::target::Target;
use super::{Outcome, list};

const GOOD: usize = 50;
const HOSTILE: usize = 10;

/// Of a hundred good requests, 99 are answered by then: what the issue of hard use allows.
const PROMPT: Duration = Duration::from_millis(300);

pub(super) fn attack(target: &Target, options: &Options) -> Result<Outcome> {
    let house = target.house("clients")?;
    house.write("pairs.csv", &list::pairs(300, &mut Dice::new(options.seed)))?;
    house.done("a.db", &["import", "pairs.csv"])?;
    let server = house.serve("a.db")?;
    let address = server.address.as_str();
    let known = Known::ask(address)?;
    let stop = AtomicBool::new(false);
    let (seen, hostile) = std::thread::scope(|scope| {
        let (known, stop) = (&known, &stop);
        let hostile: Vec<_> =
            (0..HOSTILE).map(|n| scope.spawn(move || hostile::client(address, n, known, stop))).collect();
        let first = options.seed << 8;
        let good: Vec<_> = (0..GOOD)
            .map(|n| {
                scope.spawn(move || good::client(address, Dice::new(first + n as u64), known, options.time))
            })
            .collect();
        let seen: Vec<good::Seen> = good.into_iter().map(|client| client.join().expect("no panic")).collect();
        stop.store(true, Relaxed);
        let hostile: Vec<hostile::Done> =
            hostile.into_iter().map(|client| client.join().expect("no panic")).collect();
        (seen, hostile)
    });
    Ok(told(options, seen, &hostile))
}

fn told(options: &Options, seen: Vec<good::Seen>, hostile: &[hostile::Done]) -> Outcome {
    let errors: Vec<String> = seen.iter().flat_map(|seen| seen.errors.clone()).collect();
    for error in errors.iter().take(20) {
        eprintln!("clients: {error}");
    }
    let mut took: Vec<Duration> = seen.into_iter().flat_map(|seen| seen.took).collect();
    took.sort();
    let p99 = quantile(&took, 99);
    let figure = format!(
        "{} good requests, {} errors, p50 {} ms, p99 {} ms, slowest {} ms; {} hostile clients held {} sockets and asked {} long questions",
        took.len() + errors.len(),
        errors.len(),
        quantile(&took, 50).as_millis(),
        p99.as_millis(),
        took.last().copied().unwrap_or_default().as_millis(),
        hostile.len(),
        hostile.iter().map(|done| done.sockets).sum::<u64>(),
        hostile.iter().map(|done| done.questions).sum::<u64>(),
    );
    let command =
        format!("cargo xtask attack clients --seconds {} --seed {}", options.time.as_secs(), options.seed);
    let held = errors.is_empty() && p99 <= PROMPT && !took.is_empty();
    Outcome { command, held, figure }
}

/// The time within which so many of a hundred were answered; `took` is in order.
fn quantile(took: &[Duration], of_hundred: usize) -> Duration {
    let place = (took.len() * of_hundred).div_ceil(100).saturating_sub(1);
    took.get(place).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_nearest_rank() {
        let took: Vec<Duration> = (1..=100).map(Duration::from_millis).collect();
        assert_eq!(quantile(&took, 99), Duration::from_millis(99));
        assert_eq!(quantile(&took, 50), Duration::from_millis(50));
        assert_eq!(quantile(&took[..1], 99), Duration::from_millis(1));
        assert_eq!(quantile(&[], 99), Duration::ZERO);
    }
}
