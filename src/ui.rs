//! The screens. They show what the domain says and decide nothing.
