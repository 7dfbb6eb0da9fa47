//! What Rust files must and must not hold, by the crate they are in.

use super::Finding;

/// Crates that know no file, clock, network or chance.
const PURE: [&str; 8] = [
    "comity-messages",
    "comity-model",
    "comity-names",
    "comity-gazetteer",
    "comity-reconcile",
    "comity-graph",
    "comity-snapshot",
    "comity-ledger",
];

/// What a pure crate's sources never say.
const IMPURE: [&str; 8] =
    ["std::fs", "std::net", "std::env", "SystemTime", "Instant::now", "async fn", "tokio::", "thread_rng"];

/// What opens a file without looking at what it is and how large.
const OPENS: [&str; 3] = ["fs::read(", "fs::read_to_string(", "File::open("];
/// The one file of the command line that may.
const OPENER: &str = "crates/comity/src/input.rs";

/// What tells the time of day: an answer for a day is the same tomorrow, so that only these may ask.
const CLOCKS: [&str; 4] = ["Timestamp::now", "Zoned::now", "SystemTime::now", "Utc::now"];
/// Where a day that nobody gave, and the time of a change, come from.
const CLOCK_READERS: [&str; 2] = ["crates/comity/src/global_options.rs", "crates/comity-web/src/state.rs"];

const EMPTY_NAMES: [&str; 7] =
    ["utils.rs", "util.rs", "helpers.rs", "common.rs", "misc.rs", "manager.rs", "service.rs"];

pub(super) fn check(path: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut find = |line: usize, rule: String| findings.push(Finding { path: path.to_owned(), line, rule });
    if !opens_with_a_sentence(text) {
        find(1, "a file opens with one `//!` sentence".to_owned());
    }
    if let Some(name) = EMPTY_NAMES.into_iter().find(|name| path.ends_with(&format!("/{name}"))) {
        find(1, format!("`{name}` says nothing: name what it knows"));
    }
    let tests = is_test(path);
    let pure = PURE.into_iter().find(|name| path.starts_with(&format!("crates/{name}/src/")));
    let sql_allowed = path.starts_with("crates/comity-register/") || path.starts_with("xtask/");
    for (line, content) in (1..).zip(text.lines()) {
        if content.trim_start().starts_with("#[ignore") {
            find(line, "no test is ignored: assert today's behaviour and say why".to_owned());
        }
        if content.trim() == "#[cfg(test)]" {
            break;
        }
        if let (Some(name), Some(word)) = (pure, IMPURE.into_iter().find(|word| content.contains(word))) {
            find(line, format!("{name} is pure: no {word}"));
        }
        let may_ask = tests || !path.starts_with("crates/") || CLOCK_READERS.contains(&path);
        if let (false, Some(word)) = (may_ask, CLOCKS.into_iter().find(|word| content.contains(word))) {
            find(line, format!("the clock is read by {}: no {word}", CLOCK_READERS.join(" and ")));
        }
        let may_open = !path.starts_with("crates/comity/src/") || path == OPENER;
        if let (false, Some(word)) = (may_open, OPENS.into_iter().find(|word| content.contains(word))) {
            find(line, format!("files are opened by {OPENER}: no {word}"));
        }
        if !tests && !sql_allowed && speaks_sql(content) {
            find(line, "SQL stands only under comity-register".to_owned());
        }
    }
    findings
}

fn opens_with_a_sentence(text: &str) -> bool {
    text.starts_with("//!") || text.starts_with("#![doc = include_str!")
}

fn is_test(path: &str) -> bool {
    ["/tests/", "/examples/", "/benches/"].into_iter().any(|part| path.contains(part))
}

fn speaks_sql(line: &str) -> bool {
    let select = line.contains("SELECT ") && line.contains(" FROM ");
    select || line.contains("INSERT INTO ") || line.contains("DELETE FROM ") || line.contains("sqlx::")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(path: &str, text: &str) -> Vec<String> {
        check(path, text).into_iter().map(|finding| finding.rule).collect()
    }

    #[test]
    fn each_rule_can_be_broken() {
        let pure = "crates/comity-graph/src/degree.rs";
        assert_eq!(
            rules(pure, "use std::fs;\n"),
            ["a file opens with one `//!` sentence", "comity-graph is pure: no std::fs"]
        );
        assert_eq!(
            rules("crates/comity-web/src/page.rs", "//! A page.\nlet q = \"SELECT a FROM b\";\n"),
            ["SQL stands only under comity-register"]
        );
        assert_eq!(
            rules("crates/comity-web/src/utils.rs", "//! A page.\n"),
            ["`utils.rs` says nothing: name what it knows"]
        );
        assert_eq!(
            rules("crates/comity/src/import.rs", "//! Lists.\nlet bytes = std::fs::read(path)?;\n"),
            ["files are opened by crates/comity/src/input.rs: no fs::read("]
        );
        assert_eq!(
            rules("crates/comity-answer/src/ask.rs", "//! Questions.\nlet now = jiff::Timestamp::now();\n"),
            [
                "the clock is read by crates/comity/src/global_options.rs and crates/comity-web/src/state.rs: no Timestamp::now"
            ]
        );
        let ignored = rules("crates/comity-web/tests/it/main.rs", "//! Pages.\n#[ignore]\n");
        assert_eq!(ignored, ["no test is ignored: assert today's behaviour and say why"]);
    }

    #[test]
    fn good_files_pass() {
        assert_eq!(rules("crates/comity-graph/src/degree.rs", "//! Degrees.\n"), Vec::<String>::new());
        assert_eq!(rules(OPENER, "//! Files.\nFile::open(path)\n"), Vec::<String>::new());
        assert_eq!(rules(CLOCK_READERS[0], "//! Now.\njiff::Timestamp::now()\n"), Vec::<String>::new());
        let sql = "//! The ledger.\nlet q = \"SELECT a FROM b\";\n";
        assert_eq!(rules("crates/comity-register/src/ledger.rs", sql), Vec::<String>::new());
    }
}
