//! `comity ask`: any question of the house, for a reader or as JSON.

use std::collections::BTreeMap;
use std::io::{Stdout, Write};
use std::sync::Arc;

use anyhow::{Result, bail};
use comity_answer::{
    AskError, KNOWN, MOST_ROWS, Question, SnapshotStore, SourceNotes, TerminalOptions, USUAL_ROWS,
    ask_beside, check, questions, render_terminal,
};
use comity_messages::Language;
use comity_model::FuzzyDate;
use comity_register::Access;
use console::Term;

use crate::ask_files::Files;
use crate::ask_usage::{list, one_screen, show_usage};
use crate::global_options::{GlobalOptions, Outcome, today};
use crate::patience::reading;

/// Ask a question; without one, see what can be asked.
#[derive(Debug, clap::Args)]
#[command(after_help = after_help())]
pub(crate) struct Args {
    /// Show the questions with what each wants to be told, and an example.
    #[arg(long)]
    list: bool,
    /// The question.
    question: Option<String>,
    /// What it wants to be told, in order or as --name VALUE.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "ARGUMENTS")]
    arguments: Vec<String>,
}

fn after_help() -> String {
    format!(
        "What every question takes besides its own:\n  \
    --at DATE       what was true on that day, month or year, from 1800 to 50 years from now [default: today]\n  \
    --known MOMENT  as it was on file then: a date, a time, #entry, batch:7, or batch:7^ for before it\n  \
    --sources HOW   notes: by number, a dozen at the end; full: all, with what each says; none [default: notes]\n  \
    --limit COUNT   at most so many rows a table, 1 to {MOST_ROWS} [default: {USUAL_ROWS}]\n  \
    --lang LANGUAGE en or zh: the language of the text; JSON, tables and pictures are the same in every one [default: en]\n  \
    --format FORMAT csv writes its tables, svg or png its pictures, into the folder that --out names\n  \
    --out FOLDER    made where it is not there; the files written are printed\n\nExamples:\n  comity ask\n  comity ask --list\n  \
    comity ask with rochester-new-york japan\n  comity ask members --network c40 --at 2019\n  \
    comity ask first united-states --format csv --out FOLDER\n  \
    comity ask conflicts --json"
    )
}

pub(crate) async fn run(args: Args, global: &GlobalOptions, out: &mut Stdout) -> Result<Outcome> {
    let Some(name) = args.question.filter(|_| !args.list) else {
        return if args.list || global.json { list(global.json, out) } else { one_screen(out) };
    };
    let Some(question) = questions().iter().find(|question| question.id == name) else {
        let known: Vec<&str> = questions().iter().map(|question| question.id).collect();
        bail!("there is no question `{name}`; there are: {}", known.join(", "));
    };
    let mut told = told(question, args.arguments)?;
    let json = told.remove("json").is_some() || global.json;
    let known = told.remove("known");
    let options = terminal(told.remove("sources").as_deref(), told.contains_key("limit"))?;
    let language = language(told.remove("lang").as_deref())?;
    let files = Files::asked(told.remove("format").as_deref(), told.remove("out"))?;
    // What programs read is the same in every language.
    let language = if json || files.is_some() { Language::English } else { language };
    let register = told.remove("register");
    let today = today().parse::<FuzzyDate>()?.earliest();
    let is_whole = check(today, &name, &told);
    if let Err(AskError::Missing { .. }) = is_whole {
        show_usage(question, today, &global.with_register(register.clone())).await?;
    }
    is_whole?;
    known.as_deref().map_or(Ok(()), |known| KNOWN.check(known, today))?;
    let global = global.with_register(register);
    let register = global.open(Access::Read).await?;
    let file = global.snapshot_file(&register);
    let gazetteer = global.some_gazetteer()?.map(Arc::new);
    let door = SnapshotStore::new(register).with_gazetteer(gazetteer).kept_in(file);
    let answered = async {
        let (snapshot, earlier) =
            (reading(door.snapshot(known.as_deref())).await?, door.earlier(&told).await?);
        let ask = || ask_beside(&snapshot, earlier.as_deref(), today, &name, &told);
        let answer = language.within(ask)?;
        let mut outcome = Outcome::Done;
        if let Some(files) = files {
            outcome = files.write(&answer, out)?;
        } else if json {
            writeln!(out, "{}", serde_json::to_string_pretty(&answer)?)?;
        } else {
            write!(out, "{}", language.within(|| render_terminal(&answer, &options)))?;
        }
        out.flush()?;
        Ok(outcome)
    };
    let answered = answered.await;
    // Also where there is no answer, or nobody who reads it to its end.
    door.written().await;
    answered
}

fn language(tag: Option<&str>) -> Result<Language> {
    let Some(tag) = tag else { return Ok(Language::English) };
    let Some(language) = Language::of_tag(tag) else {
        let known = Language::ALL.map(Language::code);
        bail!("--lang {tag}: it is {}", known.join(" or "));
    };
    Ok(language)
}

/// As wide as the terminal, up to what is easily read; a limit that was asked for is not cut to a screen.
fn terminal(sources: Option<&str>, is_limited: bool) -> Result<TerminalOptions> {
    let usual = TerminalOptions::default();
    let sources = match sources {
        None | Some("notes") => SourceNotes::Notes,
        Some("full") => SourceNotes::Full,
        Some("none") => SourceNotes::Nowhere,
        Some(other) => bail!("--sources {other}: it is notes, full or none"),
    };
    let width = Term::stdout().size_checked().map_or(usual.width, |(_, columns)| usize::from(columns));
    let lines = usual.lines.filter(|_| !is_limited && sources != SourceNotes::Full);
    Ok(TerminalOptions { width: width.clamp(NARROWEST, usual.width), lines, sources })
}

/// Columns below which nothing is a table.
const NARROWEST: usize = 40;

/// Flags that take no value.
const FLAGS: [&str; 1] = ["json"];

/// `--name VALUE` and `--name=VALUE` say which argument it is; words without a name fill, in order, those that are left.
fn told(question: &Question, words: Vec<String>) -> Result<BTreeMap<String, String>> {
    let mut told = BTreeMap::new();
    let mut unnamed = Vec::new();
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        let Some(flag) = word.strip_prefix("--") else {
            unnamed.push(word);
            continue;
        };
        let (name, value) = match flag.split_once('=') {
            Some((name, value)) => (name.to_owned(), value.to_owned()),
            None if FLAGS.contains(&flag) => (flag.to_owned(), String::new()),
            None => match words.next() {
                Some(value) => (flag.to_owned(), value),
                None => bail!("--{flag} needs a value"),
            },
        };
        if told.insert(name.clone(), value).is_some() {
            bail!("--{name} is given twice");
        }
    }
    for word in unnamed {
        let left = question.arguments.iter().find(|argument| !told.contains_key(argument.name));
        let Some(argument) = left else { bail!("{} takes no more, and `{word}` is left over", question.id) };
        told.insert(argument.name.to_owned(), word);
    }
    Ok(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &[&str], expect: Result<&[(&str, &str)], &str>) {
        let question = questions().iter().find(|question| question.id == "with").unwrap();
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        match (told(question, words), expect) {
            (Ok(told), Ok(expect)) => {
                let told: Vec<(&str, &str)> = told.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
                assert_eq!(told, expect);
            }
            (Err(error), Err(expect)) => assert_eq!(error.to_string(), expect),
            (told, expect) => panic!("{told:?} is not {expect:?}"),
        }
    }

    #[test]
    fn words_fill_arguments_in_order() {
        check(
            &["rochester", "japan", "--at", "2019"],
            Ok(&[("at", "2019"), ("object", "japan"), ("subject", "rochester")]),
        );
        check(&["--object=japan", "rochester"], Ok(&[("object", "japan"), ("subject", "rochester")]));
        check(&["japan", "--subject", "rochester"], Ok(&[("object", "japan"), ("subject", "rochester")]));
        check(&["--at"], Err("--at needs a value"));
        check(&["--at", "1", "--at", "2"], Err("--at is given twice"));
    }
}
