//! What do we have with …?

use comity_answer::Answer;

use crate::cases::shared;
use crate::{answer, world};

#[test]
fn an_unresolved_namesake_is_never_attributed() {
    let world = world(&shared("with"));
    let Answer::With(with) = answer(&world, "with rochester-new-york japan") else { panic!("with") };
    assert_eq!((with.ties.figure.count.certain, with.ties.figure.count.possible), (0, 0));
    assert_eq!(with.please_check.len(), 1);
}
