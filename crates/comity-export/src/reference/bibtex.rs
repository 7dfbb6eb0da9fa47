//! BibTeX, for LaTeX; biblatex and biber read it too.

use std::fmt::Write;

use comity_answer::wording;
use comity_model::FuzzyDate;

use super::{Reference, ReferenceKind, month, one_line, parts};

pub(super) fn written(reference: &Reference) -> String {
    let mut out = format!("@misc{{{}", reference.plain_key());
    let double = |text: &str| if text.is_empty() { String::new() } else { format!("{{{}}}", escaped(text)) };
    field(&mut out, "author", &double(&reference.author));
    field(&mut out, "title", &double(&reference.title));
    field(&mut out, "publisher", &escaped(&reference.publisher));
    for (name, value) in reference.issued.as_ref().map(dated).into_iter().flatten() {
        field(&mut out, name, &value);
    }
    field(&mut out, "version", &escaped(&reference.version));
    field(&mut out, "howpublished", &escaped(howpublished(reference)));
    field(&mut out, "url", &reference.plain_url());
    field(&mut out, "urldate", reference.accessed.as_ref().map_or("", FuzzyDate::as_str));
    field(&mut out, "language", &escaped(&reference.language));
    field(&mut out, "note", &escaped(&reference.note));
    out + "\n}\n"
}

fn field(out: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        let _ = write!(out, ",\n  {name} = {{{value}}}");
    }
}

fn howpublished(reference: &Reference) -> &str {
    match reference.kind {
        _ if !reference.medium.is_empty() => &reference.medium,
        ReferenceKind::Report => "Report",
        ReferenceKind::Newspaper => "Newspaper",
        ReferenceKind::Dataset | ReferenceKind::Page | ReferenceKind::Document => "",
    }
}

/// The year, and the month by its English name, which every style can print.
fn dated(date: &FuzzyDate) -> Vec<(&'static str, String)> {
    match parts(date)[..] {
        [] => vec![("year", escaped(&wording::date(date)))],
        [year] => vec![("year", year.to_string())],
        [year, of, ..] => vec![("year", year.to_string()), ("month", month(of).to_owned())],
    }
}

/// BibTeX counts every brace, one behind a backslash too: braces become commands.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in one_line(text).chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}
