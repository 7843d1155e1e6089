//! What on the register is near an entry: a way on for somebody to whom no source shows one.

use super::remark::is_closed;
use crate::domain::goal::{Asks, CreditsFrom};
use crate::domain::measure::Level;
use crate::domain::register::{Credential, Qualification, Register, Subject};
use crate::domain::text::are_same;
use crate::domain::vocabulary::vocabulary;
use std::cmp::Reverse;
use std::collections::BTreeSet;

vocabulary! {
    /// Why an entry is near another.
    Nearness of NEARNESS {
        SharedStandards = "shared_standards",
        SimilarTitle = "similar_title",
        NextLevel = "next_level",
        SameSubject = "same_subject",
        SimilarAim = "similar_aim",
    }
}

/// An entry that is near another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// Its key.
    pub key: String,
    /// Why it is near.
    pub why: Nearness,
}

/// No more than these are worth a look.
const MOST: usize = 5;
/// What is further away than so many levels is near in name only, and worth a look where nothing else is near.
const MOST_LEVELS: u8 = 2;
/// A stem has at least so many letters.
const STEM: usize = 4;
/// The words of titles that say nothing of a subject.
const COMMON: [&str; 48] = [
    "and",
    "for",
    "the",
    "new",
    "zealand",
    "certificate",
    "diploma",
    "national",
    "level",
    "strand",
    "strands",
    "with",
    "optional",
    "graduate",
    "postgraduate",
    "bachelor",
    "master",
    "programme",
    "micro",
    "credential",
    "introduction",
    "introductory",
    "fundamentals",
    "foundation",
    "foundations",
    "essentials",
    "essential",
    "basic",
    "basics",
    "advanced",
    "skills",
    "skill",
    "practice",
    "practices",
    "principles",
    "from",
    "into",
    "using",
    "your",
    "applied",
    "general",
    "studies",
    "industry",
    "things",
    "well",
    "work",
    "working",
    "workplace",
];

/// The entries nearest to one, those of which most is known to be the same first.
pub fn nearby(register: &Register, key: &str) -> Vec<Near> {
    let own = Own::of(register, key);
    let on_offer = register.credentials().iter().filter(|other| other.may_be_on_offer());
    let credentials = on_offer.filter_map(|other| {
        let (why, shared, is_like) = own.nearness(other)?;
        Some((why, Reverse(shared), own.levels_to(other.level), &other.key, is_like))
    });
    let open = |other: &&Qualification| !other.status.as_deref().is_some_and(is_closed);
    let qualifications = register.qualifications().iter().filter(open).filter_map(|other| {
        let (shared, is_like) = own.likeness(&other.title);
        let levels = own.levels_to(other.level);
        (shared > 0).then_some((Nearness::SimilarTitle, Reverse(shared), levels, &other.key, is_like))
    });
    // What shares but one word of many is worth a look where nothing else is near, as what is far away in its level.
    let is_near = |levels: u8, is_like: bool| is_like && (levels <= MOST_LEVELS || levels == u8::MAX);
    let all = credentials.chain(qualifications).filter(|(.., other, _)| *other != key);
    let (within, beyond): (Vec<_>, Vec<_>) =
        all.partition(|(_, _, levels, _, is_like)| is_near(*levels, *is_like));
    let mut near = if within.is_empty() { beyond } else { within };
    near.sort_by_key(|(why, shared, levels, ..)| (*why, *shared, *levels));
    near.truncate(MOST);
    near.into_iter().map(|(why, _, _, key, _)| Near { key: key.clone(), why }).collect()
}

/// What an entry is compared by.
#[derive(Default)]
struct Own {
    standards: BTreeSet<String>,
    words: BTreeSet<String>,
    level: Option<Level>,
    subjects: BTreeSet<Subject>,
}

impl Own {
    fn of(register: &Register, key: &str) -> Self {
        let words = words(register.title(key).unwrap_or(key));
        if let Some(own) = register.credential(key) {
            let standards = own.standards.iter().cloned().collect();
            return Self { standards, words, level: own.level, subjects: own.subject.into_iter().collect() };
        }
        let of = register.qualification(key);
        let requirements = of.and_then(|of| of.requirements.as_ref());
        let standards =
            requirements.into_iter().flat_map(|tree| tree.each()).flat_map(|each| match &each.asks {
                Asks::Standard(number) => vec![number.clone()],
                Asks::Credits(rule) => match &rule.from {
                    Some(CreditsFrom::These { standards, .. }) => standards.iter().cloned().collect(),
                    Some(CreditsFrom::Any) | None => Vec::new(),
                },
                _ => Vec::new(),
            });
        let mut own = Self {
            standards: standards.collect(),
            words,
            level: of.and_then(|of| of.level),
            ..Self::default()
        };
        // A qualification has no subject of its own: it has that of what is called alike.
        let alike = register.credentials().iter().filter(|other| own.likeness(&other.title).1);
        own.subjects = alike.filter_map(|other| other.subject).collect();
        own
    }

    /// Why an entry is near, what it shares in number, and whether that is more than one word of many in its title.
    fn nearness(&self, other: &Credential) -> Option<(Nearness, usize, bool)> {
        let shared = other.standards.iter().filter(|number| self.standards.contains(*number)).count();
        if shared > 0 {
            return Some((Nearness::SharedStandards, shared, true));
        }
        let is_subject = other.subject.is_some_and(|subject| self.subjects.contains(&subject));
        let is_next = self.level.zip(other.level).is_some_and(|(own, level)| own.get() + 1 == level.get());
        let (shared, is_like) = self.likeness(&other.title);
        match (is_subject && is_next, is_like, is_subject) {
            (_, true, _) => Some((Nearness::SimilarTitle, shared, true)),
            (true, ..) => Some((Nearness::NextLevel, 0, true)),
            (_, _, true) => Some((Nearness::SameSubject, 0, true)),
            _ => {
                let aim = other.aim.as_deref().map_or(0, |aim| self.shared_words(aim));
                let by_aim = (aim > 0).then_some((Nearness::SimilarAim, aim, true));
                by_aim.or_else(|| (shared > 0).then_some((Nearness::SimilarTitle, shared, false)))
            }
        }
    }

    /// How many words a title shares, and whether it is alike: by several, or by one that is at least half of either
    /// title. “Care” alone does not bring “Skin Care and Cosmetics” near “Early Childhood Education and Care”.
    fn likeness(&self, title: &str) -> (usize, bool) {
        let words = words(title);
        let shared = self.shared(&words);
        (shared, shared > 1 || shared == 1 && self.words.len().min(words.len()) <= 2)
    }

    fn shared_words(&self, text: &str) -> usize {
        self.shared(&words(text))
    }

    fn shared(&self, words: &BTreeSet<String>) -> usize {
        words.iter().filter(|word| self.words.iter().any(|own| is_alike(own, word))).count()
    }

    /// How many levels away a level is; an unknown one is furthest.
    fn levels_to(&self, other: Option<Level>) -> u8 {
        self.level.zip(other).map_or(u8::MAX, |(own, other)| own.get().abs_diff(other.get()))
    }
}

/// Whether two words are the same or have a stem: “wool” is that of “woolshed”, and “car” is not that of “carpentry”.
fn is_alike(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    are_same(one, other) || short.len() >= STEM && long.starts_with(short)
}

fn words(text: &str) -> BTreeSet<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|character: char| !character.is_alphanumeric());
    let telling = words.filter(|word| word.len() > 2 && !COMMON.contains(word));
    telling.map(str::to_owned).collect()
}
