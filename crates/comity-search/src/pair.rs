//! Two places in one line: `us china`, `Rochester – Hamamatsu`, `which US cities are tied to Chinese cities?`.

use comity_model::EntityKind;
use comity_names::fold;
use schemars::JsonSchema;
use serde::Serialize;

use crate::bearer::Bearer;
use crate::hit::{FoundBy, SearchHit};
use crate::meaning::Meaning;
use crate::people::DEMONYMS;
use crate::rank::ranked;
use crate::search::{Search, Typing, shortened};

/// Two things on file whose ties can be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PlacePair {
    pub one: SearchHit,
    pub other: SearchHit,
}

/// Words of a text that is tried as two places without anything between them.
const MOST_WORDS: usize = 6;
/// Characters of a text without blanks, as Chinese is written.
const MOST_SIGNS: usize = 10;

/// What stands between two names.
const BETWEEN: [&str; 28] = [
    " – ",
    " — ",
    " - ",
    "–",
    "—",
    " × ",
    "×",
    " x ",
    " and ",
    " & ",
    " with ",
    " vs ",
    " / ",
    " + ",
    " tied to ",
    " to ",
    " und ",
    " et ",
    " y ",
    " e ",
    " en ",
    " и ",
    " و",
    "과 ",
    "와 ",
    "と",
    "和",
    "与",
];

/// Words of a question that name no place.
const EMPTY: [&str; 40] = [
    "which",
    "what",
    "who",
    "how",
    "many",
    "are",
    "is",
    "do",
    "does",
    "has",
    "have",
    "had",
    "the",
    "a",
    "of",
    "in",
    "between",
    "ties",
    "tie",
    "tied",
    "twinned",
    "twin",
    "twins",
    "sister",
    "partner",
    "partners",
    "city",
    "cities",
    "town",
    "towns",
    "places",
    "all",
    "any",
    "from",
    "for",
    "their",
    "its",
    "relations",
    "agreements",
    "list",
];

impl<'a> Search<'a> {
    /// The two things that one line names, where it names no single one.
    pub fn pair(&self, text: &str) -> Option<PlacePair> {
        let text = shortened(text);
        let text = text.trim().trim_end_matches(['?', '？', '.']);
        if !self.exact(text).iter().all(|meaning| self.is_agreement(meaning)) {
            return None;
        }
        let (one, other) = self.joined(text).or_else(|| self.side_by_side(text))?;
        let hit = |meaning: &Meaning<'a>| SearchHit { why: String::new(), ..self.hit(meaning, text) };
        Some(PlacePair { one: hit(&one), other: hit(&other) })
    }

    /// An agreement is called as its two parties are: `Chicago – Shanghai`.
    fn is_agreement(&self, meaning: &Meaning<'a>) -> bool {
        let agreement = EntityKind::Agreement;
        matches!(meaning.bearer, Bearer::OnFile(node) if self.snapshot.entity(node).kind == agreement)
    }

    /// With something between them; either may be misspelt.
    fn joined(&self, text: &str) -> Option<(Meaning<'a>, Meaning<'a>)> {
        let lower = text.to_lowercase();
        BETWEEN.iter().find_map(|between| {
            let (one, other) = lower.split_once(between)?;
            let one = self.side(one).or_else(|| self.misspelt_side(one))?;
            let other = self.side(other).or_else(|| self.misspelt_side(other))?;
            (one.bearer != other.bearer).then_some((one, other))
        })
    }

    /// Without anything between them: the split whose worse side is best known.
    fn side_by_side(&self, text: &str) -> Option<(Meaning<'a>, Meaning<'a>)> {
        let mut best: Option<(f64, (Meaning<'a>, Meaning<'a>))> = None;
        for (one, other) in splits(text) {
            let Some((one, other)) = self.side(&one).zip(self.side(&other)) else { continue };
            let known = self.fame(one.bearer).min(self.fame(other.bearer));
            if one.bearer != other.bearer && best.as_ref().is_none_or(|(than, _)| known > *than) {
                best = Some((known, (one, other)));
            }
        }
        best.filter(|(known, _)| !self.is_slip_of_one(text, *known)).map(|(_, pair)| pair)
    }

    /// Whether the whole is one letter away from a name that is better known than the worse side: `Los Angles`.
    fn is_slip_of_one(&self, text: &str, known: f64) -> bool {
        let slips = self.slips_of_beginning(&fold(text));
        slips.iter().any(|slip| !slip.is_remote && self.fame(slip.bearer) > known)
    }

    fn side(&self, text: &str) -> Option<Meaning<'a>> {
        let named = named(text);
        let mut found = self.exact(&named);
        if found.is_empty() {
            found.extend(self.people_of(&named));
        }
        let found = ranked(self, found, Typing::Done);
        found.into_iter().find(|one| matches!(one.bearer, Bearer::OnFile(_)) && one.by <= FoundBy::FormerName)
    }

    fn misspelt_side(&self, text: &str) -> Option<Meaning<'a>> {
        let found = ranked(self, self.misspelt(&named(text)), Typing::Done);
        found.into_iter().find(|one| matches!(one.bearer, Bearer::OnFile(_)))
    }
}

/// Without the words of the question; `chinese cities` is `china`.
pub(crate) fn named(text: &str) -> String {
    let key = fold(text);
    let kept: Vec<&str> = key.split(' ').filter(|word| !EMPTY.contains(word)).collect();
    let kept = if kept.is_empty() { key.clone() } else { kept.join(" ") };
    let nation = DEMONYMS.iter().find(|(people, _)| *people == kept);
    nation.map_or(kept, |(_, nation)| (*nation).to_owned())
}

/// Every way to cut a short text in two.
fn splits(text: &str) -> Vec<(String, String)> {
    let key = fold(text);
    let words: Vec<&str> = key.split(' ').collect();
    if (2..=MOST_WORDS).contains(&words.len()) {
        return (1..words.len()).map(|n| (words[..n].join(" "), words[n..].join(" "))).collect();
    }
    let signs: Vec<char> = key.chars().collect();
    let is_short = words.len() == 1 && !key.is_ascii() && (4..=MOST_SIGNS).contains(&signs.len());
    let cuts = if is_short { 2..signs.len() - 1 } else { 0..0 };
    cuts.map(|n| (signs[..n].iter().collect(), signs[n..].iter().collect())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_names_places() {
        assert_eq!(named("which us cities are"), "us");
        assert_eq!(named("Chinese cities"), "china");
        assert_eq!(named("New York"), "new york");
        assert_eq!(named("all the cities"), "all the cities");
    }

    #[test]
    fn a_short_line_is_cut_everywhere() {
        assert_eq!(splits("us china").len(), 1);
        assert_eq!(splits("美国中国"), [("美国".to_owned(), "中国".to_owned())]);
        assert!(splits("rochester").is_empty());
        assert!(splits(&"a ".repeat(50)).is_empty());
    }
}
