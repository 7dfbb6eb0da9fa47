//! The interactive map of all ties, and the same ties as a list.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use comity_answer::{
    AskError, Layer, Map, MapPlace, MapScope, MapTie, PairSources, Snapshot, Undated, ViewSubject,
    sources_by_pair,
};
use comity_export::{Edition, TakeawayFile, citation};
use comity_messages::say;
use comity_model::{Entity, EntityId, EntityKind, Level};

use crate::address::link;
use crate::cite::title_of;
use crate::error::WebError;
use crate::map::MapFilter;
use crate::paging::{Stretch, Turn, cut_at};
use crate::shell::Shell;
use crate::visit::Visit;
use crate::words;

/// `GET /explore`: the map on the day asked about; as JSON the ties it draws.
pub(crate) async fn explore(visit: Visit) -> Result<Response, WebError> {
    let turn: Turn = visit.fields()?;
    let snapshot = visit.snapshot().await?;
    let map = crate::map::drawn(&visit).await?;
    let (limit, after) = (turn.limit(), turn.after()?.unwrap_or(0));
    let total = map.ties.len();
    let ties = cut_at(ordered(&map, &snapshot), after, limit);
    let subjects = Subjects::of(&visit, &snapshot)?;
    let title = view_title(&subjects, &ViewSubject::All, &snapshot);
    let source = citation(&edition(&snapshot), "");
    let Subjects { only, with } = subjects;
    let nations = nations(&snapshot);
    Ok(visit.reply(map, |shell, map| ExplorePage {
        shell,
        nations,
        only,
        with,
        title,
        source,
        map,
        ties,
        total,
    }))
}

/// The state of the register that the page is made of.
pub(crate) fn edition(snapshot: &Snapshot) -> Edition {
    Edition {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        known: snapshot.known(),
        head: snapshot.head().to_owned(),
        content: String::new(),
    }
}

/// Whose ties are shown, and with whom, if the address says so; one alone is whose they are, whichever it is.
#[derive(Debug, Default)]
pub(crate) struct Subjects {
    pub(crate) only: Option<Entity>,
    pub(crate) with: Option<Entity>,
}

impl Subjects {
    /// The error: an address names what is no id, or is not on file.
    pub(crate) fn of(visit: &Visit, snapshot: &Snapshot) -> Result<Self, WebError> {
        let MapScope { entity, with } = visit.fields::<MapFilter>()?.scope()?;
        let (entity, with) = (named(snapshot, entity.as_ref())?, named(snapshot, with.as_ref())?);
        let (only, with) = match (entity, with) {
            (None, lone) => (lone, None),
            both => both,
        };
        Ok(Self { only, with })
    }
}

fn named(snapshot: &Snapshot, id: Option<&EntityId>) -> Result<Option<Entity>, WebError> {
    let node = snapshot.require_any(id).map_err(AskError::from)?;
    Ok(node.map(|node| snapshot.entity(node).clone()))
}

/// "Ties of Japan", "Members of C40", "Ties between places: Russia – United States".
pub(crate) fn view_title(subjects: &Subjects, of: &ViewSubject, snapshot: &Snapshot) -> String {
    let whose = match (&subjects.only, &subjects.with) {
        (Some(one), Some(other)) => {
            say!("view-title-between", one = one.name.as_str(), other = other.name.as_str())
        }
        (Some(one), None) if one.kind == EntityKind::Network => {
            say!("view-title-members", network = one.name.as_str())
        }
        (Some(one), None) => say!("view-title-of", one = one.name.as_str()),
        (None, _) => say!("view-title-all"),
    };
    let nations = nations(snapshot);
    let nation = |code: &String| nations.get(code).unwrap_or(code).clone();
    let of = match of {
        ViewSubject::All => return whose,
        ViewSubject::Country(code) => nation(code),
        ViewSubject::Countries(one, other) => format!("{} – {}", nation(one), nation(other)),
        ViewSubject::Place(id) => title_of(snapshot, id),
    };
    say!("view-title-narrowed", whose = whose, of = of)
}

/// Names of countries by ISO 3166-1 alpha-2.
fn nations(snapshot: &Snapshot) -> BTreeMap<String, String> {
    let nations = snapshot.entities().iter().filter(|entity| entity.is(Level::Nation));
    nations
        .filter_map(|nation| Some((nation.country.as_ref()?.to_string(), nation.name.to_string())))
        .collect()
}

/// A tie of the map, and how many sources tell of its agreements.
struct PairRow {
    tie: MapTie,
    sources: usize,
    /// People in the smaller of the two.
    people: u64,
}

/// What most sources tell of first, then what is between the largest places; names keep a page where it is.
fn ordered(map: &Map, snapshot: &Snapshot) -> Vec<PairRow> {
    let sources = sources_by_pair(snapshot);
    let mut rows: Vec<PairRow> =
        map.ties.iter().map(|tie| pair_row(map, snapshot, &sources, tie.clone())).collect();
    rows.sort_by(|one, other| {
        let most = |row: &PairRow| std::cmp::Reverse((row.sources, row.people));
        most(one).cmp(&most(other)).then_with(|| names(map, one).cmp(&names(map, other)))
    });
    rows
}

fn names<'m>(map: &'m Map, row: &PairRow) -> (&'m str, &'m str, Layer) {
    let name = |place: usize| map.places[place].name.as_str();
    (name(row.tie.a), name(row.tie.b), row.tie.layer)
}

fn pair_row(map: &Map, snapshot: &Snapshot, sources: &PairSources, tie: MapTie) -> PairRow {
    let at = |place: usize| snapshot.node(&map.places[place].id);
    let (a, b) = (at(tie.a), at(tie.b));
    let pair = a.zip(b).filter(|_| tie.layer == Layer::Agreements);
    let people = |node: Option<_>| node.and_then(|node| snapshot.entity(node).population).unwrap_or(0);
    PairRow {
        sources: pair.map_or(0, |pair| sources.of(pair.0, pair.1)),
        people: people(a).min(people(b)),
        tie,
    }
}

/// The other end of a tie; a network has no country.
struct FarEnd<'p> {
    id: &'p EntityId,
    name: &'p str,
    country: &'p str,
}

#[derive(Template)]
#[template(path = "explore.html")]
struct ExplorePage {
    shell: Shell,
    nations: BTreeMap<String, String>,
    only: Option<Entity>,
    with: Option<Entity>,
    /// Of what is shown, and of a picture of it.
    title: String,
    /// What a picture says that it is from.
    source: String,
    map: Map,
    ties: Stretch<PairRow>,
    total: usize,
}

impl ExplorePage {
    /// The place that a tie's end points to.
    fn place(&self, index: usize) -> &MapPlace {
        &self.map.places[index]
    }

    /// The network whose members the list has, as the map has it.
    fn network(&self) -> Option<&Entity> {
        [&self.only, &self.with].into_iter().flatten().find(|one| one.kind == EntityKind::Network)
    }

    /// What a tie leads to: of a member, which is drawn as a tie to itself, its network.
    fn far_end(&self, tie: &MapTie) -> FarEnd<'_> {
        let place = self.place(tie.b);
        match self.network().filter(|_| tie.a == tie.b) {
            Some(network) => FarEnd { id: &network.id, name: &network.name, country: "" },
            None => FarEnd { id: &place.id, name: &place.name, country: &place.country },
        }
    }

    /// The files of the same ties, and what each is: of the kinds listed, and of nothing that the list leaves out.
    fn files(&self) -> impl Iterator<Item = (String, &'static str)> {
        let here = self.shell.without(&["layer", "of", "undated", "stopped", "after", "limit"]);
        let listed = |layer: &&Layer| self.map.ties.iter().any(|tie| tie.layer == **layer);
        let layers: Vec<&str> = Layer::ALL.iter().filter(listed).map(|layer| layer.word()).collect();
        let only = [("undated", Undated::OnRecord.word()), ("stopped", "no")];
        let here = link(&here, &[&[("layer", layers.join(",").as_str())], only.as_slice()].concat());
        let fields = here.split_once('?').map(|(_, fields)| format!("?{fields}")).unwrap_or_default();
        let file = move |file: TakeawayFile| (format!("/explore/{}{fields}", file.name()), file.what());
        TakeawayFile::ALL.into_iter().map(file)
    }

    /// The country's name where it is on file, else its code.
    fn nation<'n>(&'n self, code: &'n str) -> &'n str {
        self.nations.get(code).map_or(code, String::as_str)
    }
}
