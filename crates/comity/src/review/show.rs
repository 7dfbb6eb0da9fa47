//! One question on the terminal: the source's words, their row, and what they may mean, with the reasons.

use std::io::Write;

use anyhow::Result;
use comity_answer::{Queue, QueueItem};
use comity_ingest::{ReviewCandidate, Speaks};

/// Where the person is, and what is asked.
pub(super) fn question(queue: &Queue, item: &QueueItem, out: &mut impl Write) -> Result<()> {
    let Queue { waiting, put_off, all, before, others, .. } = queue;
    writeln!(out, "\n{} of {} here ({put_off} put off); {all} in all", before + 1, waiting + put_off)?;
    let what = if item.written.is_empty() { "Is this right?" } else { item.written.as_str() };
    writeln!(out, "{what}")?;
    writeln!(out, "  {}, {}: {}", item.source.title, item.claim.claim.locator, item.row)?;
    for other in others {
        match &other.entity {
            Some(entity) => writeln!(
                out,
                "  the other end: {} – {}, {} ({})",
                other.written, entity.name, entity.country, entity.id
            )?,
            None => writeln!(out, "  the other end: {} – open too", other.written)?,
        }
    }
    if !item.claim.claim.words.is_empty() {
        writeln!(out, "  {}", item.claim.claim.words)?;
    }
    if !item.why.is_empty() {
        writeln!(out, "  left open: {}", item.why)?;
    }
    for id in &item.not {
        writeln!(out, "  a person said that it is not {id}")?;
    }
    Ok(())
}

/// Numbered as the keys are.
pub(super) fn meanings(meanings: &[ReviewCandidate], out: &mut impl Write) -> Result<()> {
    if meanings.is_empty() {
        writeln!(out, "  nothing is called so: s searches, n makes something new")?;
    }
    for (number, meaning) in (1..=9).zip(meanings) {
        writeln!(out, "  {number}  {}", one(meaning))?;
        for (speaks, word) in [(Speaks::For, "for"), (Speaks::Against, "against")] {
            let said = meaning.reasons.iter().filter(|reason| reason.speaks == speaks);
            let said: Vec<&str> = said.map(|reason| reason.why.as_str()).collect();
            if !said.is_empty() {
                writeln!(out, "       {word}: {}", said.join("; "))?;
            }
        }
    }
    Ok(())
}

fn one(meaning: &ReviewCandidate) -> String {
    let mut parts = vec![meaning.full(), meaning.what.clone()];
    parts.extend(meaning.population.map(|people| format!("{people} people")));
    parts.extend(meaning.of_hundred().map(|score| format!("score {score}")));
    parts.push(meaning.id.to_string());
    parts.extend(meaning.wikidata.clone());
    if !meaning.on_file {
        parts.push("not on file yet".to_owned());
    }
    parts.join(" · ")
}

pub(super) fn choices(item: &QueueItem, alike: u64, out: &mut impl Write) -> Result<()> {
    let keys = if item.written.is_empty() {
        "y right · d looks miscopied · r exclude · u skip · j k next, previous · z undo · q leave".to_owned()
    } else {
        let all = match (alike, item.is_network()) {
            (0 | 1, _) => String::new(),
            (_, true) => format!(" (one answer for all {alike} rows that name it)"),
            (_, false) => format!(" · a all {alike} that say the same"),
        };
        format!(
            "1-9 match{all} · n new · x 1 is not a match · u skip · s search · j k · z undo · ? keys · q leave"
        )
    };
    Ok(writeln!(out, "[{keys}]")?)
}

/// The rows that one decision would settle together.
pub(super) fn rows(all: &[QueueItem], out: &mut impl Write) -> Result<()> {
    for asked in all {
        writeln!(out, "    {}: {}", asked.claim.claim.locator, asked.row)?;
    }
    Ok(())
}
