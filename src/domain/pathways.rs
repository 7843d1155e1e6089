//! Pathways.
