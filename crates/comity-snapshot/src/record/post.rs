//! Posts that one person holds at a time: chair, president, mayor. Who comes next ends the turn of who was there.

use comity_model::{Bounds, Day, LinkAttribute, LinkKind};
use comity_names::fold;

use super::TieRecord;
use super::carrying::Carrying;
use super::ending::{End, EndReason};
use super::history::{Derived, carried_from};
use super::sighting::Sighting;
use super::stretch::{Stretch, day_after, day_before};
use super::testimony::{Says, Testimony};
use crate::fact::says_ended;
use crate::snapshot::{EntityIx, Snapshot};

/// A post that passes from one to the next. Vice-chairs and seats on a board pass on to nobody in particular.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Post {
    Chair,
    /// Held by several at a time; a chair comes before or after them all.
    CoChair,
    President,
    Mayor,
}

impl Post {
    fn of(said: &Testimony) -> Option<Self> {
        let post = fold(said.role.get(&LinkAttribute::Post)?);
        Some(match post.as_str() {
            "chair" | "chairman" | "chairwoman" | "chairperson" => Self::Chair,
            "co chair" | "cochair" | "co chairman" | "co chairwoman" | "co chairperson" => Self::CoChair,
            "president" => Self::President,
            "mayor" => Self::Mayor,
            _ => return None,
        })
    }

    /// Whether who holds the one cannot be there while somebody holds the other.
    fn excludes(self, other: Self) -> bool {
        match (self, other) {
            (Self::CoChair, Self::CoChair) => false,
            (Self::Chair | Self::CoChair, Self::Chair | Self::CoChair) => true,
            (one, other) => one == other,
        }
    }
}

/// Whether two speak of one post.
pub(super) fn is_same(one: &Testimony, other: &Testimony) -> bool {
    let post = |said: &Testimony| said.role.get(&LinkAttribute::Post).map(|post| fold(post));
    post(one) == post(other)
}

/// Somebody's turn in a post, as one source sees it.
#[derive(Debug, Clone, Copy)]
struct Turn {
    by: EntityIx,
    days: Stretch,
    /// Days on which it surely was theirs; `None`: on one of them.
    sure: Option<Stretch>,
    is_dated: bool,
    /// The source says when it ended.
    ends: bool,
}

impl Snapshot {
    /// The posts that somebody holds or held at a body, each with what is known of it, in order of the posts.
    pub fn post_records(&self, person: EntityIx, body: EntityIx) -> Vec<(String, TieRecord)> {
        let sides = [person, body];
        let links = self.outgoing(person);
        let links = links.filter(|(link, other)| link.kind == LinkKind::Holds && *other == body);
        let mut posts: Vec<(String, Vec<Testimony>)> = Vec::new();
        for (link, _) in links {
            let said = Testimony::of_link(self, link, &sides);
            let post = said.role.get(&LinkAttribute::Post).map(ToString::to_string).unwrap_or_default();
            match posts.iter_mut().find(|(own, _)| fold(own) == fold(&post)) {
                Some((_, all)) => all.push(said),
                None => posts.push((post, vec![said])),
            }
        }
        posts.sort_by(|a, b| a.0.cmp(&b.0));
        let record = |said: Vec<Testimony>| self.post_record(said, person, body);
        posts.into_iter().map(|(post, said)| (post, record(said))).collect()
    }

    /// What is known of a post of which all of this is said.
    pub(super) fn post_record(
        &self,
        mut said: Vec<Testimony>,
        person: EntityIx,
        body: EntityIx,
    ) -> TieRecord {
        let carrying = Carrying::of(LinkKind::Holds);
        // What ends the post ends all of this.
        for one in &mut said {
            one.role.retain(|attribute, _| *attribute == LinkAttribute::Post);
        }
        let post = said.iter().find_map(Post::of);
        let derived = post.map(|post| {
            let others = turns_of_others(self, post, person, body);
            passed_on(person, &turns(person, &said), &others)
        });
        let derived = derived.unwrap_or_default();
        self.record_of(said, carrying, &[person, body], derived)
    }
}

/// The turns of all who held a post that this one excludes.
fn turns_of_others(snapshot: &Snapshot, post: Post, person: EntityIx, body: EntityIx) -> Vec<Turn> {
    let links = snapshot.incoming(body).filter(|(link, _)| link.kind == LinkKind::Holds);
    let mut others = Vec::new();
    for (link, other) in links {
        let said = Testimony::of_link(snapshot, link, &[other, body]);
        let Some(theirs) = Post::of(&said).filter(|theirs| post.excludes(*theirs)) else { continue };
        if other != person || theirs != post {
            others.extend(turns(other, &[said]));
        }
    }
    others
}

fn turns(by: EntityIx, said: &[Testimony]) -> Vec<Turn> {
    let holds = said.iter().filter(|one| one.is_firm && one.says == Says::Holds);
    let seen = holds.flat_map(|one| Sighting::all_of(one, Carrying::of(LinkKind::Holds)));
    let turn = |one: Sighting<'_>| Turn {
        by,
        days: one.days,
        sure: one.sure,
        is_dated: one.is_dated,
        ends: says_ended(&one.said.valid),
    };
    seen.map(turn).collect()
}

/// What follows for a holder from the turns of others. At most one of them is there on a day: who is seen later takes over;
/// who is surely there on the same days is disputed; and of two seen in one year, say, who was first seen first stays to
/// its end.
fn passed_on(person: EntityIx, own: &[Turn], others: &[Turn]) -> Derived {
    let mut derived = Derived::default();
    let Some(first) = own.iter().map(|turn| turn.days.from).min() else { return derived };
    for theirs in others {
        let first_of_theirs = others.iter().filter(|turn| turn.by == theirs.by).map(|turn| turn.days.from);
        let first_of_theirs = first_of_theirs.min().unwrap_or(theirs.days.from);
        let is_first = (first, person) < (first_of_theirs, theirs.by);
        let next = match theirs.sure {
            // They took over on that day, the last on which one was there oneself.
            Some(sure) if first < first_of_theirs && is_last_day(own, sure.from, first_of_theirs) => {
                Some(sure.from)
            }
            // Their last day, on which one took over.
            Some(sure) if first_of_theirs < first && sure.to == first => None,
            Some(sure) => {
                derived.disputed.extend(both_sure(own, theirs, sure, others));
                free_from(own, sure)
            }
            None if !theirs.is_dated => read_on(own, theirs.days.from, &mut derived.disputed),
            None if !own.iter().any(|turn| turn.days.meets(theirs.days)) => Some(theirs.days.from),
            None => is_first.then_some(theirs.days.to),
        };
        let ended = next.map(|day| Bounds { earliest: Day::PAST, latest: day });
        derived.ends.extend(ended.map(|bounds| End::derived(EndReason::PassedOn, bounds)));
        if !is_first {
            let vague = own.iter().filter(|turn| turn.is_dated && turn.sure.is_none());
            let met = vague.filter(|turn| turn.days.from < turn.days.to && turn.days.meets(theirs.days));
            derived.yielded.extend(met.map(|turn| Stretch { to: day_before(turn.days.to), ..turn.days }));
        }
    }
    derived
}

/// Whether somebody who was first seen on a day was so on the last day of one's own turn, and not in the midst of it.
fn is_last_day(own: &[Turn], day: Day, first_of_theirs: Day) -> bool {
    let mut met = own.iter().filter_map(|turn| turn.sure).filter(|sure| sure.holds(day));
    day == first_of_theirs && met.all(|sure| sure.to == day)
}

/// The days on which both surely held it; where neither is seen any later, for as long as a turn lasts.
fn both_sure<'a>(
    own: &'a [Turn],
    theirs: &'a Turn,
    sure: Stretch,
    others: &'a [Turn],
) -> impl Iterator<Item = Stretch> + 'a {
    let both = own.iter().filter_map(move |turn| Some((turn, turn.sure?, turn.sure?.common(sure)?)));
    both.map(move |(turn, own_sure, days)| {
        if turn.ends || theirs.ends || own_sure.to != sure.to {
            return days;
        }
        let later = own.iter().chain(others).map(|turn| turn.days.from).filter(|from| *from > days.to);
        let until = carried_from(Carrying::of(LinkKind::Holds), days.to);
        Stretch { to: later.min().map_or(until, |next| until.min(day_before(next))), ..days }
    })
}

/// The first day of theirs that is not surely one's own; `None`: all are.
fn free_from(own: &[Turn], theirs: Stretch) -> Option<Day> {
    let mut day = theirs.from;
    while let Some(own) = own.iter().filter_map(|turn| turn.sure).find(|sure| sure.holds(day)) {
        day = day_after(own.to);
        if day > theirs.to || day == Day::FUTURE {
            return None;
        }
    }
    Some(day)
}

/// Somebody else's name on a page without a date, read on a day: it takes over, unless a dated source says otherwise; two
/// such pages disagree.
fn read_on(own: &[Turn], day: Day, disputed: &mut Vec<Stretch>) -> Option<Day> {
    if own.iter().any(|turn| !turn.is_dated && turn.days.from == day) {
        disputed.push(Stretch { from: day, to: carried_from(Carrying::of(LinkKind::Holds), day) });
        return None;
    }
    let is_own = own.iter().any(|turn| turn.is_dated && turn.sure.is_some_and(|sure| sure.holds(day)));
    (!is_own).then_some(day)
}
