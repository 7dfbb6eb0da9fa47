//! Words that sources use for kinds and roles, as the language of the reader has them.

use comity_messages::{Language, Message, message};

/// "un-body" becomes "un body"; in another language its term of the field, where it has one.
pub fn spoken(word: &str) -> String {
    let plain = plain(word);
    if Language::current() == Language::English {
        return plain;
    }
    let term = TERMS.iter().find(|(known, _)| *known == plain);
    term.map_or(plain, |(_, term)| term.word().to_owned())
}

/// "un-body" becomes "un body", whoever reads it: for what compares words.
pub(crate) fn plain(word: &str) -> String {
    word.replace('-', " ")
}

const TERMS: &[(&str, Message)] = &[
    ("sister city", message!("term-sister-city")),
    ("sister state", message!("term-sister-state")),
    ("sister county", message!("term-sister-county")),
    ("friendship city", message!("term-friendship-city")),
    ("twin town", message!("term-twin-town")),
    ("partner city", message!("term-partner-city")),
    ("memorandum", message!("term-memorandum")),
    ("letter of intent", message!("term-letter-of-intent")),
    ("declaration", message!("term-declaration")),
    ("charter", message!("term-charter")),
    ("sector agreement", message!("term-sector-agreement")),
    ("programme pairing", message!("term-programme-pairing")),
    ("divestment", message!("term-divestment")),
    ("resolution of opinion", message!("term-resolution-of-opinion")),
    ("mission", message!("term-mission")),
    ("assembly", message!("term-assembly")),
    ("summit", message!("term-summit")),
    ("unit", message!("term-unit")),
    ("firm", message!("term-firm")),
    ("selective purchasing", message!("term-selective-purchasing")),
    ("nuclear free zone", message!("term-nuclear-free-zone")),
    ("climate commitment", message!("term-climate-commitment")),
    ("philanthropy", message!("term-philanthropy")),
    ("sanctuary", message!("term-sanctuary")),
    ("law or policy", message!("term-law-or-policy")),
    ("port authority", message!("term-port-authority")),
    ("aid", message!("term-aid")),
    ("boycott", message!("term-boycott")),
    ("ngo", message!("term-ngo")),
    ("ministry", message!("term-ministry")),
    ("ban on ties", message!("term-ban-on-ties")),
    ("university", message!("term-university")),
    ("un body", message!("term-un-body")),
    ("think tank", message!("term-think-tank")),
    ("member", message!("term-member")),
    ("founding member", message!("term-founding-member")),
    ("board", message!("term-board")),
    ("presidency", message!("term-presidency")),
    ("leader", message!("term-leader")),
    ("delegate", message!("term-delegate")),
    ("signatory", message!("term-signatory")),
    ("speaker", message!("term-speaker")),
    ("host", message!("term-host")),
    ("organiser", message!("term-organiser")),
    ("chair", message!("term-chair")),
    ("co chair", message!("term-co-chair")),
    ("president", message!("term-president")),
    ("mayor", message!("term-mayor")),
    ("head", message!("term-head")),
    ("treasurer", message!("term-treasurer")),
    ("observer", message!("term-observer")),
    ("associate", message!("term-associate")),
    ("vice president", message!("term-vice-president")),
    ("executive director", message!("term-executive-director")),
    ("secretary general", message!("term-secretary-general")),
    ("against", message!("term-against")),
    ("for", message!("term-for")),
    ("money", message!("term-money")),
    ("merger", message!("term-merger")),
    ("advice", message!("term-advice")),
    ("delivery", message!("term-delivery")),
    ("complete", message!("term-complete")),
    ("partial", message!("term-partial")),
    ("sample", message!("term-sample")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_said_in_the_language_of_the_reader() {
        let said = || ["sister-city", "founding-member", "un-known"].map(spoken);
        assert_eq!(said(), ["sister city", "founding member", "un known"]);
        assert_eq!(Language::Chinese.within(said), ["友好城市", "创始成员", "un known"]);
        assert!(TERMS.iter().all(|(plain, term)| term.word() == *plain));
    }
}
