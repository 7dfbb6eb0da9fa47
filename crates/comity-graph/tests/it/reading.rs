//! Edge lists and matrices as text: what is read and what is refused.

use comity_graph::read;
use expect_test::{Expect, expect};
use std::fmt::Write as _;

fn check_edges(text: &str, expected: &Expect) {
    let (list, problems) = read::edges(text);
    let mut shown = String::new();
    for (a, b) in list.graph.edges() {
        writeln!(shown, "{} - {}", list.labels.name(a), list.labels.name(b)).unwrap();
    }
    if let Some([from, to]) = list.header {
        writeln!(shown, "header: {from}, {to}").unwrap();
    }
    let dropped = list.collapsed;
    writeln!(shown, "{} self-loops, {} repeats", dropped.self_loops, dropped.repeats).unwrap();
    for problem in problems.first {
        writeln!(shown, "{problem}").unwrap();
    }
    expected.assert_eq(&shown);
}

fn check_matrix(text: &str, expected: &Expect) {
    let (matrix, problems) = read::matrix(text);
    let mut shown = String::new();
    for cell in matrix.table.entries() {
        let (actor, thing) = (matrix.actors.name(cell.actor), matrix.things.name(cell.thing));
        writeln!(shown, "{actor} in {thing}: {}", cell.weight).unwrap();
    }
    for problem in problems.first {
        writeln!(shown, "{problem}").unwrap();
    }
    expected.assert_eq(&shown);
}

#[test]
fn links_in_both_directions_are_one() {
    check_edges(
        "B\tA\nA\tB\nC\tC\n# note\n\nA\tC\n",
        &expect![[r"
            A - B
            A - C
            1 self-loops, 1 repeats
        "]],
    );
}

#[test]
fn a_row_that_names_the_columns_is_no_link() {
    let link = expect![[r"
        Coventry - Dresden
        header: Source, Target
        0 self-loops, 1 repeats
    "]];
    check_edges("# of ours\nSource,Target\nCoventry,Dresden\nDresden,Coventry\n", &link);
    check_edges(
        "City_1;City_2\nWashington, D.C.;\"Beijing; capital\"\n",
        &expect![[r"
            Beijing; capital - Washington, D.C.
            header: City_1, City_2
            0 self-loops, 0 repeats
        "]],
    );
    check_edges(
        "From,To\nTo,Nancy\n",
        &expect![[r"
            From - To
            Nancy - To
            0 self-loops, 0 repeats
        "]],
    );
}

#[test]
fn rows_that_are_not_links_are_problems() {
    check_edges(
        "a,b\nc\n,d\ne,f,g\n\"x, y\",a\n",
        &expect![[r"
            a - b
            a - x, y
            0 self-loops, 0 repeats
            row 2, column 2: `c`: expected two names
            row 3, column 1: ` | d`: expected two names
            row 4, column 3: `e | f | g`: expected two names
        "]],
    );
}

#[test]
fn a_matrix_keeps_what_it_can_read() {
    check_matrix(
        "city,P,,P,Q,,\nB,1,9,9,2,,\nA,-1,,,0.5,,\nB,1,1,1,1,,\n,1,1,1,1\nC,1\nD,,,,,3\n",
        &expect![[r"
            A in Q: 0.5
            B in P: 1
            B in P (column 4): 9
            B in Q: 2
            B (row 4) in P: 1
            B (row 4) in P (column 4): 1
            B (row 4) in Q: 1
            row 1, column 3: ``: expected a name
            row 1, column 4: `P`: expected a name that no earlier column has
            row 3, column 2: `-1`: expected a number from 0 up
            row 4, column 1: `B`: expected a name that no earlier row has
            row 5, column 1: ``: expected a name
            row 6, column 2: `C`: expected as many cells as the first row has
            row 7, column 6: `D`: expected as many cells as the first row has
        "]],
    );
}

#[test]
fn nothing_is_an_empty_graph() {
    check_edges(
        "",
        &expect![[r"
        0 self-loops, 0 repeats
    "]],
    );
    check_matrix("", &expect![""]);
}
