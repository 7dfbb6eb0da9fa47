//! Every target with its corpus and some hundred seeded changes of it: the same inputs every time.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::alloc::System;
use std::fs;
use std::path::PathBuf;

use cap::Cap;
use comity_fixtures::Dice;
use comity_fuzz::{TARGETS, target};

/// All targets at once need a tenth of it.
const MEMORY: usize = 1 << 30;

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, MEMORY);

/// Bytes that turn up where readers go wrong.
const TELLING: [&[u8]; 12] = [
    b"\"",
    b"\n",
    b",",
    b"\t",
    b"\0",
    b"\xff",
    "\u{202e}".as_bytes(),
    b"99999999999",
    b"-",
    b"/",
    b"{}",
    "İ".as_bytes(),
];
const LONGEST: usize = 1 << 13;

fn corpus(name: &str) -> Vec<Vec<u8>> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus")).join(name);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// One, two or four changes: bytes that change, go, come or stand twice, or the end of another input.
fn changed(inputs: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = dice.one_of(inputs).cloned().unwrap_or_default();
    for _ in 0..1 << dice.below(3) {
        let at = dice.below(bytes.len());
        let to = (at + 1 + dice.below(12)).min(bytes.len());
        match dice.below(6) {
            0 if at < bytes.len() => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
            1 => drop(bytes.drain(at..to)),
            2 => drop(bytes.splice(at..at, bytes[at..to].to_vec())),
            3 => bytes.truncate(at),
            4 => {
                let other = dice.one_of(inputs).cloned().unwrap_or_default();
                bytes.splice(at.., other.into_iter().skip(at));
            }
            _ => drop(bytes.splice(at..to, dice.one_of(&TELLING).unwrap().iter().copied())),
        }
    }
    bytes.truncate(LONGEST);
    bytes
}

fn said(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|number| number.parse().unwrap())
}

/// The input that a reader failed on is left as `fuzz-TARGET` in `target/tmp`, also where it ate up the memory.
#[track_caller]
fn check(name: &str) {
    let target = target(name).unwrap();
    let inputs = corpus(name);
    assert!(inputs.len() >= 2, "{name} has a corpus");
    let mut dice = Dice::new(said("COMITY_FUZZ_SEED").unwrap_or(12));
    let tries = said("COMITY_FUZZ_TRIES").map_or(target.tries, |tries| usize::try_from(tries).unwrap());
    let tries = (0..tries).map(|_| changed(&inputs, &mut dice));
    let last = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{name}"));
    for input in inputs.iter().cloned().chain(tries) {
        fs::write(&last, &input).unwrap();
        (target.run)(&input);
    }
    fs::remove_file(last).unwrap();
}

macro_rules! read_anything {
    ($($name:ident)+) => {
        $(#[test]
        fn $name() {
            check(stringify!($name));
        })+

        #[test]
        fn every_target_is_tried() {
            assert_eq!(TARGETS.map(|target| target.name), [$(stringify!($name)),+]);
        }
    };
}

read_anything!(dates documents gazetteers graphs names openrefine pages profiles questions records tables workbooks);
