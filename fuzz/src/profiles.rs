//! Profiles of lists, and a list read by one.

use comity_source::{ListProfile, ReadOptions, read};

const LIST: &[u8] = b"a,b,c,d\nLyon,France,Leipzig,1981\n\"Ulm; Jena\",DE,,19..\nx\n";

pub(crate) fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(profile) = ListProfile::from_toml("profile", text) else { return };
    let options = ReadOptions { profile: Some(profile), ..ReadOptions::default() };
    if let Ok(mut rows) = read("list.csv", LIST, &options) {
        rows.by_ref().for_each(drop);
        let _ = rows.coverage();
    }
}
