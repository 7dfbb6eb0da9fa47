//! Files of an answer: its pictures as SVG and PNG, its tables as CSV, at both clocks of the page.

use std::collections::BTreeMap;

use axum::extract::Path;
use axum::response::Response;
use comity_answer::{Answer, AsOf, Chart};
use comity_export::{Edition, citation, draw, render_png, write_table_csv};

use crate::address::link;
use crate::answering::{answer, arguments, takes, unlimited};
use crate::error::WebError;
use crate::problem::Suggestion;
use crate::visit::Visit;
use crate::work::Lane;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// `GET /ask/{question}/charts/{file}`: `{chart}.svg` or `{chart}.png`.
pub(crate) async fn chart(
    visit: Visit,
    Path((question, file)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let arguments = arguments(&visit, &question)?;
    let answer = answer(&visit, &question, &arguments).await?;
    visit.show(Lane::Short, |visit| async move { drawn(&visit, &question, &arguments, &answer, file) }).await
}

fn drawn(
    visit: &Visit,
    question: &str,
    arguments: &BTreeMap<String, String>,
    answer: &Answer,
    file: String,
) -> Result<Response, WebError> {
    let charts = answer.charts();
    let name = format!("{question}-{file}");
    let named = |kind: &str| charts.iter().find(|chart| file == format!("{}.{kind}", chart.id));
    if let Some(svg) = named("svg").and_then(|chart| picture(&answer.about().moment, chart)) {
        return Ok(visit.file("image/svg+xml", &name, svg.into_bytes()));
    }
    if let Some(svg) = named("png").and_then(|chart| picture(&answer.about().moment, chart)) {
        let png = render_png(&svg).map_err(|error| WebError::File { name: name.clone(), error })?;
        return Ok(visit.file("image/png", &name, png));
    }
    Err(Files::new(visit, question, arguments).missing("picture", file, answer))
}

/// `GET /ask/{question}/tables/{file}`: `{table}.csv`, all of its rows.
pub(crate) async fn table(
    visit: Visit,
    Path((question, file)): Path<(String, String)>,
) -> Result<Response, WebError> {
    let mut arguments = arguments(&visit, &question)?;
    unlimited(&question, &mut arguments);
    let answer = answer(&visit, &question, &arguments).await?;
    visit.show(Lane::Short, |visit| async move { listed(&visit, &question, &arguments, &answer, file) }).await
}

fn listed(
    visit: &Visit,
    question: &str,
    arguments: &BTreeMap<String, String>,
    answer: &Answer,
    file: String,
) -> Result<Response, WebError> {
    let tables = answer.tables();
    let Some(table) = tables.iter().find(|table| file.strip_suffix(".csv") == Some(table.id)) else {
        return Err(Files::new(visit, question, arguments).missing("table", file, answer));
    };
    let name = format!("{question}-{file}");
    let mut csv = Vec::new();
    write_table_csv(table, &Edition::of(VERSION, &answer.about().moment), &mut csv)
        .map_err(|error| WebError::File { name: name.clone(), error })?;
    Ok(visit.file("text/csv; charset=utf-8", &name, csv))
}

/// A chart of an answer, drawn; `None` where it has nothing to draw.
pub(crate) fn picture(moment: &AsOf, chart: &Chart) -> Option<String> {
    draw(chart, &citation(&Edition::of(VERSION, moment), &moment.words))
}

/// Where the files of one answer are.
#[derive(Debug, Clone)]
pub(crate) struct Files {
    folder: String,
    fields: Vec<(String, String)>,
    /// The same at both clocks, so that the address shows the same for ever.
    pinned: Vec<(String, String)>,
    /// What links to this server begin with.
    base: String,
}

impl Files {
    pub(crate) fn new(visit: &Visit, question: &str, arguments: &BTreeMap<String, String>) -> Self {
        let known = visit.clocks.known.iter().map(|known| ("known".to_owned(), known.clone()));
        let told = || arguments.iter().map(|(name, value)| (name.clone(), value.clone()));
        let has_day = crate::answering::question(question).is_some_and(|question| takes(question, "at"));
        let day = (has_day && !arguments.contains_key("at")).then(|| visit.clocks.at.text.clone());
        let head = || format!("#{}", visit.head.seq.0);
        let at_file = visit.clocks.known.clone().unwrap_or_else(head);
        let clocks = day.map(|day| ("at".to_owned(), day)).into_iter().chain([("known".to_owned(), at_file)]);
        Self {
            folder: format!("/ask/{question}"),
            fields: told().chain(known).collect(),
            pinned: told().chain(clocks).collect(),
            base: visit.state.access().hosts.lasting_base(),
        }
    }

    /// The page of the answer.
    pub(crate) fn answer(&self) -> String {
        link(&self.folder, &borrowed(&self.fields))
    }

    /// What shows a chart in a page of somebody else's.
    pub(crate) fn embed(&self, chart: &Chart) -> String {
        let path = format!("/embed{}/charts/{}", self.folder, chart.id);
        let address = format!("{}{}", self.base, link(&path, &borrowed(&self.pinned)));
        frame(&address, &chart.title)
    }

    /// `kind` is `svg` or `png`.
    pub(crate) fn chart(&self, id: &str, kind: &str) -> String {
        self.at(&format!("charts/{id}.{kind}"))
    }

    pub(crate) fn table(&self, id: &str) -> String {
        self.at(&format!("tables/{id}.csv"))
    }

    fn at(&self, file: &str) -> String {
        link(&format!("{}/{file}", self.folder), &borrowed(&self.fields))
    }

    /// What the answer has instead.
    pub(crate) fn missing(&self, noun: &'static str, id: String, answer: &Answer) -> WebError {
        let (charts, tables) = (answer.charts(), answer.tables());
        let drawn = charts.iter().filter(|chart| picture(&answer.about().moment, chart).is_some());
        let charts = drawn.map(|chart| (chart.title.clone(), self.chart(chart.id, "svg")));
        let tables = tables.iter().map(|table| (table.title.clone(), self.table(table.id)));
        let instead = charts.chain(tables).map(|(title, href)| Suggestion { title, href }).collect();
        WebError::Missing { noun, id, instead }
    }
}

fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

/// As HTML that may be pasted.
fn frame(address: &str, title: &str) -> String {
    let [address, title] = [address, title].map(|text| text.replace('&', "&amp;").replace('"', "&quot;"));
    format!(
        "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"560\" loading=\"lazy\" style=\"border:0\"></iframe>"
    )
}
