//! A document's statements against all else on file.

use comity_answer::{At, CheckedArgs, VerdictGroup, checked_document};

use crate::cases::shared;
use crate::{page, today, world};

#[test]
fn a_verdict_counts_all_its_statements_and_shows_as_many_as_asked_for() {
    let shown = |limit| {
        let args = CheckedArgs { source: None, at: At::day(today()), limit };
        let groups = checked_document(&world(&shared("checked")), &args).groups;
        let line = |one: &VerdictGroup| format!("{} {}+{}", one.n, one.statements.len(), one.left_out());
        groups.iter().map(line).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(shown(100), "1 1+0, 1 1+0, 1 1+0, 1 1+0, 2 2+0, 4 4+0, 2 2+0");
    assert_eq!(shown(1), "1 1+0, 1 1+0, 1 1+0, 1 1+0, 2 1+1, 4 1+3, 2 1+1");
}

#[test]
fn the_document_with_most_labelled_statements_is_meant_where_none_is_named() {
    let world = world(&shared("checked"));
    assert_eq!(page(&world, "checked"), page(&world, "checked paper"));
}
