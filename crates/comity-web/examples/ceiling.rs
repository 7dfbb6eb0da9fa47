//! As many bytes as the address says and no work at all: the ceiling that `cargo xtask bench web` sets beside pages.
#![expect(clippy::print_stdout, reason = "it says where it listens")]

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::{Path, State};
use axum::response::Html;
use axum::routing::get;

type Pages = Arc<Mutex<HashMap<usize, String>>>;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?);
    axum::serve(listener, Router::new().route("/{length}", get(page)).with_state(Pages::default())).await
}

/// Copied for each who asks, as a page that is at hand is sent.
async fn page(Path(length): Path<usize>, State(pages): State<Pages>) -> Html<String> {
    let mut pages = pages.lock().unwrap_or_else(PoisonError::into_inner);
    Html(pages.entry(length).or_insert_with(|| "x".repeat(length.min(16 << 20))).clone())
}
