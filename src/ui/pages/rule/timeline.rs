//! The editions of a rule over the years, and in a few words what each changed; the list below says the rest.

use super::changes::what_changed;
use super::editions::{days_text, in_time_order};
use crate::domain::day::{Day, day};
use crate::domain::rulebook::{Basis, Edition, Rule, SourceDay};
use crate::ui::components::Mi;
use crate::ui::i18n::*;
use crate::ui::providers::use_today;
use leptos::prelude::*;

const FIRST_YEAR: i32 = 2018;
const LAST_YEAR: i32 = 2027;
/// How long the end of a bar is whose day is not certain, in hundredths of a percent.
const EDGE: i64 = 150;

/// The years that are shown, as days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    first: Day,
    last: Day,
}

impl Span {
    fn of(today: Day) -> Self {
        let from = |year: i32| day(2018, 1, 1).replace_year(year).unwrap_or(today);
        Self { first: from(FIRST_YEAR), last: from(LAST_YEAR.max(today.year()) + 1) }
    }

    /// How far along a day is, in hundredths of a percent.
    fn along(self, day: Day) -> i64 {
        let days = |day: Day| i64::from(day.to_julian_day());
        (days(day.clamp(self.first, self.last)) - days(self.first)) * 10_000
            / (days(self.last) - days(self.first))
    }

    /// The first day of each year, and where it is.
    fn years(self) -> impl Iterator<Item = (i32, i64)> {
        let years = self.first.year()..self.last.year();
        years.filter_map(move |year| Some((year, self.along(self.first.replace_year(year).ok()?))))
    }
}

fn percent(hundredths: i64) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// A row for each edition, the newest first.
#[component]
pub fn Timeline(rule: &'static Rule) -> impl IntoView {
    let locale = use_locale();
    let today = use_today();
    let rows = move || {
        let today = today.get();
        let editions = in_time_order(rule).into_iter();
        editions.map(|edition| view! { <Row rule edition today /> }).collect_view()
    };
    let axis = move || {
        let today = today.get();
        view! { <Axis today /> }
    };
    let is_doubtful = rule.edition.iter().any(|edition| {
        let is_unsure = |day: Option<SourceDay>| day.is_some_and(|day| !is_sure(day));
        edition.from.is_none() || is_unsure(edition.from) || is_unsure(edition.to)
    });
    let legend = is_doubtful.then(|| view! { <p class="legend">{td_string!(locale, rules.legend)}</p> });
    view! { <div class="timeline">{axis} <ol>{rows}</ol> {legend}</div> }
}

/// The years, and where today is.
#[component]
fn Axis(today: Day) -> impl IntoView {
    let locale = use_locale();
    let span = Span::of(today);
    let years = span.years().map(|(year, x)| {
        let class = if year % 2 == 0 { "year-name" } else { "year-name odd" };
        view! {
            <text class=class x=percent(x) y="34">
                {year}
            </text>
        }
    });
    let at = span.along(today);
    // Near the end of the line the word has no room on both sides.
    let anchor = if at > 9_000 { "end" } else { "middle" };
    view! {
        <svg class="axis" height="40" aria-hidden="true">
            <text class="today-name" x=percent(at) y="13" text-anchor=anchor>
                {td_string!(locale, rules.today)}
            </text>
            {years.collect_view()}
        </svg>
    }
}

#[component]
fn Row(rule: &'static Rule, edition: &'static Edition, today: Day) -> impl IntoView {
    let (locale, language) = (use_locale(), use_language());
    let days = format!("{} · {}", edition.clause, days_text(locale, language, edition));
    view! {
        <li>
            <a href=format!("#{}", rule.anchor(edition))>
                <Mi text=what_changed(locale, language, rule, edition) />
            </a>
            <p class="days">{days}</p>
            <Bar edition today />
        </li>
    }
}

/// Whether a source states a day to the day.
fn is_sure(day: SourceDay) -> bool {
    day.basis == Basis::Stated && day.is_a_day()
}

/// From when to when an edition is in force. An end whose day is not certain stands apart from the bar.
#[component]
fn Bar(edition: &'static Edition, today: Day) -> impl IntoView {
    let span = Span::of(today);
    let start = edition.from.map_or(0, |from| span.along(from.first()));
    let end = span.along(edition.to.map_or(span.last, |to| to.last()));
    // What had ended before the first of these years has no bar.
    let end = if end > 0 { end.max(start + EDGE / 2) } else { 0 };
    let length_of = |day: SourceDay| (span.along(day.last()) - span.along(day.first())).max(EDGE);
    let edge_of = |day: Option<SourceDay>| day.filter(|day| !is_sure(*day)).map_or(0, length_of);
    let first = if edition.from.is_none() { EDGE } else { edge_of(edition.from) };
    let half = (end - start) / 2;
    let (from, to) = (start + first.min(half), end - edge_of(edition.to).min(half));
    let piece = |class: &'static str, from: i64, to: i64| {
        (from < to).then(|| {
            view! { <rect class=class x=percent(from) width=percent(to - from) y="4" height="12" /> }
        })
    };
    let years = span.years().map(|(_, x)| {
        view! { <line class="year" x1=percent(x) x2=percent(x) y1="0" y2="100%" /> }
    });
    let now = percent(span.along(today));
    view! {
        <svg class="bar-room" height="20" aria-hidden="true">
            {years.collect_view()}
            {piece("bar unsure", start, from)}
            {piece("bar", from, to)}
            {piece("bar unsure", to, end)}
            <line class="room" x1=now.clone() x2=now.clone() y1="0" y2="100%" />
            <line class="today" x1=now.clone() x2=now y1="0" y2="100%" />
        </svg>
    }
}
