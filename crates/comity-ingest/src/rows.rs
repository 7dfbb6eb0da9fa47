//! The rows of a file as records to commit: sources and places before the claims that name them.

mod on_file;

use std::collections::{BTreeMap, BTreeSet, HashSet};

use comity_gazetteer::{Gazetteer, PlaceRef};
use comity_model::{
    Claim, ClaimId, Decision, Entity, EntityId, EntityKind, Judge, Judgement, Mention,
    Reading as MentionReading, Record, Slot,
};
use comity_reconcile::{ReciprocalHint, Reciprocals};
use comity_register::{Lookup, RegisterError};
use comity_source::{SourceRow, TableReader};
use smol_str::SmolStr;

use crate::first_look::{FirstLook, side};
use crate::identifier::settle_identifier;
use crate::memory_limits::MemoryLimits;
use crate::place;
use crate::report::{Fate, ImportReport};
use crate::resolve::{NOT_ON_FILE, Resolver};

/// Yields the records of a file page by page, in order, while the report adds up.
///
/// What grows with the file are the ids of the entities it names, and the names of those it describes.
pub(crate) struct ResolvedRows<'a, 'g> {
    reading: TableReader<'a>,
    resolver: Resolver<'g>,
    lookup: Lookup,
    /// How many rows are taken together.
    page: usize,
    reciprocals: Reciprocals,
    /// Mentions that the file itself brings readings of, and whether they leave it open: nothing is asked of them.
    judged: BTreeMap<(ClaimId, Slot), bool>,
    /// Those whom the file describes, in whichever row.
    described: HashSet<EntityId>,
    /// What the rows in hand speak of, as far as it is on file and this batch has not named it.
    on_file: BTreeMap<EntityId, Entity>,
    /// Claims of the rows in hand of which somebody looked at a mention and left it open.
    left_open: BTreeSet<ClaimId>,
    /// Entities this batch has named already, and places it has named with all that contains them.
    named: BTreeSet<EntityId>,
    chained: HashSet<u32>,
    ready: Vec<Record>,
    report: ImportReport,
    ended: bool,
}

/// A mention to be looked up.
struct UnreadMention {
    slot: Slot,
    mention: Mention,
    /// A reciprocal row gave its country.
    by_reciprocal: bool,
}

impl<'a, 'g> ResolvedRows<'a, 'g> {
    pub(crate) fn new(
        reading: TableReader<'a>,
        gazetteer: &'g Gazetteer,
        look: FirstLook,
        lookup: Lookup,
        limits: MemoryLimits,
    ) -> Self {
        let FirstLook { reciprocals, judged, described, names } = look;
        let report = ImportReport {
            file: reading.file.clone(),
            source: reading.source.as_ref().map(|source| source.id.clone()),
            format: reading.profile.clone().unwrap_or_else(|| "open record format".to_owned()),
            encoding: reading.encoding.clone(),
            encoding_sure: reading.encoding_sure,
            columns: reading.columns.clone(),
            ..ImportReport::default()
        };
        let ready = reading.source.clone().map(Record::Source).into_iter().collect();
        Self {
            reading,
            resolver: Resolver::new(gazetteer, names, limits.mentions),
            lookup,
            page: limits.rows,
            reciprocals,
            judged,
            described,
            on_file: BTreeMap::new(),
            left_open: BTreeSet::new(),
            named: BTreeSet::new(),
            chained: HashSet::new(),
            ready,
            report,
            ended: false,
        }
    }

    /// With records before all others: those that the source itself names.
    pub(crate) fn after(mut self, mut records: Vec<Record>) -> Self {
        self.named.extend(records.iter().filter_map(described));
        records.append(&mut self.ready);
        self.ready = records;
        self
    }

    pub(crate) fn into_report(mut self) -> ImportReport {
        self.report.notes.extend(self.reading.counts().notes.clone());
        if self.reading.repairs > 0 {
            self.report.notes.insert("characters repaired".to_owned(), self.reading.repairs);
        }
        self.report
    }

    /// The next records; `None` after the last.
    pub(crate) async fn next_page(&mut self) -> Result<Option<Vec<Record>>, RegisterError> {
        while !self.ended {
            self.take_more().await?;
            if !self.ready.is_empty() {
                return Ok(Some(std::mem::take(&mut self.ready)));
            }
        }
        Ok(None)
    }

    async fn take_more(&mut self) -> Result<(), RegisterError> {
        let mut rows: Vec<SourceRow> = self.reading.by_ref().take(self.page).collect();
        if rows.is_empty() {
            self.ended = true;
            self.ready.extend(self.reading.coverage().into_iter().map(Record::Coverage));
            return Ok(());
        }
        self.look_up_stated(&rows).await?;
        if self.reading.profile.is_some() {
            for row in &mut rows {
                self.settle_identifiers(row);
            }
        }
        let open: Vec<Vec<UnreadMention>> = claims(&rows).map(|claim| self.open_mentions(claim)).collect();
        let unknown = self.resolver.unknown(mentions(&open));
        self.look_up_names(&unknown).await?;
        self.resolver.prepare(unknown);
        self.look_up_places(&rows, mentions(&open)).await?;
        let mut open = open.into_iter();
        for row in rows {
            self.take(row, &mut open);
        }
        Ok(())
    }

    /// Ids of what is on file or described in the file itself stand as they are, those of the gazetteer's places aside:
    /// what their row says of the country is looked at whether or not the place was named before.
    fn settle_identifiers(&mut self, row: &mut SourceRow) {
        let gazetteer = self.resolver.gazetteer();
        for record in &mut row.records {
            let Record::Claim(claim) = record else { continue };
            for (_, mention) in claim.mentions_mut() {
                let is_ours = |id| gazetteer.place(id).is_none() && self.is_known(id);
                let stands =
                    mention.kind != Some(EntityKind::Polity) || mention.id.as_ref().is_some_and(is_ours);
                if !stands && let Some(note) = settle_identifier(gazetteer, mention) {
                    *self.report.notes.entry(note.to_owned()).or_default() += 1;
                }
            }
        }
    }

    /// Whether it is on file, or the file describes it; what was on file is no longer looked up once it is named.
    fn is_known(&self, id: &EntityId) -> bool {
        self.described.contains(id) || self.named.contains(id) || self.on_file.contains_key(id)
    }

    /// Mentions without an identifier, in the context the whole file gives them.
    fn open_mentions(&self, claim: &Claim) -> Vec<UnreadMention> {
        if self.stays_open(claim) {
            return Vec::new();
        }
        let mentions = claim.mentions();
        let beside = |slot: Slot| mentions.iter().find(|(other, _)| *other != slot);
        let judged = self.judged_of(claim);
        let open = mentions.iter().filter(|(_, mention)| mention.id.is_none() && !mention.text.is_empty());
        open.filter(|(slot, _)| !judged.contains_key(slot))
            .map(|(slot, mention)| {
                let heard = beside(*slot)
                    .and_then(|(_, beside)| self.reciprocals.settle(side(mention), &beside.text));
                let by_reciprocal = heard.is_some();
                let mention = heard.map_or_else(|| (*mention).clone(), |heard| placed(mention, heard));
                UnreadMention { slot: *slot, mention, by_reciprocal }
            })
            .collect()
    }

    /// Records that come back from an export ask nothing anew of what was left open.
    fn stays_open(&self, claim: &Claim) -> bool {
        self.is_of_records() && !self.left_open.is_empty() && self.left_open.contains(&claim.id())
    }

    /// The mentions of the claim that the file itself brings readings of, and whether it leaves them open.
    fn judged_of(&self, claim: &Claim) -> BTreeMap<Slot, bool> {
        if self.judged.is_empty() {
            return BTreeMap::new();
        }
        let id = claim.id();
        let slots = claim.mentions().into_iter().map(|(slot, _)| slot);
        slots.filter_map(|slot| Some((slot, *self.judged.get(&(id, slot))?))).collect()
    }

    /// `unread` has what is open of each claim, in their order.
    fn take(&mut self, row: SourceRow, unread: &mut impl Iterator<Item = Vec<UnreadMention>>) {
        let mut open = false;
        for record in row.records {
            match record {
                Record::Claim(claim) => open |= self.take_claim(claim, unread.next().unwrap_or_default()),
                Record::Entity(entity) if self.is_of_records() => self.name_as_recorded(entity),
                Record::Entity(entity) => self.name(entity),
                other => self.ready.push(other),
            }
        }
        self.report.count(match (row.problems.is_empty(), open) {
            (false, _) => Fate::Problem,
            (true, true) => Fate::ToReview,
            (true, false) => Fate::Accepted,
        });
        self.report.add_problems(row.problems);
    }

    /// Records the claim, the places it names and what its mentions were taken for; true if one was left open.
    fn take_claim(&mut self, claim: Claim, unread: Vec<UnreadMention>) -> bool {
        let given: Vec<EntityId> =
            claim.mentions().iter().filter_map(|(_, mention)| mention.id.clone()).collect();
        for id in &given {
            self.name_place(id);
        }
        let (mut readings, mut open) = (Vec::new(), self.stays_open(&claim));
        open |= self.judged_of(&claim).values().any(|left_open| *left_open);
        for UnreadMention { slot, mention, by_reciprocal } in unread {
            let found = self.resolver.resolved(&mention).clone();
            if by_reciprocal && found.open.is_none() {
                self.report.by_reciprocal += 1;
            }
            if let Some(reason) = found.open {
                open = true;
                let reason = if reason == NOT_ON_FILE { found.why.as_str() } else { reason };
                *self.report.review_reasons.entry(reason.to_owned()).or_default() += 1;
            }
            if let Some(place) = found.place {
                self.name_chain(place);
            }
            let why = if by_reciprocal { explained(&found.why, &mention) } else { found.why };
            readings.push(MentionReading { slot, entity: found.entity, score: found.score, why });
        }
        self.report.claims += 1;
        let id = claim.id();
        self.ready.push(Record::Claim(claim));
        if !readings.is_empty() {
            let decision = Decision::Resolve { claim: id, readings };
            let judgement = Judgement { judge: Judge::Machine, decision, why: SmolStr::default() };
            self.ready.push(Record::Judgement(judgement));
        }
        open
    }

    /// A place that a record names by its identifier alone.
    fn name_place(&mut self, id: &EntityId) {
        if self.named.contains(id) {
            return;
        }
        let gazetteer = self.resolver.gazetteer();
        match (self.on_file.get(id), gazetteer.place(id)) {
            (Some(known), _) => self.name(known.clone()),
            (None, Some(place)) => self.name_chain(place),
            (None, None) => {}
        }
    }

    /// Records a place and all that contains it, each once a batch: most rows name places that others named before.
    fn name_chain(&mut self, place: PlaceRef<'_>) {
        if !self.chained.insert(place.geonames()) {
            return;
        }
        let gazetteer = self.resolver.gazetteer();
        for place in place::chain(gazetteer, place) {
            if !self.named.contains(&place.id()) {
                self.name(place::entity(gazetteer, place));
            }
        }
    }

    fn is_of_records(&self) -> bool {
        self.reading.profile.is_none()
    }

    /// Records may say again, and otherwise, what they said before; the last word counts.
    fn name_as_recorded(&mut self, entity: Entity) {
        if self.on_file.contains_key(&entity.id) {
            self.name(entity);
        } else {
            self.named.insert(entity.id.clone());
            self.ready.push(Record::Entity(entity));
        }
    }

    /// Each entity once a batch. What is on file already is repeated as it stands there, not overwritten.
    fn name(&mut self, entity: Entity) {
        if self.named.insert(entity.id.clone()) {
            let known = self.on_file.get(&entity.id).cloned();
            self.ready.push(Record::Entity(known.unwrap_or(entity)));
        }
    }
}

fn described(record: &Record) -> Option<EntityId> {
    match record {
        Record::Entity(entity) => Some(entity.id.clone()),
        _ => None,
    }
}

fn claims(rows: &[SourceRow]) -> impl Iterator<Item = &Claim> {
    rows.iter().flat_map(|row| &row.records).filter_map(|record| match record {
        Record::Claim(claim) => Some(claim),
        _ => None,
    })
}

fn mentions(open: &[Vec<UnreadMention>]) -> impl Iterator<Item = &Mention> {
    open.iter().flatten().map(|open: &UnreadMention| &open.mention)
}

/// The mention where another row says it lies.
fn placed(mention: &Mention, heard: ReciprocalHint) -> Mention {
    let admin = mention.admin.clone().or(heard.admin.map(SmolStr::from));
    Mention { country: Some(heard.country.into()), admin, ..mention.clone() }
}

fn explained(why: &str, mention: &Mention) -> SmolStr {
    let country = mention.country.as_deref().unwrap_or_default();
    SmolStr::new(format!("{why}; {country}, says the row that starts from the other end"))
}
