//! The storeys of comity-answer and comity-snapshot (docs/decisions/0013): what stands below knows nothing above it.

use super::Finding;

const ANSWER: &str = "crates/comity-answer/src/";

/// Modules of a `lib.rs`: as many as a newcomer takes in.
const MODULES: usize = 12;
const COUNTED: [&str; 2] = ["crates/comity-answer/src/lib.rs", "crates/comity-snapshot/src/lib.rs"];

/// Plain data, and the storeys above it that it must not know.
const DATA: [&str; 4] = ["report/", "report.rs", "answer/", "answer.rs"];
const ABOVE_DATA: [&str; 9] = [
    "questions",
    "catalogue",
    "ask",
    "curation",
    "dataset",
    "text",
    "snapshot_store",
    "cached_snapshot",
    "question",
];

pub(super) fn check(path: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut find = |line: usize, rule: String| findings.push(Finding { path: path.to_owned(), line, rule });
    if COUNTED.contains(&path) {
        let modules = text.lines().filter(|line| is_module(line)).count();
        if modules > MODULES {
            find(1, format!("{modules} modules, at most {MODULES}: lay some into a folder"));
        }
    }
    let Some(own) = path.strip_prefix(ANSWER) else { return findings };
    let is_data = DATA.into_iter().any(|data| own == data || data.ends_with('/') && own.starts_with(data));
    for (line, content) in (1..).zip(text.lines()) {
        if let Some(group) = named_group(content).filter(|group| !may_name(own, group)) {
            find(line, format!("questions/{group} is named by the catalogue and its own group alone"));
        }
        let above = ABOVE_DATA.into_iter().find(|above| is_data && names(content, above));
        if let Some(above) = above {
            find(line, format!("plain data knows nothing above it: no {above}"));
        }
    }
    findings
}

fn is_module(line: &str) -> bool {
    ["mod ", "pub mod ", "pub(crate) mod "].into_iter().any(|start| line.starts_with(start))
}

/// The group whose questions a line names.
fn named_group(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once("crate::questions::")?;
    Some(rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default())
}

fn may_name(path: &str, group: &str) -> bool {
    let own = path.strip_prefix("questions/").and_then(|rest| rest.split(['/', '.']).next());
    own == Some(group) || path == "catalogue.rs" || path == "lib.rs"
}

/// Whether a line names this module of the crate, and not one whose name only begins so.
fn names(line: &str, module: &str) -> bool {
    let Some((_, rest)) = line.split_once(&format!("crate::{module}")) else { return false };
    !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(path: &str, text: &str) -> Vec<String> {
        check(&format!("{ANSWER}{path}"), text).into_iter().map(|finding| finding.rule).collect()
    }

    #[test]
    fn each_rule_can_be_broken() {
        let modules = "mod m;\n".repeat(13);
        assert_eq!(rules("lib.rs", &modules), ["13 modules, at most 12: lay some into a folder"]);
        let other = "use crate::questions::who::timeline::rows_of;\n";
        assert_eq!(
            rules("questions/partners/law.rs", other),
            ["questions/who is named by the catalogue and its own group alone"]
        );
        assert_eq!(rules("report/tie.rs", other).len(), 2);
        assert_eq!(
            rules("answer/with.rs", "use crate::ask::ask;\n"),
            ["plain data knows nothing above it: no ask"]
        );
    }

    #[test]
    fn good_files_pass() {
        let own = "use crate::questions::who::timeline::rows_of;\n";
        assert_eq!(rules("questions/who/profile.rs", own), [""; 0]);
        assert_eq!(rules("catalogue.rs", own), [""; 0]);
        assert_eq!(rules("report/tie.rs", "use crate::answer::Tie;\nuse crate::asked::X;\n"), [""; 0]);
    }
}
