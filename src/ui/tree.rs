//! Elements of the page as values. Leptos gives every shape of element a type of its own, and the
//! program grows by a quarter of a kilobyte with each element written in a view. Here all elements
//! are of one type behind one pointer, so an element costs little more than its words.

use leptos::ev::{Custom, Event};
use leptos::html::custom;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;
use leptos::tachys::view::iterators::StaticVec;
use std::borrow::Cow;

/// A text that stands still, or one that follows what it is made from.
pub enum Text {
    /// It stands still.
    Fixed(Cow<'static, str>),
    /// It follows.
    Changing(Signal<String>),
}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Self {
        Self::Fixed(Cow::Borrowed(text))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::Fixed(Cow::Owned(text))
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        Self::Fixed(Cow::Owned(text.clone()))
    }
}

impl From<Cow<'static, str>> for Text {
    fn from(text: Cow<'static, str>) -> Self {
        Self::Fixed(text)
    }
}

impl From<Signal<String>> for Text {
    fn from(text: Signal<String>) -> Self {
        Self::Changing(text)
    }
}

/// A piece of the page: an element with its attributes, listeners and children, or a view of
/// Leptos' own.
pub struct Element(Box<Piece>);

enum Piece {
    Element { tag: &'static str, attributes: Vec<AnyAttribute>, children: Vec<AnyView> },
    View(AnyView),
}

/// An empty element.
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Piece::Element { tag, attributes: Vec::new(), children: Vec::new() }))
}

/// A view of Leptos' own.
pub fn own(view: AnyView) -> Element {
    Element(Box::new(Piece::View(view)))
}

/// Pieces side by side, without an element around them.
pub fn together(pieces: impl IntoIterator<Item = Element>) -> Element {
    let mut views = Vec::new();
    for piece in pieces {
        views.push(piece.into_view());
    }
    own(StaticVec::from(views).into_any())
}

/// Nothing.
pub fn none() -> Element {
    own(().into_any())
}

impl Element {
    /// Sets an attribute.
    pub fn set(self, name: &'static str, value: impl Into<Text>) -> Self {
        self.set_text(name, value.into())
    }

    #[inline(never)]
    fn set_text(self, name: &'static str, value: Text) -> Self {
        self.with(match value {
            Text::Fixed(value) => custom_attribute(name, value.into_owned()).into_any_attr(),
            Text::Changing(value) => custom_attribute(name, value).into_any_attr(),
        })
    }

    #[inline(never)]
    fn with(mut self, attribute: AnyAttribute) -> Self {
        if let Piece::Element { attributes, .. } = &mut *self.0 {
            attributes.push(attribute);
        }
        self
    }

    /// Sets the style class.
    pub fn class(self, class: impl Into<Text>) -> Self {
        self.set_text("class", class.into())
    }

    /// Hides the element where it is so.
    pub fn hidden(self, is_hidden: Signal<bool>) -> Self {
        self.state("hidden", is_hidden)
    }

    /// Keeps a control's value as the program has it.
    #[inline(never)]
    pub fn value(self, value: Signal<String>) -> Self {
        self.with(prop("value", value).into_any_attr())
    }

    /// Fills the element with markup of our own making, such as a drawing. Nothing that a person
    /// or a file says may stand in it.
    pub fn drawing(self, markup: String) -> Self {
        self.with(prop("innerHTML", Signal::derive(move || markup.clone())).into_any_attr())
    }

    /// Keeps a yes or no of an element (`checked`, `hidden`, `open`) as the program has it.
    #[inline(never)]
    pub fn state(self, name: &'static str, value: Signal<bool>) -> Self {
        self.with(prop(name, value).into_any_attr())
    }

    /// Does something on an event.
    pub fn on(self, event: &'static str, then: impl FnMut(Event) + 'static) -> Self {
        self.listen(event, Box::new(then))
    }

    #[inline(never)]
    fn listen(self, event: &'static str, then: Box<dyn FnMut(Event)>) -> Self {
        self.with(on(Custom::<Event>::new(event), then).into_any_attr())
    }

    /// Adds a text.
    pub fn say(self, text: impl Into<Text>) -> Self {
        self.say_text(text.into())
    }

    #[inline(never)]
    fn say_text(self, text: Text) -> Self {
        self.put(own(match text {
            Text::Fixed(text) => text.into_owned().into_any(),
            Text::Changing(text) => text.into_any(),
        }))
    }

    /// Adds a piece.
    #[inline(never)]
    pub fn put(mut self, child: Self) -> Self {
        if let Piece::Element { children, .. } = &mut *self.0 {
            children.push(child.into_view());
        }
        self
    }

    /// Adds pieces, one after another.
    pub fn all(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::put)
    }

    /// The piece as Leptos takes it.
    #[inline(never)]
    pub fn into_view(self) -> AnyView {
        match *self.0 {
            Piece::View(view) => view,
            Piece::Element { tag, attributes, children } => {
                custom(tag).child(StaticVec::from(children)).add_any_attr(attributes).into_any()
            }
        }
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
pub fn button(text: impl Into<Text>, then: impl FnMut() + 'static) -> Element {
    pressed(text.into(), Box::new(then))
}

fn pressed(text: Text, mut then: Box<dyn FnMut()>) -> Element {
    el("button").set("type", "button").on("click", move |_| then()).say(text)
}
