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
mod weighted;

pub mod articulation;
pub mod association;
pub mod assortativity;
pub mod backbone;
pub mod betweenness;
pub mod bridges;
pub mod burst;
pub mod burst_stream;
pub mod cancel;
pub mod change;
pub mod closeness;
pub mod clustering;
pub mod components;
pub mod concentration;
pub mod constraint;
pub mod core_number;
pub mod degree;
pub mod diameter;
pub mod disparity;
pub mod drawn_pairs;
pub mod edge_betweenness;
pub mod efficiency;
pub mod eigenvector;
pub mod episodicity;
pub mod estimate;
pub mod harmonic;
pub mod holdout;
pub mod interlocking;
pub mod knockout;
pub mod leiden;
pub mod link_prediction;
pub mod logistic;
pub mod mixing;
pub mod modularity;
pub mod multiplex;
pub mod null_model;
pub mod pagerank;
pub mod projection;
pub mod rank;
pub mod reach;
pub mod read;
pub mod representation;
pub mod robustness;
pub mod seed;
pub mod share;
pub mod signs;
pub mod structure;
pub mod survival;
pub mod triangles;
pub mod withdrawal;

pub use graph::{Collapsed, Graph, Node};
pub use label::Labels;
pub use layers::Layers;
pub use two_mode::{Entry, TwoMode};

/// The examples of the methods paper are tests.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/METHODS.md")]
struct Methods;
