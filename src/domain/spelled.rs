//! Lists whose entries files spell in one way, as enums.

/// Declares enums of such lists.
macro_rules! spelled {
    ($($(#[$about:meta])* $name:ident { $($(#[$about_entry:meta])* $entry:ident = $id:literal),* $(,)? })*) => {$(
        $(#[$about])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        pub enum $name { $($(#[$about_entry])* #[serde(rename = $id)] $entry),* }

        impl $name {
            /// Every entry, in order.
            pub const ALL: &'static [Self] = &[$(Self::$entry),*];

            /// How files and reports spell each, in that order.
            pub const IDS: &'static [&'static str] = &[$($id),*];

            /// The entry as files and reports spell it.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$entry => $id),* }
            }
        }
    )*};
}

pub(super) use spelled;
