//! Two lists, two dates.

use crate::{page, world};

#[test]
fn a_list_is_called_by_its_file() {
    let world = world(
        r#"
        city camas country=US
        city krapina country=HR
        source old third-party-list 2015 "older.csv"
        source new third-party-list 2024 "newer.csv"
        camas — krapina per new
        "#,
    );
    let by_file = page(&world, "compare a=../lists/older.csv b=newer.csv");
    assert_eq!(by_file, page(&world, "compare a=old b=new"));
}
