//! Pages for the frames of other sites: what the explorer shows, or the chart of an answer, with title, source and a link back.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use comity_answer::{Answer, AskError, Chart, ViewSubject};
use comity_export::{Edition, citation, draw_on_page};
use comity_model::Day;

use crate::answering::{answer, arguments};
use crate::error::WebError;
use crate::explore::{Subjects, edition, view_title};
use crate::files::Files;
use crate::problem::Problem;
use crate::visit::Visit;
use crate::work::Lane;

/// `GET /embed/explore`: the view of the same fields, drawn by the explorer's script without its controls.
pub(crate) async fn explore(visit: Visit) -> Result<Response, WebError> {
    let snapshot = visit.snapshot().await?;
    let subjects = Subjects::of(&visit, &snapshot)?;
    let of = visit.fields::<BTreeMap<String, String>>()?.remove("of").unwrap_or_default();
    let of = ViewSubject::read(&of)?;
    if let ViewSubject::Place(id) = &of {
        snapshot.require(id).map_err(AskError::from)?;
    }
    let back =
        if visit.query.is_empty() { "/explore".to_owned() } else { format!("/explore?{}", visit.query) };
    let page = ViewFrame {
        frame: Frame {
            title: view_title(&subjects, &of, &snapshot),
            source: citation(&edition(&snapshot), &visit.clocks.at.words()),
            back,
        },
        of_page: view_title(&subjects, &ViewSubject::All, &snapshot),
        known: visit.clocks.known.clone().unwrap_or_default(),
        subjects,
        today: visit.state.today(),
    };
    Ok(visit.page(|_| page))
}

/// `GET /embed/ask/{question}/charts/{chart}`: one picture of an answer.
pub(crate) async fn chart(
    visit: Visit,
    Path((question, id)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let arguments = arguments(&visit, &question)?;
    let answer = answer(&visit, &question, &arguments).await?;
    let files = Files::new(&visit, &question, &arguments);
    visit.show(Lane::Short, |visit| async move { drawn(&visit, &files, &answer, id) }).await
}

fn drawn(visit: &Visit, files: &Files, answer: &Answer, id: String) -> Result<Response, WebError> {
    let charts = answer.charts();
    let Some(chart) = charts.iter().find(|chart| chart.id == id) else {
        return Err(files.missing("picture", id, answer));
    };
    let about = answer.about();
    let source = citation(&Edition::of(env!("CARGO_PKG_VERSION"), &about.moment), &about.moment.words);
    let frame = Frame { title: about.title.clone(), source, back: files.answer() };
    let svg = draw_on_page(chart).unwrap_or_default();
    Ok(visit.page(|_| ChartFrame { frame, chart, svg }))
}

/// A refusal for a frame; its link leads to the front page.
pub(crate) fn refused(problem: &Problem) -> String {
    let frame = Frame { title: problem.title.clone(), source: String::new(), back: "/".to_owned() };
    ProblemFrame { frame, problem }.render().expect("the page writes into a string")
}

/// What stands around every embedded page.
struct Frame {
    title: String,
    /// Empty: nothing is shown that has one.
    source: String,
    /// The page that has all of it.
    back: String,
}

#[derive(Template)]
#[template(path = "embed_view.html")]
struct ViewFrame {
    frame: Frame,
    /// Without what the view is narrowed to: the script adds that.
    of_page: String,
    subjects: Subjects,
    known: String,
    today: Day,
}

#[derive(Template)]
#[template(path = "embed_problem.html")]
struct ProblemFrame<'a> {
    frame: Frame,
    problem: &'a Problem,
}

#[derive(Template)]
#[template(path = "embed_chart.html")]
struct ChartFrame<'a> {
    frame: Frame,
    chart: &'a Chart,
    svg: String,
}
