//! Rust source as far as the rules of the house need it: code without its words, and brackets that close.

/// The code of a file up to its tests, with every character of comments, texts and character literals a space:
/// lines and columns stay where they are, in bytes.
pub(super) fn code(text: &str) -> String {
    let tests = text.find("#[cfg(test)]").unwrap_or(text.len());
    let mut code = Vec::with_capacity(tests);
    let mut rest = text.get(..tests).unwrap_or(text).as_bytes();
    while let Some(&first) = rest.first() {
        let (taken, is_code) = match words(rest, code.last().copied()) {
            Some(length) => (length, false),
            None => (1, true),
        };
        let (piece, after) = rest.split_at(taken.min(rest.len()));
        if is_code {
            code.push(first);
        } else {
            code.extend(piece.iter().map(|byte| if *byte == b'\n' { b'\n' } else { b' ' }));
        }
        rest = after;
    }
    String::from_utf8_lossy(&code).into_owned()
}

/// How many bytes of comment, text or character stand at the start, after the byte `before`.
fn words(rest: &[u8], before: Option<u8>) -> Option<usize> {
    let in_name = before.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    match rest {
        [b'/', b'/', ..] => Some(rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len())),
        [b'/', b'*', ..] => Some(find(rest, b"*/").map_or(rest.len(), |at| at + 2)),
        [b'"', ..] => Some(1 + quoted(rest.get(1..)?, b'"')),
        [b'r', b'"' | b'#', ..] if !in_name => raw(rest),
        [b'b', b'r', b'"' | b'#', ..] if !in_name => raw(rest.get(1..)?).map(|length| length + 1),
        [b'\'', b'\\', ..] => Some(1 + quoted(rest.get(1..)?, b'\'')),
        [b'\'', ..] => {
            let text = std::str::from_utf8(rest.get(1..)?.get(..5.min(rest.len() - 1))?);
            let valid = text.map_or_else(|error| error.valid_up_to(), str::len);
            let character = std::str::from_utf8(rest.get(1..=valid)?).ok()?.chars().next()?;
            let end = 1 + character.len_utf8();
            (rest.get(end) == Some(&b'\'')).then_some(end + 1)
        }
        _ => None,
    }
}

/// Bytes up to and with the closing mark.
fn quoted(rest: &[u8], mark: u8) -> usize {
    let mut escaped = false;
    for (at, byte) in rest.iter().enumerate() {
        if *byte == mark && !escaped {
            return at + 1;
        }
        escaped = *byte == b'\\' && !escaped;
    }
    rest.len()
}

/// `r"…"`, `r#"…"#`; `None` for a raw identifier.
fn raw(rest: &[u8]) -> Option<usize> {
    let marks = rest.iter().skip(1).take_while(|byte| **byte == b'#').count();
    if rest.get(1 + marks) != Some(&b'"') {
        return None;
    }
    let close: Vec<u8> = std::iter::once(b'"').chain(std::iter::repeat_n(b'#', marks)).collect();
    let body = rest.get(2 + marks..)?;
    Some(2 + marks + find(body, &close).map_or(body.len(), |at| at + close.len()))
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

/// The 1-based line of a byte.
pub(super) fn line_of(code: &str, at: usize) -> usize {
    1 + code.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

/// What stands between an opening bracket at the start and the one that closes it; `<` is none.
pub(super) fn bracketed(code: &str) -> Option<&str> {
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate() {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            return code.get(1..at);
        }
    }
    None
}

/// The parts between commas that stand in no bracket, without blanks; `->` closes nothing.
pub(super) fn parts(list: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth, mut before) = (Vec::new(), 0, 0_i32, 0);
    for (at, byte) in list.bytes().enumerate() {
        match byte {
            b'(' | b'[' | b'{' | b'<' => depth += 1,
            b'>' if before == b'-' || before == b'=' => {}
            b')' | b']' | b'}' | b'>' => depth -= 1,
            b',' if depth == 0 => {
                parts.push(list.get(start..at).unwrap_or_default().trim());
                start = at + 1;
            }
            _ => {}
        }
        before = byte;
    }
    parts.push(list.get(start..).unwrap_or_default().trim());
    parts.retain(|part| !part.is_empty());
    parts
}

/// The identifier at the start; empty without one.
pub(super) fn identifier(code: &str) -> &str {
    let end = code.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(code.len());
    code.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_blank_and_lines_stay() {
        let text = "let a = \"x; // {\"; // }\nlet b: &'a str = r#\"\"}\"#; let c = '\\''; let d = '“';\n";
        let expect = "let a =          ;     \nlet b: &'a str =        ; let c =     ; let d =      ;\n";
        assert_eq!(code(text), expect);
        assert_eq!(code("fn a() {}\n#[cfg(test)]\nmod tests {}"), "fn a() {}\n");
    }

    #[test]
    fn lists_are_parted_outside_of_brackets() {
        assert_eq!(bracketed("(a, (b, c)) -> d"), Some("a, (b, c)"));
        assert_eq!(
            parts("(a, b): (u8, u8), f: impl Fn(A, B) -> C<D, E>,"),
            ["(a, b): (u8, u8)", "f: impl Fn(A, B) -> C<D, E>"]
        );
    }
}
