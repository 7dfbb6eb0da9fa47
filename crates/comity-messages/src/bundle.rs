//! The English messages, read once, and how numbers in them are written.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::number::{number, rounded};

/// A file of English messages, its name and its text; `tests/it` sees that none is forgotten.
const ENGLISH: [(&str, &str); 23] = [
    ("abroad.ftl", include_str!("../en/abroad.ftl")),
    ("activity.ftl", include_str!("../en/activity.ftl")),
    ("brief.ftl", include_str!("../en/brief.ftl")),
    ("cite.ftl", include_str!("../en/cite.ftl")),
    ("comparison.ftl", include_str!("../en/comparison.ftl")),
    ("connectivity.ftl", include_str!("../en/connectivity.ftl")),
    ("counts.ftl", include_str!("../en/counts.ftl")),
    ("curation.ftl", include_str!("../en/curation.ftl")),
    ("evidence.ftl", include_str!("../en/evidence.ftl")),
    ("grade.ftl", include_str!("../en/grade.ftl")),
    ("heads-graph.ftl", include_str!("../en/heads-graph.ftl")),
    ("heads.ftl", include_str!("../en/heads.ftl")),
    ("home.ftl", include_str!("../en/home.ftl")),
    ("partners.ftl", include_str!("../en/partners.ftl")),
    ("quality.ftl", include_str!("../en/quality.ftl")),
    ("questions.ftl", include_str!("../en/questions.ftl")),
    ("relations.ftl", include_str!("../en/relations.ftl")),
    ("representation.ftl", include_str!("../en/representation.ftl")),
    ("scenario.ftl", include_str!("../en/scenario.ftl")),
    ("sections.ftl", include_str!("../en/sections.ftl")),
    ("take-away.ftl", include_str!("../en/take-away.ftl")),
    ("terminal.ftl", include_str!("../en/terminal.ftl")),
    ("who.ftl", include_str!("../en/who.ftl")),
];

static BUNDLE: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(bundle);

/// The message of this id with these arguments. An id that nobody wrote is given as it stands, an argument
/// that is missing as its name: a page with an odd word is better than none. [`say!`](crate::say!) is how code says it.
pub fn say(id: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
    let Some(pattern) = BUNDLE.get_message(id).and_then(|message| message.value()) else {
        return id.to_owned();
    };
    let arguments: FluentArgs<'_> = arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
    BUNDLE.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
}

/// What is broken in a file is left out here and found by the tests.
fn bundle() -> FluentBundle<FluentResource> {
    let english = "en".parse().expect("a code of a language");
    let mut bundle = FluentBundle::new_concurrent(vec![english]);
    bundle.set_use_isolating(false);
    bundle.set_transform(Some(on_one_line));
    bundle.set_formatter(Some(|value, _| written(value)));
    // Fails only where a function of the name is there already.
    let _ = bundle.add_function("THE", crate::article::the);
    for (_, text) in ENGLISH {
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(readable, _)| readable);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// A long message goes on in the next line of its file, and is one sentence.
fn on_one_line(text: &str) -> Cow<'_, str> {
    if text.contains('\n') { text.replace('\n', " ").into() } else { text.into() }
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
