//! The language that is spoken to whoever reads.

use std::cell::Cell;

/// A language of the interface. What has no words in it yet is said in English.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    #[default]
    English,
    Chinese,
}

thread_local! {
    /// Of what this thread says.
    static CURRENT: Cell<Language> = const { Cell::new(Language::English) };
}

impl Language {
    pub const ALL: [Self; 2] = [Self::English, Self::Chinese];

    /// Its name in addresses, cookies and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh",
        }
    }

    /// Its tag on a page (BCP 47): Chinese is written in simplified letters.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-Hans",
        }
    }

    /// What it calls itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Chinese => "中文",
        }
    }

    /// By a code or a tag that begins with one: `zh`, `zh-CN`, `zh_CN.UTF-8`; `None` of one that is not spoken here.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let code = tag.split(['-', '_', '.']).next().unwrap_or_default().trim();
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code))
    }

    /// The first that is spoken here of those that a reader prefers, by `Accept-Language` (RFC 9110, section 12.5.4).
    pub fn preferred(accepted: &str) -> Option<Self> {
        let ranges = accepted.split(',').filter_map(|range| {
            let (tag, weight) = range.split_once(';').unwrap_or((range, ""));
            let weight = weight.trim().strip_prefix("q=").unwrap_or("1").parse::<f32>().unwrap_or(0.0);
            Some((Self::of_tag(tag)?, weight)).filter(|(_, weight)| *weight > 0.0)
        });
        ranges.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(language, _)| language)
    }

    /// Of what this thread says.
    pub fn current() -> Self {
        CURRENT.get()
    }

    /// Does `work` with all that this thread says in this language.
    ///
    /// ```
    /// use comity_messages::{Language, say};
    /// assert_eq!(Language::Chinese.within(|| say!("range", low = 96, high = 97)), "96至97");
    /// assert_eq!(say!("range", low = 96, high = 97), "96 to 97");
    /// ```
    pub fn within<T>(self, work: impl FnOnce() -> T) -> T {
        let _restored = Restored(CURRENT.replace(self));
        work()
    }
}

/// The language of a thread before, put back however the work ends.
struct Restored(Language);

impl Drop for Restored {
    fn drop(&mut self) {
        CURRENT.set(self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_what_is_preferred_of_what_there_is() {
        let read = |accepted| Language::preferred(accepted).map(Language::code);
        assert_eq!(read("zh-CN,zh;q=0.9,en;q=0.8"), Some("zh"));
        assert_eq!(read("en-GB,en;q=0.9,zh;q=0.8"), Some("en"));
        assert_eq!(read("fr, zh-Hant;q=0.3, en;q=0.5"), Some("en"));
        assert_eq!([read("fr"), read(""), read("zh;q=0")], [None, None, None]);
        assert_eq!(Language::of_tag("zh_CN.UTF-8"), Some(Language::Chinese));
        assert_eq!(Language::of_tag("C.UTF-8"), None);
    }

    #[test]
    fn a_language_ends_with_its_work() {
        let said =
            Language::Chinese.within(|| (Language::current(), Language::English.within(Language::current)));
        assert_eq!(said, (Language::Chinese, Language::English));
        assert_eq!(Language::current(), Language::English);
    }
}
