//! What do we have with …?

use comity_answer::Answer;

use crate::cases::shared;
use crate::{answer, page, world};

#[test]
fn an_unresolved_namesake_is_never_attributed() {
    let world = world(&shared("with"));
    let Answer::With(with) = answer(&world, "with rochester-new-york japan") else { panic!("with") };
    assert_eq!((with.ties.figure.count.certain, with.ties.figure.count.possible), (0, 0));
    assert_eq!(with.please_check.len(), 1);
}

/// Of a country nobody asks which of its places is nearest; and where there is an agreement, it is the way.
#[test]
fn no_way_is_told_where_nobody_asks_for_one() {
    let world = world(
        r#"
        nation japan country=JP
        city kyoto in japan
        city rochester country=US
        city krakow country=PL
        source s report 2024 "S"
        rochester — krakow per s
        krakow — kyoto per s
    "#,
    );
    for object in ["japan", "krakow"] {
        assert!(!page(&world, &format!("with rochester {object} at=2024")).contains("Shortest way"));
    }
}
