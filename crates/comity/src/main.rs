//! The one binary: thin verbs over the house.
mod ask;
mod ask_files;
mod ask_usage;
mod backup;
mod erase;
mod export;
mod gazetteer;
mod global_options;
mod graph;
mod import;
mod input;
mod journal;
mod log;
mod patience;
mod read;
mod rebuild;
mod reconcile;
mod restore;
mod review;
mod serve;
mod snapshot_file;
mod undo;
mod upgrade;
mod verify;
mod version;

use std::io::Write;
use std::process::ExitCode;

use anyhow::Result;
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};
use comity_model::{MESSAGE, shortened};
use mimalloc::MiMalloc;

use crate::global_options::{GlobalOptions, Outcome};

/// Gives memory back to the system soon after it is freed, whichever thread freed it; the system's own keeps what
/// the workers of a server have left in its many arenas.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

/// The open register, atlas and observatory of city diplomacy.
#[derive(Parser)]
#[command(
    name = "comity",
    disable_version_flag = true,
    arg_required_else_help = true,
    max_term_width = 100,
    after_help = "The result goes to the standard output, the story to the standard error.\n\
        Exit status: 0 done, 1 problems found (rows to review are none), 2 could not run.\n\n\
        Examples:\n  comity serve\n  comity import twins.csv\n  comity ask with rochester-new-york japan\n  \
        comity ask members --network c40 --at 2019"
)]
struct Cli {
    /// Print the version; with --verbose also those of the ledger, of records and of the API.
    #[arg(short = 'V', long)]
    version: bool,
    #[arg(long, requires = "version", hide = true)]
    verbose: bool,
    #[command(flatten)]
    global: GlobalOptions,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    Serve(serve::Args),
    Import(import::Args),
    Reconcile(reconcile::Args),
    Read(read::Args),
    Review(review::Args),
    Ask(ask::Args),
    Graph(graph::Args),
    Export(export::Args),
    Log(log::Args),
    Undo(undo::Args),
    Erase(erase::Args),
    Verify(verify::Args),
    Rebuild(rebuild::Args),
    Upgrade(upgrade::Args),
    Backup(backup::Args),
    Restore(restore::Args),
    Gazetteer(gazetteer::Args),
}

fn main() -> ExitCode {
    let cli = Cli::try_parse().unwrap_or_else(|error| error.exit());
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    cli.global.journal.open();
    let mut out = std::io::stdout();
    let ended = match runtime {
        Ok(runtime) => {
            let ended = runtime.block_on(perform(cli, &mut out));
            // A request that was cut off may still compute; nobody waits for it.
            runtime.shutdown_background();
            ended
        }
        Err(error) => Err(error.into()),
    };
    match ended {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            drop(writeln!(std::io::stderr(), "{}", shortened(&format!("comity: {error:#}"), MESSAGE)));
            ExitCode::from(2)
        }
    }
}

async fn perform(cli: Cli, out: &mut std::io::Stdout) -> Result<Outcome> {
    if cli.version {
        version::show(cli.verbose, out)?;
        return Ok(Outcome::Done);
    }
    let Some(verb) = cli.verb else {
        Cli::command().error(ErrorKind::MissingSubcommand, "which verb? `comity --help` lists them").exit()
    };
    let ended = run(verb, &cli.global, out).await;
    cli.global.close().await;
    ended
}

async fn run(verb: Verb, global: &GlobalOptions, out: &mut std::io::Stdout) -> Result<Outcome> {
    match verb {
        Verb::Serve(args) => serve::run(args, global, out).await,
        Verb::Import(args) => import::run(args, global, out).await,
        Verb::Reconcile(args) => reconcile::run(&args, global, out),
        Verb::Read(args) => read::run(args, global, out).await,
        Verb::Review(args) => review::run(args, global, out).await,
        Verb::Ask(args) => ask::run(args, global, out).await,
        Verb::Graph(args) => graph::run(args, global, out),
        Verb::Export(args) => export::run(args, global, out).await,
        Verb::Log(args) => log::run(args, global, out).await,
        Verb::Undo(args) => undo::run(args, global, out).await,
        Verb::Erase(args) => erase::run(args, global, out).await,
        Verb::Verify(args) => verify::run(args, global, out).await,
        Verb::Rebuild(args) => rebuild::run(args, global, out).await,
        Verb::Upgrade(args) => upgrade::run(args, global, out).await,
        Verb::Backup(args) => backup::run(args, global, out).await,
        Verb::Restore(args) => restore::run(args, global, out).await,
        Verb::Gazetteer(args) => gazetteer::run(args, global, out),
    }
}

/// The reader of our output went away (`comity log | head`): that is no failure.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let io = error.chain().find_map(|cause| cause.downcast_ref::<std::io::Error>());
    io.is_some_and(|io| io.kind() == std::io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
