#![doc = include_str!("../README.md")]

mod dates;
mod documents;
mod gazetteers;
mod graphs;
mod names;
mod openrefine;
mod pages;
mod profiles;
mod questions;
mod records;
mod tables;
mod workbooks;
mod worlds;

/// One reader, handed any bytes. It panics where something is wrong.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    pub name: &'static str,
    pub run: fn(&[u8]),
    /// Changed inputs that the tests try, so that each takes a second or two without optimisation.
    pub tries: usize,
}

/// All targets; each has a folder of its name in `corpus`.
pub const TARGETS: [Target; 12] = [
    Target { name: "dates", run: dates::run, tries: 500 },
    Target { name: "documents", run: documents::run, tries: 300 },
    Target { name: "gazetteers", run: gazetteers::run, tries: 2 },
    Target { name: "graphs", run: graphs::run, tries: 2_000 },
    Target { name: "names", run: names::run, tries: 200 },
    Target { name: "openrefine", run: openrefine::run, tries: 300 },
    Target { name: "pages", run: pages::run, tries: 300 },
    Target { name: "profiles", run: profiles::run, tries: 500 },
    Target { name: "questions", run: questions::run, tries: 200 },
    Target { name: "records", run: records::run, tries: 1_000 },
    Target { name: "tables", run: tables::run, tries: 300 },
    Target { name: "workbooks", run: workbooks::run, tries: 150 },
];

/// The target of this name.
pub fn target(name: &str) -> Option<Target> {
    TARGETS.into_iter().find(|target| target.name == name)
}

/// One of the things, as a byte chooses; the first where there is no byte.
fn chosen<'t, T>(things: &'t [T], byte: Option<&u8>) -> Option<&'t T> {
    things.get(usize::from(byte.copied().unwrap_or_default()) % things.len().max(1))
}

/// The first byte, which chooses, and the others, which are read.
fn choice(data: &[u8]) -> (Option<&u8>, &[u8]) {
    data.split_first().map_or((None, data), |(first, rest)| (Some(first), rest))
}
