//! What each half of Waymark does, in small and alive.

use super::{Audience, Group, Icon, Steps, icons};
use crate::domain::Language;
use crate::domain::day::Day;
use crate::domain::draft::Draft;
use crate::domain::draft::fields::Kind;
use crate::domain::pathways::{Holdings, Lead, leads_to};
use crate::domain::register::{Register, StackKind};
use crate::domain::report::check;
use crate::ui::components::lead::steps_of;
use crate::ui::i18n::*;
use crate::ui::providers::{use_register, use_today};
use leptos::prelude::*;

const LEVEL: &str = "4";
const CREDITS: &str = "45";
/// The rule that the small draft is checked against.
const REQUIREMENT: &str = "credits-in-range";

/// A draft of three lines, of which the visitor can change the credits, and what the rule says.
#[component]
pub fn DraftMiniature() -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let today = use_today();
    let credits = RwSignal::new(CREDITS.to_owned());
    let finding = Memo::new(move |_| credits_finding(&credits.get(), today.get(), language));
    let note = move || {
        finding.get().map(|(group, text)| {
            view! {
                <p class=format!("note {}", group.class())>
                    <Icon icon=group.icon() />
                    <span>{text}</span>
                </p>
            }
        })
    };
    view! {
        <div class="miniature above" role="group" aria-label=td_string!(locale, home.writing.example)>
            <div class="line">
                <span>{td_string!(locale, home.writing.draft_title)}</span>
                <span>{td_string!(locale, home.writing.sample_title)}</span>
            </div>
            <div class="line">
                <span>{td_string!(locale, home.writing.draft_level)}</span>
                <span>{LEVEL}</span>
            </div>
            <div class="line">
                <label for="try-credits">{td_string!(locale, home.writing.draft_credits)}</label>
                <input
                    id="try-credits"
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    aria-describedby="try-note"
                    prop:value=move || credits.get()
                    on:input:target=move |event| credits.set(event.target().value())
                />
            </div>
            <div id="try-note" class="verdict-note" role="status">
                {note}
            </div>
            <p class="hint">{td_string!(locale, home.writing.try_it)}</p>
        </div>
    }
}

/// What the rule about credits says of a number on a day.
fn credits_finding(credits: &str, on: Day, language: Language) -> Option<(Group, String)> {
    let mut draft = Draft::default();
    draft.enter("level", &Kind::Level, LEVEL);
    draft.enter("credits", &Kind::Credits, credits);
    let report = check(&draft, on, None, language);
    let mut findings = report.findings.into_iter().filter(|finding| finding.requirement == REQUIREMENT);
    let finding = findings.find(|finding| Group::of(finding) != Group::NotApplicable)?;
    let group = Group::of(&finding);
    Some((group, if finding.fault.is_empty() { finding.why } else { finding.fault }))
}

/// The first pathway of the register of which all sizes are known, with its first part done.
#[component]
pub fn PathwayMiniature() -> impl IntoView {
    let register = use_register();
    let example = move || {
        let register = register.ready()?;
        let lead = example_lead(&register)?;
        let steps = steps_of(&lead, Audience::Learner)?;
        let target = view! {
            <li class="goal">
                <Icon icon=icons::ARROW_RIGHT />
                <span>{lead.target.clone()}</span>
            </li>
        };
        let parts = lead.parts.iter().enumerate().map(|(at, part)| {
            let (class, icon) =
                if at == 0 { ("met", icons::CIRCLE_CHECK) } else { ("", icons::CIRCLE_DASHED) };
            view! {
                <li class=class>
                    <Icon icon />
                    <span>{part.title.clone()}</span>
                </li>
            }
        });
        Some(view! {
            <Steps steps />
            <ul class="way-parts">{parts.collect_view()} {target}</ul>
        })
    };
    view! { <div class="miniature pathway">{example}</div> }
}

fn example_lead(register: &Register) -> Option<Lead> {
    register.stacks().iter().filter(|stack| stack.kind == StackKind::FullStack).find_map(|stack| {
        let mut holdings = Holdings::default();
        holdings.add_credential(stack.parts.first()?.key.as_deref()?, None);
        let leads = leads_to(register, &holdings).into_iter();
        leads.into_iter().find(|lead| lead.stack == stack.id && steps_of(lead, Audience::Learner).is_some())
    })
}
