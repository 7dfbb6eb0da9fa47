//! Words within written dates: months in eleven languages, seasons, and words that add nothing.

pub(crate) enum Word {
    Month(u32),
    /// As EDTF counts them: 21 is spring.
    Season(u32),
    Filler,
}

/// English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Czech, Russian, Turkish; a line a month.
const MONTHS: [&str; 12] = [
    "january jan januar jänner jaenner janvier janv enero ene gennaio gen janeiro januari styczeń stycznia leden ledna январь января янв ocak",
    "february feb februar février fevrier févr febrero febbraio fevereiro fev februari luty lutego únor února февраль февраля фев şubat subat",
    "march mar märz maerz mär mars marzo março marco maart marzec marca březen března март марта мар mart",
    "april apr avril avr abril abr aprile kwiecień kwietnia duben dubna апрель апреля апр nisan",
    "may mai mayo maggio mag maio mei maj maja květen května май мая mayıs mayis",
    "june jun juni juin junio giugno giu junho czerwiec czerwca červen června июнь июня июн haziran",
    "july jul juli juillet juil julio luglio lug julho lipiec lipca červenec července июль июля июл temmuz",
    "august aug août aout agosto ago augustus sierpień sierpnia srpen srpna август августа авг ağustos agustos",
    "september sep sept septembre septiembre setiembre settembre set setembro wrzesień września září сентябрь сентября сен eylül eylul",
    "october oct oktober okt octobre octubre ottobre ott outubro out październik października říjen října октябрь октября окт ekim",
    "november nov novembre noviembre novembro listopad listopada листопада ноябрь ноября ноя kasım kasim",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro grudzień grudnia prosinec prosince декабрь декабря дек aralık aralik",
];

const SEASONS: [&str; 4] = [
    "spring frühling frühjahr printemps primavera lente wiosna весна весной",
    "summer sommer été verano estate verão zomer lato лето летом",
    "autumn fall herbst automne otoño autunno outono herfst jesień осень осенью",
    "winter hiver invierno inverno zima зима зимой",
];

const FILLERS: &str =
    "st nd rd th er of the de del do di le la im г года год р roku r 年 月 日 号 號 년 월 일 on";

/// What a small-lettered word adds to a date; `None` for any other word.
pub(crate) fn word(lower: &str) -> Option<Word> {
    let among = |words: &str| words.split(' ').any(|word| word == lower);
    let place = |lists: &[&str]| (0..).zip(lists).find(|(_, words)| among(words)).map(|(at, _)| at);
    if let Some(month) = place(&MONTHS) {
        return Some(Word::Month(month + 1));
    }
    if let Some(season) = place(&SEASONS) {
        return Some(Word::Season(season + 21));
    }
    among(FILLERS).then_some(Word::Filler)
}
