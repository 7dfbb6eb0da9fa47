//! One recorded thing in one line, as history shows it.

use comity_answer::wording;
use comity_model::{Coverage, Decision, Judge, Judgement, Record, Sameness};

use super::{claim, standing, what};

pub(crate) fn record(record: &Record) -> String {
    match record {
        Record::Source(source) => format!("source: {}", source.title),
        Record::Entity(entity) => format!("{}: {}", what(entity), entity.name),
        Record::Claim(said) => format!("{} ({})", claim(said).trim_end_matches('.'), said.locator),
        Record::Judgement(judgement) => decided(judgement),
        Record::Coverage(coverage) => looked(coverage),
    }
}

fn decided(judgement: &Judgement) -> String {
    let who = match judgement.judge {
        Judge::Person => "a person decided",
        Judge::Machine => "matched automatically",
    };
    let what = decision(&judgement.decision);
    if judgement.why.is_empty() {
        format!("{who}: {what}")
    } else {
        format!("{who}: {what} – {}", judgement.why)
    }
}

fn decision(decision: &Decision) -> String {
    match decision {
        Decision::Resolve { readings, .. } => {
            let meant = readings.iter().map(|reading| match &reading.entity {
                Some(entity) => format!("{} means {entity}", reading.slot),
                None => format!("{} not matched", reading.slot),
            });
            meant.collect::<Vec<_>>().join(", ")
        }
        Decision::NotMeant { slot, entity, .. } => format!("{slot} does not mean {entity}"),
        Decision::Verdict { standing: verdict, .. } => standing(*verdict).1.to_owned(),
        Decision::Same { a, b, sameness } => match sameness {
            Sameness::Same => format!("{a} and {b} are the same"),
            Sameness::Distinct => format!("{a} and {b} are not the same"),
            Sameness::Unsure => format!("whether {a} and {b} are the same is not known"),
        },
    }
}

fn looked(coverage: &Coverage) -> String {
    let whom = coverage.subject.as_ref().map_or("anyone".to_owned(), ToString::to_string);
    let what = coverage.object.as_ref().map_or("anything".to_owned(), ToString::to_string);
    let found = coverage.found.map_or(String::new(), |found| format!(", found {found}"));
    format!("searched {}: {whom} {} {what}{found}", coverage.source, wording::verb(coverage.link))
}
