//! The snapshot that ships with the app, as the domain reads it.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use waymark::domain::goal::{Asks, LearningKind, Requirement};
use waymark::domain::register::{
    Answer, Facet, FacetValue, Qualification, Query, Register, StatusGroup, Structure, Subject,
};

/// The text of the snapshot that ships with the app.
pub fn shipped_text() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("public/register.json")).unwrap()
}

/// The snapshot that ships with the app.
pub fn shipped() -> Register {
    Register::read(&shipped_text()).unwrap_or_else(|refused| panic!("{refused}"))
}

/// What a query finds among micro-credentials.
fn search(query: &str) -> Answer {
    let kind = FacetValue::Kind(LearningKind::Credential);
    shipped().search(&Query::read(query).unwrap().with_filter(Facet::Kind, [kind]))
}

fn keys(query: &str) -> Vec<String> {
    search(query).hits.into_iter().map(|hit| hit.entry.key).collect()
}

#[test]
fn it_is_understood_to_the_last_field() {
    let register = shipped();
    assert_eq!(register.problems(), []);
    assert_eq!(register.credentials().len(), 110);
    assert_eq!(register.qualifications().len(), 114);
    assert_eq!(register.stacks().len(), 69);
    assert_eq!(register.stamp().as_at, "2026-11-26");
    assert_eq!(register.stamp().sha256.len(), 64);
    assert!(!register.notes().is_empty() && !register.source().is_empty() && !register.licence().is_empty());
}

#[test]
fn every_entry_names_its_source() {
    let register = shipped();
    let sources = [
        register.providers().iter().map(|entry| &entry.source).collect::<Vec<_>>(),
        register.credentials().iter().map(|entry| &entry.source).collect(),
        register.qualifications().iter().map(|entry| &entry.source).collect(),
        register.stacks().iter().map(|entry| &entry.source).collect(),
        register.standards().iter().map(|entry| &entry.source).collect(),
    ];
    let earlier = register.qualifications().iter().flat_map(|entry| &entry.earlier);
    let of_structures = register.qualifications().iter().filter_map(|entry| entry.structure.as_ref());
    let of_structures = of_structures.chain(earlier.filter_map(|earlier| earlier.structure.as_ref()));
    for source in sources.concat().into_iter().chain(of_structures.map(|structure| &structure.source)) {
        let source = source.as_deref().unwrap_or_default();
        assert!(source.starts_with("http") || source.contains("NZQA"), "not a source: {source}");
    }
}

#[test]
fn hedges_are_kept() {
    let register = shipped();
    let planting = register.credential("forestry-planting").unwrap();
    assert!(planting.title_descriptive && planting.subject_inferred);
    assert!(planting.notes.iter().any(|note| note.about == "title"));
    let tutor = register.credential("performing-arts-emerging-tutor").unwrap();
    assert!(tutor.level_inferred && tutor.credits_inferred);
    let stack = register.stacks().iter().find(|stack| stack.id == "s01").unwrap();
    assert_eq!(stack.strength.as_deref(), Some("stated, arithmetic inferred"));
    assert!(stack.conditions.as_deref().unwrap().contains("pre-requisite"));
}

#[test]
fn stacks_point_at_entries() {
    let register = shipped();
    let keys = register.stacks().iter().flat_map(|stack| {
        stack.parts.iter().map(|part| &part.key).chain([&stack.target.key]).flatten().collect::<Vec<_>>()
    });
    assert_eq!(keys.clone().count(), 117);
    for key in keys {
        assert!(register.title(key).is_some(), "{key}");
    }
    let to_forestry = register.stacks_to("q-new-zealand-certificate-in-forestry-leadership-level-5");
    assert_eq!(to_forestry.map(|stack| stack.id.as_str()).collect::<Vec<_>>(), ["s01", "s02", "t01"]);
    assert_eq!(register.stacks_from("startup-ignition-automotive").count(), 4);
}

/// Checks a tree of the qualification with a key, and that something says what it rests on.
fn names_what_there_is(register: &Register, key: &str, tree: &Requirement, structure: Option<&Structure>) {
    assert!(structure.unwrap().basis.is_some(), "{key}");
    let mut ids = BTreeSet::new();
    for requirement in tree.each() {
        assert!(requirement.id.as_ref().is_none_or(|id| ids.insert(id)), "{key}: {:?}", requirement.id);
        match &requirement.asks {
            Asks::Credential(named) => assert!(register.credential(named).is_some(), "{key}: {named}"),
            Asks::Qualification(named) => {
                assert!(named != key && register.qualification(named).is_some(), "{key}: {named}");
            }
            Asks::Standard(named) => assert!(register.standard(named).is_some(), "{key}: {named}"),
            Asks::Some { number, of } => assert!((1..=of.len()).contains(number), "{key}"),
            Asks::Component(component) => {
                let is_name = !component.title.contains("credits)") && component.kind.is_some();
                assert!(is_name, "{key}: {component:?}");
            }
            Asks::All(_) | Asks::Credits(_) | Asks::Judgement(_) => {}
        }
    }
}

#[test]
fn requirements_name_what_there_is() {
    let register = shipped();
    let mut with_a_tree = 0;
    for qualification in register.qualifications() {
        let (key, structure) = (&qualification.key, &qualification.structure);
        assert_eq!(qualification.requirements.is_some(), structure.is_some(), "{key}");
        let Some(tree) = &qualification.requirements else { continue };
        with_a_tree += 1;
        names_what_there_is(&register, key, tree, structure.as_ref());
        for earlier in &qualification.earlier {
            names_what_there_is(&register, key, &earlier.requirements, earlier.structure.as_ref());
        }
    }
    let is_led_to =
        |of: &&Qualification| of.requirements.is_none() && register.stacks_to(&of.key).count() > 0;
    let with_relations_only = register.qualifications().iter().filter(is_led_to).count();
    let with_neither = register.qualifications().len() - with_a_tree - with_relations_only;
    println!(
        "goals: {with_a_tree} with a tree, {with_relations_only} with relations only, {with_neither} with neither"
    );
    assert_eq!((with_a_tree, with_relations_only, with_neither), (69, 9, 36));
}

#[test]
fn numbers_of_requirements_are_numbers() {
    fn check(at: &str, value: &Value) {
        const NUMBERS: [&str; 6] = ["credits", "level", "level_at_least", "level_at_most", "at_most", "some"];
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    assert!(value.is_u64() || !NUMBERS.contains(&name.as_str()), "{at}.{name}: {value}");
                    check(&format!("{at}.{name}"), value);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| check(at, item)),
            _ => {}
        }
    }
    let shipped: Value = serde_json::from_str(&shipped_text()).unwrap();
    for qualification in shipped["qualifications"].as_array().unwrap() {
        let key = qualification["key"].as_str().unwrap();
        check(key, &qualification["requirements"]);
        check(key, &qualification["earlier"]);
    }
}

#[test]
fn nothing_tells_how_it_was_looked_for() {
    let text = shipped_text().to_lowercase();
    for words in [
        "snippet",
        "not read",
        "not seen",
        "not legible",
        "not readable",
        "could not be",
        "cut off",
        "stored text",
        "looked for",
        "read earlier",
        "the brief",
        "not found",
        "file://",
        ".jsonl",
    ] {
        assert!(!text.contains(words), "{words}");
    }
    let is_path = |word: &&str| word.len() > 1 && word.starts_with('/') && !word.starts_with("//");
    let signs = |letter: char| letter.is_whitespace() || matches!(letter, '"' | '“' | '‘');
    let words = text.split(signs).map(|word| word.trim_start_matches(['(', '[']));
    assert_eq!(words.into_iter().find(is_path), None, "a path of a machine");
}

#[test]
fn macrons_and_doubled_vowels_find_the_same() {
    let of = |word: &str| keys(&format!(r#"{{"text":"{word}","limit":1000}}"#));
    for spellings in [["wānanga", "wananga", "waananga"], ["Māori", "maori", "MAAORI"]] {
        let found = spellings.map(of);
        assert!(found[0].len() >= 3, "{spellings:?}: {found:?}");
        assert!(found.iter().all(|each| *each == found[0]), "{spellings:?}: {found:?}");
    }
}

#[test]
fn forestry_leadership_is_found_title_first() {
    let answer = search(r#"{"text":"forestry leadership"}"#);
    let keys: Vec<&str> = answer.hits.iter().map(|hit| hit.entry.key.as_str()).collect();
    assert_eq!(
        keys[..3],
        ["business-forestry-leadership", "core-forestry-leadership", "operational-forestry-leadership"]
    );
    assert_eq!(answer.hits[0].matched[0].words, ["forestry", "leadership"]);
}

#[test]
fn facets_add_up() {
    let answer = search(r#"{"limit":0}"#);
    assert_eq!((answer.total, answer.hits.len()), (110, 0));
    for facet in Facet::ALL.iter().filter(|facet| **facet != Facet::Kind) {
        let counts = &answer.facets[facet];
        assert_eq!(counts.iter().map(|each| each.count).sum::<usize>(), 110, "{}", facet.id());
        assert!(counts.is_sorted_by_key(|each| each.value), "{}", facet.id());
    }
    let count = |facet, value| answer.facets[&facet].iter().find(|each| each.value == value).unwrap().count;
    assert_eq!(count(Facet::Level, FacetValue::NotStated), 38);
    assert_eq!(count(Facet::Credits, FacetValue::NotStated), 69);
    assert_eq!(count(Facet::ProviderKind, FacetValue::NotStated), 1);
    assert_eq!(count(Facet::Status, FacetValue::Status(StatusGroup::Listed)), 52);
    assert_eq!(keys(r#"{"filters":{"credits":["41+"]}}"#), ["self-driving-car-engineer-nanodegree"]);
}

const FORESTRY: &str = "q-new-zealand-certificate-in-forestry-leadership-level-5";

/// What is found for a text, each with its kind and key.
fn found(text: &str) -> Vec<String> {
    let found = shipped().search(&Query::new(text).forgiving().with_limit(5));
    found.hits.iter().map(|hit| format!("{} {}", hit.entry.kind.id(), hit.entry.key)).collect()
}

#[test]
fn one_search_finds_every_kind() {
    assert_eq!(
        found("ncea")[..3],
        ["qualification q-ncea-level-1", "qualification q-ncea-level-2", "qualification q-ncea-level-3"]
    );
    assert_eq!(found("4826"), [format!("qualification {FORESTRY}")]);
    assert_eq!(found("core forestry")[0], "credential core-forestry-leadership");
    assert!(found("forestry leadership").contains(&format!("qualification {FORESTRY}")));
    assert_eq!(found("1989"), ["standard 1989"]);
    assert_eq!(found("research small business")[0], "standard 1989");
    let credentials = search(r#"{"text":"forestry","limit":50}"#).hits;
    assert!(credentials.iter().all(|hit| hit.entry.kind == LearningKind::Credential));
    assert!(Query::new("a").has_words() && !Query::new(" … ").has_words());
}

#[test]
fn what_is_mistyped_finds_the_closest_and_says_so() {
    let register = shipped();
    for (text, title) in [
        ("forestery leadrship", "Core Forestry Leadership"),
        ("Frstry leadership", "Core Forestry Leadership"),
        ("dary", "Dairy"),
        ("computers", "Self-Driving Car"),
        ("NCAE level 2", "NCEA Level 2"),
        ("aquaculture for beginners", "Aquaculture"),
    ] {
        assert_eq!(register.search(&Query::new(text)).total, 0, "{text}");
        let found = register.search(&Query::new(text).forgiving().with_limit(8));
        assert!(found.is_closest, "{text}");
        let titles: Vec<&str> = found.hits.iter().map(|hit| hit.entry.title.as_str()).collect();
        assert!(titles.iter().any(|found| found.contains(title)), "{text}: {titles:?}");
    }
    let nothing = register.search(&Query::new("xyzzy").forgiving());
    assert_eq!((nothing.hits, nothing.is_closest), (vec![], true));
    assert!(!register.search(&Query::new("forestry").forgiving()).is_closest);
    assert!(!register.search(&Query::new("").forgiving()).is_closest, "everything fits no words");
    let standard = Query::new("research small business").forgiving();
    let goals = [LearningKind::Credential, LearningKind::Qualification].map(FacetValue::Kind);
    let goals = register.search(&standard.with_filter(Facet::Kind, goals));
    assert!(goals.is_closest && goals.total > 0, "a kind that has the words is not asked for");
}

#[test]
fn a_credential_read_as_a_draft_keeps_the_kind_of_provider_that_its_source_states() {
    let kind = |entry: &str| {
        let snapshot =
            format!(r#"{{"format":"waymark.register/1","credentials":[{{"key":"a","title":"A",{entry}}}]}}"#);
        let register = Register::read(&snapshot).unwrap();
        let draft = register.credentials().first().unwrap().as_draft();
        draft.get("applicant.type").and_then(Value::as_str).map(str::to_owned)
    };
    assert_eq!(kind(r#""provider_kind":"wdc""#).as_deref(), Some("wdc"));
    assert_eq!(kind(r#""provider_kind":"pte","provider_kind_inferred":true"#), None, "our own reading");
    assert_eq!(kind(r#""provider_kind":"itp_wbl_ito""#), None, "no kind of applicant");
}

#[test]
fn plain_words_say_what_somebody_is_interested_in() {
    let register = shipped();
    for (text, subject, title) in [
        ("looking after animals", Subject::Agriculture, Some("Rural Pest Animal Control")),
        ("I like computers", Subject::InformationTechnology, None),
        ("farmer", Subject::Agriculture, None),
        ("first aid", Subject::Health, Some("Manage first aid in an emergency situation")),
    ] {
        let found = register.interests(text, 6);
        assert_eq!(found.subjects.first(), Some(&subject), "{text}");
        assert_eq!(found.hits.first().map(|hit| hit.entry.title.as_str()), title, "{text}");
    }
    for (text, subjects) in [
        ("animals and children", &[Subject::Agriculture, Subject::Health, Subject::Education][..]),
        ("working with the land", &[Subject::Agriculture, Subject::Architecture]),
    ] {
        let found = register.interests(text, 6).subjects;
        let others = found.iter().filter(|subject| !subjects.contains(subject));
        assert_eq!(others.collect::<Vec<_>>(), [&Subject::Health; 0], "{text}: {found:?}");
    }
    for text in ["forestry", "looking after animals"] {
        let found = register.interests(text, 1);
        let all = register.search(&Query::new(&found.words).forgiving());
        assert_eq!((found.total, found.hits.first()), (all.total, all.hits.first()), "{text}");
    }
    let mistyped = register.interests("forestery", 6);
    assert!(mistyped.is_closest && mistyped.hits.len() == 6 && mistyped.subjects.is_empty());
    for nothing in ["", " … ", "xyzzy"] {
        let found = register.interests(nothing, 6);
        assert!(found.hits.is_empty() && found.subjects.is_empty(), "{nothing}: {found:?}");
    }
}
