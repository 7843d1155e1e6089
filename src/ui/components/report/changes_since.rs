//! What the rules say otherwise since the draft was last looked at, by an older version of Waymark.

use super::ReportSignal;
use crate::browser::{page, storage};
use crate::domain::rulebook::RULES;
use crate::domain::since::{ChangedFinding, EarlierReport, Said, Since};
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
    let earlier = RwSignal::new(earlier.filter(|earlier| earlier.rules_version != RULES.version));
    // Worked out when a draft is put on screen: what is changed in it then is no change of the rules.
    let since = Memo::new(move |_| {
        draft.follow_replaced();
        let earlier = earlier.get()?;
        let since =
            untrack(|| draft.with(|draft| earlier.may_be_on(draft).then(|| earlier.since(draft, language))));
        since.filter(|since| !since.changes.is_empty())
    });
    // What was not dismissed stays kept, so that it is said again. A report is of use to a later version only, so
    // a device that refuses it loses nothing now; a report on an example is of none.
    Effect::new(move |_| {
        if since.with(Option::is_none) && !draft.is_scratch() {
            let text = report.with(|report| untrack(|| draft.with(|draft| EarlierReport::of(report, draft))));
            let _ = storage::write(STORAGE_KEY, &text);
        }
    });
    let dismiss = move |_| {
        earlier.set(None);
        page::focus("report-title");
    };
    move || {
        let Since { changes, .. } = since.get()?;
        let items = changes.into_iter().map(|change| view! { <ChangeItem change /> }).collect_view();
        Some(view! {
            <Notice on_dismiss=dismiss>
                <p>{td_string!(locale, report.since.title)}</p>
                <ul class="since">{items}</ul>
            </Notice>
        })
    }
}

#[component]
fn ChangeItem(change: ChangedFinding) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let outcome = |said: Option<Said>| said.map(|said| said.outcome);
    let is_same_outcome = outcome(change.before) == outcome(change.after);
    let words = |said: Option<Said>| match (said, outcome(said).flatten()) {
        (None, _) => td_string!(locale, report.since.no_rule).to_owned(),
        (_, None) => td_string!(locale, report.since.not_known).to_owned(),
        (Some(Said { severity: Some(severity), .. }), Some(outcome)) if is_same_outcome => {
            format!("{} ({})", outcome.label(language), severity.label(language))
        }
        (_, Some(outcome)) => outcome.label(language).to_owned(),
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
