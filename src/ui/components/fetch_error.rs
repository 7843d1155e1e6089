//! Why something did not arrive over the network.

use crate::browser::fetch::FetchError;
use crate::ui::i18n::*;

/// Why it did not arrive, in a sentence that calls it “it”.
pub fn fetch_error_text(locale: Locale, error: &FetchError) -> String {
    match error {
        FetchError::Unreachable => td_string!(locale, app.fetch.unreachable).to_owned(),
        FetchError::Refused(status) => td_string!(locale, app.fetch.refused, status = *status),
        FetchError::BrokenOff => td_string!(locale, app.fetch.broken_off).to_owned(),
        FetchError::NotText => td_string!(locale, app.fetch.not_text).to_owned(),
    }
}
