//! Who was in which network in which year, worked out by hand from lists, denials, looks and foundings.

use std::collections::BTreeMap;
use std::fmt::Write;

use comity_answer::{CachedSnapshot, PanelArgs, PanelRow, panel};
use expect_test::{Expect, expect};

use crate::{today, world};

const WORLD: &str = r#"
    nation us country=US
    city boston in us
    city austin in us
    city dallas in us
    city lyon
    network c40
    network iula
    source list report 2009 "A list"
    source paper press 2012 "A paper"
    attribute c40 founded 2006 per paper
    attribute iula dissolved 2004 per paper
    boston member c40 2007/.. per list observed=2009
    austin member c40 2008/2010 per paper
    austin member c40 2010/2012 per list standing=disputed
    lyon member c40 2007/.. per list observed=2009
    not lyon member c40 2008/2011 per paper
    dallas member iula 1996 per paper
    absence "no city of the us" per paper observed=2003 link=member subject.within=us object.entity=iula
    looked member per list subject=us object=c40 period=2009 completeness=complete found=2
    looked member per paper object=iula period=1997/1998 completeness=sample found=1
"#;

/// One line an entity and network: runs of years with the same code.
#[track_caller]
fn check(world: &CachedSnapshot, told: &[(&str, &str)], expect: &Expect) {
    let told: BTreeMap<String, String> =
        told.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let args = PanelArgs::read(world, today(), &told).expect("arguments of the test");
    let panel = panel(world, &args).expect("a panel");
    let rows: Vec<PanelRow<'_>> = panel.rows().collect();
    assert_eq!(rows.len(), panel.len());
    let mut text = String::new();
    for pair in rows.chunk_by(|a, b| (&a.entity.id, &a.network.id) == (&b.entity.id, &b.network.id)) {
        let _ = write!(text, "{} in {}", pair[0].entity.name, pair[0].network.name);
        for run in pair.chunk_by(|a, b| said(a) == said(b)) {
            let (first, last) = (run[0].year, run[run.len() - 1].year);
            let years = if first == last { first.to_string() } else { format!("{first}–{last}") };
            let _ = write!(text, "\n  {years}: {}", said(&run[0]));
        }
        text += "\n";
    }
    expect.assert_eq(&text);
}

fn said(row: &PanelRow<'_>) -> String {
    let seen =
        if row.last_seen.is_empty() { String::new() } else { format!(", last seen {}", row.last_seen) };
    let how = row.completeness.map(|how| format!(", {how} look at {}", row.sources[0])).unwrap_or_default();
    format!("{} by {}{seen}{how}", row.code, row.claims.len())
}

#[test]
fn every_code_has_its_reason() {
    check(
        &world(WORLD),
        &[("from", "2004"), ("to", "2013"), ("network", "c40")],
        &expect![[r#"
            Austin in C40
              2004–2005: not-founded by 1
              2006–2007: no by 1
              2008: observed by 1
              2009: observed by 1, complete look at list
              2010: carried by 2
              2011–2012: over by 2
              2013: over by 0
            Boston in C40
              2004–2005: not-founded by 1
              2006: no by 1
              2007–2008: observed by 1
              2009: observed by 1, complete look at list
              2010–2013: carried by 1, last seen 2009
            Lyon in C40
              2004–2005: not-founded by 1
              2006: no by 1
              2007: observed by 1
              2008: contested by 1
              2009–2010: contested by 2
              2011–2013: over by 1
        "#]],
    );
}

#[test]
fn a_bare_year_is_a_sighting_and_an_absence_a_no() {
    check(
        &world(WORLD),
        &[("from", "1995"), ("to", "2006"), ("network", "iula")],
        &expect![[r#"
            Dallas in Iula
              1995: not-placed by 0
              1996: not-placed by 1
              1997–1998: not-placed by 0, sample look at paper
              1999–2002: not-placed by 0
              2003: contested by 1
              2004–2006: not-placed by 0
        "#]],
    );
}

#[test]
fn all_places_of_a_country_are_in_it_where_one_is_named() {
    check(
        &world(WORLD),
        &[("of", "us"), ("from", "2009"), ("to", "2009")],
        &expect![[r#"
            Austin in C40
              2009: observed by 1, complete look at list
            Austin in Iula
              2009: over by 1
            Boston in C40
              2009: observed by 1, complete look at list
            Boston in Iula
              2009: over by 1
            Dallas in C40
              2009: looked-none by 0, complete look at list
            Dallas in Iula
              2009: not-placed by 0
            Us in C40
              2009: looked-none by 0, complete look at list
            Us in Iula
              2009: over by 1
        "#]],
    );
}

#[test]
fn years_and_names_are_refused_where_they_are_none() {
    let world = world(WORLD);
    for (name, value) in [("from", "soon"), ("to", "99999"), ("network", "c41"), ("of", "atlantis")] {
        let told = BTreeMap::from([(name.to_owned(), value.to_owned())]);
        assert!(PanelArgs::read(&world, today(), &told).is_err(), "{name}={value}");
    }
}
