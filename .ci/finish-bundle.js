// Finishes what trunk built, so that it runs on any static host under a strict
// Content-Security-Policy, in as few bytes as it can:
// - the styles become one file;
// - the inline module script becomes a file of its own;
// - in a release, the program and its glue are made small, and the page carries the policy;
// - a copy of the page answers deep links on hosts that serve 404.html.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.TRUNK_STAGING_DIR;
const isRelease = process.env.TRUNK_PROFILE === "release";
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const at = (name) => join(folder, name);
const run = (command, ...args) => execFileSync(command, args, { encoding: "utf8", maxBuffer: 1 << 26 });

/** Writes a file whose name tells its content, and gives its address. */
function keep(stem, ending, content) {
  const name = `${stem}-${createHash("sha256").update(content).digest("hex").slice(0, 16)}.${ending}`;
  writeFileSync(at(name), content);
  return `/${name}`;
}

/** Replaces one thing that must be there. */
function replaced(text, what, by) {
  if (!(what instanceof RegExp ? what.test(text) : text.includes(what))) throw new Error(`not found: ${what}`);
  return text.replace(what, by);
}

/** The smallest form of the program as it travels, which is not the smallest as it lies on the disk. */
function shrink(wasm, glue) {
  const flags = ["-Oz", "--one-caller-inline-max-function-size=0", "--skip-pass=local-cse", "--skip-pass=memory-packing", "--reorder-functions-by-name"];
  run("wasm-opt", ...flags, "--strip-debug", "--strip-producers", wasm, "-o", wasm);
  const names = JSON.parse(run("wasm-opt", "--minify-imports-and-exports-and-modules", wasm, "-o", wasm));
  let source = readFileSync(glue, "utf8");
  const short = new Map([...names.imports, ...names.exports].map((row) => row.slice(-2)));
  source = source.replace(/(\bwasm\.|\bexports\.)([\w$]+)/g, (whole, of, name) => of + (short.get(name) ?? name));
  source = source.replace(/^( +)([\w$]+)(: ?function)/gm, (whole, before, name, after) => before + (short.get(name) ?? name) + after);
  source = source.replaceAll('"./app_bg.js"', '"a"');
  writeFileSync(glue, source);
  writeFileSync(glue, run("esbuild", glue, "--minify", "--format=esm", "--target=es2022"));
}

let page = readFileSync(at("index.html"), "utf8");
if (isRelease) {
  const [wasm, glue] = ["_bg.wasm", ".js"].map((ending) => readdirSync(folder).find((name) => name.startsWith("app-") && name.endsWith(ending)));
  shrink(at(wasm), at(glue));
  page = replaced(page, /<meta charset="?utf-8"?>/i, (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}">`);
}
page = replaced(page, "/style.css", keep("style", "css", run("esbuild", "style/main.css", "--bundle", "--minify")));
const inline = /<script type="?module"?(?: nonce="?[^">\s]*"?)?>([\s\S]*?)<\/script>/;
page = replaced(page, inline, (_, source) => `<script type="module" src="${keep("start", "js", source)}"></script>`);
writeFileSync(at("index.html"), page);
writeFileSync(at("404.html"), page);
