//! What one claim says, in a few words.

use comity_messages::say;
use comity_model::{Claim, Link, Modality, Period, Polarity, Shape, Standing};

use super::{attribute, date, ended, period};

/// What a link's claim says of the time: "since 1981", "1985 to 2005", "is not so (since 2022)".
pub fn saying(link: &Link) -> String {
    let dated = dated(&link.valid);
    let said = match (link.polarity, link.modality) {
        (Polarity::Denied, _) => {
            dated.map_or_else(|| say!("saying-denied"), |when| say!("saying-denied-when", when = when))
        }
        (_, Modality::Planned) => say!("saying-planned", when = dated.unwrap_or_else(unknown)),
        (_, Modality::Alleged) => say!("saying-alleged", when = dated.unwrap_or_else(unknown)),
        (_, Modality::Done) => dated.unwrap_or_else(unknown),
    };
    let said = if link.called.is_empty() {
        said
    } else {
        say!("saying-called", called = super::spoken(&link.called), said = said)
    };
    if link.standing == Standing::Disputed { say!("saying-doubted", said = said) } else { said }
}

fn unknown() -> String {
    say!("date-unknown")
}

/// `None`: nobody says when.
fn dated(valid: &Period) -> Option<String> {
    match (super::since(valid), ended(valid)) {
        (None, Some(end)) => Some(say!("saying-ended", end = end)),
        _ => Some(period(valid)).filter(|said| *said != unknown()),
    }
}

/// A claim that is no link, in words: ours where it has some.
pub fn statement(claim: &Claim) -> String {
    if !claim.words.is_empty() {
        return claim.words.to_string();
    }
    let said = match &claim.shape {
        Shape::Attribute { attribute: which, value, unit, .. } => {
            format!("{}: {value} {unit}", attribute(*which)).trim_end().to_owned()
        }
        Shape::Count { scope, quantity: Some(quantity), .. } if scope.wording.is_empty() => {
            super::quantity(quantity)
        }
        Shape::Count { scope, quantity: Some(quantity), .. } => {
            format!("{}: {}", super::quantity(quantity), scope.wording)
        }
        Shape::Count { scope, compared, .. } => {
            let other = compared
                .as_ref()
                .map(|other| format!(": {} {}", super::spoken(other.how.as_str()), other.to.wording));
            format!("{}{}", scope.wording, other.unwrap_or_default())
        }
        Shape::Absence { scope } if scope.except.is_empty() => {
            say!("statement-none", what = scope.wording.as_str())
        }
        Shape::Absence { scope } => {
            let except: Vec<&str> = scope.except.iter().map(|mention| mention.text.as_str()).collect();
            say!("statement-none-but", except = except.join(", "), what = scope.wording.as_str())
        }
        Shape::Opinion { text, author, .. } => {
            author.as_ref().map_or_else(|| text.to_string(), |author| format!("{text} ({})", author.text))
        }
        Shape::Link { kind, .. } => super::spoken(kind.as_str()),
    };
    if claim.polarity == Polarity::Denied { say!("statement-not", said = said) } else { said }
}

/// When a claim says it held: its period, else the day it describes.
pub fn when(claim: &Claim) -> String {
    match (&claim.observed, claim.valid.as_str()) {
        (Some(observed), "") => say!("period-as-of", day = date(observed)),
        _ => period(&claim.valid),
    }
}
