//! No circle among the files of a crate: whoever reads one file can read on downwards.

use std::collections::{BTreeMap, BTreeSet};

use super::Finding;
use super::rust::{bracketed, code, identifier, parts};

/// The crates whose files are looked at.
const CRATES: [&str; 4] = ["comity-answer", "comity-snapshot", "comity-web", "comity-reconcile"];

/// A module of a crate and what its file says.
struct Module {
    path: String,
    code: String,
    /// What it re-exports: the name, and where it comes from.
    exports: BTreeMap<String, Vec<String>>,
}

/// Modules by their path in the crate: `["words", "kind"]`.
type Modules = BTreeMap<Vec<String>, Module>;

pub(super) fn check_all(files: &[(String, String)]) -> Vec<Finding> {
    CRATES.into_iter().flat_map(|name| check(name, files)).collect()
}

fn check(name: &str, files: &[(String, String)]) -> Vec<Finding> {
    let modules = modules(&format!("crates/{name}/src/"), files);
    let arrows: BTreeMap<&Vec<String>, BTreeSet<&Vec<String>>> =
        modules.keys().map(|from| (from, arrows(&modules, from))).collect();
    let mut findings = Vec::new();
    let mut seen = BTreeSet::new();
    for from in modules.keys() {
        let circle: Vec<&Vec<String>> =
            reached(&arrows, from).into_iter().filter(|to| reached(&arrows, to).contains(from)).collect();
        if circle.len() < 2 || is_family(&circle) || !seen.insert(circle.clone()) {
            continue;
        }
        let paths: Vec<&str> = circle.iter().filter_map(|at| Some(modules.get(*at)?.path.as_str())).collect();
        let [first, others @ ..] = paths.as_slice() else { continue };
        let rule = format!("a circle of imports with {}", others.join(", "));
        findings.push(Finding { path: (*first).to_owned(), line: 1, rule });
    }
    findings
}

/// Two files of which one is the module of the other, or that lie in one module.
fn is_family(circle: &[&Vec<String>]) -> bool {
    let [one, other] = circle else { return false };
    let (above_one, above_other) = (parent(one), parent(other));
    above_one == Some(other.as_slice()) || above_other == Some(one.as_slice()) || above_one == above_other
}

fn parent(module: &[String]) -> Option<&[String]> {
    module.split_last().map(|(_, above)| above)
}

fn reached<'m>(
    arrows: &BTreeMap<&'m Vec<String>, BTreeSet<&'m Vec<String>>>,
    from: &'m Vec<String>,
) -> BTreeSet<&'m Vec<String>> {
    let mut reached = BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        for to in arrows.get(at).into_iter().flatten() {
            if reached.insert(to) {
                open.push(to);
            }
        }
    }
    reached
}

fn modules(source: &str, files: &[(String, String)]) -> Modules {
    let mut modules = Modules::new();
    for (path, text) in files {
        let Some(own) = path.strip_prefix(source).and_then(|own| own.strip_suffix(".rs")) else { continue };
        let mut at: Vec<String> = own.split('/').map(str::to_owned).collect();
        if matches!(at.last().map(String::as_str), Some("lib" | "main" | "mod")) {
            at.pop();
        }
        if at.last().is_none_or(|last| last != "tests") {
            let code = code(text);
            let exports = exports(&code);
            modules.insert(at, Module { path: path.clone(), code, exports });
        }
    }
    modules
}

/// The files that a file names, re-exports followed to where a thing is defined.
fn arrows<'m>(modules: &'m Modules, from: &'m Vec<String>) -> BTreeSet<&'m Vec<String>> {
    let Some(module) = modules.get(from) else { return BTreeSet::new() };
    let named =
        uses(&module.code).into_iter().filter(|import| !import.is_export).flat_map(|import| import.paths);
    let paths = named.chain(inline(&module.code));
    let found = paths.filter_map(|path| file_of(modules, &absolute(modules, from, &path)?));
    // The root only lists the others: what is defined nowhere else is taken for its own.
    found.filter(|to| *to != from && !to.is_empty()).collect()
}

/// A path from the root of the crate; `None` where it leads out of it.
fn absolute(modules: &Modules, from: &[String], path: &[String]) -> Option<Vec<String>> {
    let (first, rest) = path.split_first()?;
    let above = |levels: usize| from.get(..from.len().checked_sub(levels)?);
    let joined = |start: &[String], rest: &[String]| start.iter().chain(rest).cloned().collect();
    match first.as_str() {
        "crate" => Some(rest.to_vec()),
        "self" => Some(joined(from, rest)),
        "super" => {
            let levels = path.iter().take_while(|step| *step == "super").count();
            Some(joined(above(levels)?, path.get(levels..)?))
        }
        _ => {
            let child: Vec<String> = joined(from, std::slice::from_ref(first));
            modules.contains_key(&child).then(|| joined(from, path))
        }
    }
}

/// The file in which the thing at the end of a path is defined, as far as re-exports say.
fn file_of<'m>(modules: &'m Modules, path: &[String]) -> Option<&'m Vec<String>> {
    let mut path = path.to_vec();
    // Re-exports of re-exports; a ring of them would not compile.
    for _ in 0..8 {
        let length =
            (0..=path.len()).rev().find(|length| modules.contains_key(path.get(..*length).unwrap_or(&[])))?;
        let (at, module) = modules.get_key_value(path.get(..length)?)?;
        let exported = path.get(length).and_then(|name| module.exports.get(name));
        match exported.and_then(|target| absolute(modules, at, target)) {
            Some(target) if target != path => path = target,
            _ => return Some(at),
        }
    }
    None
}

/// One `use`, taken apart.
struct Import {
    is_export: bool,
    paths: Vec<Vec<String>>,
}

fn uses(code: &str) -> Vec<Import> {
    let mut imports = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find("use ") {
        let (before, after) = rest.split_at(at);
        let body = after.strip_prefix("use ").unwrap_or(after);
        let end = body.find(';').unwrap_or(body.len());
        let (tree, next) = body.split_at(end);
        let line = before.rsplit('\n').next().unwrap_or_default().trim();
        if line.is_empty() || line.starts_with("pub") {
            let mut paths = Vec::new();
            flatten(tree, &[], &mut paths);
            imports.push(Import { is_export: line.starts_with("pub"), paths });
        }
        rest = next;
    }
    imports
}

/// `a::{b, c::d}` as `a::b`, `a::c::d`.
fn flatten(tree: &str, above: &[String], paths: &mut Vec<Vec<String>>) {
    for part in parts(tree) {
        let part = part.split(" as ").next().unwrap_or_default().trim();
        let mut path = above.to_vec();
        let mut rest = part;
        while let Some((step, after)) = rest.split_once("::").filter(|(step, _)| !step.contains('{')) {
            path.push(step.trim().to_owned());
            rest = after.trim_start();
        }
        if rest.starts_with('{') {
            flatten(bracketed(rest).unwrap_or_default(), &path, paths);
            continue;
        }
        if !matches!(rest, "self" | "*") || path.is_empty() {
            path.push(rest.to_owned());
        }
        paths.push(path);
    }
}

/// Paths that stand in the code itself: `crate::words::kind(…)`, `decision::said(…)`.
fn inline(code: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    let mut is_import = false;
    let outside_of_imports = code.split_inclusive([';', '{', '}']).filter(|piece| {
        let begins = piece.trim_start();
        let opens = ["use ", "pub use ", "pub(crate) use ", "pub(super) use "].iter();
        is_import = is_import || opens.clone().any(|open| begins.starts_with(open));
        let inside = is_import;
        is_import = is_import && !piece.ends_with(';');
        !inside
    });
    for piece in outside_of_imports {
        paths.extend(paths_in(piece));
    }
    paths
}

fn paths_in(code: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find("::") {
        let (before, after) = rest.split_at(at);
        let start = before.rfind(|c: char| !c.is_alphanumeric() && c != '_').map_or(0, |at| at + 1);
        let mut path = vec![before.get(start..).unwrap_or_default().to_owned()];
        let mut tail = after;
        while let Some(next) = tail.strip_prefix("::") {
            let step = identifier(next);
            if step.is_empty() {
                tail = next;
                break;
            }
            path.push(step.to_owned());
            tail = next.get(step.len()..).unwrap_or_default();
        }
        if path.len() > 1 {
            paths.push(path);
        }
        rest = tail;
    }
    paths
}

fn exports(code: &str) -> BTreeMap<String, Vec<String>> {
    let exports = uses(code).into_iter().filter(|import| import.is_export).flat_map(|import| import.paths);
    exports.filter_map(|path| Some((path.last()?.clone(), path))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn circles(files: &[(&str, &str)]) -> Vec<String> {
        let path = |own: &str| format!("crates/comity-web/src/{own}");
        let files: Vec<(String, String)> =
            files.iter().map(|(own, text)| (path(own), (*text).to_owned())).collect();
        let line = |finding: Finding| {
            format!("{}: {}", finding.path, finding.rule).replace("crates/comity-web/src/", "")
        };
        check_all(&files).into_iter().map(line).collect()
    }

    #[test]
    fn three_files_that_lean_on_each_other_are_a_circle() {
        let files = [
            ("lib.rs", "mod a;\nmod b;\nmod c;\npub use a::A;\n"),
            ("a.rs", "use crate::b::{self, B};\n"),
            ("b.rs", "fn b() { crate::c::c() }\n"),
            ("c.rs", "use crate::A;\n#[cfg(test)]\nuse crate::b;\n"),
        ];
        assert_eq!(circles(&files), ["a.rs: a circle of imports with b.rs, c.rs"]);
        assert_eq!(circles(&files[..3]), [""; 0]);
    }

    #[test]
    fn two_files_may_lean_on_each_other_in_one_family() {
        let parent = [("a.rs", "mod b;\nuse b::B;\n"), ("a/b.rs", "use super::A;\n")];
        assert_eq!(circles(&parent), [""; 0]);
        let siblings = [("a/b.rs", "use super::c::C;\n"), ("a/c.rs", "use super::b::B;\n")];
        assert_eq!(circles(&siblings), [""; 0]);
        let strangers = [("a/b.rs", "use crate::d::D;\n"), ("d.rs", "use crate::a::b::B;\n")];
        assert_eq!(circles(&strangers), ["a/b.rs: a circle of imports with d.rs"]);
    }

    #[test]
    fn a_re_export_leads_to_where_a_thing_is_defined() {
        let files = [
            ("a.rs", "mod b;\nmod c;\npub(crate) use b::B;\npub(crate) use c::C;\n"),
            ("a/b.rs", "use super::C;\n"),
            ("a/c.rs", "struct C;\n"),
            ("d.rs", "use crate::a::B;\n"),
        ];
        assert_eq!(circles(&files), [""; 0]);
    }
}
