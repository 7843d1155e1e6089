//! The text of a page below its head: the manual, and the tables of examples. The build and the tests read it
//! from the folder, the rulebook's screen from the file that ships.

/// A page's text in its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageText<'a> {
    /// The head, in TOML.
    pub head: &'a str,
    /// What the requirement is called.
    pub title: &'a str,
    /// The paragraphs of the manual: those above the first table.
    pub paragraphs: Vec<String>,
    /// Those between tables, which say what the examples below them show.
    pub between: Vec<String>,
    /// The examples.
    pub examples: Vec<Example<'a>>,
}

/// A draft on a day, and what a clause must say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example<'a> {
    /// The line of the file, counted from 1.
    pub line: usize,
    /// The day.
    pub on: &'a str,
    /// The draft: `path value; path value`, where a value is JSON or else a plain text.
    pub draft: &'a str,
    /// The clause that is applied.
    pub clause: &'a str,
    /// The severity of what it finds.
    pub severity: &'a str,
    /// The outcome.
    pub outcome: &'a str,
    /// A piece of what it says.
    pub says: &'a str,
}

/// The mark that the head stands between.
const MARK: &str = "+++";
/// The head of a table of examples.
const COLUMNS: [&str; 6] = ["On", "Draft", "Clause", "Severity", "Outcome", "Says"];

impl<'a> PageText<'a> {
    /// Takes a page's text apart.
    ///
    /// # Errors
    /// The line, and what was expected there.
    pub fn read(text: &'a str) -> Result<Self, (usize, String)> {
        let expected = "the facts of the rule between two lines of +++".to_owned();
        let rest = text.strip_prefix(MARK).and_then(|rest| rest.strip_prefix('\n'));
        let (head, body) = rest
            .and_then(|rest| rest.split_once("\n+++\n"))
            .ok_or_else(|| (1, format!("expected {expected}")))?;
        let mut page = Self { head, ..Self::default() };
        let first = head.lines().count() + 3;
        let mut paragraph = String::new();
        for (at, line) in body.lines().enumerate() {
            let number = first + at;
            if let Some(row) = line.strip_prefix('|').and_then(|row| row.trim_end().strip_suffix('|')) {
                page.end_paragraph(&mut paragraph);
                page.row(number, row)?;
            } else if let Some(title) = line.strip_prefix("# ") {
                page.title = title.trim();
            } else if line.trim().is_empty() {
                page.end_paragraph(&mut paragraph);
            } else {
                if !paragraph.is_empty() {
                    paragraph.push(' ');
                }
                paragraph.push_str(line.trim());
            }
        }
        page.end_paragraph(&mut paragraph);
        if page.title.is_empty() {
            return Err((first, "expected a title: a line that starts with #".to_owned()));
        }
        if page.paragraphs.is_empty() {
            return Err((first, "expected a manual: at least a paragraph below the title".to_owned()));
        }
        Ok(page)
    }

    fn end_paragraph(&mut self, paragraph: &mut String) {
        let text = std::mem::take(paragraph);
        if text.is_empty() {
            return;
        }
        if self.examples.is_empty() {
            self.paragraphs.push(text);
        } else {
            self.between.push(text);
        }
    }

    fn row(&mut self, line: usize, row: &'a str) -> Result<(), (usize, String)> {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let [on, draft, clause, severity, outcome, says] = cells.as_slice() else {
            return Err((line, format!("expected a row of six cells: {}", COLUMNS.join(", "))));
        };
        if cells != COLUMNS && !on.starts_with('-') {
            self.examples.push(Example { line, on, draft, clause, severity, outcome, says });
        }
        Ok(())
    }
}

impl<'a> Example<'a> {
    /// The fields of the draft: a path, and its value as it is written.
    pub fn fields(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let fields = self.draft.split("; ").filter(|field| !field.is_empty());
        fields.map(|field| field.split_once(' ').unwrap_or((field, "")))
    }
}
