//! The draft page: a form in parts, and the report beside it, always true.

use crate::domain::draft::Draft;
use crate::domain::draft::fields::PARTS;
use crate::domain::report::check;
use crate::ui::components::{
    DayChooser, DraftActions, DraftNotices, EarlierVersions, JumpLink, Page, PageHead, PartForm,
    REPORT_TITLE, ReportBar, ReportPanel, ReportSignal, SavedLine, ScratchBar, TaskList, part_title_id,
};
use crate::ui::i18n::*;
use crate::ui::providers::{use_draft, use_register, use_today};
use crate::ui::query::{ChosenDay, query_day};
use leptos::ev::FocusEvent;
use leptos::prelude::*;
use leptos::web_sys::Element;
use std::sync::Arc;

/// The form, the date, and the report.
#[component]
pub fn DraftPage() -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let (draft, register, today) = (use_draft(), use_register(), use_today());
    let (looked_at, on_look) = query_day("on");
    let own_day = Memo::new(move |_| draft.with(Draft::day).unwrap_or_else(|| today.get()));
    let day = Memo::new(move |_| match looked_at.get() {
        ChosenDay::On(day) => day,
        ChosenDay::Today | ChosenDay::Unreadable(_) => own_day.get(),
    });
    let report: ReportSignal = Memo::new(move |_| {
        let stamp = register.ready().map(|register| register.stamp().clone());
        Arc::new(draft.with(|draft| check(draft, day.get(), stamp, language)))
    });
    let title =
        move || draft.with(Draft::title).unwrap_or_else(|| td_string!(locale, draft.title).to_owned());
    let form_start = part_title_id(PARTS.first().map_or("", |part| part.id));
    let left_at = RwSignal::new(form_start.clone());
    let on_focus = move |event: FocusEvent| {
        let id = event_target::<Element>(&event).id();
        if !id.is_empty() {
            left_at.set(id);
        }
    };
    view! {
        <Page class="draft-page">
            <JumpLink class="skip-link" to=form_start>
                {td_string!(locale, draft.skip_to_form)}
            </JumpLink>
            <JumpLink class="skip-link" to=REPORT_TITLE>
                {td_string!(locale, draft.skip_to_report)}
            </JumpLink>
            <PageHead class="draft-head" title>
                <SavedLine />
                <DraftActions />
                <DayChooser looked_at own_day day on_look />
                <EarlierVersions />
            </PageHead>
            <div class="draft-notices">
                <ScratchBar />
                <DraftNotices />
            </div>
            <TaskList report />
            <form
                class="draft-form"
                aria-label=td_string!(locale, draft.form)
                on:submit=|event| event.prevent_default()
                on:focusin=on_focus
            >
                {PARTS.iter().map(|part| view! { <PartForm part report /> }).collect_view()}
            </form>
            <ReportPanel report left_at />
            <ReportBar report />
        </Page>
    }
}
