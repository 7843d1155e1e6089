//! The draft page: a form in parts, and the report beside it, always true.

use crate::domain::draft::Draft;
use crate::domain::draft::fields::PARTS;
use crate::domain::report::check;
use crate::ui::components::{
    DayChooser, DraftActions, DraftNotices, EarlierVersions, Page, PageHead, PartForm, ReportBar,
    ReportPanel, ReportSignal, SavedLine, TaskList,
};
use crate::ui::i18n::*;
use crate::ui::providers::{use_draft, use_register, use_today};
use crate::ui::query::{ChosenDay, query_day};
use leptos::prelude::*;
use std::sync::Arc;

/// The form, the date, and the report.
#[component]
pub fn DraftPage() -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let (draft, register, today) = (use_draft(), use_register(), use_today());
    let (chosen, on_choose) = query_day("on");
    let day = Memo::new(move |_| match chosen.get() {
        ChosenDay::On(day) => day,
        ChosenDay::Today | ChosenDay::Unreadable(_) => today.get(),
    });
    let report: ReportSignal = Memo::new(move |_| {
        let stamp = register.ready().map(|register| register.stamp().clone());
        Arc::new(draft.with(|draft| check(draft, day.get(), stamp, language)))
    });
    let title =
        move || draft.with(Draft::title).unwrap_or_else(|| td_string!(locale, draft.title).to_owned());
    view! {
        <Page class="draft-page">
            <PageHead class="draft-head" title>
                <SavedLine />
                <DraftActions />
                <DayChooser chosen day on_choose />
                <EarlierVersions />
            </PageHead>
            <DraftNotices />
            <TaskList report />
            <form
                class="draft-form"
                aria-label=td_string!(locale, draft.form)
                on:submit=|event| event.prevent_default()
            >
                {PARTS.iter().map(|part| view! { <PartForm part report /> }).collect_view()}
            </form>
            <ReportPanel report />
            <ReportBar report />
        </Page>
    }
}
