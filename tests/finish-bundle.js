// Finishes what trunk built, so that it runs on any static host under a strict Content-Security-Policy:
// the inline module script becomes a file of its own, the release page carries the policy, and a copy
// of the page answers deep links on hosts that serve 404.html.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.TRUNK_STAGING_DIR;
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

let page = readFileSync(join(folder, "index.html"), "utf8");
const inline = /<script type="?module"?(?: nonce="?[^">\s]*"?)?>([\s\S]*?)<\/script>/g;
const scripts = [...page.matchAll(inline)];
if (scripts.length === 0) throw new Error("trunk's start script was not found in index.html");
page = page.replace(inline, (_, source) => {
  const name = `start-${createHash("sha256").update(source).digest("hex").slice(0, 16)}.js`;
  writeFileSync(join(folder, name), source);
  return `<script type="module" src="/${name}"></script>`;
});
if (process.env.TRUNK_PROFILE === "release") {
  page = page.replace(/<meta charset="?utf-8"?>/i, (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}">`);
  if (!page.includes("Content-Security-Policy")) throw new Error("the policy found no place in index.html");
}
writeFileSync(join(folder, "index.html"), page);
writeFileSync(join(folder, "404.html"), page);
