//! The files of a language, message by message.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use comity_messages::Language;
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement,
};

/// What a message needs: arguments of its own, and other messages in it.
#[derive(Debug, Default)]
pub(crate) struct Written {
    arguments: BTreeSet<String>,
    pub(crate) messages: BTreeSet<String>,
}

/// All files of the folder; that a file is in the program is seen by one of its messages being said.
pub(crate) fn english() -> BTreeMap<String, Written> {
    of(Language::English)
}

/// The same of another language.
pub(crate) fn of(language: Language) -> BTreeMap<String, Written> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(language.code());
    let mut all = BTreeMap::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        for (id, message) in read(&std::fs::read_to_string(&path).unwrap()) {
            let said = language.within(|| comity_messages::say(&id, &[]));
            assert_ne!(said, id, "{} is not in the program", path.display());
            assert!(all.insert(id.clone(), message).is_none(), "`{id}` is written twice");
        }
    }
    all
}

pub(crate) fn read(text: &str) -> BTreeMap<String, Written> {
    let resource = fluent_syntax::parser::parse(text).expect("a Fluent file without faults");
    let messages = resource.body.iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name.to_owned(), written(message))),
        _ => None,
    });
    messages.collect()
}

/// The arguments of a message and of all messages in it.
pub(crate) fn arguments(id: &str, all: &BTreeMap<String, Written>) -> BTreeSet<String> {
    let Some(message) = all.get(id) else { panic!("`{id}` is named in a message and not written") };
    let inner = message.messages.iter().flat_map(|inner| arguments(inner, all));
    message.arguments.iter().cloned().chain(inner).collect()
}

fn written(message: &Message<&str>) -> Written {
    let mut found = Written::default();
    pattern(message.value.as_ref().expect("a message has a text"), &mut found);
    found
}

fn pattern(text: &Pattern<&str>, found: &mut Written) {
    for element in &text.elements {
        if let PatternElement::Placeable { expression: placed } = element {
            expression(placed, found);
        }
    }
}

fn expression(placed: &Expression<&str>, found: &mut Written) {
    match placed {
        Expression::Inline(part) => inline(part, found),
        Expression::Select { selector, variants } => {
            inline(selector, found);
            for variant in variants {
                pattern(&variant.value, found);
            }
        }
    }
}

fn inline(part: &InlineExpression<&str>, found: &mut Written) {
    match part {
        InlineExpression::VariableReference { id } => {
            found.arguments.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            found.messages.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => call(arguments, found),
        InlineExpression::Placeable { expression: placed } => expression(placed, found),
        _ => {}
    }
}

fn call(arguments: &CallArguments<&str>, found: &mut Written) {
    for argument in &arguments.positional {
        inline(argument, found);
    }
    for argument in &arguments.named {
        inline(&argument.value, found);
    }
}
