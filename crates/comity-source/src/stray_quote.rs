//! Quotation marks that open a cell and never close it: each would swallow the rows after it.

/// A quotation mark to be passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StrayQuote {
    /// Its place in the text.
    pub(crate) at: usize,
    /// The line it stands in, from 1.
    pub(crate) line: u64,
}

/// Finds them in a text whose quotation marks, delimiters and line ends are single bytes.
///
/// A mark is stray where the text ends before it closes, or where, some lines later, a letter follows the mark that
/// would close it. Looking ahead stops after eight times the text, so that no file takes longer than it is long.
pub(crate) fn stray_quotes(text: &[u8], delimiter: u8) -> Vec<StrayQuote> {
    let (mut strays, mut at, mut line, mut opens) = (Vec::new(), 0, 1, true);
    let mut left = text.len().saturating_mul(8);
    while let Some(byte) = text.get(at) {
        if *byte == b'"' && opens && left > 0 {
            let quoted = quoted(text, at, delimiter);
            left = left.saturating_sub(quoted.end - at);
            if quoted.closed {
                line += quoted.lines;
                at = quoted.end;
                opens = false;
                continue;
            }
            strays.push(StrayQuote { at, line });
        }
        line += u64::from(ends_line(text, at));
        opens = *byte == delimiter || matches!(byte, b'\n' | b'\r');
        at += 1;
    }
    strays
}

struct Quoted {
    closed: bool,
    /// The place after its last byte looked at.
    end: usize,
    lines: u64,
}

fn quoted(text: &[u8], open: usize, delimiter: u8) -> Quoted {
    let (mut at, mut lines) = (open + 1, 0);
    while let Some(byte) = text.get(at) {
        if *byte == b'"' {
            match text.get(at + 1) {
                Some(b'"') => at += 1,
                Some(next) if *next != delimiter && !matches!(next, b'\n' | b'\r' | b' ') && lines > 0 => {
                    return Quoted { closed: false, end: at, lines };
                }
                _ => return Quoted { closed: true, end: at + 1, lines },
            }
        }
        lines += u64::from(ends_line(text, at));
        at += 1;
    }
    Quoted { closed: false, end: at, lines }
}

/// A line feed, or a carriage return without one.
fn ends_line(text: &[u8], at: usize) -> bool {
    match text.get(at) {
        Some(b'\n') => true,
        Some(b'\r') => text.get(at + 1) != Some(&b'\n'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, lines: &[u64]) {
        let found: Vec<u64> = stray_quotes(text.as_bytes(), b',').iter().map(|stray| stray.line).collect();
        assert_eq!(found, lines, "{text:?}");
    }

    #[test]
    fn a_mark_that_never_closes_is_stray() {
        check("a,b\n\"Nice,c\nd,e\n", &[2]);
        check("a,b\n\"Nice,c\nd,\"Rome, Lazio\"\n", &[2]);
        check("a,\"b\r\nc\",d\r\n\"x", &[3]);
        check("a,\"\"\"b\"\" c\",d\n", &[]);
        check("a,5\" pipe\nb,c\n", &[]);
        check("\"a\" b,c\n", &[]);
    }
}
