//! Putting a value at a dotted path.

use super::TEXT;
use crate::domain::json;
use serde_json::{Map, Value};

/// An entry further on than this can be set only next to the last.
const LONGEST_GAP: usize = 1000;

/// Puts a value at a path in an object, with the objects and lists on the way; `Null` clears it.
pub(super) fn set_in(fields: &mut Map<String, Value>, path: &str, value: Value) {
    let Some((first, rest)) = path.split_once('.') else {
        if value.is_null() {
            fields.shift_remove(path);
        } else {
            fields.insert(path.to_owned(), value);
        }
        return;
    };
    let wants_list = rest.split('.').next().is_some_and(|step| step.parse::<usize>().is_ok());
    let fits = |found: &Value| if wants_list { found.is_array() } else { found.is_object() };
    // A lone value is a list of one.
    if let Some(lone) =
        fields.get_mut(first).filter(|found| wants_list && !fits(found) && !json::is_blank(found))
    {
        *lone = Value::Array(vec![lone.take()]);
    }
    if let Some(found) = fields.get(first).filter(|found| !fits(found) && !found.is_null()).cloned() {
        json::keep_beside(fields, first, [found]);
    }
    if !fields.get(first).is_some_and(fits) {
        if value.is_null() {
            return;
        }
        let empty = if wants_list { Value::Array(Vec::new()) } else { Value::Object(Map::new()) };
        fields.insert(first.to_owned(), empty);
    }
    match fields.get_mut(first) {
        Some(Value::Object(inner)) => {
            set_in(inner, rest, value);
            if inner.is_empty() {
                fields.shift_remove(first);
            }
        }
        Some(Value::Array(items)) => set_in_list(items, rest, value),
        _ => {}
    }
}

fn set_in_list(items: &mut Vec<Value>, path: &str, value: Value) {
    let (step, rest) = path.split_once('.').map_or((path, None), |(step, rest)| (step, Some(rest)));
    let Some(index) = step.parse::<usize>().ok().filter(|index| *index <= items.len().max(LONGEST_GAP))
    else {
        return;
    };
    while items.len() <= index {
        items.push(Value::Object(Map::new()));
    }
    let Some(item) = items.get_mut(index) else { return };
    match rest {
        None => *item = value,
        Some(rest) => {
            if !item.is_object() {
                let found = std::mem::replace(item, Value::Object(Map::new()));
                let name = if found.is_string() { TEXT } else { "as_found" };
                if let (Value::Object(inner), false) = (&mut *item, found.is_null()) {
                    inner.insert(name.to_owned(), found);
                }
            }
            if let Value::Object(inner) = item {
                set_in(inner, rest, value);
            }
        }
    }
}
