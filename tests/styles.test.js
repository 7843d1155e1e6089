// The style sheets hold only what is used.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");
const filesOf = (folder, extension) => readdirSync(new URL(folder, root), { recursive: true })
  .filter((name) => name.endsWith(extension)).map((name) => `${folder}/${name}`);

test("every class of the style sheets is named in the sources", () => {
  const sources = [...filesOf("src/ui", ".rs"), ...filesOf("public", ".js"), "index.html"].map(read).join("\n");
  const used = new Set(sources.match(/"[^"\n]*"/g).flatMap((text) => text.match(/[\w-]+/g) ?? []));
  const unused = filesOf("style", ".css").flatMap((path) => {
    const selectors = read(path).replace(/\/\*[^]*?\*\/|url\([^)]*\)|"[^"]*"/g, "");
    const classes = new Set(selectors.match(/(?<=\.)[a-z][\w-]*/g));
    return [...classes].filter((name) => !used.has(name)).map((name) => `${path}: .${name}`);
  });
  assert.deepEqual(unused, []);
});
