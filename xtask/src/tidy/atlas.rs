//! The rules of `data/atlas/README.md` that a program can check on its lines.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Finding;

/// One line of the atlas and where it stands.
struct Entry<'a> {
    path: &'a str,
    line: usize,
    record: Value,
}

impl Entry<'_> {
    fn is(&self, record: &str) -> bool {
        said(&self.record, "record") == record
    }

    fn finding(&self, rule: &str) -> Finding {
        Finding { path: self.path.to_owned(), line: self.line, rule: rule.to_owned() }
    }
}

pub(super) fn check_all(files: &[(String, String)]) -> Vec<Finding> {
    let entries: Vec<Entry> = files.iter().flat_map(|(path, text)| entries(path, text)).collect();
    let sources: BTreeMap<&str, &Value> = entries
        .iter()
        .filter(|one| one.is("source"))
        .map(|one| (said(&one.record, "id"), &one.record))
        .collect();
    let mut findings = Vec::new();
    for one in &entries {
        if one.is("source") && one.record.get("seen").is_some() && one.record.get("date").is_none() {
            findings.push(one.finding("a source that was opened has a date, or a year we estimate"));
        }
        if one.is("claim") {
            let source = sources.get(said(&one.record, "source")).copied().unwrap_or(&Value::Null);
            findings.extend(claim_rules(&one.record, source).into_iter().map(|rule| one.finding(rule)));
        }
    }
    findings
}

fn entries<'a>(path: &'a str, text: &'a str) -> Vec<Entry<'a>> {
    let is_lines = std::path::Path::new(path).extension().is_some_and(|end| end == "jsonl");
    let is_atlas = is_lines && path.starts_with("data/atlas/");
    let lines = (1..).zip(text.lines().filter(|_| is_atlas));
    lines
        .filter_map(|(line, text)| Some(Entry { path, line, record: serde_json::from_str(text).ok()? }))
        .collect()
}

fn claim_rules(claim: &Value, source: &Value) -> Vec<&'static str> {
    let mut broken = Vec::new();
    if source.get("seen").is_none() {
        broken.push("rests on a source that nobody opened");
    }
    if matches!(said(claim, "locator"), "" | "as reviewed") {
        broken.push("a claim says where in its source it stands");
    }
    let names_another = ["words", "caveat"].iter().any(|field| said(claim, field).contains("ccording to"));
    if said(source, "kind") == "press" && names_another && claim.get("cites").is_none() {
        broken.push("a paper that reports another names it in `cites`");
    }
    if said(claim, "modality") != "planned" && is_seen_too_early(claim, source) {
        broken.push("observed before what it reports");
    }
    broken
}

/// Whether what is said to have begun, or to have ended without a beginning, did so after it was observed.
fn is_seen_too_early(claim: &Value, source: &Value) -> bool {
    let observed = match said(claim, "observed") {
        "" => said(source, "date"),
        own => own,
    };
    let valid = said(claim, "valid");
    let told = valid.split('/').find(|part| !part.is_empty() && *part != "..").unwrap_or_default();
    let (observed, told) = (plain(observed), plain(told));
    let shared = observed.len().min(told.len());
    observed.chars().take(shared).lt(told.chars().take(shared))
}

/// The figures of a date before anything that leaves it open: `198` of `198X?`.
fn plain(date: &str) -> &str {
    date.split(|one: char| !one.is_ascii_digit() && one != '-').next().unwrap_or_default()
}

fn said<'a>(record: &'a Value, field: &str) -> &'a str {
    record.get(field).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCES: &str = r#"{"record":"source","id":"paper","kind":"press","date":"2022-03","seen":"2026-11-24"}
{"record":"source","id":"page","kind":"official-page","seen":"2026-11-24"}
{"record":"source","id":"book","kind":"scholarly-work","date":"1986"}
"#;

    fn rules(claim: &str) -> Vec<String> {
        let text = format!("{SOURCES}{claim}\n");
        let files = [("data/atlas/ties/claims.jsonl".to_owned(), text)];
        check_all(&files)
            .into_iter()
            .filter(|finding| finding.line == 4)
            .map(|finding| finding.rule)
            .collect()
    }

    #[test]
    fn what_breaks_a_rule_of_the_atlas() {
        let sound = r#"{"record":"claim","source":"paper","locator":"p. 2","valid":"2022-02/"}"#;
        assert_eq!(rules(sound), [""; 0]);
        for (from, to, rule) in [
            ("p. 2", "as reviewed", "where in its source"),
            (r#""paper""#, r#""book""#, "nobody opened"),
            ("2022-02/", "2022-04/", "observed before"),
            (r#""valid""#, r#""words":"Ten, according to a list.","valid""#, "`cites`"),
        ] {
            let found = rules(&sound.replace(from, to));
            assert!(found.iter().any(|found| found.contains(rule)), "{to}: {found:?}");
        }
    }

    #[test]
    fn an_opened_source_has_a_date() {
        let files = [("data/atlas/sources.jsonl".to_owned(), SOURCES.to_owned())];
        let lines: Vec<usize> = check_all(&files).iter().map(|finding| finding.line).collect();
        assert_eq!(lines, [2]);
    }
}
