//! A fault on a rule's page stops the build, which says where it is and what was expected.

use crate::build::{self, pages};
use crate::examples_of_rules::{folder, text_of};

/// What the build says of a page with one piece of it in place of another.
fn said(page: &str, of: &str, in_place_of: &str) -> String {
    let (fields, text) = (build::fields(), text_of(page));
    let sources = pages::read(&folder(), &fields).unwrap().sources;
    assert!(pages::page(page, &text, &sources, &fields).is_ok());
    assert!(text.contains(of), "{page}.md has no {of}");
    let faulty = text.replacen(of, in_place_of, 1);
    pages::page(page, &faulty, &sources, &fields).err().unwrap_or_default()
}

/// What `credits-of-standards.md` checks further.
const FURTHER: &str = r#"agree = { field = "standards.*.level", with = "level", how = "subset" }"#;

#[test]
fn a_fault_on_a_page_is_named() {
    let long = "word ".repeat(13);
    for (page, of, in_place_of, says) in [
        ("hours-match-credits", "times = 10", "times = 0", "`times` of at least 1"),
        ("hours-match-credits", "times = 10", "times = -10", "`times` of at least 1"),
        ("nzsced-field", r#""nzsced_field""#, r#""nzsced_fields""#, "unknown variant `nzsced_fields`"),
        ("nzsced-field", "known = {", "nown = {", "finds `known`, which has no meaning under [finds]"),
        ("nzsced-field", "{field}", "{names}", "`{names}` is no value of this check"),
        ("hours-match-credits", "why = \"", &format!("why = \"{long}; {long}: "), "more than 25 words"),
        (
            "hours-match-credits",
            "One credit stands",
            &format!("{long} {long} One credit stands"),
            "more than 25 words",
        ),
        (
            "need-is-evidenced",
            r#"instead_of = "others""#,
            r#"instead_of = "other""#,
            "the check does not find `other`",
        ),
        ("need-is-evidenced", r#"any = ["need", "kind"]"#, r#"any = ["needs"]"#, "has no field `needs`"),
        (
            "fair-assessment",
            "[check.present]\nall = [",
            "[check.present]\nentry = { of = \"assessment.items\", has = [], any = [\"kind\"] }\nall = [",
            "both have `any`",
        ),
        ("evidence-records", "each = true", r#"each = true, any = ["kind"]"#, "no `any`"),
        ("requirements-are-set-out", "items.*.kind", "items.*.kinds", "has no field `kinds`"),
        ("credits-of-standards", "standards.*.level", "standards.*.levels", "has no field `levels`"),
        (
            "credits-of-standards",
            FURTHER,
            r#"present = { all = ["standards.*.titles"] }"#,
            "an entry of `standards` has no field `titles`",
        ),
        ("credits-of-standards", FURTHER, "notice = {}", "for a program to check"),
        (
            "credits-of-standards",
            FURTHER,
            r#"sum = { of = ["credits"], to = "credits" }"#,
            "two checks find `over`",
        ),
        (
            "credits-of-standards",
            FURTHER,
            r#"code = { function = "title_names", reads = ["title"] }"#,
            "finds `none_seen`, which has no meaning under [finds]",
        ),
        (
            "credits-of-standards",
            "[finds]",
            "[finds]\nequal = { outcome = \"judgement\" }\nfits = { outcome = \"judgement\" }",
            "the check is never met",
        ),
    ] {
        let said = said(page, of, in_place_of);
        assert!(said.contains(says) && said.contains(&format!("{page}.md")), "{in_place_of}: {said}");
    }
}
