//! A register's life: import, history, merges, disputes, undo and the way back.

use comity_model::{BatchId, EntityKind, Judge, Record, Sameness, Seq, Standing};
use comity_register::{BatchKind, Content, EntryKind, Register, RegisterError};

use crate::open::on_both;
use crate::world::{
    commit, entity, id, links, member, now, pair, polity, resolve, same, source, verdict, without_place,
};

/// Lyon and Leipzig, per the city of Lyon.
fn lyon_and_leipzig() -> Vec<Record> {
    let claim = pair("city-of-lyon", "Lyon", "Leipzig");
    vec![
        source("city-of-lyon"),
        polity("lyon"),
        polity("leipzig"),
        Record::Claim(claim.clone()),
        resolve(Judge::Machine, &claim, &["lyon", "leipzig"]),
    ]
}

#[test]
fn an_import_becomes_links_and_a_second_one_adds_nothing() {
    on_both(async |register: Register| {
        let first = commit(&register, "2026-05-01T10:00:00Z", lyon_and_leipzig()).await;
        assert_eq!((first.batch, first.added["claim"]), (Some(BatchId(1)), 1));
        let held = now(&register).await;
        assert_eq!(links(&held), ["Leipzig party Leipzig – Lyon", "Lyon party Leipzig – Lyon"]);
        let agreement = held.entities.iter().find(|entity| entity.kind == EntityKind::Agreement).unwrap();
        assert_eq!(agreement.class, "sister-city");
        let link = &held.links[0];
        assert_eq!(link.observed.as_ref().unwrap().as_str(), "2019");
        assert_eq!(link.valid.end().earliest.to_string(), "2019-01-01");

        let again = commit(&register, "2026-05-02T10:00:00Z", lyon_and_leipzig()).await;
        assert_eq!((again.batch, again.unchanged), (None, 5));
        assert_eq!(register.head().await.unwrap().seq, held.known);
    });
}

#[test]
fn of_some_claims_the_newest_come_first() {
    on_both(async |register: Register| {
        commit(&register, "2026-05-01T10:00:00Z", lyon_and_leipzig()).await;
        let before = register.head().await.unwrap().seq;
        let later = pair("city-of-lyon", "Lyon", "Birmingham");
        commit(&register, "2026-05-02T10:00:00Z", vec![Record::Claim(later.clone())]).await;
        let head = register.head().await.unwrap().seq;
        let claims = [pair("city-of-lyon", "Lyon", "Leipzig"), later, pair("city-of-lyon", "Lyon", "Milan")];
        let ids = claims.iter().map(comity_model::Claim::id).collect();
        let read = resolve(Judge::Person, &claims[0], &["lyon", "leipzig"]);
        let read = commit(&register, "2026-05-03T10:00:00Z", vec![read]).await;
        let decided = register.head().await.unwrap().seq;
        let at = "2026-05-04T10:00:00Z".parse().unwrap();
        register.undo(read.batch.unwrap(), "wrong Leipzig", "ana", &at).await.unwrap();
        let undone = register.head().await.unwrap().seq;
        for (known, limit, newest) in [
            (head, 5, vec![1, 0]),
            (head, 1, vec![1]),
            (before, 5, vec![0]),
            (decided, 5, vec![0, 1]),
            (undone, 5, vec![1, 0]),
        ] {
            let found = register.newest_claims(&ids, known, limit).await.unwrap();
            let found: Vec<_> = found.iter().map(|claim| claim.held.id).collect();
            let expected: Vec<_> = newest.iter().map(|n: &usize| claims[*n].id()).collect();
            assert_eq!(found, expected);
        }
    });
}

/// The first day stands, whatever is said of the source later; what was not yet taken in has none.
#[test]
fn a_source_without_a_date_is_known_from_the_day_it_was_taken_in() {
    on_both(async |register: Register| {
        let undated = |title: &str| {
            let id = "wiki".parse().unwrap();
            Record::Source(comity_model::Source::new(id, comity_model::SourceKind::ThirdPartyList, title))
        };
        commit(&register, "2026-05-01T10:00:00Z", lyon_and_leipzig()).await;
        let before = register.head().await.unwrap().seq;
        commit(&register, "2026-05-02T10:00:00Z", vec![undated("A list")]).await;
        commit(&register, "2026-05-09T10:00:00Z", vec![undated("A list of pairs")]).await;
        let days: Vec<String> = now(&register).await.imported.values().map(ToString::to_string).collect();
        assert_eq!(days, ["2026-05-02"], "and none of the dated one");
        assert!(register.holdings(before).await.unwrap().imported.is_empty());
    });
}

#[test]
fn every_statement_suits_the_tables() {
    on_both(async |register: Register| assert!(register.check_statements().await.unwrap() > 50));
}

#[test]
fn an_open_end_waits_until_a_person_reads_it() {
    on_both(async |register: Register| {
        let claim = pair("city-of-lyon", "Lyon", "Leipsic");
        let mut records = lyon_and_leipzig();
        records.truncate(3);
        records.extend([Record::Claim(claim.clone()), resolve(Judge::Machine, &claim, &["lyon", "?"])]);
        commit(&register, "2026-05-01T10:00:00Z", records).await;
        let held = now(&register).await;
        assert!(held.links.is_empty());
        assert_eq!(held.waiting.values().copied().collect::<Vec<_>>(), [1]);
        assert_eq!(
            (held.open[0].text.as_str(), held.open[0].others.as_slice()),
            ("Leipsic", &[id("lyon")][..])
        );
        let queue = register.waiting(held.known, None, Seq(0), 10).await.unwrap();
        assert_eq!((queue.len(), queue[0].readings[1].why.as_str()), (1, "by name"));

        let by_hand = resolve(Judge::Person, &claim, &["lyon", "leipzig"]);
        commit(&register, "2026-05-02T10:00:00Z", vec![by_hand]).await;
        commit(&register, "2026-05-03T10:00:00Z", vec![resolve(Judge::Machine, &claim, &["?", "?"])]).await;
        let later = now(&register).await;
        assert_eq!(links(&later).len(), 2);
        assert!(later.open.is_empty() && later.waiting.is_empty());
        let file = register.claim(claim.id(), later.known).await.unwrap().unwrap();
        assert_eq!(file.held.readings[1].judge, Some(Judge::Person));
        assert_eq!(file.history.len(), 4);
        assert_eq!(file.source.unwrap().title, "city-of-lyon");
    });
}

#[test]
fn an_end_of_the_wrong_kind_makes_no_link() {
    on_both(async |register: Register| {
        let claim = member("c40-list", "Lyon", "c40");
        let records = vec![
            source("c40-list"),
            polity("lyon"),
            Record::Claim(claim.clone()),
            resolve(Judge::Machine, &claim, &["lyon"]),
        ];
        commit(&register, "2026-05-01T10:00:00Z", records).await;
        assert!(now(&register).await.links.is_empty());
        commit(&register, "2026-05-02T10:00:00Z", vec![entity("c40", EntityKind::Event)]).await;
        assert!(now(&register).await.links.is_empty());
        commit(&register, "2026-05-03T10:00:00Z", vec![entity("c40", EntityKind::Network)]).await;
        assert_eq!(links(&now(&register).await), ["Lyon member C40"]);
        assert_eq!(register.verify(None).await.unwrap(), []);
    });
}

#[test]
fn undo_gives_back_every_answer() {
    on_both(async |register: Register| {
        commit(&register, "2026-05-01T10:00:00Z", lyon_and_leipzig()).await;
        let before = now(&register).await;
        let claim = pair("city-of-lyon", "Lyon", "Turin");
        let more = vec![
            polity("turin"),
            Record::Claim(claim.clone()),
            resolve(Judge::Machine, &claim, &["lyon", "turin"]),
            same("turin", "leipzig", Sameness::Same),
        ];
        let second = commit(&register, "2026-05-02T10:00:00Z", more.clone()).await.batch.unwrap();
        let with = now(&register).await;
        commit(&register, "2026-05-03T10:00:00Z", vec![verdict(claim.id(), Standing::Disputed)]).await;

        let preview = register.preview_undo(second).await.unwrap();
        assert_eq!((preview.entries, preview.inert_total), (4, 1));
        assert_eq!(preview.inert[0].kind, EntryKind::Judgement);
        let at = "2026-05-04T10:00:00Z".parse().unwrap();
        let undone = register.undo(second, "wrong file", "ana", &at).await.unwrap();
        assert_eq!(without_place(now(&register).await), without_place(before.clone()));
        assert_eq!(register.holdings(with.known).await.unwrap(), with);

        let again = register.undo(second, "", "ana", &at).await.unwrap_err();
        assert!(matches!(again, RegisterError::AlreadyUndone { .. }), "{again}");
        let of_undo = register.undo(undone.batch, "", "ana", &at).await.unwrap_err();
        assert!(matches!(of_undo, RegisterError::NotUndoable(_)), "{of_undo}");

        let back = commit(&register, "2026-05-05T10:00:00Z", more).await;
        assert_eq!(back.added.values().sum::<u64>(), 4);
        let disputed = now(&register).await;
        assert_eq!(disputed.disputes.len(), 1);
        assert_eq!(disputed.links.len(), with.links.len());
        assert_eq!(register.verify(None).await.unwrap(), []);
    });
}

#[test]
fn undoing_an_entity_opens_the_claims_that_name_it() {
    on_both(async |register: Register| {
        let mut records = lyon_and_leipzig();
        let leipzig = commit(&register, "2026-05-01T10:00:00Z", vec![records.remove(2)]).await.batch.unwrap();
        commit(&register, "2026-05-02T10:00:00Z", records).await;
        assert_eq!(now(&register).await.links.len(), 2);
        assert_eq!(register.preview_undo(leipzig).await.unwrap().inert_total, 1);
        let at = "2026-05-03T10:00:00Z".parse().unwrap();
        register.undo(leipzig, "", "ana", &at).await.unwrap();
        let held = now(&register).await;
        assert!(held.links.is_empty());
        assert_eq!(held.open[0].text, "Leipzig");
    });
}

#[test]
fn merged_entities_share_their_links() {
    on_both(async |register: Register| {
        let mut records = lyon_and_leipzig();
        let twice = pair("saxony", "Leipsic", "Lyon");
        records.extend([
            source("saxony"),
            polity("leipsic"),
            Record::Claim(twice.clone()),
            resolve(Judge::Machine, &twice, &["leipsic", "lyon"]),
        ]);
        commit(&register, "2026-05-01T10:00:00Z", records).await;
        let apart = now(&register).await;
        commit(&register, "2026-05-02T10:00:00Z", vec![same("leipsic", "leipzig", Sameness::Same)]).await;
        let merged = now(&register).await;
        assert_eq!(merged.canon[&id("leipsic")], id("leipzig"));
        let agreements = |held: &comity_model::Holdings| {
            held.entities.iter().filter(|entity| entity.kind == EntityKind::Agreement).count()
        };
        assert_eq!((agreements(&apart), agreements(&merged)), (2, 1));
        assert_eq!(merged.links.len(), 4);
        assert!(!merged.entities.iter().any(|entity| entity.id == id("leipsic")));

        commit(&register, "2026-05-03T10:00:00Z", vec![same("leipsic", "leipzig", Sameness::Distinct)]).await;
        let told = now(&register).await;
        assert_eq!(
            told.told.iter().map(|told| (told.sameness, told.by.as_str())).collect::<Vec<_>>(),
            [(Sameness::Distinct, "ana")]
        );
        assert_eq!(without_place(comity_model::Holdings { told: Vec::new(), ..told }), without_place(apart));
    });
}

#[test]
fn history_tells_who_did_what() {
    on_both(async |register: Register| {
        commit(&register, "2026-05-01T10:00:00Z", lyon_and_leipzig()).await;
        let at = "2026-04-01T00:00:00Z".parse().unwrap();
        register.undo(BatchId(1), "wrong file", "ben", &at).await.unwrap();
        let batches = register.batches(None, 10).await.unwrap();
        let told: Vec<_> =
            batches.iter().map(|b| (b.nature, b.by.as_str(), b.recorded_at.as_str())).collect();
        let time = "2026-05-01T10:00:00Z";
        assert_eq!(told, [(BatchKind::Undo, "ben", time), (BatchKind::Records, "ana", time)]);
        let log = register.log(None, 1).await.unwrap();
        assert_eq!(log[0].content, Some(Content::Undo { undo: BatchId(1), why: "wrong file".to_owned() }));
        let older = register.log(Some(log[0].seq), 100).await.unwrap();
        assert_eq!(older.len(), 9, "a batch and an author are named before the first record of each");
        let lyon = register.entity_history(&id("lyon")).await.unwrap();
        assert_eq!(lyon[0].undone_by, Some(BatchId(2)));
        let nobody = comity_register::NewBatch { title: "x".into(), by: " ".into(), at };
        let refused = register.commit(nobody, vec![polity("lyon")], &mut |_| {}).await.unwrap_err();
        assert!(matches!(refused, RegisterError::Nobody { .. }));
    });
}

/// The clock of a machine was a year ahead once: until then every entry would bear that time, and nobody knew why.
#[test]
fn a_clock_that_is_behind_the_ledger_is_told() {
    on_both(async |register: Register| {
        let (now, ahead) = ("2026-05-01T10:00:00Z", "2027-05-01T10:00:00Z");
        commit(&register, ahead, lyon_and_leipzig()).await;
        let head = register.head().await.unwrap();
        assert_eq!(
            head.clock_behind(&now.parse().unwrap()).unwrap().to_string(),
            "the clock says 2026-05-01T10:00:00Z, and the last entry bears 2027-05-01T10:00:00Z: until then, what is \
             recorded bears that time too"
        );
        assert_eq!(head.clock_behind(&ahead.parse().unwrap()), None);
    });
}

#[test]
fn names_are_found_in_any_spelling() {
    on_both(async |register: Register| {
        let Record::Entity(mut paulo) = polity("sao-paulo") else { unreachable!() };
        paulo.name = "São Paulo".into();
        paulo.population = Some(12_000_000);
        let named = |id: &str, name: &str| {
            let Record::Entity(entity) = polity(id) else { unreachable!() };
            Record::Entity(comity_model::Entity { name: name.into(), ..entity })
        };
        let others = [("sao", "Sao"), ("new-york", "纽约"), ("elk", "Ёлкино"), ("aq", "L’Aquila")];
        let mut all = vec![Record::Entity(paulo)];
        all.extend(others.map(|(id, name)| named(id, name)));
        commit(&register, "2026-05-01T10:00:00Z", all).await;
        let known = register.head().await.unwrap().seq;
        let find = async |text: &str| {
            let found = register.search(text, known, 5).await.unwrap();
            found.iter().map(|entity| entity.id.to_string()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(find("sao").await, "sao sao-paulo");
        assert_eq!(find("São P").await, "sao-paulo");
        assert_eq!(find("paulo").await, "sao-paulo");
        assert_eq!(find("%").await, "");
        for text in ["纽约", "紐約", "niuyue", "niu"] {
            assert_eq!(find(text).await, "new-york", "{text}");
        }
        for text in ["Ёлкино", "Елкино", "elkino"] {
            assert_eq!(find(text).await, "elk", "{text}");
        }
        for text in ["L'Aquila", "laquila", "l aquila", "aquila"] {
            assert_eq!(find(text).await, "aq", "{text}");
        }
        assert_eq!(register.search("sao", Seq(0), 5).await.unwrap(), []);
    });
}

/// Pages are answered on many threads: what a register is asked must be free to move between them.
#[test]
fn its_answers_may_cross_threads() {
    fn crosses<T: Send>(_: impl Fn(&'static Register) -> T) {}
    crosses(|register| register.holdings(Seq(0)));
    crosses(|register| register.waiting(Seq(0), None, Seq(0), 1));
    crosses(|register| register.undo(BatchId(1), "", "", moment()));
    crosses(|register| register.verify(None));
    crosses(|register| {
        let batch =
            comity_register::NewBatch { title: String::new(), by: String::new(), at: moment().clone() };
        register.commit(batch, Vec::new(), progress())
    });
}

fn moment() -> &'static comity_register::Timestamp {
    Box::leak(Box::new("2026-05-01T10:00:00Z".parse().unwrap()))
}

fn progress() -> &'static mut (dyn FnMut(u64) + Send) {
    Box::leak(Box::new(|_| {}))
}
