//! What pages are made of.

mod field;
mod file_button;
mod finding;
mod page_title;
mod report;
mod size_mark;

pub use field::{PartForm, ReportSignal};
pub use file_button::FileButton;
pub use page_title::PageTitle;
pub use report::{ReportView, Standing};
pub use size_mark::SizeMark;
