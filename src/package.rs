//! The calls of the npm package.
