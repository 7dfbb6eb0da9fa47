//! Which state of the register a reader means: by date, time, ledger number or batch.

use comity_model::{BatchId, FuzzyDate, Seq};

use crate::error::RegisterError;
use crate::log;
use crate::register::{Register, head};
use crate::store::Session;
use crate::timestamp::Timestamp;

/// As a reader may write it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Known {
    /// What was recorded by then.
    By(Timestamp),
    /// Up to this entry, and the rest of its batch.
    Entry(Seq),
    With(BatchId),
    Before(BatchId),
}

impl Register {
    /// The state that `text` means, as the last entry that counts.
    ///
    /// `2026-05-03` or `2026-05` is the end of it in UTC; `2026-05-03T10:00:00Z` a time; `#123` or `123` a ledger
    /// number; `batch:7` the state with that batch, `batch:7^` the one before it. A year alone would read as a
    /// ledger number: write its last day.
    pub async fn known(&self, text: &str) -> Result<Seq, RegisterError> {
        let known = parse(text).ok_or_else(|| RegisterError::Known { text: text.to_owned() })?;
        let mut session = self.store.read().await?;
        match known {
            Known::By(moment) => {
                let batch = log::last_batch_by(&mut session, &moment).await?;
                Ok(batch.map_or(Seq(0), |batch| batch.last))
            }
            Known::Entry(seq) if seq <= head(&mut session).await?.0.seq => whole(&mut session, seq).await,
            Known::Entry(_) => Err(RegisterError::Known { text: text.to_owned() }),
            Known::With(id) => Ok(existing(&mut session, id).await?.last),
            Known::Before(id) => Ok(Seq(existing(&mut session, id).await?.first.0 - 1)),
        }
    }
}

/// The end of the batch that `seq` is in: a batch lands whole.
pub(crate) async fn whole(session: &mut Session, seq: Seq) -> Result<Seq, RegisterError> {
    let batch = log::batch_at(session, seq).await?;
    Ok(batch.map_or(Seq(0), |batch| batch.last))
}

async fn existing(session: &mut Session, id: BatchId) -> Result<crate::batch::Batch, RegisterError> {
    log::batch(session, id).await?.ok_or(RegisterError::NoBatch(id))
}

fn parse(text: &str) -> Option<Known> {
    let text = text.trim();
    if let Some(batch) = text.strip_prefix("batch:") {
        return match batch.strip_suffix('^') {
            Some(before) => before.parse().ok().map(|id| Known::Before(BatchId(id))),
            None => batch.parse().ok().map(|id| Known::With(BatchId(id))),
        };
    }
    let number = text.strip_prefix('#').unwrap_or(text).parse::<i64>();
    if let Ok(number) = number {
        return (number >= 0).then_some(Known::Entry(Seq(number)));
    }
    let moment = text.parse().ok();
    let day = || text.parse::<FuzzyDate>().ok().and_then(|date| Timestamp::end_of(date.latest()));
    moment.or_else(day).map(Known::By)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_written_in_many_ways() {
        let by = |text: &str| Some(Known::By(text.parse().unwrap()));
        assert_eq!(parse("2026-05-03"), by("2026-05-03T23:59:59Z"));
        assert_eq!(parse("2026-02"), by("2026-02-28T23:59:59Z"));
        assert_eq!(parse("2026-05-03T10:00:00Z"), by("2026-05-03T10:00:00Z"));
        assert_eq!(parse("#123"), Some(Known::Entry(Seq(123))));
        assert_eq!(parse("batch:7"), Some(Known::With(BatchId(7))));
        assert_eq!(parse("batch:7^"), Some(Known::Before(BatchId(7))));
        for bad in ["", "yesterday", "batch:", "#-1", "batch:7^^", "Y12026-05", "-0044-03"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }
}
