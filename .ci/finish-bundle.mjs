// What trunk can't do for the bundle: the styles as one hashed file, the app's own sentences in the
// static page, the rules' manuals as one file, and in a release small JavaScript (trunk's minifier
// can't read wasm-bindgen's), a strict Content-Security-Policy and compressed copies.
import { createHash } from "node:crypto";
import { copyFileSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compressFolder } from "./bundle/compress.mjs";
import { bundleStyles, minifyScript } from "./bundle/esbuild.mjs";
import { manualsOf } from "./bundle/manuals.mjs";
import { fillTexts } from "./bundle/texts.mjs";

const folder = process.env.TRUNK_STAGING_DIR;
const isRelease = process.env.TRUNK_PROFILE === "release";
const pagePath = join(folder, "index.html");

function replaceOnce(text, pattern, by) {
  if (!pattern.test(text)) throw new Error(`index.html: nothing matches ${pattern}`);
  return text.replace(pattern, by);
}

/** Adds the policy as a meta element, before everything that it governs. Trunk's inline script is allowed by its hash. */
function addPolicy(page) {
  const [, script] = page.match(/<script type="module"[^>]*>([\s\S]*?)<\/script>/) ?? [];
  if (!script) throw new Error("index.html: trunk's inline script is not there");
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' 'sha256-${hash}'`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return replaceOnce(page, /<meta charset=[^>]*>/, (charset) => `${charset}\n  <meta http-equiv="Content-Security-Policy" content="${policy}">`);
}

const styles = await bundleStyles("style/main.css", folder, { minify: isRelease });
let page = readFileSync(pagePath, "utf8");
page = replaceOnce(page, /<link[^>]*href="style\/main\.css"[^>]*>/, styles);
page = fillTexts(page, "src/ui/locales/en");
if (isRelease) page = addPolicy(page);
writeFileSync(pagePath, page);
// Hosts of static files answer unknown addresses with this copy, and the app then shows their page.
copyFileSync(pagePath, join(folder, "404.html"));
writeFileSync(join(folder, "rule-manuals.json"), JSON.stringify(manualsOf(join(folder, "rule-pages"))));

if (isRelease) {
  const glue = readdirSync(folder).find((name) => /^app-.*\.js$/.test(name));
  await minifyScript(join(folder, glue));
  compressFolder(folder);
}
