//! Somebody who reads: one page a second, of a city, a claim or a search.

use std::time::{Duration, Instant};

use crate::attack::addresses::Known;
use crate::attack::dice::Dice;
use crate::attack::http::{self, escaped};

/// What somebody saw of the service.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) took: Vec<Duration>,
    pub(super) errors: Vec<String>,
}

/// After this a reader has gone.
const PATIENCE: Duration = Duration::from_secs(10);

const WORDS: [&str; 8] = ["lyon", "new york", "c40", "東京", "san", "iclei", "moscow", "ham"];

pub(super) fn client(server: &str, mut dice: Dice, known: &Known, time: Duration) -> Seen {
    let mut seen = Seen::default();
    // Not all in the same moment of each second.
    std::thread::sleep(Duration::from_millis(dice.roll() % 1_000));
    let started = Instant::now();
    let mut due = Duration::ZERO;
    while due < time {
        std::thread::sleep(due.saturating_sub(started.elapsed()));
        let path = page(&mut dice, known);
        match http::get(server, &path, PATIENCE) {
            Ok(Some(answer)) if answer.status == 200 => seen.took.push(answer.took),
            Ok(Some(answer)) => seen.errors.push(format!("{path}: {}", answer.status)),
            Ok(None) => seen.errors.push(format!("{path}: no answer")),
            Err(error) => seen.errors.push(format!("{path}: {error:#}")),
        }
        due += Duration::from_secs(1);
    }
    seen
}

fn page(dice: &mut Dice, known: &Known) -> String {
    match dice.below(3) {
        0 => format!("/entities/{}", dice.pick(&known.entities)),
        1 => format!("/claims/{}", dice.pick(&known.claims)),
        _ => format!("/search?q={}", escaped(WORDS[dice.below(WORDS.len())])),
    }
}
