//! What is being done when the program is killed, and what is looked at afterwards besides the register itself.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;

use super::scene::{End, REGISTER, Scene};
use crate::attack::{http, list};

/// Something that writes.
pub(super) struct Deed {
    pub(super) name: &'static str,
    /// The verb that the program must have.
    pub(super) verb: &'static str,
    pub(super) strike: fn(&mut Scene<'_>, u64) -> Result<()>,
}

pub(super) const DEEDS: [Deed; 2] = [
    Deed { name: "import", verb: "import", strike: import },
    Deed { name: "decisions", verb: "serve", strike: decisions },
];

/// Rows of a list that is being imported.
const ROWS: u64 = 2_000;

/// A list comes in whole or not at all, and comes in when it is tried again.
fn import(scene: &mut Scene<'_>, kill: u64) -> Result<()> {
    let name = format!("list-{kill}.csv");
    let text = list::pairs(ROWS, &mut scene.dice);
    scene.house.write(&name, &text)?;
    let long = scene.time(REGISTER, &["import", "--dry-run", &name])?.mul_f64(2.0);
    let command = scene.house.comity(REGISTER, &["import", &name]);
    let end = scene.strike(command, long)?;
    if end == End::Refused {
        scene.fault("import", kill, "it was refused");
    }
    if end == End::Done {
        scene.answered.push(name.clone());
    }
    scene.check("import", kill)?;
    scene.house.done(REGISTER, &["import", &name])?;
    scene.answered.push(name);
    Ok(())
}

const PATIENCE: Duration = Duration::from_secs(30);

/// People decide, one after the other, until the server is gone: each decision that was answered is there.
fn decisions(scene: &mut Scene<'_>, kill: u64) -> Result<()> {
    let server = scene.house.serve(REGISTER)?;
    let address = server.address.clone();
    let moment = Duration::from_millis(scene.dice.roll() % 1_500);
    let killer = std::thread::spawn(move || {
        std::thread::sleep(moment);
        drop(server);
    });
    let mut item = first_item(&address).ok();
    for turn in 0.. {
        let Some((claim, slot)) = item else { break };
        let by = format!("person-{kill}-{turn}");
        let form = format!("by={by}&slot={slot}&decide=unsure&next=/review");
        match http::post(&address, &format!("/api/v1/review/{claim}"), &form, PATIENCE) {
            Ok(Some(answer)) if (200..400).contains(&answer.status) => scene.answered.push(by),
            Ok(Some(answer)) => {
                scene.fault("decisions", kill, &format!("a decision was answered by {}", answer.status));
                break;
            }
            Ok(None) | Err(_) => break,
        }
        item = first_item(&address).ok();
    }
    killer.join().expect("the killer does not panic");
    scene.in_the_midst += 1;
    Ok(())
}

/// The claim and the slot of what waits first.
fn first_item(address: &str) -> Result<(String, String)> {
    let answer = http::get(address, "/api/v1/review", PATIENCE)?.context("no answer")?;
    let queue: Value = serde_json::from_slice(&answer.body)?;
    let item = find(&queue, "item").context("nothing waits")?;
    let (claim, slot) = item.split_once('.').context("an item is a claim and a slot")?;
    Ok((claim.to_owned(), slot.to_owned()))
}

/// The first text under this key, wherever it stands.
fn find<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    match value {
        Value::Object(fields) => {
            let here = fields.get(key).and_then(Value::as_str);
            here.or_else(|| fields.values().find_map(|value| find(value, key)))
        }
        Value::Array(items) => items.iter().find_map(|value| find(value, key)),
        _ => None,
    }
}
