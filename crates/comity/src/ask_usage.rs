//! What can be asked, and what a question wants to be told.

use std::io::Write;

use anyhow::Result;
use comity_answer::{Argument, Question, Range, SnapshotStore, questions, working_examples};
use comity_messages::say;
use comity_model::Day;
use comity_register::Access;

use crate::global_options::{GlobalOptions, Outcome};
use crate::patience::reading;

/// Examples shown for one question.
const EXAMPLES: usize = 2;

/// Every question in a line, under its group.
pub(crate) fn one_screen(out: &mut impl Write) -> Result<Outcome> {
    let mut group = None;
    for question in questions() {
        if group.replace(question.group) != Some(question.group) {
            writeln!(out, "{}", question.group.title())?;
        }
        writeln!(out, "  {:<16} {}", question.id, question.title)?;
    }
    writeln!(out, "\n{}\n{}", say!("ask-one"), say!("ask-all"))?;
    Ok(Outcome::Done)
}

/// Every question with its arguments and an example.
pub(crate) fn list(json: bool, out: &mut impl Write) -> Result<Outcome> {
    if json {
        writeln!(out, "{}", serde_json::to_string_pretty(questions())?)?;
        return Ok(Outcome::Done);
    }
    let mut group = None;
    for question in questions() {
        if group.replace(question.group) != Some(question.group) {
            writeln!(out, "{}\n", question.group.title().text().to_uppercase())?;
        }
        writeln!(out, "{:<10} {}\n           {}", question.id, question.title, question.help)?;
        for argument in question.arguments {
            writeln!(out, "             {:<18} {}", spelled(argument), argument.hint())?;
        }
        writeln!(out, "           {}\n", question.command())?;
    }
    writeln!(out, "Where no range is given, {} is meant.", Range::Entity)?;
    Ok(Outcome::Done)
}

/// On the standard error: how the question is asked, and commands that have an answer on this register.
pub(crate) async fn show_usage(question: &Question, today: Day, global: &GlobalOptions) -> Result<()> {
    let register = global.open(Access::Read).await?;
    let file = global.snapshot_file(&register);
    let store = SnapshotStore::new(register).kept_in(file);
    let examples = working_examples(&*reading(store.snapshot(None)).await?, today, question, EXAMPLES);
    store.written().await;
    let mut err = std::io::stderr();
    writeln!(err, "{}\n", say!("ask-usage", command = usage(question)))?;
    for argument in question.arguments {
        for (place, line) in in_lines(&argument.hint()).into_iter().enumerate() {
            let name = if place == 0 { spelled(argument) } else { String::new() };
            writeln!(err, "  {name:<18} {line}")?;
        }
    }
    if !examples.is_empty() {
        writeln!(err, "\n{}", say!("ask-examples"))?;
    }
    for example in examples {
        writeln!(err, "  {example}")?;
    }
    writeln!(err)?;
    Ok(())
}

/// Broken between words, so that a line with a name before it fits a terminal.
fn in_lines(text: &str) -> Vec<String> {
    const MOST: usize = 78;
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let is_full = lines.last().is_some_and(|line| line.chars().count() + word.chars().count() >= MOST);
        if is_full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            let space = if line.is_empty() { "" } else { " " };
            *line = format!("{line}{space}{word}");
        }
    }
    lines
}

/// "comity ask members NETWORK [--at AT]".
fn usage(question: &Question) -> String {
    let (needed, others): (Vec<&Argument>, Vec<&Argument>) =
        question.arguments.iter().partition(|argument| argument.required);
    let head = ["comity".to_owned(), "ask".to_owned(), question.id.to_owned()].into_iter();
    let more = (!others.is_empty()).then(|| "[OPTIONS]".to_owned());
    head.chain(needed.into_iter().map(spelled)).chain(more).collect::<Vec<_>>().join(" ")
}

/// "NETWORK" for what is needed, "--at" for what may be left out.
fn spelled(argument: &Argument) -> String {
    if argument.required { argument.name.to_uppercase() } else { format!("--{}", argument.name) }
}
