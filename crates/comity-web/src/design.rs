//! How the pages look and why: colours, letters and parts on one page, made of the templates that all pages are made of.

use askama::Template;
use axum::response::Response;

use crate::error::WebError;
use crate::shell::Shell;
use crate::visit::Visit;

/// `GET /about/design`.
pub(crate) async fn design(visit: Visit) -> Result<Response, WebError> {
    Ok(visit.page(|mut shell| {
        shell.json = None;
        DesignPage { shell }
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
}
