#![doc = include_str!("../README.md")]
#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "nodes are numbered in u32 by construction, and every count stays far below 2^52"
)]

mod brandes;
mod folded;
mod graph;
mod label;
mod layers;
mod lowlink;
mod parts;
mod two_mode;

pub mod articulation;
pub mod assortativity;
pub mod betweenness;
pub mod bridges;
pub mod closeness;
pub mod clustering;
pub mod components;
pub mod core_number;
pub mod degree;
pub mod edge_betweenness;
pub mod efficiency;
pub mod eigenvector;
pub mod harmonic;
pub mod mixing;
pub mod pagerank;
pub mod reach;
pub mod read;
pub mod structure;
pub mod triangles;

pub use graph::{Collapsed, Graph, Node};
pub use label::Labels;
pub use layers::Layers;
pub use two_mode::{Entry, TwoMode};
