//! The words of a source as it wrote them.

use comity_messages::{message, say};
use comity_model::{Claim, Mention, Shape};
use smol_str::SmolStr;

/// With the place it put them in: `Rochester (New York, United States)`.
pub fn mention(mention: &Mention) -> String {
    let name =
        if mention.text.is_empty() { message!("mention-unnamed").word() } else { mention.text.as_str() };
    let place: Vec<&str> = mention.admin.iter().chain(&mention.country).map(SmolStr::as_str).collect();
    if place.is_empty() {
        name.to_owned()
    } else {
        say!("mention-placed", name = name, place = place.join(", "))
    }
}

/// What stands in the source, as far as the claim keeps it.
pub fn written(claim: &Claim) -> String {
    match &claim.shape {
        Shape::Link { subject, object, .. } => {
            let ends = std::iter::once(subject).chain(if object.with.is_empty() {
                std::slice::from_ref(object)
            } else {
                object.with.as_slice()
            });
            ends.map(mention).collect::<Vec<_>>().join(" – ")
        }
        Shape::Attribute { entity, value, unit, .. } => {
            format!("{}: {value} {unit}", mention(entity)).trim_end().to_owned()
        }
        Shape::Count { scope, .. } | Shape::Absence { scope } => scope.wording.to_string(),
        Shape::Opinion { text, .. } => text.to_string(),
    }
}
