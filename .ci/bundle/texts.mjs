import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** The text of `namespace.key` (deeper keys by more dots) in a catalogue: a folder with one JSON file a namespace. */
function textOf(catalogue, path) {
  const [namespace, ...keys] = path.split(".");
  const file = join(catalogue, `${namespace}.json`);
  if (!existsSync(file)) throw new Error(`index.html: {{ ${path} }}: there is no ${file}`);
  const text = keys.reduce((value, key) => value?.[key], JSON.parse(readFileSync(file, "utf8")));
  if (typeof text !== "string") throw new Error(`index.html: {{ ${path} }}: ${file} has no text under this key`);
  if (/\{\{|</.test(text)) throw new Error(`index.html: {{ ${path} }}: the text has arguments or elements: ${text}`);
  return text;
}

// Trunk has placeholders of its own in the script of its development server.
const placeholder = /\{\{\s*((?!__TRUNK)[\w.-]+)\s*\}\}/g;

/** Replaces every `{{ namespace.key }}` of a page by the app's own text, so that no sentence is written twice. */
export function fillTexts(page, catalogue) {
  return page.replace(placeholder, (_, path) => textOf(catalogue, path).replace(/[&<>"]/g, (sign) => escapes[sign]));
}
