//! Facts of an entry, each with its name, and where they come from.

use crate::ui::tree::{Element, el, link, none};
use crate::ui::words::register as words;

/// A fact with its name; nothing where it is not stated.
pub fn fact(name: &'static str, what: impl AsRef<str>) -> Element {
    named(name, what.as_ref())
}

fn named(name: &'static str, what: &str) -> Element {
    if what.is_empty() { none() } else { pair(name, el("dd").say(what.to_owned())) }
}

/// Several texts under one name; nothing where there are none.
pub fn facts(name: &'static str, what: &[String]) -> Element {
    if what.is_empty() {
        return none();
    }
    pair(name, el("dd").put(el("ul").all(what.iter().map(|text| el("li").say(text)))))
}

fn pair(name: &'static str, what: Element) -> Element {
    el("div").put(el("dt").say(name)).put(what)
}

/// All sources of an entry, as links where they are addresses.
pub fn sources<'a>(source: Option<&'a str>, also: &'a [String]) -> Element {
    let shown = source.into_iter().chain(also.iter().map(String::as_str)).map(|source| {
        let host = source.strip_prefix("https://").or_else(|| source.strip_prefix("http://"));
        el("li").put(match host.and_then(|rest| rest.split('/').next()) {
            Some(host) => link(source.to_owned(), host.to_owned()).set("rel", "external noreferrer"),
            None => el("span").say(source.to_owned()),
        })
    });
    el("div").class("source").say(words::SOURCE).put(el("ul").all(shown))
}
