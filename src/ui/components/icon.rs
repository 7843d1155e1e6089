//! Small pictures beside words, from the Lucide set.

use leptos::prelude::*;

/// The pictures in use, named for what they show.
pub mod icons {
    pub use icondata_lu::{
        LuArrowRight as ARROW_RIGHT, LuBan as BAN, LuBookOpen as BOOK_OPEN, LuCheck as CHECK,
        LuChevronDown as CHEVRON_DOWN, LuChevronUp as CHEVRON_UP, LuCircleCheck as CIRCLE_CHECK,
        LuCircleDashed as CIRCLE_DASHED, LuCircleX as CIRCLE_X, LuCoins as COINS, LuCopy as COPY,
        LuDownload as DOWNLOAD, LuFilePlus as FILE_PLUS, LuFlag as FLAG, LuFolderOpen as FOLDER_OPEN,
        LuHistory as HISTORY, LuInfo as INFO, LuLink as LINK, LuListFilter as LIST_FILTER, LuLock as LOCK,
        LuPlus as PLUS, LuPrinter as PRINTER, LuScale as SCALE, LuSearch as SEARCH, LuTrash2 as TRASH,
        LuTriangleAlert as TRIANGLE_ALERT, LuUndo2 as UNDO, LuX as X,
    };
}

/// A picture that repeats what the words beside it say, so it is not read aloud.
#[component]
pub fn Icon(#[prop(into)] icon: Signal<icondata_core::Icon>) -> impl IntoView {
    view! { <leptos_icons::Icon icon attr:class="icon" attr:aria-hidden="true" /> }
}
