//! `comity --version`: which program this is, and which formats it writes.

use std::io::Write;

use anyhow::Result;

/// The version of the program; `verbose` adds those of what it writes and answers.
pub(crate) fn show(verbose: bool, out: &mut impl Write) -> Result<()> {
    writeln!(out, "comity {}", env!("CARGO_PKG_VERSION"))?;
    if verbose {
        writeln!(out, "ledger format {}", comity_register::FORMAT)?;
        writeln!(out, "record format {}", comity_model::RECORD_FORMAT)?;
        writeln!(out, "API {}", comity_web::API_VERSION)?;
    }
    Ok(())
}
