//! What the type of a qualification asks for in any case, to know where no source says more.

use crate::domain::measure::Credits;
use crate::domain::pathways::{Goal, Reason, Remark};
use crate::domain::register::Register;

/// A sentence on the credits that a type of qualification has at which levels, with the stacking rule that says it.
pub(super) fn of(register: &Register, goal: &Goal) -> Option<Remark> {
    let kind = register.qualification(&goal.key)?.kind.as_deref()?.to_lowercase();
    let level = goal.level?;
    let is = |word: &str| kind.contains(word);
    let (rule, total, floors): (_, Option<u16>, Vec<(u16, u8)>) = match level.get() {
        8 if is("postgraduate certificate") => ("STK-25", Some(60), vec![(60, 8)]),
        8 if is("postgraduate diploma") => ("STK-26", Some(120), vec![(120, 7), (72, 8)]),
        7 if is("graduate certificate") => ("STK-23", Some(60), vec![(40, 7)]),
        7 if is("graduate diploma") => ("STK-24", Some(120), vec![(72, 7)]),
        9 if is("master") => ("STK-28", None, vec![(120, 8), (40, 9)]),
        7 if is("bachelor") => ("STK-22", Some(360), vec![(360, 5), (72, 7)]),
        7 if is("diploma") => ("STK-21", Some(120), vec![(120, 5), (72, 7)]),
        6 if is("diploma") => ("STK-20", Some(120), vec![(120, 5), (72, 6)]),
        5 if is("diploma") => ("STK-19", Some(120), vec![(120, 4), (72, 5)]),
        // An NCEA is a certificate by its name alone, and a certificate of another country is none of these.
        1..=6 if (is("certificate") && !is("achievement") && !is("higher education")) => {
            ("STK-18", None, vec![(40, level.get())])
        }
        _ => return None,
    };
    let floors: Vec<String> = floors
        .into_iter()
        .map(|(credits, level)| format!("{} at level {level} or above", Credits(credits)))
        .collect();
    let size = total.map_or(String::new(), |total| format!(" of {} or more", Credits(total)));
    let asks = format!("{}: a qualification of this type{size} has at least {}", goal.title, floors.join(" and "));
    Some(Remark { rule: Some(rule), ..Remark::new(Reason::TypeAsks, &asks) })
}
