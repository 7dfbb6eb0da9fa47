//! Posts that one person holds at a time: chair, president, mayor. Who comes next ends the turn of who was there.

use comity_model::{LinkAttribute, LinkKind};
use comity_names::fold;

use super::TieRecord;
use super::carrying::Carrying;
use super::sighting::Sighting;
use super::tenure::{Seat, Turn, passed_on};
use super::testimony::{Says, Testimony};
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

    /// Whether the one passes on to the other.
    fn is_of_one_kind(self, other: Self) -> bool {
        let seat = |post: Self| if post == Self::CoChair { Self::Chair } else { post };
        seat(self) == seat(other)
    }

    fn seat(self, person: EntityIx) -> Seat {
        if self == Self::CoChair { Seat::Shared } else { Seat::One(person) }
    }
}

/// Whether two speak of one post.
pub(super) fn is_same(one: &Testimony, other: &Testimony) -> bool {
    let post = |said: &Testimony| said.role.get(&LinkAttribute::Post).map(|post| fold(post));
    post(one) == post(other)
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
        let derived = post.map(|post| passed_on(post.seat(person), &turns(self, post, body), carrying));
        let derived = derived.unwrap_or_default();
        self.record_of(said, carrying, &[person, body], derived)
    }
}

/// The turns of all who held a post or one that it passes on to.
fn turns(snapshot: &Snapshot, post: Post, body: EntityIx) -> Vec<Turn> {
    let links = snapshot.incoming_of(LinkKind::Holds, body);
    let mut turns = Vec::new();
    for (link, person) in links {
        let said = Testimony::of_link(snapshot, link, &[person, body]);
        let Some(theirs) = Post::of(&said).filter(|theirs| post.is_of_one_kind(*theirs)) else { continue };
        if said.is_firm && said.says == Says::Holds {
            let seen = Sighting::all_of(&said, Carrying::of(LinkKind::Holds));
            turns.extend(seen.map(|one| turn(&one, theirs.seat(person))));
        }
    }
    turns
}

fn turn(seen: &Sighting<'_>, seat: Seat) -> Turn {
    Turn { seat, days: seen.days, sure: seen.sure, ends: seen.said.valid.says_ended() && seen.term.is_none() }
}
