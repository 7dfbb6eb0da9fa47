//! Files for researchers: graphs, projections and panels at both clocks, with the codebook.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use comity_answer::file_args::{PANEL, PROJECTION, TIE_GRAPH};
use comity_answer::{
    Argument, CachedSnapshot, PanelArgs, ProjectionArgs, TieGraph, TieGraphArgs, panel, projection, tie_graph,
};
use comity_export::{Edition, ExportError, write_codebook, write_gexf, write_graphml, write_panel};
use schemars::JsonSchema;
use serde::Serialize;

use crate::cite::Cited;
use crate::cite_files::cited_register;
use crate::error::WebError;
use crate::language::LANG;
use crate::problem::Suggestion;
use crate::shell::Shell;
use crate::visit::Visit;
use crate::words;

/// Rows of a panel that are made while someone waits; more are the business of `comity export`.
const PANEL_ROWS: usize = 250_000;

/// A file, what it takes, and how it is opened.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub(crate) struct FileKind {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    help: &'static str,
    pub(crate) arguments: &'static [Argument],
    #[serde(skip)]
    pub(crate) media_type: &'static str,
}

const XML: &str = "application/xml";
pub(crate) const KINDS: [FileKind; 6] = [
    FileKind {
        name: "panel.csv",
        title: "Panel: who was in which network in which year",
        help: "Entity × network × year, with codes that tell a no from what nobody has looked at",
        arguments: PANEL,
        media_type: "text/csv; charset=utf-8",
    },
    FileKind {
        name: "ties.graphml",
        title: "Ties as GraphML",
        help: "Who is in what, for igraph, networkx, yEd or Cytoscape: library(igraph); read_graph(\"ties.graphml\", \"graphml\")",
        arguments: TIE_GRAPH,
        media_type: XML,
    },
    FileKind {
        name: "ties.gexf",
        title: "Ties over time as GEXF",
        help: "The same with the spells of each tie, for Gephi or networkx: networkx.read_gexf(\"ties.gexf\", version=\"1.3\")",
        arguments: TIE_GRAPH,
        media_type: XML,
    },
    FileKind {
        name: "projection.graphml",
        title: "Projection as GraphML",
        help: "Who is tied to whom through what they share on a day, with three weights",
        arguments: PROJECTION,
        media_type: XML,
    },
    FileKind {
        name: "projection.gexf",
        title: "Projection as GEXF",
        help: "The same for Gephi",
        arguments: PROJECTION,
        media_type: XML,
    },
    FileKind {
        name: "codebook.md",
        title: "Codebook",
        help: "What every column and code in these files means, and how to cite them",
        arguments: &[],
        media_type: "text/markdown; charset=utf-8",
    },
];

/// `GET /files`: what there is to take along.
pub(crate) async fn files(visit: Visit) -> Result<Response, WebError> {
    let files = FileList { files: &KINDS };
    let cited = cited_register(&visit).await?;
    Ok(visit.reply(files, |shell, files| FilesPage { shell, files, cited }))
}

/// `GET /files/{name}`: one of them.
pub(crate) async fn file(visit: Visit, Path(name): Path<String>) -> Result<Response, WebError> {
    let kind = KINDS.iter().find(|kind| kind.name == name).ok_or_else(|| missing(&name))?;
    let mut told: BTreeMap<String, String> = visit.fields()?;
    // The clocks and the language stand in every address; a file without a day of its own does without.
    let takes_at = kind.arguments.iter().any(|one| one.name == "at");
    told.retain(|field, _| field != "known" && field != LANG && (takes_at || field != "at"));
    let snapshot = visit.snapshot().await?;
    let edition = Edition {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        known: snapshot.known(),
        head: snapshot.head().to_owned(),
        content: visit.state.register().content(snapshot.known()).await?,
    };
    let bytes = bytes(&visit, &snapshot, &edition, kind.name, &told)?;
    Ok(visit.file(kind.media_type, &format!("comity-{name}"), bytes))
}

fn bytes(
    visit: &Visit,
    snapshot: &CachedSnapshot,
    edition: &Edition,
    name: &'static str,
    told: &BTreeMap<String, String>,
) -> Result<Vec<u8>, WebError> {
    let today = visit.state.today();
    let broken = |error: ExportError| WebError::File { name: name.to_owned(), error };
    let mut bytes = Vec::new();
    match name {
        "codebook.md" => write_codebook(edition, &mut bytes).map_err(broken)?,
        "panel.csv" => {
            let panel = panel(snapshot, &PanelArgs::read(snapshot, today, told)?)?;
            if panel.len() > PANEL_ROWS {
                return Err(too_long(panel.len()));
            }
            write_panel(&panel, edition, &mut bytes).map_err(broken)?;
        }
        "projection.graphml" | "projection.gexf" => {
            let asked = ProjectionArgs::read(snapshot, today, told)?;
            let graph = projection(snapshot, &asked);
            return graph_file(name, &graph, edition, &asked.at.words()).map_err(broken);
        }
        _ => {
            let asked = TieGraphArgs::read(snapshot, today, told)?;
            let words = asked.at.as_ref().map(comity_answer::At::words).unwrap_or_default();
            return graph_file(name, &tie_graph(snapshot, &asked)?, edition, &words).map_err(broken);
        }
    }
    Ok(bytes)
}

/// A graph in the format that the file's name ends in: GEXF, or else GraphML.
fn graph_file(name: &str, graph: &TieGraph, edition: &Edition, asked: &str) -> Result<Vec<u8>, ExportError> {
    let mut bytes = Vec::new();
    if name.rsplit('.').next() == Some("gexf") {
        write_gexf(graph, edition, asked, &mut bytes)?;
    } else {
        write_graphml(graph, edition, asked, &mut bytes)?;
    }
    Ok(bytes)
}

fn too_long(rows: usize) -> WebError {
    let cause = format!(
        "{} rows are too many to wait for: name fewer networks, a country or fewer years, or make the whole with \
         `comity export --format panel`",
        words::number(&rows)
    );
    WebError::Field { field: "panel", cause }
}

fn missing(name: &str) -> WebError {
    let kinds = KINDS.iter().map(|kind| (kind.title.to_owned(), format!("/files/{}", kind.name)));
    let instead = kinds.map(|(title, href)| Suggestion { title, href }).collect();
    WebError::Missing { noun: "file", id: name.to_owned(), instead }
}

#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct FileList {
    files: &'static [FileKind],
}

#[derive(Template)]
#[template(path = "files.html")]
struct FilesPage {
    shell: Shell,
    files: FileList,
    cited: Cited,
}
