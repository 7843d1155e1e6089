//! How to begin, what can be done with the whole draft, and how it is kept.

use crate::browser::files;
use crate::domain::draft::Draft;
use crate::domain::draft::examples::EXAMPLES;
use crate::ui::parts::file_button;
use crate::ui::reactive::{text, view, yes};
use crate::ui::state::State;
use crate::ui::tree::{Element, button, el, none, p, together};
use crate::ui::words::draft as words;
use leptos::prelude::*;

/// Ways to begin: a file, a real case; and to save, start afresh, or go back.
pub fn start() -> Element {
    let draft = State::get().draft;
    let is_empty = yes(move || draft.with(Draft::is_empty));
    let save = move || files::hand_over("waymark-draft.json", &draft.with(Draft::to_json));
    let actions = el("div")
        .class("actions")
        .put(file_button(words::OPEN, move |name, text| draft.open(&name, &text)))
        .put(button(words::SAVE, save).hidden(is_empty))
        .put(button(words::CLEAR, move || draft.replace(Draft::default())).hidden(is_empty))
        .put(button(words::BRING_BACK, move || draft.bring_back()).hidden(yes(move || !draft.has_before())));
    let examples = EXAMPLES
        .iter()
        .map(|example| el("li").put(button(example.name, move || draft.fetch_example(example))));
    let cases = el("details")
        .class("examples")
        .state("open", is_empty)
        .put(el("summary").say(words::EXAMPLES))
        .put(p(words::EXAMPLES_NOTE).class("hint"))
        .put(el("ul").all(examples));
    together([p(words::START).hidden(yes(move || !is_empty.get())), actions, cases])
}

/// What the person must know about how the draft is kept.
pub fn notices() -> Element {
    let draft = State::get().draft;
    let (keeping, notice, elsewhere) = (draft.keeping(), draft.notice(), draft.elsewhere());
    let class = text(move || {
        let is_refused = keeping.with(|keeping| keeping == words::REFUSED);
        if is_refused { "keeping notice" } else { "keeping" }.to_owned()
    });
    let told = view(move || {
        let text = notice.get();
        if text.is_empty() {
            return none();
        }
        let dismiss = button(words::DISMISS, move || notice.set(String::new())).class("quiet");
        p(format!("{text} ")).class("notice").put(dismiss)
    });
    let changed = view(move || {
        let other = elsewhere.get();
        if other.is_empty() { none() } else { changed_elsewhere(other) }
    });
    together([
        p(text(move || keeping.get())).class(class).set("role", "status"),
        el("div").set("role", "status").put(told).put(changed),
    ])
}

/// Another window has changed the draft: one of the two versions is to be chosen, none is lost.
fn changed_elsewhere(other: String) -> Element {
    let draft = State::get().draft;
    let take = move || {
        if let Ok(other) = Draft::read(&other) {
            draft.replace(other);
        }
    };
    p(words::ELSEWHERE)
        .class("notice")
        .say(" ")
        .put(button(words::TAKE_OTHER, take))
        .say(" ")
        .put(button(words::KEEP_THIS, move || draft.keep()))
}
