//! Links of cities that do not exist, in the open record format: the same for the same seed.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value, json};

const COUNTRIES: u64 = 200;
const CITIES: u64 = 40_000;
const NETWORKS: u64 = 300;
/// Links of one list: a batch of the register each, so that it has a history.
const LIST: u32 = 100_000;
/// Of a hundred links seventy are the two ends of an agreement, as in a real register; the others are memberships.
const OF_AGREEMENTS: u32 = 70;

/// Writes lists of so many links in all, beside the register that they are for.
pub(super) fn write(register: &Path, links: u32, seed: u64) -> Result<Vec<PathBuf>> {
    let lists = links.div_ceil(LIST);
    let name = |list: u32| register.with_extension(format!("{list}.jsonl"));
    (0..lists)
        .map(|list| {
            let path = name(list);
            let file = File::create_new(&path).with_context(|| format!("write {}", path.display()))?;
            let mut out = BufWriter::new(file);
            write_list(&mut out, list, LIST.min(links - list * LIST), seed)?;
            out.flush()?;
            Ok(path)
        })
        .collect()
}

/// The first list brings the places and networks along, which the others speak of.
fn write_list(out: &mut impl Write, list: u32, links: u32, seed: u64) -> Result<()> {
    let source = format!("synthetic-{list}");
    let title = format!("Synthetic list {list} by seed {seed}");
    let mut write = |record: &Value| writeln!(out, "{record}");
    write(&json!({ "record": "source", "id": source, "kind": "third-party-list", "title": title }))?;
    if list == 0 {
        entities().try_for_each(|entity| write(&entity))?;
    }
    let agreements = links * OF_AGREEMENTS / 200;
    let dice = |n: u32| Dice(mixed(seed ^ mixed(u64::from(list) << 32 | u64::from(n))));
    for n in 0..agreements {
        write(&agreement(&source, n, dice(n)))?;
    }
    for n in agreements..links - agreements {
        write(&membership(&source, n, dice(n)))?;
    }
    Ok(())
}

fn entities() -> impl Iterator<Item = Value> {
    let countries = (0..COUNTRIES).map(
        |n| json!({ "record": "entity", "id": format!("synland-{n}"), "kind": "polity", "name": format!("Synland {n}"), "levels": ["nation"] }),
    );
    let cities = (0..CITIES).map(|n| {
        json!({
            "record": "entity", "id": city(n), "kind": "polity", "name": format!("Synville {n}"), "levels": ["city"],
            "within": [format!("synland-{}", n % COUNTRIES)],
        })
    });
    let networks = (0..NETWORKS).map(
        |n| json!({ "record": "entity", "id": format!("synnet-{n}"), "kind": "network", "name": format!("Synnet {n}") }),
    );
    countries.chain(cities).chain(networks)
}

fn city(n: u64) -> String {
    format!("synville-{n}")
}

fn mention(id: &str) -> Value {
    json!({ "text": id, "id": id })
}

fn agreement(source: &str, n: u32, mut dice: Dice) -> Value {
    let one = dice.skewed(CITIES);
    let other = (one + 1 + dice.below(CITIES - 1)) % CITIES;
    let link = json!({
        "subject": mention(&city(one)), "kind": "party",
        "object": { "kind": "agreement", "level": "sister-city", "with": [mention(&city(other))] },
    });
    claim(source, n, &link, &dice.period())
}

fn membership(source: &str, n: u32, mut dice: Dice) -> Value {
    let (city, network) = (city(dice.skewed(CITIES)), format!("synnet-{}", dice.skewed(NETWORKS)));
    let link = json!({ "subject": mention(&city), "kind": "member", "object": mention(&network) });
    claim(source, n, &link, &dice.period())
}

fn claim(source: &str, n: u32, link: &Value, valid: &str) -> Value {
    json!({ "record": "claim", "source": source, "locator": format!("row {n}"), "shape": { "link": link }, "valid": valid })
}

/// Chance for one row: whatever comes before a row, it stays the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = mixed(self.0);
        self.0 % most
    }

    /// The lower the number the likelier, as a few cities have most of the ties.
    fn skewed(&mut self, most: u64) -> u64 {
        self.below(most) * self.below(most) / most
    }

    /// From a year on, sometimes to another one.
    fn period(&mut self) -> String {
        let start = 1950 + self.below(70);
        match self.below(5) {
            0 => format!("{start}/{}", start + 1 + self.below(20)),
            _ => format!("{start}/.."),
        }
    }
}

/// The finish of splitmix64 (Steele and others 2014).
fn mixed(n: u64) -> u64 {
    let n = n.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let n = (n ^ (n >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let n = (n ^ (n >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    n ^ (n >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(number: u32, links: u32, seed: u64) -> String {
        let mut out = Vec::new();
        write_list(&mut out, number, links, seed).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn as_many_links_as_asked_for_and_the_same_for_a_seed() {
        let text = list(1, 1_000, 7);
        let of = |word: &str| text.lines().filter(|line| line.contains(word)).count();
        assert_eq!(2 * of("\"party\"") + of("\"member\""), 1_000);
        assert_eq!((text.lines().count(), of("\"entity\"")), (651, 0));
        assert_eq!(text, list(1, 1_000, 7));
        assert_ne!(text, list(1, 1_000, 8));
        assert_ne!(text, list(2, 1_000, 7));
    }

    #[test]
    fn the_first_list_has_what_all_speak_of() {
        let text = list(0, 100, 1);
        let entities = text.lines().filter(|line| line.contains("\"entity\"")).count();
        assert_eq!(entities as u64, COUNTRIES + CITIES + NETWORKS);
        assert!(text.contains("\"id\":\"synville-39999\""));
    }
}
