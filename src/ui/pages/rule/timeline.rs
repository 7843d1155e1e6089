//! The editions of a rule as bars over the years; the list below says the same in words.

use super::editions::days_text;
use crate::domain::day::{Day, day};
use crate::domain::regime::FIRST_APPLICATIONS;
use crate::domain::rulebook::{Basis, Edition, Page as Rule, SourceDay};
use crate::ui::i18n::*;
use leptos::prelude::*;

const FIRST: Day = day(2018, 1, 1);
const LAST: Day = day(2027, 12, 31);
const WIDTH: i64 = 1000;
const ROW: i64 = 34;
const NAME_ROOM: i64 = 90;

/// How far along the picture a day is.
fn along(day: Day) -> i64 {
    let days = |day: Day| i64::from(day.to_julian_day());
    (days(day.clamp(FIRST, LAST)) - days(FIRST)) * WIDTH / (days(LAST) - days(FIRST))
}

/// Whether a source states a day to the day.
fn is_sure(day: Option<SourceDay>) -> bool {
    day.is_none_or(|day| day.basis == Basis::Stated && day.is_a_day())
}

/// A bar for each edition, the oldest first.
#[component]
pub fn Timeline(rule: &'static Rule) -> impl IntoView {
    let rows = i64::try_from(rule.edition.len()).unwrap_or_default();
    let height = rows * ROW;
    let years = (2018..=2027).map(|year| {
        let x = along(day(2018, 1, 1).replace_year(year).unwrap_or(FIRST));
        view! {
            <line class="year" x1=x x2=x y1="0" y2=height />
            <text class="year-name" x=x + 4 y=height + 20>
                {year}
            </text>
        }
    });
    let bars = rule.edition.iter().zip(0..).map(|(edition, row)| view! { <Bar edition row /> });
    view! {
        <svg class="timeline" viewBox=format!("0 0 {WIDTH} {}", height + 26) aria-hidden="true">
            {years.collect_view()}
            {bars.collect_view()}
        </svg>
    }
}

#[component]
fn Bar(edition: &'static Edition, row: i64) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let from = along(edition.from.map_or(FIRST_APPLICATIONS, |from| from.first()));
    let to = along(edition.to.map_or(LAST, |to| to.last()));
    let is_unsure = !is_sure(edition.from) || !is_sure(edition.to);
    let class = if is_unsure { "bar unsure" } else { "bar" };
    let y = row * ROW + 5;
    let width = (to - from).max(4);
    // A name that its bar has no room for stands beside it.
    let (label_class, label_x) =
        if width < NAME_ROOM { ("beside", from + width + 6) } else { ("", from + 8) };
    view! {
        <g>
            <title>{days_text(locale, language, edition)}</title>
            <rect class=class x=from y=y width=width height=ROW - 10 rx="3" />
            <text class=label_class x=label_x y=y + 17>
                {edition.clause.clone()}
            </text>
        </g>
    }
}
