//! A few lines of text to what a register that holds them would hand over.

use comity_ledger::agreement;
use comity_ledger::derive::{self, Derived};
use comity_ledger::fold::{self, Active};
use comity_model::{
    Claim, ClaimId, Counting, Coverage, Dispute, Entity, EntityId, EntityKind, Filter, FuzzyDate, Holdings,
    IdentityJudgement, Level, LinkAttribute, LinkAttributes, LinkKind, Mention, Modality, Name, OpenMention,
    Period, Polarity, Quantity, Record, Sameness, Scope, Seq, Shape, Slot, Source, SourceId, SourceKind,
    Standing, Statement,
};
use smol_str::SmolStr;

use crate::line::Line;

/// Reads a world, one thing a line; panics where a line is wrong, for it stands in a test.
///
/// - `city lyon "Lyon" in france pop=500000 at=45.76,4.84 also="Lugdunum" class=…` (any level or kind of entity)
/// - `source note report 2024-02 "The note" seen=2026 imported=2026-11-24 caveat="…"`
/// - `lyon — leipzig 1981/.. per note called=friendship-city` (an agreement of its two parties)
/// - `not lyon member c40 2006/.. per note observed=2019 role=board standing=disputed by=c40` (any kind of link)
/// - `attribute c40 founded 2005 [period] per note unit=… polarity=denied by=… reason=…`
/// - `count 40 cities [period] per note link=member subject.within=us object.entity=mmc high=… about=true`
/// - `absence "no big city" [period] per note link=member subject.population_from=500000 except=lyon`
/// - `opinion "It is odd" per note about=lyon`
/// - `open "Rochester" party per note country="United States" other=hamamatsu why="two places"`
/// - `looked party per note subject=france object=c40 completeness=complete found=3`
/// - `dispute by="Ana" why="garbled"` (the claim of the line before)
/// - `distinct lyon lyons by="Ana" why="another place"` (or `same`, or `unsure`: a decision about two entities)
#[track_caller]
pub fn small_world(text: &str) -> Holdings {
    let held = Holdings { known: Seq(1), head: "9f3a".to_owned(), ..Holdings::default() };
    let mut world = World { held, ..World::default() };
    let mut last = None;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        last = add(&mut world, &mut Line::read(line), last);
    }
    world.finish()
}

/// What was read so far.
#[derive(Default)]
pub(crate) struct World {
    /// Everything but links.
    pub(crate) held: Holdings,
    /// The claims of links: entities may follow them.
    pub(crate) claims: Vec<Claim>,
    /// Whether a claim may have an end that nobody has resolved.
    pub(crate) may_wait: bool,
    /// One for each statement and for each party of an agreement.
    pub(crate) rows: usize,
}

impl World {
    /// Folds the claims of links as a register does.
    #[track_caller]
    pub(crate) fn finish(self) -> Holdings {
        let Self { mut held, claims, may_wait, .. } = self;
        held.entities.sort_by(|a, b| a.id.cmp(&b.id));
        held.sources.sort_by(|a, b| a.id.cmp(&b.id));
        let mut links: Vec<Derived> =
            claims.iter().flat_map(|claim| links_of(&held, claim, may_wait)).collect();
        links.sort_by_key(|derived| (derived.link.claim, derived.link.part));
        agreement::rename(&mut links, &held.canon);
        held.entities = agreement::entities(held.entities, &links, &held.canon);
        held.links = links.into_iter().map(|derived| derived.link).collect();
        held.statements.sort_by_key(|statement| statement.id);
        held.open.sort_by_key(|open| (open.claim, open.slot));
        held
    }
}

#[track_caller]
fn links_of(held: &Holdings, claim: &Claim, may_wait: bool) -> Vec<Derived> {
    let entry = Active { seq: 1, record: Record::Claim(claim.clone()) };
    let state = fold::claim(claim.id(), &[entry]).expect("the claim is there");
    let kind_of = |id: &EntityId| agreement::find(&held.entities, id).map(|entity| entity.kind);
    let mut links = derive::links(&state, kind_of);
    assert!(
        may_wait || !links.is_empty(),
        "no link comes of {claim:?}: are its ends there, and of a kind that fits?"
    );
    if let Some(source) = held.sources.iter().find(|source| source.id == claim.source) {
        for link in &mut links {
            link.date(source);
        }
    }
    links
}

type LastClaim = Option<ClaimId>;

#[track_caller]
fn add(world: &mut World, line: &mut Line, last: LastClaim) -> LastClaim {
    let first = line.word(0).to_owned();
    if let Ok(level) = first.parse::<Level>() {
        add_entity(world, line, EntityKind::Polity, Some(level));
    } else if let Ok(kind) = first.parse::<EntityKind>() {
        add_entity(world, line, kind, None);
    } else if let Ok(sameness) = first.parse::<Sameness>() {
        add_told(world, line, sameness);
    } else {
        match first.as_str() {
            "source" => add_source(world, line),
            "looked" => add_look(world, line),
            "dispute" => world.held.disputes.push(Dispute {
                claim: last.expect("a dispute follows the claim it is about"),
                by: line.text("by").into(),
                why: line.text("why").into(),
            }),
            "attribute" | "count" | "absence" | "opinion" => return Some(add_statement(world, line, &first)),
            "open" => return Some(add_open(world, line)),
            _ => return Some(add_link(world, line)),
        }
    }
    last
}

/// A wrong line ends the test with the reason.
fn wrong<T>(error: impl std::fmt::Display) -> T {
    panic!("{error}")
}

#[track_caller]
fn id(text: &str) -> EntityId {
    text.parse().unwrap_or_else(wrong)
}

fn add_entity(world: &mut World, line: &mut Line, kind: EntityKind, level: Option<Level>) {
    let within: Vec<EntityId> = line.take_after("in").iter().flat_map(|all| all.split(',')).map(id).collect();
    let name = line.words.get(2).cloned().unwrap_or_else(|| title_case(line.word(1)));
    let mut entity = Entity::new(id(line.word(1)), kind, &name);
    let parent = within.first().and_then(|first| world.held.entities.iter().find(|each| each.id == *first));
    entity.country = line.get("country").map(SmolStr::new).or_else(|| parent?.country.clone());
    entity.levels = level.into_iter().collect();
    entity.within = within;
    entity.population = line.parse("pop");
    entity.point = line.parse("at");
    entity.class = line.text("class");
    let also = line.get("also").into_iter().flat_map(|all| all.split(';'));
    entity.names = also.map(|text| Name { text: SmolStr::new(text), lang: SmolStr::default() }).collect();
    world.held.entities.push(entity);
}

/// Of the same two, the first becomes the second; it has no line of its own.
fn add_told(world: &mut World, line: &Line, sameness: Sameness) {
    let (a, b) = (id(line.word(1)), id(line.word(2)));
    if sameness == Sameness::Same {
        world.held.canon.insert(a.clone(), b.clone());
    }
    world.held.told.push(IdentityJudgement {
        a,
        b,
        sameness,
        by: line.text("by").into(),
        why: line.text("why").into(),
    });
}

fn title_case(slug: &str) -> String {
    slug.split('-')
        .map(|word: &str| {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        })
        .collect::<Vec<String>>()
        .join(" ")
}

fn add_source(world: &mut World, line: &Line) {
    let kind: SourceKind = line.word(2).parse().unwrap_or_else(wrong);
    let date: Option<FuzzyDate> = line.words.get(3).and_then(|word| word.parse().ok());
    let title = line.words.last().filter(|_| line.words.len() > 3 + usize::from(date.is_some()));
    let mut source = Source::new(
        line.word(1).parse().unwrap_or_else(wrong),
        kind,
        &title.cloned().unwrap_or_else(|| title_case(line.word(1))),
    );
    source.date = date;
    source.seen = line.parse("seen");
    source.caveat = line.text("caveat");
    source.issuer = line.get("issuer").map(id);
    source.derived_from = line.parse("copies");
    if let Some(day) = line.parse("imported") {
        world.held.imported.insert(source.id.clone(), day);
    }
    world.held.sources.push(source);
}

#[track_caller]
fn source_of(line: &mut Line) -> SourceId {
    let name = line.take_after("per").expect("a statement ends with `per` and its source");
    name.parse().unwrap_or_else(wrong)
}

/// The claim of a line without its shape: source, dates, how it is said.
#[track_caller]
fn claim_of(world: &World, line: &mut Line, shape: Shape, valid: Option<&str>) -> Claim {
    let source = source_of(line);
    let locator = line.get("locator").map_or_else(|| format!("row {}", world.rows + 1), str::to_owned);
    let mut claim = Claim::new(source.clone(), &locator, shape);
    claim.valid = valid.unwrap_or_default().parse().unwrap_or_else(wrong);
    let dated = world.held.sources.iter().find(|each| each.id == source).and_then(|each| each.date.clone());
    claim.observed = match line.get("observed") {
        Some("none") => None,
        Some(_) => line.parse("observed"),
        None => dated,
    };
    claim.cites = line.parse("cites");
    claim.label = line.text("label");
    claim.caveat = line.text("caveat");
    claim.standing = line.parse("standing").unwrap_or(Standing::Accepted);
    claim.polarity = line.parse("polarity").unwrap_or(Polarity::Asserted);
    claim.modality = line.parse("modality").unwrap_or(Modality::Done);
    (claim.by, claim.reason) = (line.get("by").map(named), line.text("reason"));
    claim
}

fn add_link(world: &mut World, line: &mut Line) -> ClaimId {
    let polarity = if line.take("not") { Polarity::Denied } else { Polarity::Asserted };
    let pair = line.word(1) == "—";
    let (subject, other) = (named(line.word(0)), named(line.word(2)));
    let kind = if pair { LinkKind::Party } else { line.word(1).parse().unwrap_or_else(wrong) };
    let called = if pair && !line.has("called") { SmolStr::new("sister-city") } else { line.text("called") };
    let mut object = if pair { Mention::agreement_with(vec![other]) } else { other };
    object.level = Some(called).filter(|called| !called.is_empty());
    let shape = Shape::Link { subject, kind, object, attributes: link_attributes(kind, line) };
    let valid = line.words.get(3).filter(|word| *word != "per").cloned();
    let mut claim = claim_of(world, line, shape, valid.as_deref());
    claim.polarity = polarity;
    let id = claim.id();
    world.rows += if pair { 2 } else { 1 };
    world.claims.push(claim);
    id
}

fn link_attributes(kind: LinkKind, line: &Line) -> LinkAttributes {
    let allowed = kind.attributes().iter().map(|(attribute, _)| *attribute);
    let said = |attribute: LinkAttribute| Some((attribute, SmolStr::new(line.get(attribute.as_str())?)));
    allowed.filter(|attribute| *attribute != LinkAttribute::Standing).filter_map(said).collect()
}

fn add_statement(world: &mut World, line: &mut Line, shape: &str) -> ClaimId {
    let (shape, dated) = match shape {
        "attribute" => (
            Shape::Attribute {
                entity: named(line.word(1)),
                attribute: line.word(2).parse().unwrap_or_else(wrong),
                value: SmolStr::new(line.word(3)),
                unit: line.text("unit"),
            },
            4,
        ),
        "count" => (
            Shape::Count { scope: Box::new(scope(line, "")), quantity: Some(quantity(line)), compared: None },
            3,
        ),
        "absence" => (Shape::Absence { scope: Box::new(scope(line, line.word(1))) }, 2),
        _ => {
            let about = line.get("about").map(named).into_iter().collect();
            (Shape::Opinion { text: SmolStr::new(line.word(1)), author: None, about }, 2)
        }
    };
    let valid = line.words.get(dated).filter(|word| *word != "per").cloned();
    let claim = claim_of(world, line, shape, valid.as_deref());
    let (id, standing) = (claim.id(), claim.standing);
    world.rows += 1;
    world.held.statements.push(Statement { id, claim, standing });
    id
}

fn quantity(line: &Line) -> Quantity {
    let n = line.word(1).parse().expect("a count starts with its number");
    let exact = Quantity::exactly(n, line.word(2));
    let high = match line.get("high") {
        None => exact.high,
        Some("none") => None,
        Some(_) => line.parse("high"),
    };
    Quantity { high, approximate: line.has("about"), ..exact }
}

/// A mention that says which entity it means.
fn named(text: &str) -> Mention {
    Mention::named(text).known_as(id(text))
}

/// What an end of the links in question must be: `subject.kind=polity`.
fn filter(line: &Line, end: &str) -> Filter {
    let key = |key: &str| format!("{end}.{key}");
    Filter {
        kind: line.parse(&key("kind")),
        level: line.parse(&key("level")),
        class: line.get(&key("class")).map(SmolStr::new),
        entity: line.get(&key("entity")).map(named),
        within: line.get(&key("within")).map(named),
        population_from: line.parse(&key("population_from")),
    }
}

fn scope(line: &Line, wording: &str) -> Scope {
    Scope {
        link: line.parse("link"),
        subject: filter(line, "subject"),
        object: filter(line, "object"),
        counting: line.parse("counting").unwrap_or(Counting::Subjects),
        except: line.get("except").into_iter().flat_map(|all| all.split(',')).map(named).collect(),
        purpose: line.text("purpose"),
        wording: if line.has("wording") { line.text("wording") } else { SmolStr::new(wording) },
    }
}

fn add_open(world: &mut World, line: &mut Line) -> ClaimId {
    let mention = Mention { country: line.get("country").map(SmolStr::new), ..Mention::named(line.word(1)) };
    let kind: LinkKind = line.word(2).parse().unwrap_or_else(wrong);
    let others: Vec<EntityId> = line.get("other").into_iter().map(id).collect();
    let object = Mention::agreement_with(others.iter().map(|id| Mention::named(id.as_str())).collect());
    let shape = Shape::Link { subject: mention.clone(), kind, object, attributes: LinkAttributes::new() };
    let claim = claim_of(world, line, shape, None);
    *world.held.waiting.entry(claim.source.clone()).or_default() += 1;
    world.rows += 1;
    world.held.open.push(OpenMention {
        claim: claim.id(),
        slot: Slot::Subject,
        kind,
        source: claim.source.clone(),
        locator: claim.locator.clone(),
        text: mention.text,
        country: mention.country,
        admin: line.get("admin").map(SmolStr::new),
        others,
        why: line.text("why"),
    });
    claim.id()
}

fn add_look(world: &mut World, line: &mut Line) {
    world.held.coverage.push(Coverage {
        source: source_of(line),
        link: line.word(1).parse().unwrap_or_else(wrong),
        subject: line.get("subject").map(id),
        object: line.get("object").map(id),
        period: line.parse::<Period>("period").unwrap_or_default(),
        looked: line.parse("when"),
        completeness: line.parse("completeness").unwrap_or(comity_model::Completeness::Unknown),
        read: line.parse("read"),
        exhaustive: line.parse("exhaustive").unwrap_or(false),
        found: line.parse("found"),
        note: line.text("note"),
    });
}
