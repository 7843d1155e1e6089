//! Fixed lists: how files spell each entry, and how the screen does.

/// How files spell an entry, and how the screen does.
pub(super) type Spelled = (&'static str, &'static str);

/// A fixed list.
pub(super) trait Vocabulary: Copy + 'static {
    /// Every entry, in the order of the list.
    const ALL: &'static [Self];
    /// The spellings of every entry, in the same order.
    const CHOICES: &'static [Spelled];

    /// The entry that files spell so.
    fn parse(spelling: &str) -> Option<Self> {
        Self::ALL.get(place_of(spelling, Self::CHOICES)?).copied()
    }
}

/// Where in a list the entry stands that files spell so.
pub(super) fn place_of(spelling: &str, choices: &[Spelled]) -> Option<usize> {
    choices.iter().position(|(known, _)| *known == spelling)
}

/// What a file may say, in words.
pub(super) fn one_of(choices: &[Spelled]) -> String {
    let mut said = String::from("one of ");
    for (index, (spelling, _)) in choices.iter().enumerate() {
        if index > 0 {
            said.push_str(", ");
        }
        said.push_str(spelling);
    }
    said
}

macro_rules! vocabulary {
    ($($(#[$about:meta])* $name:ident { $($entry:ident = $file:literal, $screen:literal;)* })*) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "each entry's name on screen stands in CHOICES")]
        pub enum $name { $($entry),* }

        impl $name {
            /// Every entry: the spelling in files and the one on screen.
            pub const CHOICES: &'static [(&'static str, &'static str)] = &[$(($file, $screen)),*];
            /// Every entry, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$entry),*];

            /// The entry as files spell it.
            pub fn id(self) -> &'static str {
                Self::CHOICES.get(self as usize).map_or("", |choice| choice.0)
            }

            /// The entry as the screen spells it.
            pub fn label(self) -> &'static str {
                Self::CHOICES.get(self as usize).map_or("", |choice| choice.1)
            }
        }

        impl $crate::domain::vocabulary::Vocabulary for $name {
            const ALL: &'static [Self] = Self::ALL;
            const CHOICES: &'static [$crate::domain::vocabulary::Spelled] = Self::CHOICES;
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        }
    )*};
}

pub(super) use vocabulary;
