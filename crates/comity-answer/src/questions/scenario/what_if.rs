//! What if some of it goes, or some is added: every figure before and after, who is left alone, what falls with it.

mod arguments;
mod cascade;

use comity_messages::{listed, message, say};
use comity_snapshot::{Layer, Snapshot};

use crate::answer::Answer;
use crate::arguments::graph::{BOUND, MEETING_WORDS};
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Argument, Group, LIMIT, Question, Range, may};
use crate::questions::scenario::change_tables;
use crate::questions::scenario::intervention::Intervention;
use crate::report::{About, CoverageQuery, Method, Report, about, looked};
use arguments::ScenarioArguments;
pub(crate) use arguments::threshold;
use cascade::Cascade;

pub(crate) const THRESHOLD: Argument = may(
    "threshold",
    Range::Number { least: 0.001, most: 1.0 },
    "a network that loses this share of its backing or more is taken to fail with it; 0.5 if left out",
);

pub(crate) const QUESTION: Question = Question {
    id: "what-if",
    title: message!("question-what-if"),
    group: Group::WhatIf,
    help: message!("help-what-if"),
    arguments: &[
        may(
            "remove",
            Range::Entities { most: 100 },
            "what goes: networks, backers, units, places, agreements",
        ),
        may(
            "country",
            Range::Entity,
            "all ties with this country end, for those in `of`, or for everyone outside it",
        ),
        may("of", Range::Entity, "only ties of this place or country end"),
        may(
            "layers",
            Range::Words { of: &MEETING_WORDS },
            "which kinds end; agreements with a country, all others if left out",
        ),
        may(
            "add",
            Range::Items { each: "pairs such as lyon~leipzig or lyon~c40", most: 100 },
            "ties to be made",
        ),
        THRESHOLD,
        AT,
        BOUND,
        LIMIT,
    ],
    example: &[("remove", "bloomberg-philanthropies")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    Ok(Answer::Report(what_if(snapshot, &ScenarioArguments::read(arguments)?)))
}

fn what_if(snapshot: &CachedSnapshot, asked: &ScenarioArguments) -> Report {
    let sides =
        asked.country.iter().chain(&asked.of).map(|node| snapshot.territory(*node)).collect::<Vec<_>>();
    let sides: Vec<_> = sides.iter().collect();
    let looked =
        looked(snapshot, &CoverageQuery { layers: &Layer::ALL, sides: &sides[..sides.len().min(1)] });
    let mut about = about(
        QUESTION.id,
        snapshot,
        say!("what-if-heading", what = asked.words(snapshot)),
        &asked.at,
        looked,
    );
    about.methods.push(Method::new(&say!("what-if-method"), "Latora & Marchiori 2005, Physica A 346:69"));
    about.methods.push(Method::new(&say!("what-if-method-backing"), ""));
    about.caveats.push(say!("what-if-threshold", share = percent(asked.threshold)));
    about.caveats.push(say!("what-if-caveat-reaction"));
    let before = snapshot.relations(asked.at.window, asked.bound);
    if before.all.is_empty() {
        let why = say!("what-if-none-on-file");
        return Report::unanswerable(about, &why);
    }
    let left = asked.applied(&before);
    let cascade = Cascade::new(&before, &left, asked.threshold);
    let after = left.kept(|relation| !cascade.takes(relation));
    let change = Intervention { before, after };
    sheet(about, asked, &change, &cascade)
}

pub(crate) fn percent(share: f64) -> String {
    say!("percent", value = (share * 100.0).round())
}

fn summary(
    snapshot: &Snapshot,
    asked: &ScenarioArguments,
    change: &Intervention<'_>,
    cascade: &Cascade,
) -> String {
    let mut said = say!("what-if-ends", n = change.lost().count());
    if !cascade.failed.is_empty() {
        let names = listed(cascade.failed.iter().map(|thing| snapshot.name(*thing)));
        said = say!("what-if-fails", said = said, names = names, n = cascade.failed.len());
    }
    if !asked.add.is_empty() {
        said = say!("what-if-made", said = said, n = asked.add.len());
    }
    match change.isolated().as_slice() {
        [] => say!("what-if-nobody-alone", said = said),
        places => {
            let names = change_tables::names(change, places);
            say!("what-if-alone", said = said, n = places.len(), names = names)
        }
    }
}

fn sheet(about: About, asked: &ScenarioArguments, change: &Intervention<'_>, cascade: &Cascade) -> Report {
    let snapshot = change.before.snapshot;
    let moved = change.figures();
    let mut sheet = Report::new(about, summary(snapshot, asked, change, cascade));
    sheet.indicators.extend(change_tables::indicators(change));
    sheet.tables.push(change_tables::figures(&moved, &change_tables::some_evidence(change)));
    sheet.tables.push(cascade.table(&change.before, &change.after).cut(asked.limit));
    sheet.tables.push(change_tables::isolated(change).cut(asked.limit));
    sheet.tables.push(cascade::contacts(change).cut(asked.limit));
    sheet.tables.push(change_tables::lost(change).cut(asked.limit));
    sheet.tables.push(cascade.by_threshold());
    sheet.charts.push(change_tables::chart(&moved));
    sheet.charts.push(cascade.curve());
    sheet
}
