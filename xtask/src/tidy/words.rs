//! Words that no file of the project may hold: hosts of package registries and paths of one machine.

use super::Finding;

/// Split so that this list is not found in itself.
const FORBIDDEN: [(&str, &str, &str); 7] = [
    ("registry.", "npmjs", "names a package registry's host"),
    ("files.", "pythonhosted", "names a package registry's host"),
    ("pypi.", "org", "names a package registry's host"),
    ("static.", "crates.io", "names a package registry's host"),
    ("deb.", "debian.org", "names a package registry's host"),
    ("/work", "/main", "names a path of one machine"),
    ("/root", "/.", "names a path of one machine"),
];

pub(super) fn check(path: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (line, content) in (1..).zip(text.lines()) {
        for (head, tail, rule) in FORBIDDEN {
            if content.contains(&format!("{head}{tail}")) {
                findings.push(Finding { path: path.to_owned(), line, rule: rule.to_owned() });
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_and_a_path_are_found() {
        let text = format!("see https://{}{}/x\nand {}{}/y\n", "pypi.", "org", "/work", "/main");
        let found: Vec<_> = check("README.md", &text).into_iter().map(|f| (f.line, f.rule)).collect();
        let expect = [(1, "names a package registry's host"), (2, "names a path of one machine")];
        assert_eq!(found, expect.map(|(line, rule)| (line, rule.to_owned())));
    }
}
