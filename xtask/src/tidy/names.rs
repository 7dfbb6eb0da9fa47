//! Names and small shapes: one name for one type, closures of one line, no bundles of parameters, short template lines.

mod unfinished;

use std::collections::BTreeMap;
use std::path::Path;

use super::Finding;
use super::rust::{bracketed, code, identifier, line_of, parts};

/// What begins the definition of a type.
const KEYWORDS: [&str; 5] = ["struct ", "enum ", "trait ", "type ", "union "];

/// Participles and shells that say nothing of what a type is.
const EMPTY: [&str; 7] = ["Asked", "Wanted", "Told", "Found", "Said", "Kind", "Rows"];

/// Characters in a line of a template.
const TEMPLATE_LINE: usize = 160;

/// What one file says by itself.
pub(super) fn check(path: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    if path.contains("/templates/") {
        findings.extend(long_lines(path, text));
    }
    if is_source(path) {
        let code = code(text);
        findings.extend(empty_names(path, &code));
        findings.extend(long_closures(path, &code));
        findings.extend(bundles(path, &code));
    }
    findings
}

/// Public types of the crates that bear one name.
pub(super) fn check_all(files: &[(String, String)]) -> Vec<Finding> {
    let mut named: BTreeMap<String, Vec<(&str, usize)>> = BTreeMap::new();
    for (path, text) in files.iter().filter(|(path, _)| path.starts_with("crates/") && is_source(path)) {
        let code = code(text);
        for definition in definitions(&code).filter(|definition| definition.is_public) {
            let place = (path.as_str(), line_of(&code, definition.at));
            named.entry(definition.name.to_owned()).or_default().push(place);
        }
    }
    let mut findings = Vec::new();
    for (name, places) in named {
        let Some(((first, _), others)) = places.split_first() else { continue };
        for (path, line) in others {
            let rule = format!("a public type `{name}` is in {first} already: one name for one type");
            findings.push(Finding { path: (*path).to_owned(), line: *line, rule });
        }
    }
    findings
}

/// Takes out what is not mended yet; what is mended is to be struck off the list.
pub(super) fn without_unfinished(findings: Vec<Finding>) -> Vec<Finding> {
    let (known, mut left): (Vec<Finding>, Vec<Finding>) = findings.into_iter().partition(is_unfinished);
    for (rule, path) in unfinished::ALL {
        if !known.iter().any(|finding| finding.path == path && finding.rule.contains(rule)) {
            let rule = format!("`{rule}` holds here now: strike {path} off");
            left.push(Finding { path: "xtask/src/tidy/names/unfinished.rs".to_owned(), line: 1, rule });
        }
    }
    left
}

fn is_unfinished(finding: &Finding) -> bool {
    unfinished::ALL.into_iter().any(|(rule, path)| finding.path == path && finding.rule.contains(rule))
}

fn is_source(path: &str) -> bool {
    let tests = path.ends_with("/tests.rs") || path.contains("/tests/");
    let is_rust = Path::new(path).extension().is_some_and(|extension| extension == "rs");
    is_rust && path.contains("/src/") && !tests
}

fn finding(path: &str, line: usize, rule: String) -> Finding {
    Finding { path: path.to_owned(), line, rule }
}

fn long_lines(path: &str, text: &str) -> Vec<Finding> {
    let lines = (1..).zip(text.lines().map(|line| line.chars().count()));
    let long = lines.filter(|(_, length)| *length > TEMPLATE_LINE);
    long.map(|(line, length)| {
        finding(path, line, format!("{length} characters in a line of a template, at most {TEMPLATE_LINE}"))
    })
    .collect()
}

/// A type and where its name stands.
struct Definition<'c> {
    name: &'c str,
    at: usize,
    is_public: bool,
}

/// Every type a file defines, those in functions and associated ones included.
fn definitions(code: &str) -> impl Iterator<Item = Definition<'_>> {
    let starts = code.match_indices(['s', 'e', 't', 'u']);
    starts.filter_map(|(at, _)| {
        let (before, rest) = code.split_at_checked(at)?;
        let keyword = KEYWORDS.into_iter().find(|keyword| rest.starts_with(keyword))?;
        let opens = before.chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '_');
        let name = identifier(rest.get(keyword.len()..)?.trim_start());
        let is_public = before.ends_with("pub ");
        (opens && name.starts_with(char::is_uppercase)).then_some(Definition { name, at, is_public })
    })
}

fn empty_names(path: &str, code: &str) -> Vec<Finding> {
    let empty = definitions(code).filter(|definition| EMPTY.contains(&definition.name));
    empty
        .map(|Definition { name, at, .. }| {
            finding(path, line_of(code, at), format!("a type called `{name}` says nothing: name what it is"))
        })
        .collect()
}

/// Closures with a name and more than one line.
fn long_closures(path: &str, code: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, _) in code.match_indices("let ") {
        let Some(rest) = code.get(at..) else { continue };
        let Some(statement) = closure(rest) else { continue };
        let lines = statement.lines().count();
        if lines > 1 {
            let rule = format!("a closure bound with `let` has one line, not {lines}: make it a fn");
            findings.push(finding(path, line_of(code, at), rule));
        }
    }
    findings
}

/// The statement `let name = |…| …` at the start, up to its semicolon.
fn closure(rest: &str) -> Option<&str> {
    let pattern = rest.strip_prefix("let ")?.trim_start();
    let pattern = pattern.strip_prefix("mut ").unwrap_or(pattern);
    let name = identifier(pattern);
    let after = pattern.get(name.len()..)?;
    let equals = after.find('=').filter(|at| after.get(..*at).is_some_and(|ty| !ty.contains([';', '{'])))?;
    let value = after.get(equals + 1..)?.trim_start();
    let value = value.strip_prefix("move ").unwrap_or(value);
    if name.is_empty() || !value.starts_with('|') {
        return None;
    }
    let mut depth = 0_i32;
    let end = rest.bytes().position(|byte| {
        depth += match byte {
            b'(' | b'[' | b'{' => 1,
            b')' | b']' | b'}' => -1,
            _ => 0,
        };
        byte == b';' && depth == 0
    })?;
    rest.get(..end)
}

/// Parameters that pack more than a pair into one pattern.
fn bundles(path: &str, code: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, _) in code.match_indices("fn ") {
        let Some(parameters) = code.get(at..).and_then(parameters) else { continue };
        for parameter in parts(parameters).into_iter().filter(|parameter| parameter.starts_with('(')) {
            let pattern = bracketed(parameter).unwrap_or_default();
            let elements = parts(pattern);
            if elements.len() > 2 || elements.iter().any(|element| element.starts_with('(')) {
                let rule = format!("a tuple pattern in a parameter list is a pair at most, not ({pattern})");
                findings.push(finding(path, line_of(code, at), rule));
            }
        }
    }
    findings
}

/// What stands between the brackets of a function that begins with `fn `.
fn parameters(code: &str) -> Option<&str> {
    let rest = code.strip_prefix("fn ")?;
    let rest = rest.get(identifier(rest).len()..)?;
    let opens = if rest.starts_with('<') { after_generics(rest)? } else { 0 };
    rest.get(opens..).filter(|rest| rest.starts_with('(')).and_then(bracketed)
}

/// Where a list of generic parameters ends; the arrow of a function type closes nothing.
fn after_generics(rest: &str) -> Option<usize> {
    let (mut depth, mut before) = (0_i32, 0);
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            b'<' => depth += 1,
            b'>' if before != b'-' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
        before = byte;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "crates/comity-graph/src/degree.rs";

    fn rules(path: &str, text: &str) -> Vec<String> {
        check(path, text).into_iter().map(|finding| finding.rule).collect()
    }

    #[test]
    fn a_type_is_called_what_it_is() {
        let empty = rules(SOURCE, "pub(crate) struct Asked;\nenum Kind { Told, Found }\n");
        assert_eq!(
            empty,
            [
                "a type called `Asked` says nothing: name what it is",
                "a type called `Kind` says nothing: name what it is"
            ]
        );
        assert_eq!(
            rules(SOURCE, "struct EntityKind;\n// struct Asked\n#[cfg(test)]\nstruct Told;\n"),
            [""; 0]
        );
        assert_eq!(rules("crates/comity-graph/tests/it/main.rs", "struct Told;\n"), [""; 0]);
    }

    #[test]
    fn a_closure_with_a_name_has_one_line() {
        let long = "let near = |a: u8| {\n    let b = a;\n    b\n};\nlet far: fn(u8) -> u8 = |a| a;\n";
        assert_eq!(rules(SOURCE, long), ["a closure bound with `let` has one line, not 4: make it a fn"]);
        assert_eq!(
            rules(SOURCE, "let near = list\n    .map(|a| {\n    a\n});\nif let a = b || c {\n}\n"),
            [""; 0]
        );
    }

    #[test]
    fn a_parameter_is_a_pair_at_most() {
        let bundle = "fn tie<F: Fn(A) -> B>(world: &World, (state, kind, layer): (A, B, C)) -> D {}\n";
        assert_eq!(
            rules(SOURCE, bundle),
            ["a tuple pattern in a parameter list is a pair at most, not (state, kind, layer)"]
        );
        assert_eq!(rules(SOURCE, "fn a((b, (c, d)): E) {}\n").len(), 1);
        assert_eq!(rules(SOURCE, "fn a((b, c): (B, C), d: (D, E, F)) -> (G, H, I) {}\n"), [""; 0]);
    }

    #[test]
    fn a_line_of_a_template_can_be_read() {
        let line = format!("<p>{}</p>\n", "é".repeat(155));
        let template = "crates/comity-web/templates/home.html";
        assert_eq!(rules(template, &line), ["162 characters in a line of a template, at most 160"]);
        assert_eq!(rules(template, &line.replacen("éé", "", 1)), [""; 0]);
        assert_eq!(rules("docs/page.html", &line), [""; 0]);
    }

    #[test]
    fn a_public_name_is_there_once() {
        let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
        let files = [
            file("crates/comity-graph/src/a.rs", "pub struct Step;\nstruct Own;\n"),
            file("crates/comity-web/src/b.rs", "pub enum Step {}\npub(crate) struct Own;\n"),
            file("crates/comity-web/tests/it/b.rs", "pub struct Step;\n"),
        ];
        let found = check_all(&files);
        assert_eq!(
            found,
            [finding(
                "crates/comity-web/src/b.rs",
                1,
                "a public type `Step` is in crates/comity-graph/src/a.rs already: one name for one type"
                    .to_owned()
            )]
        );
    }
}
