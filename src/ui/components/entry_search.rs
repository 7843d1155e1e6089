//! The one search for entries of the register: micro-credentials, standards and qualifications alike.

use super::{ComboboxInput, Offer, known_size};
use crate::domain::goal::LearningKind;
use crate::domain::pathways::Known;
use crate::domain::register::{Answer, Entry, Facet, FacetValue, Query, Register};
use crate::ui::i18n::*;
use crate::ui::providers::use_register;
use leptos::prelude::*;
use leptos_router::components::A;

/// How many entries are offered at most.
const MAX_OFFERS: usize = 8;
/// Among how many that were found the best known goals come first.
const MAX_GOALS: usize = 200;

/// What an entry is searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchFor {
    /// To look at it, or because somebody holds it.
    Entry,
    /// As something to reach; those to which ways are known come first.
    Goal,
}

impl SearchFor {
    fn find(self, register: &Register, text: &str) -> Answer {
        let query = Query::new(text).forgiving();
        if !query.has_words() {
            return Answer::default();
        }
        match self {
            Self::Entry => register.search(&query.with_limit(MAX_OFFERS)),
            Self::Goal => {
                let kinds = [LearningKind::Qualification, LearningKind::Credential].map(FacetValue::Kind);
                let query = query.with_filter(Facet::Kind, kinds).with_limit(MAX_GOALS);
                let mut found = register.search(&query);
                found.hits.sort_by_cached_key(|hit| rank(Known::of(register, &hit.entry.key)));
                found.hits.truncate(MAX_OFFERS);
                found
            }
        }
    }
}

/// Where a goal stands among others: what can be planned comes before what cannot.
fn rank(known: Known) -> u8 {
    match known {
        Known::Ways(_) => 0,
        Known::Requirements | Known::Credit => 1,
        Known::Itself => 2,
        Known::Nothing => 3,
    }
}

/// A box to search the register; what is chosen is taken out of it.
#[component]
pub fn EntrySearch(
    id: &'static str,
    label: &'static str,
    searched: SearchFor,
    /// What is done with the entry that was chosen.
    on_choose: Callback<Entry>,
    /// What stands in the box; its own where nobody else needs it.
    #[prop(optional)]
    text: RwSignal<String>,
) -> impl IntoView {
    let locale = use_locale();
    let language = use_language();
    let register = use_register();
    let found = Memo::new(move |_| {
        let register = register.ready();
        register.map(|register| searched.find(&register, &text.get())).unwrap_or_default()
    });
    let hint = move |register: &Register, entry: &Entry| {
        let size = known_size(locale, entry.level, entry.size);
        // A standard is a part of what can be reached, and no goal.
        let may_be_goal = entry.kind != LearningKind::Standard;
        let ways = may_be_goal.then(|| known_text(locale, Known::of(register, &entry.key)));
        let parts = [Some(entry.kind.label(language).to_owned()), size, ways.flatten()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(". ")
    };
    let offers = move |_: &str| {
        let Some(register) = register.ready() else { return Vec::new() };
        let entries = found.get().hits.into_iter().map(|hit| hit.entry);
        entries
            .map(|entry| Offer {
                hint: hint(&register, &entry),
                title: titled(locale, &entry),
                key: format!("{} {}", entry.kind.id(), entry.key),
            })
            .collect()
    };
    let say = move |count: Option<usize>| {
        let is_closest = found.with(|found| found.is_closest);
        match count {
            None => String::new(),
            Some(0) => td_string!(locale, register.find.nothing, text = text.get()),
            Some(count) if is_closest => {
                td_string!(locale, register.find.closest, text = text.get(), count)
            }
            Some(count) => td_string!(locale, register.find.found, count),
        }
    };
    let on_input = Callback::new(move |typed| text.set(typed));
    let on_choose = Callback::new(move |offer: Offer| {
        let entries = found.get_untracked().hits.into_iter().map(|hit| hit.entry);
        let mut chosen = entries.filter(|entry| format!("{} {}", entry.kind.id(), entry.key) == offer.key);
        text.set(String::new());
        if let Some(entry) = chosen.next() {
            on_choose.run(entry);
        }
    });
    let is_without_hit =
        move || text.with(|text| !text.trim().is_empty()) && found.with(|found| found.is_closest);
    view! {
        <label for=id>{label}</label>
        <ComboboxInput id text on_input offers on_choose say />
        <p class="hint" hidden=move || !is_without_hit()>
            <A href="/register">{td_string!(locale, register.find.browse)}</A>
        </p>
    }
}

/// What is known of the ways to a goal, in words; nothing of what is taken as a whole.
pub fn known_text(locale: Locale, known: Known) -> Option<String> {
    match known {
        Known::Ways(count) => Some(td_string!(locale, register.known.ways, count)),
        Known::Requirements => Some(td_string!(locale, register.known.requirements).to_owned()),
        Known::Credit => Some(td_string!(locale, register.known.credit).to_owned()),
        Known::Itself => None,
        Known::Nothing => Some(td_string!(locale, register.known.nothing).to_owned()),
    }
}

/// The title of an entry; that of a standard with its number, where it has one.
pub fn titled(locale: Locale, entry: &Entry) -> String {
    match entry.kind {
        LearningKind::Standard if entry.title == entry.key => {
            td_string!(locale, register.made_of.standard_named, id = entry.key.clone())
        }
        LearningKind::Standard if entry.key.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{} {}", entry.key, entry.title)
        }
        _ => entry.title.clone(),
    }
}
