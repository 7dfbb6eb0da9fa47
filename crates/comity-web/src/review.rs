//! Please check: what no machine could settle, with the source's own words, and a person's decision.

use askama::Template;
use axum::extract::{Form, Path};
use axum::response::Response;
use comity_answer::{CoverageArgs, Waiting, World, coverage};
use comity_gazetteer::{Gazetteer, PlaceRef};
use comity_model::{
    ClaimId, Decision, EntityId, Judge, Judgement, Mention, Reading, Record, Seq, Slot, SourceId, Standing,
};
use comity_reconcile::{Candidate, Query, reconcile};
use comity_register::{HeldClaim, NewBatch};
use serde::{Deserialize, Serialize};

use crate::author::{MayWrite, Named, named};
use crate::error::WebError;
use crate::paging::{Stretch, Turn};
use crate::shell::Shell;
use crate::visit::Visit;
use crate::words;

/// What is waiting, and which source's.
#[derive(Debug, Serialize)]
pub(crate) struct Queue {
    /// Claims waiting in all, or of the one source.
    total: u64,
    claims: Stretch<HeldClaim>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<SourceId>,
    /// For each claim, what is open and what it may mean.
    open: Vec<Vec<OpenEnd>>,
}

/// A mention that nobody has settled.
#[derive(Debug, Serialize)]
pub(crate) struct OpenEnd {
    pub(crate) slot: Slot,
    pub(crate) written: String,
    pub(crate) text: String,
    /// Why it was left open; may be empty.
    pub(crate) why: String,
    pub(crate) candidates: Vec<Meaning>,
}

/// A place that a mention may mean, and why.
#[derive(Debug, Serialize)]
pub(crate) struct Meaning {
    pub(crate) id: EntityId,
    pub(crate) name: String,
    pub(crate) reasons: String,
    /// Whether the register has it, so that a decision may name it.
    pub(crate) on_file: bool,
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    source: String,
}

/// `GET /review`: claims with an end that is not settled, and proposals nobody has looked at.
pub(crate) async fn review(visit: Visit, by: Named) -> Result<Response, WebError> {
    let (turn, wanted): (Turn, Wanted) = (visit.fields()?, visit.fields()?);
    let (limit, after) = (turn.limit()?, Seq(turn.after()?.unwrap_or(0)));
    let source: Option<SourceId> = if wanted.source.is_empty() { None } else { Some(wanted.source.parse()?) };
    let (world, known) = (visit.world().await?, visit.known().await?);
    let claims = visit.state.register().waiting(known, source.as_ref(), after, limit + 1).await?;
    let claims = Stretch::cut(claims, limit, |claim| claim.entry.0.to_string());
    let total =
        waiting(&visit, &world)?.filter(|row| source.as_ref().is_none_or(|source| *source == row.source.id));
    let total = total.map(|row| row.n).sum();
    let open = claims.items.iter().map(|held| ends(&visit, &world, held)).collect();
    let queue = Queue { total, claims, source, open };
    Ok(visit.reply(queue, |shell, queue| ReviewPage { shell, queue, by: by.0 }))
}

/// What one decision of a person says.
#[derive(Debug, Deserialize)]
pub(crate) struct Decided {
    by: String,
    /// subject, object or with-N; empty for a decision about the claim as a whole.
    #[serde(default)]
    slot: String,
    /// The entity it means.
    #[serde(default)]
    entity: String,
    /// A standing: accepted, disputed, rejected.
    #[serde(default)]
    verdict: String,
    #[serde(default)]
    why: String,
}

/// `POST /review/{claim}`: a person says what a mention means, or what a claim is worth.
pub(crate) async fn decide(
    _: MayWrite,
    visit: Visit,
    Path(claim): Path<ClaimId>,
    Form(form): Form<Decided>,
) -> Result<Response, WebError> {
    let by = named(&form.by)?;
    let decision = decision(&visit, claim, &form).await?;
    let judgement = Judgement { judge: Judge::Person, decision, why: form.why.trim().into() };
    let batch =
        NewBatch { title: "decisions on the web".to_owned(), by: by.to_owned(), at: visit.state.now() };
    let records = [Record::Judgement(judgement)];
    let done = visit.state.register().commit(batch, records, &mut |_| ()).await?;
    Ok(visit.written(done, &format!("/claims/{claim}"), by))
}

async fn decision(visit: &Visit, claim: ClaimId, form: &Decided) -> Result<Decision, WebError> {
    if !form.verdict.is_empty() {
        return Ok(Decision::Verdict { claim, standing: form.verdict.parse()? });
    }
    let slot = form.slot.parse::<Slot>();
    let slot = slot.map_err(|bad| WebError::Field { field: "slot", cause: bad.to_string() })?;
    let entity: EntityId = form.entity.trim().parse()?;
    if visit.world().await?.entity(&entity).is_none() {
        return Err(WebError::Missing { noun: "entity", id: entity.to_string(), instead: Vec::new() });
    }
    let why = form.why.trim().into();
    Ok(Decision::Resolve { claim, readings: vec![Reading { slot, entity: Some(entity), score: 1000, why }] })
}

#[derive(Template)]
#[template(path = "review.html")]
struct ReviewPage {
    shell: Shell,
    queue: Queue,
    by: String,
}

/// How many claims of each source wait.
fn waiting(visit: &Visit, world: &World) -> Result<impl Iterator<Item = Waiting>, WebError> {
    let args = CoverageArgs { entity: None, at: visit.clocks.at.clone(), limit: 1 };
    Ok(coverage(world, &args)?.about.looked.waiting.into_iter())
}

/// The ends of a claim that nobody has settled, with what the gazetteer makes of them.
pub(crate) fn ends(visit: &Visit, world: &World, held: &HeldClaim) -> Vec<OpenEnd> {
    let mentions = held.claim.mentions().into_iter();
    let open = mentions.filter_map(|(slot, mention)| {
        let reading = held.readings.iter().find(|reading| reading.slot == slot)?;
        reading.entity.is_none().then(|| OpenEnd {
            slot,
            written: words::mention(mention),
            text: mention.text.to_string(),
            why: reading.why.to_string(),
            candidates: visit
                .state
                .gazetteer()
                .map(|places| meanings(places, world, mention))
                .unwrap_or_default(),
        })
    });
    open.collect()
}

fn meanings(places: &Gazetteer, world: &World, mention: &Mention) -> Vec<Meaning> {
    let found = reconcile(places, &Query::from(mention)).candidates;
    let meaning = |candidate: &Candidate| Meaning {
        id: candidate.id.clone(),
        name: place_name(candidate.place),
        reasons: candidate.reasons(),
        on_file: world.entity(&candidate.id).is_some(),
    };
    found.iter().map(meaning).collect()
}

/// `Rochester, New York, US`.
pub(crate) fn place_name(place: PlaceRef<'_>) -> String {
    let division = place.admin1().map(|division| format!(", {}", division.name())).unwrap_or_default();
    format!("{}{division}, {}", place.name(), place.country())
}
