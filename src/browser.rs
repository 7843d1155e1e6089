//! The page's platform: network, storage, files, today's date.
