//! What a person has done, as a file, as a link, and as the device kept it before.

use crate::register::shipped;
use proptest::prelude::*;
use serde_json::{Value, json};
use waymark::domain::day::day;
use waymark::domain::measure::{Credits, Level, Size};
use waymark::domain::pathways::{Asked, AskedGoal, Held, Holding, Known, Pathway, Record, audit};
use waymark::domain::register::Register;

fn read(file: &Value) -> (Pathway, Vec<String>) {
    let (pathway, problems) = Pathway::read(&file.to_string()).unwrap();
    (pathway, problems.iter().map(|problem| format!("{}: {}", problem.at, problem.found)).collect())
}

fn names(pathway: &Pathway) -> Vec<&str> {
    pathway.holdings.iter().map(Holding::name).collect()
}

/// A file with one holding of each kind.
fn every_kind() -> Value {
    json!({ "format": "waymark.holdings/1", "goals": ["q-a"], "holdings": [
        { "credential": "core", "standards": ["27360", "18410"], "version": "2" },
        { "standard": "27361", "level": 3, "credits": 5, "completed": "2024-05-01" },
        { "qualification": "q-ncea-level-2", "completed": "2019-12-01" },
        { "other": "First aid", "level": 2, "credits": 2, "source": "A made-up college" },
        { "prior_learning": "I have run a sawmill" } ] })
}

#[test]
fn a_file_holds_every_kind_and_reads_the_same_again() {
    let (pathway, problems) = read(&every_kind());
    assert_eq!(problems, [""; 0]);
    assert_eq!(names(&pathway), ["core", "27361", "q-ncea-level-2", "First aid", "I have run a sawmill"]);
    let kinds: Vec<&str> = pathway.holdings.iter().map(Holding::kind).collect();
    assert_eq!(kinds, ["credential", "standard", "qualification", "other", "prior_learning"]);
    assert!(pathway.holdings[0].is_partial());
    assert_eq!(pathway.holdings[1].completed, Some(day(2024, 5, 1)));
    assert_eq!(pathway.holdings[3].source.as_deref(), Some("A made-up college"));
    assert_eq!(serde_json::from_str::<Value>(&pathway.to_json()).unwrap(), every_kind());
    let asked = pathway.asked(None).unwrap();
    assert_eq!((asked.goal, asked.holdings), (AskedGoal::Key("q-a".to_owned()), pathway.holdings));
}

#[test]
fn what_is_not_known_is_kept_and_said() {
    let file = json!({ "format": "waymark.holdings/1", "owner": "Me", "holdings": [
        { "credential": "core", "completed": "1 May 2024", "mark": "A" },
        { "other": { "title": "First aid", "credits": "many", "room": 7 }, "room": 8 },
        { "credential": "core", "completed": "2025-01-01" },
        { "badge": "x" }, 7 ] });
    let (pathway, problems) = read(&file);
    assert_eq!(
        problems,
        [
            "holdings[0].completed: “1 May 2024”",
            "holdings[0].mark: “A”",
            "holdings[1].other.credits: “many”",
            "holdings[1].other.room: 7",
            "holdings[1].room: 8",
            "holdings[3].credential: nothing",
            "holdings[4]: 7",
            "owner: “Me”",
        ]
    );
    assert_eq!(names(&pathway), ["core", "First aid"]);
    let written: Value = serde_json::from_str(&pathway.to_json()).unwrap();
    assert_eq!(
        written,
        json!({ "format": "waymark.holdings/1", "owner": "Me", "holdings": [
            { "credential": "core", "completed": "1 May 2024", "mark": "A" },
            { "other": "First aid", "room": 8, "credits": "many", "room_as_found": 7 } ] })
    );
    assert_eq!(read(&written).0, pathway);
}

#[test]
fn what_is_no_file_of_holdings_is_refused_by_name() {
    for (text, says) in [
        ("", "line 1, column 0"),
        ("[]", "not one object"),
        ("{}", "At holdings: found nothing"),
        (r#"{"holdings":{"credential":"core"}}"#, "At holdings: found {"),
        (r#"{"format":"waymark.draft/1"}"#, "waymark.draft/1"),
        (r#"{"format":"waymark.holdings/2","holdings":[]}"#, "newer version of Waymark"),
    ] {
        let message = Pathway::read(text).unwrap_err().to_string();
        assert!(message.contains(says), "{text}: {message}");
    }
    assert!(Pathway::read(r#"{"holdings":[]}"#).unwrap().0.is_empty());
}

#[test]
fn what_the_device_kept_before_is_carried_over() {
    let pathway = Pathway::from_lines("q-a\ncore\nlog-scaling\ncore");
    assert_eq!((names(&pathway), pathway.goal()), (vec!["core", "log-scaling"], Some("q-a")));
    let pathway = Pathway::from_lines("\ncore");
    assert_eq!((names(&pathway), pathway.goal()), (vec!["core"], None));
    assert!(Pathway::from_lines("").is_empty());
}

#[test]
fn what_is_held_is_what_the_register_has_it_as() {
    let held = ["q-ncea-level-2", "32406", "core-forestry-leadership", "unknown", "q-ncea-level-2"];
    let pathway = Pathway::from_params(held.map(|key| ("hold", key))).unwrap();
    let kinds = |pathway: &Pathway| -> Vec<&str> { pathway.holdings.iter().map(Holding::kind).collect() };
    assert_eq!(kinds(&pathway), ["credential"; 4]);
    let resolved = pathway.resolved(&shipped());
    assert_eq!(names(&resolved), names(&pathway));
    assert_eq!(kinds(&resolved), ["qualification", "standard", "credential", "credential"]);
    let credential = Pathway::from_params([("qualification", "core-forestry-leadership")]).unwrap();
    assert_eq!(kinds(&credential.resolved(&shipped())), ["credential"]);
    let asked =
        Asked::read(r#"{ "goal": "q-ncea-level-2", "holdings": [{ "credential": "q-ncea-level-2" }] }"#);
    assert_eq!(audit(&shipped(), &asked.unwrap().resolved(&shipped())).complete, Some(true));
}

#[test]
fn a_link_is_read_as_it_always_was() {
    let old = [("hold", "core"), ("hold", ""), ("hold", "log-scaling"), ("hold", "core"), ("goal", "q-a")];
    let pathway = Pathway::from_params(old).unwrap();
    assert_eq!((names(&pathway), pathway.goal()), (vec!["core", "log-scaling"], Some("q-a")));
    let written: Vec<(&str, String)> =
        vec![("hold", "core".into()), ("hold", "log-scaling".into()), ("goal", "q-a".into())];
    assert_eq!(pathway.to_params(), written);
    for nothing in [[("hold", "")], [("level", "3")], [("main", "")]] {
        assert_eq!(Pathway::from_params(nothing), None, "{nothing:?}");
    }
}

#[test]
fn a_link_says_after_a_holding_what_is_said_of_it() {
    let (pathway, _) = read(&every_kind());
    let params = pathway.to_params();
    let words: Vec<String> = params.iter().map(|(name, value)| format!("{name}={value}")).collect();
    assert_eq!(
        words,
        [
            "hold=core",
            "standards=27360",
            "standards=18410",
            "version=2",
            "standard=27361",
            "level=3",
            "credits=5",
            "completed=2024-05-01",
            "qualification=q-ncea-level-2",
            "completed=2019-12-01",
            "other=First aid",
            "level=2",
            "credits=2",
            "source=A made-up college",
            "prior_learning=I have run a sawmill",
            "goal=q-a",
        ]
    );
}

#[test]
fn what_two_windows_add_adds_up_and_can_be_taken_back() {
    let before = Pathway::from_lines("q-a\ncore\nlog-scaling");
    let mut after = before.clone();
    let edited = Holding { completed: Some(day(2024, 5, 1)), ..Holding::credential("core") };
    after.replace(&Holding::credential("core"), edited.clone());
    after.drop(&Holding::credential("log-scaling"));
    after.hold(Holding::credential("growsafe"));
    after.goals = vec!["q-b".to_owned()];
    let mut now = after.clone();
    now.join(&Pathway::from_lines("q-c\nshearing\ncore"));
    assert_eq!(now.holdings[0], edited, "what is there stays as it is");
    assert_eq!(now.goals, ["q-b"]);
    now.take_back(&before, &after);
    assert_eq!(names(&now), ["core", "log-scaling", "shearing"]);
    assert_eq!((now.holdings[0].completed, now.goal()), (None, Some("q-a")));
}

#[test]
fn a_goal_that_was_taken_away_comes_back_beside_what_was_added_since() {
    let of = |goals: &[&str]| {
        let mut pathway = Pathway::default();
        goals.iter().for_each(|goal| pathway.aim_for((*goal).to_owned()));
        pathway
    };
    let (before, after) = (of(&["a", "b", "c"]), of(&["a", "c"]));
    let mut now = after.clone();
    now.aim_for("d".to_owned());
    now.aim_for("a".to_owned());
    now.take_back(&before, &after);
    assert_eq!(now.goals, ["a", "b", "c", "d"]);
    now.take_back(&after, &before);
    assert_eq!(now.goals, ["a", "c", "d"]);
}

#[test]
fn a_part_gives_way_to_the_whole() {
    let part = Holding::from(Held::Credential("core".to_owned(), vec!["27360".to_owned()]));
    let mut pathway = Pathway::default();
    pathway.hold(part.clone());
    pathway.hold(Holding::credential("core"));
    pathway.hold(part);
    assert_eq!(pathway.holdings, [Holding::credential("core")]);
}

#[test]
fn nothing_takes_the_name_of_another() {
    let mut pathway = Pathway::from_lines("\ncore\nlog-scaling");
    pathway.replace(&Holding::credential("core"), Holding::credential("log-scaling"));
    assert_eq!(names(&pathway), ["core", "log-scaling"]);
}

/// A holding of any kind, with anything that may be known of it.
fn any_holding() -> impl Strategy<Value = Value> {
    let name = || "[a-zA-Zā&=#%+ ]{0,8}[0-9a-z]";
    let kind =
        prop::sample::select(vec!["credential", "standard", "qualification", "other", "prior_learning"]);
    let details = prop::collection::vec((any_detail(), any_value()), 0..5);
    (kind, name(), details).prop_map(|(kind, name, details)| {
        let named = std::iter::once((kind.to_owned(), Value::from(name)));
        named.chain(details.into_iter().map(|(field, value)| (field.to_owned(), value))).collect()
    })
}

fn any_detail() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "version",
        "level",
        "credits",
        "completed",
        "source",
        "standards",
        "other",
        "mark",
        "rest",
        "goals",
    ])
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        (1..12).prop_map(Value::from),
        "[a-z0-9āé&=+%# ]{0,6}".prop_map(Value::from),
        Just(json!("2024-05-01")),
        Just(json!("2024-04-30T20:00:00Z")),
        Just(json!(["27360", "18410", ""])),
        Just(json!({ "title": "Inner", "level": 4, "deep": [null, {}] })),
        Just(Value::Null),
    ]
}

proptest! {
    #[test]
    fn files_and_links_say_the_same_again(
        holdings in prop::collection::vec(any_holding(), 0..6),
        goals in prop::collection::vec("[a-zā&=#%+]{1,6}", 0..3),
        mine in any_value(),
    ) {
        let file = json!({ "holdings": holdings, "goals": goals, "mine": mine });
        let (pathway, _) = Pathway::read(&file.to_string()).unwrap();
        let (again, _) = Pathway::read(&pathway.to_json()).unwrap();
        prop_assert_eq!(&again, &pathway);
        prop_assert_eq!(again.to_json(), pathway.to_json());
        let params = pathway.to_params();
        let linked = Pathway::from_params(params.iter().map(|(name, value)| (*name, value.as_str())));
        if !pathway.is_empty() {
            prop_assert_eq!(linked.as_ref(), Some(&pathway));
            prop_assert_eq!(linked.map(|linked| linked.to_params()), Some(params));
        }
    }
}

#[test]
fn the_size_of_a_holding_is_what_it_says() {
    let (pathway, _) = read(
        &json!({ "holdings": [{ "other": { "title": "X", "level": "Level 4", "credits": "15 credits" } }] }),
    );
    let holding = &pathway.holdings[0];
    assert_eq!((holding.level.map(Level::get), holding.credits), (Some(4), Some(Credits(15))));
}

#[test]
fn totals_count_a_standard_once_and_no_qualification() {
    let register = Register::read(
        &json!({ "format": "waymark.register/1", "as_at": "x", "credentials": [
            { "key": "whole", "title": "Synthetic whole", "level": 4, "credits": 15, "standards": ["1", "2"], "source": "s" },
            { "key": "part", "title": "Synthetic part", "level": 3, "credits": 10, "standards": ["2", "3", "4"], "source": "s" },
            { "key": "stated", "title": "Synthetic statement", "level": 5, "credits": 20, "equivalency": true, "source": "s" } ],
          "qualifications": [{ "key": "q", "title": "Synthetic certificate", "level": 4, "credits": 60, "source": "s" }],
          "standards": [
            { "id": "1", "title": "One", "level": 4, "credits": 5, "source": "s" },
            { "id": "2", "level": 3, "credits": 4, "source": "s" },
            { "id": "3", "level": 3, "credits": 3, "source": "s" },
            { "id": "4", "source": "s" } ] })
        .to_string(),
    )
    .unwrap();
    let (pathway, _) = read(&json!({ "holdings": [
        { "credential": "whole" }, { "standard": "1" }, { "credential": "part", "standards": ["2", "3"] },
        { "standard": "3" }, { "standard": "9", "level": 3, "credits": 6 }, { "qualification": "q" },
        { "credential": "stated" }, { "other": "Elsewhere", "level": 4, "credits": 2 }, { "prior_learning": "x" },
        { "standard": "4" } ] }));
    let record = Record::of(&register, &pathway.holdings);
    let totals: Vec<(u8, u32)> =
        record.totals.iter().map(|(level, credits)| (level.get(), *credits)).collect();
    assert_eq!(totals, [(3, 3 + 6), (4, 15 + 2)]);
    assert_eq!(
        record.left_out, 4,
        "the qualification, the statement, prior learning, and a standard of no size"
    );
    let titles: Vec<&str> = record.entries.iter().map(|entry| entry.title.as_str()).collect();
    assert_eq!(titles[..3], ["Synthetic whole", "One", "Synthetic part"]);
    assert_eq!(record.entries[2].size, Some(Size::Fixed(Credits(7))), "of what is done");
    assert_eq!((titles[4], record.entries[4].is_listed), ("9", false));
}

#[test]
fn what_is_known_of_a_goal_is_said_before_it_is_chosen() {
    let register = shipped();
    for (key, known) in [
        ("q-new-zealand-certificate-in-forestry-leadership-level-5", Known::Ways(2)),
        // Its parts are not on the register.
        ("q-new-zealand-certificate-in-long-term-health-conditions-level-3", Known::Requirements),
        ("q-ncea-level-2", Known::Requirements),
        ("core-forestry-leadership", Known::Itself),
        ("nothing", Known::Nothing),
    ] {
        assert_eq!(Known::of(&register, key), known, "{key}");
    }
}
