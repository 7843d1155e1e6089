//! Fixed lists: how files spell each entry, and how the screen does.

/// A fixed list.
pub(super) trait Vocabulary: Sized {
    /// Every entry: the spelling in files and the one on screen.
    const CHOICES: &'static [(&'static str, &'static str)];
    /// The entry that files spell so.
    fn parse(spelling: &str) -> Option<Self>;

    /// What a file may say, in words.
    fn one_of() -> String {
        let spellings: Vec<&str> = Self::CHOICES.iter().map(|(spelling, _)| *spelling).collect();
        format!("one of {}", spellings.join(", "))
    }
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
                match self { $(Self::$entry => $file),* }
            }

            /// The entry as the screen spells it.
            pub fn label(self) -> &'static str {
                match self { $(Self::$entry => $screen),* }
            }
        }

        impl $crate::domain::vocabulary::Vocabulary for $name {
            const CHOICES: &'static [(&'static str, &'static str)] = Self::CHOICES;

            fn parse(spelling: &str) -> Option<Self> {
                match spelling { $($file => Some(Self::$entry),)* _ => None }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        }
    )*};
}

pub(super) use vocabulary;
