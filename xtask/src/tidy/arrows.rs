//! Which crate may know which: the arrows of DESIGN §3, and that only the register speaks SQL.

use super::Finding;

/// A crate and the crates of the house it may depend on.
const ARROWS: [(&str, &[&str]); 17] = [
    ("comity-model", &[]),
    ("comity-names", &[]),
    ("comity-gazetteer", &["comity-model", "comity-names"]),
    ("comity-reconcile", &["comity-model", "comity-names", "comity-gazetteer"]),
    ("comity-source", &["comity-model", "comity-names"]),
    ("comity-reader", &["comity-model", "comity-names", "comity-gazetteer", "comity-reconcile"]),
    ("comity-ledger", &["comity-model"]),
    ("comity-register", &["comity-model", "comity-names", "comity-ledger"]),
    (
        "comity-ingest",
        &[
            "comity-model",
            "comity-names",
            "comity-gazetteer",
            "comity-reconcile",
            "comity-source",
            "comity-reader",
            "comity-register",
        ],
    ),
    ("comity-graph", &[]),
    ("comity-snapshot", &["comity-model", "comity-names", "comity-graph"]),
    (
        "comity-answer",
        &["comity-model", "comity-names", "comity-register", "comity-graph", "comity-snapshot"],
    ),
    ("comity-export", &["comity-model", "comity-answer"]),
    (
        "comity-openrefine",
        &["comity-model", "comity-gazetteer", "comity-reconcile", "comity-register", "comity-answer"],
    ),
    (
        "comity-web",
        &[
            "comity-model",
            "comity-gazetteer",
            "comity-reconcile",
            "comity-register",
            "comity-ingest",
            "comity-answer",
            "comity-export",
            "comity-openrefine",
        ],
    ),
    ("comity-fixtures", &["comity-model", "comity-ledger"]),
    ("comity", ANY),
];
const ANY: &[&str] = &["*"];

pub(super) fn check(path: &str, text: &str) -> Vec<Finding> {
    let Some(name) = path.strip_prefix("crates/").and_then(|rest| rest.strip_suffix("/Cargo.toml")) else {
        return Vec::new();
    };
    let Some((_, allowed)) = ARROWS.iter().find(|(from, _)| *from == name) else {
        return vec![finding(path, 1, format!("the crate {name} is not on the map of ARCHITECTURE.md"))];
    };
    let mut findings = Vec::new();
    let mut in_dependencies = false;
    for (line, content) in (1..).zip(text.lines()) {
        if content.starts_with('[') {
            in_dependencies = content == "[dependencies]";
        }
        let dependency = content.split(['.', '=', ' ']).next().unwrap_or_default();
        if !in_dependencies || dependency.is_empty() {
            continue;
        }
        if dependency == "sqlx" && name != "comity-register" {
            findings.push(finding(path, line, "only comity-register may speak SQL".to_owned()));
        }
        let ours = dependency.starts_with("comity-");
        if ours && *allowed != ANY && !allowed.contains(&dependency) {
            findings.push(finding(path, line, format!("{name} may not know {dependency}")));
        }
    }
    findings
}

fn finding(path: &str, line: usize, rule: String) -> Finding {
    Finding { path: path.to_owned(), line, rule }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(path: &str, text: &str) -> Vec<String> {
        check(path, text).into_iter().map(|finding| finding.rule).collect()
    }

    #[test]
    fn an_arrow_against_the_flow_is_found() {
        let text = "[dependencies]\ncomity-model.workspace = true\ncomity-register.workspace = true\n";
        let found = rules("crates/comity-graph/Cargo.toml", text);
        assert_eq!(
            found,
            ["comity-graph may not know comity-model", "comity-graph may not know comity-register"]
        );
        assert_eq!(rules("crates/comity-answer/Cargo.toml", text), Vec::<String>::new());
    }

    #[test]
    fn tests_may_know_more() {
        let text = "[dependencies]\n\n[dev-dependencies]\ncomity-fixtures.workspace = true\n";
        assert_eq!(rules("crates/comity-graph/Cargo.toml", text), Vec::<String>::new());
    }

    #[test]
    fn sql_has_one_home() {
        let text = "[dependencies]\nsqlx.workspace = true\n";
        assert_eq!(rules("crates/comity-web/Cargo.toml", text), ["only comity-register may speak SQL"]);
        assert_eq!(rules("crates/comity-register/Cargo.toml", text), Vec::<String>::new());
    }
}
