//! Elements of the page as values. Leptos gives every shape of element a type of its own, and the
//! program grows by a quarter of a kilobyte with each element written in a view. Here all elements
//! are of one type, so an element costs little more than its words.

use leptos::ev::{Custom, Event};
use leptos::html::custom;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;
use leptos::tachys::view::iterators::StaticVec;

/// A text that stands still, or one that follows what it is made from.
pub enum Text {
    /// It stands still.
    Fixed(String),
    /// It follows.
    Changing(Signal<String>),
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::Fixed(text.to_owned())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::Fixed(text)
    }
}

impl From<Signal<String>> for Text {
    fn from(text: Signal<String>) -> Self {
        Self::Changing(text)
    }
}

impl From<Text> for AnyView {
    fn from(text: Text) -> Self {
        match text {
            Text::Fixed(text) => text.into_any(),
            Text::Changing(text) => text.into_any(),
        }
    }
}

/// An element with its attributes, listeners and children.
pub struct Element {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An empty element.
pub fn el(tag: &'static str) -> Element {
    Element { tag, attributes: Vec::new(), children: Vec::new() }
}

impl Element {
    /// Sets an attribute.
    pub fn set(self, name: &'static str, value: impl Into<Text>) -> Self {
        self.set_text(name, value.into())
    }

    fn set_text(mut self, name: &'static str, value: Text) -> Self {
        self.attributes.push(match value {
            Text::Fixed(value) => custom_attribute(name, value).into_any_attr(),
            Text::Changing(value) => custom_attribute(name, value).into_any_attr(),
        });
        self
    }

    /// Sets an attribute that is there or not.
    pub fn set_if(mut self, name: &'static str, is_set: Signal<bool>) -> Self {
        self.attributes.push(custom_attribute(name, is_set).into_any_attr());
        self
    }

    /// Sets the style class.
    pub fn class(self, class: impl Into<Text>) -> Self {
        self.set_text("class", class.into())
    }

    /// Hides the element where it is so.
    pub fn hidden(self, is_hidden: Signal<bool>) -> Self {
        self.set_if("hidden", is_hidden)
    }

    /// Keeps a control's value as the program has it.
    pub fn value(mut self, value: Signal<String>) -> Self {
        self.attributes.push(prop("value", value).into_any_attr());
        self
    }

    /// Keeps a yes or no of a control (`checked`, `selected`) as the program has it.
    pub fn state(mut self, name: &'static str, value: Signal<bool>) -> Self {
        self.attributes.push(prop(name, value).into_any_attr());
        self
    }

    /// Does something on an event.
    pub fn on(mut self, event: &'static str, then: impl FnMut(Event) + 'static) -> Self {
        let then: Box<dyn FnMut(Event)> = Box::new(then);
        self.attributes.push(on(Custom::<Event>::new(event), then).into_any_attr());
        self
    }

    /// Adds a text.
    pub fn say(self, text: impl Into<Text>) -> Self {
        self.put_view(text.into().into())
    }

    /// Adds an element or view.
    pub fn put(self, child: impl Into<AnyView>) -> Self {
        self.put_view(child.into())
    }

    fn put_view(mut self, child: AnyView) -> Self {
        self.children.push(child);
        self
    }

    /// Adds views, one after another.
    pub fn all<V: Into<AnyView>>(mut self, children: impl IntoIterator<Item = V>) -> Self {
        for child in children {
            self.children.push(child.into());
        }
        self
    }
}

impl From<Element> for AnyView {
    fn from(element: Element) -> Self {
        let Element { tag, attributes, children } = element;
        custom(tag).child(StaticVec::from(children)).add_any_attr(attributes).into_any()
    }
}

/// A paragraph.
pub fn p(text: impl Into<Text>) -> Element {
    el("p").say(text)
}

/// A link.
pub fn link(href: impl Into<Text>, text: impl Into<Text>) -> Element {
    el("a").set("href", href).say(text)
}

/// A button, and what it does.
pub fn button(text: impl Into<Text>, mut then: impl FnMut() + 'static) -> Element {
    el("button").set("type", "button").on("click", move |_| then()).say(text)
}

/// Views side by side, without an element around them.
pub fn together<V: Into<AnyView>>(views: impl IntoIterator<Item = V>) -> AnyView {
    StaticVec::from(views.into_iter().map(Into::into).collect::<Vec<AnyView>>()).into_any()
}

/// Nothing.
pub fn none() -> AnyView {
    ().into_any()
}
