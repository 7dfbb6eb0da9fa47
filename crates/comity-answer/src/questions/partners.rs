//! With whom a city could be tied, and why: ranked by signs that each have their reason in words.

mod candidate_set;
mod legal_bans;
pub(crate) mod needs;
mod reasons;
mod score;

use comity_messages::{listed, message, say};
use comity_model::{EntityId, EntityKind};
use comity_snapshot::{EntityIx, Layer, Snapshot, Territory};

use crate::answer::Answer;
use crate::arguments::{Arguments, AskError};
use crate::cached_snapshot::CachedSnapshot;
use crate::question::{AT, Group, Question, Range, may, need, rows};
use crate::report::{
    About, At, Cell, Chart, CoverageQuery, Dot, Indicator, MessageHead, Method, Picture, Report, Table,
    about, looked,
};
use candidate_set::CandidateSet;
use score::{Combined, NAMES, Scored};

pub(crate) const QUESTION: Question = Question {
    id: "partners",
    title: message!("question-partners"),
    group: Group::Partners,
    help: message!("help-partners"),
    arguments: &[
        need("city", Range::Entity, "the city, county or state that looks for a partner"),
        may("in", Range::Entity, "only partners in this country or state"),
        AT,
        rows("no more than so many; 20 if left out", 200),
    ],
    example: &[("city", "rochester-new-york"), ("in", "japan")],
    answer,
};

fn answer(snapshot: &CachedSnapshot, arguments: &Arguments<'_>) -> Result<Answer, AskError> {
    partners(snapshot, &PartnersArgs::read(arguments)?).map(Answer::Report)
}

/// Each one more has its reasons worked out; nobody goes through more than a few pages of them.
const USUAL: usize = 20;

/// Suggestions shown in the picture.
const DRAWN: usize = 20;

struct PartnersArgs {
    city: EntityId,
    within: Option<EntityId>,
    at: At,
    limit: usize,
}

impl PartnersArgs {
    fn read(arguments: &Arguments<'_>) -> Result<Self, AskError> {
        let limit = if arguments.whole("limit").is_some() { arguments.limit() } else { USUAL };
        let (city, within) = (arguments.entity("city")?, arguments.some_entity("in")?);
        Ok(Self { city, within, at: arguments.at(), limit })
    }
}

fn partners(snapshot: &CachedSnapshot, args: &PartnersArgs) -> Result<Report, AskError> {
    let city = snapshot.require(&args.city)?;
    if snapshot.entity(city).kind != EntityKind::Polity {
        let named = snapshot.refer(city);
        return Err(AskError::Kind { name: named.name, what: named.what, wanted: "city, county or state" });
    }
    let within = snapshot.territory_of(args.within.as_ref())?;
    let own = snapshot.territory(city);
    let layers = [Layer::Agreements, Layer::Networks];
    let looked = looked(snapshot, &CoverageQuery { layers: &layers, sides: &[&own] });
    let mut about =
        about(QUESTION.id, snapshot, say!("partners-heading", city = snapshot.name(city)), &args.at, looked);
    let set = CandidateSet::new(snapshot, &args.at);
    let Some(place) = set.place(city) else {
        let why = say!("partners-no-ties", city = snapshot.name(city));
        return Ok(Report::unanswerable(about, &why));
    };
    let combined = Combined::learn(&set);
    frame(&mut about, &combined);
    let candidates = candidates(snapshot, &set, city, within.as_ref());
    let (barred, free) = legal_bans::part(snapshot, city, &candidates, &args.at);
    let tied = set.graph.degree(place);
    about.caveats.push(say!("partners-tied-left-out", n = tied));
    let scored = combined.rank(&set, place, &free);
    let found = Suggestions { set: &set, place, scored: &scored, barred: &barred, combined: &combined };
    Ok(found.sheet(snapshot, about, args.limit))
}

/// Places of a level of its own, not tied to it and not within it nor around it.
fn candidates(
    snapshot: &Snapshot,
    set: &CandidateSet,
    city: EntityIx,
    within: Option<&Territory>,
) -> Vec<EntityIx> {
    let own = set.place(city).expect("the city is in the field");
    let untied = |other: &EntityIx| set.place(*other).is_some_and(|place| !set.graph.has_edge(own, place));
    let wanted = |other: &EntityIx| within.is_none_or(|within| within.holds(*other));
    let all = set.places.iter().copied();
    let suits = |other: EntityIx| alike(snapshot, city, other) && apart(snapshot, city, other);
    all.filter(|other| wanted(other) && untied(other) && suits(*other)).collect()
}

/// Whether two places have a level in common.
fn alike(snapshot: &Snapshot, one: EntityIx, other: EntityIx) -> bool {
    snapshot.entity(other).levels.iter().any(|level| snapshot.entity(one).is(*level))
}

/// Whether neither of two places is the other or lies in it.
fn apart(snapshot: &Snapshot, one: EntityIx, other: EntityIx) -> bool {
    one != other && !snapshot.ancestors(other).contains(&one) && !snapshot.ancestors(one).contains(&other)
}

fn frame(about: &mut About, combined: &Combined) {
    about.methods.extend([
        Method::new(
            &say!("partners-method"),
            "Adamic & Adar 2003; Zhou, Lü & Zhang 2009; Kovács et al. 2019",
        ),
        combined.method(),
    ]);
    about.caveats.push(say!("partners-caveat"));
}

/// What was found for one city: who may be tied to it, best first, and whom a law bars.
struct Suggestions<'f> {
    set: &'f CandidateSet<'f>,
    /// Of the city.
    place: u32,
    scored: &'f [Scored],
    barred: &'f [legal_bans::Barred],
    combined: &'f Combined,
}

impl Suggestions<'_> {
    fn sheet(&self, snapshot: &Snapshot, about: About, limit: usize) -> Report {
        let mut sheet = Report::new(about, self.lead(snapshot));
        let suggestions = self.table(snapshot, limit);
        let claims = suggestions.rows.iter().flat_map(|row| row.evidence.iter().take(2).cloned());
        let compared = Indicator::count(&say!("partners-figure"), self.scored.len(), "");
        sheet.indicators.push(compared.by(claims));
        if let Some(auc) = self.combined.accuracy() {
            let label = say!("partners-accuracy");
            sheet.indicators.push(Indicator::new(&label, Some(auc), "probability"));
        }
        sheet.charts.push(self.chart(snapshot, limit));
        sheet.tables.push(suggestions);
        sheet.tables.push(legal_bans::table(snapshot, self.barred));
        sheet.tables.push(self.combined.table());
        sheet
    }

    fn lead(&self, snapshot: &Snapshot) -> String {
        let best: Vec<String> = self.scored.iter().take(3).map(|one| snapshot.name(one.node)).collect();
        match best.as_slice() {
            [] if self.barred.is_empty() => say!("partners-none"),
            [] => say!("partners-all-barred", n = self.barred.len()),
            names => say!(
                "partners-summary",
                n = self.scored.len(),
                names = listed(names.iter().cloned()),
                city = snapshot.name(self.set.places[self.place as usize])
            ),
        }
    }

    fn table(&self, snapshot: &Snapshot, limit: usize) -> Table {
        let mut table = Table::headed("partners", message!("partners-table-partners"), columns());
        for one in self.scored.iter().take(limit) {
            let reasons = reasons::reasons(snapshot, self.set, self.place, one);
            table.push(cells(snapshot, one, &reasons.words), reasons.evidence);
        }
        table.left_out = self.scored.len().saturating_sub(limit) as u64;
        table
    }

    fn chart(&self, snapshot: &Snapshot, limit: usize) -> Chart {
        let drawn = self.scored.iter().take(limit.min(DRAWN));
        let rows = drawn.map(|one| Dot::plain(snapshot.refer(one.node).full(), one.combined)).collect();
        Chart {
            id: "partners",
            title: say!("partners-chart-partners"),
            caption: say!("partners-caption-partners"),
            table: "partners",
            picture: Picture::Dots { rows, reference: None, unit: String::new(), logarithmic: false },
        }
    }
}

fn columns() -> impl Iterator<Item = MessageHead> {
    let first = [
        ("partner", message!("head-place"), ""),
        ("why", message!("head-why"), ""),
        ("combined", message!("head-all-together"), ""),
    ];
    let keys = ["resource", "adamic", "jaccard", "degrees", "three", "km", "size", "networks", "countries"];
    let units = ["", "", "", "", "", "km", "times its size", "networks", "ties"];
    let signs = keys.into_iter().zip(NAMES).zip(units).map(|((key, name), unit)| (key, name, unit));
    first.into_iter().chain(signs)
}

fn cells(snapshot: &Snapshot, one: &Scored, why: &str) -> Vec<Cell> {
    let mut cells = vec![snapshot.refer(one.node).into(), why.into(), one.combined.into()];
    cells.extend(one.shown.iter().map(|value| Cell::from(Some(*value).filter(|value| value.is_finite()))));
    cells
}
