//! Code page 850: what DOS and old exports of Western Europe write.

/// The characters of the bytes from 128 on.
const HIGH: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// The text of these bytes.
pub(crate) fn decoded(bytes: &[u8]) -> String {
    let high: Vec<char> = HIGH.chars().collect();
    bytes.iter().map(|byte| letter(*byte, &high)).collect()
}

fn letter(byte: u8, high: &[char]) -> char {
    match byte.checked_sub(128) {
        None => char::from(byte),
        Some(place) => high.get(usize::from(place)).copied().unwrap_or('\u{fffd}'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_has_a_character() {
        assert_eq!(HIGH.chars().count(), 128);
        assert_eq!(decoded(b"K\x94ln, C\xa2rdoba, Espa\xa4a, 1\xb0"), "Köln, Córdoba, España, 1░");
    }
}
