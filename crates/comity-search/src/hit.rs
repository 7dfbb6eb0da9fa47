//! A hit: what was found, and why it was found.

use comity_gazetteer::PlaceName;
use comity_messages::{Message, message, say};
use comity_names::fold;
use comity_snapshot::EntityRef;
use schemars::JsonSchema;
use serde::Serialize;

use crate::bearer::Bearer;
use crate::meaning::Meaning;
use crate::search::Search;

/// How a thing comes to be found, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FoundBy {
    Id,
    /// Its own name.
    Name,
    /// A name and the place that contains its bearer.
    Within,
    /// Another name in use.
    OtherName,
    /// A code, or a name written in capitals alone.
    Abbreviation,
    /// A name no longer in use.
    FormerName,
    /// Its name in another script, as it is written in Latin letters.
    Romanised,
    /// A name that begins so.
    Beginning,
    /// A name that is a few letters away.
    Misspelt,
}

/// Something that a text may mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SearchHit {
    #[serde(flatten)]
    pub entity: EntityRef,
    /// Whether anything on file names it; else it is a place of the gazetteer.
    pub on_file: bool,
    /// Agreements, networks, events, acts and others it is linked to; for a country those of all its places.
    pub ties: u32,
    pub found_by: FoundBy,
    /// Why it was found, in words; empty where its own name is what was written.
    pub why: String,
}

impl<'a> Search<'a> {
    pub(crate) fn hit(&self, meaning: &Meaning<'a>, text: &str) -> SearchHit {
        let bearer = meaning.bearer;
        SearchHit {
            entity: self.refer(bearer),
            on_file: matches!(bearer, Bearer::OnFile(_)),
            ties: self.ties(bearer),
            found_by: meaning.by,
            why: self.why(meaning, text),
        }
    }

    fn why(&self, meaning: &Meaning<'a>, text: &str) -> String {
        match meaning.by {
            FoundBy::Id | FoundBy::Name => String::new(),
            FoundBy::Abbreviation => say!("found-abbreviation"),
            FoundBy::FormerName => say!("found-former-name"),
            FoundBy::Romanised => say!("found-other-script"),
            FoundBy::Misspelt => say!("found-misspelt", text = text.trim()),
            FoundBy::OtherName | FoundBy::Within | FoundBy::Beginning => self.written(meaning),
        }
    }

    /// In which language the name is written that fits; empty where it is the name that is shown.
    fn written(&self, meaning: &Meaning<'a>) -> String {
        let shown = self.refer(meaning.bearer).name;
        if fold(&shown) == meaning.key || meaning.key.is_empty() {
            return String::new();
        }
        let (text, lang) = self.name_of(meaning.bearer, &meaning.key).unwrap_or_default();
        match language(&lang).or_else(|| script(&text)) {
            Some(language) => say!("found-in-language", language = language),
            None if text.is_empty() => String::new(),
            None => say!("found-also-called", name = text),
        }
    }

    /// The name as it is written, with its language.
    fn name_of(&self, bearer: Bearer<'a>, key: &str) -> Option<(String, String)> {
        let fits = |name: &PlaceName<'_>| fold(name.text) == key;
        let listed: Vec<PlaceName<'_>> =
            self.place(bearer).map(|place| place.names().filter(fits).collect()).unwrap_or_default();
        // What several languages share is in none of them.
        let is_shared = listed.iter().any(|name| name.lang != listed[0].lang);
        let listed =
            listed.first().map(|name| PlaceName { lang: if is_shared { "" } else { name.lang }, ..*name });
        if let Some(name) = listed.filter(|name| !name.lang.is_empty()) {
            return Some((name.text.to_owned(), name.lang.to_owned()));
        }
        let Bearer::OnFile(node) = bearer else {
            return listed.map(|name| (name.text.to_owned(), String::new()));
        };
        let held = self.snapshot.entity(node).names.iter().find(|name| fold(&name.text) == key);
        let held = held.map(|name| (name.text.to_string(), name.lang.to_string()));
        held.or_else(|| listed.map(|name| (name.text.to_owned(), String::new())))
    }
}

/// Languages of names by their code, as a reader would say them.
pub(crate) fn language(code: &str) -> Option<&'static str> {
    let code = code.split('-').next().unwrap_or_default();
    LANGUAGES.iter().find(|(known, _)| *known == code).map(|(_, name)| name.word())
}

/// The languages or letters of a script, where the language itself is not stated.
fn script(text: &str) -> Option<&'static str> {
    let letter = text.chars().find(|c| c.is_alphabetic() && !c.is_ascii())?;
    let message = match letter {
        '\u{370}'..='\u{3ff}' => message!("language-el"),
        '\u{400}'..='\u{52f}' => message!("letters-cyrillic"),
        '\u{530}'..='\u{58f}' => message!("letters-armenian"),
        '\u{590}'..='\u{5ff}' => message!("letters-hebrew"),
        '\u{600}'..='\u{6ff}' => message!("letters-arabic"),
        '\u{900}'..='\u{97f}' => message!("letters-devanagari"),
        '\u{e00}'..='\u{e7f}' => message!("letters-thai"),
        '\u{10a0}'..='\u{10ff}' => message!("letters-georgian"),
        '\u{3040}'..='\u{30ff}' => message!("language-ja"),
        '\u{3400}'..='\u{9fff}' => message!("letters-chinese"),
        '\u{ac00}'..='\u{d7af}' => message!("language-ko"),
        _ => return None,
    };
    Some(message.word())
}

const LANGUAGES: [(&str, Message); 37] = [
    ("ar", message!("language-ar")),
    ("bg", message!("language-bg")),
    ("ca", message!("language-ca")),
    ("cs", message!("language-cs")),
    ("da", message!("language-da")),
    ("de", message!("language-de")),
    ("el", message!("language-el")),
    ("en", message!("language-en")),
    ("es", message!("language-es")),
    ("et", message!("language-et")),
    ("fa", message!("language-fa")),
    ("fi", message!("language-fi")),
    ("fr", message!("language-fr")),
    ("he", message!("language-he")),
    ("hi", message!("language-hi")),
    ("hr", message!("language-hr")),
    ("hu", message!("language-hu")),
    ("id", message!("language-id")),
    ("it", message!("language-it")),
    ("ja", message!("language-ja")),
    ("ko", message!("language-ko")),
    ("lt", message!("language-lt")),
    ("lv", message!("language-lv")),
    ("nl", message!("language-nl")),
    ("no", message!("language-no")),
    ("pl", message!("language-pl")),
    ("pt", message!("language-pt")),
    ("ro", message!("language-ro")),
    ("ru", message!("language-ru")),
    ("sk", message!("language-sk")),
    ("sl", message!("language-sl")),
    ("sr", message!("language-sr")),
    ("sv", message!("language-sv")),
    ("tr", message!("language-tr")),
    ("uk", message!("language-uk")),
    ("vi", message!("language-vi")),
    ("zh", message!("language-zh")),
];
