// The manuals of all rules as one file, for the search: what stands on each page below its head, without examples.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The manuals by the names of their rules, from the folder of the rules' pages. */
export function manualsOf(folder) {
  const manual = (name) => readFileSync(join(folder, name), "utf8").split("\n+++\n")[1].replace(/^\|.*$/gm, "");
  const names = readdirSync(folder).filter((name) => name.endsWith(".md")).sort();
  return Object.fromEntries(names.map((name) => [name.slice(0, -".md".length), manual(name).trim().replace(/\s+/g, " ")]));
}
