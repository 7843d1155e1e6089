//! One file an address.

mod credential;
mod draft;
mod home;
mod not_found;
mod pathways;
mod qualification;
mod register;

pub use credential::credential;
pub use draft::draft;
pub use home::home;
pub use not_found::not_found;
pub use pathways::pathways;
pub use qualification::qualification;
pub use register::register;
