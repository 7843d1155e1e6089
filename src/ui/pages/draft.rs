//! The draft page: a form in parts, and the report beside it, always true.

use crate::browser::fetch;
use crate::domain::draft::Draft;
use crate::domain::draft::fields::PARTS;
use crate::domain::report::check;
use crate::domain::rulebook::Unchecked;
use crate::ui::components::{
    DayChooser, DraftActions, DraftNotices, EarlierVersions, LoadState, Page, PageHead, PartForm, ReportBar,
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
    let locale = use_locale();
    let (draft, register, today) = (use_draft(), use_register(), use_today());
    let (chosen, on_choose) = query_day("on");
    let day = Memo::new(move |_| match chosen.get() {
        ChosenDay::On(day) => day,
        ChosenDay::Today | ChosenDay::Unreadable(_) => today.get(),
    });
    let unchecked = LocalResource::new(load_unchecked);
    let report: ReportSignal = Memo::new(move |_| {
        let stamp = register.ready().map(|register| register.stamp().clone());
        let unchecked = unchecked.get().flatten();
        draft.with(|draft| check(draft, day.get(), stamp, unchecked.as_deref())).map(Arc::new)
    });
    let table = Signal::derive(move || match unchecked.get() {
        None => LoadState::Loading,
        Some(None) => LoadState::Failed,
        Some(Some(_)) => LoadState::Ready,
    });
    let on_retry = Callback::new(move |()| {
        // Without this the failure would stand until the answer comes.
        unchecked.set(None);
        unchecked.refetch();
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
            <ReportPanel report table on_retry />
            <ReportBar report />
        </Page>
    }
}

/// The table of the rules that Waymark does not check; none where it did not arrive.
async fn load_unchecked() -> Option<Arc<Unchecked>> {
    let text = fetch::text("/rules.json").await.ok()?;
    Unchecked::read(&text).ok().map(Arc::new)
}
