//! The messages of each language, read once, and how numbers in them are written.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentMessage, FluentResource, FluentValue};

use crate::language::Language;
use crate::number::{number, rounded};

// The texts of these files in each language; `tests/it` sees that none is forgotten.
macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        const ENGLISH: &[&str] = &[$(include_str!(concat!("../en/", $name))),+];
        const CHINESE: &[&str] = &[$(include_str!(concat!("../zh/", $name))),+];
    };
}

files!(
    "abroad.ftl",
    "activity.ftl",
    "brief.ftl",
    "cite.ftl",
    "comparison.ftl",
    "connectivity.ftl",
    "counts.ftl",
    "curation.ftl",
    "evidence.ftl",
    "grade.ftl",
    "heads-graph.ftl",
    "heads.ftl",
    "home.ftl",
    "page.ftl",
    "partners.ftl",
    "quality.ftl",
    "questions.ftl",
    "relations.ftl",
    "representation.ftl",
    "scenario.ftl",
    "sections.ftl",
    "take-away.ftl",
    "terminal.ftl",
    "who.ftl",
    "wording.ftl",
);

type Bundle = FluentBundle<FluentResource>;

static SPOKEN_ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::English, ENGLISH, on_one_line));
static SPOKEN_CHINESE: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Chinese, CHINESE, unbroken));

/// The message of this id with these arguments, in English where the language of the thread has none. An id that nobody wrote
/// is given as it stands, an argument that is missing as its name: a page with an odd word is better than none.
/// [`say!`](crate::say!) is how code says it.
pub fn say(id: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
    let Some((bundle, message)) = message(id) else { return id.to_owned() };
    let Some(pattern) = message.value() else { return id.to_owned() };
    let arguments: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
    bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
}

/// A message that is a single line without arguments: it need not be made anew.
pub(crate) fn word(id: &'static str) -> &'static str {
    let Some((bundle, message)) = message(id) else { return id };
    match message.value().map(|pattern| bundle.format_pattern(pattern, None, &mut Vec::new())) {
        Some(Cow::Borrowed(word)) => word,
        _ => id,
    }
}

/// In the language of the thread, or else in English.
fn message(id: &str) -> Option<(&'static Bundle, FluentMessage<'static>)> {
    let own = match Language::current() {
        Language::English => &SPOKEN_ENGLISH,
        Language::Chinese => &SPOKEN_CHINESE,
    };
    let bundles = [own, &SPOKEN_ENGLISH].map(LazyLock::force);
    bundles.into_iter().find_map(|bundle| Some((bundle, bundle.get_message(id)?)))
}

/// What is broken in a file is left out here and found by the tests.
fn bundle(language: Language, files: &[&str], lines: fn(&str) -> Cow<'_, str>) -> Bundle {
    let mut bundle =
        FluentBundle::new_concurrent(vec![language.code().parse().expect("a code of a language")]);
    bundle.set_use_isolating(false);
    bundle.set_transform(Some(lines));
    bundle.set_formatter(Some(|value, _| written(value)));
    // Fails only where a function of the name is there already.
    let _ = bundle.add_function("THE", crate::article::the);
    for text in files {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(readable, _)| readable);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// A long message goes on in the next line of its file, and is one sentence.
fn on_one_line(text: &str) -> Cow<'_, str> {
    if text.contains('\n') { text.replace('\n', " ").into() } else { text.into() }
}

/// The same where words have no spaces between them.
fn unbroken(text: &str) -> Cow<'_, str> {
    if text.contains('\n') { text.replace('\n', "").into() } else { text.into() }
}

/// Numbers as all of the house are written; `None` for words, which stay as they are.
fn written(value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(n) = value else { return None };
    Some(if n.value.fract() == 0.0 { number(&n.value) } else { rounded(n.value) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_nobody_wrote_is_given_as_it_stands() {
        assert_eq!(say("no-such-message", &[]), "no-such-message");
    }

    #[test]
    fn what_a_language_has_no_words_for_is_said_in_english() {
        let unknown = Language::Chinese.within(|| say("no-such-message", &[]));
        let known = Language::Chinese.within(|| crate::say!("count-members", n = 2));
        assert_eq!([unknown.as_str(), known.as_str()], ["no-such-message", "2个成员"]);
        let words = Language::ALL.map(|language| language.within(|| word("layer-acts")));
        assert_eq!(words, ["Resolutions and laws", "决议与法规"]);
    }

    #[test]
    fn a_missing_argument_is_named() {
        assert_eq!(say("range", &[("low", 3.into())]), "3 to {$high}");
    }

    #[test]
    fn numbers_choose_the_plural_and_have_commas() {
        let said = [0, 1, 2, 26_114].map(|n| crate::say!("count-members", n = n));
        assert_eq!(said, ["0 members", "1 member", "2 members", "26,114 members"]);
        assert_eq!(crate::say!("range", low = 0.567, high = 2.249), "0.57 to 2.2");
    }

    #[test]
    fn many_threads_read_it_at_once() {
        let said = || (0..200).map(|n| crate::say!("count-members", n = n)).collect::<Vec<_>>();
        let here = said();
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(said)).collect();
            assert!(threads.into_iter().all(|thread| thread.join().unwrap() == here));
        });
    }
}
