//! The pages, a module for each kind of address; `entry` has what the pages of register entries share.

mod compare;
mod credential;
mod draft;
mod entry;
#[cfg(feature = "gallery")]
mod gallery;
mod home;
mod not_found;
mod pathways;
mod qualification;
mod register;
mod rule;
mod rules;
mod scratch;
mod standard;

pub use compare::ComparePage;
pub use credential::CredentialPage;
pub use draft::DraftPage;
#[cfg(feature = "gallery")]
pub use gallery::GalleryPage;
pub use home::HomePage;
pub use not_found::NotFoundPage;
pub use pathways::PathwaysPage;
pub use qualification::QualificationPage;
pub use register::RegisterPage;
pub use rule::RulePage;
pub use rules::RulesPage;
pub use scratch::{ScratchComparePage, ScratchPage};
pub use standard::StandardPage;
