//! What the lists of the rules' pages are called on screen, from `vocabulary.toml`.

use super::page::{DecidedBy, Outcome, Route, Severity, Standing};
use crate::domain::vocabulary::labels;

labels!(Route of ROUTE, Severity of SEVERITY, DecidedBy of DECIDED_BY, Outcome of OUTCOME, Standing of STANDING);
