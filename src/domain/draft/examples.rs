//! Real cases, filled only with what their sources say.
