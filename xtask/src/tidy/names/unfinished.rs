//! Files in which a rule of names or circles does not hold yet: a list that only grows shorter.

/// A part of the rule, and the file.
pub(super) const ALL: [(&str, &str); 9] = [
    ("in a line of a template", "crates/comity-openrefine/templates/preview.html"),
    ("in a line of a template", "crates/comity-web/templates/reconcile/place.html"),
    ("in a line of a template", "crates/comity-web/templates/reconcile/service.html"),
    ("one name for one type", "crates/comity-ingest/src/table/summary.rs"),
    ("one name for one type", "crates/comity-model/src/judgement.rs"),
    ("one name for one type", "crates/comity-openrefine/src/outline.rs"),
    ("one name for one type", "crates/comity-snapshot/src/conflict.rs"),
    ("one name for one type", "crates/comity-source/src/sheet.rs"),
    ("says nothing", "crates/comity-answer/src/arguments/graph.rs"),
];
