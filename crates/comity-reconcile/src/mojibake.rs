//! Text whose bytes were read in the wrong encoding, put right where that can be done without doubt.

use std::borrow::Cow;

/// The repaired text, or `None` when nothing was wrong or the damage cannot be undone.
///
/// Undoes UTF-8 read as Windows-1252 or Latin-1 (`Ã“zd`), and bytes or code points that were printed as
/// escapes: `<c3><b3>`, `\303\263`, `<U+00F3>`.
///
/// ```
/// assert_eq!(comity_reconcile::repair("BÃœTGENBACH").as_deref(), Some("BÜTGENBACH"));
/// assert_eq!(comity_reconcile::repair("Reykjav<c3><ad>k").as_deref(), Some("Reykjavík"));
/// assert_eq!(comity_reconcile::repair("São Paulo"), None);
/// ```
pub fn repair(text: &str) -> Option<String> {
    let unescaped = without_escapes(text);
    let reread = reread(unescaped.as_deref().unwrap_or(text));
    reread.or(unescaped)
}

/// A second time for text that was damaged twice.
fn reread(text: &str) -> Option<String> {
    let once = reread_once(text)?;
    Some(reread_once(&once).unwrap_or(once))
}

fn reread_once(text: &str) -> Option<String> {
    if !text.contains(|c: char| {
        matches!(
            c,
            'Ã' | 'Â'
                | 'Å'
                | 'Ä'
                | 'È'
                | 'Ð'
                | 'Ñ'
                | 'Ø'
                | 'Ù'
                | 'Î'
                | 'Ï'
                | 'Ê'
                | 'É'
                | 'â'
                | 'å'
                | 'ä'
                | 'æ'
                | 'ç'
                | 'è'
                | 'é'
                | 'ã'
        )
    }) {
        return None;
    }
    let bytes: Option<Vec<u8>> = text.chars().map(byte_of).collect();
    let reread = String::from_utf8(bytes?).ok()?;
    (reread.chars().count() < text.chars().count()).then_some(reread)
}

/// The byte that Windows-1252 shows as this character; Latin-1 for the five bytes it leaves out.
fn byte_of(c: char) -> Option<u8> {
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    match u8::try_from(c as u32) {
        Ok(byte) => Some(byte),
        Err(_) => HIGH.chars().zip(0x80..).find(|(shown, _)| *shown == c).map(|(_, byte)| byte),
    }
}

fn without_escapes(text: &str) -> Option<String> {
    if !text.contains(['<', '\\']) {
        return None;
    }
    let mut bytes: Vec<u8> = Vec::new();
    let mut rest = text;
    let mut changed = false;
    while let Some(c) = rest.chars().next() {
        if let Some((mut decoded, after)) = escape(rest) {
            bytes.append(&mut decoded);
            rest = after;
            changed = true;
        } else {
            bytes.extend(c.encode_utf8(&mut [0; 4]).as_bytes());
            rest = rest.strip_prefix(c).expect("it starts with its first character");
        }
    }
    changed.then(|| String::from_utf8(bytes).ok()).flatten()
}

/// The bytes an escape at the start stands for, and what follows it.
fn escape(text: &str) -> Option<(Vec<u8>, &str)> {
    if let Some(octal) = text.strip_prefix('\\') {
        let (digits, after) = octal.split_at_checked(3)?;
        return Some((vec![u8::from_str_radix(digits, 8).ok()?], after));
    }
    let (inside, after) = text.strip_prefix('<')?.split_once('>')?;
    let bytes: Cow<'_, [u8]> = match inside.strip_prefix("U+") {
        Some(hex) => char::from_u32(u32::from_str_radix(hex, 16).ok()?)?.to_string().into_bytes().into(),
        None if inside.len() == 2 => vec![u8::from_str_radix(inside, 16).ok()?].into(),
        None => return None,
    };
    Some((bytes.into_owned(), after))
}

#[cfg(test)]
mod tests {
    use super::repair;

    #[test]
    fn damage_is_undone_and_sound_text_left_alone() {
        for (broken, sound) in [
            ("Ã“zd", "Ózd"),
            ("NiepoÅ‚omice", "Niepołomice"),
            ("TeiuÈ™", "Teiuș"),
            ("R\\303\\255o Cuarto", "Río Cuarto"),
            ("Anyk<c5><a1><c4><8d>iai", "Anykščiai"),
            ("<U+041D><U+043E><U+0432><U+0430>", "Нова"),
            ("SÃƒÂ£o Paulo", "São Paulo"),
        ] {
            assert_eq!(repair(broken).as_deref(), Some(sound), "{broken}");
        }
        for sound in ["São Paulo", "Århus", "Ærø", "Nîmes", "São João da Lagoa", "A <b", "Ñuñoa"] {
            assert_eq!(repair(sound), None, "{sound}");
        }
    }
}
