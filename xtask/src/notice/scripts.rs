//! The npm packages that are bundled into the scripts, styles and the map of the pages.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use super::Work;
use crate::command::must;

/// Read while the map is drawn, and part of it afterwards; no script imports it.
const DRAWN: &str = "world-atlas";

/// What the sources of the pages import, and what that needs in turn, by name and version.
pub(super) fn works(root: &Path) -> Result<Vec<Work>> {
    let web = root.join("web");
    let lock: Value = serde_json::from_str(&fs::read_to_string(web.join("package-lock.json"))?)?;
    let packages = lock["packages"].as_object().context("the packages of package-lock.json")?;
    if !web.join("node_modules").exists() {
        must(Command::new("npm").current_dir(&web).args(["ci", "--no-audit", "--no-fund", "--silent"]))?;
    }
    let roots = imported(&web.join("src"))?.into_iter().chain([DRAWN.to_owned()]);
    let bundled = needed(packages, roots);
    let mut works: Vec<Work> = bundled.iter().map(|(path, package)| work(&web, path, package)).collect();
    works.sort();
    works.dedup_by(|a, b| (&a.name, &a.version) == (&b.name, &b.version));
    Ok(works)
}

fn work(web: &Path, path: &str, package: &Value) -> Work {
    let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
    let name = path.rsplit("node_modules/").next().unwrap_or(path).to_owned();
    Work { name, version: text("version"), licence: text("license"), folder: web.join(path) }
}

/// The packages that scripts and styles name: `from "maplibre-gl"`, `@import "maplibre-gl/dist/x.css"`, `url("@fontsource/x/y.woff2")`.
fn imported(folder: &Path) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder).with_context(|| format!("read {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            names.extend(imported(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "ts" || extension == "css") {
            names.extend(fs::read_to_string(&path)?.lines().filter_map(named));
        }
    }
    Ok(names)
}

fn named(line: &str) -> Option<String> {
    let (before, quoted) = line.split_once('"')?;
    let is_import = ["from ", "import ", "url("].iter().any(|sign| before.ends_with(sign));
    let path = quoted.split('"').next()?;
    if !is_import || path.starts_with(['.', '/']) {
        return None;
    }
    let parts = if path.starts_with('@') { 2 } else { 1 };
    Some(path.split('/').take(parts).collect::<Vec<_>>().join("/"))
}

/// Each package of the lock file that one of `roots` comes to need, by its path.
fn needed(packages: &Map<String, Value>, roots: impl Iterator<Item = String>) -> BTreeMap<String, Value> {
    let mut open: Vec<(String, String)> = roots.map(|name| (String::new(), name)).collect();
    let mut found = BTreeMap::new();
    while let Some((from, name)) = open.pop() {
        let Some((path, package)) = resolved(packages, &from, &name) else { continue };
        if found.insert(path.clone(), package.clone()).is_some() {
            continue;
        }
        let needs = package["dependencies"].as_object().into_iter().flat_map(Map::keys);
        open.extend(needs.map(|need| (path.clone(), need.clone())));
    }
    found
}

/// As node looks for it: beside the one that needs it, then further up.
fn resolved<'p>(packages: &'p Map<String, Value>, from: &str, name: &str) -> Option<(String, &'p Value)> {
    let mut above = from;
    loop {
        let path = format!("{above}{}node_modules/{name}", if above.is_empty() { "" } else { "/" });
        if let Some(package) = packages.get(&path) {
            return Some((path, package));
        }
        if above.is_empty() {
            return None;
        }
        above = above.rsplit_once("/node_modules/").map_or("", |(outer, _)| outer);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn imports_are_read() {
        assert_eq!(named("import { Map } from \"maplibre-gl\";").as_deref(), Some("maplibre-gl"));
        assert_eq!(named("import { A } from \"@deck.gl/core/dist/a\";").as_deref(), Some("@deck.gl/core"));
        assert_eq!(named("@import \"maplibre-gl/dist/maplibre-gl.css\";").as_deref(), Some("maplibre-gl"));
        let letters = "  src: url(\"@fontsource/source-serif-4/files/a.woff2\") format(\"woff2\");";
        assert_eq!(named(letters).as_deref(), Some("@fontsource/source-serif-4"));
        assert_eq!(named("import { clock } from \"./clock\";"), None);
        assert_eq!(named("const a = \"maplibre-gl\";"), None);
    }

    #[test]
    fn what_is_needed_is_found_where_node_finds_it() {
        let lock = json!({
            "node_modules/a": {"version": "1", "dependencies": {"b": "^2", "c": "*"}},
            "node_modules/a/node_modules/b": {"version": "2", "dependencies": {"c": "*"}},
            "node_modules/b": {"version": "1"},
            "node_modules/c": {"version": "3"},
            "node_modules/unneeded": {"version": "1"},
        });
        let found = needed(lock.as_object().expect("an object"), ["a".to_owned()].into_iter());
        let paths: Vec<&str> = found.keys().map(String::as_str).collect();
        assert_eq!(paths, ["node_modules/a", "node_modules/a/node_modules/b", "node_modules/c"]);
    }
}
