//! How the pages look and why: colours, letters and parts on one page, made of the templates that all pages are made of.

use askama::Template;
use axum::response::Response;
use comity_answer::{Mark, Span};

use crate::error::WebError;
use crate::life::{DrawnLives, LifeExample, examples};
use crate::shell::Shell;
use crate::visit::Visit;

/// `GET /about/design`.
pub(crate) async fn design(visit: Visit) -> Result<Response, WebError> {
    Ok(visit.page(|mut shell| {
        shell.json = None;
        DesignPage { shell, lives: example() }
    }))
}

/// A colour of the stylesheet, and what it is for.
struct Colour {
    token: &'static str,
    used_for: &'static str,
}

const fn colour(token: &'static str, used_for: &'static str) -> Colour {
    Colour { token, used_for }
}

/// As `tokens.css` has them, each for light and for dark.
const COLOURS: [Colour; 15] = [
    colour("paper", "the page"),
    colour("sheet", "fields and doors"),
    colour("ink", "text"),
    colour("quiet", "what may be skipped"),
    colour("rule", "hairlines between rows"),
    colour("accent", "what leads somewhere"),
    colour("warn", "what asks for a person"),
    colour("wrong", "what ended or contradicts"),
    colour("land", "land on a map"),
    colour("sea", "sea on a map"),
    colour("few", "amounts: few"),
    colour("some", "amounts: some"),
    colour("many", "amounts: many"),
    colour("most", "amounts: most"),
    colour("tint", "what cannot be pressed now"),
];

#[derive(Template)]
#[template(path = "design.html")]
struct DesignPage {
    shell: Shell,
    lives: DrawnLives,
}

/// A line of each sort.
fn example() -> DrawnLives {
    let known = span([Some(1985.0), Some(1986.0), Some(1999.0), Some(2000.0)], Mark::Observed);
    let seen = span([None, Some(2004.0), Some(2012.0), Some(2012.0)], Mark::Observed);
    let carried = span([Some(2012.0), Some(2012.0), Some(2017.0), None], Mark::Carried);
    let disputed = span([Some(2008.0), Some(2008.0), None, None], Mark::Disputed);
    let lines = [
        LifeExample { who: "A chair", when: "1985–1999", spans: vec![known] },
        LifeExample { who: "A backer", when: "last reported 2012, not counted", spans: vec![seen, carried] },
        LifeExample { who: "Another", when: "from 2008, sources disagree", spans: vec![disputed] },
    ];
    examples(&lines, 2026.9, "#lives")
}

fn span(years: [Option<f64>; 4], mark: Mark) -> Span {
    let [start_earliest, start_latest, end_earliest, end_latest] = years;
    Span { start_earliest, start_latest, end_earliest, end_latest, mark }
}
