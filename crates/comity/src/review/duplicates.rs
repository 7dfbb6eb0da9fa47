//! Pairs on file that may be one, in the terminal: the same keys, the same decisions.

use std::io::Write;

use anyhow::Result;
use comity_answer::{Duplicates, DuplicatesArgs, Moves, Pair, SnapshotStore, duplicates};
use comity_ingest::{Actor, Desk};
use comity_model::{EntityId, EntityKind, PersonName, Sameness};

use super::keys::Keys;
use crate::global_options::now;

/// Pairs that may be one, from `pair` on.
pub(super) async fn found(
    door: &SnapshotStore,
    kind: Option<EntityKind>,
    pair: Option<(EntityId, EntityId)>,
    limit: usize,
) -> Result<Duplicates> {
    let world = door.snapshot(None).await?;
    let judged = door.register().samenesses(world.known()).await?;
    Ok(duplicates(&world, &judged, &DuplicatesArgs { kind, pair, limit }))
}

/// Goes through them until the person leaves or nothing is left.
pub(super) async fn run(
    door: &SnapshotStore,
    kind: Option<EntityKind>,
    by: &PersonName,
    keys: &mut Keys,
    out: &mut (impl Write + Send),
) -> Result<()> {
    let mut at = None;
    loop {
        let found = found(door, kind, at.take(), 2).await?;
        let Some(pair) = found.pairs.first() else { break };
        show(&found, pair, out)?;
        let Some(pressed) = keys.press()? else { break };
        let next = found.pairs.get(1).map(ids);
        at = match pressed.key {
            's' | 'y' => tell(door, pair, Sameness::Same, by, out).await.map(|()| next)?,
            'x' => tell(door, pair, Sameness::Distinct, by, out).await.map(|()| next)?,
            'u' => tell(door, pair, Sameness::Unsure, by, out).await.map(|()| next)?,
            'w' => Some((pair.stays.id.clone(), pair.goes.id.clone())),
            'j' => next,
            'z' => {
                undo_last(door, by, out).await?;
                Some(ids(pair))
            }
            'q' => break,
            _ => Some(ids(pair)),
        };
    }
    Ok(writeln!(out, "No more pairs were compared.")?)
}

fn ids(pair: &Pair) -> (EntityId, EntityId) {
    (pair.goes.id.clone(), pair.stays.id.clone())
}

fn show(found: &Duplicates, pair: &Pair, out: &mut impl Write) -> Result<()> {
    let of = found.waiting + found.put_off;
    writeln!(out, "\n{} of {of} pairs ({} put off)", found.before + 1, found.put_off)?;
    writeln!(out, "{}", pair.why)?;
    for (role, one, moves) in [("merge this", &pair.goes, pair.moves), ("into this ", &pair.stays, pair.has)]
    {
        let Moves { links, claims } = moves;
        writeln!(
            out,
            "  {role} {} · {} · {} · {links} ties from {claims} claims",
            one.full(),
            one.what,
            one.id
        )?;
    }
    writeln!(
        out,
        "[y the same · x not the same · u not sure · w the other way round · j next · z undo · q leave]"
    )?;
    Ok(out.flush()?)
}

async fn tell(
    door: &SnapshotStore,
    pair: &Pair,
    sameness: Sameness,
    by: &PersonName,
    out: &mut impl Write,
) -> Result<()> {
    let world = door.snapshot(None).await?;
    let (goes, stays) = world.entity_by_id(&pair.goes.id).zip(world.entity_by_id(&pair.stays.id)).unzip();
    let (Some(goes), Some(stays)) = (goes, stays) else { return Ok(()) };
    let desk = Desk { register: door.register(), gazetteer: None };
    let done = desk.tell(goes, stays, sameness, "", Actor { by, at: &now()? }).await?;
    match done.batch {
        Some(batch) => writeln!(out, "→ recorded as batch {}", batch.0)?,
        None => writeln!(out, "→ recorded already")?,
    }
    Ok(())
}

async fn undo_last(door: &SnapshotStore, by: &PersonName, out: &mut impl Write) -> Result<()> {
    let desk = Desk { register: door.register(), gazetteer: None };
    match desk.undo_last(Actor { by, at: &now()? }).await? {
        Some(back) => writeln!(out, "→ taken back: {}", back.decided.title)?,
        None => writeln!(out, "You have nothing to take back.")?,
    }
    Ok(())
}
