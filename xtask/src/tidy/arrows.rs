//! Which crate may know which: the map of ARCHITECTURE.md is the rule, and only the register speaks SQL.

use std::collections::BTreeMap;

use super::Finding;

const MAP: &str = "ARCHITECTURE.md";

/// A crate and the crates of the house it may depend on; `None`: all.
type Arrows<'a> = BTreeMap<&'a str, Option<Vec<String>>>;

/// Every manifest against the map, and the map against the folders.
pub(super) fn check_all(files: &[(String, String)]) -> Vec<Finding> {
    let map = files.iter().find(|(path, _)| path == MAP).map_or("", |(_, text)| text.as_str());
    let arrows = arrows(map);
    let manifests: Vec<(&str, &str)> =
        files.iter().filter_map(|(path, text)| Some((crate_of(path)?, text.as_str()))).collect();
    let mut findings: Vec<Finding> =
        manifests.iter().flat_map(|(name, text)| check(name, text, &arrows)).collect();
    let gone = arrows.keys().filter(|name| !manifests.iter().any(|(held, _)| held == *name));
    findings.extend(gone.map(|name| finding(MAP, 1, format!("{name} is on the map, and no crate"))));
    findings
}

fn crate_of(path: &str) -> Option<&str> {
    path.strip_prefix("crates/")?.strip_suffix("/Cargo.toml")
}

/// Rows of the map: "| `comity-source` | … | model, names |".
fn arrows(map: &str) -> Arrows<'_> {
    map.lines().filter_map(row).collect()
}

fn row(line: &str) -> Option<(&str, Option<Vec<String>>)> {
    let (name, rest) = line.strip_prefix("| `")?.split_once('`')?;
    let known = rest.trim_end().strip_suffix('|')?.rsplit('|').next()?.trim();
    let known = match known {
        "all" => None,
        "–" => Some(Vec::new()),
        some => Some(some.split(", ").map(|name| format!("comity-{name}")).collect()),
    };
    name.starts_with("comity").then_some((name, known))
}

fn check(name: &str, text: &str, arrows: &Arrows<'_>) -> Vec<Finding> {
    let path = format!("crates/{name}/Cargo.toml");
    let Some(allowed) = arrows.get(name) else {
        return vec![finding(&path, 1, format!("the crate {name} is not on the map of {MAP}"))];
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
            findings.push(finding(&path, line, "only comity-register may speak SQL".to_owned()));
        }
        let ours = dependency.starts_with("comity-");
        let barred = allowed.as_ref().is_some_and(|allowed| !allowed.iter().any(|one| one == dependency));
        if ours && barred {
            findings.push(finding(&path, line, format!("{name} may not know {dependency}")));
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

    const HOUSE: &str = "| crate | knows | may depend on |\n| `comity-graph` | indicators | – |\n\
                         | `comity-answer` | questions | model, graph |\n| `comity` | the binary | all |\n";

    fn rules(name: &str, text: &str) -> Vec<String> {
        check(name, text, &arrows(HOUSE)).into_iter().map(|finding| finding.rule).collect()
    }

    #[test]
    fn an_arrow_against_the_flow_is_found() {
        let text = "[dependencies]\ncomity-model.workspace = true\ncomity-graph.workspace = true\n";
        assert_eq!(rules("comity-graph", text).len(), 2);
        assert_eq!(rules("comity-graph", text)[0], "comity-graph may not know comity-model");
        assert_eq!(rules("comity-answer", text), [""; 0]);
        assert_eq!(rules("comity", text), [""; 0]);
    }

    #[test]
    fn tests_may_know_more() {
        let text = "[dependencies]\n\n[dev-dependencies]\ncomity-fixtures.workspace = true\n";
        assert_eq!(rules("comity-graph", text), [""; 0]);
    }

    #[test]
    fn the_map_is_the_folders() {
        let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
        let manifest = |name: &str| file(&format!("crates/{name}/Cargo.toml"), "");
        let files = [file(MAP, HOUSE), manifest("comity-graph"), manifest("comity"), manifest("comity-new")];
        let found: Vec<String> = check_all(&files).into_iter().map(|finding| finding.rule).collect();
        assert_eq!(
            found,
            [
                "the crate comity-new is not on the map of ARCHITECTURE.md",
                "comity-answer is on the map, and no crate"
            ]
        );
    }

    #[test]
    fn sql_has_one_home() {
        let text = "[dependencies]\nsqlx.workspace = true\n";
        assert_eq!(rules("comity-graph", text), ["only comity-register may speak SQL"]);
    }
}
