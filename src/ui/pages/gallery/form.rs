//! The form of a draft, and what stands around it.

use super::example;
use super::section::{Section, States};
use crate::domain::draft::Draft;
use crate::domain::draft::fields;
use crate::domain::regime::SOURCES_READ;
use crate::domain::report::check;
use crate::ui::components::{
    DraftActions, DraftNotices, EarlierVersions, FieldInput, ReportBar, ReportPanel, ReportSignal, SavedLine,
    TaskList,
};
use crate::ui::i18n::use_language;
use crate::ui::providers::use_draft;
use leptos::prelude::*;
use std::sync::Arc;

/// Fields of every kind. The example has a finding of each group, and an answer that is not
/// understood.
const FIELDS: [&str; 14] = [
    "title",
    "title_te_reo",
    "credits",
    "hours.total",
    "developer.name",
    "uni.approval_date",
    "applicant.type",
    "delivery.main_setting",
    "uses_standards",
    "delivery.modes",
    "purpose.statement",
    "need.contribution",
    "outcomes",
    "assessment.items",
];

/// The fields, with what the rules say of the example.
#[component]
pub fn Fields() -> impl IntoView {
    let draft = use_draft();
    if untrack(|| draft.with(Draft::is_empty)) {
        draft.replace(example::earlier_draft());
        draft.replace(example::draft());
    }
    let report = report();
    let fields = FIELDS.into_iter().filter_map(fields::find);
    let fields =
        fields.map(|field| view! { <FieldInput field path=field.path.to_owned() report /> }).collect_view();
    view! {
        <Section title="Fields">
            <form on:submit=|event| event.prevent_default()>
                <States>{fields}</States>
            </form>
        </Section>
    }
}

/// Actions, task list and report of the example. The links to fields that this page lacks lead
/// nowhere.
#[component]
pub fn DraftParts() -> impl IntoView {
    let report = report();
    view! {
        <Section title="Draft">
            <div class="draft-head">
                <SavedLine />
                <DraftActions />
                <EarlierVersions />
            </div>
            <DraftNotices />
            <div class="draft-page">
                <TaskList report />
                <ReportPanel report />
                <ReportBar report />
            </div>
        </Section>
    }
}

fn report() -> ReportSignal {
    let (draft, language) = (use_draft(), use_language());
    Memo::new(move |_| Arc::new(draft.with(|draft| check(draft, SOURCES_READ, None, language))))
}
