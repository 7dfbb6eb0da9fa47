//! The questions there are, in plain words, with what each wants to be told.

use serde::Serialize;

/// One question of the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Question {
    /// Its name in addresses and on the command line.
    pub id: &'static str,
    pub title: &'static str,
    pub help: &'static str,
    /// In the order in which a command line takes them without names.
    pub arguments: &'static [Argument],
    /// A whole command.
    pub example: &'static str,
}

/// One thing a question wants to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Argument {
    pub name: &'static str,
    pub help: &'static str,
    pub required: bool,
}

const fn need(name: &'static str, help: &'static str) -> Argument {
    Argument { name, help, required: true }
}

const fn may(name: &'static str, help: &'static str) -> Argument {
    Argument { name, help, required: false }
}

const AT: Argument = may("at", "the day, month, year or stretch asked about (EDTF); today if left out");
const LIMIT: Argument = may("limit", "at most so many rows a table, up to 5000; 200 if left out");

/// All of them, the officer's first.
pub const fn questions() -> &'static [Question] {
    QUESTIONS
}

const QUESTIONS: &[Question] = &[
    Question {
        id: "with",
        title: "What do we have with …?",
        help: "All that ties a city, state, country or network to another, cities rolled up into their state and country",
        arguments: &[
            need("subject", "whose ties: a city, state, country or network"),
            need("object", "with whom: a city, state, country or network"),
            AT,
            LIMIT,
        ],
        example: "comity ask with rochester-new-york japan",
    },
    Question {
        id: "profile",
        title: "Who is this, and who is it tied to?",
        help: "Names, ties by kind, rival statements and the history of one entity",
        arguments: &[need("entity", "a city, network, agreement, person, …"), AT, LIMIT],
        example: "comity ask profile new-york-city --at 1990",
    },
    Question {
        id: "members",
        title: "Who is in this network?",
        help: "Members by country, confirmed and possible, beside the numbers that sources claim",
        arguments: &[
            need("network", "a network"),
            AT,
            may("within", "only members in this state or country"),
            LIMIT,
        ],
        example: "comity ask members --network c40 --at 2019",
    },
    Question {
        id: "between",
        title: "What ties these two?",
        help: "Agreements, shared networks and events, common third parties and the shortest path",
        arguments: &[need("a", "one side"), need("b", "the other side"), AT, LIMIT],
        example: "comity ask between lyon leipzig",
    },
    Question {
        id: "presence",
        title: "Who weighs how much?",
        help: "A country's share of a network's members against every sourced share it could be compared with",
        arguments: &[
            need("network", "a network"),
            may("of", "the country; every country with a sourced share if left out"),
            AT,
        ],
        example: "comity ask presence --network mayors-migration-council",
    },
    Question {
        id: "compare",
        title: "What changed, or where do two lists differ?",
        help: "Two sources, or two dates: in both, only in one, changed",
        arguments: &[
            may("a", "the first source"),
            may("b", "the second source"),
            may("from", "the first date"),
            may("to", "the second date"),
            may("subject", "only ties of this place"),
            may("object", "only ties between the two places"),
            LIMIT,
        ],
        example: "comity ask compare --a sister-cities-worldlist --b twin-cities-wikipedia --subject us --object russia",
    },
    Question {
        id: "timeline",
        title: "What happened when?",
        help: "Every dated statement about an entity in order, uncertain ends said so",
        arguments: &[need("entity", "a city, network, agreement, …"), LIMIT],
        example: "comity ask timeline c40",
    },
    Question {
        id: "conflicts",
        title: "Where do sources disagree?",
        help: "Contradictions, tensions and possible copying errors, each with both sides",
        arguments: &[
            may("entity", "only those about it"),
            may("population-from", "what counts as a big city; the statement's own number if left out"),
            LIMIT,
        ],
        example: "comity ask conflicts metropolis",
    },
    Question {
        id: "coverage",
        title: "How complete is this?",
        help: "Claimed numbers against what is on file, how old it is, what rests on one source, what waits",
        arguments: &[may("entity", "only this network or place"), AT, LIMIT],
        example: "comity ask coverage c40",
    },
];
