//! What one claim says, in a few words.

use comity_model::{Claim, Link, Modality, Period, Polarity, Shape, Standing};

use super::{attribute, date, ended, period};

/// What a link's claim says of the time: "since 1981", "1985 to 2005", "is not so (since 2022)".
pub fn saying(link: &Link) -> String {
    let dated = dated(&link.valid);
    let said = match (link.polarity, link.modality) {
        (Polarity::Denied, _) if dated == NO_YEAR => "is not so".to_owned(),
        (Polarity::Denied, _) => format!("is not so ({dated})"),
        (_, Modality::Planned) => format!("planned, {dated}"),
        (_, Modality::Alleged) => format!("alleged, {dated}"),
        (_, Modality::Done) => dated,
    };
    let called =
        if link.called.is_empty() { String::new() } else { format!("{}, ", super::spoken(&link.called)) };
    let doubt = if link.standing == Standing::Disputed { " – looks miscopied" } else { "" };
    format!("{called}{said}{doubt}")
}

const NO_YEAR: &str = "date unknown";

fn dated(valid: &Period) -> String {
    match (super::since(valid), ended(valid)) {
        (None, Some(end)) => format!("ended {end}"),
        _ => period(valid),
    }
}

/// A claim that is no link, in words: ours where it has some.
pub fn statement(claim: &Claim) -> String {
    if !claim.words.is_empty() {
        return claim.words.to_string();
    }
    let not = if claim.polarity == Polarity::Denied { "not: " } else { "" };
    let said = match &claim.shape {
        Shape::Attribute { attribute: which, value, unit, .. } => {
            format!("{}: {value} {unit}", attribute(*which)).trim_end().to_owned()
        }
        Shape::Count { scope, quantity: Some(quantity), .. } if scope.wording.is_empty() => {
            quantity.to_string()
        }
        Shape::Count { scope, quantity: Some(quantity), .. } => format!("{quantity}: {}", scope.wording),
        Shape::Count { scope, compared, .. } => {
            let other = compared
                .as_ref()
                .map(|other| format!(": {} {}", super::spoken(other.how.as_str()), other.to.wording));
            format!("{}{}", scope.wording, other.unwrap_or_default())
        }
        Shape::Absence { scope } if scope.except.is_empty() => format!("none: {}", scope.wording),
        Shape::Absence { scope } => {
            let except: Vec<&str> = scope.except.iter().map(|mention| mention.text.as_str()).collect();
            format!("none but {}: {}", except.join(", "), scope.wording)
        }
        Shape::Opinion { text, author, .. } => {
            author.as_ref().map_or_else(|| text.to_string(), |author| format!("{text} ({})", author.text))
        }
        Shape::Link { kind, .. } => super::spoken(kind.as_str()),
    };
    format!("{not}{said}")
}

/// When a claim says it held: its period, else the day it describes.
pub fn when(claim: &Claim) -> String {
    match (&claim.observed, claim.valid.as_str()) {
        (Some(observed), "") => format!("as of {}", date(observed)),
        _ => period(&claim.valid),
    }
}
