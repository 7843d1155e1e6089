//! What the rules say otherwise since the draft was last looked at, by an older version of Waymark.

use super::ReportSignal;
use crate::browser::{page, storage};
use crate::domain::draft::Draft;
use crate::domain::rulebook::{Outcome, RULES};
use crate::domain::since::{Change, EarlierReport, Since};
use crate::ui::components::anchors::rule_path;
use crate::ui::components::{Mi, Notice};
use crate::ui::i18n::*;
use crate::ui::providers::use_draft;
use leptos::prelude::*;
use leptos_router::components::A;

/// The name under which the device keeps what the last report said.
const STORAGE_KEY: &str = "waymark.report";

/// A notice where the rules have been updated and say something else of the draft; nothing otherwise.
#[component]
pub fn ChangesSince(report: ReportSignal) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let draft = use_draft();
    let earlier = storage::read(STORAGE_KEY).and_then(|text| EarlierReport::read(&text).ok());
    let since = earlier
        .filter(|earlier| earlier.rules_version != RULES.version)
        .and_then(|earlier| {
            let since = |draft: &Draft| earlier.may_be_on(draft).then(|| earlier.since(draft, language));
            untrack(|| draft.with(since))
        })
        .filter(|since| !since.changes.is_empty());
    let since = RwSignal::new(since);
    // It is of use to a later version only, so a device that refuses it loses nothing now. What it says of an
    // example is of no use.
    Effect::new(move |_| {
        if draft.is_scratch() {
            return;
        }
        let text = report.with(|report| untrack(|| draft.with(|draft| EarlierReport::of(report, draft))));
        let _ = storage::write(STORAGE_KEY, &text);
    });
    let dismiss = move |_| {
        since.set(None);
        page::focus("report-title");
    };
    move || {
        let Since { changes, .. } = since.get()?;
        let items = changes.into_iter().map(|change| view! { <ChangeItem change /> }).collect_view();
        Some(view! {
            <Notice>
                <p>{td_string!(locale, report.since.title)}</p>
                <ul class="since">{items}</ul>
                <div class="actions">
                    <button class="button small" type="button" on:click=dismiss>
                        {td_string!(locale, app.dismiss)}
                    </button>
                </div>
            </Notice>
        })
    }
}

#[component]
fn ChangeItem(change: Change) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let words = |outcome: Option<Outcome>| {
        outcome.map_or(td_string!(locale, report.since.no_rule), |outcome| outcome.label(language))
    };
    let text =
        td_string!(locale, report.since.change, before = words(change.before), after = words(change.after));
    let title = RULES.page(&change.requirement).map_or(&change.clause, |page| &page.title).clone();
    view! {
        <li>
            <A href=rule_path(&change.requirement, &change.clause)>
                <Mi text=title />
            </A>
            " "
            {text}
        </li>
    }
}
