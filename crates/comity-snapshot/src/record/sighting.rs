//! What one source sees of a tie: the days that it speaks for.

use comity_model::{Bounds, Day};

use super::carrying::{Carrying, Lasts};
use super::stretch::{Stretch, day_before};
use super::testimony::{Says, Testimony};

/// One thing that speaks for the tie.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sighting<'a> {
    pub(super) said: &'a Testimony,
    pub(super) days: Stretch,
    /// Those of its days on which it surely held; `None`: it held on one of them.
    pub(super) sure: Option<Stretch>,
    pub(super) begin: Option<Bounds>,
    /// The end of a term that lay ahead.
    pub(super) term: Option<Day>,
    pub(super) is_dated: bool,
}

impl<'a> Sighting<'a> {
    /// What it speaks for, and the day an undated one was read.
    pub(super) fn all_of(said: &'a Testimony, carrying: Carrying) -> impl Iterator<Item = Self> {
        let main = Self::of(said, carrying);
        let is_over = main.is_some() && (carrying.lasts == Lasts::Moment || said.valid.says_ended());
        let read = said.read.filter(|_| said.seen.is_none() && !is_over);
        let read = read.map(|day| Self {
            said,
            days: Stretch::day(day),
            sure: None,
            begin: None,
            term: None,
            is_dated: false,
        });
        main.into_iter().chain(read)
    }

    /// A report that something stopped is a sighting of it on the day before.
    pub(super) fn before(said: &'a Testimony, stopped: Day) -> Self {
        let days = Stretch::day(day_before(stopped));
        Self { said, days, sure: None, begin: None, term: None, is_dated: true }
    }

    /// `None`: it says nothing of a day.
    fn of(said: &'a Testimony, carrying: Carrying) -> Option<Self> {
        let text = said.valid.as_str();
        let (start, end) = (said.valid.start(), said.valid.end());
        if carrying.lasts == Lasts::Moment && !text.is_empty() && start.earliest != Day::PAST {
            return Some(Self::moment(said));
        }
        let is_interval = text.contains('/');
        let bare = !is_interval && !text.is_empty();
        let begins = (is_interval && start.earliest != Day::PAST) || (bare && carrying.bare_date_begins);
        let ends = said.valid.says_ended();
        let seen = said.seen.or_else(|| (bare && !begins).then_some(start));
        let is_over = ends && seen.is_none_or(|seen| end.latest <= seen.latest);
        let from = if begins { Some(start.latest) } else { seen.map(|seen| seen.earliest) };
        let last = match seen {
            _ if is_over => Some(day_before(end.earliest)),
            Some(_) if begins && bare && !carrying.beginning_is_seen => Some(start.latest),
            Some(seen) if begins => Some(seen.latest.max(start.latest)),
            Some(seen) => Some(seen.latest),
            None => from,
        };
        let days = match (from, last?) {
            (Some(from), last) if from <= last => Stretch { from, to: last },
            (Some(_), _) if is_over && begins => Stretch::day(day_before(end.latest).max(start.earliest)),
            (Some(from), _) if !is_over => Stretch::day(from),
            (_, last) => Stretch::day(last),
        };
        let sure_to = if is_over || seen.is_none() { days.to } else { seen?.earliest.min(days.to) };
        let is_sure = begins || is_interval || days.from == days.to;
        let sure = Stretch { from: days.from, to: sure_to };
        Some(Self {
            said,
            days,
            sure: Some(sure).filter(|sure| is_sure && sure.from <= sure.to),
            begin: begins.then_some(start),
            term: (ends && !is_over).then_some(end.latest),
            is_dated: said.seen.is_some() || begins || bare || ends,
        })
    }

    /// What is done once is done on each of its days, as far as they are known.
    fn moment(said: &'a Testimony) -> Self {
        let (start, end) = (said.valid.start(), said.valid.end());
        let to = if said.valid.says_ended() { end.latest } else { start.latest };
        Self {
            said,
            days: Stretch { from: start.earliest, to },
            sure: (start.earliest == to).then_some(Stretch::day(to)),
            begin: Some(start),
            term: None,
            is_dated: true,
        }
    }

    /// Of its days those up to one of them.
    pub(super) fn until(self, to: Day) -> Self {
        let upto = |days: Stretch| Stretch { to: days.to.min(to), ..days };
        let sure = self.sure.map(upto).filter(|sure| sure.from <= sure.to);
        Self { days: upto(self.days), sure, ..self }
    }

    /// The last day by which it surely has seen it.
    pub(super) fn surely_to(&self) -> Day {
        self.sure.map_or(self.days.from, |sure| sure.to)
    }

    pub(super) fn revives(&self) -> bool {
        self.said.says == Says::Revived
    }
}
