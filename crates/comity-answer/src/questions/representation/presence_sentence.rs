//! The answer to "who weighs how much" in a sentence: how many members, how many from the place, against which shares.

use comity_messages::{rounded, say};

/// Who lists the members that are counted; the first speaks with most weight.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum MemberListing {
    /// The network itself.
    Own,
    /// A source of somebody else, by its title.
    Source(String),
    /// Nobody in one list: the memberships on file.
    OnFile,
}

/// Members of a network as one list has them, and those of one place against its shares.
pub(super) struct MembersCounted<'a> {
    pub(super) network: &'a str,
    pub(super) place: &'a str,
    pub(super) listing: &'a MemberListing,
    pub(super) n: u64,
    pub(super) here: u64,
    pub(super) against: Vec<MeasuredAgainst>,
}

pub(super) struct MeasuredAgainst {
    pub(super) quotient: f64,
    /// "share of urban population (2020)".
    pub(super) share: String,
}

/// `others`: how many more lists could be said the same of.
pub(super) fn sentence(members: &MembersCounted<'_>, others: u64) -> String {
    let times = members.against.iter().map(times).reduce(joined);
    let said = match times {
        Some(times) => counted(members, times),
        None => say!("presence-nothing-to-measure", n = members.n, place = members.place),
    };
    if others == 0 { said } else { say!("presence-and-rest", said = said, n = others) }
}

fn counted(members: &MembersCounted<'_>, times: String) -> String {
    let MembersCounted { network, place, n, here, .. } = *members;
    match members.listing {
        MemberListing::Own => {
            say!("presence-own-list", network = network, n = n, here = here, place = place, times = times)
        }
        MemberListing::Source(source) => {
            say!(
                "presence-source",
                source = source.as_str(),
                n = n,
                here = here,
                place = place,
                times = times
            )
        }
        MemberListing::OnFile => say!("presence-on-file", n = n, here = here, place = place, times = times),
    }
}

/// "2.2 times its share of urban population (2020)", "0.57 of its share of GDP".
fn times(one: &MeasuredAgainst) -> String {
    let (quotient, share) = (rounded(one.quotient), one.share.as_str());
    if one.quotient < 1.0 {
        say!("presence-below", quotient = quotient, share = share)
    } else {
        say!("presence-above", quotient = quotient, share = share)
    }
}

fn joined(first: String, next: String) -> String {
    say!("list-more", first = first, next = next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(listing: &MemberListing, shares: &[(f64, &str)], others: u64, expect: &str) {
        let measured = |(quotient, share): &(f64, &str)| MeasuredAgainst {
            quotient: *quotient,
            share: (*share).to_owned(),
        };
        let members = MembersCounted {
            network: "C40",
            place: "United States",
            listing,
            n: 97,
            here: 14,
            against: shares.iter().map(measured).collect(),
        };
        assert_eq!(sentence(&members, others), expect);
    }

    #[test]
    fn the_answer_in_a_sentence() {
        let shares = [(2.2463, "share of urban population"), (0.5672, "share of GDP")];
        check(
            &MemberListing::Own,
            &shares,
            0,
            "C40's own list names 97 members, 14 of them in the United States: 2.2 times its share of urban population, \
             0.57 of its share of GDP.",
        );
        check(
            &MemberListing::Source("Note 302".to_owned()),
            &shares[..1],
            1,
            "Note 302 counts 97 members, 14 of them in the United States: 2.2 times its share of urban population. One more \
             list of members can be measured; it is in the table.",
        );
        check(
            &MemberListing::OnFile,
            &[],
            0,
            "97 members are counted, and no source on file states a share of the United States to measure them against.",
        );
    }
}
