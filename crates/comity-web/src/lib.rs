#![doc = include_str!("../README.md")]

mod about;
mod address;
mod ask;
mod assets;
mod author;
mod change;
mod claim;
mod clocks;
mod entities;
mod entity;
mod error;
mod evidence;
mod files;
mod home;
mod map;
mod names;
mod openapi;
mod paging;
mod policy;
mod reconcile;
mod research;
mod review;
mod rivals;
mod routes;
mod shell;
mod source;
mod state;
mod takedown;
mod visit;
mod words;

pub use routes::{app, serve};
pub use state::AppState;
pub use visit::API_VERSION;
