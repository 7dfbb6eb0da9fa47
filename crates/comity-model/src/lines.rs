//! A text line by line, of which none is held whole that is too long.

use std::io::{BufRead, Result};

/// What was read of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    Whole,
    /// The line has so many bytes, more than the limit: only its beginning is there.
    TooLong {
        bytes: u64,
    },
}

/// Reads the next line into `line`, without what ends it; `None` after the last one.
///
/// Of a line of more than `most` bytes the first `most` are kept and the rest is passed over.
///
/// ```
/// use comity_model::{Line, read_line};
/// let mut text = "ab\nabcdef\n\nc".as_bytes();
/// let (mut line, mut seen) = (Vec::new(), Vec::new());
/// while let Some(read) = read_line(&mut text, 3, &mut line)? {
///     seen.push((String::from_utf8_lossy(&line).into_owned(), read));
/// }
/// let expect = [("ab", Line::Whole), ("abc", Line::TooLong { bytes: 6 }), ("", Line::Whole), ("c", Line::Whole)];
/// assert_eq!(seen, expect.map(|(text, read)| (text.to_owned(), read)));
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn read_line(text: &mut impl BufRead, most: usize, line: &mut Vec<u8>) -> Result<Option<Line>> {
    line.clear();
    let mut bytes = 0_u64;
    loop {
        let held = text.fill_buf()?;
        if held.is_empty() {
            return Ok((bytes > 0).then(|| told(bytes, most)));
        }
        let end = held.iter().position(|byte| *byte == b'\n');
        let (now, _) = held.split_at(end.unwrap_or(held.len()));
        let room = most - line.len();
        line.extend(now.iter().take(room));
        bytes += now.len() as u64;
        let passed = now.len() + usize::from(end.is_some());
        text.consume(passed);
        if end.is_some() {
            return Ok(Some(told(bytes, most)));
        }
    }
}

fn told(bytes: u64, most: usize) -> Line {
    if bytes > most as u64 { Line::TooLong { bytes } } else { Line::Whole }
}
