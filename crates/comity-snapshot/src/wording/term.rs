//! Words that sources use for kinds and roles, as the language of the reader has them.

use comity_messages::{Language, Message, message};

/// "un-body" becomes "un body"; in another language its term of the field, where it has one. For
/// what is shown alone: what is compared, sorted by or kept in an address is [`plain`].
pub fn spoken(word: &str) -> String {
    let plain = plain(word);
    if Language::current() == Language::English {
        return plain;
    }
    let term = TERMS.iter().find(|(known, _)| *known == plain);
    term.map_or(plain, |(_, term)| term.word().to_owned())
}

/// "un-body" becomes "un body", whoever reads it: for what compares words.
pub fn plain(word: &str) -> String {
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
    ("in force", message!("term-in-force")),
    ("repealed", message!("term-repealed")),
    ("struck down", message!("term-struck-down")),
    ("preempted", message!("term-preempted")),
    ("lapsed", message!("term-lapsed")),
    ("proposed", message!("term-proposed")),
    ("approved", message!("term-approved")),
    ("signed", message!("term-signed")),
    ("active", message!("term-active")),
    ("dormant", message!("term-dormant")),
    ("suspended", message!("term-suspended")),
    ("ended", message!("term-ended")),
    ("revived", message!("term-revived")),
    ("contested", message!("term-contested")),
    ("with", message!("term-with")),
    ("beside", message!("term-beside")),
    ("none", message!("term-none")),
    ("abstain", message!("term-abstain")),
    ("staff", message!("term-staff")),
    ("space", message!("term-space")),
    ("split", message!("term-split")),
    ("rename", message!("term-rename")),
    ("renewal", message!("term-renewal")),
    ("detail", message!("term-detail")),
    ("grant", message!("term-grant")),
    ("licence", message!("term-licence")),
    ("veto", message!("term-veto")),
    ("participant", message!("term-participant")),
    ("committee chair", message!("term-committee-chair")),
    ("secretariat", message!("term-secretariat")),
    ("invited absent", message!("term-invited-absent")),
    ("witness", message!("term-witness")),
    ("guarantor", message!("term-guarantor")),
    ("consultative", message!("term-consultative")),
    ("seat", message!("term-seat")),
    ("territory", message!("term-territory")),
    ("part", message!("term-part")),
    ("regulatory", message!("term-regulatory")),
    ("self binding", message!("term-self-binding")),
    ("expressive", message!("term-expressive")),
    ("more than", message!("term-more-than")),
    ("fewer than", message!("term-fewer-than")),
    ("as many as", message!("term-as-many-as")),
    ("unknown", message!("term-unknown")),
    ("agreement", message!("term-agreement")),
];

#[cfg(test)]
mod tests {
    use comity_model::{AgreementState, Comparison, Completeness, LinkKind};

    use super::*;

    #[test]
    fn terms_are_said_in_the_language_of_the_reader() {
        let said = || ["sister-city", "founding-member", "un-known"].map(spoken);
        assert_eq!(said(), ["sister city", "founding member", "un known"]);
        assert_eq!(Language::Chinese.within(said), ["友好城市", "创始成员", "un known"]);
        assert!(TERMS.iter().all(|(plain, term)| term.word() == *plain));
    }

    #[test]
    fn what_the_vocabulary_closes_has_a_term_in_every_language() {
        let of_links = LinkKind::ALL.iter().flat_map(|kind| kind.attributes()).flat_map(|(_, words)| *words);
        let lists = [AgreementState::WORDS, Comparison::WORDS, Completeness::WORDS, &FATES, &FORCES];
        let words = of_links.chain(lists.into_iter().flatten());
        let missing: Vec<&&str> =
            words.filter(|word| !TERMS.iter().any(|(known, _)| *known == plain(word))).collect();
        assert!(missing.is_empty(), "{missing:?}");
        for (known, term) in TERMS {
            assert!(Language::Chinese.within(|| term.word() != *known), "{known}");
        }
    }

    /// What becomes of acts, and what they do.
    const FATES: [&str; 5] = ["in-force", "repealed", "struck-down", "preempted", "lapsed"];
    const FORCES: [&str; 3] = ["expressive", "self-binding", "regulatory"];
}
