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

pub(super) const DEEDS: [Deed; 6] = [
    Deed { name: "import", verb: "import", strike: import },
    Deed { name: "decisions", verb: "serve", strike: decisions },
    Deed { name: "backup", verb: "backup", strike: backup },
    Deed { name: "restore", verb: "restore", strike: restore },
    Deed { name: "erase", verb: "erase", strike: erase },
    Deed { name: "upgrade", verb: "upgrade", strike: upgrade },
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
    let mut broken_off = false;
    for turn in 0.. {
        let Ok((claim, slot)) = first_item(&address) else { break };
        let by = format!("person-{kill}-{turn}");
        let form = format!("by={by}&slot={slot}&decide=unsure&next=/review");
        match http::post(&address, &format!("/api/v1/review/{claim}"), &form, PATIENCE) {
            Ok(Some(answer)) if (200..400).contains(&answer.status) => scene.answered.push(by),
            Ok(Some(answer)) => {
                scene.fault("decisions", kill, &format!("a decision was answered by {}", answer.status));
                break;
            }
            Ok(None) | Err(_) => {
                broken_off = true;
                break;
            }
        }
    }
    killer.join().expect("the killer does not panic");
    scene.in_the_midst += u64::from(broken_off);
    Ok(())
}

/// The claim and the slot of what waits first.
fn first_item(address: &str) -> Result<(String, String)> {
    let answer = http::get(address, "/api/v1/review", PATIENCE)?.context("no answer")?;
    let queue: Value = serde_json::from_slice(&answer.body)?;
    let item = queue.pointer("/item/id").and_then(Value::as_str).context("nothing waits")?;
    let (claim, slot) = item.split_once('.').context("an item is a claim and a slot")?;
    Ok((claim.to_owned(), slot.to_owned()))
}

/// The backup that is being made, and one that is whole.
const BACKUP: &str = "b.backup";
const WHOLE: &str = "whole.backup";

/// A backup is there whole or not at all, and says what the register says.
fn backup(scene: &mut Scene<'_>, kill: u64) -> Result<()> {
    let long = scene.time(REGISTER, &["backup", "--force", WHOLE])?;
    scene.forget(BACKUP)?;
    let command = scene.house.comity(REGISTER, &["backup", "--force", BACKUP]);
    let end = scene.strike(command, long)?;
    if end == End::Refused {
        scene.fault("backup", kill, "it was refused");
    }
    let is_there = scene.house.folder.join(BACKUP).exists();
    if is_there && let Some(fault) = scene.differs(BACKUP, REGISTER) {
        scene.fault("backup", kill, &fault);
    }
    if end == End::Done && !is_there {
        scene.fault("backup", kill, "it was said to be done, and is not there");
    }
    scene.house.done(REGISTER, &["backup", "--force", BACKUP])?;
    Ok(())
}

/// The register that a backup is put into, which held an older one.
const RESTORED: &str = "r.db";

/// The old register or the new one is there, whole; then the new one.
fn restore(scene: &mut Scene<'_>, kill: u64) -> Result<()> {
    if !scene.house.folder.join(RESTORED).exists() {
        scene.house.write("few.csv", &list::pairs(20, &mut scene.dice))?;
        scene.house.done(RESTORED, &["import", "few.csv"])?;
    }
    scene.house.done(REGISTER, &["backup", "--force", WHOLE])?;
    let (old, new) = (scene.content(RESTORED)?, scene.content(WHOLE)?);
    let long = scene.time("elsewhere.db", &["restore", "--force", WHOLE])?;
    let command = scene.house.comity(RESTORED, &["restore", "--force", WHOLE]);
    let end = scene.strike(command, long)?;
    if end == End::Refused {
        scene.fault("restore", kill, "it was refused");
    }
    let found = scene.content(RESTORED)?;
    if found != new && (found != old || end == End::Done) {
        scene.fault("restore", kill, "what is there is neither the register of before nor the backup");
    }
    scene.house.done(RESTORED, &["restore", "--force", WHOLE])?;
    if let Some(fault) = scene.differs(RESTORED, WHOLE) {
        scene.fault("restore", kill, &fault);
    }
    scene.forget("replaced")
}

/// Nobody of this name is anywhere else.
const NAME: &str = "Zyxo Markerov";

/// A name is gone when it was said to be, and goes when it is tried again; all else stays.
fn erase(scene: &mut Scene<'_>, kill: u64) -> Result<()> {
    let name = format!("{NAME}{kill}x");
    let row =
        format!("city1,country1,city2,country2\nLyon,France,Leipzig,Germany\n{name},France,Bonn,Germany\n");
    scene.house.write("person.csv", &row)?;
    scene.house.done(REGISTER, &["import", "person.csv"])?;
    scene.house.done(REGISTER, &["backup", "--force", WHOLE])?;
    let erasing = ["erase", &name, "--why", "asked for", "--yes"];
    scene.house.done("elsewhere.db", &["restore", "--force", WHOLE])?;
    let long = scene.time("elsewhere.db", &erasing)?;
    let command = scene.house.comity(REGISTER, &erasing);
    let end = scene.strike(command, long)?;
    if end == End::Done && scene.says(REGISTER, &name)? {
        scene.fault("erase", kill, "it was said to be done, and the name is there");
    }
    scene.check("erase", kill)?;
    scene.house.run(REGISTER, &erasing)?;
    if scene.says(REGISTER, &name)? {
        scene.fault("erase", kill, "the name is there after it was tried again");
    }
    if let Some(fault) = scene.differs(REGISTER, "elsewhere.db") {
        scene.fault("erase", kill, &fault);
    }
    scene.forget("replaced")
}

/// A register of the format before, made new: it is of one format or the other, and says the same.
fn upgrade(scene: &mut Scene<'_>, kill: u64) -> Result<()> {
    let old = crate::root().join("cases/upgrade/register.db");
    let place = |scene: &Scene<'_>, name: &str| std::fs::copy(&old, scene.house.folder.join(name));
    for name in ["upgraded.db", "elsewhere-old.db"] {
        scene.forget(name)?;
        place(scene, name)?;
    }
    let long = scene.time("elsewhere-old.db", &["upgrade", "--yes"])?;
    let command = scene.house.comity("upgraded.db", &["upgrade", "--yes"]);
    let end = scene.strike(command, long)?;
    if end == End::Refused {
        scene.fault("upgrade", kill, "it was refused");
    }
    scene.house.done("upgraded.db", &["upgrade", "--yes"])?;
    if let Some(fault) = scene.differs("upgraded.db", "elsewhere-old.db") {
        scene.fault("upgrade", kill, &fault);
    }
    scene.forget("upgraded.db")
}
