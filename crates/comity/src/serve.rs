//! `comity serve`: the atlas, its pages and its API.

mod link;
mod open_files;
mod stop;

use std::fmt::Write as _;
use std::io::{Stdout, Write};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use comity_answer::SnapshotStore;
use comity_web::{Admission, AppState, HostName, Hosts, ServerLimits, SessionScope, SocketLimits};

use crate::global_options::{GlobalOptions, Outcome};
use link::LinkFor;

/// How long a printed link may wait: whoever started the server is there.
const LINK_WAITS: Duration = Duration::from_hours(1);
/// A token this short can be guessed.
const SHORT: usize = 16;

/// Serve the pages and the API; an empty register is filled with the built-in atlas first.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Reading is open to everyone who can reach the address. Writing (decisions, undo) needs a session or \
    the admin token. A session is opened, once and within an hour, by the link that is printed; it lasts twelve hours \
    and ends with the server. Programs send `Authorization: Bearer TOKEN`.\n\nBehind a proxy give --host with the \
    name that people use.\n\nSIGTERM or Ctrl-C stops: running requests get 8 seconds. /healthz says that the server runs, \
    /readyz that the register answers.\n\nExamples:\n  comity serve\n  comity serve --link 'Ana B.' --link 'Ben C.:edit'\n  \
    comity serve --host https://comity.example --public"
)]
pub(crate) struct Args {
    /// Where to listen; port 0 takes a free one.
    #[arg(long, default_value = "127.0.0.1:8420", value_name = "ADDRESS:PORT")]
    listen: SocketAddr,
    /// A name that people use for this server, where it is not an address of this machine; may be repeated. With
    /// `https://` before it, links are printed with it; references and feeds have the first name. With a path after that (`https://city.example/atlas`) the server
    /// is reached under this path, whether or not a proxy takes it away.
    #[arg(long, value_name = "NAME")]
    host: Vec<HostName>,
    /// The pages of other sites may read the API (CORS).
    #[arg(long)]
    public: bool,
    /// Also print a link for this person, with the scope review (decide, and take own decisions back; so if left
    /// out) or edit (take any batch back); may be repeated.
    #[arg(long, value_name = "NAME[:SCOPE]")]
    link: Vec<LinkFor>,
    /// The token that allows everything, from anywhere; a fresh one when not given.
    #[arg(long, env = "COMITY_ADMIN_TOKEN", value_name = "TOKEN", hide_env_values = true)]
    admin_token: Option<String>,
    /// Open at once; one more takes the place of whichever waited longest [default: what may be open, less 128].
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..))]
    connections: Option<u32>,
    /// Let whoever connects from this machine write under your name without a session. Every account of the machine
    /// can, and everybody in front of a proxy that does not say so.
    #[arg(long)]
    trust_loopback: bool,
    /// How much memory may hold past states of the register, finished answers and pages; the register's present
    /// state is held whatever it takes.
    #[arg(long, default_value = "512M", value_name = "SIZE", value_parser = bytes)]
    memory: usize,
    /// After how many seconds a request that has no answer yet is refused, and its work ended.
    #[arg(long, default_value_t = 30, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=3600))]
    time_limit: u64,
}

pub(crate) async fn run(args: Args, global: &GlobalOptions, out: &mut Stdout) -> Result<Outcome> {
    let token = Token::read(args.admin_token)?;
    let trusted_loopback = if args.trust_loopback { Some(global.by()?) } else { None };
    let reading = comity_register::Access::Read;
    let register = if global.read_only { global.open(reading).await? } else { global.open_filled().await? };
    let gazetteer = global
        .gazetteer()
        .inspect_err(|error| drop(writeln!(std::io::stderr(), "no place search: {error:#}")))
        .ok();
    let listener = tokio::net::TcpListener::bind(args.listen)
        .await
        .with_context(|| format!("listen on {}", args.listen))?;
    let address = listener.local_addr()?;
    let access = Admission {
        admin_token: token.text.clone(),
        hosts: Hosts::new(address, args.host),
        public: args.public,
        trusted_loopback,
    };
    let patience = Duration::from_secs(args.time_limit);
    let limits = ServerLimits { memory: args.memory, patience, ..ServerLimits::default() };
    // Whoever reads the address may send the signal at once.
    let stopped = stop::stopped();
    let file = global.snapshot_file(&register);
    let door = SnapshotStore::within(register, limits.snapshots()).kept_in(file);
    let state = AppState::new(door, gazetteer.map(Arc::new), access, limits);
    let printed = format!("http://{address}/\n{}", links(&state, global, &args.link)?);
    // In one piece: whoever reads only the first line may be gone by the second.
    out.write_all(printed.as_bytes())?;
    out.flush()?;
    writeln!(std::io::stderr(), "serving {}; {token}; Ctrl-C stops", global.location()?)?;
    if args.trust_loopback {
        writeln!(
            std::io::stderr(),
            "warning: whoever connects from this machine may write (--trust-loopback)"
        )?;
    }
    let connections = args.connections.map_or_else(open_files::connections, |count| count as usize);
    let sockets = SocketLimits { connections, ..SocketLimits::default() };
    comity_web::serve(listener, state, sockets, stopped).await;
    Ok(Outcome::Done)
}

/// A line for each link: the link, whose it is and how far it reaches. The first is for whoever starts the server.
fn links(state: &AppState, global: &GlobalOptions, others: &[LinkFor]) -> Result<String> {
    let own = global.by().map(|name| LinkFor { name, scope: SessionScope::Edit });
    let own =
        own.inspect_err(|error| drop(writeln!(std::io::stderr(), "no link for yourself: {error:#}"))).ok();
    let mut lines = String::new();
    for LinkFor { name, scope } in own.iter().chain(others) {
        let link = state.offer(name.clone(), *scope, LINK_WAITS)?.link;
        writeln!(lines, "{link}  {name} ({scope}), once, within an hour")?;
    }
    Ok(lines)
}

/// `512M`, `2G` or plain bytes.
fn bytes(text: &str) -> Result<usize, String> {
    let units = [(['k', 'K'], 10), (['m', 'M'], 20), (['g', 'G'], 30)];
    let unit = units.into_iter().find_map(|(unit, shift)| Some((text.strip_suffix(unit)?, shift)));
    let (number, shift) = unit.unwrap_or((text, 0));
    let bytes = number.parse::<usize>().ok().and_then(|number| number.checked_mul(1 << shift));
    bytes.ok_or_else(|| format!("expected a size such as 512M or 2G, not `{text}`"))
}

/// The admin token, said again only where nobody chose it.
struct Token {
    text: String,
    fresh: bool,
}

impl Token {
    fn read(given: Option<String>) -> Result<Self> {
        let Some(text) = given else { return Ok(Self { text: comity_web::fresh_secret()?, fresh: true }) };
        ensure!(!text.trim().is_empty(), "the admin token is empty: leave it out for a fresh one");
        if text.chars().count() < SHORT {
            writeln!(
                std::io::stderr(),
                "warning: an admin token of fewer than {SHORT} characters can be guessed"
            )?;
        }
        Ok(Self { text, fresh: false })
    }
}

impl std::fmt::Display for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.fresh { write!(f, "admin token {}", self.text) } else { f.write_str("admin token as given") }
    }
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
