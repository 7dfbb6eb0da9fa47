//! `comity serve`: the atlas, its pages and its API.

use std::io::Write;
use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::{Context, Result};
use comity_answer::Door;

use crate::house::{House, Outcome};

/// Serve the pages and the API; an empty register is filled with the built-in atlas first.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Reading is open to everyone who can reach the address. Writing (undo, decisions) is possible from \
    this machine, or with the admin token that is printed."
)]
pub(crate) struct Args {
    /// Where to listen; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:8420", value_name = "ADDRESS:PORT")]
    listen: SocketAddr,
    /// The token that allows writing from elsewhere; a fresh one when not given.
    #[arg(long, env = "COMITY_ADMIN_TOKEN", value_name = "TOKEN", hide_env_values = true)]
    admin_token: Option<String>,
}

pub(crate) async fn run(args: Args, house: &House, out: &mut (impl Write + Send)) -> Result<Outcome> {
    let register = house.open_filled().await?;
    let gazetteer = house
        .gazetteer()
        .inspect_err(|error| drop(writeln!(std::io::stderr(), "no place search: {error:#}")))
        .ok();
    let listener = tokio::net::TcpListener::bind(args.listen)
        .await
        .with_context(|| format!("listen on {}", args.listen))?;
    let address = listener.local_addr()?;
    let token = args.admin_token.map_or_else(fresh_token, Ok)?;
    writeln!(out, "http://{address}/")?;
    out.flush()?;
    writeln!(std::io::stderr(), "serving {}; admin token {token}; Ctrl-C stops", house.location()?)?;
    let state = comity_web::AppState::new(Door::new(register), gazetteer.map(Arc::new), token);
    comity_web::serve(listener, state, stopped()).await?;
    Ok(Outcome::Done)
}

async fn stopped() {
    // Without a signal handler the server runs until it is killed, which is as good.
    drop(tokio::signal::ctrl_c().await);
}

/// 128 bits from the system's source of chance.
fn fresh_token() -> Result<String> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes)
        .map_err(|error| anyhow::anyhow!("no chance to be had from the system: {error}"))?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}
