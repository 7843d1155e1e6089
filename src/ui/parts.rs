//! What pages are made of.

mod facts;
mod field;
mod file_button;
mod finding;
mod lead;
mod page_title;
mod register_gate;
mod report;
mod search_input;
mod size_mark;

pub use facts::{fact, facts, sources};
pub use field::{ReportSignal, part_form, tick_box};
pub use file_button::file_button;
pub use finding::go_to;
pub use lead::{lead_view, leads, title_link};
pub use page_title::page_title;
pub use register_gate::{notice, with_register};
pub use report::{report_view, standing};
pub use search_input::search_input;
pub use size_mark::size_mark;
