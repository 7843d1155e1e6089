//! The rulebook is complete: every rule of the rule table has its page.

use crate::build::{self, pages};
use crate::examples_of_rules::text_of;
use serde_json::Value;
use std::collections::BTreeSet;
use waymark::domain::Language;
use waymark::domain::day::{self, Day, day};
use waymark::domain::draft::Draft;
use waymark::domain::draft::fields::{self, Kind};
use waymark::domain::draft::in_words::Words;
use waymark::domain::measure::HOURS_PER_CREDIT;
use waymark::domain::regime::REGIMES;
use waymark::domain::rulebook::kinds::Check;
use waymark::domain::rulebook::manual::PageText;
use waymark::domain::rulebook::{Outcome, RULES, Route, Rule, draft_of};

#[test]
fn the_rules_are_those_that_were_read() {
    let read = pages::read(std::path::Path::new(pages::RULEBOOK), &build::fields()).unwrap();
    assert_eq!(RULES.version, read.version);
    assert_eq!(RULES.pages.len(), read.pages.len());
}

#[test]
fn every_rule_of_the_table_has_its_page() {
    let present: BTreeSet<&str> =
        RULES.pages.iter().flat_map(|page| &page.edition).map(|edition| edition.clause.as_str()).collect();
    let table = build::page::FAMILIES
        .iter()
        .filter(|(family, _)| *family != "STK")
        .flat_map(|(family, count)| (1..=*count).map(move |number| format!("{family}-{number:02}")));
    let (done, open): (Vec<String>, Vec<String>) = table.partition(|id| present.contains(id.as_str()));
    println!("{} of {} rules of the table", done.len(), done.len() + open.len());
    assert!(open.is_empty(), "without a page: {}", open.join(", "));
}

#[test]
fn what_has_no_meaning_is_never_taken_for_ready() {
    let mut page = RULES.page("nzsced-field").unwrap().clone();
    page.finds.clear();
    let mut draft = Draft::default();
    for (path, value) in [("applicant.type", "pte"), ("nzsced", "050501")] {
        draft.set(path, value.into());
    }
    let findings = RULES.check_page(&page, &draft, day(2026, 11, 26), Language::ENGLISH);
    assert_eq!(findings.iter().map(|finding| finding.outcome).collect::<Vec<_>>(), [Outcome::Missing]);
}

#[test]
fn a_rule_belongs_to_the_families_of_all_its_editions() {
    let families: BTreeSet<&str> = RULES.page("credits-in-range").unwrap().families().collect();
    assert_eq!(families, BTreeSet::from(["EQV", "LIST"]));
}

#[test]
fn rules_on_funding_bind_on_every_route_but_equivalency() {
    let funding = RULES.pages.iter().filter(|page| page.families().any(|family| family == "FUND"));
    let editions: Vec<_> =
        funding.flat_map(|page| &page.edition).filter(|edition| edition.routes == [Route::Funding]).collect();
    assert!(!editions.is_empty());
    for route in Route::ALL.iter().filter(|route| **route != Route::Funding) {
        let binds = editions.iter().all(|edition| edition.binds(*route));
        assert_eq!(binds, *route != Route::Equivalency, "{route:?}");
    }
}

#[test]
fn a_place_is_named_briefly() {
    let brief = |clause: &str| {
        let editions = RULES.pages.iter().flat_map(|page| &page.edition);
        let edition = editions.into_iter().find(|edition| edition.clause == clause).unwrap();
        RULES.citation(edition).brief()
    };
    assert_eq!(brief("LIST-12"), "6.1(d)(i) of the 2022 Rules");
}

#[test]
fn a_regime_says_what_is_not_certain_about_it() {
    let cautions = REGIMES.iter().map(|regime| RULES.caution_of(regime, Language::ENGLISH));
    let are_cautious: Vec<bool> = cautions.map(|caution| caution.is_some()).collect();
    assert_eq!(are_cautious, [false, false, true, true, true, true]);
}

/// Where sources disagree: the question, a clause that it bears on, what the one side and the other say, and a
/// source of the other; none where a text was not found, or where the other side is in the rule's own source.
const DISAGREEMENTS: &[(&str, &str, [&str; 2], Option<&str>)] = &[
    (
        "the least credits, August 2022 to the Rules 2022",
        "LIST-06",
        ["5 to 40", "no least number"],
        Some("nzqa-2022"),
    ),
    ("the same, from the other side", "LIST-07", ["5 to 40", "no least number"], Some("nzqa-2018")),
    ("the least credits since", "LIST-08", ["NZQA’s guidance pages", "still says 5 to 40"], Some("toi-mai")),
    ("where 1 to 40 stands", "LIST-08", ["NZQA’s guidance pages", "not in the text of rule 6"], None),
    (
        "levels and credits on Tahatū",
        "LIST-08",
        ["NZQA’s guidance pages", "In 2025 a careers site"],
        Some("tahatu-2025"),
    ),
    ("levels on Tahatū", "LIST-05", ["levels 2 to 8", "all ten"], Some("tahatu-2025")),
    (
        "whether a council’s letter is needed",
        "NEED-05",
        ["you need the letter", "may still apply"],
        Some("nzqa-review"),
    ),
    ("duplication in 2018", "NEED-09", ["must not duplicate", "not typically"], Some("rationale-2022")),
    (
        "duplication since 2023",
        "NEED-11",
        ["levels 1 to 6 only", "still lists duplication"],
        Some("practitioner-2025"),
    ),
    (
        "whether schools apply",
        "ELIG-05",
        ["schools and kura develop", "has no schools"],
        Some("nzqa-applications"),
    ),
    (
        "who can be a developer",
        "ELIG-11",
        ["industry and other bodies", "only NZQA, councils"],
        Some("toi-mai"),
    ),
    (
        "who needs a partner",
        "ELIG-10",
        ["industry and other bodies", "only NZQA, councils"],
        Some("nzqa-2022"),
    ),
    (
        "what the course of 60 credits was",
        "EQV-07",
        ["assessed for equivalence", "approved as a pilot"],
        Some("rationale-2022"),
    ),
    ("when equivalency began", "EQV-02", ["from 2019", "July or August 2018"], Some("aide-memoire-2018")),
    (
        "whether equivalency assures quality",
        "STK-46",
        ["did not assess quality", "beside quality assurance"],
        Some("rationale-2022"),
    ),
    ("the same, for the service", "EQV-03", ["on assuring quality", "does not assure"], None),
    (
        "the way of training organisations",
        "ELIG-02",
        ["must work with a provider", "consent to assess"],
        Some("nzqa-2018"),
    ),
    ("how often older approvals are reviewed", "LIST-19", ["“Usually”", "yearly review"], None),
    ("the same, from the other side", "LIST-20", ["yearly review", "newer rules"], None),
    ("the texts of the approval rules", "APP-07", ["could not be read", "unofficial"], None),
    ("the same, of need", "APP-08", ["could not be read", "unofficial"], None),
    ("the same, of requirements", "APP-09", ["could not be read", "unofficial"], None),
    ("the same, of review", "APP-10", ["could not be read", "unofficial"], None),
    ("the names of the accreditation criteria", "ACC-01", ["unverified", "2012"], None),
    ("what changed in July 2025", "STK-05", ["consulted in 2024", "not found"], None),
    ("the same, of transferred credit", "STK-07", ["consulted in 2024", "not found"], None),
    ("the size of a master’s degree", "STK-28", ["180 or 240", "has 120 too"], Some("rationale-2022")),
    ("student loans", "FUND-17", ["not eligible", "30 credits"], Some("victoria-loans")),
    ("Fees Free", "FUND-18", ["may be eligible", "From 2025"], Some("tec-fees-free")),
    ("the fee limit to 2024", "FUND-08", ["$60", "$64"], Some("tec-help")),
    ("the fee limit since 2025", "FUND-09", ["gives $64", "both $64 and $60"], Some("tec-help")),
    (
        "talking to TEC early",
        "FUND-04",
        ["encourages an early talk", "does not pre-approve"],
        Some("tec-now"),
    ),
    (
        "the same, from the other side",
        "FUND-03",
        ["TEC page of June 2025", "provisional"],
        Some("funding-2025"),
    ),
    ("the universities’ principles", "UNI-02", ["was not found", "policy cites them"], None),
    ("the words of a title", "LIST-02", ["not among the nine", "a listed title has"], None),
    ("the replacement of NCEA", "STK-35", ["on a school’s page", "replacing NCEA"], None),
    ("a cap on recognised credit", "STK-13", ["no limit was seen", "limits of their own"], None),
    ("Te Pūkenga after 2025", "ELIG-06", ["ends Te Pūkenga", "goes on in 2026"], Some("nzist-about")),
    (
        "work-based divisions of boards",
        "ELIG-08",
        ["no application for accreditation", "go on delivering"],
        Some("tec-work-based-2026"),
    ),
    ("the same, for delivery", "ELIG-09", ["can’t deliver", "go on delivering"], Some("tec-work-based-2026")),
    ("category 3 beside category 4", "ELIG-12", ["alike", "bar category 4"], Some("eer-rules-2022-r14")),
];

#[test]
fn where_sources_disagree_both_sides_are_shown() {
    for (question, clause, sides, against) in DISAGREEMENTS {
        let page = RULES.page(clause).unwrap();
        let doubt = &page.words_in(Language::ENGLISH).unwrap().doubt[*clause];
        let unsaid: Vec<&str> = sides.iter().copied().filter(|side| !doubt.contains(side)).collect();
        assert!(unsaid.is_empty(), "{question} ({clause}): {unsaid:?} is not in “{doubt}”");
        let mut sources =
            page.edition.iter().filter(|one| one.clause == *clause).flat_map(|one| &one.against);
        let is_named = against.is_none_or(|source| sources.any(|one| one == source));
        assert!(is_named, "{question} ({clause}): {against:?} does not say otherwise");
    }
}

#[test]
fn a_finding_names_the_sources_that_say_otherwise() {
    let mut draft = Draft::default();
    draft.set("applicant.type", "pte".into());
    let (_, findings) = RULES.check(&draft, day(2026, 11, 26), Language::ENGLISH);
    let of = |clause: &str| findings.iter().find(|finding| finding.clause == clause).unwrap();
    let named: Vec<&str> = of("LIST-05").against.iter().map(|source| source.instrument).collect();
    assert_eq!(named, ["Tertiary Education Commission, Tahatū, about micro-credentials (November 2025)"]);
    assert!(of("LIST-05").caution.as_ref().unwrap().contains("levels 2 to 8"));
    assert_eq!(of("LIST-04").against, []);
}

/// Fields of the form that no rule reads, each with the reason why it is asked all the same.
const UNREAD: &[(&str, &str)] = &[("application.date", "it says whose day’s rules the draft is read under")];

#[test]
fn every_field_of_the_form_is_read_by_a_rule_or_has_a_reason() {
    let read: BTreeSet<&str> = RULES.pages.iter().flat_map(|page| &page.reads).map(String::as_str).collect();
    let is_read =
        |path: &str| read.iter().any(|known| *known == path || known.starts_with(&format!("{path}.")));
    let open: Vec<&str> = fields::all()
        .map(|field| field.path)
        .filter(|path| !is_read(path) && !UNREAD.iter().any(|(unread, _)| unread == path))
        .collect();
    assert!(open.is_empty(), "no rule reads {}", open.join(", "));
    let needless: Vec<&str> = UNREAD.iter().map(|(path, _)| *path).filter(|path| is_read(path)).collect();
    assert!(needless.is_empty(), "rules read {}", needless.join(", "));
}

/// Fields of a list's entries of which no rule says anything, each with the reason why it is asked all the same.
const UNREAD_OF_ENTRIES: &[(&str, &str)] = &[(
    "structure.components.*.outcome_ids",
    "it shows those who judge the structure what each component is for",
)];

/// Whether a page says something else of a draft without the field of a list's entries.
fn says_something_of(page: &Rule, draft: &Draft, on: Day, path: &str) -> bool {
    let (list, field) = path.split_once(".*.").unwrap();
    let mut without = draft.clone();
    for at in 0..draft.listed(list).len() {
        without.set(&format!("{list}.{at}.{field}"), Value::Null);
    }
    let findings = |draft: &Draft| RULES.check_page(page, draft, on, Language::ENGLISH);
    without != *draft && findings(&without) != findings(draft)
}

#[test]
fn every_field_of_an_entry_changes_what_a_rule_says_or_has_a_reason() {
    let in_entries = fields::all().flat_map(|field| match field.kind {
        Kind::Records(record) => {
            record.fields.iter().map(|inner| format!("{}.*.{}", field.path, inner.path)).collect()
        }
        _ => Vec::new(),
    });
    let mut silent: BTreeSet<String> = in_entries.collect();
    for page in &RULES.pages {
        for example in PageText::read(&text_of(&page.name)).unwrap().examples {
            let (draft, on) = (draft_of(&example), day::parse(example.on).unwrap());
            silent.retain(|path| !says_something_of(page, &draft, on, path));
        }
    }
    let with_reason: BTreeSet<String> =
        UNREAD_OF_ENTRIES.iter().map(|(path, _)| (*path).to_owned()).collect();
    assert_eq!(silent, with_reason);
}

#[test]
fn none_is_an_answer_of_a_field_that_is_read_and_is_no_list_of_entries() {
    let text = text_of("requirements-are-set-out");
    let sources = pages::read(std::path::Path::new(pages::RULEBOOK), &build::fields()).unwrap().sources;
    let fault = |fields: &str| {
        let text = text.replace(r#"none_is_an_answer = ["info.entry"]"#, fields);
        pages::page("requirements-are-set-out", &text, &sources, &build::fields()).err()
    };
    assert_eq!(fault(r#"none_is_an_answer = ["info.entry"]"#), None);
    for path in ["structure.components", "info.appeals"] {
        let fault = fault(&format!(r#"none_is_an_answer = ["{path}"]"#)).unwrap();
        assert!(fault.contains(&format!("line 17: “none” is no answer of `{path}`")), "{fault}");
    }
}

#[test]
fn every_example_is_said_in_words() {
    for page in &RULES.pages {
        let text = text_of(&page.name);
        for example in PageText::read(&text).unwrap().examples {
            let draft = draft_of(&example);
            for (path, _) in example.fields() {
                let pieces = draft.in_words(path, Language::ENGLISH).into_iter().flatten();
                let said = pieces.filter_map(|(_, words)| match words {
                    Words::Said(said) => Some(said),
                    Words::Blank | Words::NoEntries => None,
                });
                for said in said {
                    let is_json =
                        said.contains(['{', '}', '"']) || said.contains('_') && !said.starts_with('“');
                    assert!(!is_json && !said.is_empty(), "{}, line {}: {said}", page.name, example.line);
                }
            }
        }
    }
}

#[test]
fn a_credit_is_as_many_hours_on_the_pages_as_in_the_program() {
    let of_hours = RULES.pages.iter().filter_map(|page| match &page.check {
        Check::Sum(sum) if sum.times > 1 => Some(sum),
        _ => None,
    });
    let sums: Vec<_> = of_hours.map(|sum| (sum.of.join(" "), sum.to.as_str(), sum.times)).collect();
    assert_eq!(sums, [("hours.total".to_owned(), "credits", i64::from(HOURS_PER_CREDIT))]);
}
