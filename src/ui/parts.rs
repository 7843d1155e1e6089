//! What pages are made of.

mod field;
mod file_button;
mod finding;
mod page_title;
mod report;
mod size_mark;

pub use field::{ReportSignal, part_form};
pub use file_button::file_button;
pub use finding::go_to;
pub use page_title::page_title;
pub use report::{report_view, standing};
pub use size_mark::size_mark;
