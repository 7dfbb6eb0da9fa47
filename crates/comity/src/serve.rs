//! `comity serve`: the atlas, its pages and its API.

use std::io::Write;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use comity_answer::Door;
use comity_web::{AppState, Limits};

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
    /// How much memory may hold past states of the register, finished answers and pages; the register's present
    /// state is held whatever it takes.
    #[arg(long, default_value = "512M", value_name = "SIZE", value_parser = bytes)]
    memory: usize,
    /// After how many seconds a request that has no answer yet is refused, and its work ended.
    #[arg(long, default_value_t = 30, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=3600))]
    time_limit: u64,
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
    let patience = Duration::from_secs(args.time_limit);
    let limits = Limits { memory: args.memory, patience, ..Limits::default() };
    let state =
        AppState::new(Door::within(register, limits.worlds()), gazetteer.map(Arc::new), token, limits);
    comity_web::serve(listener, state, stopped()).await?;
    Ok(Outcome::Done)
}

/// `512M`, `2G` or plain bytes.
fn bytes(text: &str) -> Result<usize, String> {
    let units = [(['k', 'K'], 10), (['m', 'M'], 20), (['g', 'G'], 30)];
    let unit = units.into_iter().find_map(|(unit, shift)| Some((text.strip_suffix(unit)?, shift)));
    let (number, shift) = unit.unwrap_or((text, 0));
    let bytes = number.parse::<usize>().ok().and_then(|number| number.checked_mul(1 << shift));
    bytes.ok_or_else(|| format!("expected a size such as 512M or 2G, not `{text}`"))
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

#[cfg(test)]
mod tests {
    use super::bytes;

    #[test]
    fn sizes_are_read() {
        assert_eq!(
            ["512M", "2G", "64k", "1000"].map(|text| bytes(text).ok()),
            [Some(512 << 20), Some(2 << 30), Some(64 << 10), Some(1000),]
        );
        assert!(
            ["", "M", "-1M", "much", "1T", "99999999999999999999"].iter().all(|text| bytes(text).is_err())
        );
    }
}
