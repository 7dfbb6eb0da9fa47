//! The crates that are linked into the binary, on whatever system.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use super::Work;
use crate::command::{cargo, output};

/// All of other people's crates that `comity` is linked from, by name and version.
pub(super) fn works(root: &Path) -> Result<Vec<Work>> {
    let metadata = output(&mut cargo(root, "metadata", &["--format-version", "1", "--locked"]))?;
    linked(&serde_json::from_str(&metadata).context("what `cargo metadata` prints")?)
}

fn linked(metadata: &Value) -> Result<Vec<Work>> {
    let each = |value: &Value, key: &str| value[key].as_array().cloned().unwrap_or_default();
    let id = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let packages: BTreeMap<String, Value> =
        each(metadata, "packages").into_iter().map(|package| (id(&package["id"]), package)).collect();
    let needs: BTreeMap<String, Value> =
        each(&metadata["resolve"], "nodes").into_iter().map(|node| (id(&node["id"]), node)).collect();
    let binary =
        packages.iter().find(|(_, package)| package["name"] == "comity" && package["source"].is_null());
    let mut open = vec![binary.context("the package comity")?.0.clone()];
    let mut seen = BTreeSet::new();
    let mut works = Vec::new();
    while let Some(next) = open.pop() {
        let Some(package) = packages.get(&next) else { continue };
        if !seen.insert(next.clone()) || is_macro(package) {
            continue;
        }
        works.extend(work(package)?);
        let needs = needs.get(&next).map(|node| each(node, "deps")).unwrap_or_default();
        open.extend(needs.iter().filter(|need| is_linked(need)).map(|need| id(&need["pkg"])));
    }
    works.sort();
    Ok(works)
}

/// Not only for tests, and not only while something is built.
fn is_linked(need: &Value) -> bool {
    let kinds = need["dep_kinds"].as_array();
    kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind["kind"].is_null()))
}

/// Writes code while something is built; nothing of it is in the binary.
fn is_macro(package: &Value) -> bool {
    let targets = package["targets"].as_array();
    targets.is_some_and(|targets| {
        targets.iter().any(|target| target["kind"].as_array().is_some_and(|kinds| kinds[0] == "proc-macro"))
    })
}

/// `None` for our own.
fn work(package: &Value) -> Result<Option<Work>> {
    if package["source"].is_null() {
        return Ok(None);
    }
    let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
    let manifest = PathBuf::from(text("manifest_path"));
    Ok(Some(Work {
        name: text("name"),
        version: text("version"),
        licence: text("license"),
        folder: manifest.parent().context("the folder of a crate")?.to_owned(),
    }))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_is_linked_is_named() {
        let package = |name: &str, source: &Value, kind: &str| {
            json!({"id": name, "name": name, "version": "1.0.0", "license": "MIT", "source": source,
                "manifest_path": format!("/crates/{name}/Cargo.toml"), "targets": [{"kind": [kind]}]})
        };
        let need = |name: &str, kind: &Value| json!({"pkg": name, "dep_kinds": [{"kind": kind}]});
        let (ours, theirs) = (Value::Null, json!("registry"));
        let metadata = json!({
            "packages": [package("comity", &ours, "bin"), package("a", &theirs, "lib"), package("b", &theirs, "lib"),
                package("derive", &theirs, "proc-macro"), package("for-tests", &theirs, "lib")],
            "resolve": {"nodes": [
                {"id": "comity", "deps": [need("a", &Value::Null), need("for-tests", &json!("dev"))]},
                {"id": "a", "deps": [need("b", &Value::Null), need("derive", &Value::Null)]},
            ]},
        });
        let names: Vec<String> =
            linked(&metadata).expect("works").into_iter().map(|work| work.name).collect();
        assert_eq!(names, ["a", "b"]);
    }
}
