//! One file an address.

mod credential;
mod draft;
mod home;
mod not_found;
mod pathways;
mod qualification;
mod register;

pub use credential::Credential;
pub use draft::Draft;
pub use home::Home;
pub use not_found::NotFound;
pub use pathways::Pathways;
pub use qualification::Qualification;
pub use register::Register;
