//! What is known of one mission.

use std::collections::BTreeSet;

use comity_messages::say;
use comity_model::{
    Bounds, EntityAttribute, EntityKind, LinkAttribute, LinkKind, Modality, Period, Polarity, Standing,
};
use comity_snapshot::{EntityIx, Evidence, Snapshot, fold, is_firm, wording};

/// One mission, by all that is said of it.
pub(super) struct Mission {
    pub(super) event: EntityIx,
    /// From its first day to its last, where a date is on file.
    pub(super) when: Option<Bounds>,
    pub(super) words: String,
    pub(super) senders: BTreeSet<EntityIx>,
    pub(super) leaders: BTreeSet<EntityIx>,
    /// The places visited.
    pub(super) hosts: BTreeSet<EntityIx>,
    /// The trades it is for, as they are compared, not as they are shown.
    pub(super) sectors: BTreeSet<String>,
    pub(super) days: String,
    pub(super) delegation: String,
    /// Whether a source says that it took place; else it is only announced.
    pub(super) held: bool,
    pub(super) evidence: Vec<Evidence>,
}

impl Mission {
    /// All that accepted claims assert of an event.
    pub(super) fn of(snapshot: &Snapshot, event: EntityIx) -> Self {
        let mut one = Self {
            event,
            when: None,
            words: String::new(),
            senders: BTreeSet::new(),
            leaders: BTreeSet::new(),
            hosts: BTreeSet::new(),
            sectors: BTreeSet::new(),
            days: said(snapshot, event, EntityAttribute::Days),
            delegation: said(snapshot, event, EntityAttribute::Delegation),
            held: false,
            evidence: Vec::new(),
        };
        let mut dates: Vec<Period> = Vec::new();
        for stated in snapshot.attributes(event) {
            one.evidence.push(snapshot.evidence_of_statement(stated.statement));
            let done = stated.statement.claim.modality == Modality::Done;
            match stated.attribute {
                EntityAttribute::Sector => drop(one.sectors.insert(wording::plain(stated.value))),
                EntityAttribute::Date => {
                    let Ok(period) = stated.value.parse::<Period>() else { continue };
                    one.held |= done;
                    dates.push(period);
                }
                _ => {}
            }
        }
        add_links(snapshot, &mut one);
        let told: Vec<&Period> = dates.iter().filter(|date| !says_less(date, &dates)).collect();
        one.when = told.iter().map(|date| days(date)).reduce(Bounds::widened);
        let words: BTreeSet<String> = told.iter().map(|date| wording::period(date)).collect();
        one.words = words.into_iter().collect::<Vec<_>>().join(&say!("between-or"));
        one
    }

    /// That of its first day; `None` where the date leaves more than a year open.
    pub(super) fn year(&self) -> Option<i32> {
        let when = self.when.filter(|when| i64::from(when.latest.0) - i64::from(when.earliest.0) <= 366)?;
        when.earliest.year().and_then(|year| i32::try_from(year).ok())
    }

    pub(super) fn countries(&self, snapshot: &Snapshot) -> BTreeSet<EntityIx> {
        self.hosts.iter().filter_map(|host| snapshot.nation(*host)).collect()
    }

    pub(super) fn first_claim(&self) -> Option<Evidence> {
        self.evidence.first().cloned()
    }

    /// Whether a trade it is for has all the words.
    pub(super) fn is_for(&self, sector: &str) -> bool {
        self.sectors.iter().any(|trade| has_words(&fold(trade), sector))
    }
}

fn has_words(trade: &str, wanted: &str) -> bool {
    wanted.split(' ').all(|word| trade.split(' ').any(|part| part == word))
}

/// From the first to the last day that a date leaves open.
fn days(date: &Period) -> Bounds {
    Bounds { earliest: date.start().earliest, latest: date.end().latest }
}

/// Whether another date lies within it and tells more: a week of the year that this one names.
fn says_less(date: &Period, others: &[Period]) -> bool {
    let own = days(date);
    others.iter().map(days).any(|other| own != other && own.widened(other) == own)
}

fn add_links(snapshot: &Snapshot, one: &mut Mission) {
    let there = snapshot.outgoing_of(LinkKind::Within, one.event);
    let came = snapshot.incoming(one.event);
    for (link, other) in there.chain(came) {
        if link.polarity != Polarity::Asserted || link.standing != Standing::Accepted {
            continue;
        }
        let role = link.attributes.get(&LinkAttribute::Role).map_or("", |role| role.as_str());
        match (link.kind, role) {
            (LinkKind::Within, _) | (LinkKind::TakesPart, "host") => drop(one.hosts.insert(other)),
            (LinkKind::TakesPart, "leader") if is_person(snapshot, other) => drop(one.leaders.insert(other)),
            (LinkKind::Runs, _) | (LinkKind::TakesPart, "organiser" | "leader") => {
                one.senders.insert(other);
            }
            _ => continue,
        }
        one.held |= is_firm(link) && link.kind != LinkKind::Within;
        one.evidence.push(snapshot.evidence_of(link));
    }
}

fn is_person(snapshot: &Snapshot, node: EntityIx) -> bool {
    snapshot.entity(node).kind == EntityKind::Person
}

/// "20 companies or 23 people": each value that a source gives, with its unit.
fn said(snapshot: &Snapshot, event: EntityIx, wanted: EntityAttribute) -> String {
    let stated = snapshot.attributes(event).filter(|stated| stated.attribute == wanted);
    let values: BTreeSet<String> =
        stated.map(|stated| format!("{} {}", stated.value, stated.unit).trim_end().to_owned()).collect();
    values.into_iter().collect::<Vec<_>>().join(&say!("between-or"))
}
