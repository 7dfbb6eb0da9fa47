//! A backup made and put back by the binary, and a restore that is killed.

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::{comity, command, command_for, done, filled, ran};

/// The head that `verify` finds in a sound register.
fn sound_head(folder: &Path) -> String {
    let told = done(folder, &["verify"]);
    assert!(told.starts_with("sound: "), "{told}");
    told.lines().next().unwrap().rsplit(' ').next().unwrap().to_owned()
}

#[test]
fn a_backup_is_a_register_that_can_be_asked_and_put_back() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    filled(folder);
    let monday = sound_head(folder);
    let told = done(folder, &["backup", "monday.backup"]);
    assert!(told.starts_with("monday.backup: ") && told.contains(&format!("\nhead    {monday}\n")), "{told}");
    let noted = monday.split_at(12).0;
    let copy = ran(&mut command_for(folder, "monday.backup", &["verify", "--read-only", "--head", noted]));
    assert!(copy.out.starts_with("sound: "), "{}{}", copy.out, copy.err);

    done(folder, &["undo", "1"]);
    let tuesday = sound_head(folder);
    let refused = comity(folder, &["restore", "monday.backup"]);
    assert_eq!((refused.code, sound_head(folder)), (2, tuesday.clone()));
    assert!(
        refused.err.contains("--force puts the backup there and keeps the old one beside it"),
        "{}",
        refused.err
    );
    let told = done(folder, &["restore", "monday.backup", "--force"]);
    assert!(told.contains("the register that was there is kept: test.db.replaced-"), "{told}");
    assert_eq!(sound_head(folder), monday);
    let kept = told.trim_end().rsplit(' ').next().unwrap();
    assert!(ran(&mut command_for(folder, kept, &["log"])).out.contains(&tuesday));

    let wrong = comity(folder, &["restore", "monday.backup", "--force", "--digest", &"0".repeat(64)]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("monday.backup is not what was written"), "{}", wrong.err);
}

/// How often a restore is killed, at times spread over how long one takes.
const KILLS: u32 = 8;

#[test]
fn a_restore_that_is_killed_leaves_the_old_or_the_new() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    filled(folder);
    let new = sound_head(folder);
    done(folder, &["backup", "monday.backup"]);
    done(folder, &["undo", "1"]);
    let old = sound_head(folder);
    fs::copy(folder.join("test.db"), folder.join("old.db")).unwrap();
    let restore = ["restore", "monday.backup", "--force"];
    let began = Instant::now();
    done(folder, &restore);
    let took = began.elapsed();
    for n in 0..KILLS {
        fs::copy(folder.join("old.db"), folder.join("test.db")).unwrap();
        let mut killed = command(folder, &restore).spawn().unwrap();
        sleep(took * n / KILLS + Duration::from_millis(5));
        killed.kill().unwrap();
        killed.wait().unwrap();
        let head = sound_head(folder);
        assert!(head == old || head == new, "{head} after {n} of {KILLS}");
    }
    assert_eq!(done(folder, &restore).lines().next().unwrap().rsplit(' ').next(), Some(new.as_str()));
    let left: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert!(!left.iter().any(|name| name.contains("restoring")), "{left:?}");
}
