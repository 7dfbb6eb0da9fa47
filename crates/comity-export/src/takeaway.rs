//! What is taken away of a view of the explorer: its ties in five forms, and with them, in one archive, what they mean, whose
//! they are and how they are cited.

use std::io::{Cursor, Write};

use comity_answer::{TieGraph, TieView};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::codebook::write_view_codebook;
use crate::error::ExportError;
use crate::geojson::write_view_geojson;
use crate::gexf::write_gexf;
use crate::notice::{Edition, notice};
use crate::reference::{Reference, ReferenceFormat};
use crate::view::write_view_csv;
use crate::workbook::write_view_workbook;

/// A view, and what its files say of themselves.
#[derive(Debug, Clone, Copy)]
pub struct Takeaway<'a> {
    pub view: &'a TieView,
    /// The same ties.
    pub graph: &'a TieGraph,
    pub edition: &'a Edition,
    /// How the view is cited; its address shows the same for ever.
    pub reference: &'a Reference,
    /// The days looked at, in words.
    pub asked: &'a str,
}

/// A form of the ties of a view, or all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakeawayFile {
    Archive,
    Csv,
    Workbook,
    GeoJson,
    Gexf,
    Json,
}

impl TakeawayFile {
    pub const ALL: [Self; 6] =
        [Self::Archive, Self::Csv, Self::Workbook, Self::GeoJson, Self::Gexf, Self::Json];

    /// What it is called in an address, and in the archive.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Archive => "data.zip",
            Self::Csv => "ties.csv",
            Self::Workbook => "ties.xlsx",
            Self::GeoJson => "ties.geojson",
            Self::Gexf => "ties.gexf",
            Self::Json => "ties.json",
        }
    }

    /// What a link to it says.
    pub const fn what(self) -> &'static str {
        match self {
            Self::Archive => "ZIP",
            Self::Csv => "CSV",
            Self::Workbook => "XLSX",
            Self::GeoJson => "GeoJSON",
            Self::Gexf => "GEXF",
            Self::Json => "JSON",
        }
    }

    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Archive => "application/zip",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::GeoJson => "application/geo+json",
            Self::Gexf => "application/xml",
            Self::Json => "application/json",
        }
    }

    /// The same ties, the same bytes.
    pub fn write(self, of: Takeaway<'_>, out: &mut impl Write) -> Result<(), ExportError> {
        let Takeaway { view, graph, edition, asked, .. } = of;
        match self {
            Self::Archive => return write_archive(of, out),
            Self::Csv => _ = write_view_csv(view, edition, out)?,
            Self::Workbook => _ = write_view_workbook(view, edition, &read_me(of), out)?,
            Self::GeoJson => _ = write_view_geojson(view, edition, out)?,
            Self::Gexf => _ = write_gexf(graph, edition, asked, out)?,
            Self::Json => serde_json::to_writer(out, view)?,
        }
        Ok(())
    }
}

fn write_archive(of: Takeaway<'_>, out: &mut impl Write) -> Result<(), ExportError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let folder = of.reference.key.as_str();
    // The day on which it is written would make the same ties other bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for file in TakeawayFile::ALL.into_iter().filter(|file| *file != TakeawayFile::Archive) {
        archive.start_file(format!("{folder}/{}", file.name()), options)?;
        file.write(of, &mut archive)?;
    }
    archive.start_file(format!("{folder}/codebook.md"), options)?;
    write_view_codebook(of.edition, &mut archive)?;
    let citation = |format| of.reference.written(format);
    let texts = [
        ("README.md", read_me(of)),
        ("LICENCE.md", format!("{LICENCE}\n\n{}\n", notice(of.edition))),
        ("citation.txt", citation(ReferenceFormat::Apa)),
        ("citation.bib", citation(ReferenceFormat::Bibtex)),
        ("citation.ris", citation(ReferenceFormat::Ris)),
    ];
    for (name, text) in texts {
        archive.start_file(format!("{folder}/{name}"), options)?;
        archive.write_all(text.as_bytes())?;
    }
    out.write_all(&archive.finish()?.into_inner())?;
    Ok(())
}

fn read_me(of: Takeaway<'_>) -> String {
    let Takeaway { view, reference, .. } = of;
    let lines = view.ties.len();
    format!(
        "# {title}\n\n{summary} Each line of ties.csv is one tie, {lines} in all, as the explorer shows them at this address:\n\n\
         {url}\n\n{FILES}\n\n{note}\n\nTo cite: {cite}\n\n{notice}\n",
        title = reference.title,
        summary = view.summary,
        url = reference.url,
        note = view.note,
        cite = reference.written(ReferenceFormat::Apa).trim_end(),
        notice = notice(of.edition),
    )
}

const FILES: &str = "\
- ties.csv, ties.xlsx: a table, one line a tie. codebook.md says what each column means.
- ties.geojson: places as points and ties as lines, for QGIS and other maps.
- ties.gexf: the same as a network with the days of each tie, for Gephi and networkx.
- ties.json: all of it, for programs.
- LICENCE.md: whose work is in it. citation.txt, .bib, .ris: how to cite this view.";

const LICENCE: &str = "\
# Whose work is in these files

- What a source says is its own. Each line names its claims, and each claim its source: cite that for what it says.
- Places and their names: GeoNames, https://www.geonames.org/, licensed under CC BY 4.0,
  https://creativecommons.org/licenses/by/4.0/: name GeoNames wherever you show them.
- Names of countries: Unicode CLDR, under the Unicode License.

The register states no licence of its own for the selection: ask whoever runs the server before you pass on all of it.";
