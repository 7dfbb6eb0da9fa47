//! Times the graph indicators, one at a time, and prints seconds as JSON.
//!
//! `bench FILE` runs every indicator on an edge list, each in a process of its own so that one that takes over a
//! minute can be stopped; `bench --generate TIMES FILE` prints a graph as many times larger, of the same degrees.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the terminal")]
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "graphs of at most 2^31 links"
)]

mod cell;
mod generate;

use comity_graph::read;
use std::{fs, process::ExitCode};

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["--cell", name, file] => cell::time(name, &graph(file)),
        ["--generate", times, file] => {
            generate::print(&graph(file), times.parse().expect("TIMES is a whole number"));
        }
        [file] => println!("{}", cell::all(file)),
        _ => {
            eprintln!("usage: bench FILE | bench --generate TIMES FILE");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

fn graph(file: &str) -> comity_graph::Graph {
    let text = fs::read_to_string(file).expect("the edge list can be read");
    read::edges(&text).0.graph
}
