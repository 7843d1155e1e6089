//! Where somebody stands towards a goal, and that nothing on the shipped register is a dead end.

use waymark::domain::goal::LearningKind;
use waymark::domain::measure::Credits;
use waymark::domain::pathways::Holdings;
use waymark::domain::pathways::{
    Asked, AskedGoal, LeftBeside, Nearness, Standing, StepsLeft, Taker, audit, leads_to, nearby, plan, takers,
};
use waymark::domain::register::Register;

fn register() -> Register {
    Register::read(include_str!("../../public/register.json")).unwrap()
}

/// Where somebody stands who asks the shipped register.
fn standing(question: &str) -> Standing {
    let register = register();
    let asked = Asked::read(question).unwrap();
    let (audit, plan) = (audit(&register, &asked), plan(&register, &asked));
    Standing::of(&audit, &plan, plan.plans.first())
}

#[test]
fn one_of_two_parts_is_left() {
    let standing = standing(
        r#"{ "goal": "q-new-zealand-certificate-in-forestry-leadership-level-5", "on": "2026-11-21",
             "hours_a_week": 8, "holdings": [{ "credential": "core-forestry-leadership" }] }"#,
    );
    let Standing::Steps(StepsLeft { number, kind, is_goal, credits, weeks, done, is_firm, beside, .. }) =
        standing
    else {
        panic!("{standing:?}")
    };
    assert_eq!((number, kind, credits), (1, Some(LearningKind::Credential), Some(Credits(40))));
    assert_eq!(
        (is_goal, is_firm, beside),
        (false, true, LeftBeside { credits: Some(Credits(0)), for_people: 0 })
    );
    assert_eq!(weeks, Some(50));
    assert_eq!(done.unwrap().to_string(), "2027-11-06");
}

#[test]
fn each_way_to_stand_is_told_apart() {
    let certificate = "q-new-zealand-certificate-in-forestry-leadership-level-5";
    let held =
        format!(r#"{{ "goal": "{certificate}", "holdings": [{{ "qualification": "{certificate}" }}] }}"#);
    assert_eq!(standing(&held), Standing::Complete);
    assert_eq!(standing(r#"{ "goal": "nothing", "holdings": [] }"#), Standing::UnknownGoal);
    let outcomes = "q-new-zealand-certificate-in-agriculture-milk-harvesting-level-3";
    let outcomes = standing(&format!(r#"{{ "goal": "{outcomes}", "holdings": [] }}"#));
    assert_eq!(outcomes, Standing::NoSteps(LeftBeside { credits: Some(Credits(0)), for_people: 5 }));
    let untold = "q-new-zealand-certificate-in-commercial-road-transport-level-2";
    let untold = standing(&format!(r#"{{ "goal": "{untold}", "holdings": [] }}"#));
    assert!(matches!(&untold, Standing::NoWay(why) if why.contains("No source")), "{untold:?}");
    let tree = r#"{ "goal": { "format": "waymark.goal/1", "requirements": { "credits": 40, "from": { "credentials": [] } } },
                    "holdings": [] }"#;
    assert!(matches!(standing(tree), Standing::Impossible(_)));
    let whole = standing(r#"{ "goal": "core-forestry-leadership", "holdings": [] }"#);
    assert!(matches!(&whole, Standing::Steps(StepsLeft { is_goal: true, number: 1, .. })), "{whole:?}");
}

#[test]
fn credits_that_anything_may_bring_are_no_judgement() {
    let level_2 = standing(r#"{ "goal": "q-ncea-level-2", "holdings": [] }"#);
    let Standing::Steps(StepsLeft { beside, .. }) = level_2 else { panic!("{level_2:?}") };
    assert_eq!(beside, LeftBeside { credits: Some(Credits(60)), for_people: 0 });
    let apprenticeship = standing(r#"{ "goal": "q-new-zealand-apprenticeship", "holdings": [] }"#);
    let left = LeftBeside { credits: Some(Credits(120)), for_people: 1 };
    assert_eq!(apprenticeship, Standing::NoSteps(left), "it is a job too");
}

#[test]
fn a_choice_and_a_number_of_credits_say_all_that_they_ask_for() {
    let asked = Asked::about(AskedGoal::Key("q-new-zealand-apprenticeship".to_owned()));
    let plan = plan(&register(), &asked);
    let left = plan.plans.first().unwrap().left.iter().find(|left| !left.judged).unwrap();
    assert_eq!(
        left.says,
        "One of these: 120 credits at level 4 from qualifications or 120 credits at level 3 to 4 from \
         qualifications, of which 60 credits at level 4 or above"
    );
}

#[test]
fn the_only_step_without_credits_is_named() {
    let fields = r#"{ "format": "waymark.register/1", "credentials": [
        { "key": "a", "title": "Sized", "credits": 10 }, { "key": "b", "title": "Unsized" },
        { "key": "c", "title": "Unsized too" } ] }"#;
    let register = Register::read(fields).unwrap();
    let unsized_of = |keys: &[&str]| {
        let keys = keys.iter().map(|key| format!(r#"{{ "credential": "{key}" }}"#)).collect::<Vec<_>>();
        let goal = format!(
            r#"{{ "goal": {{ "format": "waymark.goal/1", "requirements": {{ "all": [{}] }} }}, "holdings": [] }}"#,
            keys.join(", ")
        );
        let asked = Asked::read(&goal).unwrap();
        let (audit, plan) = (audit(&register, &asked), plan(&register, &asked));
        match Standing::of(&audit, &plan, plan.plans.first()) {
            Standing::Steps(steps) => steps.without_credits,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(unsized_of(&["a", "b"]), Some(("Unsized".to_owned(), Credits(10))));
    assert_eq!(unsized_of(&["a", "b", "c"]), None, "there are two");
    assert_eq!(unsized_of(&["b"]), None, "it is all there is");
}

#[test]
fn no_goal_and_no_holding_of_the_register_is_a_dead_end() {
    let register = register();
    let credentials = register.credentials().iter().map(|each| each.key.as_str());
    let goals = credentials.clone().chain(register.qualifications().iter().map(|each| each.key.as_str()));
    let mut dead = Vec::new();
    for key in goals {
        let asked = Asked::about(AskedGoal::Key(key.to_owned()));
        let (audit, plan) = (audit(&register, &asked), plan(&register, &asked));
        let goes_on = match Standing::of(&audit, &plan, plan.plans.first()) {
            Standing::UnknownGoal => false,
            Standing::Complete | Standing::Steps(_) | Standing::NoSteps(_) | Standing::IfAgreed => true,
            Standing::Impossible(why) | Standing::NoWay(why) => {
                let is_led_to = register.stacks_to(key).next().is_some();
                !why.is_empty() && (is_led_to || !nearby(&register, key).is_empty())
            }
        };
        if !goes_on {
            dead.push(key);
        }
    }
    assert!(dead.is_empty(), "{dead:?}");
    // What somebody holds leads on, is asked for somewhere, has something near it, or there is somebody to ask.
    let has_somebody_to_ask = |name: &str| {
        let credential = register.credential(name);
        let qualification = register.qualification(name);
        credential.is_some_and(|of| of.provider.is_some() || of.developer.is_some())
            || qualification.is_some_and(|of| of.provider.is_some() || of.owner.is_some())
    };
    let standards = register.standards().iter().map(|each| ("standard", each.id.as_str()));
    let qualifications = register.qualifications().iter().map(|each| ("qualification", each.key.as_str()));
    let held = credentials.map(|key| ("credential", key)).chain(qualifications).chain(standards);
    for (kind, name) in held {
        let text = format!(r#"{{ "goal": "q", "holdings": [{{ "{kind}": "{name}" }}] }}"#);
        let holdings = Asked::read(&text).unwrap().holdings;
        let goes_on = !leads_to(&register, &Holdings::of(&holdings)).is_empty()
            || !takers(&register, &holdings, None).is_empty()
            || !nearby(&register, name).is_empty();
        if !goes_on && !has_somebody_to_ask(name) {
            dead.push(name);
        }
    }
    assert!(dead.is_empty(), "{dead:?}");
}

#[test]
fn a_standard_and_a_qualification_lead_to_what_asks_for_them() {
    let register = register();
    let takers_of = |holding: &str| {
        let text = format!(r#"{{ "goal": "q", "holdings": [{holding}] }}"#);
        takers(&register, &Asked::read(&text).unwrap().holdings, None)
    };
    let literacy = takers_of(r#"{ "standard": "32403" }"#);
    let first = literacy.first().unwrap();
    assert!(first.is_by_name && first.takes == ["32403"], "{literacy:?}");
    assert!(literacy.iter().any(|taker| taker.key == "q-ncea-level-2"), "{literacy:?}");
    // NCEA Level 2 takes credits of standards at level 2 or above.
    let keys = |takers: &[Taker]| takers.iter().map(|taker| taker.key.clone()).collect::<Vec<_>>();
    let low = takers_of(r#"{ "standard": "99999", "level": 1, "credits": 5 }"#);
    assert!(!keys(&low).contains(&"q-ncea-level-2".to_owned()), "{low:?}");
    let ncea = takers_of(r#"{ "qualification": "q-ncea-level-3" }"#);
    assert!(ncea.iter().any(|taker| taker.key == "q-university-entrance"), "{ncea:?}");
}

#[test]
fn what_is_near_says_why() {
    let register = register();
    let near = nearby(&register, "core-forestry-leadership");
    assert!(!near.is_empty() && near.len() <= 5);
    assert!(
        near.iter().all(|near| near.key != "core-forestry-leadership" && register.title(&near.key).is_some())
    );
    let reasons: Vec<Nearness> = near.iter().map(|near| near.why).collect();
    assert!(reasons.is_sorted(), "{reasons:?}");
}

#[test]
fn what_only_sounds_alike_is_not_near() {
    let register = Register::read(
        r#"{ "format": "waymark.register/1", "credentials": [
            { "key": "carpentry", "title": "Carpentry", "level": 4 },
            { "key": "car", "title": "Self-Driving Car", "level": 4 },
            { "key": "working", "title": "Introductory Carpentry Working", "level": 3 },
            { "key": "working-safely", "title": "Working Safely: Introductory", "level": 4 },
            { "key": "far", "title": "Carpentry Research", "level": 8 },
            { "key": "wool", "title": "Wool", "level": 3 }, { "key": "shed", "title": "Woolshed", "level": 3 } ] }"#,
    )
    .unwrap();
    let near = |key: &str| nearby(&register, key).into_iter().map(|near| near.key).collect::<Vec<String>>();
    assert_eq!(near("carpentry"), ["working"]);
    assert_eq!(near("wool"), ["shed"], "it is the stem");
}

#[test]
fn one_word_of_many_makes_nothing_near() {
    let register = Register::read(
        r#"{ "format": "waymark.register/1", "credentials": [
            { "key": "early", "title": "Early Childhood Education and Care", "level": 3 },
            { "key": "skin", "title": "Skin Care and Cosmetics", "level": 3 },
            { "key": "child", "title": "Childhood Care", "level": 3 },
            { "key": "learning", "title": "Early Childhood Learning", "level": 3 } ] }"#,
    )
    .unwrap();
    let near = |key: &str| nearby(&register, key).into_iter().map(|near| near.key).collect::<Vec<String>>();
    assert_eq!(near("early"), ["child", "learning"], "they share two words");
    assert_eq!(near("skin"), ["child"], "one is half of “Childhood Care”");
}
