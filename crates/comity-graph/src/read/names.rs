//! Many short names in one piece of memory, in the order in which they came.

/// The names end to end, and where each ends: a list of links has two a line, and a string each would come to
/// many times the text.
#[derive(Debug, Default)]
pub(super) struct Names {
    text: String,
    ends: Vec<usize>,
}

impl Names {
    pub(super) fn push(&mut self, name: &str) {
        self.text.push_str(name);
        self.ends.push(self.text.len());
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let name = self.text.get(start..*end).expect("names end where a name was pushed");
            start = *end;
            name
        })
    }
}
