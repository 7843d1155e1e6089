//! What the rules say otherwise of a draft since an earlier report, which was made under older pages.

use crate::domain::day::{self, Day};
use crate::domain::draft::Draft;
use crate::domain::json::{self, FromJson};
use crate::domain::language::Language;
use crate::domain::report::{self, Finding, Report};
use crate::domain::rulebook::{Outcome, Severity};
use crate::domain::{Problem, ReadError};
use serde::Serialize;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// As much of a report (`waymark.report/1`) as a later one is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierReport {
    /// The day under whose rules it was made.
    pub on: Day,
    /// The version of the rules that it was made by.
    pub rules_version: String,
    /// The SHA-256 of the draft, where the report says it.
    draft: Option<String>,
    said: BTreeMap<Key, Said>,
}

/// A requirement's name and a clause.
type Key = (String, String);

/// What changed since an earlier report (`waymark.since/2`).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Since {
    format: &'static str,
    /// The day under whose rules both look at the draft.
    pub on: Day,
    /// The version of the rules of the earlier report.
    pub rules_version_before: String,
    /// The version of the rules now.
    pub rules_version: &'static str,
    /// The clauses of which they say something else, in the order of the rule table.
    pub changes: Vec<ChangedFinding>,
}

/// A clause that says something else now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangedFinding {
    /// The requirement's name.
    pub requirement: String,
    /// The clause.
    pub clause: String,
    /// What it said; nothing where it was no rule.
    pub before: Option<Said>,
    /// What it says; nothing where it is no rule any more.
    pub after: Option<Said>,
}

/// What a clause says of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The outcome; nothing where this version of Waymark does not know it.
    pub outcome: Option<Outcome>,
    /// What breaking the clause means; nothing where this version does not know it, or the report does not say.
    pub severity: Option<Severity>,
}

impl Said {
    /// Whether two sayings come to the same for a draft. A rule that does not apply is as good as none, and what
    /// breaking a rule means counts where it is not met.
    fn are_same(one: Option<Self>, other: Option<Self>) -> bool {
        let applies = |said: Option<Self>| said.filter(|said| said.outcome != Some(Outcome::NotApplicable));
        let (Some(one), Some(other)) = (applies(one), applies(other)) else {
            return applies(one) == applies(other);
        };
        let is_open = matches!(one.outcome, Some(Outcome::NotMet | Outcome::Missing));
        let differs = is_open && one.severity.zip(other.severity).is_some_and(|(one, other)| one != other);
        one.outcome == other.outcome && !differs
    }
}

impl From<&Finding> for Said {
    fn from(finding: &Finding) -> Self {
        Self { outcome: Some(finding.outcome), severity: Some(finding.severity) }
    }
}

impl EarlierReport {
    /// Reads a report, of this version of Waymark or an older one. Findings that name no clause are left out.
    ///
    /// # Errors
    /// The text is no report, or does not say its day or its rules.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let fields = json::object(text)?;
        json::has_format(&fields, report::FORMAT)?;
        let text_of = |fields: &Map<String, Value>, name: &str| fields.get(name).and_then(String::from_json);
        let on = text_of(&fields, "on").and_then(|on| day::parse(&on));
        let finding = |value: &Value| {
            let fields = value.as_object()?;
            let (outcome, severity) = (text_of(fields, "outcome"), text_of(fields, "severity"));
            let outcome = outcome.and_then(|id| Outcome::ALL.iter().copied().find(|known| known.id() == id));
            let severity =
                severity.and_then(|id| Severity::ALL.iter().copied().find(|known| known.id() == id));
            let key = (text_of(fields, "requirement")?, text_of(fields, "clause")?);
            Some((key, Said { outcome, severity }))
        };
        let findings = fields.get("findings").and_then(Value::as_array);
        Ok(Self {
            on: on.ok_or_else(|| Problem::missing("on", Day::expected()))?,
            rules_version: text_of(&fields, "rules_version")
                .ok_or_else(|| Problem::missing("rules_version", "the version of the rules"))?,
            draft: text_of(&fields, "draft_sha256"),
            said: findings.into_iter().flatten().filter_map(finding).collect(),
        })
    }

    /// What a later version needs of a report and of the draft that it is on, as JSON that
    /// [`EarlierReport::read`] reads.
    pub fn of(report: &Report, draft: &Draft) -> String {
        let finding = |finding: &Finding| json!({ "requirement": finding.requirement, "clause": finding.clause, "outcome": finding.outcome, "severity": finding.severity });
        let findings: Vec<Value> = report.findings.iter().map(finding).collect();
        json!({
            "format": report::FORMAT,
            "on": report.on.to_string(),
            "rules_version": report.rules_version,
            "draft_sha256": hash_of(draft),
            "findings": findings,
        })
        .to_string()
    }

    /// Whether the report may be on a draft: it is, or it does not say.
    pub fn may_be_on(&self, draft: &Draft) -> bool {
        self.draft.as_ref().is_none_or(|hash| *hash == hash_of(draft))
    }

    /// What the rules say otherwise now of the draft that the report was on.
    pub fn since(&self, draft: &Draft, language: Language) -> Since {
        let now = report::check(draft, self.on, None, language);
        let mut gone = self.said.clone();
        let mut changes = Vec::new();
        for finding in &now.findings {
            let key = (finding.requirement.to_owned(), finding.clause.to_owned());
            let before = gone.remove(&key);
            let (requirement, clause) = key;
            changes.push(ChangedFinding { requirement, clause, before, after: Some(finding.into()) });
        }
        changes.extend(gone.into_iter().map(|((requirement, clause), before)| ChangedFinding {
            requirement,
            clause,
            before: Some(before),
            after: None,
        }));
        changes.retain(|change| !Said::are_same(change.before, change.after));
        Since {
            format: "waymark.since/2",
            on: self.on,
            rules_version_before: self.rules_version.clone(),
            rules_version: now.rules_version,
            changes,
        }
    }
}

/// The SHA-256 of a draft, whatever the order of its keys.
fn hash_of(draft: &Draft) -> String {
    let mut value: Value = serde_json::from_str(&draft.to_json()).unwrap_or_default();
    value.sort_all_objects();
    format!("{:x}", Sha256::digest(value.to_string().as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;

    fn draft() -> Draft {
        Draft::read(r#"{"credits":60,"applicant":{"type":"pte"}}"#).unwrap()
    }

    fn kept() -> Value {
        let report = report::check(&draft(), day(2026, 11, 26), None, Language::ENGLISH);
        serde_json::from_str(&EarlierReport::of(&report, &draft())).unwrap()
    }

    fn since(kept: &Value) -> Vec<(String, Option<Outcome>, Option<Outcome>)> {
        let since = EarlierReport::read(&kept.to_string()).unwrap().since(&draft(), Language::ENGLISH);
        let outcome = |said: Option<Said>| said.and_then(|said| said.outcome);
        let changes = since.changes.into_iter();
        changes.map(|change| (change.clause, outcome(change.before), outcome(change.after))).collect()
    }

    #[test]
    fn a_report_differs_from_itself_in_nothing() {
        assert_eq!(since(&kept()), []);
        let report = report::check(&draft(), day(2026, 11, 26), None, Language::ENGLISH);
        let whole = serde_json::to_value(&report).unwrap();
        assert_eq!(since(&whole), [], "a downloaded report is read too");
    }

    #[test]
    fn what_says_something_else_is_named_with_both() {
        let mut kept = kept();
        let findings = kept["findings"].as_array_mut().unwrap();
        let at = findings.iter().position(|finding| finding["clause"] == "LIST-08").unwrap();
        findings[at]["outcome"] = "met".into();
        findings.push(json!({ "requirement": "an-old-rule", "clause": "OLD-1", "outcome": "judgement" }));
        findings.push(json!({ "requirement": "another", "clause": "OLD-2", "outcome": "not_applicable" }));
        findings.push(json!({ "requirement": "not understood", "outcome": 3 }));
        let expected = [
            ("LIST-08".to_owned(), Some(Outcome::Met), Some(Outcome::NotMet)),
            ("OLD-1".to_owned(), Some(Outcome::Judgement), None),
        ];
        assert_eq!(since(&kept), expected);
    }

    /// What the rules say otherwise of LIST-08 where a value of its finding was another.
    fn since_with(name: &str, value: Value) -> Vec<ChangedFinding> {
        let mut kept = kept();
        let findings = kept["findings"].as_array_mut().unwrap();
        let finding = findings.iter_mut().find(|finding| finding["clause"] == "LIST-08").unwrap();
        finding[name] = value;
        EarlierReport::read(&kept.to_string()).unwrap().since(&draft(), Language::ENGLISH).changes
    }

    #[test]
    fn what_breaking_a_rule_means_is_a_part_of_what_it_says() {
        let changes = since_with("severity", "should".into());
        let [ChangedFinding { before, after, .. }] = changes.as_slice() else { panic!("{changes:?}") };
        let broken = |severity| Some(Said { outcome: Some(Outcome::NotMet), severity: Some(severity) });
        assert_eq!((*before, *after), (broken(Severity::Should), broken(Severity::Must)));
        assert_eq!(since_with("severity", Value::Null), [], "an older report does not say it");
    }

    #[test]
    fn an_outcome_that_is_not_known_is_no_absent_rule() {
        for outcome in [Value::from("not_checked"), Value::Null] {
            let changes = since_with("outcome", outcome);
            let [ChangedFinding { before: Some(before), after: Some(after), .. }] = changes.as_slice() else {
                panic!("{changes:?}")
            };
            assert_eq!((before.outcome, after.outcome), (None, Some(Outcome::NotMet)));
        }
    }

    #[test]
    fn a_report_knows_its_draft() {
        let earlier = EarlierReport::read(&kept().to_string()).unwrap();
        assert!(earlier.may_be_on(&draft()));
        assert!(!earlier.may_be_on(&Draft::default()));
        let turned = Draft::read(r#"{"applicant":{"type":"pte"},"credits":60}"#).unwrap();
        assert!(earlier.may_be_on(&turned), "the order of keys says nothing");
    }

    #[test]
    fn what_is_no_report_is_refused_by_name() {
        for (text, says) in [
            (r#"{"format":"waymark.draft/1"}"#, "“waymark.draft/1”"),
            (r#"{"format":"waymark.report/1","rules_version":"x"}"#, "on"),
            (r#"{"format":"waymark.report/1","on":"2026-11-26"}"#, "rules_version"),
        ] {
            let message = EarlierReport::read(text).unwrap_err().to_string();
            assert!(message.contains(says), "{message}");
        }
    }
}
