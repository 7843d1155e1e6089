//! A small map that stays in order. The standard library's is built for many more entries than a
//! register or a person has, and would take a tenth of the program.

/// Things by their names, in the order of the names; no name twice.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Keyed<T> {
    entries: Vec<(String, T)>,
}

/// Names, none twice.
pub(super) type Names = Keyed<()>;

impl<T> Default for Keyed<T> {
    fn default() -> Self {
        Self { entries: Vec::new() }
    }
}

impl<T> Keyed<T> {
    /// Where a name stands, or else would stand.
    fn place(&self, name: &str) -> Result<usize, usize> {
        self.entries.binary_search_by(|(known, _)| known.as_str().cmp(name))
    }

    /// The thing with a name.
    pub(super) fn get(&self, name: &str) -> Option<&T> {
        self.entries.get(self.place(name).ok()?).map(|(_, thing)| thing)
    }

    /// How many things there are.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Adds a thing; one of the same name that is there already stays, and the answer is no.
    pub(super) fn add(&mut self, name: &str, thing: T) -> bool {
        let place = self.place(name);
        if let Err(free) = place {
            self.entries.insert(free, (name.to_owned(), thing));
        }
        place.is_err()
    }

    /// Keeps the things of which that is true.
    pub(super) fn retain(&mut self, keeps: impl FnMut(&(String, T)) -> bool) {
        self.entries.retain(keeps);
    }

    /// Everything, in the order of the names.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.entries.iter().map(|(name, thing)| (name.as_str(), thing))
    }
}
