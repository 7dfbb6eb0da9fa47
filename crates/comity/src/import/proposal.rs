//! What is proposed for a table that no shipped profile fits: shown, written where asked, and taken where it is whole.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use comity_answer::wording;
use comity_gazetteer::Gazetteer;
use comity_ingest::{ImportOptions, IngestError, ProfileProposal, propose};
use comity_model::{QUOTATION, Record, shortened};
use comity_source::{ListProfile, SourceError, SourceRow};

/// Whether an import stopped because nobody has said which column is what.
pub(super) fn is_unknown_table(error: &anyhow::Error) -> bool {
    matches!(error.downcast_ref(), Some(IngestError::Source(SourceError::NoProfile { .. })))
}

/// The options with the proposed profile; `None` where nothing can be proposed.
///
/// # Errors
/// When the proposal lacks something: it is shown, and written where asked, before.
pub(super) fn proposed(
    gazetteer: &Gazetteer,
    name: &str,
    bytes: &[u8],
    save: Option<&Path>,
    options: &ImportOptions,
) -> Result<Option<ImportOptions>> {
    let Some(proposal) = propose(gazetteer, name, bytes, &options.reading)? else { return Ok(None) };
    show(name, &proposal, &mut std::io::stderr().lock())?;
    if let Some(path) = save {
        let written = File::create_new(path).and_then(|mut file| file.write_all(proposal.profile.as_bytes()));
        written.with_context(|| format!("write {}", path.display()))?;
    }
    if !proposal.lacking.is_empty() {
        bail!("{name}: {}", proposal.lacking);
    }
    let mut options = options.clone();
    options.reading.profile = Some(ListProfile::from_toml(name, &proposal.profile)?);
    Ok(Some(options))
}

fn show(name: &str, proposal: &ProfileProposal, out: &mut impl Write) -> Result<()> {
    writeln!(out, "{name}: no shipped profile fits; by its cells it may be read so:\n")?;
    writeln!(out, "{}", proposal.profile.trim_end())?;
    for row in &proposal.rows {
        show_row(row, out)?;
    }
    Ok(writeln!(out, "\n--save-profile FILE keeps this, to be mended and given as --profile FILE.")?)
}

fn show_row(row: &SourceRow, out: &mut impl Write) -> Result<()> {
    for record in &row.records {
        if let Record::Claim(claim) = record {
            let valid = claim.valid.as_str();
            let valid = if valid.is_empty() { String::new() } else { format!(" ({valid})") };
            let said = format!("{}{valid}", wording::written(claim));
            writeln!(out, "  row {}: {}", row.number, shortened(&said, QUOTATION))?;
        }
    }
    for problem in &row.problems {
        writeln!(out, "  {problem}")?;
    }
    Ok(())
}
