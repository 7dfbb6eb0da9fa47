//! Requests that no honest client sends, over every address and argument: nothing may fall over, hang or swell.

mod malformed;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use anyhow::{Context, Result};

use super::addresses::{self, Address, Known};
use super::dice::Dice;
use super::list;
use super::options::Options;
use super::target::Target;
use super::{Outcome, http};
use malformed::{Malformed, Request};

/// Clients at once.
const CLIENTS: u64 = 4;

/// An answer must have come by then: what the issue of hard use allows.
const SLOW: Duration = Duration::from_secs(2);

/// After this we stop listening: well beyond [`SLOW`], so that slow answers are still told from none.
const PATIENCE: Duration = Duration::from_secs(20);

/// Resident memory may stay above where it started by so many parts of a hundred.
const SPARE: u64 = 20;

/// How long memory may take to come back: what nobody uses is kept for a minute, and looked at every quarter of one.
const REST: Duration = Duration::from_secs(90);

pub(super) fn attack(target: &Target, options: &Options) -> Result<Outcome> {
    let house = target.house("requests")?;
    house.write("pairs.csv", &list::pairs(300, &mut Dice::new(options.seed)))?;
    house.done("a.db", &["import", "pairs.csv"])?;
    let mut server = house.serve("a.db")?;
    let address = server.address.clone();
    let (addresses, known) = (addresses::described(&address)?, Known::ask(&address)?);
    warm_up(&address, &addresses, &known);
    let malformed = Malformed { addresses: &addresses, known: &known };
    // A server in use has its caches filled: what is looked for is memory that goes on growing.
    let first = Options { seed: options.seed + 1, requests: options.requests / 5, ..options.clone() };
    drop(sent(&address, &malformed, &first));
    std::thread::sleep(REST);
    let before = resident(server.process())?;
    let tally = sent(&address, &malformed, options);
    let runs = server.runs();
    let after = if runs { settled(server.process(), before)? } else { u64::MAX };
    tally.tell();
    let grown = after.saturating_sub(before) * 100 / before.max(1);
    let held = runs && tally.unanswered == 0 && tally.broken == 0 && tally.slow == 0 && grown <= SPARE;
    let figure = format!(
        "{} sent, {} answered, {} whole ones not, {} crashes, {} answers of 500 and above, {} over {} s (slowest {:.2} s), resident {} MiB before, {} MiB after (+{grown} %)",
        tally.sent,
        tally.answered,
        tally.unanswered,
        u8::from(!runs),
        tally.broken,
        tally.slow,
        SLOW.as_secs(),
        tally.slowest.as_secs_f64(),
        before >> 10,
        if runs { after >> 10 } else { 0 },
    );
    let command =
        format!("cargo xtask attack requests --requests {} --seed {}", options.requests, options.seed);
    Ok(Outcome { command, held, figure })
}

/// All requests, by several clients.
fn sent(address: &str, malformed: &Malformed<'_>, options: &Options) -> Tally {
    let next = AtomicU64::new(0);
    let tallies = std::thread::scope(|scope| {
        let clients = (0..CLIENTS).map(|_| scope.spawn(|| client(address, malformed, options, &next)));
        let clients: Vec<_> = clients.collect();
        clients.into_iter().map(|client| client.join().expect("a client does not panic")).collect::<Vec<_>>()
    });
    tallies.into_iter().fold(Tally::default(), Tally::and)
}

/// Every address once as it is meant, so that what is built on first use is there.
fn warm_up(server: &str, addresses: &[Address], known: &Known) {
    for address in addresses.iter().filter(|address| address.method == "GET") {
        let first = |place: &str| known.of(&address.path, place).first().cloned().unwrap_or_default();
        // An address that wants more than its places answers with a refusal, which is as good here.
        drop(http::get(server, &addresses::filled(&address.path, first), PATIENCE));
    }
}

/// What became of the requests of one client.
#[derive(Debug, Default)]
struct Tally {
    sent: u64,
    answered: u64,
    /// Whole requests that nothing came back to.
    unanswered: u64,
    broken: u64,
    slow: u64,
    slowest: Duration,
    /// What was slow or broke, shortened, with the kind of request.
    bad: Vec<String>,
    by_status: BTreeMap<u16, u64>,
}

impl Tally {
    fn and(mut self, other: Self) -> Self {
        self.sent += other.sent;
        self.answered += other.answered;
        self.unanswered += other.unanswered;
        self.broken += other.broken;
        self.slow += other.slow;
        self.slowest = self.slowest.max(other.slowest);
        self.bad.extend(other.bad);
        for (status, count) in other.by_status {
            *self.by_status.entry(status).or_default() += count;
        }
        self
    }

    /// Shows at most so many of the bad ones.
    fn tell(&self) {
        const SHOWN: usize = 20;
        let statuses: Vec<String> =
            self.by_status.iter().map(|(status, count)| format!("{status}: {count}")).collect();
        eprintln!("requests: answers {}", statuses.join(", "));
        for bad in self.bad.iter().take(SHOWN) {
            eprintln!("requests: {bad}");
        }
    }

    fn take(&mut self, number: u64, request: &Request, answer: Option<&http::Answer>) {
        self.sent += 1;
        let start = String::from_utf8_lossy(request.bytes.get(..160).unwrap_or(&request.bytes));
        let Some(answer) = answer else {
            if request.is_whole {
                self.unanswered += 1;
                self.bad.push(format!("no. {number}: no answer: {start:?}"));
            }
            return;
        };
        self.answered += 1;
        *self.by_status.entry(answer.status).or_default() += 1;
        self.slowest = self.slowest.max(answer.took);
        let (broken, slow) = (is_failure(answer.status), answer.took > SLOW);
        self.broken += u64::from(broken);
        self.slow += u64::from(slow);
        if broken || slow {
            self.bad.push(format!(
                "no. {number}: {} after {:.2} s: {start:?}",
                answer.status,
                answer.took.as_secs_f64()
            ));
        }
    }
}

/// A server that is busy may say so (503); every other failure is one.
fn is_failure(status: u16) -> bool {
    status >= 500 && status != 503
}

/// The nth request is the same whichever client sends it.
fn client(server: &str, malformed: &Malformed<'_>, options: &Options, next: &AtomicU64) -> Tally {
    let mut tally = Tally::default();
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= options.requests {
            return tally;
        }
        let request = malformed.request(server, &mut Dice::new(options.seed.wrapping_mul(1 << 32) + number));
        let patience = if request.is_whole { PATIENCE } else { Duration::from_millis(200) };
        let answer = http::send(server, &request.bytes, patience).ok().flatten();
        tally.take(number, &request, answer.as_ref());
    }
}

/// Resident memory of its own in KiB: pages of files that are mapped, as the place index is, are the system's, which
/// takes them back when it needs them.
fn resident(process: u32) -> Result<u64> {
    let status =
        std::fs::read_to_string(format!("/proc/{process}/status")).context("the memory of the server")?;
    let line = status.lines().find(|line| line.starts_with("RssAnon:")).context("its resident memory")?;
    Ok(line.split_whitespace().nth(1).context("a figure")?.parse()?)
}

/// Resident memory once it has come down to what is allowed, or after waiting for it.
fn settled(process: u32, before: u64) -> Result<u64> {
    let mut waited = Duration::ZERO;
    loop {
        let now = resident(process)?;
        if now <= before + before * SPARE / 100 || waited >= REST {
            return Ok(now);
        }
        std::thread::sleep(Duration::from_secs(1));
        waited += Duration::from_secs(1);
    }
}
