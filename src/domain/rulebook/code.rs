//! The checks that no kind can say. Each gives the name of what it finds, and values; what that means and
//! its words stand on the rule's page.

use super::answers::{Answer, Given};
use super::checks::{Context, Found};
use super::kinds::Function;
use super::outcomes;
use crate::domain::field_of_study::{self, NARROW_DIGITS};
use crate::domain::text::{Folded, fold, listed, quoted, shortened};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// What a function finds; some go by the numbers of their page.
pub(super) fn run(function: Function, numbers: &BTreeMap<String, i64>, context: Context) -> Found<'static> {
    match function {
        Function::TitleNames => title_names(context),
        Function::NzscedField => nzsced_field(context),
        Function::EveryOutcomeIsAssessed => every_outcome_is_assessed(context),
        Function::AssessmentIsIncluded => assessment_is_included(context),
        Function::StandardsConsent => standards_consent(context),
        Function::LevelAndVolume => outcomes::level_and_volume(context, numbers),
    }
}

/// The longest that an outcome is quoted.
pub(super) const QUOTED: usize = 60;

/// Words that do not set one organisation apart: kinds of organisation, places and subjects. They are here
/// because titles use them too; the list is Waymark's own and will never be complete.
const SHARED: &str = "\
    academy aotearoa applied association auckland board business canterbury care central centre \
    christchurch college company construction consulting council digital dunedin eastern education \
    engineering group hamilton health hospitality incorporated industry institute international island \
    kura learning limited logistics ltd makaurau management manufacturing maori national new nga north \
    northern nz open otago otautahi pacific polytechnic provider safety school security services skills \
    solutions south southern southland tamaki taranaki technology trade trades training trust university \
    waikato wananga wellington western workforce workplace zealand";
/// Words that hold a name together and mean nothing at its ends.
const JOINING: &[&str] = &["a", "and", "at", "for", "in", "of", "o", "the"];
/// The fewest letters that a name is searched for by.
const SHORTEST_NAME: usize = 3;

/// Whether a title names the applicant, the developer or the partner provider, or carries a sign of a
/// product. All other names are for a person to find.
fn title_names(context: Context) -> Found<'static> {
    let answers = context.answers;
    let titles = ["title", "title_te_reo"].map(|path| answers.text(path));
    let titles: Vec<String> = titles.into_iter().flatten().collect();
    if titles.is_empty() {
        return Found::missing_one_of(&["title".to_owned(), "title_te_reo".to_owned()]);
    }
    let folded: Vec<Folded> = titles.iter().map(|title| Folded::of(title)).collect();
    let span = |phrase: &str| folded.iter().flat_map(|title| title.spans_of(phrase)).next();
    let mut names: Vec<String> = Vec::new();
    for path in ["applicant.name", "developer.name", "partner_provider"] {
        let name = answers.text(path).filter(|name| fold(name).chars().count() >= SHORTEST_NAME);
        names.extend(name.filter(|name| names.iter().all(|known| fold(known) != fold(name))));
    }
    let mut whole: Vec<(&String, &str)> = Vec::new();
    let mut part: Vec<(&String, &str)> = Vec::new();
    for name in &names {
        if let Some(span) = span(name) {
            whole.push((name, span));
        } else if let Some(span) = set_apart(name).and_then(|apart| span(&apart)) {
            part.push((name, span));
        }
    }
    let signs: Vec<String> = ["®", "™"]
        .into_iter()
        .filter(|sign| titles.iter().any(|title| title.contains(sign)))
        .map(str::to_owned)
        .collect();
    let named = |find, found: &[(&String, &str)]| {
        let names: Vec<&String> = found.iter().map(|(name, _)| *name).collect();
        let words: Vec<&str> = found.iter().map(|(_, span)| *span).collect();
        Found::new(find).with("name", quoted(&names)).with("words", quoted(&words))
    };
    let has_reason = answers.has("title_justification", false);
    match (whole.as_slice(), signs.as_slice(), part.as_slice()) {
        ([], [], []) => Found::new("none_seen").with("names", quoted(&names)),
        (whole @ [_, ..], ..) => named(if has_reason { "explained" } else { "full_name" }, whole),
        (_, signs @ [_, ..], _) => {
            let find = if has_reason { "explained" } else { "sign" };
            Found::new(find).with("words", listed(signs)).with("name", "a product")
        }
        (.., part) => named(if has_reason { "explained" } else { "part_of_name" }, part),
    }
}

/// The first run of words of a name that other names do not share, as words are compared.
fn set_apart(name: &str) -> Option<String> {
    static FOLDED: LazyLock<BTreeSet<String>> = LazyLock::new(|| SHARED.split(' ').map(fold).collect());
    let name = fold(name);
    let words: Vec<&str> = name.split(' ').collect();
    let joins = |word: &&str| JOINING.contains(word);
    words
        .split(|word| FOLDED.contains(*word))
        .map(|run| {
            let first = run.iter().position(|word| !joins(word)).unwrap_or(run.len());
            let last = run.iter().rposition(|word| !joins(word)).map_or(first, |last| last + 1);
            run.get(first..last).unwrap_or_default().join(" ")
        })
        .find(|run| run.chars().count() >= SHORTEST_NAME)
}

/// Whether a code belongs to a field of study. The broad and narrow fields are known, of the detailed ones
/// only some.
fn nzsced_field(context: Context) -> Found<'static> {
    let Some(code) = context.answers.text("nzsced") else { return Found::missing(["nzsced".to_owned()]) };
    let is_code = code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit());
    if !is_code {
        let Some(narrow) = field_of_study::title(&code).filter(|_| code.len() == NARROW_DIGITS) else {
            let as_typed = context.answers.shown("nzsced", context.language);
            return Found::new("not_six_digits").with("code", as_typed);
        };
        let detailed: Vec<String> = field_of_study::detailed(&code)
            .map(|field| format!("{} ({})", field.code, field.title))
            .collect();
        let find = if detailed.is_empty() { "narrow_field" } else { "narrow_field_of" };
        return Found::new(find).with("field", narrow).with("detailed", listed(&detailed)).with("code", code);
    }
    let (broad, narrow) = (code.get(..2).and_then(field_of_study::title), field_of_study::narrow(&code));
    let found = match (broad, narrow, field_of_study::title(&code)) {
        (None, ..) => Found::new("no_such_field").with("digits", code.get(..2).unwrap_or_default()),
        (_, None, _) => Found::new("no_such_field").with("digits", code.get(..4).unwrap_or_default()),
        (_, Some(narrow), None) => Found::new("unknown_detail").with("field", narrow.title),
        (.., Some(detail)) => Found::new("known").with("field", detail),
    };
    found.with("code", &code)
}

/// Whether every outcome is assessed, by the ids that assessments name.
fn every_outcome_is_assessed(context: Context) -> Found<'static> {
    let answers = context.answers;
    let mut outcomes = Vec::new();
    for path in answers.list("outcomes") {
        if let Some(text) = answers.text(&format!("{path}.text")) {
            let quote = format!("“{}”", shortened(&text, QUOTED));
            outcomes.push((path.clone(), answers.text(&format!("{path}.id")), quote));
        }
    }
    let assessments: Vec<String> = answers.list("assessment.items").collect();
    let lists = [(outcomes.is_empty(), "outcomes"), (assessments.is_empty(), "assessment.items")];
    let missing: Vec<String> =
        lists.iter().filter(|(is, _)| *is).map(|(_, path)| (*path).to_owned()).collect();
    if !missing.is_empty() {
        return Found::missing(missing);
    }
    let covered: BTreeSet<String> =
        assessments.iter().flat_map(|item| answers.texts(&format!("{item}.outcome_ids"))).collect();
    let mut known = BTreeSet::new();
    let doubled: Vec<&String> =
        outcomes.iter().filter_map(|(_, id, _)| id.as_ref()).filter(|id| !known.insert(*id)).collect();
    if !doubled.is_empty() {
        return Found::new("doubled_id").with("ids", quoted(&doubled));
    }
    let without: Vec<&String> =
        outcomes.iter().filter(|(_, id, _)| id.is_none()).map(|(.., quote)| quote).collect();
    if !without.is_empty() {
        return Found::new("no_ids").with("outcomes", listed(&without));
    }
    let open: Vec<_> =
        outcomes.iter().filter(|(_, id, _)| id.as_ref().is_none_or(|id| !covered.contains(id))).collect();
    if !open.is_empty() {
        let quotes: Vec<&String> = open.iter().map(|(.., quote)| quote).collect();
        return Found::new("not_assessed").with("outcomes", listed(&quotes));
    }
    let unknown: Vec<&String> = covered.iter().filter(|id| !known.contains(id)).collect();
    if unknown.is_empty() {
        Found::new("all_assessed").with("count", outcomes.len())
    } else {
        Found::new("unknown_id").with("ids", quoted(&unknown))
    }
}

/// Whether an assessment is attendance alone.
fn is_attendance(item: &str, context: Context) -> bool {
    let kind = context.answers.text(&format!("{item}.kind")).map(|kind| fold(&kind));
    matches!(kind.as_deref(), Some("attendance" | "attendance only"))
}

/// The assessment other than attendance, where there is one and no other.
pub(super) fn only_assessment(context: Context) -> Option<String> {
    let mut items = context.answers.list("assessment.items").filter(|item| !is_attendance(item, context));
    items.next().filter(|_| items.next().is_none())
}

/// Whether an assessment other than attendance decides the result.
fn assessment_is_included(context: Context) -> Found<'static> {
    let answers = context.answers;
    let items: Vec<String> = answers.list("assessment.items").collect();
    if items.is_empty() {
        return Found::missing(["assessment.items".to_owned()]);
    }
    let others: Vec<&String> = items.iter().filter(|item| !is_attendance(item, context)).collect();
    let decides = |item: &&String| answers.at(&format!("{item}.summative"));
    if others.iter().any(|item| decides(item) == Answer::Given(Given::YesNo(true))) {
        let is_alone = others.len() == items.len();
        return Found::new(if is_alone { "summative" } else { "summative_beside_attendance" });
    }
    if others.is_empty() {
        return Found::new("attendance_only");
    }
    let open: Vec<String> = others
        .iter()
        .filter(|item| !matches!(decides(item), Answer::Given(Given::YesNo(_))))
        .map(|item| format!("{item}.summative"))
        .collect();
    if open.is_empty() { Found::new("none_summative") } else { Found { at: open, ..Found::new("not_said") } }
}

/// Whether every standard is within the consent to assess, or a plan says how its requirements are met.
fn standards_consent(context: Context) -> Found<'static> {
    let answers = context.answers;
    if answers.ids("standards.*.id").is_empty() {
        return Found::missing(["standards".to_owned()]);
    }
    let open = answers.ids_beyond("standards.*.id", "consent.scope");
    match (open.as_slice(), answers.has("cmr_plan", false)) {
        ([], _) => Found::new("all_in_scope"),
        (open, true) => Found::new("plan").with("standards", listed(open)),
        (open, false) => {
            let found = Found::new("not_covered").at("consent.scope").at("cmr_plan");
            found.with("standards", listed(open))
        }
    }
}
