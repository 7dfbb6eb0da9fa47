//! A sitting at the queue: shows, hears a key, records, and goes on.

use std::io::Write;

use anyhow::Result;
use comity_answer::{Queue, QueueArgs, QueueItem, alike, queue};
use comity_gazetteer::Gazetteer;
use comity_ingest::{Actor, Choice, Desk, NewEntity, ReviewCandidate};
use comity_model::{PersonName, Standing};
use comity_register::{PendingId, Register};

use super::keys::{Keys, Pressed};
use super::show;
use crate::global_options::now;

/// How many mentions are settled at once at most: as many as can be shown.
const TOGETHER: u32 = 500;

pub(super) struct Session<'s> {
    desk: Desk<'s>,
    by: PersonName,
    args: QueueArgs,
    decided: u64,
}

/// What comes after a key.
enum Next {
    /// The same again.
    Stay,
    /// The question behind this one.
    On,
    To(Option<PendingId>),
    /// These meanings instead of the proposed ones.
    Found(Vec<ReviewCandidate>),
    Leave,
}

impl<'s> Session<'s> {
    pub(super) fn new(
        register: &'s Register,
        gazetteer: Option<&'s Gazetteer>,
        by: PersonName,
        args: QueueArgs,
    ) -> Self {
        Self { desk: Desk { register, gazetteer }, by, args: QueueArgs { next: 1, ..args }, decided: 0 }
    }

    pub(super) async fn run(&mut self, keys: &mut Keys, out: &mut (impl Write + Send)) -> Result<()> {
        let mut found: Option<Vec<ReviewCandidate>> = None;
        loop {
            let known = self.desk.register.head().await?.seq;
            let queue = queue(self.desk.register, known, &self.args).await?;
            let Some(item) = &queue.item else {
                if self.args.item.take().is_some() && queue.before > 0 {
                    writeln!(out, "\nThat was the last one; back to the front.")?;
                    continue;
                }
                writeln!(out, "\nNothing waits here.")?;
                break;
            };
            let meanings = match found.take() {
                Some(found) => found,
                None => self.desk.meanings(&item.claim, item.id.slot).await?,
            };
            show::question(&queue, item, out)?;
            if !item.written.is_empty() {
                show::meanings(&meanings, out)?;
            }
            show::choices(item, queue.alike, out)?;
            out.flush()?;
            let Some(pressed) = keys.press()? else { break };
            match self.act(&pressed, &queue, item, &meanings, keys, out).await? {
                Next::Stay => self.args.item = Some(item.id),
                Next::On => self.args.item = queue.next.first().map(|next| next.id).or(Some(item.id)),
                Next::To(item) => self.args.item = item,
                Next::Found(meanings) => {
                    self.args.item = Some(item.id);
                    found = Some(meanings);
                }
                Next::Leave => break,
            }
        }
        Ok(writeln!(out, "{} decided.", self.decided)?)
    }

    async fn act(
        &mut self,
        pressed: &Pressed,
        queue: &Queue,
        item: &QueueItem,
        meanings: &[ReviewCandidate],
        keys: &mut Keys,
        out: &mut (impl Write + Send),
    ) -> Result<Next> {
        let Pressed { key, rest } = pressed;
        let whole = item.written.is_empty();
        let choice = match key {
            '1'..='9' if !whole => {
                chosen(meanings, &key.to_string()).map(|one| Choice::Means(one.id.clone()))
            }
            'a' | 'A' if !whole => {
                let which = if *key == 'A' { keys.ask("Which? 1-9", out)? } else { rest.clone() };
                return self.all_alike(item, chosen(meanings, &which), keys, out).await;
            }
            'x' | 'X' if !whole => {
                let which = if *key == 'X' { keys.ask("Which? 1-9", out)? } else { rest.clone() };
                let Some(one) = chosen(meanings, &which) else {
                    return told("There is no such number.", out);
                };
                self.decide(&[item.id], &Choice::NotMeant(one.id.clone()), out).await?;
                return Ok(Next::Stay);
            }
            'n' if !whole => {
                let question = format!("Its name? [{}]", item.written);
                let name = if rest.is_empty() { keys.ask(&question, out)? } else { rest.clone() };
                Some(Choice::New(NewEntity { name, ..NewEntity::default() }))
            }
            's' if !whole => {
                let text = if rest.is_empty() { keys.ask("Search for:", out)? } else { rest.clone() };
                return Ok(Next::Found(self.desk.search(&text).await?));
            }
            'y' if whole => Some(Choice::Worth(Standing::Accepted)),
            'd' => Some(Choice::Worth(Standing::Disputed)),
            'r' => Some(Choice::Worth(Standing::Rejected)),
            'u' => Some(Choice::Unsure),
            'j' => return Ok(Next::On),
            'k' => return Ok(Next::To(queue.previous.or(Some(item.id)))),
            'z' => return self.undo_last(out).await,
            'q' => return Ok(Next::Leave),
            _ => {
                return told(
                    "1-9, a, n, x, u, s, y, d, r, j, k, z, q: `comity review --help` says what each does.",
                    out,
                );
            }
        };
        let Some(choice) = choice else { return told("There is no such number.", out) };
        self.decide(&[item.id], &choice, out).await?;
        Ok(Next::On)
    }

    async fn all_alike(
        &mut self,
        item: &QueueItem,
        one: Option<&ReviewCandidate>,
        keys: &mut Keys,
        out: &mut (impl Write + Send),
    ) -> Result<Next> {
        let Some(one) = one else { return told("There is no such number.", out) };
        let known = self.desk.register.head().await?.seq;
        let all = alike(self.desk.register, known, item.id, TOGETHER).await?;
        writeln!(out, "{} mentions of {} say the same:", all.len(), item.source.title)?;
        show::rows(&all, out)?;
        let question = format!("All of them are {}? y/n", one.full());
        if !keys.ask(&question, out)?.starts_with('y') {
            return told("Left as they were.", out);
        }
        let ids: Vec<PendingId> = all.iter().map(|asked| asked.id).collect();
        self.decide(&ids, &Choice::Means(one.id.clone()), out).await?;
        Ok(Next::To(Some(item.id)))
    }

    async fn decide(
        &mut self,
        all: &[PendingId],
        choice: &Choice,
        out: &mut (impl Write + Send),
    ) -> Result<()> {
        let at = now()?;
        let hand = Actor { by: &self.by, at: &at };
        let done = self.desk.decide(all, choice, "", hand).await?;
        self.decided += all.len() as u64;
        match done.batch {
            Some(batch) => writeln!(out, "→ recorded as batch {}", batch.0)?,
            None => writeln!(out, "→ recorded already")?,
        }
        Ok(())
    }

    async fn undo_last(&mut self, out: &mut (impl Write + Send)) -> Result<Next> {
        let at = now()?;
        let Some(back) = self.desk.undo_last(Actor { by: &self.by, at: &at }).await? else {
            return told("You have nothing to take back.", out);
        };
        writeln!(out, "→ taken back: {} (batch {})", back.decided.title, back.decided.id.0)?;
        Ok(Next::To(back.item))
    }
}

/// The meaning with that number; the first where none is said.
fn chosen<'m>(meanings: &'m [ReviewCandidate], which: &str) -> Option<&'m ReviewCandidate> {
    let number: usize = if which.is_empty() { 1 } else { which.parse().ok()? };
    meanings.get(number.checked_sub(1)?)
}

fn told(words: &str, out: &mut impl Write) -> Result<Next> {
    writeln!(out, "{words}")?;
    Ok(Next::Stay)
}
