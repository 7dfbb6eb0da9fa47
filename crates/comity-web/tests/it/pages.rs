//! Every page answers, says the same as its JSON, and leads from each figure to its source.

use axum::http::StatusCode;

use crate::visitor::{Visitor, link_to, links, words};

#[tokio::test]
async fn every_page_answers_and_has_a_twin_in_the_api() {
    let reader = Visitor::at_home().await;
    let pages = [
        "/",
        "/explore",
        "/explore?entity=gn5128581&at=2019",
        "/ask",
        "/search?q=nueva%20york",
        "/entities",
        "/networks",
        "/entities/gn5128581",
        "/sources",
        "/sources/twin-list",
        "/claims",
        "/changes",
        "/changes/1",
        "/review",
        "/review/set",
        "/review/duplicates",
        "/about",
        "/brief?of=rochester&with=japan",
        "/brief?of=gn5128581",
        "/checked",
        "/compare?a=gn5128581&a=gn5134086",
        "/files",
        "/ask/with?subject=rochester&object=japan",
        "/ask/members?network=c40",
        "/ask/coverage",
        "/ask/conflicts",
        "/ask/between?a=gn5128581&b=gn1850147",
        "/ask/timeline?entity=c40",
        "/ask/profile?entity=c40",
        "/ask/compare?a=twin-list&b=city-paper",
        "/ask/presence?network=c40",
    ];
    for page in pages {
        let html = reader.page(page).await;
        assert!(html.contains("<main id=\"main\""), "{page}");
        let twin = if page == "/" { "/api/v1".to_owned() } else { format!("/api/v1{page}") };
        assert!(links(&html).contains(&twin), "{page} does not link to {twin}");
        reader.json(&twin).await;
    }
}

#[tokio::test]
async fn from_a_figure_to_the_claim_to_the_source() {
    let reader = Visitor::at_home().await;
    let entity = reader.page("/entities/gn5128581").await;
    let claims = reader.page(&link_to(&entity, "/ask/profile/claims")).await;
    let claim = reader.page(&link_to(&claims, "/claims/")).await;
    assert!(claim.contains("According to"), "{claim}");
    let source = reader.page(&link_to(&claim, "/sources/")).await;
    assert!(source.contains("What it says"), "{source}");
}

#[tokio::test]
async fn every_link_of_the_main_pages_leads_somewhere() {
    let reader = Visitor::at_home().await;
    let with = "/ask/with?subject=new-york-city&object=japan";
    for page in ["/entities/gn5128581", "/entities/c40", with, "/sources", "/changes/1", "/review"] {
        let html = reader.page(page).await;
        for link in
            links(&html).into_iter().filter(|link| link.starts_with('/') && !link.starts_with("/static"))
        {
            let status = reader.get(&link).await.status;
            let there = [StatusCode::OK, StatusCode::MOVED_PERMANENTLY].contains(&status);
            assert!(there, "{page} → {link}: {status}");
        }
    }
}

/// Examples are about the built-in atlas, of which this register has a part only.
#[tokio::test]
async fn every_example_is_answered_or_about_something_that_is_not_on_file() {
    let reader = Visitor::at_home().await;
    let mut answered = 0;
    for page in ["/", "/ask"] {
        let html = reader.page(page).await;
        for link in
            links(&html).into_iter().filter(|link| link.starts_with('/') && !link.starts_with("/static"))
        {
            let reply = reader.get(&link).await;
            let found = [StatusCode::OK, StatusCode::MOVED_PERMANENTLY].contains(&reply.status);
            answered += u32::from(found && link.starts_with("/ask/"));
            let unknown = ["No match for", "here is no source", "xpected "];
            let is_unknown = unknown.iter().any(|says| words(&reply.text).contains(says));
            assert!(
                found || link.starts_with("/ask/") && is_unknown,
                "{page} → {link}: {}",
                words(&reply.text)
            );
        }
    }
    assert!(answered >= 15, "only {answered} examples are answered");
}

#[tokio::test]
async fn the_page_says_what_the_api_says() {
    let reader = Visitor::at_home().await;
    let page = words(&reader.page("/entities/gn5128581").await);
    let json = reader.json("/api/v1/entities/gn5128581").await;
    for tie in json["ties"][0]["rows"].as_array().unwrap() {
        let other = tie["other"]["name"].as_str().unwrap();
        assert!(page.contains(other), "{other} is not on the page");
        let state = tie["record"]["state"].as_str().unwrap().replace('-', " ");
        assert!(page.contains(&state), "{state} is not on the page");
    }
}

#[tokio::test]
async fn a_network_says_how_it_grew_who_led_it_and_who_backs_it() {
    let reader = Visitor::before_the_atlas().await;
    let page = reader.page("/entities/c40").await;
    for part in
        ["<h2 id=\"growth\">From 18 to 9", "<h2 id=\"leaders\">", "<h2 id=\"backers\">", "class=\"twin\""]
    {
        assert!(page.contains(part), "{part} is not on the page");
    }
    let leaders = page.split("id=\"leaders\"").nth(1).unwrap();
    let line = leaders.split("Ken Livingstone</a>").nth(1).unwrap().split("</li>").next().unwrap();
    assert!(line.contains("2005–2008") && line.contains("class=\"seen\""), "{line}");
    let claims = reader.page(&link_to(line, "/claims?ids=")).await;
    assert!(claims.contains("chair"), "{claims}");
}

#[tokio::test]
async fn what_is_chosen_of_a_table_is_an_address() {
    let reader = Visitor::before_the_atlas().await;
    let whole = reader.page("/entities/c40").await;
    let chosen = link_to(&whole, "/entities/c40?country=IN");
    let page = reader.page(&chosen).await;
    let table = page.split("id=\"ties-0\"").nth(1).unwrap().split("</table>").next().unwrap();
    assert!(table.contains("Mumbai") || table.contains("Delhi"), "{table}");
    assert!(!table.contains(">Athens<"), "{table}");
    assert!(table.contains("Only India: 7 of "), "{table}");
    let opened = link_to(&page, "/entities/c40#ties-0");
    assert_eq!(opened, "/entities/c40#ties-0");
}

#[tokio::test]
async fn what_is_chosen_of_a_table_changes_neither_the_map_nor_what_is_well_known() {
    let reader = Visitor::before_the_atlas().await;
    let whole = reader.page("/entities/gn5074472").await;
    let chosen = reader.page("/entities/gn5074472?country=JP").await;
    let map =
        |page: &str| page.split("<figcaption>").nth(1).unwrap().split("</figcaption>").next().map(words);
    assert!(chosen.contains(": 1 of 7"), "{chosen}");
    assert!(map(&whole).unwrap().starts_with("7 partners in 7 countries,"), "{whole}");
    assert_eq!(map(&chosen), map(&whole));
    for page in [whole, chosen] {
        assert!(page.contains("<details><summary>What we searched"), "{page}");
    }
}

#[tokio::test]
async fn where_little_is_on_file_the_searches_are_open() {
    let reader = Visitor::at_home().await;
    let little = reader.page("/entities/gn5140405").await;
    assert!(little.contains("<details open><summary>What we searched"), "{little}");
}

#[tokio::test]
async fn a_missing_thing_offers_what_does_exist() {
    let reader = Visitor::at_home().await;
    let page = reader.get("/entities/rochester").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert_eq!(link_to(&page.text, "/entities/gn"), "/entities/gn5134086");
    let problem = reader.get("/api/v1/entities/rochester").await;
    assert_eq!(problem.header(&axum::http::header::CONTENT_TYPE), "application/problem+json");
    assert!(problem.text.contains("gn5134086"), "{}", problem.text);
    assert_eq!(reader.get("/no/such/page").await.status, StatusCode::NOT_FOUND);
    assert_eq!(reader.get("/claims/000000000000000000000000").await.status, StatusCode::NOT_FOUND);
    assert_eq!(reader.get("/ask/with?subject=atlantis&object=japan").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_address_that_leads_nowhere_offers_near_names_and_a_search() {
    let reader = Visitor::at_home().await;
    for address in ["/no/such/rochester", "/rochester"] {
        let page = reader.get(address).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{address}");
        assert!(page.text.contains("<h1>Page not found</h1>"), "{}", page.text);
        assert!(page.text.contains("aria-label=\"Search for it\""), "{}", page.text);
        assert_eq!(link_to(&page.text, "/entities/gn"), "/entities/gn5134086", "{address}");
    }
    let problem = reader.get("/api/v1/no/such/rochester").await;
    assert_eq!(problem.status, StatusCode::NOT_FOUND);
    assert_eq!(problem.header(&axum::http::header::CONTENT_TYPE), "application/problem+json");
}

#[tokio::test]
async fn a_claim_whose_side_is_not_matched_does_not_look_accepted() {
    let reader = Visitor::at_home().await;
    let check = reader.json("/api/v1/review").await;
    let claim = check["item"]["claim"]["id"].as_str().unwrap();
    for page in [format!("/claims/{claim}"), "/sources/twin-list".to_owned()] {
        let html = reader.page(&page).await;
        let said = "<span\n  class=\"mark unlooked\">on file, not yet matched</span>";
        assert!(html.contains(said), "{page}: {html}");
    }
}

#[tokio::test]
async fn nothing_of_ours_stands_in_quotation_marks() {
    let reader = Visitor::at_home().await;
    for page in ["/sources/twin-list", "/sources/city-paper", "/review"] {
        let html = reader.page(page).await;
        assert!(!html.contains("<blockquote") && !html.contains('“'), "{page}: {html}");
    }
}

#[tokio::test]
async fn a_merged_thing_leads_on() {
    let reader = Visitor::at_home().await;
    let reply = reader.get("/entities/old-c40?at=2019").await;
    assert_eq!(reply.status, StatusCode::MOVED_PERMANENTLY);
    assert_eq!(reply.header(&axum::http::header::LOCATION), "/entities/c40?at=2019");
}

#[tokio::test]
async fn an_old_address_of_the_map_leads_to_where_it_is() {
    let reader = Visitor::at_home().await;
    let reply = reader.get("/?entity=gn5128581&at=2019").await;
    assert_eq!(reply.status, StatusCode::MOVED_PERMANENTLY);
    assert_eq!(reply.header(&axum::http::header::LOCATION), "/explore?entity=gn5128581&at=2019");
    assert!(reader.page("/?at=2019").await.contains("<main id=\"main\""), "a day alone stays at home");
}

#[tokio::test]
async fn home_draws_the_ties_between_countries_and_each_leads_to_them() {
    let reader = Visitor::before_the_atlas().await;
    let (page, json) = (reader.page("/").await, reader.json("/api/v1").await);
    let (flows, countries) = (&json["flows"], &json["flows"]["countries"]);
    let largest = &flows["flows"][0];
    let end = |end: &str| &countries[usize::try_from(largest[end].as_u64().unwrap()).unwrap()];
    let href = format!(
        "/ask/with?subject={}&#38;object={}",
        end("a")["id"].as_str().unwrap(),
        end("b")["id"].as_str().unwrap()
    );
    let line = format!("<a href=\"{href}\" data-of=\"");
    assert!(page.contains(&line), "{line}");
    let said = format!(
        "{} – {}: {} agreements",
        end("a")["name"].as_str().unwrap(),
        end("b")["name"].as_str().unwrap(),
        largest["n"]
    );
    assert!(page.contains(&said), "{said}");
    let with = reader.json(&href.replace("&#38;", "&").replace("/ask", "/api/v1/ask")).await;
    let summary = with["summary"].as_str().unwrap();
    assert!(summary.contains(&format!(" {} agreements on record", largest["n"])), "{said}: {summary}");
    assert!(page.len() < 120_000, "{} bytes", page.len());
}

#[tokio::test]
async fn how_the_pages_look_is_shown_with_their_own_parts() {
    let page = Visitor::at_home().await.page("/about/design").await;
    assert!(page.contains("class=\"boxes\"") && page.contains("class=\"mark ended\""), "{page}");
}

#[tokio::test]
async fn both_clocks_stay_in_every_link() {
    let reader = Visitor::at_home().await;
    let page = reader.page("/entities/gn5128581?at=1990&known=batch:1").await;
    let other = link_to(&page, "/entities/gn1850147");
    assert_eq!(other, "/entities/gn1850147?at=1990&known=batch%3A1");
    assert!(page.contains("what we had on file after batch 1"), "{page}");
    let before = reader.get("/entities/gn5128581?known=batch:1%5E").await;
    assert_eq!(before.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn names_from_outside_stay_text() {
    let reader = Visitor::at_home().await;
    for page in [
        "/entities/hostile",
        "/networks",
        "/entities/gn5128581",
        "/sources/city-paper",
        "/sources/twin-list",
        "/review",
        "/search?q=%3Cscript%3E",
    ] {
        let html = reader.page(page).await;
        assert!(!html.contains("<script>alert"), "{page}");
        assert!(!html.contains("onload=\"x"), "{page}");
        assert!(!html.contains("href=\"javascript:"), "{page}");
    }
}

#[tokio::test]
async fn search_knows_other_scripts() {
    let reader = Visitor::at_home().await;
    for query in ["nueva%20york", "NEW%20YORK%20CITY", "%E7%B4%90%E7%B4%84"] {
        let found = reader.json(&format!("/api/v1/search?q={query}")).await;
        assert_eq!(found["entities"][0]["id"], "gn5128581", "{query}");
    }
}

#[tokio::test]
async fn search_says_why_something_is_found() {
    let reader = Visitor::at_home().await;
    let found = reader.json("/api/v1/search?q=nueva%20york").await;
    let first = &found["entities"][0];
    assert_eq!(
        (first["found_by"].as_str(), first["on_file"].as_bool()),
        (Some("other-name"), Some(true)),
        "{first}"
    );
    let page = reader.page("/search?q=Rochster").await;
    assert!(page.contains("No match for “Rochster”") && page.contains("if “Rochster” is misspelt"), "{page}");
    let page = reader.page("/search?q=zzqqxx").await;
    assert!(
        page.contains("No match for “zzqqxx”") && page.contains("Check the spelling or try another"),
        "{page}"
    );
}

#[tokio::test]
async fn two_places_in_one_line_are_a_question() {
    let reader = Visitor::before_the_atlas().await;
    let found = reader.json("/api/v1/search?q=rochester%20and%20japan").await;
    assert_eq!(found["answer"]["title"], "Rochester × Japan", "{found}");
    let href = found["answer"]["href"].as_str().unwrap().to_owned();
    assert!(href.starts_with("/ask/with?subject=gn5134086&object="), "{href}");
    assert!(reader.page(&href).await.contains("Japan"));
}

#[tokio::test]
async fn suggestions_come_while_somebody_writes() {
    let reader = Visitor::before_the_atlas().await;
    let suggested = reader.json("/api/v1/suggest?q=roches").await;
    let first = &suggested["suggestions"][0];
    assert!(first["href"].as_str().unwrap().starts_with("/entities/gn"), "{suggested}");
    let value = first["value"].as_str().unwrap().replace(' ', "%20");
    assert_eq!(reader.get(&format!("/ask/profile?entity={value}")).await.status, StatusCode::OK);
    let questions = reader.json("/api/v1/suggest?q=members").await;
    let hrefs: Vec<&str> =
        questions["suggestions"].as_array().unwrap().iter().filter_map(|one| one["href"].as_str()).collect();
    assert!(hrefs.contains(&"/ask#members"), "{questions}");
    assert_eq!(reader.json("/api/v1/suggest?q=").await["suggestions"].as_array().unwrap().len(), 0);
}

#[tokio::test]
async fn a_misspelt_name_leads_to_the_same_question_with_what_was_meant() {
    let reader = Visitor::before_the_atlas().await;
    let unknown = reader.get("/ask/with?subject=rochster&object=japan").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert!(unknown.text.contains("<h1>No match for “rochster”</h1>"), "{}", unknown.text);
    assert!(unknown.text.contains("subject=gn5134086"), "{}", unknown.text);
}

#[tokio::test]
async fn long_lists_come_in_stretches() {
    let reader = Visitor::at_home().await;
    let mut url = "/api/v1/claims?limit=2".to_owned();
    let mut seen = 0;
    loop {
        let page = reader.json(&url).await;
        seen += page["claims"]["items"].as_array().unwrap().len();
        let Some(next) = page["claims"]["next"].as_str() else { break };
        url = format!("/api/v1/claims?limit=2&after={next}");
    }
    let all = reader.json("/api/v1/claims").await;
    assert_eq!(seen as u64, all["total"].as_u64().unwrap());
}

#[tokio::test]
async fn what_is_asked_about_an_entity_can_be_asked_on_another_day() {
    let reader = Visitor::at_home().await;
    let asked: Vec<String> = links(&reader.page("/entities/c40?at=2019").await);
    let asked: Vec<&String> = asked.iter().filter(|link| link.starts_with("/ask/")).collect();
    for name in ["timeline", "conflicts", "members"] {
        assert!(asked.iter().any(|link| link.starts_with(&format!("/ask/{name}?"))), "{asked:?}");
    }
    for link in asked {
        reader.page(link).await;
    }
}

#[tokio::test]
async fn the_list_beside_the_map_has_what_its_heading_says() {
    let reader = Visitor::at_home().await;
    for address in ["/explore?entity=c40&at=2019", "/explore?with=c40&at=2019"] {
        let page = reader.page(address).await;
        let said = words(&page);
        assert!(
            said.contains("Members of C40 Cities") && said.contains("2 of 2\nmembers on the map"),
            "{said}"
        );
        assert!(said.contains("New York City, United States") && !said.contains("No member"), "{said}");
        let between = reader.page(&link_to(&page, "/ask/between?a=gn1850147")).await;
        assert!(words(&between).contains("C40 Cities"), "{between}");
    }
    assert!(words(&reader.page("/explore?entity=c40&at=1999").await).contains("No member on the map"));
    let said = words(&reader.page("/explore?with=gn6252001").await);
    assert!(said.contains("Ties of the United States") && said.contains("Show all"), "{said}");
    assert!(said.contains("Syracuse") && !said.contains("Ties between places"), "{said}");
}
