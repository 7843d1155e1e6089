//! Level as height, credits as length: one picture wherever a size is named, with its words beside it.

use crate::domain::measure::{Credits, Level, Size};
use crate::ui::i18n::*;
use leptos::prelude::*;

/// A small picture with level and credits in words. What is not known is dashed; where neither is
/// known there is no picture.
#[component]
pub fn SizeMark(level: Option<Level>, credits: Option<Size>) -> impl IntoView {
    let locale = use_locale();
    let scale = Scale { left: 8, ground: 44, step: 4, length: 80, most: FULL };
    let picture = (level.is_some() || credits.is_some()).then(|| {
        view! {
            <svg class="size-mark" width="90" height="52" viewBox="0 0 90 52" aria-hidden="true">
                <rect class="room" x="8" y="4" width="80" height="40" />
                <Block scale level credits />
                <path class="tick-mark" d=scale.ticks(3, 5) />
                <path class="axis" d="M8 4V44H88" />
            </svg>
        }
    });
    let words = view! {
        <div class="size-words">
            <strong>{level_text(locale, level)}</strong>
            <span>{credits_or_unknown(locale, credits)}</span>
        </div>
    };
    view! { <div class="size">{picture} {words}</div> }
}

/// A large picture with the numbers of both scales, for the page of one entry; where neither is known there is no
/// picture.
#[component]
pub fn SizeFigure(level: Option<Level>, credits: Option<Size>) -> impl IntoView {
    let locale = use_locale();
    // Where no upper end is known, the scale goes on beyond the lower one.
    let end = |credits: Size| credits.most().map_or(credits.least().0.saturating_add(1), |most| most.0);
    let most = match credits.map_or(0, end) {
        0..=FULL => FULL,
        credits => credits.div_ceil(120).saturating_mul(120),
    };
    let scale = Scale { left: 28, ground: 144, step: 12, length: 240, most };
    let rungs: String = (1..10).map(|level| format!("M28 {}H268", scale.top(level))).collect();
    let picture = (level.is_some() || credits.is_some()).then(|| {
        view! {
            <svg class="size-mark" width="292" height="184" viewBox="0 0 292 184" aria-hidden="true">
                <rect class="room" x="28" y="24" width="240" height="120" />
                <path class="rung" d=rungs />
                <Block scale level credits />
                <path class="tick-mark" d=scale.ticks(4, 6) />
                <path class="axis" d="M28 24V144H268" />
                <Labels scale level credits />
                <text class="name" x="28" y="14">
                    {td_string!(locale, register.entry.level)}
                </text>
                <text class="name" x="268" y="182" text-anchor="end">
                    {td_string!(locale, register.entry.credits)}
                </text>
            </svg>
        }
    });
    view! {
        <figure class="size-figure">
            {picture} <figcaption>
                <strong>{size_text(locale, level, credits)}</strong>
                {credits
                    .and_then(Size::fixed)
                    .map(|credits| td_string!(locale, register.size.hours, hours = credits.hours().0))}
            </figcaption>
        </figure>
    }
}

/// The most credits that a micro-credential may carry.
const FULL: u16 = 40;

/// How levels and credits become places in a picture.
#[derive(Clone, Copy)]
struct Scale {
    /// Where no credits are, from the left.
    left: u16,
    /// Where level 0 would be, from the top.
    ground: u16,
    /// How high a level is.
    step: u16,
    /// How long the most credits are.
    length: u16,
    /// The most credits that the scale shows.
    most: u16,
}

impl Scale {
    fn top(self, level: u16) -> u16 {
        self.ground.saturating_sub(self.step * level)
    }

    fn width(self, credits: u16) -> u16 {
        let credits = u32::from(credits.min(self.most));
        u16::try_from(u32::from(self.length) * credits / u32::from(self.most.max(1))).unwrap_or(self.length)
    }

    fn right(self) -> u16 {
        self.left + self.length
    }

    /// A tick for each level, longer at 5 and 10, and one for each quarter of the credits.
    fn ticks(self, short: u16, long: u16) -> String {
        let levels = (1..=10).map(|level| {
            let length = if level % 5 == 0 { long } else { short };
            format!("M{} {}h{length}", self.left - length, self.top(level))
        });
        let quarters = (0..=4)
            .map(|quarter| format!("M{} {}v{short}", self.left + self.length * quarter / 4, self.ground));
        levels.chain(quarters).collect()
    }
}

/// A block as high as the level and as long as the credits; a dashed line for what is not known, and to the upper
/// end of a range.
#[component]
fn Block(scale: Scale, level: Option<Level>, credits: Option<Size>) -> impl IntoView {
    let Scale { left, ground, length, .. } = scale;
    let top = level.map(|level| scale.top(u16::from(level.get())));
    let width = credits.map(|credits| scale.width(credits.least().0));
    let longest = match credits {
        Some(Size::Between(_, most)) => Some(most.map_or(length, |most| scale.width(most.0))),
        _ => None,
    };
    let (block, edge, unknown) = match (top, width) {
        (Some(top), Some(width)) => (
            Some(format!("M{left} {ground}V{top}h{width}V{ground}z")),
            Some(format!("M{left} {top}h{width}")),
            longest.map(|longest| format!("M{} {top}H{}", left + width, left + longest)),
        ),
        (Some(top), None) => (None, None, Some(format!("M{left} {top}h{length}"))),
        (None, Some(width)) => {
            let upright = format!("M{} {}V{ground}", left + width, scale.top(10));
            (None, Some(format!("M{left} {ground}h{width}")), Some(upright))
        }
        (None, None) => (None, None, None),
    };
    // Two cuts at the end say that the block goes on.
    let goes_on = |credits: Size| {
        credits.least().0 >= scale.most && credits.most().is_none_or(|most| most.0 > scale.most)
    };
    let is_cut = credits.is_some_and(goes_on);
    let more = top.filter(|_| is_cut).map(|top| {
        let (x, height) = (scale.right() - 8, ground + 3 - top);
        format!("M{x} {}l-4 {height}m5 0l4 -{height}", top - 3)
    });
    view! {
        {block.map(|d| view! { <path class="block" d=d /> })}
        {edge.map(|d| view! { <path class="top" d=d /> })}
        {unknown.map(|d| view! { <path class="unknown" d=d /> })}
        {more.map(|d| view! { <path class="more" d=d /> })}
    }
}

/// The values on their axes, and the ends of the scales where there is room for them.
#[component]
fn Labels(scale: Scale, level: Option<Level>, credits: Option<Size>) -> impl IntoView {
    let level = level.map(|level| u16::from(level.get()));
    let value = credits.map(|credits| match credits {
        Size::Between(least, Some(most)) => format!("{}–{}", least.0, most.0),
        Size::Between(least, None) => format!("{}+", least.0),
        Size::Fixed(credits) => credits.0.to_string(),
    });
    // A range is written longer than a number.
    let room = scale.most / if credits.is_some_and(|credits| credits.fixed().is_none()) { 4 } else { 8 };
    let credits =
        credits.map(|credits| u16::midpoint(credits.least().0, credits.most().unwrap_or(credits.least()).0));
    let level_at = move |value: u16, class: &'static str| {
        view! {
            <text class=class x="20" y=scale.top(value) + 5 text-anchor="end">
                {value}
            </text>
        }
    };
    let credits_at = move |at: u16, value: String, class: &'static str| {
        let x = scale.left + scale.width(at);
        view! {
            <text class=class x=x y=scale.ground + 20 text-anchor="middle">
                {value}
            </text>
        }
    };
    let level_ends =
        [1, 10].into_iter().filter(move |end| level.is_none_or(|level| level.abs_diff(*end) >= 2));
    let credit_ends = [0, scale.most / 2, scale.most]
        .into_iter()
        .filter(move |end| credits.is_none_or(|credits| credits.abs_diff(*end) >= room));
    view! {
        {level_ends.map(|end| level_at(end, "")).collect_view()}
        {credit_ends.map(|end| credits_at(end, end.to_string(), "")).collect_view()}
        {level.map(|level| level_at(level, "value"))}
        {credits.zip(value).map(|(credits, value)| credits_at(credits, value, "value"))}
    }
}

/// A size in words, as far as it is known; none where nothing is.
pub fn known_size(locale: Locale, level: Option<Level>, credits: Option<Size>) -> Option<String> {
    match (level, credits) {
        (None, None) => None,
        (Some(level), None) => Some(level_text(locale, Some(level))),
        (None, Some(credits)) => Some(size_credits_text(locale, credits)),
        (level, credits) => Some(size_text(locale, level, credits)),
    }
}

/// A size in words: `Level 5, 40 credits`.
pub fn size_text(locale: Locale, level: Option<Level>, credits: Option<Size>) -> String {
    let (level, credits) = (level_text(locale, level), credits_or_unknown(locale, credits));
    td_string!(locale, register.size.both, level, credits)
}

fn level_text(locale: Locale, level: Option<Level>) -> String {
    match level {
        Some(level) => td_string!(locale, register.size.level, level = level.get()),
        None => td_string!(locale, register.size.unknown_level).to_owned(),
    }
}

fn credits_or_unknown(locale: Locale, credits: Option<Size>) -> String {
    match credits {
        Some(size) => size_credits_text(locale, size),
        None => td_string!(locale, register.size.unknown_credits).to_owned(),
    }
}

/// The credits of a size in words: `40 credits`, or `310 to 320 credits`.
pub fn size_credits_text(locale: Locale, credits: Size) -> String {
    match credits {
        Size::Fixed(credits) => credits_text(locale, credits),
        range => td_string!(locale, register.size.range, number = number_text(locale, range)),
    }
}

/// The number of a size: `40`, or `310 to 320`.
pub fn number_text(locale: Locale, credits: Size) -> String {
    match credits {
        Size::Fixed(credits) => credits.0.to_string(),
        Size::Between(least, Some(most)) => {
            td_string!(locale, register.entry.between, least = least.0, most = most.0)
        }
        Size::Between(least, None) => td_string!(locale, register.entry.at_least, least = least.0),
    }
}

/// A number of credits in words: `40 credits`.
pub fn credits_text(locale: Locale, credits: Credits) -> String {
    td_string!(locale, register.size.credits, count = credits.0)
}
