//! A claim as a sentence, for sources that gave us none.

use comity_messages::{listed, say};
use comity_model::{Claim, EntityAttribute, LinkAttribute, LinkAttributes, LinkKind, Mention, Modality};
use comity_model::{Polarity, Shape};

use super::{date, mention, period, spoken, verb};

/// Our own words where a person wrote some; otherwise a sentence made of its parts.
pub fn claim(claim: &Claim) -> String {
    if !claim.words.is_empty() {
        return claim.words.to_string();
    }
    let said = shape(&claim.shape);
    let said = match claim.modality {
        Modality::Done => said,
        Modality::Planned => say!("claim-planned", said = said),
        Modality::Alleged => say!("claim-alleged", said = said),
    };
    match claim.polarity {
        Polarity::Asserted => said,
        Polarity::Denied => say!("claim-denied", said = said),
    }
}

fn shape(shape: &Shape) -> String {
    match shape {
        Shape::Link { subject, kind, object, attributes } => linked(subject, *kind, object, attributes),
        Shape::Attribute { entity, attribute, value, unit } => attributed(entity, *attribute, value, unit),
        Shape::Count { scope, quantity: Some(quantity), .. } => {
            format!("{}: {}", super::quantity(quantity), scope.wording)
        }
        Shape::Count { scope, compared: Some(compared), .. } => {
            let how = spoken(compared.how.as_str());
            format!("{} – {how} {}", scope.wording, compared.to.wording)
        }
        Shape::Count { scope, .. } => scope.wording.to_string(),
        Shape::Absence { scope } => say!("claim-none", what = scope.wording.as_str()),
        Shape::Opinion { text, author: Some(author), .. } => format!("{text} ({})", mention(author)),
        Shape::Opinion { text, .. } => text.to_string(),
    }
}

fn linked(subject: &Mention, kind: LinkKind, object: &Mention, attributes: &LinkAttributes) -> String {
    let said = if object.with.is_empty() {
        say!("claim-relation", subject = mention(subject), verb = verb(kind), object = mention(object))
    } else {
        let others: Vec<String> = object.with.iter().map(mention).collect();
        let what = spoken(object.level.as_deref().unwrap_or("agreement"));
        say!("claim-pair", subject = mention(subject), others = listed(others), what = what)
    };
    match attributes.get(&LinkAttribute::Role).or_else(|| attributes.get(&LinkAttribute::Post)) {
        Some(role) => say!("claim-role", said = said, role = spoken(role)),
        None => said,
    }
}

fn attributed(entity: &Mention, attribute: EntityAttribute, value: &str, unit: &str) -> String {
    let value = format!("{value} {unit}");
    say!(
        "claim-attribute",
        entity = mention(entity),
        what = super::attribute(attribute),
        value = value.trim_end()
    )
}

/// The span it is said to hold for, and the day the source describes; empty where neither is stated.
pub fn dates(claim: &Claim) -> String {
    let span = if claim.valid.as_str().is_empty() { String::new() } else { period(&claim.valid) };
    let seen =
        claim.observed.as_ref().map(|day| say!("claim-describes", day = date(day))).unwrap_or_default();
    [span, seen].into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use comity_model::SourceId;

    fn said(shape: Shape) -> String {
        claim(&Claim::new(SourceId::new("list").unwrap(), "row 1", shape))
    }

    #[test]
    fn a_pair_row_is_a_sentence() {
        let at =
            |text: &str, country: &str| Mention { country: Some(country.into()), ..Mention::named(text) };
        let object = Mention::agreement_with(vec![at("Rochester", "United States")]);
        let subject = at("Hamamatsu", "Japan");
        let pair = Shape::Link { subject, kind: LinkKind::Party, object, attributes: LinkAttributes::new() };
        assert_eq!(said(pair), "Hamamatsu (Japan) and Rochester (United States): agreement");
    }

    #[test]
    fn a_membership_names_its_role() {
        let membership = Shape::Link {
            subject: Mention::named("Los Angeles"),
            kind: LinkKind::Member,
            object: Mention::named("C40"),
            attributes: LinkAttributes::from([(LinkAttribute::Role, "board".into())]),
        };
        assert_eq!(said(membership), "Los Angeles is a member of C40 (board)");
    }
}
