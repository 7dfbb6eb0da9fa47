//! A hit: what was found, and why it was found.

use comity_gazetteer::PlaceName;
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
            FoundBy::Abbreviation => "abbreviation".to_owned(),
            FoundBy::FormerName => "former name".to_owned(),
            FoundBy::Romanised => "its name in another script".to_owned(),
            FoundBy::Misspelt => format!("if “{}” is misspelt", text.trim()),
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
            Some(language) => format!("in {language}"),
            None if text.is_empty() => String::new(),
            None => format!("also called {text}"),
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
    LANGUAGES.iter().find(|(known, _)| *known == code).map(|(_, name)| *name)
}

/// The languages or letters of a script, where the language itself is not stated.
fn script(text: &str) -> Option<&'static str> {
    let letter = text.chars().find(|c| c.is_alphabetic() && !c.is_ascii())?;
    Some(match letter {
        '\u{370}'..='\u{3ff}' => "Greek",
        '\u{400}'..='\u{52f}' => "Cyrillic letters",
        '\u{530}'..='\u{58f}' => "Armenian",
        '\u{590}'..='\u{5ff}' => "Hebrew letters",
        '\u{600}'..='\u{6ff}' => "Arabic letters",
        '\u{900}'..='\u{97f}' => "Devanagari letters",
        '\u{e00}'..='\u{e7f}' => "Thai",
        '\u{10a0}'..='\u{10ff}' => "Georgian",
        '\u{3040}'..='\u{30ff}' => "Japanese",
        '\u{3400}'..='\u{9fff}' => "Chinese characters",
        '\u{ac00}'..='\u{d7af}' => "Korean",
        _ => return None,
    })
}

const LANGUAGES: [(&str, &str); 37] = [
    ("ar", "Arabic"),
    ("bg", "Bulgarian"),
    ("ca", "Catalan"),
    ("cs", "Czech"),
    ("da", "Danish"),
    ("de", "German"),
    ("el", "Greek"),
    ("en", "English"),
    ("es", "Spanish"),
    ("et", "Estonian"),
    ("fa", "Persian"),
    ("fi", "Finnish"),
    ("fr", "French"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("hr", "Croatian"),
    ("hu", "Hungarian"),
    ("id", "Indonesian"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("ko", "Korean"),
    ("lt", "Lithuanian"),
    ("lv", "Latvian"),
    ("nl", "Dutch"),
    ("no", "Norwegian"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("sk", "Slovak"),
    ("sl", "Slovenian"),
    ("sr", "Serbian"),
    ("sv", "Swedish"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("vi", "Vietnamese"),
    ("zh", "Chinese"),
];
