//! Pages in Chinese: chosen by address or browser, kept apart from English ones, and Chinese to their last heading.

use crate::visitor::Visitor;

/// The pages that are whole in Chinese.
const PAGES: [&str; 8] = [
    "/",
    "/search?q=rochester",
    "/search?q=zzqqxx",
    "/networks",
    "/entities/gn5128581",
    "/entities/c40",
    "/ask/with?subject=united-states&object=russia",
    "/ask/members?network=c40",
];

/// What English pages say all over, and these nowhere.
const ENGLISH: [&str; 13] = [
    "on record",
    "Evidence<",
    "Standing<",
    "Since<",
    "Sources<",
    "What we searched",
    "How these figures",
    "Download:",
    "According to",
    "not yet searched",
    "As of ",
    "as of ",
    " undated",
];

fn in_chinese(page: &str) -> String {
    format!("{page}{}lang=zh", if page.contains('?') { '&' } else { '?' })
}

/// The text without what stands from each `open` to the next `close`.
fn without(text: &str, open: &str, close: &str) -> String {
    text.split(open)
        .enumerate()
        .map(|(n, part)| if n == 0 { part } else { part.split_once(close).map_or(part, |(_, rest)| rest) })
        .collect()
}

#[tokio::test]
async fn pages_are_chinese_to_their_last_heading() {
    let reader = Visitor::before_the_atlas().await;
    let mut found = Vec::new();
    for page in PAGES {
        let html = reader.get(&in_chinese(page)).await.text;
        assert!(html.contains("<html lang=\"zh-Hans\""), "{page}: {html}");
        // What a source is called, and how a page is cited, is the same in every language.
        let (body, _) = html.split_once("<section class=\"cite\"").unwrap_or((&html, ""));
        // So is what the page tells programs.
        let body = without(&without(body, "<cite>", "</cite>"), "<script", "</script>");
        let body = without(&body, "<meta", ">");
        let is_han = |rest: &str| rest.starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
        let apart = body.split("。 ").skip(1).find(|rest| is_han(rest));
        found.extend(apart.map(|rest| format!("{page}: a blank before {rest:.40}")));
        let said = ENGLISH.iter().filter(|words| body.contains(**words));
        found.extend(said.map(|words| {
            let at = body.find(words).unwrap_or_default();
            let near: String = body
                .chars()
                .skip(body.get(..at).map_or(0, |before| before.chars().count()).saturating_sub(60))
                .take(140)
                .collect();
            format!("{page}: {words}: {near}")
        }));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[tokio::test]
async fn a_language_is_kept_apart_and_programs_are_told_the_same() {
    let reader = Visitor::before_the_atlas().await;
    let claims = reader.get("/claims?lang=zh").await.text;
    assert!(claims.contains("<main id=\"main\" lang=\"en\">"), "what it has to say is in English");
    for page in ["/ask/with?subject=united-states&object=russia", "/entities/c40", "/"] {
        let english = reader.get(page).await;
        let chinese = reader.get(&in_chinese(page)).await;
        assert!(
            english.text.contains("<html lang=\"en\"") && chinese.text.contains("<html lang=\"zh-Hans\"")
        );
        assert!(
            chinese.header(&axum::http::header::SET_COOKIE).starts_with("comity-lang=zh; Path=/"),
            "{page}"
        );
        assert_eq!(english.header(&axum::http::header::VARY), "accept-language, cookie", "{page}");
        let program = format!("/api/v1{page}");
        assert_eq!(reader.get(&program).await.text, reader.get(&in_chinese(&program)).await.text, "{page}");
        assert!(reader.get(page).await.text.contains("<html lang=\"en\""), "{page}: English again");
    }
}
