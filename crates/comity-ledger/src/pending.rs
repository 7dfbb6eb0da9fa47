//! What waits for a person: ends of claims that nobody could settle, and claims that nobody has accepted yet.

use comity_model::{EntityId, EntityKind, Judge, Mention, Shape, Slot, SourceId, Standing};

use crate::fold::ClaimState;

/// One thing to decide about a claim.
#[derive(Debug, Clone)]
pub struct PendingItem<'c> {
    /// The open mention; `None`: the claim as a whole.
    open: Option<(Slot, &'c Mention)>,
    kind: &'static str,
    /// Of the likeliest meaning, in thousandths; 0 where none was found.
    pub score: u16,
    /// A person looked at it and was not sure.
    pub deferred: bool,
}

/// What the kind of a claim as a whole is called.
const WHOLE: &str = "claim";

/// Slots of one claim in the order of the queue: fewer than this many.
const SLOTS: i64 = 1024;

/// The open ends of a waiting claim; the claim itself where it has none.
pub fn items(state: &ClaimState, kind_of: impl Fn(&EntityId) -> Option<EntityKind>) -> Vec<PendingItem<'_>> {
    let ends = state.claim.mentions().into_iter().zip(&state.readings);
    let open = ends.filter(|(_, reading)| reading.entity.as_ref().and_then(&kind_of).is_none());
    let open = open.map(|((slot, mention), reading)| {
        let last = reading.judged.as_ref();
        PendingItem {
            open: Some((slot, mention)),
            kind: sought(&state.claim.shape, slot, mention),
            score: last.map_or(0, |last| last.said.score),
            deferred: last.is_some_and(|last| last.judge == Judge::Person && last.said.entity.is_none()),
        }
    });
    let mut items: Vec<PendingItem<'_>> = open.collect();
    if items.is_empty() {
        // A person who says "proposed" of what is proposed has looked and was not sure.
        let deferred = state.standing == Standing::Proposed && state.verdict.is_some();
        items.push(PendingItem { open: None, kind: WHOLE, score: 0, deferred });
    }
    items
}

/// What the mention stands for, as far as the claim says.
fn sought(shape: &Shape, slot: Slot, mention: &Mention) -> &'static str {
    let kind = mention.kind.or_else(|| match shape {
        Shape::Link { kind, .. } => {
            let (subjects, objects) = kind.domain();
            let ends = if slot == Slot::Object { objects } else { subjects };
            ends.first().copied()
        }
        _ => None,
    });
    kind.unwrap_or(EntityKind::Polity).as_str()
}

/// A place in the queue: claims in the order in which they came, their ends in order.
pub fn place(entry: i64, slot: Option<Slot>) -> i64 {
    let within = match slot {
        None | Some(Slot::Subject) => 0,
        Some(Slot::Object) => 1,
        Some(Slot::With(n)) => 2 + i64::from(n),
    };
    entry * SLOTS + within
}

impl PendingItem<'_> {
    /// Empty for the claim as a whole.
    pub fn slot_text(&self) -> String {
        self.open.map(|(slot, _)| slot.to_string()).unwrap_or_default()
    }

    /// Of what is sought; `claim` for the claim as a whole.
    pub fn kind(&self) -> &str {
        self.kind
    }

    /// As written; empty where the source says none.
    pub fn country(&self) -> &str {
        self.open.and_then(|(_, mention)| mention.country.as_deref()).unwrap_or_default()
    }

    /// Its place in the queue, where its claim is entry `entry`.
    pub fn place(&self, entry: i64) -> i64 {
        place(entry, self.open.map(|(slot, _)| slot))
    }

    /// Equal for mentions of which one source says the same: words, country, division, level and kind.
    pub fn alike(&self, source: &SourceId) -> String {
        let Some((_, mention)) = self.open else { return String::new() };
        let said = Mention { id: None, point: None, population: None, with: Vec::new(), ..mention.clone() };
        let said = serde_json::to_vec(&(source, self.kind, said)).expect("a mention is plain data");
        blake3::hash(&said).to_hex().split_at(16).0.to_owned()
    }
}
