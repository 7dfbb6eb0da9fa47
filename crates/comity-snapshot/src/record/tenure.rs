//! Who holds a post on which days, where one holder at a time can.

use comity_model::{Bounds, Day};

use super::carrying::Carrying;
use super::ending::{End, EndReason};
use super::history::Derived;
use super::stretch::{Stretch, day_after, day_before};
use crate::snapshot::EntityIx;

/// Who sits there: one person, or those who share the post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Seat {
    One(EntityIx),
    Shared,
}

/// Somebody's turn in a post, as one source sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Turn {
    pub(super) seat: Seat,
    pub(super) days: Stretch,
    /// Days on which it surely was theirs; `None`: on one of them, or as an undated page has it.
    pub(super) sure: Option<Stretch>,
    /// The source says when it ended.
    pub(super) ends: bool,
}

/// What is known of a post from one day to the next on which something changes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Segment {
    from: Day,
    /// Nobody; one; or those about whom sources disagree.
    there: Vec<Seat>,
    /// A source says so of its days.
    is_sure: bool,
}

/// What follows for a holder from the turns of all, one's own among them. Who is seen later takes over; who is surely there on
/// the same days is disputed; and of two seen in one year, say, who was first seen first stays to its last day.
pub(super) fn passed_on(own: Seat, turns: &[Turn], carrying: Carrying) -> Derived {
    let mut derived = Derived::default();
    let segments = segments(turns, carrying);
    let ends = segments.iter().skip(1).map(|next| day_before(next.from)).chain([Day::FUTURE]);
    let mut was_there = false;
    for (segment, to) in segments.iter().zip(ends) {
        let days = Stretch { from: segment.from, to };
        match segment.there.as_slice() {
            [] => {}
            [one] if *one == own => {}
            [_] => {
                derived.yielded.push(days);
                let bounds = Bounds { earliest: Day::PAST, latest: segment.from };
                derived.ends.extend(was_there.then(|| End::derived(EndReason::PassedOn, bounds)));
            }
            several if several.contains(&own) => derived.disputed.push(days),
            _ => derived.yielded.push(days),
        }
        was_there = segment.there.contains(&own);
    }
    derived
}

/// In order of the days, the last without end.
fn segments(turns: &[Turn], carrying: Carrying) -> Vec<Segment> {
    let sure: Vec<(Stretch, Turn)> = turns.iter().filter_map(|turn| Some((turn.sure?, *turn))).collect();
    let arrivals: Vec<(Day, Turn)> =
        turns.iter().filter(|turn| turn.sure.is_none()).filter_map(|turn| arrival(turn, turns)).collect();
    let mut days: Vec<Day> = sure.iter().flat_map(|(days, _)| [days.from, day_after(days.to)]).collect();
    days.extend(arrivals.iter().map(|(day, _)| *day));
    days.sort_unstable();
    days.dedup();
    let mut segments: Vec<Segment> = Vec::new();
    for day in days {
        let mut there: Vec<Seat> = Vec::new();
        there.extend(sure.iter().filter(|(days, _)| days.holds(day)).map(|(_, turn)| turn.seat));
        there.sort_unstable();
        there.dedup();
        let is_sure = !there.is_empty();
        if let [one, other] = there[..]
            && let Some(next) = takes_over(turns, day, one, other)
        {
            there = vec![next];
        }
        if there.is_empty() {
            there = arrived(&arrivals, turns, day);
        }
        if there.is_empty() {
            there = after(segments.last().map_or(&[], |last| last.there.as_slice()), &sure, day);
        }
        segments.push(Segment { from: day, there, is_sure });
    }
    forget(&segments, turns, carrying)
}

/// Who is first taken to be there on a day: of two seen in one year who was first seen last, of two pages read on one day
/// both.
fn arrived(arrivals: &[(Day, Turn)], turns: &[Turn], day: Day) -> Vec<Seat> {
    let newest = || arrivals.iter().filter(|(arrived, _)| *arrived == day).map(|(_, turn)| turn);
    let mut there: Vec<Seat> = newest().map(|turn| turn.seat).collect();
    there.sort_by_key(|seat| (first_seen(turns, *seat), *seat));
    there.dedup();
    if newest().all(|turn| turn.days.from == turn.days.to) {
        there
    } else {
        there.pop().into_iter().collect()
    }
}

/// Who is left after days on which somebody was surely there: still who was; of several, those of whom no source says that
/// they went.
fn after(there: &[Seat], sure: &[(Stretch, Turn)], day: Day) -> Vec<Seat> {
    let last = || sure.iter().filter(|(days, turn)| turn.ends && day_after(days.to) == day);
    let went = |seat: &Seat| last().any(|(_, turn)| turn.seat == *seat);
    if there.len() < 2 { there.to_vec() } else { there.iter().copied().filter(|seat| !went(seat)).collect() }
}

/// Disagreement about who is there lasts no longer than a turn does.
fn forget(segments: &[Segment], turns: &[Turn], carrying: Carrying) -> Vec<Segment> {
    let mut kept: Vec<Segment> = Vec::new();
    for (place, segment) in segments.iter().enumerate() {
        kept.push(segment.clone());
        let next = segments.get(place + 1).map_or(Day::FUTURE, |next| next.from);
        let theirs = turns.iter().filter(|turn| segment.there.contains(&turn.seat));
        let seen = theirs.filter(|turn| turn.days.from <= segment.from).map(|turn| turn.days.to).max();
        let over = day_after(carrying.last_day(seen.unwrap_or(segment.from)));
        if segment.there.len() > 1 && !segment.is_sure && over < next {
            kept.push(Segment { from: over, there: Vec::new(), is_sure: false });
        }
    }
    kept
}

/// Of two who are both there on a day: who was first seen on it, where the other was there for the last time.
fn takes_over(turns: &[Turn], day: Day, one: Seat, other: Seat) -> Option<Seat> {
    if comes_after(turns, day, one, other) {
        Some(one)
    } else {
        comes_after(turns, day, other, one).then_some(other)
    }
}

fn comes_after(turns: &[Turn], day: Day, next: Seat, last: Seat) -> bool {
    let mut met = turns.iter().filter(|turn| turn.seat == last).filter_map(|turn| turn.sure);
    first_seen(turns, next) == Some(day)
        && first_seen(turns, last) < Some(day)
        && met.all(|sure| !sure.holds(day) || sure.to == day)
}

fn first_seen(turns: &[Turn], seat: Seat) -> Option<Day> {
    turns.iter().filter(|turn| turn.seat == seat).map(|turn| turn.days.from).min()
}

/// The day from which somebody is taken to be there who was there on one of some days; `None`: others surely were on all of
/// them.
fn arrival(turn: &Turn, turns: &[Turn]) -> Option<(Day, Turn)> {
    let others = || turns.iter().filter(|other| other.seat != turn.seat && other.days.meets(turn.days));
    let own = (first_seen(turns, turn.seat), turn.seat);
    let is_first = others().all(|other| own < (first_seen(turns, other.seat), other.seat));
    let mut day = if is_first { turn.days.from } else { turn.days.to };
    while let Some(sure) = others().filter_map(|other| other.sure).find(|sure| sure.holds(day)) {
        day = day_after(sure.to);
        if day > turn.days.to {
            return None;
        }
    }
    Some((day, *turn))
}
